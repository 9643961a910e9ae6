/** The newest transactions of a customer; what flowed back carries a minus. */
import type { WireRecord } from '../../src/contract/methods';
import { TRANSACTION } from '../../src/domain/entities/transaction';
import { displayAmount, displayValue } from '../display';
import { useWorkspace } from '../workspace';

interface TransactionListProps {
  readonly transactions: readonly WireRecord[];
  readonly count: number;
  readonly customerName: string;
}

export function TransactionList({ transactions, count, customerName }: TransactionListProps) {
  const { messages } = useWorkspace();
  return (
    <section aria-labelledby="transactions">
      <h2 id="transactions">{messages.transactions}{count > 0 && <span class="quiet">{count}</span>}</h2>
      {count === 0 && <p class="tip">{messages.noTransactions}</p>}
      <ul class="list">
        {transactions.map((record) => <TransactionItem key={record.id} record={record} customerName={customerName} />)}
      </ul>
      {count > transactions.length && <p class="quiet count">{messages.newestTransactions(transactions.length, count)}</p>}
    </section>
  );
}

function TransactionItem({ record, customerName }: { readonly record: WireRecord; readonly customerName: string }) {
  const { messages, language, navigation } = useWorkspace();
  const { values } = record;
  const { type, orderStatus } = TRANSACTION.fields;
  const isBack = values['type'] === 'refund' || values['type'] === 'return';
  const notes = [
    values['type'] === 'purchase' ? '' : displayValue(type, values['type'], values, language),
    displayValue(orderStatus, values['orderStatus'], values, language),
    record.archivedAt === null ? '' : messages.archived,
  ].filter((note) => note !== '');
  return (
    <li>
      <button type="button" class="item" onClick={() => navigation.open({ name: 'transaction', record, customerName })}>
        <span class="text">
          <span class="name">{values['product']}</span>
          <small>{[values['occurredOn'], ...notes].join(' · ')}</small>
        </span>
        <span class={isBack ? 'amount back' : 'amount'}>{isBack ? '−' : ''}{displayAmount(String(values['amount'] ?? ''), values['currency'], language)}</span>
      </button>
    </li>
  );
}
