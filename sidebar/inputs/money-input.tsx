import type { MoneyField } from '../../src/domain/field';
import { CURRENCIES } from '../../src/domain/money';
import { useWorkspace } from '../workspace';
import { inputAttributes, type InputProps } from './input-props';

/** An amount, with the sign of the currency chosen in the form before it. */
export function MoneyInput(props: InputProps<MoneyField>) {
  const { language } = useWorkspace();
  const { field, value, inputs, onInput } = props;
  const code = inputs[field.currencyField];
  const sign = CURRENCIES.find((currency) => currency.code === code)?.symbol[language] ?? '';
  return (
    <div class="prefixed">
      <span aria-hidden="true">{sign}</span>
      <input {...inputAttributes(props)} style={{ paddingLeft: `${sign.length + 2}ch` }} type="text" inputMode="decimal" autoComplete="off" value={value as string} onInput={(event) => onInput(event.currentTarget.value)} />
    </div>
  );
}
