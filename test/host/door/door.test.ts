import fc from 'fast-check';
import { createVirtualClock } from '../../../host/door/clock';
import { createDoor, type Door, type DoorOptions, type Execution } from '../../../host/door/door';
import { KillSignal, type FaultRule } from '../../../host/door/faults';
import { traceText } from '../../../host/door/trace';
import { ApiError } from '../../../host/types';

const START = Date.UTC(2026, 0, 1);
const READ = { service: 'Sheets', method: 'spreadsheets.values.batchGet', user: 'a@example.com' };
const WRITE = { service: 'Sheets', method: 'spreadsheets.batchUpdate', user: 'a@example.com', write: true };
const MAIL = { service: 'MailApp', method: 'sendEmail', user: 'a@example.com' };

function aDoor(options: Partial<DoorOptions> = {}): Door {
  return createDoor({ clock: createVirtualClock(START), seed: 7, ...options });
}

function anExecution(door: Door, limitMs = 360_000): Execution {
  return door.startExecution({ user: 'a@example.com', functionName: 'handleRequest', limitMs });
}

function outcomeOf(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    return error;
  }
}

describe('counts and trace', () => {
  test('calls are counted by execution and in total, with what their outcome says they touched', () => {
    const door = aDoor();
    const first = anExecution(door);
    const second = anExecution(door);

    first.call(READ, () => ({ result: 1, cells: 400, rows: 20 }));
    first.call(WRITE, () => ({ result: 1, cells: 30, rows: 2 }));
    second.call(MAIL, () => ({ result: 1 }));
    door.call({ ...READ, cells: 5 }, () => ({ result: 1 }));

    expect(first.totals()).toMatchObject({ calls: 2, reads: 1, writes: 1, otherCalls: 0, cells: 430 });
    expect(second.totals()).toMatchObject({ calls: 1, reads: 0, writes: 0, otherCalls: 1, cells: 0 });
    expect(door.totals()).toMatchObject({ calls: 4, reads: 2, writes: 1, otherCalls: 1, cells: 435 });
    expect(door.entries().map(({ execution, call }) => [execution, call])).toEqual([[1, 1], [1, 2], [2, 1], [0, 1]]);
    expect(door.entries()[0]).toMatchObject({ service: 'Sheets', method: 'spreadsheets.values.batchGet', user: 'a@example.com', cells: 400, rows: 20, write: false, at: '2026-01-01T00:00:00.000Z', outcome: 'ok' });
  });

  test('the clock moves by what the calls are said to take', () => {
    const door = aDoor();
    const execution = anExecution(door);
    execution.call(READ, () => ({ result: 1, cells: 100_000, rows: 5000 }));
    const { lo, mid, hi, drawn } = execution.totals().modelSeconds;

    expect([lo, mid, hi]).toEqual([0.39, 0.525, 0.83]);
    expect(door.clock.now() - START).toBe(drawn * 1000);
    expect(drawn).toBeGreaterThanOrEqual(lo);
    expect(drawn).toBeLessThanOrEqual(hi);
  });

  test('the trip of google.script.run is charged before the script starts', () => {
    const execution = anExecution(aDoor());
    execution.chargeScriptRun();

    expect(execution.totals()).toMatchObject({ calls: 0, modelSeconds: { lo: 0.2, mid: 0.6, hi: 1.5 } });
    expect(execution.startedAt()).toBeGreaterThan(START);
  });

  test('same seed, same trace, byte for byte; another seed, another trace', () => {
    const run = (seed: number): string => {
      const door = aDoor({ seed });
      door.planFaults([{ kind: 'error-after', call: 3 }]);
      const execution = anExecution(door);
      for (let call = 0; call < 8; call += 1) outcomeOf(() => execution.call(call % 2 === 0 ? READ : WRITE, () => ({ result: call, cells: call * 10 })));
      return traceText(door.entries());
    };

    expect(run(1)).toBe(run(1));
    expect(run(1)).not.toBe(run(2));
    expect(run(1).split('\n')).toHaveLength(9);
  });

  test('a bounded trace drops the oldest entries but keeps the totals', () => {
    const door = aDoor({ traceLimit: 10 });
    for (let call = 0; call < 25; call += 1) door.call({ ...MAIL, method: `m${call}` }, () => ({ result: call }));

    expect(door.entries().length).toBeLessThanOrEqual(10);
    expect(door.entries().at(-1)!.method).toBe('m24');
    expect(door.totals().calls).toBe(25);
  });

  test('state travels: a restored door goes on as the first one would have', () => {
    const door = aDoor();
    door.call(READ, () => ({ result: 1 }));
    const saved = JSON.parse(JSON.stringify(door.state())) as ReturnType<Door['state']>;
    const other = aDoor({ seed: 'other' });
    other.restore(saved);
    for (const each of [door, other]) anExecution(each).call(WRITE, () => ({ result: 1, cells: 10 }));

    expect(other.entries().at(-1)).toEqual(door.entries().at(-1));
  });
});

