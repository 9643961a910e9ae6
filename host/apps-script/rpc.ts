import { createSeededRandom } from '../door/seeded-random';

/** What google.script.run hands to the page: a success with a JSON copy (null when it held a Date), or an error with a message. */
export type RpcReply =
  | { readonly ok: true; readonly result: unknown }
  | { readonly ok: false; readonly error: { readonly name: string; readonly message: string } };

/**
 * The page's side of the contract: arguments are copied as JSON. A function, Date, symbol, bigint or cycle is refused with
 * Google's words; undefined in an array becomes null.
 */
export function copyArguments(args: readonly unknown[]): string {
  args.forEach((argument, index) => {
    if (!isLegal(argument, new Set())) throw new TypeError(`Failed due to illegal value in property: ${index}`);
  });
  return JSON.stringify(args);
}

function isLegal(value: unknown, path: Set<object>): boolean {
  if (typeof value === 'function' || typeof value === 'symbol' || typeof value === 'bigint') return false;
  if (typeof value !== 'object' || value === null) return true;
  if (Object.prototype.toString.call(value) === '[object Date]' || path.has(value)) return false;
  path.add(value);
  const legal = Object.values(value).every((item) => isLegal(item, path));
  path.delete(value);
  return legal;
}

export interface RpcClient {
  submit(functionName: string, args: readonly unknown[], onReply: (reply: RpcReply) => void): void;
  /** Serves everything submitted, replies included that submit more. */
  settle(): void;
}

const CONCURRENT_CALLS = 10;

/**
 * One page's google.script.run: at most ten calls are under way, the rest queue, and which of those under way is served
 * next is drawn from the seed (Google promises no order).
 */
export function createRpcClient(options: { readonly seed: string | number; readonly invoke: (functionName: string, args: readonly unknown[]) => RpcReply }): RpcClient {
  const random = createSeededRandom(options.seed);
  const waiting: { functionName: string; args: readonly unknown[]; onReply: (reply: RpcReply) => void }[] = [];
  return {
    submit: (functionName, args, onReply) => {
      waiting.push({ functionName, args: JSON.parse(copyArguments(args)) as readonly unknown[], onReply });
    },
    settle: () => {
      while (waiting.length > 0) {
        const [call] = waiting.splice(random.integer(Math.min(CONCURRENT_CALLS, waiting.length)), 1);
        call!.onReply(options.invoke(call!.functionName, call!.args));
      }
    },
  };
}
