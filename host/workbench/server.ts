import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createRestDoor, type RestExchange } from '../rest/rest-door';
import { PlainError } from '../state/plain-error';
import { createChangeFeed } from './change-feed';
import { openLocalHost, type LocalHost, type LocalHostOptions } from './local-host';
import { startLoopback, type LoopbackServer } from './loopback';
import { createPageRoutes } from './page-routes';
import type { RouteContext } from './route-context';
import { rpc } from './script-routes';
import { shownOf } from './shown';
import { createShownPages } from './shown-pages';
import { createSidebarRoutes } from './sidebar-routes';
import { createSnapshotReader } from './snapshot';

export interface WorkbenchOptions extends Partial<Pick<LocalHostOptions, 'seed' | 'sheetsQuota' | 'compactAboveBytes' | 'demo'>> {
  /** Folder of the built bundle (dist). */
  readonly distFolder: string;
  /** Folder of the built page (build/page); without it only the doors for programs are there. */
  readonly pageFolder?: string;
  /** File that keeps the workbook; without one it lives as long as the host. */
  readonly file?: string;
  /** Port of the page; 0 takes any. Without one, the usual port or any other when that is taken. */
  readonly port?: number;
  /** Epoch milliseconds at which the clock stands until it is moved. Without it the clock goes on with this machine's. */
  readonly now?: number;
  /** Sees every exchange over REST. */
  readonly onExchange?: (exchange: RestExchange) => void;
  /** Told of faults of the host itself; the console by default. */
  readonly onFault?: (fault: unknown) => void;
}

export interface Workbench {
  /** Address of the page, with a slash at the end. */
  readonly url: string;
  readonly sidebarUrl: string;
  readonly spreadsheetId: string;
  readonly host: LocalHost;
  /** True when the workbook was made now, false when it was in the file. */
  readonly isNew: boolean;
  /** One call of the product's door as a person; resolves when what it changed is on disk. */
  rpc(user: string, request: unknown): Promise<unknown>;
  close(): Promise<void>;
}

const USUAL_PORT = 8642;

/** Throws `PlainError` when there is no bundle, the file cannot be used or the port is taken. */
export async function startWorkbench({ distFolder, pageFolder, file, port, now, onExchange, onFault = console.error, ...tuning }: WorkbenchOptions): Promise<Workbench> {
  if (!existsSync(join(distFolder, 'appsscript.json'))) throw new PlainError(`There is no built script in ${distFolder}. Run npm run build first.`);
  // Positions continue beyond those of an earlier start, which pages may still hold.
  const feed = createChangeFeed(Date.now() * 1000);
  const host = openLocalHost({ ...tuning, distFolder, file: file ?? null, now: now ?? null, onTouched: feed.changed });
  const servers: LoopbackServer[] = [];
  const closeAll = async (): Promise<void> => {
    await Promise.all(servers.map((server) => server.close()));
    await host.close();
  };
  try {
    const pages = createShownPages();
    const reader = createSnapshotReader(host.engine);
    const ports = { page: 0, sidebar: 0 };
    const contextFor = (hostname: string): RouteContext => {
      const shownTo: RouteContext['shownTo'] = (user, effects) => shownOf(effects, (html) => `http://${hostname}:${ports.sidebar}/shown/${pages.add({ user, html })}`);
      return { host, reader, feed, shownTo, tellShown: (user, effects) => feed.show(user, shownTo(user, effects)) };
    };
    const rest = createRestDoor({ call: host.sheets, onFault, ...(onExchange === undefined ? {} : { onExchange }) });
    const sidebar = { handle: createSidebarRoutes({ pages, contextFor, pagePort: () => ports.page }), onFault };

    const page = await startPage(port, { handle: createPageRoutes({ contextFor, rest, pageFolder: pageFolder ?? null }), onFault });
    servers.push(page);
    const side = await startLoopback({ port: page.port < 65_535 ? page.port + 1 : 0, ...sidebar }).catch(ifTaken(() => startLoopback({ port: 0, ...sidebar })));
    servers.push(side);
    Object.assign(ports, { page: page.port, sidebar: side.port });
    return {
      url: `${page.origin}/`, sidebarUrl: `${side.origin}/`, spreadsheetId: host.spreadsheetId, isNew: host.isNew, host,
      rpc: (user, request) => host.settle(() => rpc(contextFor('127.0.0.1'), user, { request })),
      close: closeAll,
    };
  } catch (error) {
    await closeAll();
    throw error;
  }
}

type Serving = Omit<Parameters<typeof startLoopback>[0], 'port'>;

/** A port that was asked for must be free; the usual one need not. */
function startPage(port: number | undefined, serving: Serving): Promise<LoopbackServer> {
  if (port !== undefined) return startLoopback({ port, ...serving });
  return startLoopback({ port: USUAL_PORT, ...serving }).catch(ifTaken(() => startLoopback({ port: 0, ...serving })));
}

function ifTaken<T>(instead: () => Promise<T>): (error: unknown) => Promise<T> {
  return (error) => {
    if (error instanceof PlainError) return instead();
    throw error;
  };
}
