/** A workbook without an archive: the owner sets it up, anybody else is told to wait. */
import { useState } from 'preact/hooks';
import type { BootstrapData } from '../../src/contract/methods';
import { isLanguage, LANGUAGES, type Language } from '../../src/domain/language';
import { isPresetName, PRESET_LABELS, PRESET_NAMES, type PresetName } from '../../src/domain/preset';
import type { Messages } from '../messages/messages';
import { ErrorNote } from '../parts/error-note';
import { Icon } from '../parts/icon';
import type { CallError, Rpc } from '../rpc';

interface SetUpProps {
  readonly archive: BootstrapData;
  readonly rpc: Rpc;
  readonly language: Language;
  readonly messages: Messages;
  readonly onDone: () => Promise<void>;
}

export function SetUp(props: SetUpProps) {
  const { messages, archive } = props;
  return archive.user.canSetUp
    ? <SetUpForm {...props} />
    : (
      <main class="hero">
        <Icon name="archive" />
        <h1>{messages.notReadyTitle}</h1>
        <p>{messages.notReady}</p>
      </main>
    );
}

/** Languages are named in themselves, so that everybody finds theirs. */
const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { 'zh-CN': '简体中文', en: 'English' };

function SetUpForm({ rpc, language, messages, onDone }: SetUpProps) {
  const [preset, setPreset] = useState<PresetName>('sales');
  const [workbookLanguage, setWorkbookLanguage] = useState<Language>(language);
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<CallError | null>(null);

  async function setUp(event: Event): Promise<void> {
    event.preventDefault();
    setBusy(true);
    setError(null);
    const result = await rpc.call('workbook.setup', { preset, language: workbookLanguage });
    if (result.ok) await onDone();
    else setError(result.error);
    setBusy(false);
  }

  return (
    <main class="hero">
      <Icon name="archive" />
      <h1>{messages.setUpTitle}</h1>
      <p class="quiet">{messages.setUpIntro}</p>
      {error !== null && <ErrorNote error={error} language={language} messages={messages} />}
      <form onSubmit={(event) => void setUp(event)}>
        <div class="field">
          <label for="preset">{messages.setUpPreset}</label>
          <select id="preset" value={preset} aria-describedby="preset-help" onChange={(event) => { if (isPresetName(event.currentTarget.value)) setPreset(event.currentTarget.value); }}>
            {PRESET_NAMES.map((name) => <option key={name} value={name}>{PRESET_LABELS[name][language]}</option>)}
          </select>
          <p id="preset-help" class="hint">{messages.presetHelp[preset]}</p>
        </div>
        <div class="field">
          <label for="language">{messages.setUpLanguage}</label>
          <select id="language" value={workbookLanguage} aria-describedby="language-help" onChange={(event) => { if (isLanguage(event.currentTarget.value)) setWorkbookLanguage(event.currentTarget.value); }}>
            {LANGUAGES.map((name) => <option key={name} value={name} lang={name}>{LANGUAGE_NAMES[name]}</option>)}
          </select>
          <p id="language-help" class="hint">{messages.setUpLanguageHelp}</p>
        </div>
        <button type="submit" class="primary" disabled={isBusy} aria-busy={isBusy}>{isBusy ? messages.setUpRunning : messages.setUpStart}</button>
      </form>
    </main>
  );
}
