/** Words of the reminder mail. */
import type { Language } from '../domain/language';

export interface DigestTexts {
  readonly subject: (total: number, date: string) => string;
  readonly intro: (total: number) => string;
  readonly overdue: (dueOn: string, days: number) => string;
  readonly more: (left: number) => string;
  readonly howTo: string;
  readonly why: string;
}

export const DIGEST_TEXTS: Readonly<Record<Language, DigestTexts>> = {
  'zh-CN': {
    subject: (total, date) => `客户资料复核提醒：${total} 位客户（${date}）`,
    intro: (total) => `您负责的 ${total} 位客户的资料该复核了，最急的排在前面：`,
    overdue: (dueOn, days) => (days === 0 ? `今天到期（${dueOn}）` : `已过期 ${days} 天（${dueOn}）`),
    more: (left) => `另有 ${left} 位客户到期，请在工作簿中按“应复核日”查看。`,
    howTo: '核对无误后，请在侧边栏打开该客户，把“上次复核”改为今天并保存。',
    why: '这封邮件由归档每天汇总一次，每人每天最多一封。',
  },
  en: {
    subject: (total, date) => `Customer records to review: ${total} (${date})`,
    intro: (total) => (total === 1 ? 'One customer record of yours is due for review:' : `${total} customer records of yours are due for review, the most urgent first:`),
    overdue: (dueOn, days) => (days === 0 ? `due today (${dueOn})` : days === 1 ? `1 day overdue (${dueOn})` : `${days} days overdue (${dueOn})`),
    more: (left) => `${left} more are due; see the “Review due” column of the workbook.`,
    howTo: 'When you have checked a record, open the customer in the sidebar, set “Last reviewed” to today and save.',
    why: 'Guidang sends this summary at most once a day to each person.',
  },
};
