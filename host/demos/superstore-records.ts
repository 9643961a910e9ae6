/** What the archive says of the Superstore's customers and orders: taken from the orders, or derived as told here. */
import { createSeededRandom } from '../door/seeded-random';
import type { SuperstoreOrder } from './superstore-orders';

export type DemoLanguage = 'zh-CN' | 'en';

/** Values of one new record, as `record.import` takes them. */
export type RecordValues = Readonly<Record<string, string | readonly string[]>>;

type Tier = 'vip' | 'regular' | 'prospect';

export interface SuperstoreCustomer {
  readonly key: string;
  readonly tier: Tier;
  /** US cents over all orders. */
  readonly cents: number;
  readonly latestOrder: SuperstoreOrder;
}

const OWNERS = ['sales@example.com', 'manager@example.com'] as const;

/** Tenth of the customers that spent most. */
const VIP_SHARE = 0.1;

/** The customers in the order of their first purchase. `orders` begin with the oldest. */
export function customersOf(orders: readonly SuperstoreOrder[]): readonly SuperstoreCustomer[] {
  const spending = new Map<string, { cents: number; latestOrder: SuperstoreOrder }>();
  for (const order of orders) spending.set(order.customerKey, { cents: (spending.get(order.customerKey)?.cents ?? 0) + order.cents, latestOrder: order });

  const byAmount = [...spending].sort(([, a], [, b]) => b.cents - a.cents).map(([key]) => key);
  const vips = new Set(byAmount.slice(0, Math.round(byAmount.length * VIP_SHARE)));
  const activeSince = yearBefore(orders.at(-1)?.orderedOn ?? '');
  return [...spending].map(([key, { cents, latestOrder }]) => ({ key, cents, latestOrder, tier: tierOf(vips.has(key), latestOrder.orderedOn > activeSince) }));
}

/**
 * The tier comes from real spending: the tenth that spent most is VIP, who else bought within the year before the newest
 * order is regular, and who has not bought for longer has to be won again: a prospect.
 */
function tierOf(isVip: boolean, isActive: boolean): Tier {
  if (isVip) return 'vip';
  return isActive ? 'regular' : 'prospect';
}

const SEGMENTS: Readonly<Record<string, { readonly kind: string } & Readonly<Record<DemoLanguage, string>>>> = {
  Consumer: { kind: 'individual', 'zh-CN': '个人消费', en: 'Consumer' },
  Corporate: { kind: 'enterprise', 'zh-CN': '企业采购', en: 'Corporate' },
  'Home Office': { kind: 'individual', 'zh-CN': '家庭办公', en: 'Home office' },
};

/** The file knows no company, mail or phone of anybody, so they stay blank. @param today YYYY-MM-DD in the workbook's zone */
export function customerRecord({ key, tier, latestOrder: { customerName, segment, city, state, postalCode } }: SuperstoreCustomer, language: DemoLanguage, today: string): RecordValues {
  const labels = known(SEGMENTS, segment);
  const random = createSeededRandom(key);
  return {
    name: customerName, kind: labels.kind, tier,
    address: `${city}, ${state} ${postalCode}`, region: state,
    ownerEmail: OWNERS[random.integer(OWNERS.length)]!,
    tags: [labels[language]],
    lastReviewedOn: lastReviewedOn(tier, random.next(), today),
  };
}

/** The product's usual time between two reviews, in days. */
const REVIEW_DAYS: Readonly<Record<Tier, number>> = { vip: 30, regular: 91, prospect: 182 };

/** Reviews are spread evenly a little beyond that time, so that some thirty customers are due on the first morning. */
const BEYOND = 1.04;

/** @param spread in [0, 1) */
function lastReviewedOn(tier: Tier, spread: number, today: string): string {
  return daysBefore(today, 1 + Math.floor(spread * REVIEW_DAYS[tier] * BEYOND));
}

const DELIVERY: Readonly<Record<string, string>> = { 'Same Day': 'express', 'First Class': 'express', 'Second Class': 'freight', 'Standard Class': 'freight' };

/** All of them were delivered long ago. How they were paid for the file does not say. */
export function transactionRecord({ number, orderedOn, products, cents, shipMode }: SuperstoreOrder, customerId: string, language: DemoLanguage): RecordValues {
  return {
    customerId, occurredOn: orderedOn, type: 'purchase', product: productText(products, language),
    amount: (cents / 100).toFixed(2), currency: 'USD',
    orderNumber: number, orderStatus: 'completed', deliveryMethod: known(DELIVERY, shipMode),
  };
}

function productText([first = '', ...more]: readonly string[], language: DemoLanguage): string {
  if (more.length === 0) return first;
  return language === 'zh-CN' ? `${first} 等 ${more.length + 1} 种` : `${first} and ${more.length} more`;
}

function known<T>(table: Readonly<Record<string, T>>, name: string): T {
  const entry = table[name];
  if (entry === undefined) throw new Error(`The orders of the demo speak of ${JSON.stringify(name)}, which nobody has met before.`);
  return entry;
}

function yearBefore(date: string): string {
  return `${Number(date.slice(0, 4)) - 1}${date.slice(4)}`;
}

function daysBefore(date: string, days: number): string {
  return new Date(Date.parse(date) - days * 86_400_000).toISOString().slice(0, 10);
}
