/** All that is wrong after an attempt to save, each item a jump to its field. */
import type { Ref } from 'preact';
import type { CheckContext } from '../../src/domain/check-record';
import { issueText, labelOf, type ToldIssue } from '../display';
import { fieldOfIssue } from '../form-model';
import { Icon } from '../parts/icon';
import { useWorkspace } from '../workspace';

interface IssueSummaryProps {
  readonly summaryRef: Ref<HTMLDivElement>;
  readonly context: CheckContext;
  readonly issues: readonly ToldIssue[];
  readonly onJump: (key: string) => void;
}

export function IssueSummary({ summaryRef, context, issues, onJump }: IssueSummaryProps) {
  const { messages, language } = useWorkspace();
  const order = Object.keys(context.entity.fields);
  const inOrder = [...issues].sort((a, b) => order.indexOf(fieldOfIssue(a) ?? '') - order.indexOf(fieldOfIssue(b) ?? ''));
  return (
    <div class="note bad" role="alert" tabIndex={-1} ref={summaryRef}>
      <Icon name="warning" />
      <div>
        <p><strong>{messages.problemCount(issues.length)}</strong></p>
        <ul>
          {inOrder.map((issue) => {
            const key = fieldOfIssue(issue);
            const field = key === null ? undefined : context.entity.fields[key];
            return (
              <li key={issue.path}>
                {key !== null && field !== undefined
                  ? <button type="button" class="link" onClick={() => onJump(key)}>{labelOf(field, language)}</button>
                  : <span>{issueText(issue, language)}</span>}
              </li>
            );
          })}
        </ul>
      </div>
    </div>
  );
}
