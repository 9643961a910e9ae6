import type { CsvLine } from '../../../host/demos/csv';
import { ordersOf, readSuperstore } from '../../../host/demos/superstore-orders';

const LINE: CsvLine = {
  'Order ID': 'CA-2016-1', 'Order Date': '2016-11-08', 'Ship Mode': 'Second Class', 'Customer ID': 'CG-12520', 'Customer Name': 'Claire Gute', Segment: 'Consumer',
  City: 'Henderson', State: 'Kentucky', 'Postal Code': '42420', 'Product Name': 'Bookcase', Sales: '261.96',
};

describe('the orders of the package', () => {
  const orders = readSuperstore();
  const totalCents = orders.reduce((sum, { cents }) => sum + cents, 0);

  test('are 5,009 of 793 customers, from January 2014 to December 2017', () => {
    expect(orders).toHaveLength(5009);
    expect(new Set(orders.map(({ number }) => number)).size).toBe(5009);
    expect(new Set(orders.map(({ customerKey }) => customerKey)).size).toBe(793);
    expect([orders[0]?.orderedOn, orders.at(-1)?.orderedOn]).toEqual(['2014-01-03', '2017-12-30']);
  });

  test('add up to 2,297,200.89: the 2,297,200.86 of the file and three cents from rounding each order', () => {
    expect(totalCents).toBe(229_720_089);
  });

  test('begin with the oldest', () => {
    const days = orders.map(({ orderedOn }) => orderedOn);
    expect(days).toEqual([...days].sort());
  });
});

describe('an order', () => {
  test('is the sum of its lines, with each product once', () => {
    const orders = ordersOf([LINE, { ...LINE, 'Order ID': 'CA-2016-0' }, { ...LINE, 'Product Name': 'Two\u00a0 chairs ', Sales: '731.94' }, LINE]);

    expect(orders.map(({ number }) => number)).toEqual(['CA-2016-0', 'CA-2016-1']);
    expect(orders[1]).toEqual({
      number: 'CA-2016-1', orderedOn: '2016-11-08', customerKey: 'CG-12520', customerName: 'Claire Gute', segment: 'Consumer',
      city: 'Henderson', state: 'Kentucky', postalCode: '42420', shipMode: 'Second Class', products: ['Bookcase', 'Two chairs'], cents: 125_586,
    });
  });

  test.each([
    [['957.5775'], 95_758], [['0.444'], 44], [['10'], 1000], [['0.1', '0.2'], 30],
    [['1.005'], 100], [['1.015'], 102], [['1.0050', '0.0001'], 101], [['0.0025', '0.0025'], 0],
  ])('of lines of %j has %i cents: halves go to the even cent', (sales, cents) => {
    expect(ordersOf(sales.map((Sales) => ({ ...LINE, Sales })))[0]?.cents).toBe(cents);
  });

  test('gets the zero back that its postal code lost', () => {
    expect(ordersOf([{ ...LINE, 'Postal Code': '6824' }])[0]?.postalCode).toBe('06824');
  });

  test.each([
    ['a column is missing', { 'Order ID': 'CA-2016-1' }, 'no column "Order Date"'],
    ['a price is no number', { ...LINE, Sales: 'n/a' }, '"n/a" is no price.'],
  ])('is refused when %s', (_, line, message) => {
    expect(() => ordersOf([line as CsvLine])).toThrow(message);
  });
});
