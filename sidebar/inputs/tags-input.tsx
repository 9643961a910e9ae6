import { useRef } from 'preact/hooks';
import type { TagsField } from '../../src/domain/field';
import { Icon } from '../parts/icon';
import { useWorkspace } from '../workspace';
import { inputAttributes, type InputProps } from './input-props';

/** Tags as chips: Enter or a comma makes one of what was typed, so does leaving the input; Backspace takes the last one back. */
export function TagsInput(props: InputProps<TagsField>) {
  const { messages } = useWorkspace();
  const { value, onInput, onLeave } = props;
  const tags = typeof value === 'string' ? [] : value;
  const box = useRef<HTMLInputElement>(null);

  function add(text: string): void {
    const added = text.split(/[,，、;；]/).map((tag) => tag.trim()).filter((tag) => tag !== '' && !tags.includes(tag));
    if (box.current !== null) box.current.value = '';
    if (added.length > 0) onInput([...tags, ...new Set(added)]);
  }

  function remove(tag: string): void {
    onInput(tags.filter((one) => one !== tag));
    box.current?.focus();
  }

  function onKeyDown(event: KeyboardEvent & { readonly currentTarget: HTMLInputElement }): void {
    const { value: text } = event.currentTarget;
    const last = tags[tags.length - 1];
    if (event.isComposing) return;
    if ((event.key === 'Enter' || event.key === ',' || event.key === '，') && text.trim() !== '') {
      event.preventDefault();
      add(text);
    } else if (event.key === 'Backspace' && text === '' && last !== undefined) {
      remove(last);
    }
  }

  return (
    <div class="tags">
      {tags.map((tag) => (
        <span key={tag} class="chip">
          {tag}
          <button type="button" aria-label={messages.removeTag(tag)} onClick={() => remove(tag)}><Icon name="close" /></button>
        </span>
      ))}
      <input {...inputAttributes(props)} ref={box} type="text" autoComplete="off" placeholder={tags.length === 0 ? messages.addTagHelp : messages.addTag}
        onKeyDown={onKeyDown} onBlur={(event) => { add(event.currentTarget.value); onLeave(); }} />
    </div>
  );
}
