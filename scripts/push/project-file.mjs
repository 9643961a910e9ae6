/** .clasp.json: which script on Google this folder is pushed to. No secret. */

/**
 * @param {string | null} text null when there is no file
 * @returns {string | null} null when no script is named
 */
export function scriptIdIn(text) {
  if (text === null) return null;
  const { scriptId } = JSON.parse(text);
  return typeof scriptId === 'string' && scriptId.trim() !== '' ? scriptId : null;
}

/** @param {string} scriptId */
export function projectFile(scriptId) {
  return `{ "scriptId": ${JSON.stringify(scriptId)}, "rootDir": "dist" }\n`;
}
