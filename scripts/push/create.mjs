/** A new workbook with a script bound to it. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectFile, scriptIdIn } from './project-file.mjs';

/**
 * clasp runs in a folder of its own, because it writes a manifest beside the project file; only the id comes back.
 * @param {string} root
 * @param {(args: readonly string[], cwd: string) => number} clasp
 * @returns {string} the script's id
 * @throws when this folder has a script already, or clasp made none
 */
export function createBoundScript(root, clasp) {
  const target = join(root, '.clasp.json');
  const known = scriptIdIn(existsSync(target) ? readFileSync(target, 'utf8') : null);
  if (known !== null) throw new Error(`.clasp.json names the script ${known} already. To make another workbook, empty its "scriptId" first.`);
  const folder = mkdtempSync(join(tmpdir(), 'guidang-'));
  try {
    const code = clasp(['create-script', '--type', 'sheets', '--title', 'Guidang 归档'], folder);
    const made = join(folder, '.clasp.json');
    const scriptId = scriptIdIn(existsSync(made) ? readFileSync(made, 'utf8') : null);
    if (code !== 0 || scriptId === null) throw new Error('clasp made no script; its message is above. Are you logged in, and is the Apps Script API on (script.google.com/home/usersettings)?');
    writeFileSync(target, projectFile(scriptId));
    return scriptId;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
