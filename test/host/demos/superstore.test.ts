import { resolve } from 'node:path';
import { loadSuperstore, type ProductDoor } from '../../../host/demos/superstore';
import { demoName } from '../../../host/workbench/demos';
import { runWorkbench } from '../../../host/workbench/run';
import type { MethodName } from '../../../src/contract/methods';
import { archiveHost, MANAGER, OWNER, SALES, SERVICE, VIEWER, type ArchiveHost } from '../../support/archive-host';

interface AskedFor { readonly method: MethodName; readonly params: unknown; readonly operationId?: string }

/** The host's door as a workbench opens it. `before` sees each call first and may break off. */
function doorOf(host: ArchiveHost, before: (request: AskedFor) => void = () => undefined): ProductDoor {
  return {
    rpc: async (user, request) => {
      const { method, params, operationId } = request as AskedFor;
      before(request as AskedFor);
      return host.call(user, method, params, operationId);
    },
  };
}

describe('the loaded archive', () => {
  const host = archiveHost({ quota: true });
  const asked: AskedFor[] = [];
  const bootstrap = () => host.ok(OWNER, 'bootstrap', {});
  let writes = 0;

  beforeAll(async () => {
    const before = host.door.totals().writes;
    await loadSuperstore(doorOf(host, (request) => asked.push(request)), 'zh-CN');
    writes = host.door.totals().writes - before;
  });

  test('opens with 793 customers and 5,009 orders, in Chinese, for a team of all roles', () => {
    const { ready, language, preset, counts, team } = bootstrap();

    expect({ ready, language, preset }).toEqual({ ready: true, language: 'zh-CN', preset: 'sales' });
    expect(counts).toMatchObject({ customer: 793, transaction: 5009 });
    expect(Object.fromEntries(team.map(({ email, role }) => [email, role]))).toEqual({ [OWNER]: 'owner', [MANAGER]: 'manager', [SALES]: 'sales', [SERVICE]: 'service', [VIEWER]: 'viewer' });
  });

  test('shows 2,297,200.89 dollars in the cells of its amounts', () => {
    const [header = [], ...rows] = host.cells('交易记录!A1:Z5010');
    const amounts = rows.map((row) => row[header.indexOf('交易金额')] as number);

    expect(amounts).toHaveLength(5009);
    expect(amounts.reduce((cents, amount) => cents + Math.round(amount * 100), 0)).toBe(229_720_089);
  });

  test('has every order with the customer who placed it', () => {
    const { records: [customer] } = host.ok(SALES, 'record.list', { entity: 'customer', filter: { name: 'Claire Gute' } });
    const { transactions, transactionCount } = host.ok(SALES, 'customer.card', { id: customer!.id });

    expect(transactionCount).toBe(3);
    expect(transactions.map(({ values }) => [values['occurredOn'], values['orderNumber'], values['amount']])).toContainEqual(['2016-11-08', 'CA-2016-152156', '993.90']);
  });

  test('took six calls, few enough writes to leave the minute’s quota to people', () => {
    expect(asked.map(({ method }) => method)).toEqual(['workbook.setup', 'bootstrap', 'record.import', 'record.import', 'record.import', 'record.import']);
    expect(writes).toBeLessThanOrEqual(10);
  });

  test('stays as it is when it is loaded again', async () => {
    const { seq, counts } = bootstrap();

    await loadSuperstore(doorOf(host), 'zh-CN');

    expect(bootstrap()).toMatchObject({ seq, counts });
  });

  test('brings a digest to sales and to the manager on the next morning', () => {
    host.script.advanceTo(host.clock.now() + 86_400_000);

    expect(host.script.outbox().map(({ to }) => to).sort()).toEqual([MANAGER, SALES]);
  });
});

describe('a load that broke off', () => {
  test('among the orders can be done again', async () => {
    const host = archiveHost();
    let imports = 0;
    const breaking = doorOf(host, ({ method }) => {
      if (method === 'record.import' && (imports += 1) === 3) throw new Error('the plug was pulled');
    });
    await expect(loadSuperstore(breaking, 'en')).rejects.toThrow('the plug was pulled');
    expect(host.ok(OWNER, 'bootstrap', {}).counts).toMatchObject({ customer: 793, transaction: 2000 });

    await loadSuperstore(doorOf(host), 'en');

    expect(host.ok(OWNER, 'bootstrap', {})).toMatchObject({ language: 'en', counts: { customer: 793, transaction: 5009 } });
  });

  test('because the product refused says what it refused', async () => {
    const door: ProductDoor = { rpc: async () => ({ ok: false, error: { code: 'FORBIDDEN' } }) };

    await expect(loadSuperstore(door, 'en')).rejects.toThrow('workbook.setup was refused with {"code":"FORBIDDEN"}');
  });
});

describe('at the start', () => {
  test('the Superstore opens when nobody names a demo', () => {
    expect(demoName(null)).toBe('superstore');
  });

  test('--empty opens a workbook that nobody has set up', async () => {
    const workbench = await runWorkbench({
      args: ['--empty', '--no-open'], distFolder: resolve(__dirname, '../../../dist'), pageFolder: resolve(__dirname, '../../../build/page'),
      print: () => undefined, complain: (line) => { throw new Error(line); },
    });
    try {
      expect(await workbench!.rpc(OWNER, { method: 'bootstrap', params: {} })).toMatchObject({ ok: true, data: { ready: false, counts: {} } });
    } finally {
      await workbench!.close();
    }
  });
});
