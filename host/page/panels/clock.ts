import { element } from '../dom';
import type { Say } from '../messages';
import { civilTimeOf, instantOf, nextMonth, nextMorning, showTime } from '../zoned-time';

export interface ClockOptions {
  readonly now: Date;
  readonly timeZone: string;
  readonly language: string;
  readonly say: Say;
  move(to: Date): void;
  refuse(message: string): void;
}

/** Ways to move the virtual clock forward. */
export function clockView({ now, timeZone, language, say, move, refuse }: ClockOptions): HTMLElement {
  const exact = element('input', { type: 'datetime-local', value: civilTimeOf(now, timeZone), 'aria-label': say('clockExact') });
  const moveExactly = (event: Event): void => {
    event.preventDefault();
    const to = exact.value === '' ? now : instantOf(exact.value.slice(0, 16), timeZone);
    if (to <= now) refuse(say('clockBackwards'));
    else move(to);
  };
  const step = (label: string, to: Date): HTMLElement => element('button', { type: 'button', class: 'step', onclick: () => { move(to); } },
    element('strong', {}, label), element('span', {}, showTime(to, timeZone, language)));
  return element('div', { class: 'clock-panel' },
    element('p', { class: 'summary' }, say('clockNow', { now: showTime(now, timeZone, language) })),
    element('p', { class: 'hint' }, say('clockHint')),
    step(say('clockNextMorning'), nextMorning(now, timeZone)),
    step(say('clockNextMonth'), nextMonth(now, timeZone)),
    element('form', { class: 'exact', onsubmit: moveExactly }, exact, element('button', { type: 'submit', class: 'primary' }, say('clockSet'))));
}
