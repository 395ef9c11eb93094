import cookie from '@fastify/cookie';
import multipart from '@fastify/multipart';
import { StandardSchemaSerializerInterceptor, StandardSchemaValidationPipe } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { LOGGER } from '../observability/logger';
import { httpDuration } from '../observability/metrics';
import { enterTrace, newTraceId } from '../observability/trace';
import { ProblemFilter } from './problem.filter';

const MAX_UPLOAD_BYTES = 50 * 1024 * 1024;

/** What every HTTP application of ours has: prefix, parsing by contract, problems, cookies, uploads, traces, times. */
export async function configureHttp(app: NestFastifyApplication): Promise<void> {
  app.setGlobalPrefix('api');
  app.useGlobalPipes(new StandardSchemaValidationPipe());
  app.useGlobalInterceptors(new StandardSchemaSerializerInterceptor(app.get(Reflector)));
  app.useGlobalFilters(new ProblemFilter(app.get(LOGGER)));
  await app.register(cookie);
  await app.register(multipart, { limits: { fileSize: MAX_UPLOAD_BYTES, files: 1, fields: 20 } });
  const server = app.getHttpAdapter().getInstance();
  server.addHook('onRequest', (request, reply, done) => {
    // A caller's W3C traceparent is taken over, so one trace spans till, api and worker.
    const traceId = /^00-([0-9a-f]{32})-/.exec(String(request.headers['traceparent'] ?? ''))?.[1] ?? newTraceId();
    enterTrace(traceId);
    void reply.header('x-trace-id', traceId);
    done();
  });
  server.addHook('onResponse', (request, reply, done) => {
    httpDuration.observe({ method: request.method, route: request.routeOptions.url ?? 'none', status: reply.statusCode }, reply.elapsedTime / 1000);
    done();
  });
}
