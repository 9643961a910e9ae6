import type { ChoiceField } from '../../src/domain/field';
import { useWorkspace } from '../workspace';
import { inputAttributes, type InputProps } from './input-props';

/** One of the declared options; a field that may stay empty offers that first. */
export function ChoiceInput(props: InputProps<ChoiceField>) {
  const { messages, language } = useWorkspace();
  const { field, value, isRequired, onInput } = props;
  const isKnown = value === '' || Object.prototype.hasOwnProperty.call(field.options, value as string);
  return (
    <select {...inputAttributes(props)} value={value as string} onChange={(event) => onInput(event.currentTarget.value)}>
      {(!isRequired || value === '') && <option value="">{isRequired ? messages.pleaseChoose : messages.chooseNone}</option>}
      {!isKnown && <option value={value as string}>{value}</option>}
      {Object.entries(field.options).map(([key, labels]) => <option key={key} value={key}>{labels[language]}</option>)}
    </select>
  );
}
