import type { ServiceCall } from '../api';
import { element } from '../dom';
import type { Say } from '../messages';

const SHOWN = 300;

/** Service calls, latest first, with what they would have cost on Google. */
export function callLogView(log: { readonly calls: readonly ServiceCall[]; readonly modelSeconds: number }, say: Say, showAt: (at: string) => string): HTMLElement {
  const { calls, modelSeconds } = log;
  if (calls.length === 0) return element('p', { class: 'empty' }, say('callsEmpty'));
  const cells = calls.reduce((sum, call) => sum + call.cells, 0);
  return element('div', { class: 'call-log' },
    element('p', { class: 'summary' }, say('callsSummary', { count: calls.length, cells, seconds: modelSeconds.toFixed(1) })),
    calls.length > SHOWN && element('p', { class: 'hint' }, say('callsShowing', { shown: SHOWN })),
    element('table', {},
      element('thead', {}, element('tr', {}, ...(['callService', 'callMethod', 'callCells', 'callUser', 'callAt'] as const).map((key) => element('th', { scope: 'col' }, say(key))))),
      element('tbody', {}, ...calls.slice(-SHOWN).reverse().map((call) => element('tr', {},
        element('td', {}, call.service), element('td', {}, call.method), element('td', { class: 'number' }, String(call.cells)),
        element('td', {}, call.user), element('td', {}, showAt(call.at)))))));
}
