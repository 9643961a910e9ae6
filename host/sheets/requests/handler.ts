import type { CallContext } from '../context';
import type { RequestBody, RequestKind } from '../schema/api';

/** Applies one request of a batch and gives its reply: `{}` where Google's is empty. */
export type RequestHandler<Kind extends RequestKind> = (context: CallContext, body: RequestBody<Kind>) => object;

/** One family of request kinds. */
export type RequestFamily<Kind extends RequestKind> = { readonly [K in Kind]: RequestHandler<K> };
