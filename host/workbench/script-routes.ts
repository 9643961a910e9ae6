import type { RunOutcome } from '../apps-script/run-script';
import { BadInput, countIn, instantIn, textIn, type Fields } from './input';
import type { RouteContext } from './route-context';
import { menuItems } from './shown';
import type { CallLog, ClockMove, Mail, MenuItem, Shown } from '../wire/doors';

/** Calls the product's one door as google.script.run does: a JSON text each way. */
export function rpc({ host, tellShown }: RouteContext, user: string, fields: Fields): unknown {
  if (fields['request'] === undefined) throw new BadInput('"request" must hold the request.');
  const outcome = host.scripts.rpc(user, 'handleRequest', [JSON.stringify(fields['request'])]);
  tellShown(user, outcome.ui);
  return envelopeOf(outcome);
}

/** `language`, when given, is that of the person's Google account from now on. */
export function menu({ host, tellShown }: RouteContext, user: string, fields: Fields): { readonly items: readonly MenuItem[] } {
  if (fields['language'] !== undefined) host.scripts.speak(user, textIn(fields, 'language'));
  const outcome = host.scripts.openDocument(user);
  tellShown(user, outcome.ui);
  return { items: menuItems(outcome.menu) };
}

/** What Google tells the person when a menu's function fails is an alert here. */
export function clickMenu({ host, shownTo }: RouteContext, user: string, fields: Fields): { readonly ok: boolean; readonly shown: readonly Shown[] } {
  const { ok, ui, error } = host.scripts.clickMenu(user, textIn(fields, 'function'));
  const failure: readonly Shown[] = error === undefined ? [] : [{ kind: 'alert', message: `${error.name}: ${error.message}` }];
  return { ok, shown: [...shownTo(user, ui), ...failure] };
}

export function fire({ host, tellShown }: RouteContext, user: string, fields: Fields): { readonly ok: boolean; readonly error?: string } {
  const { ok, ui, error } = host.scripts.fire(user, textIn(fields, 'handler'));
  tellShown(user, ui);
  return { ok, ...(error === undefined ? {} : { error: error.message }) };
}

export function showClock({ host }: RouteContext): { readonly now: string } {
  return { now: new Date(host.door.clock.now()).toISOString() };
}

/** Answers with the runs of triggers that fell due on the way. */
export function moveClock(context: RouteContext, fields: Fields): ClockMove {
  const { host: { scripts, door: { clock } } } = context;
  const instant = instantIn(fields, 'now');
  if (instant < clock.now()) throw new BadInput(`The clock only moves forward; it stands at ${new Date(clock.now()).toISOString()}.`);
  const runs = scripts.advanceTo(instant).map(({ trigger, at, outcome }) => ({
    handler: trigger.handler, user: trigger.owner, at: new Date(at).toISOString(), ok: outcome?.ok ?? false,
    ...(outcome === null ? { error: 'Service using too much computer time for one day' } : outcome.error === undefined ? {} : { error: outcome.error.message }),
  }));
  return { ...showClock(context), runs };
}

export function outbox({ host }: RouteContext): readonly Mail[] {
  return host.scripts.outbox().map(({ to, subject, text, html, at }) => ({ to, subject, text, html: html ?? '', at }));
}

/** `limit` keeps the list short; the sums are of all calls anyway. */
export function calls({ host: { door } }: RouteContext, fields: Fields): CallLog {
  const entries = door.entries();
  const { calls: count, cells, modelSeconds } = door.totals();
  const shown = fields['limit'] === undefined ? entries : entries.slice(Math.max(0, entries.length - countIn(fields, 'limit')));
  return { calls: shown.map(({ service, method, cells, user, at }) => ({ service, method, cells, user, at })), count, cells, modelSeconds: modelSeconds.mid };
}

/** A script that ended without an answer leaves the outcome unknown, as a browser would see it. */
function envelopeOf({ ok, result, error }: RunOutcome): unknown {
  if (!ok) return unavailable(error?.message ?? 'The script gave no answer.');
  try {
    if (typeof result === 'string') return JSON.parse(result);
  } catch (fault) {
    if (!(fault instanceof SyntaxError)) throw fault;
  }
  return unavailable('The script gave an answer that is no JSON text.');
}

function unavailable(message: string): object {
  return { ok: false, error: { code: 'UNAVAILABLE', message } };
}
