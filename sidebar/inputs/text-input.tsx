import type { FormattedField, TextField } from '../../src/domain/field';
import { useWorkspace } from '../workspace';
import { inputAttributes, type InputProps } from './input-props';

/** One line of text; suggestions are offered while typing, anything else is welcome too. */
export function TextInput(props: InputProps<TextField | FormattedField> & { readonly fieldKey: string }) {
  const { id, field, fieldKey, value, onInput } = props;
  const suggestions = useSuggestions(fieldKey, field);
  const listId = `${id}-list`;
  return (
    <>
      <input {...inputAttributes(props)} type={field.kind === 'phone' ? 'tel' : 'text'} inputMode={field.kind === 'email' ? 'email' : undefined}
        value={value as string} autoComplete="off" spellcheck={false} list={suggestions.length > 0 ? listId : undefined}
        onInput={(event) => onInput(event.currentTarget.value)} />
      {suggestions.length > 0 && <datalist id={listId}>{suggestions.map((text) => <option key={text} value={text} />)}</datalist>}
    </>
  );
}

export function LongTextInput(props: InputProps<TextField>) {
  return <textarea {...inputAttributes(props)} rows={3} value={props.value as string} onInput={(event) => props.onInput(event.currentTarget.value)} />;
}

/** What a field suggests: its declaration's list, or the team's addresses where a colleague is asked for. */
function useSuggestions(key: string, field: TextField | FormattedField): readonly string[] {
  const { archive, language } = useWorkspace();
  if (key === 'ownerEmail') return archive.team.map((member) => member.email);
  if (field.kind !== 'text') return [];
  return Object.values(field.suggestions ?? {}).map((labels) => labels[language]);
}
