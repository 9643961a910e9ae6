import { copyArguments, createRpcClient } from '../../../host/apps-script/rpc';
import { aScriptHost, EDITOR, OWNER, VIEWER } from './script-fixture';

describe('which functions a page can call', () => {
  const source = `
    function open() { return 'open'; }
    function hidden_() { return 'hidden'; }
    var assigned = function () { return 'assigned'; };
    const arrow = () => 'arrow';
    var space = { inner: function () { return 'inner'; } };
    var notAFunction = 1;`;

  test.each([['open', 'open'], ['assigned', 'assigned'], ['arrow', 'arrow']])('%s can be called', (name, result) => {
    expect(aScriptHost(source).host.rpc(OWNER, name, [])).toMatchObject({ ok: true, result });
  });

  test.each(['hidden_', 'space.inner', 'notAFunction', 'absent', 'eval', 'parseInt', 'Object', 'SpreadsheetApp', 'open()', '', 'constructor', '__proto__'])('%p cannot', (name) => {
    expect(aScriptHost(source).host.rpc(OWNER, name, [])).toMatchObject({ ok: false, error: { message: `Script function not found: ${name}` } });
  });

  test('the page is told the names of public functions only', () => {
    expect(aScriptHost(source).host.publicFunctions()).toEqual(['open', 'evaluateText', 'assigned']);
  });

  test('menus and triggers also reach methods and hidden names', () => {
    const { host } = aScriptHost(source);

    expect([host.clickMenu(OWNER, 'space.inner').result, host.fire(OWNER, 'hidden_').result]).toEqual(['inner', 'hidden']);
  });
});

describe('results are JSON copies', () => {
  test.each<[string, string, unknown]>([
    ['plain values', '({ a: [1, "二", true, null], b: {} })', { a: [1, '二', true, null], b: {} }],
    ['undefined in an array is null', '[1, undefined, 3]', [1, null, 3]],
    ['an undefined property is left out', '({ a: undefined, b: 1 })', { b: 1 }],
    ['no result is null', 'undefined', null],
    ['a Date alone', 'new Date(0)', null],
    ['a Date deep inside makes the whole result null', '({ list: [1, { at: new Date(0) }], other: "lost" })', null],
    ['a Date in a string is no Date', 'JSON.stringify({ at: new Date(0) })', '{"at":"1970-01-01T00:00:00.000Z"}'],
    ['a shared part is copied twice', '(function () { var part = { n: 1 }; return [part, part]; })()', [{ n: 1 }, { n: 1 }]],
    ['text beyond ASCII', '"\\u{1F600} 客户 \\u2028"', '\u{1F600} 客户 \u2028'],
  ])('%s', (_what, expression, result) => {
    expect(aScriptHost().evaluate(`return ${expression};`)).toEqual(result);
  });

  test.each([
    ['a function', 'function () {}'], ['a function deep inside', '({ a: [{ f: function () {} }] })'], ['a symbol', 'Symbol("x")'],
    ['a cycle', '(function () { var a = {}; a.self = a; return a; })()'], ['a bigint', '10n'],
  ])('%s is refused', (_what, expression) => {
    expect(() => aScriptHost().evaluate(`return ${expression};`)).toThrow('cannot be sent to the page');
  });

  test('an error of the script arrives with its message', () => {
    expect(aScriptHost('function fail() { throw new TypeError("no such thing"); }').host.rpc(OWNER, 'fail', [])).toMatchObject({ ok: false, result: null, error: { name: 'TypeError', message: 'no such thing' } });
  });

  test('the reply’s length is told', () => {
    expect(aScriptHost().host.rpc(OWNER, 'evaluateText', ['return "x".repeat(1000)']).replyLength).toBe(1002);
  });
});

describe('arguments', () => {
  test('arrive as copies made in the realm', () => {
    const { host } = aScriptHost('function look(a, b) { return [Array.isArray(a), a instanceof Array, a.length, b.deep.x, arguments.length]; }');

    expect(host.rpc(OWNER, 'look', [[1, 2], { deep: { x: '客' } }]).result).toEqual([true, true, 2, '客', 2]);
  });

  test.each<[string, unknown, string]>([['undefined in an array is null', [1, undefined], '[[1,null]]'], ['plain values', { a: 1 }, '[{"a":1}]']])('%s', (_what, argument, text) => {
    expect(copyArguments([argument])).toBe(text);
  });

  test.each<[string, unknown]>([['a function', () => 1], ['a Date', new Date(0)], ['a Date inside', { at: [new Date(0)] }], ['a symbol', Symbol('x')], ['a bigint', 1n], ['a cycle', cycle()]])('%s is refused in the page', (_what, argument) => {
    expect(() => copyArguments(['fine', argument])).toThrow('Failed due to illegal value in property: 1');
  });

  test('no RPC can forge a real event’s authMode', () => {
    const { host } = aScriptHost('function handler(e) { return e.authMode === ScriptApp.AuthMode.FULL; }');

    expect(host.rpc(OWNER, 'handler', [{ authMode: 'FULL' }]).result).toBe(false);
    expect(host.fire(OWNER, 'handler').result).toBe(true);
  });
});

describe('who may reach the script', () => {
  test.each([[OWNER, true], [EDITOR, true], [VIEWER, true], ['stranger@example.com', false]])('%s by RPC: %s', (user, ok) => {
    expect(aScriptHost('function hello() { return 1; }').host.rpc(user, 'hello', []).ok).toBe(ok);
  });

  test('a stranger is told so in Google’s words, and nothing runs', () => {
    const { host, door } = aScriptHost('function hello() { return Utilities.getUuid(); }');

    expect(host.rpc('stranger@example.com', 'hello', []).error).toMatchObject({ message: 'You do not have permission to access the requested document.' });
    expect(host.openDocument('stranger@example.com')).toMatchObject({ ok: false, menu: [] });
    expect(door.totals().calls).toBe(0);
  });
});

describe('a page’s calls', () => {
  const client = (seed: string) => {
    const served: number[] = [];
    return { served, rpc: createRpcClient({ seed, invoke: (_name, [number]) => ({ ok: true, result: served.push(number as number) }) }) };
  };

  test('all are answered once, in an order drawn from the seed, with at most ten under way', () => {
    const { served, rpc } = client('a');
    const answers: unknown[] = [];
    for (let call = 0; call < 40; call += 1) rpc.submit('f', [call], (reply) => answers.push(reply));
    rpc.settle();

    expect([...served].sort((a, b) => a - b)).toEqual(Array.from({ length: 40 }, (_, call) => call));
    expect(answers).toHaveLength(40);
    expect(served).not.toEqual([...served].sort((a, b) => a - b));
    served.forEach((call, position) => { expect(call).toBeLessThan(position + 10); });
  });

  test('the order repeats with the seed', () => {
    const orders = ['a', 'a', 'b'].map((seed) => {
      const { served, rpc } = client(seed);
      for (let call = 0; call < 20; call += 1) rpc.submit('f', [call], () => undefined);
      rpc.settle();
      return served;
    });

    expect(orders[0]).toEqual(orders[1]);
    expect(orders[0]).not.toEqual(orders[2]);
  });
});

function cycle(): unknown {
  const value: Record<string, unknown> = {};
  value['self'] = value;
  return value;
}
