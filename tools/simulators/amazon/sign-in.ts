import { randomBytes } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import type { AmazonState } from './amazon-state';
import { unauthorized } from './sp-api-error';

export interface Application {
  clientId: string;
  clientSecret: string;
  refreshToken: string;
}

const lifetimeSeconds = 3_600;

/** Login with Amazon: a refresh token (or client credentials, for grantless operations) against an access token of an hour. */
export function tokenRoute(app: FastifyInstance, state: AmazonState, application: Application): void {
  app.post('/auth/o2/token', (request, reply) => {
    const form = formOf(request.body);
    const refuse = (status: number, error: string, description: string): unknown => reply.code(status).send({ error, error_description: description });
    if (form['client_id'] !== application.clientId || form['client_secret'] !== application.clientSecret) return refuse(401, 'invalid_client', 'Client authentication failed');
    const grantless = form['grant_type'] === 'client_credentials';
    if (!grantless && form['grant_type'] !== 'refresh_token') return refuse(400, 'unsupported_grant_type', 'The authorization grant type is not supported by the authorization server');
    if (!grantless && form['refresh_token'] !== application.refreshToken) return refuse(400, 'invalid_grant', 'The request has an invalid grant parameter : refresh_token');
    const token = `${grantless ? 'Atc' : 'Atza'}|${randomBytes(48).toString('base64url')}`;
    state.store.put('tokens', token, { token, expiresAt: Date.now() + lifetimeSeconds * 1_000, grantless });
    state.store.flush();
    return { access_token: token, token_type: 'bearer', expires_in: lifetimeSeconds, ...(grantless ? {} : { refresh_token: application.refreshToken }) };
  });
}

/** Throws Amazon's 403 for a missing, unknown or old access token. */
export function refuseStranger(state: AmazonState, token: unknown, operationId: string): void {
  if (typeof token !== 'string' || token === '') throw unauthorized('Access token is missing in the request header.');
  const known = state.store.get('tokens', token);
  if (known === undefined) throw unauthorized('The access token you provided is revoked, malformed or invalid.');
  if (known.expiresAt < Date.now()) throw unauthorized('The access token you provided has expired.');
  if (known.grantless && !/destination|subscriptionbyid/i.test(operationId)) throw unauthorized('This operation needs an access token of the seller, not of the application.');
}

function formOf(body: unknown): Record<string, unknown> {
  if (typeof body === 'string') return Object.fromEntries(new URLSearchParams(body));
  return typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {};
}
