import type { paths } from '../generated/openapi.gen.js';

/** HTTP methods the spec uses. */
export type Method = 'get' | 'post' | 'patch' | 'delete';

/** Path templates that have an operation with this method. */
export type PathWith<M extends Method> = {
  [P in keyof paths]: paths[P] extends { [K in M]: { responses: unknown } } ? P : never;
}[keyof paths];

/** One operation as generated from the spec. */
export type OperationOf<P extends keyof paths, M extends Method> = paths[P][M];

type Json<R> = R extends { content: { 'application/json': infer B } } ? B : undefined;
type SuccessStatus = 200 | 201 | 202 | 204;

/** Body of the successful response; `undefined` where the spec declares none. */
export type DataOf<O> = O extends { responses: infer R } ? Json<R[keyof R & SuccessStatus]> : never;

type Body<O> = O extends { requestBody: { content: { 'application/json': infer B } } }
  ? { readonly body: B }
  : { readonly body?: never };

type Optional<T, K extends string> =
  T extends Readonly<Record<K, infer V>> ? { readonly [N in K]: V } : { readonly [N in K]?: never };

type Query<O> = O extends { parameters: { query?: infer Q } }
  ? [Q] extends [undefined]
    ? { readonly query?: never }
    : { readonly query?: Q }
  : { readonly query?: never };

type Parameters<O> = O extends { parameters: infer P } ? Optional<P, 'path'> & Query<O> : never;

type Params<O> = O extends { parameters: { path: unknown } }
  ? { readonly params: Parameters<O> }
  : { readonly params?: Parameters<O> };

/** What a call of one operation takes: path and query parameters and the body, as the spec declares them. */
export type InitOf<O> = Params<O> & Body<O>;
