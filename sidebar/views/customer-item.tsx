/** One customer in a list. */
import { useWorkspace } from '../workspace';

interface CustomerItemProps {
  readonly id: string;
  readonly row: number;
  readonly name: string;
  readonly detail: string;
  readonly isArchived: boolean;
}

export function CustomerItem({ id, row, name, detail, isArchived }: CustomerItemProps) {
  const { messages, navigation } = useWorkspace();
  return (
    <li>
      <button type="button" class="item" data-stop onClick={() => navigation.open({ name: 'customer', id, row })}>
        <Initial id={id} name={name} />
        <span class="text">
          <span class="name">{name}</span>
          {detail !== '' && <small>{detail}</small>}
        </span>
        {isArchived && <span class="badge">{messages.archived}</span>}
      </button>
    </li>
  );
}

/** The first character of the name on a tint that stays the same for the same customer. */
export function Initial({ id, name }: { readonly id: string; readonly name: string }) {
  return <span class={`initial tint${id.charCodeAt(id.length - 1) % 4}`} aria-hidden="true">{[...name][0] ?? ''}</span>;
}
