import { useState } from 'preact/hooks';
import type { ReferenceField } from '../../src/domain/field';
import { displayPhone } from '../display';
import type { Hit } from '../search-index';
import { useWorkspace } from '../workspace';
import { inputAttributes, type InputProps } from './input-props';

/** A customer, shown by name and found by typing; the value is the id. Arrow keys choose, Enter takes, Escape closes. */
export function ReferenceInput(props: InputProps<ReferenceField> & { readonly knownName: string | undefined }) {
  const { sync, messages } = useWorkspace();
  const { id, value, knownName, onInput } = props;
  const [chosen, setChosen] = useState<string | undefined>(knownName);
  if (value !== '') {
    return (
      <div class="chosen">
        <output id={id} aria-describedby={props.describedBy}>{chosen ?? sync.index.find(value as string)?.name ?? value}</output>
        {knownName === undefined && <button type="button" class="small" onClick={() => { setChosen(undefined); onInput(''); }}>{messages.changeCustomer}</button>}
      </div>
    );
  }
  return <CustomerSearch {...props} onChoose={(hit) => { setChosen(hit.name); onInput(hit.id); }} />;
}

const SHOWN = 6;

function CustomerSearch(props: InputProps<ReferenceField> & { readonly onChoose: (hit: Hit) => void }) {
  const { sync, messages } = useWorkspace();
  const [query, setQuery] = useState('');
  const [active, setActive] = useState(0);
  const { hits } = sync.index.search(query, SHOWN);
  const listId = `${props.id}-options`;
  const isOpen = query.trim() !== '';

  function onKeyDown(event: KeyboardEvent): void {
    if (!isOpen || event.isComposing) return;
    const hit = hits[active];
    if (event.key === 'ArrowDown') setActive(Math.min(active + 1, hits.length - 1));
    else if (event.key === 'ArrowUp') setActive(Math.max(active - 1, 0));
    else if (event.key === 'Escape') setQuery('');
    else if (event.key === 'Enter' && hit !== undefined) props.onChoose(hit);
    else return;
    event.preventDefault();
  }

  return (
    <div class="picker">
      <input {...inputAttributes(props)} type="text" role="combobox" autoComplete="off" placeholder={messages.findCustomer}
        aria-expanded={isOpen} aria-controls={listId} aria-autocomplete="list" aria-activedescendant={isOpen && hits.length > 0 ? `${listId}-${active}` : undefined}
        value={query} onKeyDown={onKeyDown} onInput={(event) => { setQuery(event.currentTarget.value); setActive(0); }} />
      <ul id={listId} role="listbox" aria-label={messages.results} hidden={!isOpen || hits.length === 0}>
        {hits.map((hit, i) => (
          <li key={hit.id} id={`${listId}-${i}`} role="option" aria-selected={i === active} onMouseDown={(event) => { event.preventDefault(); props.onChoose(hit); }}>
            <span>{hit.name}</span>
            <small>{[hit.company, displayPhone(hit.phone)].filter((text) => text !== '').join(' · ')}</small>
          </li>
        ))}
      </ul>
      <p class="unseen" role="status">{isOpen ? messages.customerMatches(hits.length) : ''}</p>
    </div>
  );
}
