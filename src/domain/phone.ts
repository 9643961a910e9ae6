import { parsePhoneNumberFromString, type CountryCode, type PhoneNumber } from 'libphonenumber-js/core';
import { PHONE_METADATA } from './phone-metadata';
import { toHalfWidth } from './text';

export interface Phone {
  /** `+8613812345678`. */
  readonly e164: string;
  /** `other` also where the plan doesn't tell mobiles from landlines (+1), for service numbers (400), and unknown plans. */
  readonly kind: 'mobile' | 'landline' | 'other';
  /** As written inside its region: `138 1234 5678`. */
  readonly national: string;
  /** `+86 138 1234 5678`. */
  readonly international: string;
  /** ISO 3166 code; null for a number of a region whose plan we don't carry. */
  readonly region: string | null;
}

/**
 * Reads a number as people type it: full-width digits, (86), 0086, spaces, dashes, `010-`, `400-`. Numbers without a country
 * code belong to `defaultRegion`. Regions of phone-metadata.ts are checked against their numbering plans; any other, if
 * typed with + or 00, passes on its length alone. Anything more than one number is null: extensions (转123, ext. 5), two
 * numbers, names; so are short service numbers (95588), which cannot be dialled from abroad.
 */
export function parsePhone(text: string, defaultRegion = 'CN'): Phone | null {
  const dialled = toDigits(text);
  if (dialled === null) return null;
  const number = parsePhoneNumberFromString(dialled, { defaultCountry: defaultRegion as CountryCode, extract: false }, PHONE_METADATA);
  return number?.isValid() === true ? ofKnownPlan(number) : ofUnknownPlan(dialled);
}

/** What is stored: the E.164 text, or null if it is not a number. */
export function normalisePhone(text: string): string | null {
  return parsePhone(text)?.e164 ?? null;
}

/** The last digits, by which people find and recognise a number. */
export function phoneTail(text: string, length: number): string {
  const digits = toHalfWidth(text).replace(/\D/g, '');
  return digits.slice(Math.max(0, digits.length - length));
}

/** Digits with at most a leading +, or null if there is anything but digits and the marks people put between them. */
function toDigits(text: string): string | null {
  const typed = toHalfWidth(text).replace(INVISIBLE, '').trim();
  if (typed.length > 40 || !/^[(+\d][\d\s().+·‐-―−-]*$/.test(typed)) return null;
  const dialled = typed.replace(/[^+\d]/g, '').replace(/^00/, '+');
  return /^\+?\d{3,17}$/.test(dialled) ? dialled : null;
}

/** Zero-width and direction marks, which numbers copied out of contact lists and chats carry. */
const INVISIBLE = /[\u200B-\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/g;

function ofKnownPlan(number: PhoneNumber): Phone {
  const type = number.getType();
  return {
    e164: number.number,
    kind: type === 'MOBILE' ? 'mobile' : type === 'FIXED_LINE' ? 'landline' : 'other',
    national: number.formatNational(),
    international: number.formatInternational(),
    region: number.country ?? null,
  };
}

/** Also takes +1 numbers outside the United States: Canada and the Caribbean share that code. */
function ofUnknownPlan(dialled: string): Phone | null {
  const isPlausible = dialled.startsWith('+1') ? NORTH_AMERICAN.test(dialled) : E164.test(dialled) && !isOfKnownPlan(dialled);
  return isPlausible ? { e164: dialled, kind: 'other', national: dialled, international: dialled, region: null } : null;
}

const E164 = /^\+[1-9]\d{6,14}$/;
const NORTH_AMERICAN = /^\+1[2-9]\d{2}[2-9]\d{6}$/;

function isOfKnownPlan(e164: string): boolean {
  return Object.keys(PHONE_METADATA.country_calling_codes).some((code) => e164.startsWith(`+${code}`));
}
