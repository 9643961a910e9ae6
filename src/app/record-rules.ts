/** The domain's rules with what they need to know of this workbook and this day. */
import type { CheckContext, Checked } from '../domain/check-record';
import { derive } from '../domain/derive';
import type { EntityDeclaration, Values } from '../domain/field';
import { validation } from './ports/app-error';
import type { WorkbookConfig } from './ports/archive';
import type { AppContext } from './app-context';

export function checkContext(context: AppContext, entity: EntityDeclaration, config: WorkbookConfig): CheckContext {
  return { entity, enabled: new Set(config.enabled[entity.name]), today: context.clock.dayOf(context.clock.now()) };
}

/** The values, or VALIDATION with every issue. */
export function valuesOf(checked: Checked): Values {
  if (!checked.ok) throw validation(checked.issues);
  return checked.values;
}

/** The values with their derived fields, as far as those have a column. @param createdAt epoch milliseconds, NaN where a damaged stamp does not tell */
export function withDerived(context: AppContext, entity: EntityDeclaration, config: WorkbookConfig, values: Values, createdAt: number): Values {
  const enabled = new Set(config.enabled[entity.name]);
  const derived = derive(entity, values, { createdOn: Number.isNaN(createdAt) ? null : context.clock.dayOf(createdAt), reviewPolicy: config.reviewPolicy });
  return Object.fromEntries(Object.entries(derived).filter(([key]) => enabled.has(key)));
}
