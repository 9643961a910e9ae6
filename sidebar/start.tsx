/** Puts the sidebar into its page. */
import { render } from 'preact';
import type { Language } from '../src/domain/language';
import { App } from './app';
import type { WhenIdle } from './index-sync';
import { createKeyValueStore } from './key-value-store';
import type { Messages } from './messages/messages';
import { createRpc } from './rpc';
import { browserPorts } from './transport';

export function start(language: Language, messages: Messages): void {
  document.documentElement.lang = language;
  document.title = messages.appName;
  const store = createKeyValueStore(() => window.localStorage);
  render(<App language={language} messages={messages} rpc={createRpc(browserPorts)} store={store} whenIdle={whenIdle} />, document.body);
}

const SLICE_MS = 8;

/** Work in slices short enough to keep typing fluent, also in browsers that do not say when they are idle. */
const whenIdle: WhenIdle = (work) => {
  const run = (): void => {
    const end = performance.now() + SLICE_MS;
    work(() => performance.now() > end);
  };
  if (typeof requestIdleCallback === 'function') requestIdleCallback(run, { timeout: 1000 });
  else setTimeout(run, 2 * SLICE_MS);
};
