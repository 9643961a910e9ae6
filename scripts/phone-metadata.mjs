/**
 * Writes src/domain/phone-metadata.ts: the numbering plans of the regions our customers live in, out of
 * libphonenumber-js's full metadata (all of it would be 157 KB). Run it after each update of that package;
 * `--print` shows the file instead of writing it.
 */
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const REGIONS = ['CN', 'HK', 'MO', 'TW', 'US', 'JP', 'GB', 'DE', 'SG', 'KR'];

const full = createRequire(import.meta.url)('libphonenumber-js/max/metadata');
const callingCodes = Object.entries(full.country_calling_codes)
  .map(([code, regions]) => [code, regions.filter((region) => REGIONS.includes(region))])
  .filter(([, regions]) => regions.length > 0);
const slice = {
  version: full.version,
  country_calling_codes: Object.fromEntries(callingCodes),
  countries: Object.fromEntries(REGIONS.map((region) => [region, full.countries[region]])),
  nonGeographic: {},
};

const text = `// Written by scripts/phone-metadata.mjs from libphonenumber-js (MIT; data of Google's libphonenumber, Apache-2.0).
import type { MetadataJson } from 'libphonenumber-js/core';

export const PHONE_METADATA: MetadataJson = ${JSON.stringify(slice)};
`;
if (process.argv.includes('--print')) process.stdout.write(text);
else writeFileSync(fileURLToPath(new URL('../src/domain/phone-metadata.ts', import.meta.url)), text);
