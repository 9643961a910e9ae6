import { nextRun } from '../clock-schedule';
import type { ClockSchedule, TriggerRecord } from '../host-state';
import type { ServiceContext } from '../service-context';
import { EnumValue, isServiceObject, ServiceError, serviceObject, type Member, type ServiceObject } from '../wire';
import { badArguments, enumArgument, enumTable, numberArgument, serviceArgument, textArgument } from './arguments';

const TRIGGERS_PER_USER = 20;
const WEEKDAYS = ['SUNDAY', 'MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY'];
const MINUTE_STEPS = [1, 5, 10, 15, 30];

export function createScriptApp(context: ServiceContext): ServiceObject {
  const own = (): TriggerRecord[] => context.state.triggers.filter(({ owner }) => owner === context.effectiveUser);
  const objects = new Map<string, ServiceObject>();
  const triggerObject = (record: TriggerRecord): ServiceObject => {
    const known = objects.get(record.id) ?? triggerOf(context, record);
    objects.set(record.id, known);
    return known;
  };
  const create = (handler: string, event: TriggerRecord['event'], schedule: ClockSchedule | null): ServiceObject =>
    context.pass('ScriptApp', 'create', () => triggerObject(addTrigger(context, own(), { handler, event, schedule })));
  const listOwn: Member = () => own().map(triggerObject);
  return serviceObject({
    type: 'ScriptApp',
    service: 'ScriptApp',
    members: {
      newTrigger: (...args) => {
        const handler = textArgument(args, 0, 'ScriptApp.newTrigger');
        return serviceObject({
          type: 'TriggerBuilder',
          members: {
            timeBased: () => clockBuilder(context, (schedule) => create(handler, 'CLOCK', schedule)),
            forSpreadsheet: (...target) => {
              if (target[0] !== context.spreadsheetId && !isServiceObject(target[0])) throw badArguments(target, 'TriggerBuilder.forSpreadsheet');
              return spreadsheetBuilder((event) => create(handler, event, null));
            },
          },
        });
      },
      getProjectTriggers: listOwn,
      getUserTriggers: listOwn,
      deleteTrigger: (...args) => {
        const id = idOf.get(serviceArgument(args, 0, ['Trigger'], 'ScriptApp.deleteTrigger'));
        context.state.triggers = context.state.triggers.filter((trigger) => trigger.id !== id);
        context.changed('triggers');
      },
      getScriptId: () => context.scriptId,
      getAuthorizationInfo: () => authorizationInfo(context),
      requireScopes: (...args) => {
        const missing = (args[1] as readonly string[]).filter((scope) => context.manifest.oauthScopes !== null && !context.manifest.oauthScopes.includes(scope));
        if (missing.length > 0) throw new ServiceError(`Authorization is required to perform that action. Missing scopes: ${missing.join(' ')}`);
      },
      requireAllScopes: () => undefined,
    },
    values: {
      AuthMode: enumTable('AuthMode', ['NONE', 'CUSTOM_FUNCTION', 'LIMITED', 'FULL']),
      AuthorizationStatus: enumTable('AuthorizationStatus', ['REQUIRED', 'NOT_REQUIRED']),
      EventType: enumTable('EventType', ['CLOCK', 'ON_OPEN', 'ON_EDIT', 'ON_FORM_SUBMIT', 'ON_CHANGE', 'ON_EVENT_UPDATED']),
      TriggerSource: enumTable('TriggerSource', ['SPREADSHEETS', 'CLOCK', 'FORMS', 'DOCUMENTS', 'CALENDAR']),
      WeekDay: enumTable('Weekday', WEEKDAYS),
    },
  });
}

const idOf = new WeakMap<ServiceObject, string>();

function triggerOf({ spreadsheetId }: ServiceContext, record: TriggerRecord): ServiceObject {
  const trigger = serviceObject({
    type: 'Trigger',
    members: {
      getUniqueId: () => record.id,
      getHandlerFunction: () => record.handler,
      getEventType: () => new EnumValue('EventType', record.event),
      getTriggerSource: () => new EnumValue('TriggerSource', record.schedule === null ? 'SPREADSHEETS' : 'CLOCK'),
      getTriggerSourceId: () => (record.schedule === null ? spreadsheetId : null),
    },
  });
  idOf.set(trigger, record.id);
  return trigger;
}

/** Limits of platform.md §7: 20 per user and script; an editor add-on has one per type and document and at most one run an hour. */
function addTrigger(context: ServiceContext, own: readonly TriggerRecord[], wanted: Pick<TriggerRecord, 'handler' | 'event' | 'schedule'>): TriggerRecord {
  if (own.length >= TRIGGERS_PER_USER) throw new ServiceError('This script has too many triggers. Triggers must be deleted from the script before more can be added.');
  if (context.deployment !== 'bound') {
    if (own.some(({ event }) => event === wanted.event)) throw new ServiceError('The Add-on has created too many triggers of this type in this document for this Google user account.');
    if (wanted.schedule?.every === 'minutes') throw new ServiceError('The Add-on attempted to create a trigger that runs more than once per hour. Please contact the add-on developer.');
  }
  const createdAt = context.now();
  context.state.sequence += 1;
  const record: TriggerRecord = {
    ...wanted, id: String(7_000_000_000_000 + context.state.sequence), owner: context.effectiveUser, createdAt,
    nextRunAt: wanted.schedule === null ? null : nextRun(wanted.schedule, createdAt, createdAt),
  };
  context.state.triggers.push(record);
  context.changed('triggers');
  return record;
}

