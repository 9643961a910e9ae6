/** A workbench of its own for a test: the built host with an empty workbook in memory, on a free port. */
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';

const ROOT = join(__dirname, '../../..');
const PROGRAM = join(ROOT, 'build/host/workbench.cjs');
const BROWSER_FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'];
const START_LIMIT_MS = 15_000;

export interface Workbench {
  readonly url: string;
  readonly spreadsheetId: string;
  get<T>(path: string): Promise<T>;
  post<T>(path: string, body: object): Promise<T>;
  close(): Promise<void>;
}

export interface PageOptions {
  readonly user?: string;
  readonly language: 'zh-CN' | 'en';
}

export async function startWorkbench(flags: readonly string[] = ['--empty']): Promise<Workbench> {
  if (!existsSync(PROGRAM)) throw new Error('build/host/workbench.cjs is missing: run `npm run build` first.');
  const program = spawn(process.execPath, [PROGRAM, ...flags, '--json', '--no-open', '--port', String(await freePort())], { cwd: ROOT, stdio: ['ignore', 'pipe', 'inherit'] });
  const { url, spreadsheetId } = JSON.parse(await firstLine(program)) as { url: string; spreadsheetId: string };
  return {
    url, spreadsheetId,
    get: async (path) => readJson(await fetch(new URL(path, url))),
    post: async (path, body) => readJson(await fetch(new URL(path, url), { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })),
    close: () => new Promise((resolve) => {
      program.once('close', () => { resolve(); });
      program.kill('SIGTERM');
    }),
  };
}

export function startBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: '/usr/bin/chromium', args: BROWSER_FLAGS });
}

/** A window of its own, as if of another person's computer; it may use the clipboard. */
export async function openContext(browser: Browser, workbench: Workbench): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: { width: 1400, height: 860 }, locale: 'en-US' });
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: new URL(workbench.url).origin });
  return context;
}

/** The page once its grid is ready. Exceptions of the page are added to `faults`. */
export async function openPage(context: BrowserContext, workbench: Workbench, { user, language }: PageOptions, faults: string[] = []): Promise<Page> {
  const page = await context.newPage();
  page.on('pageerror', (error) => { faults.push(error.stack ?? error.message); });
  const query = new URLSearchParams({ lang: language, ...(user === undefined ? {} : { user }) });
  await page.goto(`${workbench.url}?${query.toString()}`);
  await page.locator('#workbench[data-state=ready]').waitFor();
  return page;
}

async function readJson<T>(response: Response): Promise<T> {
  if (!response.ok) throw new Error(`${response.status} ${response.url}: ${await response.text()}`);
  return await response.json() as T;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().on('error', reject).listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => { resolve(port); });
    });
  });
}

function firstLine(program: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => { reject(new Error('The workbench did not start in time.')); }, START_LIMIT_MS);
    program.once('close', (code) => { reject(new Error(`The workbench ended with ${code} before it was ready.`)); });
    if (program.stdout === null) throw new Error('The workbench has no output.');
    createInterface({ input: program.stdout }).once('line', (line) => {
      clearTimeout(timer);
      resolve(line);
    });
  });
}
