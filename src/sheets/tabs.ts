/** The tabs of an archive. Their sheet ids are ours from the start, so that one read finds them whatever their titles are. */
import { ENTITIES } from '../domain/entities';
import type { Labels } from '../domain/language';
import type { DataFilter } from './sheets-api';

/** Sheet-level metadata that names a tab, for workbooks whose tabs got other ids. */
export const TAB_METADATA = 'guidang.tab';
/** Column-level metadata that names a column: `customer.phone`. */
export const COLUMN_METADATA = 'guidang.column';

export type SystemTab = 'settings' | 'system' | 'outbox' | 'journal';

const SHEET_IDS: Readonly<Record<string, number>> = {
  customer: 173301001, transaction: 173301002,
  settings: 173301901, outbox: 173301902, journal: 173301903, system: 173301904,
};

export interface SystemTabDeclaration {
  readonly key: SystemTab;
  readonly labels: Labels;
  readonly headers: readonly { readonly labels: Labels; readonly width: number }[];
  /** Rows the tab is made with. */
  readonly rows: number;
  readonly columns: number;
  /** Settings stop everybody but owners and managers; the others only ask before a hand edit. */
  readonly protection: 'hard' | 'warning';
  readonly hidden: boolean;
}

const header = (zh: string, en: string, width: number): { labels: Labels; width: number } => ({ labels: { 'zh-CN': zh, en }, width });

export const SYSTEM_TABS: readonly SystemTabDeclaration[] = [
  {
    key: 'settings', labels: { 'zh-CN': '设置', en: 'Settings' }, rows: 40, columns: 3, protection: 'hard', hidden: false,
    headers: [header('设置项', 'Setting', 240), header('值', 'Value', 200), header('说明', 'What it means', 420)],
  },
  {
    key: 'outbox', labels: { 'zh-CN': '发件箱', en: 'Outbox' }, rows: 50, columns: 6, protection: 'warning', hidden: true,
    headers: [
      header('唯一键', 'Key', 260), header('状态', 'Status', 90), header('收件人', 'Recipient', 200),
      header('内容', 'Content', 300), header('更新时间', 'Updated', 180), header('原因', 'Reason', 220),
    ],
  },
  {
    key: 'journal', labels: { 'zh-CN': '变更记录', en: 'Journal' }, rows: 200, columns: 6, protection: 'warning', hidden: true,
    headers: [
      header('序号', 'Seq', 70), header('时间 / 人 / 方式', 'When / who / how', 320), header('操作编号', 'Operation', 220),
      header('记录', 'Records', 220), header('变更', 'Changes', 420), header('校验', 'Hash', 200),
    ],
  },
  {
    key: 'system', labels: { 'zh-CN': '系统', en: 'System' }, rows: 40, columns: 60, protection: 'warning', hidden: true,
    headers: [header('系统数据，请勿修改', 'System data, please do not edit', 240), header('值', 'Value', 400)],
  },
];

/** Key of an entity or system tab → sheet id. */
export type TabIds = Readonly<Record<string, number>>;

export const DEFAULT_TAB_IDS: TabIds = SHEET_IDS;

export function sheetIdOf(tabs: TabIds, key: string): number {
  const id = tabs[key];
  if (id === undefined) throw new Error(`no tab is declared for ${key}`);
  return id;
}

export const TAB_KEYS: readonly string[] = [...ENTITIES.map((entity) => entity.name), ...SYSTEM_TABS.map((tab) => tab.key)];

export function headerFilter(sheetId: number): DataFilter {
  return { gridRange: { sheetId, startRowIndex: 0, endRowIndex: 1 } };
}

/** Cells of the System tab, zero-based rows; what is kept there is in `system-tab.ts`. */
export const SYSTEM_ROWS = { head: 1, lastJob: 2, notices: 4, noticeCount: 8, ring: 16, ringCount: 16 } as const;
