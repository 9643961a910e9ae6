import type { RestAnswer, RestRequest } from '../rest/rest-door';
import { command, edit, select } from './grid-routes';
import { BadInput, countIn, fieldsOf, NoAccess, textIn, type Fields } from './input';
import { OWNER, TEAM } from './local-host';
import { refusal, type LoopbackAnswer, type LoopbackRequest } from './loopback';
import type { RouteContext } from './route-context';
import { calls, clickMenu, fire, menu, moveClock, outbox, rpc, showClock } from './script-routes';
import { staticFile } from './static-files';
import type { Changes, Person } from '../wire/doors';
import type { WorkbookSnapshot } from '../wire/workbook';

export interface PageRoutesOptions {
  /** The context of requests that reached this machine under a name. */
  contextFor(hostname: string): RouteContext;
  readonly rest: (request: RestRequest) => RestAnswer;
  readonly pageFolder: string | null;
}

/** The first origin: the page, its doors, the product's door for programs, and the Sheets API. */
export function createPageRoutes({ contextFor, rest, pageFolder }: PageRoutesOptions): (request: LoopbackRequest) => Promise<LoopbackAnswer> {
  return async (request) => {
    const context = contextFor(request.hostname);
    const { method, path, url, authorization, body } = request;
    if (path.startsWith('/v4/')) return context.host.settle(() => rest({ method, url, authorization, body }));
    const route = ROUTES[`${method} ${path}`];
    if (route !== undefined) return answer(route, context, request);
    if (path === '/rpc' || path.startsWith('/host/')) return refusal(404, 'NOT_FOUND', `There is no ${method} ${path}.`);
    if (method !== 'GET' || pageFolder === null) return refusal(404, 'NOT_FOUND', `There is nothing at ${path}.`);
    return staticFile(pageFolder, path, request.ifNoneMatch);
  };
}

/** How long a page waits for news before it asks again. */
const POLL_MS = 25_000;

interface Route {
  /** Runs at once, as one piece of work. */
  readonly run: (context: RouteContext, fields: Fields, request: LoopbackRequest) => unknown;
  /** What to wait for before running. */
  readonly after?: (context: RouteContext, fields: Fields, request: LoopbackRequest) => Promise<void>;
}

const ROUTES: Readonly<Record<string, Route>> = {
  'POST /rpc': asPerson(rpc),
  'POST /host/edit': asPerson(edit),
  'POST /host/command': asPerson(command),
  'POST /host/select': asPerson(select),
  'POST /host/menu': asPerson(menu),
  'POST /host/menu/click': asPerson(clickMenu),
  'POST /host/fire': asPerson(fire),
  'POST /host/clock': { run: moveClock },
  'GET /host/clock': { run: showClock },
  'GET /host/outbox': { run: outbox },
  'GET /host/calls': { run: calls },
  'GET /host/people': { run: people },
  'GET /host/workbook': asPerson(snapshot),
  'GET /host/changes': { ...asPerson(changes), after: waitForNews },
};

/** Only people of the file pass; without a name it is the owner who reads. */
function asPerson(run: (context: RouteContext, user: string, fields: Fields) => unknown): Route {
  return { run: (context, fields, { method }) => run(context, personIn(context, fields, method === 'GET'), fields) };
}

function personIn({ host: { engine, spreadsheetId } }: RouteContext, fields: Fields, mayBeLeftOut: boolean): string {
  const user = mayBeLeftOut && fields['user'] === undefined ? OWNER : textIn(fields, 'user').trim().toLowerCase();
  if (engine.roleOf(spreadsheetId, user) === null) throw new NoAccess(`${user} has no access to this workbook.`);
  return user;
}

async function answer(route: Route, context: RouteContext, request: LoopbackRequest): Promise<LoopbackAnswer> {
  try {
    const fields = fieldsOf(request);
    await route.after?.(context, fields, request);
    return { status: 200, json: await context.host.settle(() => route.run(context, fields, request)) };
  } catch (error) {
    if (error instanceof BadInput) return refusal(400, 'INVALID_ARGUMENT', error.message);
    if (error instanceof NoAccess) return noAccess(error.message);
    throw error;
  }
}

/** Also readable as an answer of the product's door. */
function noAccess(message: string): LoopbackAnswer {
  return { status: 403, json: { ok: false, error: { code: 'FORBIDDEN', message } } };
}

function people({ host: { engine, spreadsheetId } }: RouteContext): readonly Person[] {
  return [OWNER, ...TEAM.map(({ email }) => email)].flatMap((email) => {
    const fileRole = engine.roleOf(spreadsheetId, email);
    return fileRole === null ? [] : [{ email, name: email[0]!.toUpperCase() + email.slice(1, email.indexOf('@')), fileRole }];
  });
}

function snapshot({ host: { spreadsheetId }, reader, feed }: RouteContext, user: string): WorkbookSnapshot {
  return reader.workbook({ spreadsheetId, user, seq: feed.seq() });
}

/** A look that no snapshot has told of makes everybody take a new one. */
function changes({ host: { spreadsheetId }, reader, feed }: RouteContext, user: string, fields: Fields): Changes {
  const since = countIn(fields, 'since');
  const { touched, shown } = feed.since(since, user);
  const cells = touched === null ? null : reader.cells({ spreadsheetId, user, blocks: touched });
  if (touched !== null && cells === null) feed.changed(null);
  return { seq: feed.seq(), structural: cells === null, cells: cells ?? [], shown };
}

async function waitForNews(context: RouteContext, fields: Fields, { gone }: LoopbackRequest): Promise<void> {
  const since = countIn(fields, 'since');
  const user = personIn(context, fields, true);
  const deadline = Date.now() + POLL_MS;
  for (let left = POLL_MS; left > 0 && !gone.aborted; left = deadline - Date.now()) {
    const { touched, shown } = context.feed.since(since, user);
    if (touched === null || touched.length > 0 || shown.length > 0) return;
    await context.feed.wait(gone, left);
  }
}
