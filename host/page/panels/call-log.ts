import type { CallLog } from '../../wire/doors';
import { element } from '../dom';
import type { Say } from '../messages';

/** A longer table makes the page slow. */
export const CALLS_SHOWN = 300;

export interface CallLogOptions extends CallLog {
  readonly language: string;
  readonly timeZone: string;
  readonly say: Say;
}

/** Service calls, latest first, with what they would have cost on Google. */
export function callLogView({ calls, count, cells, modelSeconds, language, timeZone, say }: CallLogOptions): HTMLElement {
  if (count === 0) return element('p', { class: 'empty' }, say('callsEmpty'));
  const number = (value: number): string => value.toLocaleString(language);
  const time = new Intl.DateTimeFormat(language, { timeZone, timeStyle: 'medium', hour12: false });
  return element('div', { class: 'call-log' },
    element('p', { class: 'summary' }, say('callsSummary', { count: number(count), cells: number(cells), seconds: modelSeconds.toFixed(1) })),
    count > calls.length && element('p', { class: 'hint' }, say('callsShowing', { shown: number(calls.length) })),
    element('table', {},
      element('thead', {}, element('tr', {}, ...(['callService', 'callMethod', 'callCells', 'callUser', 'callAt'] as const).map((key) => element('th', { scope: 'col' }, say(key))))),
      element('tbody', {}, ...[...calls].reverse().map((call) => element('tr', {},
        element('td', {}, call.service), element('td', {}, call.method), element('td', { class: 'number' }, number(call.cells)),
        element('td', { title: call.user }, call.user.split('@')[0] ?? ''), element('td', { title: call.at }, time.format(new Date(call.at))))))));
}
