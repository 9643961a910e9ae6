/** When two values of a duplicate key are the same, though one of them was typed into its cell by hand. */
import { checkCreditCode } from './credit-code';
import { checkEmail } from './email';
import type { Field, Value } from './field';
import { checkIdNumber } from './id-number';
import { normalisePhone, phoneTail } from './phone';
import { cleanText, toHalfWidth } from './text';

/**
 * @param value as it is stored, canonical
 * @returns whether a cell's value, in whatever form it stands there, is the same
 */
export function duplicateMatcher(field: Field, value: Value): (cell: Value) => boolean {
  if (typeof value !== 'string') return () => false;
  const isSame = field.kind === 'phone' ? samePhone(value) : sameForm(field, value);
  return (cell) => cell === value || (typeof cell === 'string' && isSame(cell));
}

/** Reading a number is slow, and a tab has 100,000 of them: only those that end alike are read, and canonical ones never. */
function samePhone(e164: string): (cell: string) => boolean {
  const tail = phoneTail(e164, TAIL);
  return (cell) => phoneTail(cell, TAIL) === tail && (normalisePhone(cell) ?? normalisePhone(`+${cell}`)) === e164;
}

/** Subscriber numbers have at least as many digits. */
const TAIL = 5;

function sameForm(field: Field, value: string): (cell: string) => boolean {
  const form = comparableForm(field, value);
  return (cell) => comparableForm(field, cell) === form;
}

/** Mail addresses are told apart without regard to case, though the part before the @ is stored as typed. */
function comparableForm(field: Field, text: string): string {
  switch (field.kind) {
    case 'email': {
      const mail = checkEmail(text);
      return (mail.ok ? mail.normalised : cleanText(text)).toLowerCase();
    }
    case 'idNumber': {
      const id = checkIdNumber(text);
      return id.ok ? id.normalised : codeForm(text);
    }
    case 'creditCode': {
      const code = checkCreditCode(text);
      return code.ok ? code.normalised : codeForm(text);
    }
    default:
      return cleanText(text);
  }
}

function codeForm(text: string): string {
  return toHalfWidth(text).replace(/\s/g, '').toUpperCase();
}
