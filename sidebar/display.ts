/** Values as people read them. */
import type { WireIssue } from '../src/contract/envelope';
import { ISSUE_TEXTS, fillText } from '../src/contract/issue-texts';
import { findEntity } from '../src/domain/entities';
import { isBlankValue, type Field, type Value, type Values } from '../src/domain/field';
import { ISSUE_CODES, type Issue, type IssueCode } from '../src/domain/issue';
import type { Language } from '../src/domain/language';
import { displayMoney, parseMoney } from '../src/domain/money';
import { parsePhone } from '../src/domain/phone';

/** The empty text for an empty value. */
export function displayValue(field: Field, value: Value | undefined, values: Values, language: Language): string {
  if (value == null || isBlankValue(value)) return '';
  if (typeof value !== 'string') return value.join(language === 'zh-CN' ? '、' : ', ');
  switch (field.kind) {
    case 'choice': return field.options[value]?.[language] ?? value;
    case 'phone': return displayPhone(value);
    case 'money': return displayAmount(value, values[field.currencyField], language);
    default: return value;
  }
}

/** Chinese numbers as they are written in China, others with their country code; anything else as it is. */
export function displayPhone(text: string): string {
  const phone = parsePhone(text);
  if (phone === null) return text;
  return phone.region === 'CN' ? phone.national : phone.international;
}

export function displayAmount(amount: string, currency: Value | undefined, language: Language): string {
  const code = typeof currency === 'string' ? currency : '';
  const parsed = parseMoney(amount, code);
  return parsed.ok ? displayMoney(parsed.minor, code, language) : `${amount} ${code}`.trim();
}

/** A reference is shown by the name of the record, so it is labelled by its kind and not as an id. */
export function labelOf(field: Field, language: Language): string {
  const target = field.kind === 'reference' ? findEntity(field.entity) : null;
  return (target ?? field).labels[language];
}

/** An instant in the reader's own time zone. */
export function displayInstant(at: string | number, language: Language): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(at));
}

/** An issue found by the rules here, or one the server sent, whose code may be younger than this sidebar. */
export type ToldIssue = Issue | WireIssue;

/** In the sidebar's language; in the server's own words if the code is not known here. */
export function issueText(issue: ToldIssue, language: Language): string {
  return isIssueCode(issue.code) ? fillText(ISSUE_TEXTS[issue.code], language, issue.params) : 'message' in issue ? issue.message : issue.code;
}

function isIssueCode(code: string): code is IssueCode {
  return (ISSUE_CODES as readonly string[]).includes(code);
}
