/** Two people changed the same fields: for each, what was there, mine and theirs, and a choice. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { CheckContext } from '../../src/domain/check-record';
import type { Value } from '../../src/domain/field';
import type { FieldConflict } from '../../src/domain/reconcile';
import { displayValue } from '../display';
import type { ConflictChoices } from '../form-model';
import { useWorkspace } from '../workspace';

interface ConflictPanelProps {
  readonly context: CheckContext;
  readonly conflicts: readonly FieldConflict[];
  readonly isSaving: boolean;
  readonly onChoose: (choices: ConflictChoices) => void;
  readonly onKeepEditing: () => void;
}

export function ConflictPanel({ context, conflicts, isSaving, onChoose, onKeepEditing }: ConflictPanelProps) {
  const { messages } = useWorkspace();
  const [choices, setChoices] = useState<ConflictChoices>({});
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const isSettled = conflicts.every(({ field }) => choices[field] !== undefined);
  return (
    <section class="conflict" aria-labelledby="conflict-title">
      <h2 id="conflict-title" tabIndex={-1} ref={heading}>{messages.conflictTitle}</h2>
      <p>{messages.conflictHelp}</p>
      <p>{messages.conflictRest}</p>
      {conflicts.map((conflict) => (
        <ConflictChoice key={conflict.field} context={context} conflict={conflict} choice={choices[conflict.field]}
          onChoose={(choice) => setChoices({ ...choices, [conflict.field]: choice })} />
      ))}
      {!isSettled && <p class="quiet">{messages.chooseEach}</p>}
      <div class="buttons">
        <button type="button" class="primary" disabled={!isSettled || isSaving} onClick={() => onChoose(choices)}>{isSaving ? messages.saving : messages.saveChoices}</button>
        <button type="button" disabled={isSaving} onClick={onKeepEditing}>{messages.keepEditing}</button>
      </div>
    </section>
  );
}

interface ConflictChoiceProps {
  readonly context: CheckContext;
  readonly conflict: FieldConflict;
  readonly choice: 'mine' | 'theirs' | undefined;
  readonly onChoose: (choice: 'mine' | 'theirs') => void;
}

function ConflictChoice({ context, conflict, choice, onChoose }: ConflictChoiceProps) {
  const { messages, language } = useWorkspace();
  const field = context.entity.fields[conflict.field];
  const text = (value: Value): string => (field === undefined ? String(value ?? '') : displayValue(field, value, {}, language)) || messages.empty;
  const option = (side: 'mine' | 'theirs', label: string) => (
    <label class="side">
      <input type="radio" name={`conflict-${conflict.field}`} checked={choice === side} onChange={() => onChoose(side)} />
      <span><small>{label}</small>{text(conflict[side])}</span>
    </label>
  );
  return (
    <fieldset>
      <legend>{field?.labels[language] ?? conflict.field}</legend>
      <p class="quiet">{messages.conflictBase}{' · '}{text(conflict.base)}</p>
      <div class="sides">
        {option('mine', messages.conflictMine)}
        {option('theirs', messages.conflictTheirs)}
      </div>
    </fieldset>
  );
}
