/** One transaction in full. */
import { useState } from 'preact/hooks';
import type { WireRecord } from '../../src/contract/methods';
import { displayInstant } from '../display';
import { Icon } from '../parts/icon';
import { Page } from '../parts/page';
import { RecordActions } from '../parts/record-actions';
import { RecordFacts } from '../parts/record-facts';
import { useWorkspace } from '../workspace';

export function TransactionCard({ record: opened, customerName }: { readonly record: WireRecord; readonly customerName: string }) {
  const { archive, messages, language, navigation } = useWorkspace();
  const [record, setRecord] = useState(opened);
  const customerId = String(record.values['customerId']);
  const title = String(record.values['product'] ?? record.id);
  return (
    <Page title={title} actions={archive.user.canWrite && (
      <button type="button" class="primary" onClick={() => navigation.open({ name: 'form', entity: 'transaction', record, customer: { id: customerId, name: customerName } })}>
        <Icon name="edit" />{messages.edit}
      </button>
    )}>
      <p class="badges">
        <span class="badge">{customerName}</span>
        {record.archivedAt !== null && <span class="badge gone">{messages.archived}</span>}
      </p>
      <RecordFacts record={record} omit={['customerId']} />
      <p class="quiet">{messages.lastChanged(displayInstant(record.updatedAt, language), record.updatedBy)}<br />{record.id}</p>
      <RecordActions record={record} title={title} onChanged={setRecord} />
    </Page>
  );
}
