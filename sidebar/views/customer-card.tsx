/** One customer at a glance: who, how to reach them, when to look again, what they bought; and what to do next. */
import { useEffect, useState } from 'preact/hooks';
import type { CustomerCardData, WireRecord } from '../../src/contract/methods';
import { CUSTOMER } from '../../src/domain/entities/customer';
import { isBlankValue } from '../../src/domain/field';
import { daysBetween } from '../../src/domain/plain-date';
import { displayInstant } from '../display';
import { ErrorNote } from '../parts/error-note';
import { FieldValue } from '../parts/field-value';
import { Icon, type IconName } from '../parts/icon';
import { Page } from '../parts/page';
import { RecordActions } from '../parts/record-actions';
import { RecordFacts } from '../parts/record-facts';
import { Skeleton } from '../parts/skeleton';
import type { CallError } from '../rpc';
import { useWorkspace } from '../workspace';
import { Initial } from './customer-item';
import { TransactionList } from './transaction-list';

export function CustomerCard({ id, row }: { readonly id: string; readonly row: number | undefined }) {
  const { archive, rpc, messages, language, navigation, cards, recents, sync } = useWorkspace();
  const [card, setCard] = useState<CustomerCardData | null>(cards.get(id) ?? null);
  const [error, setError] = useState<CallError | null>(null);
  const title = text(card?.customer.values['name']) || sync.index.find(id)?.name || '';

  async function fetchCard(): Promise<void> {
    setError(null);
    const result = await rpc.call('customer.card', { id, ...(row === undefined ? {} : { row }) });
    if (result.ok) show(result.data);
    else setError(result.error);
  }

  function show(fetched: CustomerCardData): void {
    const { customer } = fetched;
    cards.set(id, fetched);
    setCard(fetched);
    recents.add({ id, row: customer.row, name: text(customer.values['name']), company: text(customer.values['companyName']) });
  }

  useEffect(() => void fetchCard(), [id]);

  return (
    <Page title={title || CUSTOMER.labels[language]} actions={archive.user.canWrite && card !== null && (
      <>
        <button type="button" class="primary" onClick={() => navigation.open({ name: 'form', entity: 'transaction', customer: { id, name: title } })}><Icon name="plus" />{messages.newTransaction}</button>
        <button type="button" onClick={() => navigation.open({ name: 'form', entity: 'customer', record: card.customer })}><Icon name="edit" />{messages.edit}</button>
      </>
    )}>
      {error !== null && <ErrorNote error={error} language={language} messages={messages} onRetry={() => void fetchCard()} />}
      {card === null && error === null && <Skeleton label={messages.loading} rows={6} />}
      {card !== null && (
        <>
          <Headline customer={card.customer} />
          <KeyFacts customer={card.customer} />
          <TransactionList transactions={card.transactions} count={card.transactionCount} customerName={title} />
          <details>
            <summary>{messages.allDetails}<Icon name="chevron" /></summary>
            <RecordFacts record={card.customer} />
            <p class="quiet">{messages.lastChanged(displayInstant(card.customer.updatedAt, language), card.customer.updatedBy)}<br />{card.customer.id}</p>
          </details>
          <RecordActions record={card.customer} title={title} onChanged={(customer) => show({ ...card, customer })} />
        </>
      )}
    </Page>
  );
}

function Headline({ customer }: { readonly customer: WireRecord }) {
  const { messages, language } = useWorkspace();
  const { name, companyName, tier, kind } = customer.values;
  const { options: tiers } = CUSTOMER.fields.tier;
  const { options: kinds } = CUSTOMER.fields.kind;
  return (
    <div class="headline">
      <Initial id={customer.id} name={text(name)} />
      <div>
        {!isBlankValue(companyName) && companyName !== name && <p>{companyName}</p>}
        <p class="badges">
          {isOption(tier, tiers) && <span class={`badge ${tier}`}>{tiers[tier][language]}</span>}
          {isOption(kind, kinds) && <span class="badge">{kinds[kind][language]}</span>}
          {customer.archivedAt !== null && <span class="badge gone">{messages.archived}</span>}
        </p>
      </div>
    </div>
  );
}

const KEY_FACTS: readonly (readonly [key: 'phone' | 'email' | 'ownerEmail' | 'reviewDueOn', icon: IconName])[] = [
  ['phone', 'phone'], ['email', 'mail'], ['ownerEmail', 'person'], ['reviewDueOn', 'clock'],
];

function KeyFacts({ customer }: { readonly customer: WireRecord }) {
  const { archive, messages, language } = useWorkspace();
  const enabled = archive.fields['customer'] ?? [];
  return (
    <dl class="facts key">
      {KEY_FACTS.filter(([key]) => enabled.includes(key)).map(([key, icon]) => (
        <div key={key}>
          <dt><Icon name={icon} /><span class="unseen">{CUSTOMER.fields[key].labels[language]}</span></dt>
          <dd>
            {isBlankValue(customer.values[key])
              ? <span class="quiet">{CUSTOMER.fields[key].labels[language]}{' · '}{messages.notFilled}</span>
              : <FieldValue field={CUSTOMER.fields[key]} fieldKey={key} values={customer.values} />}
            {key === 'reviewDueOn' && customer.archivedAt === null && <DueMark dueOn={customer.values[key]} />}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function DueMark({ dueOn }: { readonly dueOn: unknown }) {
  const { archive, messages } = useWorkspace();
  if (typeof dueOn !== 'string') return null;
  const days = daysBetween(archive.today, dueOn);
  if (days < 0) return <strong class="badge overdue">{messages.reviewOverdue(-days)}</strong>;
  return <span class={days === 0 ? 'badge overdue' : 'quiet'}>{days === 0 ? messages.reviewToday : messages.reviewIn(days)}</span>;
}

function isOption<O extends object>(value: unknown, options: O): value is keyof O & string {
  return typeof value === 'string' && Object.prototype.hasOwnProperty.call(options, value);
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
