/** Set-up, the first time and again: decides what the Settings say, lets the workbook follow, installs the daily run. */
import type { MethodParams, WorkbookSetupData } from '../contract/methods';
import { checkEmail } from '../domain/email';
import { ENTITIES } from '../domain/entities';
import { enabledKeys } from '../domain/field-selection';
import type { Issue } from '../domain/issue';
import { DEFAULT_REVIEW_POLICY } from '../domain/review-cycle';
import type { Role } from '../domain/role';
import { AppError, validation } from './ports/app-error';
import type { SetupPlan } from './ports/workbook-setup';
import type { AppContext } from './app-context';
import { authorise } from './authorise';
import { workbookStatus } from './workbook-status';

type SetupParams = MethodParams<'workbook.setup'>;

/** Hour of the day, in the script's zone, around which Google starts the daily run. */
const DAILY_HOUR = 7;

export function setUpWorkbook(context: AppContext, params: SetupParams): WorkbookSetupData {
  const created = context.lock.run(() => {
    context.archive.renew();
    authorise(context.archive.config(), context.actor, 'workbook:setup');
    const current = context.setup.current();
    if (current === null && context.setup.hasTabs() && !context.ownsFile()) throw new AppError('FORBIDDEN', { technical: 'the settings are gone' });
    const issues: Issue[] = [];
    const team = planTeam(context, params, current, issues);
    const switches = planSwitches(params, current, issues);
    if (current !== null && current.language !== params.language) issues.push({ path: 'language', code: 'fixed' });
    if (issues.length > 0) throw validation(issues);
    const { vip, regular, prospect } = { ...(current?.reviewPolicy ?? DEFAULT_REVIEW_POLICY), ...withoutUndefined(params.reviewMonths ?? {}) };
    return context.setup.ensure({ language: params.language, preset: params.preset, team, reviewPolicy: { vip, regular, prospect }, switches });
  });
  context.triggers.ensureDaily('runDailyJobs', DAILY_HOUR);
  if (created.length > 0) context.view.showTab(context.setup.firstTab());
  return { created, status: workbookStatus(context) };
}

/** Whoever sets the workbook up is its owner unless the list says otherwise; nobody can list himself out. */
function planTeam(context: AppContext, params: SetupParams, current: SetupPlan | null, issues: Issue[]): SetupPlan['team'] {
  const actor = context.actor?.toLowerCase() ?? '';
  const team = new Map<string, Role>();
  (params.team ?? current?.team ?? []).forEach(({ email, role }, i) => {
    const checked = checkEmail(email);
    if (checked.ok) team.set(checked.normalised.toLowerCase(), role);
    else issues.push({ path: `team.${i}.email`, code: 'bad_email' });
  });
  if (!team.has(actor)) team.set(actor, current?.team.find(({ email }) => email === actor)?.role ?? 'owner');
  if (![...team.values()].includes('owner')) issues.push({ path: 'team', code: 'no_owner' });
  return [...team].map(([email, role]) => ({ email, role }));
}

/** Earlier switches stay; a field that has a column keeps it when the preset changes. Keys are `idNumber` or `customer.idNumber`. */
function planSwitches(params: SetupParams, current: SetupPlan | null, issues: Issue[]): SetupPlan['switches'] {
  const switches: Record<string, Record<string, boolean>> = {};
  for (const entity of ENTITIES) {
    const before = current === null ? [] : enabledKeys(entity, current.preset, current.switches[entity.name] ?? {});
    const kept = before.filter((key) => entity.fields[key]?.required !== true && !entity.fields[key]?.presets.includes(params.preset));
    switches[entity.name] = { ...(current?.switches[entity.name] ?? {}), ...Object.fromEntries(kept.map((key) => [key, true])) };
  }
  for (const [name, on] of Object.entries(params.fields ?? {})) {
    const owners = ENTITIES.filter((entity) => Object.prototype.hasOwnProperty.call(entity.fields, fieldOf(entity.name, name)));
    if (owners.length === 0) issues.push({ path: `fields.${name}`, code: 'unknown_field' });
    for (const entity of owners) (switches[entity.name] as Record<string, boolean>)[fieldOf(entity.name, name)] = on;
  }
  return switches;
}

function fieldOf(entity: string, name: string): string {
  return name.startsWith(`${entity}.`) ? name.slice(entity.length + 1) : name;
}

function withoutUndefined<T extends object>(values: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as { [K in keyof T]: Exclude<T[K], undefined> };
}
