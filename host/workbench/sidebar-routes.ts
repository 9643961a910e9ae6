import { BadInput, fieldsOf, textIn } from './input';
import { refusal, type LoopbackAnswer, type LoopbackRequest } from './loopback';
import type { RouteContext } from './route-context';
import type { ShownPages } from './shown-pages';
import { withGoogleScript } from './sidebar-shim';

export interface SidebarRoutesOptions {
  readonly pages: ShownPages;
  /** The context of requests that reached this machine under a name. */
  contextFor(hostname: string): RouteContext;
  pagePort(): number;
}

/** The second origin: pages that scripts showed, and the calls of their google.script.run as the person they were shown to. */
export function createSidebarRoutes({ pages, contextFor, pagePort }: SidebarRoutesOptions): (request: LoopbackRequest) => Promise<LoopbackAnswer> {
  const show = (context: RouteContext, key: string): LoopbackAnswer => {
    const page = pages.find(key);
    if (page === null) return gone();
    const html = withGoogleScript(page.html, { page: key, functions: context.host.scripts.publicFunctions() });
    const framers = `frame-ancestors http://127.0.0.1:${pagePort()} http://localhost:${pagePort()}`;
    return { status: 200, content: { type: 'text/html; charset=utf-8', bytes: html }, headers: { 'content-security-policy': framers } };
  };
  const call = (context: RouteContext, request: LoopbackRequest): Promise<LoopbackAnswer> => context.host.settle(() => {
    const fields = fieldsOf(request);
    const page = pages.find(textIn(fields, 'page'));
    const args = fields['args'];
    if (!Array.isArray(args)) throw new BadInput('"args" must be a list.');
    if (page === null) return gone();
    const { ok, result, error, ui } = context.host.scripts.rpc(page.user, textIn(fields, 'functionName'), args);
    context.tellShown(page.user, ui);
    return { status: 200, json: ok ? { ok, result } : { ok, error: { name: error?.name ?? 'Error', message: error?.message ?? '' } } };
  });
  return async (request) => {
    const context = contextFor(request.hostname);
    const key = /^\/shown\/([\w-]+)$/.exec(request.path)?.[1];
    if (key !== undefined && request.method === 'GET') return show(context, key);
    if (request.path !== '/rpc-call' || request.method !== 'POST') return refusal(404, 'NOT_FOUND', `There is nothing at ${request.path}.`);
    try {
      return await call(context, request);
    } catch (error) {
      if (error instanceof BadInput) return refusal(400, 'INVALID_ARGUMENT', error.message);
      throw error;
    }
  };
}

function gone(): LoopbackAnswer {
  return refusal(410, 'NOT_FOUND', 'This page was closed, or the host was started anew. Open it again from the menu.');
}
