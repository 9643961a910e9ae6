/** What must be there before a push, and what to do when it is not. */
import { PUSHED_FILES } from '../build/pushed-files.mjs';
import { scriptIdIn } from './project-file.mjs';

/**
 * @param {{readonly projectFile: string | null, readonly loggedIn: boolean, readonly dist: readonly string[]}} found text of
 *   .clasp.json, whether clasp's login file exists, names of the files in dist/
 * @returns {string[]} one sentence per thing that is missing
 */
export function findMissing({ projectFile, loggedIn, dist }) {
  const unbuilt = PUSHED_FILES.filter((name) => !dist.includes(name));
  return [
    ...(loggedIn ? [] : ['You are not logged in to Google: run `npx @google/clasp@3.4.1 login`.']),
    ...(scriptIdIn(projectFile) === null ? ['.clasp.json names no script: run `npm run create` for a new workbook, or put the id of a bound script into "scriptId".'] : []),
    ...(unbuilt.length > 0 ? [`dist/ lacks ${unbuilt.join(', ')}: run \`npm run build\`.`] : []),
  ];
}
