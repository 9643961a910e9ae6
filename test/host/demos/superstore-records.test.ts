import { readSuperstore, type SuperstoreOrder } from '../../../host/demos/superstore-orders';
import { customerRecord, customersOf, transactionRecord, type DemoLanguage, type RecordValues, type SuperstoreCustomer } from '../../../host/demos/superstore-records';
import { checkNew } from '../../../src/domain/check-record';
import { CUSTOMER } from '../../../src/domain/entities/customer';
import { TRANSACTION } from '../../../src/domain/entities/transaction';
import type { EntityDeclaration } from '../../../src/domain/field';
import { enabledKeys } from '../../../src/domain/field-selection';
import { DEFAULT_REVIEW_POLICY, reviewDueOn } from '../../../src/domain/review-cycle';

const TODAY = '2026-11-23';
const LANGUAGES: readonly DemoLanguage[] = ['zh-CN', 'en'];
const ORDER: SuperstoreOrder = {
  number: 'CA-2016-1', orderedOn: '2016-11-08', customerKey: 'CG-12520', customerName: 'Claire Gute', segment: 'Consumer',
  city: 'Henderson', state: 'Kentucky', postalCode: '42420', shipMode: 'Second Class', products: ['Bookcase'], cents: 26_196,
};

const orders = readSuperstore();
const customers = customersOf(orders);
const aCustomer = (changes: Partial<SuperstoreOrder> = {}): SuperstoreCustomer => customersOf([{ ...ORDER, ...changes }])[0]!;

/** What the product would store of the record; its issues when it would refuse. */
function stored(entity: EntityDeclaration, record: RecordValues): unknown {
  const checked = checkNew({ entity, enabled: new Set(enabledKeys(entity, 'sales', {})), today: TODAY }, record);
  return checked.ok ? Object.fromEntries(Object.entries(checked.values).filter(([, value]) => value !== null)) : checked.issues;
}

describe.each(LANGUAGES)('in %s', (language) => {
  test('the product accepts all 793 customers and stores them as they are', () => {
    const records = customers.map((customer) => customerRecord(customer, language, TODAY));

    expect(records).toHaveLength(793);
    expect(records.map((record) => stored(CUSTOMER, record))).toEqual(records);
  });

  test('the product accepts all 5,009 orders and stores them as they are', () => {
    const records = orders.map((order) => transactionRecord(order, 'C-0123456789', language));

    expect(records).toHaveLength(5009);
    expect(records.map((record) => stored(TRANSACTION, record))).toEqual(records);
  });
});

describe('the tier', () => {
  test('of the tenth that spent most is VIP', () => {
    const spent = (vip: boolean): number[] => customers.filter(({ tier }) => (tier === 'vip') === vip).map(({ cents }) => cents);

    expect(spent(true)).toHaveLength(79);
    expect(Math.min(...spent(true))).toBeGreaterThan(Math.max(...spent(false)));
  });

  test.each([
    ['2017-06-30', 'regular'], ['2016-12-31', 'regular'], ['2016-12-30', 'prospect'], ['2014-01-03', 'prospect'],
  ])('of somebody whose last order was on %s, the newest of all on 2017-12-30, is %s', (orderedOn, tier) => {
    const others = [{ ...ORDER, orderedOn: '2014-01-01', customerKey: 'A' }, { ...ORDER, orderedOn, customerKey: 'B' }, { ...ORDER, orderedOn: '2017-12-30', customerKey: 'C' }];
    expect(customersOf(others).find(({ key }) => key === 'B')?.tier).toBe(tier);
  });

  test('is spread over the real customers', () => {
    const count = (tier: string): number => customers.filter((customer) => customer.tier === tier).length;
    expect({ vip: count('vip'), regular: count('regular'), prospect: count('prospect') }).toEqual({ vip: 79, regular: 622, prospect: 92 });
  });
});

describe('a customer', () => {
  test('lives where the latest order went', () => {
    const [customer] = customersOf([ORDER, { ...ORDER, orderedOn: '2017-01-01', city: 'Seattle', state: 'Washington', postalCode: '98103' }]);
    expect(customerRecord(customer!, 'en', TODAY)).toMatchObject({ region: 'Washington', address: 'Seattle, Washington 98103' });
  });

  test.each([
    ['Consumer', 'individual', '个人消费'], ['Corporate', 'enterprise', '企业采购'], ['Home Office', 'individual', '家庭办公'],
  ])('of the segment %s is %s with the tag %s', (segment, kind, tag) => {
    expect(customerRecord(aCustomer({ segment }), 'zh-CN', TODAY)).toMatchObject({ kind, tags: [tag] });
    expect(customerRecord(aCustomer({ segment }), 'en', TODAY)).toMatchObject({ kind, tags: [expect.stringMatching(new RegExp(segment, 'i'))] });
  });

  test('of a segment that nobody knows is refused', () => {
    expect(() => customerRecord(aCustomer({ segment: 'Toys' }), 'en', TODAY)).toThrow('speak of "Toys"');
  });

  test('always gets the same owner and review', () => {
    expect(customerRecord(aCustomer(), 'en', TODAY)).toEqual(customerRecord(aCustomer(), 'en', TODAY));
  });

  test('belongs to sales or to the manager, about half to each', () => {
    const owners = customers.map((customer) => customerRecord(customer, 'en', TODAY)['ownerEmail']);

    expect(new Set(owners)).toEqual(new Set(['sales@example.com', 'manager@example.com']));
    const ofSales = owners.filter((owner) => owner === 'sales@example.com').length;
    expect(ofSales).toBeGreaterThan(350);
    expect(ofSales).toBeLessThan(443);
  });
});

describe('reviews', () => {
  test.each(['2026-11-23', '2027-02-28', '2028-02-29', '2028-03-31'])('are due for a morning’s work of customers of both owners on %s', (today) => {
    const due = customers.map((customer) => customerRecord(customer, 'en', today)).filter((record) => (reviewDueOn(record, today, DEFAULT_REVIEW_POLICY) ?? today) <= today);

    expect(due.length).toBeGreaterThanOrEqual(15);
    expect(due.length).toBeLessThanOrEqual(60);
    expect(new Set(due.map((record) => record['ownerEmail'])).size).toBe(2);
  });
});

describe('an order', () => {
  test('keeps its real date, number and amount', () => {
    expect(transactionRecord(ORDER, 'C-0123456789', 'en')).toEqual({
      customerId: 'C-0123456789', occurredOn: '2016-11-08', type: 'purchase', product: 'Bookcase', amount: '261.96', currency: 'USD',
      orderNumber: 'CA-2016-1', orderStatus: 'completed', deliveryMethod: 'freight',
    });
  });

  test.each([
    [['Bookcase'], 'Bookcase', 'Bookcase'], [['Bookcase', 'Chair', 'Lamp'], 'Bookcase 等 3 种', 'Bookcase and 2 more'],
  ])('of %j says so', (products, chinese, english) => {
    expect(transactionRecord({ ...ORDER, products }, 'C-0123456789', 'zh-CN')['product']).toBe(chinese);
    expect(transactionRecord({ ...ORDER, products }, 'C-0123456789', 'en')['product']).toBe(english);
  });

  test.each([['Same Day', 'express'], ['First Class', 'express'], ['Second Class', 'freight'], ['Standard Class', 'freight']])('sent by %s went by %s', (shipMode, deliveryMethod) => {
    expect(transactionRecord({ ...ORDER, shipMode }, 'C-0123456789', 'en')['deliveryMethod']).toBe(deliveryMethod);
  });
});
