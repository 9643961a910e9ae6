import { operationTime } from '../../src/contract/operation-id';
import { createRpc, type RpcPorts } from '../../sidebar/rpc';

const NOW = Date.UTC(2026, 6, 21, 8);
const SAVE = { entity: 'customer', values: { name: '王伟' } };

interface Sent { readonly method: string; readonly params: unknown; readonly operationId?: string }

/** Answers the calls in turn, the last answer for ever; an Error is a reply that never came. */
function aClient(answers: readonly unknown[]) {
  const sent: Sent[] = [];
  const pauses: number[] = [];
  let randoms = 0;
  const ports: RpcPorts = {
    transport: (json) => {
      sent.push(JSON.parse(json) as Sent);
      const answer = answers[Math.min(sent.length, answers.length) - 1];
      return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
    },
    now: () => NOW,
    random: () => { randoms += 1; return `random000${randoms}`; },
    jitter: () => 0.5,
    wait: (ms) => { pauses.push(ms); return Promise.resolve(); },
  };
  return { rpc: createRpc(ports), sent, pauses };
}

const ok = (data: unknown): string => JSON.stringify({ ok: true, data });
const error = (code: string): string => JSON.stringify({ ok: false, error: { code, message: '' } });

test('a good answer is handed on', async () => {
  const { rpc, sent } = aClient([ok({ record: { id: 'C-1' } })]);

  const result = await rpc.call('record.save', SAVE);

  expect(result).toEqual({ ok: true, data: { record: { id: 'C-1' } } });
  expect(sent).toHaveLength(1);
  expect(sent[0]).toMatchObject({ method: 'record.save', params: SAVE });
});

test.each([
  ['BUSY', error('BUSY')],
  ['UNAVAILABLE', error('UNAVAILABLE')],
  ['a lost reply', new Error('NetworkError: Connection failure due to HTTP 0')],
  ['null, which Google makes of what it cannot carry', null],
  ['text that is not JSON', '<html>502</html>'],
  ['JSON that is not an answer', '{"ok":true}'],
  ['an error without a known code', '{"ok":false,"error":{"code":"WHATEVER"}}'],
])('%s is tried again with the same operation id', async (_name, first) => {
  const { rpc, sent } = aClient([first, ok({ record: {} })]);

  const result = await rpc.call('record.save', SAVE);

  expect(result.ok).toBe(true);
  expect(sent).toHaveLength(2);
  expect(sent[0]?.operationId).toBeDefined();
  expect(sent[1]?.operationId).toBe(sent[0]?.operationId);
});

test.each([
  ['lost replies', new Error('gone'), 'UNAVAILABLE'],
  ['null', null, 'UNAVAILABLE'],
  ['BUSY', error('BUSY'), 'BUSY'],
])('after three retries %s are given up, with longer and longer pauses in between', async (_name, answer, code) => {
  const { rpc, sent, pauses } = aClient([answer]);

  const result = await rpc.call('record.save', SAVE);

  expect(result).toMatchObject({ ok: false, error: { code } });
  expect(sent).toHaveLength(4);
  expect(pauses).toEqual([400, 800, 1600]);
});

test.each(['VALIDATION', 'NOT_FOUND', 'CONFLICT', 'DUPLICATE', 'FORBIDDEN', 'QUOTA', 'SCHEMA_DRIFT', 'INTERNAL'])('%s is not tried again', async (code) => {
  const { rpc, sent } = aClient([error(code)]);

  const result = await rpc.call('record.save', SAVE);

  expect(result).toMatchObject({ ok: false, error: { code } });
  expect(sent).toHaveLength(1);
});

test('a script that runs as another account is told apart from a missing permission', async () => {
  const { rpc, sent } = aClient([new Error('Authorization is required to perform that action.')]);

  const result = await rpc.call('bootstrap', {});

  expect(result).toMatchObject({ ok: false, error: { code: 'FORBIDDEN', otherAccount: true } });
  expect(sent).toHaveLength(1);
});

test('reading methods carry no operation id', async () => {
  const { rpc, sent } = aClient([ok({})]);

  await rpc.call('customer.card', { id: 'C-1' });

  expect(sent[0]).not.toHaveProperty('operationId');
});

test('every new save has an operation id of its own, and a repeated one keeps the one it is given', async () => {
  const { rpc, sent } = aClient([ok({ record: {} })]);

  await rpc.call('record.save', SAVE);
  await rpc.call('record.save', SAVE);
  await rpc.call('record.save', SAVE, { operationId: 'op-given' });

  const ids = sent.map((request) => request.operationId);
  expect(new Set(ids).size).toBe(3);
  expect(ids[2]).toBe('op-given');
});

test("operation ids carry the server's time, not the browser's", () => {
  const { rpc } = aClient([]);
  const serverTime = NOW + 3_600_000;

  rpc.setServerTime(serverTime);

  expect(operationTime(rpc.newOperationId())).toBe(serverTime);
});
