import type { MethodParams } from '../../src/contract/methods';
import { createAttempts, isUnknown } from '../../sidebar/save-attempts';
import type { Rpc } from '../../sidebar/rpc';

type Sent = readonly [name: unknown, operationId: string | undefined];

const saved = { ok: true, data: { record: { id: 'C-1' } } };
const failed = (code: string) => ({ ok: false, error: { code, message: '' } });
const named = (name: string): MethodParams<'record.save'> => ({ entity: 'customer', values: { name } });

function someAttempts(...answers: readonly unknown[]) {
  const sent: Sent[] = [];
  let ids = 0;
  const rpc = {
    newOperationId: () => { ids += 1; return `op-${ids}`; },
    call: (_method: string, params: MethodParams<'record.save'>, options: { operationId: string }) => {
      sent.push([params.values['name'], options.operationId]);
      return Promise.resolve(answers[sent.length - 1]);
    },
  } as unknown as Rpc;
  return { attempts: createAttempts(rpc), sent };
}

test('the same content after a lost answer goes out under the same operation id', async () => {
  const { attempts, sent } = someAttempts(failed('UNAVAILABLE'), saved);

  await attempts.send(named('a'));
  expect(await attempts.settleEarlier(named('a'))).toBeNull();
  await attempts.send(named('a'));

  expect(sent).toEqual([['a', 'op-1'], ['a', 'op-1']]);
});

test('before other content is sent, the lost attempt is repeated and its outcome learned', async () => {
  const { attempts, sent } = someAttempts(failed('BUSY'), saved, saved);

  await attempts.send(named('a'));
  expect(await attempts.settleEarlier(named('b'))).toEqual(saved);
  await attempts.send(named('b'));

  expect(sent).toEqual([['a', 'op-1'], ['a', 'op-1'], ['b', 'op-2']]);
});

test.each(['VALIDATION', 'DUPLICATE', 'CONFLICT', 'FORBIDDEN', 'INTERNAL'])('after %s, which saved nothing, there is nothing to settle', async (code) => {
  const { attempts, sent } = someAttempts(failed(code), saved);

  await attempts.send(named('a'));
  expect(await attempts.settleEarlier(named('b'))).toBeNull();
  await attempts.send(named('b'));

  expect(sent).toEqual([['a', 'op-1'], ['b', 'op-2']]);
});

test('an attempt that is lost again stays open', async () => {
  const { attempts, sent } = someAttempts(failed('UNAVAILABLE'), failed('UNAVAILABLE'), saved);

  await attempts.send(named('a'));
  await attempts.settleEarlier(named('b'));
  await attempts.settleEarlier(named('b'));

  expect(sent.map(([, id]) => id)).toEqual(['op-1', 'op-1', 'op-1']);
});

test.each([['UNAVAILABLE', true], ['BUSY', true], ['INTERNAL', false], ['CONFLICT', false]] as const)('%s leaves the outcome unknown: %s', (code, expected) => {
  expect(isUnknown({ code, message: '' })).toBe(expected);
});
