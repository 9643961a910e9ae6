/**
 * Writes src/domain/pinyin-table.ts: the readings of 20,748 characters out of pinyin-match's two dictionaries. A common
 * character takes the readings of the simplified one, which holds few archaic ones; all others those of the traditional one.
 * pinyin-match itself knows the simplified ones only, builds its map at load and can't prepare keys.
 * Run it after each update of that package; `--print` shows the file instead of writing it.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const FIRST = 0x4E00;
const LAST = 0x9FA5;
const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

const resolve = createRequire(import.meta.url).resolve;
const readings = new Map([...readingsIn('traditional'), ...readingsIn('simplified')]);
const syllables = [...new Set([...readings.values()].flat())].sort();
const texts = Array.from({ length: LAST - FIRST + 1 }, (_, at) => encodeReadings(readings.get(String.fromCharCode(FIRST + at))));
const sets = [...new Set(texts)].sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
const numbers = new Map(sets.map((text, number) => [text, number]));

const file = `// Written by scripts/pinyin-table.mjs from pinyin-match (MIT). Numbers are two digits of DIGITS, the higher first.
export const DIGITS = '${DIGITS}';

/** Without tones, ü as v; a syllable's number is its position. */
export const SYLLABLES = '${syllables.join(' ')}';

/** Each distinct set of readings: the numbers of its syllables. The first set is empty. */
export const READING_SETS = '${sets.join(' ')}';

/** The number of the reading set of each character from U+4E00 on. */
export const CHARACTERS = '${texts.map((text) => twoDigits(numbers.get(text))).join('')}';
`;
if (process.argv.includes('--print')) process.stdout.write(file);
else writeFileSync(fileURLToPath(new URL('../src/domain/pinyin-table.ts', import.meta.url)), file);

/** Character → its readings. The dictionary is JSON of syllable → characters inside a module. */
function readingsIn(dictionary) {
  const source = readFileSync(resolve(`pinyin-match/src/${dictionary}_dict.js`), 'utf8');
  const found = new Map();
  for (const [syllable, characters] of Object.entries(JSON.parse(source.slice(source.indexOf('{'), source.indexOf('}') + 1)))) {
    for (const character of characters) found.set(character, [...found.get(character) ?? [], syllable]);
  }
  return found;
}

function encodeReadings(list = []) {
  return [...new Set(list)].sort().map((syllable) => twoDigits(syllables.indexOf(syllable))).join('');
}

function twoDigits(number) {
  return DIGITS.charAt(number >> 6) + DIGITS.charAt(number & 63);
}