describe('faults', () => {
  const cases: [FaultRule['kind'], { applied: boolean; killed: boolean; thrown: (error: unknown) => boolean }][] = [
    ['error-before', { applied: false, killed: false, thrown: (error) => error instanceof ApiError && error.code === 503 }],
    ['error-after', { applied: true, killed: false, thrown: (error) => error instanceof ApiError && error.code === 503 }],
    ['kill-before', { applied: false, killed: true, thrown: (error) => error instanceof KillSignal }],
    ['kill-after', { applied: true, killed: true, thrown: (error) => error instanceof KillSignal }],
    ['quota', { applied: false, killed: false, thrown: (error) => error instanceof ApiError && error.code === 429 }],
  ];

  test.each(cases)('%s', (kind, expected) => {
    const door = aDoor();
    door.planFaults([{ kind, call: 2 }]);
    const execution = anExecution(door);
    const applied: number[] = [];
    const call = (ordinal: number): unknown => outcomeOf(() => execution.call(WRITE, () => ({ result: applied.push(ordinal) })));

    expect(call(1)).toBe(1);
    expect(expected.thrown(call(2))).toBe(true);
    const third = call(3);

    expect(applied.includes(2)).toBe(expected.applied);
    expect(third instanceof KillSignal).toBe(expected.killed);
    expect(applied.includes(3)).toBe(!expected.killed);
    expect(execution.killed() !== null).toBe(expected.killed);
    expect(door.entries()[1]!.outcome).toBe(kind);
  });

  test('delay lets the call pass, late', () => {
    const door = aDoor();
    door.planFaults([{ kind: 'delay', call: 1, delayMs: 10_000 }]);

    expect(anExecution(door).call(MAIL, () => ({ result: 'sent' }))).toBe('sent');
    expect(door.clock.now() - START).toBeGreaterThanOrEqual(10_300);
  });

  test.each([['Sheets', 180_000, 'timeout'], ['UrlFetchApp', 200_000, 'ok']])('a call of %s that would take 200 s is over after %i ms: %s', (service, ms, outcome) => {
    const door = aDoor();
    door.planFaults([{ kind: 'delay', delayMs: 200_000 }]);
    const applied: string[] = [];
    const answer = outcomeOf(() => anExecution(door).call({ ...WRITE, service }, () => ({ result: applied.push('done') })));

    expect(answer).toEqual(outcome === 'ok' ? 1 : expect.objectContaining({ code: 503, status: 'UNAVAILABLE' }));
    expect(applied).toEqual(['done']);
    expect(door.entries()[0]!.outcome).toBe(outcome);
    expect(door.clock.now() - START).toBeGreaterThanOrEqual(ms);
    expect(door.clock.now() - START).toBeLessThan(ms + 20_000);
  });

  test('an outage passes: the same call, tried again, is answered', () => {
    const door = aDoor();
    door.planFaults([{ kind: 'error-after', service: 'Sheets', nth: 1 }]);
    const execution = anExecution(door);
    const write = (): unknown => outcomeOf(() => execution.call(WRITE, () => ({ result: 'done' })));

    expect([write(), write()]).toEqual([expect.objectContaining({ code: 503, message: 'The service is currently unavailable.' }), 'done']);
  });

  test('a refusal in another language keeps its code, its details and the request it names', () => {
    const door = aDoor();
    door.planFaults([{ kind: 'localise', times: 9, call: 1 }]);
    const refused = new ApiError(400, 'INVALID_ARGUMENT', 'Invalid requests[2].deleteSheet: No grid with id: 7', [{ reason: 'x' }]);
    const answer = outcomeOf(() => anExecution(door).call(WRITE, () => { throw refused; }));

    expect(answer).toMatchObject({ code: 400, status: 'INVALID_ARGUMENT', details: [{ reason: 'x' }], message: expect.stringMatching(/^Invalid requests\[2\]\.deleteSheet: (?!No grid)/) as string });
    expect(outcomeOf(() => anExecution(door).call(WRITE, () => ({ result: 'done' })))).toBe('done');
  });

  test('other services fail in their own words', () => {
    const door = aDoor();
    door.planFaults([{ kind: 'quota', service: 'MailApp' }, { kind: 'error-before', service: 'SpreadsheetApp' }]);
    const execution = anExecution(door);

    expect(outcomeOf(() => execution.call(MAIL, () => ({ result: 1 })))).toMatchObject({ message: 'Service invoked too many times for one day: email.' });
    expect(outcomeOf(() => execution.call({ ...MAIL, service: 'SpreadsheetApp', method: 'flush' }, () => ({ result: 1 })))).toMatchObject({ message: 'Service Spreadsheets timed out.' });
  });

  test.each<[string, FaultRule, number[]]>([
    ['by ordinal', { kind: 'error-before', call: 3 }, [3]],
    ['by service, first match', { kind: 'error-before', service: 'MailApp' }, [2]],
    ['by service and method, n-th match', { kind: 'error-before', service: 'Sheets', method: 'spreadsheets.batchUpdate', nth: 2 }, [5]],
    ['by function', { kind: 'error-before', call: 1, functionName: 'other' }, []],
    ['by ordinal in every execution', { kind: 'error-before', call: 1, times: 9 }, [1]],
  ])('calls are addressed %s', (_how, rule, failing) => {
    const door = aDoor();
    door.planFaults([rule]);
    const execution = anExecution(door);
    const calls = [READ, MAIL, WRITE, MAIL, WRITE, READ];

    const failed = calls.flatMap((call, index) => (outcomeOf(() => execution.call(call, () => ({ result: 'ok' }))) === 'ok' ? [] : [index + 1]));

    expect(failed).toEqual(failing);
  });

  test('counting starts again with every execution, and a rule fires as often as it says', () => {
    const door = aDoor();
    door.planFaults([{ kind: 'error-before', call: 1, times: 2 }]);
    const outcomes = [1, 2, 3].map(() => outcomeOf(() => anExecution(door).call(MAIL, () => ({ result: 'ok' }))));

    expect(outcomes.map((outcome) => outcome === 'ok')).toEqual([false, false, true]);
  });

  test('outside an execution a planned kill reads as an outage', () => {
    const door = aDoor();
    door.planFaults([{ kind: 'kill-before', call: 1 }]);

    expect(outcomeOf(() => door.call(READ, () => ({ result: 1 })))).toMatchObject({ code: 503 });
    expect(door.call(READ, () => ({ result: 1 }))).toBe(1);
  });
});

