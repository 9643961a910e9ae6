import { aScriptHost, EDITOR, OWNER, START } from './script-fixture';

const HOUR = 3_600_000;

describe('locks', () => {
  const lock = 'var lock = LockService.getDocumentLock();';

  test('a free lock is taken, seen as held, and given back', () => {
    expect(aScriptHost().evaluate(`${lock} var before = lock.hasLock(); return [before, lock.tryLock(0), lock.hasLock(), lock.tryLock(10), (lock.releaseLock(), lock.hasLock())];`)).toEqual([false, true, true, true, false]);
  });

  test('there is no document lock without a document', () => {
    const nothing = aScriptHost('', { spreadsheetId: '' });

    expect(nothing.evaluate('return [LockService.getDocumentLock(), CacheService.getDocumentCache(), PropertiesService.getDocumentProperties(), LockService.getScriptLock() === null];')).toEqual([null, null, null, false]);
  });

  test('an execution that starts while another holds the lock waits in vain', () => {
    const { host, door } = aScriptHost(`
      function hold() { LockService.getDocumentLock().waitLock(1000); CacheService.getScriptCache().get('a'); return 'held'; }
      function contend() { var lock = LockService.getDocumentLock(); return [lock.tryLock(2000), lock.hasLock(), LockService.getScriptLock().tryLock(0), LockService.getUserLock().tryLock(0)]; }
      function insist() { LockService.getDocumentLock().waitLock(10000); }`);
    const seen: unknown[] = [];
    door.onBeforeCall((call) => {
      if (call.execution !== 1 || call.method !== 'get') return;
      const before = door.clock.now();
      seen.push(host.rpc(EDITOR, 'contend', []).result, host.rpc(EDITOR, 'insist', []).error!.message, door.clock.now() - before >= 12_000);
    });

    expect(host.rpc(OWNER, 'hold', []).result).toBe('held');
    expect(seen).toEqual([[false, false, true, true], 'Lock timeout: another process was holding the lock for too long.', true]);
    door.onBeforeCall(null);
    expect(host.rpc(EDITOR, 'insist', []).ok).toBe(true);
  });

  test('a lock ends with its execution, even a killed one', () => {
    const { host, door } = aScriptHost('function hold() { LockService.getScriptLock().waitLock(0); Utilities.getUuid(); } function take() { return LockService.getScriptLock().tryLock(0); }');
    door.planFaults([{ kind: 'kill-before', service: 'Utilities' }]);

    expect(host.rpc(OWNER, 'hold', []).killed).toBe('The execution was terminated.');
    expect(host.rpc(EDITOR, 'take', []).result).toBe(true);
  });

  test('a dialog suspends the run, and the lock is lost', () => {
    expect(aScriptHost().evaluate(`${lock} lock.waitLock(0); SpreadsheetApp.getUi().alert('Sure?'); return lock.hasLock();`)).toBe(false);
  });

  test('negative waits fail: tryLock says false, waitLock throws', () => {
    expect(aScriptHost().evaluate(`${lock} var answers = [lock.tryLock(-100)]; try { lock.waitLock(-100); } catch (e) { answers.push(e.message.slice(0, 12), e.name); } return answers;`)).toEqual([false, 'Lock timeout', 'Exception']);
  });
});

