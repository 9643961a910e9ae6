/** What every input of a form is given; the field's frame (label, hint, error) is drawn around it. */
import type { Field } from '../../src/domain/field';
import type { Inputs } from '../form-model';

export interface InputProps<F extends Field = Field> {
  readonly id: string;
  readonly field: F;
  readonly value: string | readonly string[];
  /** Ids of the hint and the error under the input. */
  readonly describedBy: string | undefined;
  readonly isInvalid: boolean;
  readonly isRequired: boolean;
  /** Everything in the form, for inputs that depend on another one. */
  readonly inputs: Inputs;
  readonly onInput: (value: string | readonly string[]) => void;
  readonly onLeave: () => void;
}

/** The attributes that tie an input to its frame. */
export function inputAttributes({ id, describedBy, isInvalid, isRequired, onLeave }: InputProps) {
  return { id, 'aria-describedby': describedBy, 'aria-invalid': isInvalid, required: isRequired, onBlur: onLeave } as const;
}
