/** Customers and orders as a Chinese sales team might have them, made by rule: the same draw gives the same record. */
import type { SeededRandom } from '../../host/door/seeded-random';
import type { Values } from '../../src/domain/field';
import { formatMoney } from '../../src/domain/money';
import { addDays, daysBetween, type PlainDate } from '../../src/domain/plain-date';
import { SALES, MANAGER, SERVICE } from './archive-host';

export interface Moment {
  readonly createdOn: PlainDate;
  readonly today: PlainDate;
}

/** The values a form would send for customer number `n`: no two share a phone or mail. */
export function generatedCustomer(random: SeededRandom, n: number, { createdOn, today }: Moment): Values {
  const isEnterprise = random.next() < 0.4;
  const tier = weighted(random, { prospect: 5, regular: 4, vip: 1 });
  const region = pick(random, REGIONS);
  const person = pick(random, SURNAMES) + pick(random, GIVEN) + (random.next() < 0.6 ? pick(random, GIVEN) : '');
  return {
    name: person, kind: isEnterprise ? 'enterprise' : 'individual', tier,
    companyName: isEnterprise ? `${pick(random, CITIES)}${pick(random, GIVEN)}${pick(random, GIVEN)}${pick(random, TRADES)}有限公司` : null,
    phone: `+86${MOBILE_PREFIXES[n % MOBILE_PREFIXES.length] ?? ''}${String(10_000_019 + Math.floor(n / MOBILE_PREFIXES.length) * 7).padStart(8, '0')}`,
    email: random.next() < 0.8 ? `user${n}@${pick(random, MAIL_HOSTS)}` : null,
    address: random.next() < 0.5 ? `${pick(random, CITIES)}市${pick(random, GIVEN)}${pick(random, GIVEN)}路${1 + random.integer(900)}号` : null,
    industry: isEnterprise ? pick(random, INDUSTRIES) : null, region, ownerEmail: pick(random, [SALES, SALES, MANAGER, SERVICE]),
    source: pick(random, ['customer', 'website', 'phone', 'referral', 'event', null]),
    tags: random.next() < 0.3 ? [pick(random, TAGS)] : random.next() < 0.1 ? TAGS.slice(0, 3) : null,
    remarks: random.next() < 0.2 ? pick(random, REMARKS) : null,
    lastReviewedOn: reviewedOn(random, tier, createdOn, today),
  };
}

/** The values a form would send for an order of that customer. */
export function generatedTransaction(random: SeededRandom, n: number, customerId: string, { createdOn }: Moment): Values {
  return {
    customerId, occurredOn: addDays(createdOn, -random.integer(3)), type: weighted(random, { purchase: 18, refund: 1, return: 1 }),
    product: pick(random, PRODUCTS), amount: formatMoney(1_000 + random.integer(5_000_000), 'CNY'), currency: 'CNY',
    orderNumber: `SO-${100_000 + n}`, orderStatus: pick(random, ['paid', 'shipped', 'completed', 'completed']),
    paymentMethod: pick(random, ['transfer', 'wechat', 'alipay', null]), deliveryMethod: pick(random, ['express', 'freight', null]),
    invoiceNumber: random.next() < 0.5 ? String(20_000_000 + n) : null,
  };
}

/** Nearly everybody was reviewed in time; one in a hundred is late, and who came lately was not reviewed yet. */
function reviewedOn(random: SeededRandom, tier: string, createdOn: PlainDate, today: PlainDate): PlainDate | null {
  const cadenceDays = { vip: 28, regular: 88, prospect: 178 }[tier] ?? 0;
  const daysAgo = random.next() < 0.01 ? cadenceDays + 4 + random.integer(30) : random.integer(cadenceDays);
  return daysAgo < daysBetween(createdOn, today) ? addDays(today, -daysAgo) : null;
}

function pick<T>(random: SeededRandom, choices: readonly T[]): T {
  return choices[random.integer(choices.length)] as T;
}

function weighted(random: SeededRandom, weights: Readonly<Record<string, number>>): string {
  const total = Object.values(weights).reduce((sum, weight) => sum + weight, 0);
  let left = random.integer(total);
  return Object.keys(weights).find((key) => (left -= weights[key] ?? 0) < 0) ?? '';
}

const SURNAMES = [...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕'];
const GIVEN = [...'伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂华建国红梅志鹏宇轩子涵雨欣晨思远嘉怡文博'];
const CITIES = ['北京', '上海', '广州', '深圳', '杭州', '成都', '重庆', '武汉', '西安', '苏州', '厦门', '长沙', '青岛', '沈阳'];
const TRADES = ['科技', '贸易', '电子', '机械', '食品', '物流', '建材', '服饰'];
const REGIONS = ['华北', '东北', '华东', '华中', '华南', '西南', '西北'];
const INDUSTRIES = ['制造业', '零售', '金融', '软件与互联网', '教育', '物流运输'];
const MOBILE_PREFIXES = ['138', '139', '135', '136', '150', '151', '186', '188'];
const MAIL_HOSTS = ['example.com', 'example.org', 'example.net'];
const TAGS = ['重点', '老客户', '价格敏感', '展会', '需回访'];
const REMARKS = ['上午不方便接电话', '发票开增值税专票，抬头见合同', '由张经理介绍，对交期要求高，每季度采购一次'];
const PRODUCTS = ['办公椅 A3', '会议桌 1.8m', '笔记本电脑 14 寸', '激光打印机', '文件柜 四门', '年度维护服务', '投影仪 4K', '复印纸 A4 70g'];
