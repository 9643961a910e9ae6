/**
 * Search by pinyin without a dictionary at each keystroke: a name's keys are prepared once, a query is compared with them.
 * Every character may be spelled in full or by its initial, in each of its readings, so that no list of the combinations
 * of polyphones is needed: 单于 has one key and is found by shanyu, chanyu, danyu, sy, syu …
 */
import { CHARACTERS, DIGITS, READING_SETS, SYLLABLES } from './pinyin-table';

/** Begins a key of readings; a key of text never holds it. */
const READINGS_MARK = '\t';

/**
 * The keys of a name: its folded text and, if that helps, its readings (`\tzeng,ceng xiao ming`). Keys are independent of
 * each other: lists of several fields may be joined (`[...searchKeys(name), ...searchKeys(phone)]`).
 */
export function searchKeys(name: string): readonly string[] {
  const text = fold(name);
  const units = text.match(/[a-z]+|\d+|[\u4E00-\u9FA5]/g) ?? [];
  const readings = units.map(readingsOf).filter((unit) => unit !== '');
  const isTextEnough = readings.length === 0 || readings.length === 1 && readings[0] === text;
  return isTextEnough ? [text] : [text, READINGS_MARK + readings.join(' ')];
}

/**
 * True if every word of the query is found in some key: as part of the text, or as pinyin from any character on, in full
 * (`zhangsan`), by initials (`zs`), mixed (`zhangs`), the last syllable possibly unfinished. ü is typed v, u, ü or yu.
 */
export function matchesQuery(keys: readonly string[], query: string): boolean {
  return queryMatcher(query)(keys);
}

/** `matchesQuery` for many names: prepares the query once. */
export function queryMatcher(query: string): (keys: readonly string[]) => boolean {
  const words = query.trim().split(/\s+/).filter((word) => word !== '').map((word) => ({ text: fold(word), spelled: foldPinyin(word) }));
  return (keys) => words.every(({ text, spelled }) => keys.some((key) => (
    key.startsWith(READINGS_MARK) ? spelled !== '' && isSpelledIn(key, spelled) : key.includes(text)
  )));
}

/** Small letters without accents, half width, single spaces. */
function fold(text: string): string {
  return text.normalize('NFKD').toLowerCase().replace(/[\u0300-\u036F]/g, '').normalize('NFC').replace(/\s+/g, ' ').trim();
}

/** A query's word as letters and digits, ü as v (but ju, qu, xu, yu with u), or empty if it can't be pinyin. */
function foldPinyin(word: string): string {
  const letters = fold(word.toLowerCase().normalize('NFD').replace(/u[\u0300-\u0307\u0309-\u036F]*\u0308/g, 'v'));
  const spelled = letters.replace(/['’·.-]/g, '').replace(/([jqxy])v/g, '$1u');
  return /^[a-z\d]+$/.test(spelled) ? spelled : '';
}

/** Of a Chinese character its readings, joined by commas; of any other unit itself. */
function readingsOf(unit: string): string {
  const at = (unit.charCodeAt(0) - 0x4E00) * 2;
  return at < 0 ? unit : readingSet(numberAt(CHARACTERS, at));
}

let decodedSets: readonly string[] | undefined;

/** Decodes all sets when the first is asked for, not at load: most calls of the script never search. */
function readingSet(number: number): string {
  decodedSets ??= decodeSets();
  return decodedSets[number] ?? '';
}

function decodeSets(): readonly string[] {
  const syllables = SYLLABLES.split(' ').map(spellings);
  return READING_SETS.split(' ').map((set) => (
    Array.from({ length: set.length / 2 }, (_, at) => syllables[numberAt(set, at * 2)]).join(',')));
}

/** lü and nü are typed lv, written lu where nobody can type ü, and lyu in passports. */
function spellings(syllable: string): string {
  if (!/^[ln]v/.test(syllable)) return syllable;
  return [syllable, syllable.replace('v', 'u'), syllable.replace('v', 'yu')].join(',');
}

function numberAt(digits: string, at: number): number {
  return DIGITS.indexOf(digits.charAt(at)) * 64 + DIGITS.indexOf(digits.charAt(at + 1));
}

/**
 * One pass over the characters of a key of readings. `live` holds how many letters of the word can be used up before the
 * present character; 0 is always among them, because a match may start anywhere.
 */
function isSpelledIn(key: string, word: string): boolean {
  let live = [0];
  for (let start = READINGS_MARK.length, end; start < key.length; start = end + 1) {
    end = endOf(' ', key, start, key.length);
    const next = [0];
    for (let reading = start, stop; reading < end; reading = stop + 1) {
      stop = endOf(',', key, reading, end);
      for (const used of live) {
        const common = commonLength(key, reading, stop, word, used);
        if (used + common === word.length) return true;
        if (common === stop - reading) add(next, used + common);
        if (common >= 1) add(next, used + 1);
        if (common >= 2 && key.charAt(reading + 1) === 'h') add(next, used + 2);
      }
    }
    live = next;
  }
  return false;
}

function endOf(separator: string, key: string, from: number, limit: number): number {
  const at = key.indexOf(separator, from);
  return at === -1 || at > limit ? limit : at;
}

function commonLength(key: string, from: number, to: number, word: string, used: number): number {
  let length = 0;
  while (from + length < to && used + length < word.length && key.charCodeAt(from + length) === word.charCodeAt(used + length)) length++;
  return length;
}

function add(list: number[], item: number): void {
  if (!list.includes(item)) list.push(item);
}
