import { readFile, stat } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { systemCode } from '../state/plain-error';
import { refusal, type LoopbackAnswer } from './loopback';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8', '.json': 'application/json',
  '.map': 'application/json', '.svg': 'image/svg+xml', '.png': 'image/png', '.ico': 'image/x-icon', '.woff2': 'font/woff2', '.woff': 'font/woff', '.ttf': 'font/ttf',
};

/**
 * A file of the built page; `/` is index.html. Nothing outside the folder is reachable. No other page may frame it. A
 * browser that has the file asks whether it is still the same (`held` is its ETag) and keeps what it compiled from it.
 */
export async function staticFile(folder: string, path: string, held?: string): Promise<LoopbackAnswer> {
  const file = fileFor(folder, path);
  const type = file === null ? undefined : TYPES[extname(file)];
  if (file === null || type === undefined) return notFound(path);
  try {
    const { mtimeMs, size } = await stat(file);
    const etag = `"${size}-${mtimeMs}"`;
    const headers = { 'content-security-policy': "frame-ancestors 'none'", 'cache-control': 'no-cache', etag };
    if (held === etag) return { status: 304, headers };
    return { status: 200, content: { type, bytes: await readFile(file) }, headers };
  } catch (error) {
    if (systemCode(error) === 'ENOENT' || systemCode(error) === 'EISDIR' || systemCode(error) === 'ENOTDIR') return notFound(path);
    throw error;
  }
}

function fileFor(folder: string, path: string): string | null {
  let decoded: string;
  try {
    decoded = decodeURIComponent(path);
  } catch (error) {
    if (error instanceof URIError) return null;
    throw error;
  }
  if (decoded.includes('\0')) return null;
  const file = normalize(join(folder, decoded.endsWith('/') ? `${decoded}index.html` : decoded));
  return file.startsWith(normalize(folder + sep)) ? file : null;
}

function notFound(path: string): LoopbackAnswer {
  return refusal(404, 'NOT_FOUND', `There is nothing at ${path}.`);
}