interface ClockWish {
  every: 'once' | 'minutes' | 'hours' | 'days' | 'weeks' | 'months' | null;
  count: number;
  at: number;
  hour: number | null;
  nearMinute: number | null;
  day: number | null;
  timeZone: string;
}

function clockBuilder(context: ServiceContext, create: (schedule: ClockSchedule) => ServiceObject): ServiceObject {
  const wish: ClockWish = { every: null, count: 1, at: 0, hour: null, nearMinute: null, day: null, timeZone: context.manifest.timeZone };
  const chain = (change: (args: readonly unknown[]) => void): Member => (...args) => {
    change(args);
    return builder;
  };
  const every = (unit: NonNullable<ClockWish['every']>): Member => chain((args) => {
    wish.every = unit;
    wish.count = numberArgument(args, 0, 'ClockTriggerBuilder');
    if (unit === 'minutes' && !MINUTE_STEPS.includes(wish.count)) throw new ServiceError('The value you passed to everyMinutes was invalid. It must be one of 1, 5, 10, 15 or 30.');
  });
  const builder: ServiceObject = serviceObject({
    type: 'ClockTriggerBuilder',
    members: {
      everyMinutes: every('minutes'),
      everyHours: every('hours'),
      everyDays: every('days'),
      everyWeeks: every('weeks'),
      onMonthDay: chain((args) => { wish.every = 'months'; wish.day = numberArgument(args, 0, 'ClockTriggerBuilder.onMonthDay'); }),
      onWeekDay: chain((args) => { wish.every ??= 'weeks'; wish.day = WEEKDAYS.indexOf(enumArgument(args, 0, 'Weekday', 'ClockTriggerBuilder.onWeekDay')); }),
      atHour: chain((args) => { wish.hour = numberArgument(args, 0, 'ClockTriggerBuilder.atHour'); }),
      nearMinute: chain((args) => { wish.nearMinute = numberArgument(args, 0, 'ClockTriggerBuilder.nearMinute'); }),
      inTimezone: chain((args) => { wish.timeZone = textArgument(args, 0, 'ClockTriggerBuilder.inTimezone'); }),
      after: chain((args) => { wish.every = 'once'; wish.at = context.now() + numberArgument(args, 0, 'ClockTriggerBuilder.after'); }),
      at: chain((args) => {
        if (!(args[0] instanceof Date)) throw badArguments(args, 'ClockTriggerBuilder.at');
        wish.every = 'once';
        wish.at = args[0].getTime();
      }),
      create: () => create(scheduleOf(context, wish)),
    },
  });
  return builder;
}

/** Draws what Google leaves open: the hour if none was asked for, and the minute, ±15 around nearMinute. It then stays. */
function scheduleOf({ random }: ServiceContext, wish: ClockWish): ClockSchedule {
  const { every, count } = wish;
  if (every === null) throw new ServiceError('The clock trigger needs a frequency.');
  if (every === 'once') return { every, at: wish.at };
  if (every === 'minutes' || every === 'hours') return { every, count };
  const minute = wish.nearMinute === null ? random.integer(60) : Math.min(59, Math.max(0, wish.nearMinute - 15 + random.integer(31)));
  return { every, count, hour: wish.hour ?? random.integer(24), minute, day: wish.day ?? (every === 'weeks' ? 1 : null), timeZone: wish.timeZone };
}

function spreadsheetBuilder(create: (event: TriggerRecord['event']) => ServiceObject): ServiceObject {
  let event: TriggerRecord['event'] | null = null;
  const on = (wanted: TriggerRecord['event']): Member => () => {
    event = wanted;
    return builder;
  };
  const builder: ServiceObject = serviceObject({
    type: 'SpreadsheetTriggerBuilder',
    members: {
      onOpen: on('ON_OPEN'),
      onEdit: on('ON_EDIT'),
      onChange: on('ON_CHANGE'),
      onFormSubmit: on('ON_FORM_SUBMIT'),
      create: () => {
        if (event === null) throw new ServiceError('The spreadsheet trigger needs an event.');
        return create(event);
      },
    },
  });
  return builder;
}

/** In onOpen Google answers a false "required" (platform.md §7). */
function authorizationInfo({ authMode, manifest }: ServiceContext): ServiceObject {
  return serviceObject({
    type: 'AuthorizationInfo',
    members: {
      getAuthorizationStatus: () => new EnumValue('AuthorizationStatus', authMode === 'FULL' ? 'NOT_REQUIRED' : 'REQUIRED'),
      getAuthorizedScopes: () => (authMode === 'FULL' ? [...manifest.oauthScopes ?? []] : []),
      getAuthorizationUrl: () => (authMode === 'FULL' ? null : 'https://script.google.com/authorize'),
    },
  });
}