describe('the cache', () => {
  const cache = 'var cache = CacheService.getScriptCache();';

  test('keeps text until it expires on the virtual clock', () => {
    const { host, door, evaluate } = aScriptHost();
    evaluate(`${cache} cache.put('default', 'a'); cache.put('long', 'b', 21600); cache.putAll({ x: '1', y: '2' }, 60);`);

    expect(evaluate(`${cache} return cache.getAll(['default', 'long', 'x', 'y', 'absent']);`)).toEqual({ default: 'a', long: 'b', x: '1', y: '2' });
    host.advanceTo(door.clock.now() + 61_000);
    expect(evaluate(`${cache} return cache.getAll(['default', 'long', 'x', 'y']);`)).toEqual({ default: 'a', long: 'b' });
    host.advanceTo(door.clock.now() + 600_000);
    expect(evaluate(`${cache} return [cache.get('default'), cache.get('long')];`)).toEqual([null, 'b']);
    host.advanceTo(door.clock.now() + 6 * HOUR);
    expect(evaluate(`${cache} return cache.get('long');`)).toBeNull();
  });

  test('stores are apart by kind and person', () => {
    const { evaluate } = aScriptHost();
    evaluate("CacheService.getScriptCache().put('k', 'script'); CacheService.getDocumentCache().put('k', 'document'); CacheService.getUserCache().put('k', 'owner');");
    const read = "return [CacheService.getScriptCache().get('k'), CacheService.getDocumentCache().get('k'), CacheService.getUserCache().get('k')];";

    expect(evaluate(read)).toEqual(['script', 'document', 'owner']);
    expect(evaluate(read, EDITOR)).toEqual(['script', 'document', null]);
  });

  describe('boundaries', () => {
    test.each([
      ["cache.put('k'.repeat(250), 'v')", null],
      ["cache.put('k'.repeat(251), 'v')", 'Argument too large: key'],
      ["cache.put('k', 'v'.repeat(102400))", null],
      ["cache.put('k', 'v'.repeat(102401))", 'Argument too large: value'],
      ["cache.put('k', '客'.repeat(34134))", 'Argument too large: value'],
      ["cache.putAll({ a: 'v', b: 'v'.repeat(102401) })", 'Argument too large: value'],
      ["cache.put('k', 'v', 21600)", null],
      ["cache.put('k', 'v', 21601)", 'Invalid argument: expirationInSeconds'],
      ["cache.put('k', 'v', 0)", 'Invalid argument: expirationInSeconds'],
      ["cache.put('k', 1)", "The parameters (String,number) don't match the method signature for CacheService.Cache.put."],
      ['cache.get(null)', "The parameters (null) don't match the method signature for CacheService.Cache.get."],
    ])('%s: %s', (statement, message) => {
      const outcome = aScriptHost().host.rpc(OWNER, 'evaluateText', [`${cache} ${statement}; return 'fine';`]);

      expect(outcome.ok ? null : outcome.error!.message).toBe(message);
    });
  });

  test('the 1,001st item drives out the 101 oldest by creation', () => {
    const { evaluate } = aScriptHost();
    evaluate(`${cache} for (var i = 0; i < 10; i++) { var part = {}; for (var j = 0; j < 100; j++) part['k' + (i * 100 + j)] = 'v'; cache.putAll(part); }`);
    const survivors = `${cache} var keys = []; for (var i = 0; i <= 1000; i++) keys.push('k' + i); var found = cache.getAll(keys); return [Object.keys(found).length, 'k0' in found, 'k100' in found, 'k101' in found, 'k1000' in found];`;

    expect(evaluate(survivors)).toEqual([1000, true, true, true, false]);
    evaluate(`${cache} cache.put('k1000', 'v');`);
    expect(evaluate(survivors)).toEqual([900, false, false, true, true]);
  });

  test('removed items are gone', () => {
    expect(aScriptHost().evaluate(`${cache} cache.putAll({ a: '1', b: '2', c: '3' }); cache.remove('a'); cache.removeAll(['b', 'never']); return cache.getAll(['a', 'b', 'c']);`)).toEqual({ c: '3' });
  });
});

