import type { AddressInfo } from 'node:net';
import Fastify, { type FastifyReply, type FastifyRequest } from 'fastify';
import { withFaults } from '../chassis/faults';
import { answerOnce } from './answer';
import { controlRoutes } from './control-routes';
import { customerRoutes } from './customer-routes';
import { parseForm } from './form';
import { Parameters } from './parameters';
import { paymentIntentRoutes } from './payment-intent-routes';
import { paymentMethodRoutes } from './payment-method-routes';
import { readerClock } from './reader-clock';
import { recordRoutes } from './record-routes';
import { refundRoutes } from './refund-routes';
import type { Call, Route, Work } from './route';
import { signIn, type Keys } from './sign-in';
import { apiError, StripeError, unauthorized, unrecognizedUrl } from './stripe-error';
import { newId, openStripeState, type StripeSettings, type StripeState } from './stripe-state';
import { terminalRoutes } from './terminal-routes';
import { threeDSecureRoutes } from './three-d-secure-routes';
import { webhooksOf, type WebhookTarget, type Webhooks } from './webhooks';

export interface StripeSimulatorOptions {
  /** 0 or absent: any free port. */
  port?: number;
  /** Folder of the journal; absent: nothing is kept. */
  dataFolder?: string | undefined;
  secretKey?: string;
  webhooks?: WebhookTarget[];
  settings?: Partial<StripeSettings>;
}

export interface StripeSimulator {
  url: string;
  port: number;
  state: StripeState;
  secretKey: string;
  publishableKey: string;
  stop(): Promise<void>;
}

const sdkApiVersion = '2026-10-28.endive';
/** Everything of Stripe's API that is simulated. */
export const stripeRoutes: Route[] = [...customerRoutes, ...paymentIntentRoutes, ...paymentMethodRoutes, ...refundRoutes, ...recordRoutes, ...terminalRoutes];

/** Starts the simulator on 127.0.0.1. Its state is reloaded from `dataFolder`, with the deliveries and readers that were under way. */
export async function startStripeSimulator(options: StripeSimulatorOptions = {}): Promise<StripeSimulator> {
  const secretKey = options.secretKey ?? 'sk_test_oneshelf';
  const keys: Keys = { secretKey, publishableKey: secretKey.replace(/^sk_/, 'pk_') };
  const state = openStripeState(options.dataFolder);
  Object.assign(state.settings, options.settings);
  const webhooks = webhooksOf(state, options.webhooks ?? []);
  const work: Work = { state, emit: (type, object) => webhooks.emit(type, object, { requestId: null, idempotencyKey: null, apiVersion: sdkApiVersion }) };
  const readers = readerClock(work);
  const app = Fastify({ forceCloseConnections: true });
  app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, done) => done(null, body));
  const setting: Setting = { state, keys, webhooks, readerStarted: (id) => readers.start(id) };
  for (const route of stripeRoutes) app.route({ method: route.method, url: route.path, handler: (request, reply) => handle(route, setting, { request, reply }) });
  app.setNotFoundHandler((request, reply) => send(reply, newId('req', 14), unrecognizedUrl(request.method, request.url.split('?')[0] ?? '')));
  threeDSecureRoutes(app, work);
  controlRoutes(app, work);
  await app.listen({ port: options.port ?? 0, host: '127.0.0.1' });
  webhooks.resume();
  readers.resume();
  const { port } = app.server.address() as AddressInfo;
  const stop = async (): Promise<void> => {
    readers.stop();
    webhooks.stop();
    await app.close();
    state.store.flush();
  };
  return { url: `http://127.0.0.1:${port}`, port, state, ...keys, stop };
}

interface Setting {
  state: StripeState;
  keys: Keys;
  webhooks: Webhooks;
  readerStarted(readerId: string): void;
}

interface Exchange {
  request: FastifyRequest;
  reply: FastifyReply;
}

async function handle(route: Route, setting: Setting, { request, reply }: Exchange): Promise<FastifyReply> {
  const requestId = newId('req', 14);
  const form = formText(request);
  try {
    const call = callOf(setting, request, requestId);
    if (call.fromBrowser && !route.browser) throw unauthorized('This API call cannot be made with a publishable API key. Please use a secret API key.');
    const sent = { path: request.url.split('?')[0] ?? '', parameters: form };
    const answer = await withFaults(setting.state.settings, () => answerOnce(route, call, sent), apiError);
    if (route.method === 'POST' && call.idempotencyKey !== null) void reply.headers({ 'idempotency-key': call.idempotencyKey, 'original-request': answer.originalRequest });
    if (answer.replayed) void reply.header('idempotent-replayed', 'true');
    return reply.headers({ 'request-id': requestId, 'stripe-version': call.apiVersion }).code(answer.status).send(answer.body);
  } catch (error) {
    if (!(error instanceof StripeError)) throw error;
    return send(reply, requestId, error);
  }
}

const formText = (request: FastifyRequest): string => (typeof request.body === 'string' ? request.body : (request.url.split('?')[1] ?? ''));

function callOf(setting: Setting, request: FastifyRequest, requestId: string): Call {
  const form = parseForm(formText(request));
  const { key: keyParameter, ...rest } = form;
  const who = signIn(request.headers.authorization, typeof keyParameter === 'string' ? keyParameter : null, setting.keys);
  const idempotencyKey = textHeader(request, 'idempotency-key');
  const apiVersion = textHeader(request, 'stripe-version') ?? sdkApiVersion;
  return {
    state: setting.state,
    parameters: new Parameters(rest),
    path: request.params as Record<string, string>,
    requestId,
    idempotencyKey,
    apiVersion,
    fromBrowser: who === 'browser',
    baseUrl: `http://${request.headers.host ?? '127.0.0.1'}`,
    emit: (type, object) => setting.webhooks.emit(type, object, { requestId, idempotencyKey, apiVersion }),
    readerStarted: (id) => setting.readerStarted(id),
  };
}

function textHeader(request: FastifyRequest, name: string): string | null {
  const value = request.headers[name];
  return typeof value === 'string' && value !== '' ? value : null;
}

function send(reply: FastifyReply, requestId: string, error: StripeError): FastifyReply {
  return reply.header('request-id', requestId).code(error.status).send({ error: error.body });
}
