/** A form made from a declaration: its sections, and one framed input per field that is shown now. */
import type { CheckContext } from '../src/domain/check-record';
import type { Field } from '../src/domain/field';
import { issueText, labelOf, type ToldIssue } from './display';
import { isRequiredNow, shownFields, type FormState } from './form-model';
import { ChoiceInput } from './inputs/choice-input';
import { DateInput } from './inputs/date-input';
import type { InputProps } from './inputs/input-props';
import { MoneyInput } from './inputs/money-input';
import { ReferenceInput } from './inputs/reference-input';
import { TagsInput } from './inputs/tags-input';
import { LongTextInput, TextInput } from './inputs/text-input';
import { Icon } from './parts/icon';
import { useWorkspace } from './workspace';

interface RecordFieldsProps {
  readonly context: CheckContext;
  readonly form: FormState;
  /** What to tell at each field now. */
  readonly issues: ReadonlyMap<string, ToldIssue>;
  /** Names of referenced records that the caller knows and that are not to be changed here. */
  readonly knownNames: Readonly<Record<string, string>>;
  readonly closedSections: ReadonlySet<string>;
  readonly onToggleSection: (section: string) => void;
  readonly onInput: (key: string, value: string | readonly string[]) => void;
  readonly onLeave: (key: string) => void;
}

export function inputId(key: string): string {
  return `field-${key}`;
}

export function RecordFields(props: RecordFieldsProps) {
  const { language } = useWorkspace();
  const { context, form, closedSections, onToggleSection } = props;
  const shown = shownFields(context, form.inputs);
  return (
    <>
      {context.entity.sections.map((section) => {
        const fields = shown.filter(([, field]) => field.section === section.key);
        const isOpen = !closedSections.has(section.key);
        return fields.length > 0 && (
          <fieldset key={section.key}>
            <legend>
              <button type="button" class="section" aria-expanded={isOpen} aria-controls={`section-${section.key}`} onClick={() => onToggleSection(section.key)}>
                {section.labels[language]}<Icon name="chevron" />
              </button>
            </legend>
            <div id={`section-${section.key}`} hidden={!isOpen}>
              {fields.map(([key, field]) => <FramedInput key={key} fieldKey={key} field={field} {...props} />)}
            </div>
          </fieldset>
        );
      })}
    </>
  );
}

/** Label, input, hint and error of one field, tied together for screen readers. */
function FramedInput({ fieldKey, field, form, issues, knownNames, onInput, onLeave }: RecordFieldsProps & { readonly fieldKey: string; readonly field: Field }) {
  const { language, messages } = useWorkspace();
  const id = inputId(fieldKey);
  const issue = issues.get(fieldKey);
  const isRequired = isRequiredNow(field, form.inputs);
  // An error takes the hint's place: it says the same and more, and the form stays still under the pointer.
  const note = issue === undefined ? field.hint?.[language] : issueText(issue, language);
  const input: InputProps = {
    id, field, value: form.inputs[fieldKey] ?? '', describedBy: note === undefined ? undefined : `${id}-note`,
    isInvalid: issue !== undefined, isRequired, inputs: form.inputs,
    onInput: (value) => onInput(fieldKey, value), onLeave: () => onLeave(fieldKey),
  };
  return (
    <div class={issue === undefined ? 'field' : 'field invalid'}>
      <label for={id}>{labelOf(field, language)}{isRequired && <abbr title={messages.requiredNote} aria-hidden="true">*</abbr>}</label>
      <KindInput input={input} fieldKey={fieldKey} knownName={knownNames[fieldKey]} />
      {note !== undefined && <p id={`${id}-note`} class={issue === undefined ? 'hint' : 'error'}>{note}</p>}
    </div>
  );
}

interface KindInputProps {
  readonly input: InputProps;
  readonly fieldKey: string;
  readonly knownName: string | undefined;
}

function KindInput({ input, fieldKey, knownName }: KindInputProps) {
  const { field } = input;
  switch (field.kind) {
    case 'longText': return <LongTextInput {...input} field={field} />;
    case 'choice': return <ChoiceInput {...input} field={field} />;
    case 'tags': return <TagsInput {...input} field={field} />;
    case 'date': return <DateInput {...input} field={field} />;
    case 'money': return <MoneyInput {...input} field={field} />;
    case 'reference': return <ReferenceInput {...input} field={field} knownName={knownName} />;
    default: return <TextInput {...input} field={field} fieldKey={fieldKey} />;
  }
}
