/** How the rows of an entity's tab look and what people may type there: number formats, colours, data-validation rules. */
import { ISSUE_TEXTS } from '../contract/issue-texts';
import type { EntityDeclaration, Field } from '../domain/field';
import type { Language } from '../domain/language';
import { columnLetters } from './a1';
import { ID, SYSTEM, type ColumnLayout } from './column-layout';
import type { GridRange, Request } from './sheets-api';

interface Rule {
  readonly type: string;
  readonly values?: readonly string[];
  /** False lets anything else pass after a warning. */
  readonly strict: boolean;
}

const GREY = { red: 0.95, green: 0.95, blue: 0.95 };

const NUMBER_FORMATS: Readonly<Record<string, { readonly type: string; readonly pattern: string }>> = {
  date: { type: 'DATE', pattern: 'yyyy-mm-dd' },
  money: { type: 'NUMBER', pattern: '#,##0.00' },
};
const TEXT_FORMAT = { type: 'TEXT', pattern: '@' };

/** Requests for rows `from` (inclusive) to `to` (exclusive), zero-based. */
export function rowFormats(
  entity: EntityDeclaration, columns: ColumnLayout['columns'], language: Language, sheetId: number, from: number, to: number,
): readonly Request[] {
  return Object.entries(columns).flatMap(([key, column]) => {
    const range: GridRange = { sheetId, startRowIndex: from, endRowIndex: to, startColumnIndex: column, endColumnIndex: column + 1 };
    const field = key === ID || key === SYSTEM ? undefined : entity.fields[key];
    const rule = field === undefined || field.derived === true ? null : ruleOf(field, language, `${columnLetters(column)}${from + 1}`);
    return [formatCells(range, field), ...(rule === null || field === undefined ? [] : [validation(range, rule, inputMessage(field, language))])];
  });
}

function formatCells(range: GridRange, field: Field | undefined): Request {
  const format = { numberFormat: NUMBER_FORMATS[field?.kind ?? ''] ?? TEXT_FORMAT, wrapStrategy: 'CLIP' };
  const calculated = field?.derived === true;
  return {
    repeatCell: {
      range, cell: { userEnteredFormat: calculated ? { ...format, backgroundColor: GREY } : format },
      fields: `userEnteredFormat(numberFormat,wrapStrategy${calculated ? ',backgroundColor' : ''})`,
    },
  };
}

function validation(range: GridRange, rule: Rule, message: string): Request {
  return {
    setDataValidation: {
      range,
      rule: {
        condition: { type: rule.type, ...(rule.values === undefined ? {} : { values: rule.values.map((userEnteredValue) => ({ userEnteredValue })) }) },
        strict: rule.strict, showCustomUi: true, inputMessage: message,
      },
    },
  };
}

/** The rule of the grid is coarser than the one of the form; what slips through is found when the row is next saved or scanned. */
function ruleOf(field: Field, language: Language, cell: string): Rule | null {
  switch (field.kind) {
    case 'choice':
      return { type: 'ONE_OF_LIST', values: Object.values(field.options).map((labels) => labels[language]), strict: true };
    case 'date':
      return { type: 'DATE_IS_VALID', strict: true };
    case 'money':
      return { type: 'NUMBER_GREATER_THAN_EQ', values: ['0'], strict: true };
    case 'email':
      return { type: 'TEXT_IS_EMAIL', strict: true };
    case 'phone':
      return matches(cell, PHONE_PATTERN);
    case 'idNumber':
      return matches(cell, '^[1-9][0-9]{16}[0-9Xx]$');
    case 'creditCode':
      return matches(cell, '^[0-9A-HJ-NP-RTUWXYa-z]{18}$');
    case 'reference':
      return matches(cell, '^[A-Z]{1,2}-[0-9A-Z]{10}$');
    case 'text':
    case 'longText':
      if (field.suggestions !== undefined) return { type: 'ONE_OF_LIST', values: Object.values(field.suggestions).map((labels) => labels[language]), strict: false };
      return { type: 'CUSTOM_FORMULA', values: [`=LEN(${cell})<=${field.maxLength}`], strict: true };
    case 'tags':
      return null;
  }
}

/**
 * Chinese mobiles, landlines with area code and 400 numbers, and anything international with + or 00, with or without
 * separators and in full-width digits too: never stricter than the form (a test tries), only coarser.
 */
export const PHONE_PATTERN = ((): string => {
  const digit = '[0-9０-９]';
  const gap = '[ ()（）.－-]*';
  const digits = (count: string): string => `(?:${gap}${digit})${count}`;
  const country = `(?:[(（]?(?:[+＋]|00|００)?${gap}(?:86|８６)[)）]?)?`;
  const mobile = `[0０]?[1１]${gap}[3-9３-９]${digits('{9}')}`;
  const landline = `[(（]?[0０]?${gap}(?:[1１]${gap}[0０]|[2-9２-９])${digits('{8,10}')}`;
  const service = `[48４８]${gap}[0０]${gap}[0０]${digits('{7}')}`;
  const international = `(?:[+＋]|00|００)${gap}[1-9１-９]${digits('{5,14}')}`;
  return `^ *(?:${country}${gap}(?:${mobile}|${landline}|${service})|${international}) *$`;
})();

function matches(cell: string, pattern: string): Rule {
  return { type: 'CUSTOM_FORMULA', values: [`=REGEXMATCH(TO_TEXT(${cell}),"${pattern}")`], strict: true };
}

const MESSAGE_OF_KIND = {
  choice: 'bad_choice', date: 'bad_date', money: 'negative_money', email: 'bad_email', phone: 'bad_phone',
  idNumber: 'bad_id_number', creditCode: 'bad_credit_code', reference: 'bad_id',
} as const;

function inputMessage(field: Field, language: Language): string {
  if (field.kind === 'text' || field.kind === 'longText') {
    return field.hint?.[language] ?? ISSUE_TEXTS.too_long[language].replace('{max}', String(field.maxLength));
  }
  if (field.kind === 'tags') return field.hint?.[language] ?? '';
  return ISSUE_TEXTS[MESSAGE_OF_KIND[field.kind]][language];
}
