import type { DateField } from '../../src/domain/field';
import { useWorkspace } from '../workspace';
import { inputAttributes, type InputProps } from './input-props';

/** The browser's own date input. A date half typed has no value there; it is handed on as text that no rule takes for a date. */
export function DateInput(props: InputProps<DateField>) {
  const { archive } = useWorkspace();
  const { field, value, onInput, onLeave } = props;
  return (
    <input {...inputAttributes(props)} type="date" value={value === UNREADABLE ? '' : value as string} max={field.notInFuture === true ? archive.today : '2199-12-31'}
      onInput={(event) => onInput(event.currentTarget.value)}
      onBlur={(event) => {
        if (event.currentTarget.validity.badInput) onInput(UNREADABLE);
        onLeave();
      }} />
  );
}

const UNREADABLE = '?';
