import type { AddressInfo } from 'node:net';
import Fastify, { type FastifyReply, type FastifyRequest } from 'fastify';
import { withFaults } from '../chassis/faults';
import { newUuid, openAmazonState, type AmazonSettings, type AmazonState } from './amazon-state';
import { documentRoutes } from './document-routes';
import { controlRoutes } from './control-routes';
import { feedOperations } from './feed-operations';
import { fbaOperations } from './fba-operations';
import { listingOperations } from './listing-operations';
import { notificationOperations } from './notification-operations';
import { notifierOf } from './notifications';
import { Query, type Answer, type Operation, type Work } from './operation';
import { orderOperations } from './order-operations';
import { shipmentOperations } from './confirm-shipment';
import { refuseStranger, tokenRoute, type Application } from './sign-in';
import { internalFailure, quotaExceeded, SpApiError } from './sp-api-error';
import { UsagePlans } from './usage-plans';

export interface AmazonSimulatorOptions {
  /** 0 or absent: any free port. */
  port?: number;
  /** Folder of the journal; absent: nothing is kept. */
  dataFolder?: string | undefined;
  /** Where notifications are posted; absent: they can only be pulled. */
  notificationUrl?: string | undefined;
  application?: Partial<Application>;
  sellerId?: string;
  settings?: Partial<AmazonSettings>;
}

export interface AmazonSimulator {
  url: string;
  port: number;
  state: AmazonState;
  application: Application;
  sellerId: string;
  stop(): Promise<void>;
}

/** All operations of the Selling Partner API that are simulated. */
export const amazonOperations: Operation[] = [...listingOperations, ...orderOperations, ...shipmentOperations, ...fbaOperations, ...feedOperations, ...notificationOperations];

/** Starts the simulator on 127.0.0.1. Its state is reloaded from `dataFolder`, with the notifications that were under way. */
export async function startAmazonSimulator(options: AmazonSimulatorOptions = {}): Promise<AmazonSimulator> {
  const application: Application = { clientId: 'amzn1.application-oa2-client.oneshelf', clientSecret: 'amazon-secret-oneshelf', refreshToken: 'Atzr|oneshelf', ...options.application };
  const sellerId = options.sellerId ?? 'A2ONESHELF0001';
  const state = openAmazonState(options.dataFolder);
  Object.assign(state.settings, options.settings);
  const notifier = notifierOf(state, options.notificationUrl, sellerId);
  const work: Work = { state, orderChanged: notifier.orderChanged, quantityChanged: notifier.quantityChanged, fbaStockChanged: notifier.fbaStockChanged };
  const plans = new UsagePlans(state);
  const app = Fastify({ forceCloseConnections: true });
  app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, done) => done(null, body));
  tokenRoute(app, state, application);
  documentRoutes(app, state);
  for (const operation of amazonOperations) {
    app.route({ method: operation.method, url: operation.path, handler: (request, reply) => handle(operation, { work, plans }, { request, reply }) });
  }
  app.setNotFoundHandler((request, reply) => send(reply, new SpApiError(404, 'NotFound', `${request.method} ${request.url.split('?')[0]} is not part of the simulator, or the address is wrong.`)));
  app.setErrorHandler<Error & { statusCode?: number }>((error, _request, reply) => send(reply, new SpApiError(error.statusCode ?? 500, error.statusCode === undefined ? 'InternalFailure' : 'InvalidInput', error.message)));
  controlRoutes(app, { work, sellerId, settingsChanged: () => plans.reset() });
  await app.listen({ port: options.port ?? 0, host: '127.0.0.1' });
  notifier.resume();
  const { port } = app.server.address() as AddressInfo;
  state.origin = `http://127.0.0.1:${port}`;
  const stop = async (): Promise<void> => {
    notifier.stop();
    await app.close();
    state.store.flush();
  };
  return { url: `http://127.0.0.1:${port}`, port, state, application, sellerId, stop };
}

interface Setting {
  work: Work;
  plans: UsagePlans;
}

interface Exchange {
  request: FastifyRequest;
  reply: FastifyReply;
}

async function handle(operation: Operation, { work, plans }: Setting, { request, reply }: Exchange): Promise<FastifyReply> {
  const receivedAt = Date.now();
  const { state } = work;
  void reply.headers({ 'x-amzn-requestid': newUuid(), 'x-amzn-ratelimit-limit': String(plans.rateOf(operation)) });
  try {
    refuseStranger(state, request.headers['x-amz-access-token'], operation.operationId);
    const counted = state.calls.get(operation.operationId) ?? { made: 0, throttled: 0 };
    state.calls.set(operation.operationId, { ...counted, made: counted.made + 1 });
    if (!plans.take(operation, receivedAt)) {
      state.calls.set(operation.operationId, { made: counted.made + 1, throttled: counted.throttled + 1 });
      throw quotaExceeded();
    }
    const call = { ...work, path: request.params as Record<string, string>, query: new Query(new URLSearchParams(request.url.split('?')[1] ?? '')), body: request.body, receivedAt };
    const answer = await withFaults(state.settings, (): Answer => flushed(state, () => operation.run(call)), internalFailure);
    return reply.code(answer.status).send(answer.body);
  } catch (error) {
    if (!(error instanceof SpApiError)) throw error;
    return send(reply, error);
  }
}

// What changed is on disk before the answer leaves, also when the answer gets lost.
function flushed(state: AmazonState, work: () => Answer): Answer {
  try {
    return work();
  } finally {
    state.store.flush();
  }
}

const send = (reply: FastifyReply, error: SpApiError): FastifyReply => reply.code(error.status).send({ errors: error.errors });
