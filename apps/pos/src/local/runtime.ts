import { createApiQueries } from '@oneshelf/api-client';
import { createApi } from './api';
import { createClock } from './clock';
import { createConnection } from './connection';
import { openDatabase } from './database';

/** The one database, clock, connection and API of this page. */
export const database = openDatabase('oneshelf-till');

export const clock = createClock();

export const connection = createConnection();

let token: string | null = null;

export const setToken = (value: string | null): void => { token = value; };

export const api = createApi({
  token: () => token,
  onReached: () => connection.getState().reached(),
  onUnreachable: () => connection.getState().lost(clock.now()),
  onUnauthorised: () => { if (token !== null) connection.getState().revoked(); },
});

export const { apiQuery } = createApiQueries(api);
