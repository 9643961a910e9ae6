/** The frame of every view under the home: a bar with the way back, and a heading that takes the focus on arrival. */
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { useWorkspace } from '../workspace';
import { Icon } from './icon';

interface PageProps {
  readonly title: string;
  readonly children: ComponentChildren;
  /** Buttons that stay in sight at the bottom; null or false for none. */
  readonly actions: ComponentChildren;
}

export function Page({ title, children, actions }: PageProps) {
  const { messages, navigation } = useWorkspace();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <>
      <header class="bar">
        <button type="button" class="round" aria-label={messages.back} onClick={navigation.back}><Icon name="back" /></button>
        <h1 ref={heading} tabIndex={-1}>{title}</h1>
      </header>
      <main>{children}</main>
      {actions != null && actions !== false && <footer class="actions">{actions}</footer>}
    </>
  );
}
