import { infiniteQueryOptions, queryOptions, type InfiniteData } from '@tanstack/react-query';
import type { ApiClient } from './api-client';
import type { AnswerOf, PathOf, RequestArgument } from './api-types';
import { setValues } from './query-string';

/** Addresses whose answer is one page of several. */
type PagedPath = { [P in PathOf<'get'>]: AnswerOf<'get', P> extends { nextCursor: string | null } | { next: string | null } ? P : never }[PathOf<'get'>];

type Params = { path?: Record<string, unknown>; query?: Record<string, unknown> };
type AnyGet = (path: string, request: object) => Promise<unknown>;

/**
 * The key of an address: its parts below /api, then the filter. '/api/orders/{id}' → ['orders', id]; so ['orders'] is the
 * start of the keys of everything below /api/orders, and stands for all of it where it is invalidated.
 */
export function keyOf(path: string, { path: filled = {}, query = {} }: Params = {}): unknown[] {
  const parts = path.split('/').slice(2).map((part) => (part.startsWith('{') ? filled[part.slice(1, -1)] : part));
  const filter = setValues(query);
  return filter.length === 0 ? parts : [...parts, Object.fromEntries(filter)];
}

/** What react-query needs to ask this client: key, function and the answer's type, all from the path. `scope` keeps two clients' answers apart. */
export function createApiQueries(client: ApiClient, scope: readonly string[] = []) {
  const get = client.get as unknown as AnyGet;

  /** One answer: `useQuery(apiQuery('/api/orders/{id}', { params: { path: { id } } }))`. */
  function apiQuery<P extends PathOf<'get'>>(path: P, ...[request]: RequestArgument<'get', P>) {
    return queryOptions<AnswerOf<'get', P>, Error, AnswerOf<'get', P>, unknown[]>({
      queryKey: [...scope, ...keyOf(path, request?.params as Params)],
      queryFn: ({ signal }) => get(path, { ...request, signal }) as Promise<AnswerOf<'get', P>>,
    });
  }

  /** Page after page: `useInfiniteQuery(apiPages('/api/orders', { params: { query: filters } }))`. */
  function apiPages<P extends PagedPath>(path: P, ...[request]: RequestArgument<'get', P>) {
    const params = (request?.params ?? {}) as Params;
    return infiniteQueryOptions<AnswerOf<'get', P>, Error, InfiniteData<AnswerOf<'get', P>>, unknown[], string | undefined>({
      queryKey: [...scope, ...keyOf(path, params), 'pages'],
      queryFn: ({ pageParam, signal }) => get(path, { ...request, params: { ...params, query: { ...params.query, cursor: pageParam } }, signal }) as Promise<AnswerOf<'get', P>>,
      initialPageParam: undefined,
      getNextPageParam: (page) => cursorAfter(page as { nextCursor?: string | null; next?: string | null }),
    });
  }

  return { apiQuery, apiPages };
}

const cursorAfter = ({ nextCursor, next }: { nextCursor?: string | null; next?: string | null }): string | undefined => nextCursor ?? next ?? undefined;
