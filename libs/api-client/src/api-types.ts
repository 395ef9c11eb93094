import type { paths } from './generated/schema';

export type Method = 'get' | 'post' | 'put' | 'patch';

type Operation = { parameters: object; responses: object };

/** Every address of the API that has this method, as the OpenAPI document writes it: '/api/orders/{id}'. */
export type PathOf<M extends Method> = { [P in keyof paths]: paths[P][M] extends Operation ? P : never }[keyof paths];

type OperationOf<M extends Method, P extends PathOf<M>> = paths[P][M];

type Content<Response> = Response extends { content: { 'application/json': infer Body } } ? Body : undefined;
type Answered<Responses> = { [Status in keyof Responses]: Status extends 200 | 201 | 202 | 204 ? Content<Responses[Status]> : never }[keyof Responses];

/** What comes back when the answer is a yes; undefined where the API says nothing. */
export type AnswerOf<M extends Method, P extends PathOf<M>> = OperationOf<M, P> extends { responses: infer Responses } ? Answered<Responses> : never;

type RequiredKeys<T> = { [K in keyof T]-?: object extends Pick<T, K> ? never : K }[keyof T];

/** What is not set is not asked for: null and '' are left out of the address like undefined. */
type Open<Query> = { [K in keyof Query]: object extends Pick<Query, K> ? Query[K] | null | '' : Query[K] };
type PathParams<P> = P extends { path: infer Path } ? { path: Path } : { path?: undefined };
type QueryParams<P> = P extends { query: infer Query } ? { query: Open<Query> } : P extends { query?: infer Query } ? { query?: Open<NonNullable<Query>> } : object;
type ParamsOf<O> = O extends { parameters: infer P } ? PathParams<P> & QueryParams<P> : never;
type WithParams<O> = RequiredKeys<ParamsOf<O>> extends never ? { params?: ParamsOf<O> } : { params: ParamsOf<O> };

type WithBody<O> = O extends { requestBody: { content: infer Content } }
  ? Content extends { 'application/json': infer Body } ? { body: Body } : { body: FormData }
  : { body?: undefined };

type WithKey<O> = O extends { parameters: { header: { 'Idempotency-Key': string } } }
  ? { /** The same key with the same input gives the first answer again: made once per intent, not per try. */ idempotencyKey: string }
  : { idempotencyKey?: undefined };

/** How a call is made, apart from what the API asks for. */
export interface CallOptions {
  signal?: AbortSignal;
  /** After so long without an answer the call ends as `network_unreachable`; it does not say what the server did. */
  timeoutMs?: number;
  /** Of what is kept already: `ask` answers without a body where that is still the newest. */
  etag?: string;
}

/** Everything that this method of this address needs, and what may be said besides. */
export type RequestOf<M extends Method, P extends PathOf<M>> = WithParams<OperationOf<M, P>> & WithBody<OperationOf<M, P>> & WithKey<OperationOf<M, P>> & CallOptions;

/** The request as an argument: left out where nothing of it is needed. */
export type RequestArgument<M extends Method, P extends PathOf<M>> = RequiredKeys<RequestOf<M, P>> extends never ? [request?: RequestOf<M, P>] : [request: RequestOf<M, P>];