describe('limits', () => {
  test('an execution dies at its time limit, with the call that crossed it applied', () => {
    const door = aDoor();
    door.planFaults([{ kind: 'delay', call: 2, delayMs: 40_000 }]);
    const execution = anExecution(door, 30_000);
    let applied = 0;
    const call = (): unknown => outcomeOf(() => execution.call(MAIL, () => ({ result: (applied += 1) })));

    expect([call(), call(), call()].map((outcome) => outcome instanceof KillSignal)).toEqual([false, true, true]);
    expect(applied).toBe(2);
    expect(execution.killed()).toBe('Exceeded maximum execution time');
  });

  test('waiting beyond the limit ends the execution at the limit, not later', () => {
    const door = aDoor();
    const execution = anExecution(door, 30_000);

    expect(outcomeOf(() => execution.wait(3_600_000))).toBeInstanceOf(KillSignal);
    expect(door.clock.now() - START).toBe(30_001);
  });

  test.each([[false, 'ReadRequestsPerMinutePerUser'], [true, 'WriteRequestsPerMinutePerUser']])('the 61st call of a minute is a 429 (write: %s)', (write, limit) => {
    const door = createDoor({ clock: { ...createVirtualClock(START), advance: () => undefined }, seed: 1 });
    const answers = Array.from({ length: 61 }, () => outcomeOf(() => door.call({ ...READ, write }, () => ({ result: 'ok' }))));
    const otherKind = door.call({ ...READ, write: !write }, () => ({ result: 'ok' }));

    expect(answers.slice(0, 60).every((answer) => answer === 'ok')).toBe(true);
    expect(answers[60]).toMatchObject({ code: 429, status: 'RESOURCE_EXHAUSTED', details: [{ reason: 'RATE_LIMIT_EXCEEDED', metadata: { quota_limit: limit } }] });
    expect(otherKind).toBe('ok');
  });

  test('the body of a 429 names the quota and no time to wait', () => {
    const door = createDoor({ clock: { ...createVirtualClock(START), advance: () => undefined }, seed: 1, sheetsQuota: { perUser: 0, perProject: 300 } });
    const refused = outcomeOf(() => door.call(READ, () => ({ result: 'ok' }))) as ApiError;

    expect(refused.toJSON()).toEqual({ error: {
      code: 429, status: 'RESOURCE_EXHAUSTED',
      message: "Quota exceeded for quota metric 'Read requests' and limit 'Read requests per minute per user' of service 'sheets.googleapis.com' for consumer 'project_number:1'.",
      details: [
        {
          '@type': 'type.googleapis.com/google.rpc.ErrorInfo', reason: 'RATE_LIMIT_EXCEEDED', domain: 'googleapis.com',
          metadata: {
            service: 'sheets.googleapis.com', quota_metric: 'sheets.googleapis.com/read_requests', quota_limit: 'ReadRequestsPerMinutePerUser', quota_limit_value: '0',
            quota_unit: '1/min/{project}/{user}', quota_location: 'global', consumer: 'projects/1',
          },
        },
      ],
    } });
  });

  test('300 a minute are shared by all users of the project, and the next minute starts afresh', () => {
    const clock = createVirtualClock(START);
    const door = createDoor({ clock: { ...clock, advance: () => undefined }, seed: 1 });
    const read = (user: string): unknown => outcomeOf(() => door.call({ ...READ, user }, () => ({ result: 'ok' })));
    for (let user = 0; user < 5; user += 1) for (let call = 0; call < 60; call += 1) expect(read(`u${user}`)).toBe('ok');

    expect(read('u6')).toMatchObject({ code: 429, details: [{ metadata: { quota_limit: 'ReadRequestsPerMinutePerProject' } }] });
    clock.advanceTo(START + 60_000);
    expect(read('u6')).toBe('ok');
  });

  test('the meter can be switched off', () => {
    const door = createDoor({ clock: { now: () => START, advance: () => undefined, advanceTo: () => undefined }, seed: 1, sheetsQuota: 'off' });

    expect(Array.from({ length: 400 }, () => door.call(READ, () => ({ result: 1 })))).toHaveLength(400);
  });
});