describe('properties', () => {
  const store = 'var store = PropertiesService.getScriptProperties();';

  test('all methods', () => {
    expect(aScriptHost().evaluate(`${store}
      var chained = store.setProperty('a', '1').setProperties({ b: '2', n: 3 });
      var first = [chained.getProperty('a'), store.getProperty('absent'), store.getProperties(), store.getKeys()];
      store.deleteProperty('a').setProperties({ only: 'x' }, true);
      var second = store.getProperties();
      store.deleteAllProperties();
      return first.concat([second, store.getKeys()]);`)).toEqual(['1', null, { a: '1', b: '2', n: '3' }, ['a', 'b', 'n'], { only: 'x' }, []]);
  });

  test('a user’s properties are that user’s, document and script ones everybody’s', () => {
    const { evaluate } = aScriptHost();
    evaluate("PropertiesService.getUserProperties().setProperty('k', 'mine'); PropertiesService.getDocumentProperties().setProperty('k', 'ours');");

    expect(evaluate("return [PropertiesService.getUserProperties().getProperty('k'), PropertiesService.getDocumentProperties().getProperty('k'), PropertiesService.getScriptProperties().getProperty('k')];", EDITOR)).toEqual([null, 'ours', null]);
  });

  describe('boundaries', () => {
    test.each([
      ["store.setProperty('k', 'v'.repeat(9216))", null],
      ["store.setProperty('k', 'v'.repeat(9217))", 'Argument too large: value'],
      ["for (var i = 0; i < 55; i++) store.setProperty('k' + i, 'v'.repeat(9216))", null],
      ["for (var i = 0; i < 56; i++) store.setProperty('k' + i, 'v'.repeat(9216))", 'You have exceeded the property storage quota. Please remove some properties and try again.'],
    ])('%s: %s', (statement, message) => {
      const outcome = aScriptHost().host.rpc(OWNER, 'evaluateText', [`${store} ${statement}; return 'fine';`]);

      expect(outcome.ok ? null : outcome.error!.message).toBe(message);
    });
  });

  test('a refused write changes nothing', () => {
    const { evaluate, host } = aScriptHost();
    evaluate(`${store} store.setProperty('kept', 'x');`);
    host.rpc(OWNER, 'evaluateText', [`${store} store.setProperties({ a: '1', b: 'v'.repeat(9999) }, true);`]);

    expect(evaluate(`${store} return store.getProperties();`)).toEqual({ kept: 'x' });
  });

  test.each(['__proto__', 'constructor', 'toString', '7'])('the key %s is like any other', (key) => {
    expect(aScriptHost().evaluate(`${store} var before = store.getProperty('${key}'); store.setProperty('${key}', 'v'); return [before, store.getProperty('${key}')];`)).toEqual([null, 'v']);
    expect(aScriptHost().evaluate(`var cache = CacheService.getScriptCache(); var before = cache.get('${key}'); cache.put('${key}', 'v'); return [before, cache.get('${key}')];`)).toEqual([null, 'v']);
  });
});

describe('state', () => {
  test('survives as plain JSON: properties, cache, triggers, mail, quotas, clock', () => {
    const mutations = new Set<string>();
    const first = aScriptHost('', { onMutation: (part) => mutations.add(part) });
    first.evaluate(`
      PropertiesService.getScriptProperties().setProperty('p', '1');
      CacheService.getScriptCache().put('c', '2', 600);
      ScriptApp.newTrigger('evaluateText').timeBased().everyDays(1).atHour(9).create();
      MailApp.sendEmail('a@example.com', 's', 'b');`);
    const saved = JSON.parse(JSON.stringify(first.host.state())) as ReturnType<typeof first.host.state>;
    const second = aScriptHost();
    second.host.restore(saved);

    expect(second.evaluate("return [PropertiesService.getScriptProperties().getProperty('p'), CacheService.getScriptCache().get('c'), ScriptApp.getProjectTriggers().length, MailApp.getRemainingDailyQuota()];")).toEqual(['1', '2', 1, 99]);
    expect(second.host.outbox()).toEqual(first.host.outbox());
    expect(second.door.clock.now()).toBeGreaterThan(START);
    expect([...mutations].sort()).toEqual(['cache', 'clock', 'outbox', 'properties', 'quotas', 'triggers']);
  });

  test('a saved state is a copy', () => {
    const { host, evaluate } = aScriptHost();
    const saved = host.state();
    evaluate("PropertiesService.getScriptProperties().setProperty('p', '1');");

    expect(saved.host.properties).toEqual({});
  });

  test('identifiers go on after a restore instead of repeating', () => {
    const first = aScriptHost();
    const before = first.evaluate('return Utilities.getUuid();');
    const second = aScriptHost();
    second.host.restore(first.host.state());

    expect(second.evaluate('return Utilities.getUuid();')).toBe(first.evaluate('return Utilities.getUuid();'));
    expect(second.evaluate('return Utilities.getUuid();')).not.toBe(before);
  });
});
