/** Words for every issue and error, so that a person can act on it. `{max}` and the like are filled from the issue's params. */
import type { IssueCode } from '../domain/issue';
import type { Labels, Language } from '../domain/language';
import type { ErrorCode } from './envelope';

export const ISSUE_TEXTS: Readonly<Record<IssueCode, Labels>> = {
  required: { 'zh-CN': '请填写此项', en: 'Please fill this in' },
  unknown_field: { 'zh-CN': '没有这个字段，请检查字段名', en: 'There is no such field; check its name' },
  field_off: { 'zh-CN': '此字段未启用，请先由所有者在设置中开启', en: 'This field is switched off; the owner can switch it on in the set-up' },
  read_only: { 'zh-CN': '此项由系统计算，不能填写', en: 'This value is calculated and cannot be entered' },
  wrong_type: { 'zh-CN': '值的类型不对', en: 'This is not the right type of value' },
  too_long: { 'zh-CN': '太长了，最多 {max} 个字符', en: 'Too long: at most {max} characters' },
  too_many: { 'zh-CN': '太多了，最多 {max} 个', en: 'Too many: at most {max}' },
  control_character: { 'zh-CN': '含有看不见的控制字符，请删去后重试', en: 'Contains invisible control characters; remove them and try again' },
  bad_choice: { 'zh-CN': '请从列表中选择', en: 'Please choose from the list' },
  bad_phone: { 'zh-CN': '电话号码不正确，请填手机号（如 13812345678）或带区号的座机（如 010-62345678）', en: 'Not a valid phone number; use a mobile (13812345678) or a landline with area code (010-62345678, +44 20 7946 0958)' },
  bad_email: { 'zh-CN': '邮箱地址不正确，应如 name@example.com', en: 'Not a valid mail address; it should look like name@example.com' },
  bad_id_number: { 'zh-CN': '身份证号码不正确，请核对 18 位数字和末位校验码', en: 'Not a valid ID number; check the 18 digits and the last check character' },
  bad_credit_code: { 'zh-CN': '统一社会信用代码不正确，请核对 18 位字符', en: 'Not a valid credit code; check its 18 characters' },
  bad_date: { 'zh-CN': '日期不正确，应如 2026-01-31', en: 'Not a valid date; it should look like 2026-01-31' },
  future_date: { 'zh-CN': '日期不能晚于今天', en: 'The date cannot be after today' },
  bad_money: { 'zh-CN': '金额不正确，最多 {decimals} 位小数，如 1234.5', en: 'Not a valid amount; at most {decimals} decimals, such as 1234.5' },
  negative_money: { 'zh-CN': '金额请填正数，退款或退货请选择交易类型', en: 'Enter a positive amount; choose refund or return as the type instead' },
  unknown_record: { 'zh-CN': '找不到这条记录，请重新选择', en: 'There is no such record; please choose again' },
  unknown_entity: { 'zh-CN': '没有这种记录', en: 'There is no such kind of record' },
  unknown_role: { 'zh-CN': '没有这个角色，可用：{allowed}', en: 'There is no such role; use one of: {allowed}' },
  unknown_value: { 'zh-CN': '不支持这个值，可用：{allowed}', en: 'This value is not supported; use one of: {allowed}' },
  missing: { 'zh-CN': '缺少这一项', en: 'This is missing' },
  out_of_range: { 'zh-CN': '超出允许的范围', en: 'Out of the allowed range' },
  fixed: { 'zh-CN': '此项在初始设置时已确定，不能更改', en: 'This was decided at the first set-up and cannot be changed' },
  not_set_up: { 'zh-CN': '工作簿还没有初始化，请先运行“归档 → 初始设置”', en: 'The workbook has not been set up yet; run Guidang → Set up first' },
  reused: { 'zh-CN': '这个操作编号已用于另一项操作，请换一个新的', en: 'This operation id belongs to another operation; use a new one' },
  no_owner: { 'zh-CN': '团队中至少要有一位所有者', en: 'The team needs at least one owner' },
  bad_id: { 'zh-CN': '编号的格式不对', en: 'This is not a valid id' },
};

export const ERROR_TEXTS: Readonly<Record<ErrorCode, Labels>> = {
  VALIDATION: { 'zh-CN': '有内容需要修改，什么都没有保存', en: 'Something needs correcting; nothing was saved' },
  NOT_FOUND: { 'zh-CN': '找不到要的内容，可能已被移走', en: 'Not found; it may have been moved' },
  CONFLICT: { 'zh-CN': '您编辑期间别人改了同一项，请选择保留哪个', en: 'Somebody changed the same field while you were editing; choose what to keep' },
  DUPLICATE: { 'zh-CN': '已有相同的记录，请确认是否仍要新建', en: 'A record like this exists already; confirm to save it anyway' },
  FORBIDDEN: { 'zh-CN': '您没有权限这样做，请联系工作簿的所有者', en: 'You are not allowed to do this; ask the owner of the workbook' },
  BUSY: { 'zh-CN': '正在保存别人的修改，请稍后再试', en: 'Another save is in progress; please try again in a moment' },
  QUOTA: { 'zh-CN': '谷歌的调用限额已用完，请稍后再试', en: "Google's quota is used up for now; please try again later" },
  SCHEMA_DRIFT: {
    'zh-CN': '表格的列、标签页或变更记录不是原来的样子（被删除、重复或被粘贴覆盖），什么都没有写入。请撤销最近对它们的改动，或从版本历史恢复；仍不行时，请由所有者重新运行“归档 → 初始设置”',
    en: 'Columns, tabs or Journal rows are not as they were (removed, found twice or pasted over), so nothing was written. Undo the last change to them, or restore them from version history; if that does not help, the owner can run Guidang → Set up again',
  },
  UNAVAILABLE: { 'zh-CN': '谷歌暂时没有响应，请重试，不会重复保存', en: 'Google did not answer; try again, nothing will be saved twice' },
  INTERNAL: { 'zh-CN': '出现意外问题。请先核对这条记录，再把编号告诉维护者', en: 'Something unexpected happened. Please check the record and report the reference' },
};

export function fillText(labels: Labels, language: Language, params: Readonly<Record<string, string | number>> = {}): string {
  return labels[language].replace(/\{(\w+)\}/g, (whole, key: string) => String(params[key] ?? whole));
}