describe('before each call', () => {
  test('a simulator may slip in another execution, whose calls nest', () => {
    const door = aDoor();
    const order: string[] = [];
    door.onBeforeCall((call) => {
      if (call.execution !== 1 || call.call !== 2) return;
      anExecution(door).call(WRITE, () => ({ result: order.push('theirs') }));
    });
    const mine = anExecution(door);
    mine.call(READ, () => ({ result: order.push('my read') }));
    mine.call(WRITE, () => ({ result: order.push('my write') }));

    expect(order).toEqual(['my read', 'theirs', 'my write']);
    expect(mine.totals().calls).toBe(2);
    expect(door.totals().calls).toBe(3);
  });

  test('it sees the service, method, user and function', () => {
    const door = aDoor();
    const seen: unknown[] = [];
    door.onBeforeCall((call) => seen.push(call));
    anExecution(door).call(MAIL, () => ({ result: 1 }));
    door.onBeforeCall(null);
    anExecution(door).call(MAIL, () => ({ result: 1 }));

    expect(seen).toEqual([{ ...MAIL, execution: 1, call: 1, functionName: 'handleRequest' }]);
  });
});

test('an error of the service itself is recorded and thrown as it is', () => {
  const door = aDoor();
  const refusal = new ApiError(400, 'INVALID_ARGUMENT', 'No grid with id: 7');

  expect(outcomeOf(() => door.call(READ, () => { throw refusal; }))).toBe(refusal);
  expect(door.entries()[0]).toMatchObject({ outcome: 'error: 400 No grid with id: 7', cells: 0 });
});

test('for any plan of faults, a call takes effect unless it failed before, and nothing takes effect after a kill', () => {
  const kinds = fc.constantFrom<FaultRule['kind']>('error-before', 'error-after', 'kill-before', 'kill-after', 'quota', 'delay', 'localise');
  fc.assert(fc.property(fc.array(fc.record({ kind: kinds, call: fc.integer({ min: 1, max: 6 }) }), { maxLength: 4 }), (plan) => {
    const door = aDoor();
    door.planFaults(plan);
    const execution = anExecution(door);
    const applied = new Set<number>();
    for (let call = 1; call <= 6; call += 1) outcomeOf(() => execution.call(WRITE, () => ({ result: applied.add(call) })));
    const kindAt = (call: number): string | undefined => plan.find((rule) => rule.call === call)?.kind;
    const lastAlive = [1, 2, 3, 4, 5, 6].find((call) => kindAt(call)?.startsWith('kill')) ?? 6;
    for (let call = 1; call <= 6; call += 1) {
      const expected = call <= lastAlive && !['error-before', 'kill-before', 'quota'].includes(kindAt(call) ?? '');
      expect(applied.has(call)).toBe(expected);
    }
  }));
});
