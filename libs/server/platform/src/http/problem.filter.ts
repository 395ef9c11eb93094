import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Inject } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { isOutage } from '../db/is-outage';
import { LOGGER } from '../observability/logger';
import { currentTraceId } from '../observability/trace';
import { Problem } from './problem';

/** Every error leaves as problem+json. What we did not foresee is a 500 that shows a trace id and nothing else. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(@Inject(LOGGER) private readonly logger: Logger) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const problem = toProblem(error);
    if (problem.status >= 500) this.logger.error({ err: error, url: request.url }, 'request failed');
    if (reply.sent) return;
    void reply.status(problem.status).type('application/problem+json').send({
      type: 'about:blank',
      status: problem.status,
      code: problem.code,
      title: problem.code.replaceAll('_', ' '),
      detail: problem.detail,
      details: problem.details,
      traceId: currentTraceId(),
    });
  }
}

function toProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  const status = error instanceof HttpException ? error.getStatus() : (error as { statusCode?: number }).statusCode;
  if (status === 400) return invalidInput(error);
  if (status === 404) return new Problem(404, 'not_found', 'There is nothing at this address.');
  if (status === 413) return new Problem(413, 'too_large', 'The upload is larger than allowed. Nothing was stored.');
  if (status && status < 500) return new Problem(status, 'refused', messageOf(error));
  if (isOutage(error)) return new Problem(503, 'unavailable', 'The database is away for a moment. Whether this was done is not known: ask the very same again.');
  return new Problem(500, 'unexpected', 'Something went wrong on our side. Nothing was half done. Give the trace id to support.');
}

function invalidInput(error: unknown): Problem {
  const response = error instanceof HttpException ? (error.getResponse() as { message?: unknown }) : null;
  const messages = Array.isArray(response?.message) ? response.message : [messageOf(error)];
  return new Problem(400, 'invalid_input', `${messages.join('; ')}. Nothing was done: mend this and send it again.`, { messages });
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
