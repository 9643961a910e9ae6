/** The part of a browser window that google.script needs. */
export interface ShimWindow {
  fetch(url: string, init: { readonly method: 'POST'; readonly headers: Readonly<Record<string, string>>; readonly body: string }): Promise<{ json(): Promise<unknown> }>;
  readonly parent: { postMessage(message: unknown, targetOrigin: string): void };
  readonly console: { error(...values: readonly unknown[]): void };
  google?: unknown;
}

export interface ShimConfig {
  /** Names this page to the host, which knows whose it is. */
  readonly page: string;
  /** What google.script.run offers. */
  readonly functions: readonly string[];
}

/**
 * Puts `google.script` into a page that a script showed: `run` with its handlers, at most ten calls at once, arguments
 * copied as JSON; `host` with what a page may ask of its frame. It becomes text inside the page, so it uses nothing
 * from around it.
 */
export function installGoogleScript(window: ShimWindow, config: ShimConfig): void {
  type Handler = ((value: unknown, userObject: unknown) => void) | null;
  interface Runner { readonly success: Handler; readonly failure: Handler; readonly userObject: unknown }
  interface Call extends Runner { readonly name: string; readonly args: string }

  const waiting: Call[] = [];
  let underWay = 0;

  const isLegal = (value: unknown, path: readonly unknown[]): boolean => {
    if (typeof value === 'function' || typeof value === 'symbol' || typeof value === 'bigint') return false;
    if (typeof value !== 'object' || value === null) return true;
    if (Object.prototype.toString.call(value) === '[object Date]' || path.includes(value) || 'nodeType' in value) return false;
    return Object.values(value).every((item) => isLegal(item, [...path, value]));
  };

  const fail = (call: Call, name: string, message: string): void => {
    const error = Object.assign(new Error(message), { name });
    if (call.failure === null) window.console.error(`Uncaught ${name}: ${message}`);
    else call.failure(error, call.userObject);
  };

  const next = (): void => {
    if (underWay >= 10) return;
    const call = waiting.shift();
    if (call === undefined) return;
    underWay += 1;
    const body = JSON.stringify({ page: config.page, functionName: call.name, args: JSON.parse(call.args) as unknown });
    window.fetch('/rpc-call', { method: 'POST', headers: { 'content-type': 'application/json' }, body })
      .then((response) => response.json())
      .then((reply) => {
        underWay -= 1;
        next();
        const { ok, result, error } = reply as { readonly ok?: boolean; readonly result?: unknown; readonly error?: { readonly name?: string; readonly message?: string } };
        if (ok === true) call.success?.(result ?? null, call.userObject);
        else fail(call, error?.name ?? 'Error', error?.message ?? 'There was an error during the transport or processing of this request.');
      }, () => {
        underWay -= 1;
        next();
        fail(call, 'NetworkError', 'Connection failure due to HTTP 0');
      });
  };

  const runnerOf = (state: Runner): Record<string, unknown> => {
    const runner: Record<string, unknown> = {
      withSuccessHandler: (success: Handler) => runnerOf({ ...state, success }),
      withFailureHandler: (failure: Handler) => runnerOf({ ...state, failure }),
      withUserObject: (userObject: unknown) => runnerOf({ ...state, userObject }),
    };
    config.functions.forEach((name) => {
      runner[name] = (...args: readonly unknown[]): void => {
        args.forEach((argument, index) => {
          if (!isLegal(argument, [])) throw new TypeError(`Failed due to illegal value in property: ${index}`);
        });
        waiting.push({ ...state, name, args: JSON.stringify(args) });
        next();
      };
    });
    return runner;
  };

  const ask = (request: Readonly<Record<string, unknown>>): void => window.parent.postMessage(request, '*');
  window.google = {
    script: {
      run: runnerOf({ success: null, failure: null, userObject: undefined }),
      host: {
        close: () => ask({ guidang: 'close' }),
        setWidth: (width: number) => ask({ guidang: 'resize', width }),
        setHeight: (height: number) => ask({ guidang: 'resize', height }),
        editor: { focus: () => ask({ guidang: 'focus' }) },
      },
    },
  };
}

/** The page as the script gave it, with google.script in place before any script of its own runs. */
export function withGoogleScript(html: string, config: ShimConfig): string {
  const safeConfig = JSON.stringify(config).replace(/</g, '\\u003c');
  const script = `<script>(${installGoogleScript.toString()})(window, ${safeConfig});</script>`;
  const head = /<head[^>]*>/i.exec(html) ?? /<html[^>]*>/i.exec(html) ?? /^\s*<!doctype[^>]*>/i.exec(html);
  const at = head === null ? 0 : head.index + head[0].length;
  return `${html.slice(0, at)}${script}${html.slice(at)}`;
}
