/** Opening the page that the workbench announces. */
import { spawn } from 'node:child_process';

/** @param {string} line what the workbench prints when it is ready: plain words or JSON */
export function addressIn(line) {
  return /https?:\/\/[^\s"]+/.exec(line)?.[0] ?? null;
}

/**
 * @param {readonly string[]} flags as given to `npm start`
 * @param {{readonly platform: string, readonly display: boolean}} machine
 * @returns {readonly [command: string, ...args: string[]] | null} null when nobody is there to look: asked not to, read by a program, or no screen
 */
export function openerFor(flags, { platform, display }) {
  if (flags.includes('--no-open') || flags.includes('--json')) return null;
  if (platform === 'darwin') return ['open'];
  if (platform === 'win32') return ['cmd', '/c', 'start', ''];
  return display ? ['xdg-open'] : null;
}

/**
 * A machine without an opener is no fault: the address has been printed.
 * @param {readonly [command: string, ...args: string[]]} opener
 * @param {string} address
 */
export function open([command, ...args], address) {
  spawn(command, [...args, address], { stdio: 'ignore', detached: true }).on('error', () => undefined).unref();
}
