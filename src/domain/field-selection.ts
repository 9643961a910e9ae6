/** Which fields of an entity have a column: the preset's choice, changed by the owner's switches. */
import type { EntityDeclaration } from './field';
import type { PresetName } from './preset';

/** Field key → on or off, as the owner decided apart from the preset. */
export type FieldSwitches = Readonly<Record<string, boolean>>;

/** Required fields cannot be switched off. */
export function enabledKeys(entity: EntityDeclaration, preset: PresetName, switches: FieldSwitches): readonly string[] {
  return Object.entries(entity.fields)
    .filter(([key, field]) => field.required === true || (switches[key] ?? field.presets.includes(preset)))
    .map(([key]) => key);
}
