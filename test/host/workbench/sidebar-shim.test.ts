import vm from 'node:vm';
import { installGoogleScript, withGoogleScript, type ShimWindow } from '../../../host/workbench/sidebar-shim';

interface Runner {
  withSuccessHandler(handler: (value: unknown, userObject: unknown) => void): Runner;
  withFailureHandler(handler: (error: Error, userObject: unknown) => void): Runner;
  withUserObject(value: unknown): Runner;
  handleRequest(...args: readonly unknown[]): void;
}

interface Sent { readonly body: { readonly page: string; readonly functionName: string; readonly args: readonly unknown[] }; reply(json: unknown): void; lose(): void }

/** A page whose calls wait until the test answers them. */
function aPage() {
  const sent: Sent[] = [];
  const asked: unknown[] = [];
  const logged: unknown[] = [];
  const window: ShimWindow = {
    fetch: (url, { body, headers }) => new Promise((resolve, reject) => {
      expect(url).toBe('/rpc-call');
      expect(headers['content-type']).toBe('application/json');
      sent.push({ body: JSON.parse(body), reply: (json) => resolve({ json: () => Promise.resolve(json) }), lose: () => reject(new Error('offline')) });
    }),
    parent: { postMessage: (message) => asked.push(message) },
    console: { error: (...values) => logged.push(...values) },
  };
  installGoogleScript(window, { page: 'key', functions: ['handleRequest'] });
  const { script } = window.google as { script: { run: Runner; host: { close(): void; editor: { focus(): void } } } };
  return { ...script, sent, asked, logged };
}

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

test('a call carries its arguments as JSON and its answer to the success handler with the user object', async () => {
  const { run, sent } = aPage();
  const answers: unknown[] = [];

  run.withUserObject('mine').withSuccessHandler((...values) => answers.push(values)).handleRequest('{"method":"bootstrap"}', [undefined, 1]);
  expect(sent[0]!.body).toEqual({ page: 'key', functionName: 'handleRequest', args: ['{"method":"bootstrap"}', [null, 1]] });
  sent[0]!.reply({ ok: true, result: 'done' });
  await settled();

  expect(answers).toEqual([['done', 'mine']]);
});

test('a failure reaches the failure handler as an Error, or the console when there is none', async () => {
  const { run, sent, logged } = aPage();
  const errors: Error[] = [];

  run.withFailureHandler((error) => errors.push(error)).handleRequest();
  run.handleRequest();
  sent.forEach(({ reply }) => reply({ ok: false, error: { name: 'ScriptError', message: 'no such customer' } }));
  await settled();

  expect(errors[0]).toBeInstanceOf(Error);
  expect(errors[0]).toMatchObject({ name: 'ScriptError', message: 'no such customer' });
  expect(logged).toEqual(['Uncaught ScriptError: no such customer']);
});

test.each<[string, (sent: Sent) => void]>([
  ['a lost connection', ({ lose }) => lose()],
  ['a refusal of the host', ({ reply }) => reply({ error: { code: 403, message: 'no' } })],
])('%s is a failure', async (_, fail) => {
  const { run, sent } = aPage();
  const errors: Error[] = [];

  run.withFailureHandler((error) => errors.push(error)).handleRequest();
  fail(sent[0]!);
  await settled();

  expect(errors).toHaveLength(1);
});

test('handlers belong to their own chain, not to google.script.run', async () => {
  const { run, sent } = aPage();
  const answers: string[] = [];

  const first = run.withSuccessHandler(() => answers.push('first'));
  run.withSuccessHandler(() => answers.push('second')).handleRequest();
  first.handleRequest();
  run.handleRequest();
  sent.forEach(({ reply }) => reply({ ok: true, result: null }));
  await settled();

  expect(answers).toEqual(['second', 'first']);
});

test('ten calls run at once, the rest wait, and answers may overtake each other', async () => {
  const { run, sent } = aPage();
  const answers: unknown[] = [];
  for (let call = 0; call < 13; call += 1) run.withSuccessHandler((value) => answers.push(value)).handleRequest(call);

  expect(sent).toHaveLength(10);
  sent[7]!.reply({ ok: true, result: 7 });
  await settled();
  expect(sent).toHaveLength(11);
  sent[0]!.reply({ ok: true, result: 0 });
  await settled();

  expect(sent).toHaveLength(12);
  expect(answers).toEqual([7, 0]);
});

const cycle: { self?: unknown } = {};
cycle.self = cycle;

test.each([
  ['a function', [() => 1]], ['a Date inside', [{ on: new Date(0) }]], ['a cycle', [cycle]], ['an element', [{ nodeType: 1 }]], ['a bigint', [[1n]]],
])('%s as an argument is refused in the page', (_, args) => {
  const { run, sent } = aPage();

  expect(() => run.handleRequest(...args)).toThrow(new TypeError('Failed due to illegal value in property: 0'));
  expect(sent).toEqual([]);
});

test('the frame is asked to close and to give the grid back its focus', () => {
  const { host, asked } = aPage();

  host.close();
  host.editor.focus();

  expect(asked).toEqual([{ guidang: 'close' }, { guidang: 'focus' }]);
});

describe('in the page', () => {
  const config = { page: 'key', functions: ['handleRequest', '</script><b>'] };

  test.each([
    ['<!doctype html><html lang="zh"><head><title>t</title></head></html>', '<head>'],
    ['<!doctype html><html><body></body></html>', '<html>'],
    ['<!DOCTYPE html><p>归档</p>', '<!DOCTYPE html>'],
    ['<p>归档</p>', ''],
  ])('%s gets it before anything of its own', (html, before) => {
    const served = withGoogleScript(html, config);

    expect(served.startsWith(html.slice(0, html.indexOf(before) + before.length))).toBe(true);
    expect(served.slice(html.indexOf(before) + before.length)).toMatch(/^<script>/);
    expect(served.replace(/<script>.*?<\/script>/s, '')).toBe(html);
  });

  test('it stands alone as text: nothing of the host is needed to run it', () => {
    const script = /<script>(.*?)<\/script>/s.exec(withGoogleScript('', config))![1]!;
    const realm = vm.createContext({ console: {}, parent: {}, fetch: () => new Promise(() => undefined) });

    vm.runInContext(`var window = globalThis; ${script}`, realm);
    vm.runInContext('google.script.run.withSuccessHandler(() => 1).handleRequest("x")', realm);

    expect(() => vm.runInContext('google.script.run.hidden_()', realm)).toThrow('is not a function');
  });
});
