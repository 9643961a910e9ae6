/** One value as a person reads and uses it: numbers can be called, addresses written to. */
import type { Field, Values } from '../../src/domain/field';
import { displayValue } from '../display';
import { useWorkspace } from '../workspace';

export function FieldValue({ field, fieldKey, values }: { readonly field: Field; readonly fieldKey: string; readonly values: Values }) {
  const { language } = useWorkspace();
  const value = values[fieldKey];
  const text = displayValue(field, value, values, language);
  if (field.kind === 'phone') return <a href={`tel:${String(value)}`} target="_blank" rel="noopener">{text}</a>;
  if (field.kind === 'email') return <a href={`mailto:${String(value)}`} target="_blank" rel="noopener">{text}</a>;
  if (field.kind === 'tags' && Array.isArray(value)) {
    return <span class="chips">{(value as readonly string[]).map((tag) => <span key={tag} class="chip">{tag}</span>)}</span>;
  }
  return <span class={field.kind === 'longText' ? 'lines' : undefined}>{text}</span>;
}
