/** What a form can fill in by itself from what was typed elsewhere. Nothing a person entered is replaced. */
import { checkIdNumber } from '../src/domain/id-number';
import type { EntityDeclaration } from '../src/domain/field';
import type { Inputs } from './form-model';

/** Inputs that follow from the one just left; empty when nothing does. */
export function autofill(entity: EntityDeclaration, enabled: ReadonlySet<string>, key: string, inputs: Inputs): Inputs {
  const typed = inputs[key];
  if (entity.fields[key]?.kind !== 'idNumber' || typeof typed !== 'string') return {};
  const id = checkIdNumber(typed);
  if (!id.ok) return {};
  const known: Readonly<Record<string, string>> = { birthDate: id.birthDate, gender: id.gender };
  return Object.fromEntries(Object.entries(known).filter(([target]) => enabled.has(target) && inputs[target] === ''));
}
