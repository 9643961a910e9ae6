import type { TriggerRecord } from './host-state';
import type { Selection, ServiceContext } from './service-context';
import { rangeObject } from './services/spreadsheet-app';
import { EnumValue, type ServiceObject } from './wire';

/** What a trigger handler is told. `edit` and `change` come from what people do in the grid, never from scripts or the API. */
export type TriggerEvent =
  | { readonly kind: 'clock'; readonly triggerId: string }
  | { readonly kind: 'open'; readonly triggerId?: string }
  | { readonly kind: 'edit'; readonly place: Selection; readonly value?: string; readonly oldValue?: string; readonly triggerId?: string }
  | { readonly kind: 'change'; readonly changeType: ChangeType; readonly triggerId?: string };

export type ChangeType = 'EDIT' | 'INSERT_ROW' | 'INSERT_COLUMN' | 'REMOVE_ROW' | 'REMOVE_COLUMN' | 'INSERT_GRID' | 'REMOVE_GRID' | 'FORMAT' | 'OTHER';

/** The event of a trigger, or a clock's when somebody fires a handler that no trigger names. */
export function forgedEvent(trigger: TriggerRecord | null, place: Selection): TriggerEvent {
  const triggerId = trigger?.id ?? '0';
  switch (trigger?.event) {
    case 'ON_OPEN': return { kind: 'open', triggerId };
    case 'ON_EDIT': return { kind: 'edit', place, triggerId };
    case 'ON_CHANGE': return { kind: 'change', changeType: 'OTHER', triggerId };
    default: return { kind: 'clock', triggerId };
  }
}

/** The event object as Google builds it: its authMode is an enum's value, which no RPC can forge (platform.md §2). */
export function eventObject(event: TriggerEvent, context: ServiceContext, spreadsheet: ServiceObject): Readonly<Record<string, unknown>> {
  const authMode = new EnumValue('AuthMode', context.authMode);
  const triggerUid = event.triggerId === undefined ? {} : { triggerUid: event.triggerId };
  switch (event.kind) {
    case 'clock': return { authMode, ...triggerUid, ...clockFields(context.now()) };
    case 'open': return { authMode, ...triggerUid, source: spreadsheet };
    case 'change': return { authMode, ...triggerUid, source: spreadsheet, changeType: event.changeType };
    case 'edit': {
      const { place, value, oldValue } = event;
      const single = place.rows === 1 && place.columns === 1;
      const values = single ? { ...(value === undefined ? {} : { value }), ...(oldValue === undefined ? {} : { oldValue }) } : {};
      return { authMode, ...triggerUid, source: spreadsheet, range: rangeObject(context, place, () => undefined), ...values };
    }
  }
}

function clockFields(now: number): Readonly<Record<string, unknown>> {
  const at = new Date(now);
  const dayOfYear = Math.floor((now - Date.UTC(at.getUTCFullYear(), 0, 1)) / 86_400_000);
  return {
    year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, 'day-of-month': at.getUTCDate(), 'day-of-week': at.getUTCDay() === 0 ? 7 : at.getUTCDay(),
    'week-of-year': Math.floor(dayOfYear / 7) + 1, hour: at.getUTCHours(), minute: at.getUTCMinutes(), second: at.getUTCSeconds(), timezone: 'UTC',
  };
}
