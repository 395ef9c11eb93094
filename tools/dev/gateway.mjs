// One origin: back-office at /, till at /pos, API at /api. In a cluster an ordinary proxy does this (docker/).
import { existsSync } from 'node:fs';
import path from 'node:path';
import httpProxy from '@fastify/http-proxy';
import fastifyStatic from '@fastify/static';
import fastify from 'fastify';

const root = path.resolve(import.meta.dirname, '../..');
const posFolder = path.join(root, 'dist/apps/pos');
const { PORT, OFFICE_URL, TILL_URL } = process.env;
// One API, or several that serve in turn.
const apis = process.env.API_URL.split(' ');
let turn = 0;
const nextApi = () => apis[turn++ % apis.length];

const gateway = fastify({ logger: false, bodyLimit: 64 * 1024 * 1024, forceCloseConnections: true });

// Metrics are for the operator's own network, not for the shop's visitors.
gateway.get('/api/metrics', (request, reply) => (request.ip === '127.0.0.1' ? reply.redirect(`${apis[0]}/api/metrics`) : reply.code(404).send()));
await gateway.register(httpProxy, {
  upstream: apis.length === 1 ? apis[0] : '', ...(apis.length > 1 ? { replyOptions: { getUpstream: nextApi } } : {}), prefix: '/api', rewritePrefix: '/api', httpMethods: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'],
  // Uploads and server-sent events take as long as they take; the till gives up by itself.
  undici: { connections: 256, pipelining: 1, bodyTimeout: 0, headersTimeout: 60_000 },
});
if (TILL_URL) {
  await gateway.register(httpProxy, { upstream: TILL_URL, prefix: '/pos', rewritePrefix: '/pos', websocket: true });
} else if (existsSync(posFolder)) {
  await gateway.register(fastifyStatic, {
    root: posFolder, prefix: '/pos/', decorateReply: true, index: ['index.html'], cacheControl: false,
    setHeaders: (reply, file) => reply.header('cache-control', /\/assets\//.test(file) ? 'public, max-age=31536000, immutable' : 'no-cache'),
  });
  gateway.get('/pos', (_request, reply) => reply.redirect('/pos/'));
}
await gateway.register(httpProxy, { upstream: OFFICE_URL, prefix: '/', rewritePrefix: '/', websocket: Boolean(TILL_URL) });
gateway.setErrorHandler((error, _request, reply) =>
  reply.code(error.statusCode ?? 502).type('application/problem+json').send({ type: 'about:blank', status: error.statusCode ?? 502, code: 'unavailable', title: 'unavailable', detail: 'This part of Oneshelf is starting or restarting. Nothing was done. Try again in a moment.' }),
);
await gateway.listen({ port: Number(PORT), host: '127.0.0.1' });
process.send?.('ready');
