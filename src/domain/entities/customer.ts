/** 客户: a person or a company that the team serves. */
import { defineEntity, defineFields, type EntityOf } from '../field';
import { EVERY_PRESET } from '../preset';

const INDIVIDUAL = { field: 'kind', is: ['individual'] } as const;
const ENTERPRISE = { field: 'kind', is: ['enterprise'] } as const;

const SERVE = { 'zh-CN': '识别并服务客户', en: 'To know and serve the customer' } as const;
const REACH = { 'zh-CN': '与客户联系', en: 'To reach the customer' } as const;
const SEGMENT = { 'zh-CN': '客户分类与分析', en: 'To group and understand customers' } as const;
const UPKEEP = { 'zh-CN': '保持资料及时准确', en: 'To keep the archive correct and current' } as const;

export const CUSTOMER_FIELDS = defineFields({
  name: {
    kind: 'text', labels: { 'zh-CN': '客户名称', en: 'Name' }, maxLength: 100, required: true,
    sensitivity: 'personal', purpose: SERVE, presets: EVERY_PRESET, section: 'basic', width: 180,
    search: 'name', merge: 'keepFilled', synonyms: ['姓名', '客户姓名', '客户', 'customer', 'customer name', 'full name'],
  },
  kind: {
    kind: 'choice', labels: { 'zh-CN': '客户性质', en: 'Kind' }, required: true, default: 'individual',
    options: { individual: { 'zh-CN': '个人', en: 'Individual' }, enterprise: { 'zh-CN': '企业', en: 'Enterprise' } },
    sensitivity: 'internal', purpose: SEGMENT, presets: EVERY_PRESET, section: 'basic', width: 90,
    merge: 'keepFilled', synonyms: ['性质', '客户类型', 'type', 'customer type'],
  },
  tier: {
    kind: 'choice', labels: { 'zh-CN': '客户等级', en: 'Tier' }, required: true, default: 'prospect',
    options: {
      vip: { 'zh-CN': 'VIP客户', en: 'VIP' },
      regular: { 'zh-CN': '普通客户', en: 'Regular' },
      prospect: { 'zh-CN': '潜在客户', en: 'Prospect' },
    },
    hint: { 'zh-CN': '等级决定多久复核一次资料', en: 'Decides how often the record is reviewed' },
    sensitivity: 'internal', purpose: SEGMENT, presets: EVERY_PRESET, section: 'basic', width: 100,
    merge: 'keepFilled', synonyms: ['等级', '重要性', '级别', 'level', 'importance'],
  },
  companyName: {
    kind: 'text', labels: { 'zh-CN': '公司名称', en: 'Company' }, maxLength: 200,
    sensitivity: 'internal', purpose: SERVE, presets: ['sales', 'service', 'keyAccounts', 'software'], section: 'basic', width: 180,
    search: 'name', merge: 'keepFilled', synonyms: ['公司', '单位', '企业名称', 'company', 'company name', 'organization name'],
  },
  creditCode: {
    kind: 'creditCode', labels: { 'zh-CN': '统一社会信用代码', en: 'Credit code' }, shownWhen: ENTERPRISE,
    hint: { 'zh-CN': '18 位，营业执照上可查', en: '18 characters, printed on the business licence' },
    sensitivity: 'internal', purpose: SERVE, presets: [], section: 'basic', width: 180,
    duplicateKey: true, merge: 'keepFilled', synonyms: ['信用代码', '税号', '纳税人识别号', 'uscc'],
  },
  phone: {
    kind: 'phone', labels: { 'zh-CN': '联系电话', en: 'Phone' },
    hint: { 'zh-CN': '手机或座机，如 13812345678、010-62345678', en: 'Mobile or landline, such as 13812345678 or +44 20 7946 0958' },
    sensitivity: 'personal', purpose: REACH, presets: EVERY_PRESET, section: 'contact', width: 140,
    search: 'phone', duplicateKey: true, merge: 'keepFilled', synonyms: ['电话', '手机', '手机号', '手机号码', '联系方式', 'phone', 'mobile', 'tel', 'mobile phone'],
  },
  email: {
    kind: 'email', labels: { 'zh-CN': '电子邮件', en: 'Email' },
    sensitivity: 'personal', purpose: REACH, presets: EVERY_PRESET, section: 'contact', width: 190,
    search: 'text', duplicateKey: true, merge: 'keepFilled', synonyms: ['邮箱', '邮件', 'e-mail', 'mail', 'e-mail address'],
  },
  wechat: {
    kind: 'text', labels: { 'zh-CN': '微信', en: 'WeChat' }, maxLength: 60,
    sensitivity: 'personal', purpose: REACH, presets: ['service', 'hotel'], section: 'contact', width: 120,
    search: 'text', merge: 'keepFilled', synonyms: ['微信号', '社交账号', 'wechat'],
  },
  address: {
    kind: 'text', labels: { 'zh-CN': '地址', en: 'Address' }, maxLength: 300,
    sensitivity: 'personal', purpose: REACH, presets: ['sales', 'service'], section: 'contact', width: 220,
    merge: 'keepFilled', synonyms: ['住址', '联系地址', '通讯地址', 'address'],
  },
  website: {
    kind: 'text', labels: { 'zh-CN': '网站', en: 'Website' }, maxLength: 200, shownWhen: ENTERPRISE,
    sensitivity: 'internal', purpose: REACH, presets: [], section: 'contact', width: 160,
    merge: 'keepFilled', synonyms: ['网址', '官网', 'web page', 'url'],
  },
  idNumber: {
    kind: 'idNumber', labels: { 'zh-CN': '身份证号码', en: 'ID number' }, shownWhen: INDIVIDUAL,
    hint: { 'zh-CN': '18 位居民身份证号码', en: '18-digit resident identity number' },
    sensitivity: 'sealed', purpose: SERVE, presets: [], section: 'person', width: 180,
    duplicateKey: true, merge: 'keepFilled', synonyms: ['身份证', '身份证号', '证件号码', 'id card'],
  },
  birthDate: {
    kind: 'date', labels: { 'zh-CN': '出生日期', en: 'Birth date' }, shownWhen: INDIVIDUAL, notInFuture: true,
    sensitivity: 'sensitive', purpose: SERVE, presets: ['hotel'], section: 'person', width: 110,
    merge: 'keepFilled', synonyms: ['生日', '出生年月', 'birthday', 'date of birth'],
  },
  gender: {
    kind: 'choice', labels: { 'zh-CN': '性别', en: 'Gender' }, shownWhen: INDIVIDUAL,
    options: { male: { 'zh-CN': '男', en: 'Male' }, female: { 'zh-CN': '女', en: 'Female' }, other: { 'zh-CN': '其他', en: 'Other' } },
    sensitivity: 'personal', purpose: SERVE, presets: ['hotel'], section: 'person', width: 80,
    merge: 'keepFilled', synonyms: ['gender', 'sex'],
  },
  occupation: {
    kind: 'text', labels: { 'zh-CN': '职业', en: 'Occupation' }, maxLength: 60, shownWhen: INDIVIDUAL,
    sensitivity: 'personal', purpose: SEGMENT, presets: [], section: 'person', width: 120,
    merge: 'keepFilled', synonyms: ['职务', 'job', 'job title'],
  },
  industry: {
    kind: 'text', labels: { 'zh-CN': '行业', en: 'Industry' }, maxLength: 60,
    suggestions: {
      manufacturing: { 'zh-CN': '制造业', en: 'Manufacturing' }, retail: { 'zh-CN': '零售', en: 'Retail' },
      finance: { 'zh-CN': '金融', en: 'Finance' }, software: { 'zh-CN': '软件与互联网', en: 'Software and internet' },
      education: { 'zh-CN': '教育', en: 'Education' }, health: { 'zh-CN': '医疗健康', en: 'Health care' },
      hospitality: { 'zh-CN': '酒店餐饮', en: 'Hospitality' }, construction: { 'zh-CN': '建筑与房地产', en: 'Construction and property' },
      logistics: { 'zh-CN': '物流运输', en: 'Logistics' }, government: { 'zh-CN': '政府与公共', en: 'Public sector' },
    },
    sensitivity: 'internal', purpose: SEGMENT, presets: ['sales', 'service', 'keyAccounts', 'software'], section: 'business', width: 110,
    search: 'text', merge: 'keepFilled', synonyms: ['行业分类', '行业属性', 'sector'],
  },
  region: {
    kind: 'text', labels: { 'zh-CN': '地区', en: 'Region' }, maxLength: 60,
    suggestions: {
      north: { 'zh-CN': '华北', en: 'North China' }, northeast: { 'zh-CN': '东北', en: 'Northeast China' },
      east: { 'zh-CN': '华东', en: 'East China' }, central: { 'zh-CN': '华中', en: 'Central China' },
      south: { 'zh-CN': '华南', en: 'South China' }, southwest: { 'zh-CN': '西南', en: 'Southwest China' },
      northwest: { 'zh-CN': '西北', en: 'Northwest China' }, overseas: { 'zh-CN': '港澳台及海外', en: 'Overseas, Hong Kong, Macao and Taiwan' },
    },
    sensitivity: 'internal', purpose: SEGMENT, presets: ['sales', 'service', 'hotel', 'keyAccounts', 'software'], section: 'business', width: 100,
    search: 'text', merge: 'keepFilled', synonyms: ['区域', '省份', '城市', 'area', 'state', 'city'],
  },
  companySize: {
    kind: 'choice', labels: { 'zh-CN': '公司规模', en: 'Company size' }, shownWhen: ENTERPRISE,
    options: {
      upTo10: { 'zh-CN': '1–10 人', en: '1–10 people' }, upTo50: { 'zh-CN': '11–50 人', en: '11–50 people' },
      upTo200: { 'zh-CN': '51–200 人', en: '51–200 people' }, upTo1000: { 'zh-CN': '201–1000 人', en: '201–1000 people' },
      over1000: { 'zh-CN': '1000 人以上', en: 'Over 1000 people' },
    },
    sensitivity: 'internal', purpose: SEGMENT, presets: ['keyAccounts', 'software'], section: 'business', width: 120,
    merge: 'keepFilled', synonyms: ['规模', '员工数量', 'employees'],
  },
  ownerEmail: {
    kind: 'email', labels: { 'zh-CN': '负责人', en: 'Owner' },
    hint: { 'zh-CN': '负责该客户的同事的邮箱，更新提醒会发给他', en: 'Mail of the colleague who looks after this customer and gets the reminders' },
    sensitivity: 'internal', purpose: UPKEEP, presets: EVERY_PRESET, section: 'business', width: 180,
    search: 'text', merge: 'keepFilled', synonyms: ['负责人邮箱', '销售', '客户经理', 'owner', 'account manager'],
  },
  source: {
    kind: 'choice', labels: { 'zh-CN': '客户来源', en: 'Source' },
    options: {
      customer: { 'zh-CN': '客户直接提供', en: 'From the customer' }, website: { 'zh-CN': '网站', en: 'Website' },
      phone: { 'zh-CN': '电话', en: 'Phone' }, email: { 'zh-CN': '邮件', en: 'Email' }, referral: { 'zh-CN': '转介绍', en: 'Referral' },
      event: { 'zh-CN': '线上线下活动', en: 'Event' }, thirdParty: { 'zh-CN': '第三方平台', en: 'Third party' }, other: { 'zh-CN': '其他', en: 'Other' },
    },
    sensitivity: 'internal', purpose: { 'zh-CN': '说明个人信息的来源', en: 'To say where the personal data came from' },
    presets: ['sales'], section: 'business', width: 110,
    merge: 'keepFilled', synonyms: ['来源', '来源渠道', 'lead source'],
  },
  tags: {
    kind: 'tags', labels: { 'zh-CN': '标签', en: 'Tags' }, maxItems: 20,
    sensitivity: 'internal', purpose: SEGMENT, presets: EVERY_PRESET, section: 'business', width: 150,
    search: 'text', merge: 'union', synonyms: ['标记', 'labels'],
  },
  preferredProducts: {
    kind: 'text', labels: { 'zh-CN': '偏好产品', en: 'Preferred products' }, maxLength: 300,
    sensitivity: 'internal', purpose: SERVE, presets: ['hotel'], section: 'needs', width: 160,
    merge: 'append', synonyms: ['产品偏好', '消费偏好'],
  },
  needs: {
    kind: 'longText', labels: { 'zh-CN': '需求', en: 'Needs' }, maxLength: 5000,
    sensitivity: 'internal', purpose: SERVE, presets: ['keyAccounts', 'software'], section: 'needs', width: 240,
    merge: 'append', synonyms: ['客户需求', '痛点'],
  },
  remarks: {
    kind: 'longText', labels: { 'zh-CN': '备注', en: 'Remarks' }, maxLength: 10000,
    sensitivity: 'personal', purpose: SERVE, presets: EVERY_PRESET, section: 'needs', width: 240,
    merge: 'append', synonyms: ['备注信息', '说明', 'notes', 'note', 'comments'],
  },
  lastReviewedOn: {
    kind: 'date', labels: { 'zh-CN': '上次复核', en: 'Last reviewed' }, notInFuture: true,
    hint: { 'zh-CN': '上次核对该客户资料的日期', en: 'When somebody last checked this record' },
    sensitivity: 'internal', purpose: UPKEEP, presets: EVERY_PRESET, section: 'upkeep', width: 110,
    merge: 'keepFilled', synonyms: ['复核日期', '更新日期'],
  },
  reviewDueOn: {
    kind: 'date', labels: { 'zh-CN': '应复核日', en: 'Review due' }, derived: true,
    sensitivity: 'internal', purpose: UPKEEP, presets: EVERY_PRESET, section: 'upkeep', width: 110,
    merge: 'keepFilled', synonyms: [],
  },
});

export type Customer = EntityOf<typeof CUSTOMER_FIELDS>;

export const CUSTOMER = defineEntity({
  name: 'customer',
  idPrefix: 'C',
  labels: { 'zh-CN': '客户', en: 'Customer' },
  tabLabels: { 'zh-CN': '客户', en: 'Customers' },
  sections: [
    { key: 'basic', labels: { 'zh-CN': '基本信息', en: 'Basics' } },
    { key: 'contact', labels: { 'zh-CN': '联系方式', en: 'Contact' } },
    { key: 'person', labels: { 'zh-CN': '个人信息', en: 'Person' } },
    { key: 'business', labels: { 'zh-CN': '业务信息', en: 'Business' } },
    { key: 'needs', labels: { 'zh-CN': '需求与备注', en: 'Needs and remarks' } },
    { key: 'upkeep', labels: { 'zh-CN': '资料维护', en: 'Upkeep' } },
  ],
  fields: CUSTOMER_FIELDS,
  titleField: 'name',
});
