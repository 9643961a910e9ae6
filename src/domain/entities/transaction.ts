/** 交易记录: a purchase, refund or return of one customer. */
import { defineEntity, defineFields, type EntityOf } from '../field';
import { CURRENCIES } from '../money';
import { EVERY_PRESET } from '../preset';
import type { Labels } from '../language';

const TRADE = { 'zh-CN': '记录客户的交易', en: 'To record what the customer bought' } as const;
const DELIVER = { 'zh-CN': '交付与开票', en: 'To deliver and invoice' } as const;

/** Currency codes are their own labels in every language. */
const CURRENCY_OPTIONS: Readonly<Record<string, Labels>> = Object.fromEntries(
  CURRENCIES.map(({ code }) => [code, { 'zh-CN': code, en: code }]),
);

export const TRANSACTION_FIELDS = defineFields({
  customerId: {
    kind: 'reference', entity: 'customer', labels: { 'zh-CN': '客户编号', en: 'Customer id' }, required: true,
    sensitivity: 'internal', purpose: TRADE, presets: EVERY_PRESET, section: 'deal', width: 120,
    merge: 'keepFilled', synonyms: ['客户id', 'customer id'],
  },
  occurredOn: {
    kind: 'date', labels: { 'zh-CN': '交易日期', en: 'Date' }, required: true, notInFuture: true,
    sensitivity: 'internal', purpose: TRADE, presets: EVERY_PRESET, section: 'deal', width: 110,
    merge: 'keepFilled', synonyms: ['日期', '购买时间', '订单日期', 'order date', 'date'],
  },
  type: {
    kind: 'choice', labels: { 'zh-CN': '交易类型', en: 'Type' }, required: true, default: 'purchase',
    options: { purchase: { 'zh-CN': '购买', en: 'Purchase' }, refund: { 'zh-CN': '退款', en: 'Refund' }, return: { 'zh-CN': '退货', en: 'Return' } },
    hint: { 'zh-CN': '退款、退货的金额也填正数', en: 'Refunds and returns take a positive amount too' },
    sensitivity: 'internal', purpose: TRADE, presets: EVERY_PRESET, section: 'deal', width: 90,
    merge: 'keepFilled', synonyms: ['类型', 'transaction type'],
  },
  product: {
    kind: 'text', labels: { 'zh-CN': '产品或服务', en: 'Product or service' }, maxLength: 300, required: true,
    sensitivity: 'internal', purpose: TRADE, presets: EVERY_PRESET, section: 'deal', width: 220,
    search: 'text', merge: 'keepFilled', synonyms: ['产品', '商品', '产品名称', 'product', 'product name', 'item'],
  },
  specification: {
    kind: 'text', labels: { 'zh-CN': '型号规格', en: 'Model, specification' }, maxLength: 200,
    sensitivity: 'internal', purpose: TRADE, presets: ['keyAccounts', 'software'], section: 'deal', width: 140,
    merge: 'keepFilled', synonyms: ['型号', '规格', 'model', 'specification'],
  },
  amount: {
    kind: 'money', currencyField: 'currency', labels: { 'zh-CN': '交易金额', en: 'Amount' }, required: true,
    sensitivity: 'internal', purpose: TRADE, presets: EVERY_PRESET, section: 'deal', width: 110,
    merge: 'keepFilled', synonyms: ['金额', '消费金额', 'amount', 'sales', 'total'],
  },
  currency: {
    kind: 'choice', labels: { 'zh-CN': '币种', en: 'Currency' }, required: true, default: 'CNY', options: CURRENCY_OPTIONS,
    sensitivity: 'internal', purpose: TRADE, presets: EVERY_PRESET, section: 'deal', width: 80,
    merge: 'keepFilled', synonyms: ['货币', 'currency'],
  },
  orderNumber: {
    kind: 'text', labels: { 'zh-CN': '订单号', en: 'Order number' }, maxLength: 60,
    sensitivity: 'internal', purpose: TRADE, presets: ['sales', 'service', 'keyAccounts', 'software'], section: 'order', width: 140,
    search: 'text', merge: 'keepFilled', synonyms: ['订单编号', 'order id', 'order number'],
  },
  orderStatus: {
    kind: 'choice', labels: { 'zh-CN': '订单状态', en: 'Order status' },
    options: {
      unpaid: { 'zh-CN': '待付款', en: 'Unpaid' }, paid: { 'zh-CN': '已支付', en: 'Paid' }, toShip: { 'zh-CN': '待发货', en: 'To ship' },
      shipped: { 'zh-CN': '已发货', en: 'Shipped' }, completed: { 'zh-CN': '已完成', en: 'Completed' }, cancelled: { 'zh-CN': '已取消', en: 'Cancelled' },
    },
    sensitivity: 'internal', purpose: DELIVER, presets: ['sales', 'service', 'keyAccounts', 'software'], section: 'order', width: 100,
    merge: 'keepFilled', synonyms: ['状态', 'status'],
  },
  paymentMethod: {
    kind: 'choice', labels: { 'zh-CN': '付款方式', en: 'Payment' },
    options: {
      transfer: { 'zh-CN': '电汇', en: 'Bank transfer' }, cheque: { 'zh-CN': '支票', en: 'Cheque' }, card: { 'zh-CN': '信用卡', en: 'Card' },
      wechat: { 'zh-CN': '微信', en: 'WeChat Pay' }, alipay: { 'zh-CN': '支付宝', en: 'Alipay' }, cash: { 'zh-CN': '现金', en: 'Cash' }, other: { 'zh-CN': '其他', en: 'Other' },
    },
    sensitivity: 'internal', purpose: DELIVER, presets: ['sales', 'service', 'hotel', 'keyAccounts', 'software'], section: 'order', width: 100,
    merge: 'keepFilled', synonyms: ['支付方式', 'payment method'],
  },
  deliveryMethod: {
    kind: 'choice', labels: { 'zh-CN': '交货方式', en: 'Delivery' },
    options: {
      express: { 'zh-CN': '快递', en: 'Express' }, freight: { 'zh-CN': '物流', en: 'Freight' }, pickup: { 'zh-CN': '自提', en: 'Pick-up' },
      online: { 'zh-CN': '线上交付', en: 'Online' }, other: { 'zh-CN': '其他', en: 'Other' },
    },
    sensitivity: 'internal', purpose: DELIVER, presets: ['sales', 'keyAccounts'], section: 'order', width: 100,
    merge: 'keepFilled', synonyms: ['配送方式', 'delivery', 'ship mode'],
  },
  invoiceNumber: {
    kind: 'text', labels: { 'zh-CN': '发票号码', en: 'Invoice number' }, maxLength: 60,
    sensitivity: 'internal', purpose: DELIVER, presets: ['sales', 'keyAccounts', 'software'], section: 'invoice', width: 140,
    merge: 'keepFilled', synonyms: ['发票号', 'invoice no', 'invoice number'],
  },
  invoicedOn: {
    kind: 'date', labels: { 'zh-CN': '开票日期', en: 'Invoiced on' },
    sensitivity: 'internal', purpose: DELIVER, presets: ['keyAccounts'], section: 'invoice', width: 110,
    merge: 'keepFilled', synonyms: ['发票日期', 'invoice date'],
  },
});

export type Transaction = EntityOf<typeof TRANSACTION_FIELDS>;

export const TRANSACTION = defineEntity({
  name: 'transaction',
  idPrefix: 'T',
  labels: { 'zh-CN': '交易', en: 'Transaction' },
  tabLabels: { 'zh-CN': '交易记录', en: 'Transactions' },
  sections: [
    { key: 'deal', labels: { 'zh-CN': '交易', en: 'Deal' } },
    { key: 'order', labels: { 'zh-CN': '订单', en: 'Order' } },
    { key: 'invoice', labels: { 'zh-CN': '发票', en: 'Invoice' } },
  ],
  fields: TRANSACTION_FIELDS,
  titleField: 'product',
});
