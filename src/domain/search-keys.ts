/**
 * Search by pinyin without a dictionary at each keystroke: a name's keys are prepared once, and a word of a query is
 * found if some key `includes` it. Keys are independent of each other, so the keys of several fields may be joined.
 */
import { CHARACTERS, DIGITS, READING_SETS, SYLLABLES } from './pinyin-table';

/** Any stretch of a name that can be spelled in up to so many ways is found; 中国银行股份有限公司重庆长寿支行 has 32. */
const MAX_SPELLINGS = 32;

/** How one character, or one word in Latin letters, may be typed. */
interface Unit { readonly full: readonly string[]; readonly initials: readonly string[] }

/**
 * The name's text in small half-width letters, its pinyin without tones and spaces in every combination of its
 * polyphones (曾小明: cengxiaoming, zengxiaoming), and its initials (cxm, zxm). The text comes first.
 */
export function searchKeys(name: string): readonly string[] {
  const text = fold(name);
  const units = (text.match(/[a-z]+|\d|[\u4E00-\u9FA5]/g) ?? []).map(unitOf).filter(({ full }) => full.length > 0);
  return [...new Set([text, ...spell(units.map(({ full }) => full)), ...spell(units.map(({ initials }) => initials))])];
}

/**
 * True if every word of the query is part of some key, as it is or as pinyin: tones and apostrophes don't matter,
 * ü is typed v, u, ü or yu.
 */
export function matchesQuery(keys: readonly string[], query: string): boolean {
  return queryMatcher(query)(keys);
}

/** `matchesQuery` for many names: prepares the query once. */
export function queryMatcher(query: string): (keys: readonly string[]) => boolean {
  const words = query.trim().split(/\s+/).map(waysToFind);
  return (keys) => words.every(([text, pinyin]) => keys.some((key) => key.includes(text) || pinyin !== undefined && key.includes(pinyin)));
}

/** The word as text and, where that is something else, as pinyin: most words need only one look. */
function waysToFind(word: string): readonly [text: string, pinyin?: string] {
  const text = fold(word);
  const pinyin = foldPinyin(word);
  return pinyin === '' || pinyin === text ? [text] : [text, pinyin];
}

/** Small letters without accents, half width, single spaces: what keys and queries have in common. */
export function fold(text: string): string {
  return text.normalize('NFKD').toLowerCase().replace(/[\u0300-\u036F]/g, '').normalize('NFC').replace(/\s+/g, ' ').trim();
}

/** A query's word as letters and digits, ü as v (but ju, qu, xu, yu with u), or empty if it can't be pinyin. */
function foldPinyin(word: string): string {
  const letters = fold(word.toLowerCase().normalize('NFD').replace(/u[\u0300-\u0307\u0309-\u036F]*\u0308/g, 'v'));
  const pinyin = letters.replace(/['’·.-]/g, '').replace(/([jqxy])v/g, '$1u');
  return /^[a-z\d]+$/.test(pinyin) ? pinyin : '';
}

function unitOf(unit: string): Unit {
  const at = (unit.charCodeAt(0) - 0x4E00) * 2;
  if (at < 0) return { full: [unit], initials: unit.length <= 4 ? [unit.charAt(0), unit] : [unit.charAt(0)] };
  const full = readingSet(numberAt(CHARACTERS, at));
  return { full, initials: [...new Set(full.map((reading) => reading.charAt(0)))] };
}

/** Every way to type the units in a row; if there are too many, those of all longest stretches that have few enough. */
function spell(units: readonly (readonly string[])[]): readonly string[] {
  const spellings: string[] = [];
  let covered = 0;
  for (let start = 0; covered < units.length; start++) {
    const end = stretchEnd(units, start);
    if (end > covered) spellings.push(...combine(units.slice(start, end)));
    covered = Math.max(covered, end);
  }
  return spellings;
}

function stretchEnd(units: readonly (readonly string[])[], start: number): number {
  let end = start;
  for (let count = units[end]?.length ?? 0; count > 0 && count <= MAX_SPELLINGS; count *= units[end]?.length ?? 0) end++;
  return end;
}

function combine(units: readonly (readonly string[])[]): readonly string[] {
  return units.reduce<readonly string[]>((starts, unit) => starts.flatMap((start) => unit.map((next) => start + next)), ['']);
}

let decodedSets: readonly (readonly string[])[] | undefined;

/** Decodes all sets when the first is asked for, not at load: most calls of the script never search. */
function readingSet(number: number): readonly string[] {
  decodedSets ??= decodeSets();
  return decodedSets[number] ?? [];
}

function decodeSets(): readonly (readonly string[])[] {
  const syllables = SYLLABLES.split(' ').map(waysToType);
  return READING_SETS.split(' ').map((set) => (
    Array.from({ length: set.length / 2 }, (_, at) => syllables[numberAt(set, at * 2)] ?? []).flat()));
}

/** lü and nü are typed lv, written lu where nobody can type ü, and lyu in passports. */
function waysToType(syllable: string): readonly string[] {
  return /^[ln]v/.test(syllable) ? [syllable, syllable.replace('v', 'u'), syllable.replace('v', 'yu')] : [syllable];
}

function numberAt(digits: string, at: number): number {
  return DIGITS.indexOf(digits.charAt(at)) * 64 + DIGITS.indexOf(digits.charAt(at + 1));
}
