/** One self-contained HTML file per language: shell, style and script inlined, ASCII only. */
import { build } from 'esbuild';
import { escapeScript } from './script-text.mjs';
import { findSidebarFaults } from './sidebar-guards.mjs';

const COMMON = /** @type {const} */ ({ bundle: true, write: false, minify: true, charset: 'ascii', logLevel: 'silent', legalComments: 'none' });

/**
 * @param {{script: string, style: string, shell: string}} sources absolute paths of script and style, and the text of the
 *   shell with the placeholders `/*STYLE*\/` and `/*SCRIPT*\/`
 */
export async function bundleSidebar({ script, style, shell }) {
  const [code, css] = await Promise.all([
    textOf({ ...COMMON, entryPoints: [script], format: 'iife', target: 'es2020', define: { 'process.env.NODE_ENV': '"production"' } }),
    textOf({ ...COMMON, entryPoints: [style] }),
  ]);
  const html = fillShell(shell, { '/*STYLE*/': css, '/*SCRIPT*/': escapeScript(code) });
  const faults = findSidebarFaults(html);
  if (faults.length > 0) throw new Error(`Google would mangle this page (${script}):\n${faults.join('\n')}`);
  return html;
}

/**
 * @param {string} shell
 * @param {Readonly<Record<string, string>>} parts placeholder → text
 */
export function fillShell(shell, parts) {
  return Object.entries(parts).reduce((html, [placeholder, text]) => {
    const pieces = html.split(placeholder);
    if (pieces.length !== 2) throw new Error(`sidebar/shell.html must hold ${placeholder} exactly once.`);
    return pieces.join(text.trim());
  }, shell);
}

/** @param {import('esbuild').BuildOptions} options */
async function textOf(options) {
  const { outputFiles = [] } = await build({ ...options, write: false });
  const [file] = outputFiles;
  if (file === undefined || outputFiles.length !== 1) throw new Error(`Expected one output file, got ${outputFiles.length}.`);
  return file.text;
}
