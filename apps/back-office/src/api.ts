import { createApiClient, createApiQueries } from '@oneshelf/api-client';

/** The API on this origin, asked as whoever is signed in here (a cookie). A read that takes half a minute is not coming. */
export const api = createApiClient({ readTimeoutMs: 30_000 });

export const { apiQuery, apiPages } = createApiQueries(api);
