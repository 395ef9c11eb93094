import type { LoggerService } from '@nestjs/common';
import { pino, type Logger } from 'pino';
import { currentTraceId } from './trace';

/** Injection token of the process's pino logger. */
export const LOGGER = Symbol('logger');

/** JSON lines on standard output; each carries the trace id. Secrets and personal data are taken out. */
export const createLogger = (name: string, level: string): Logger =>
  pino({
    name,
    level,
    mixin: () => ({ traceId: currentTraceId() }),
    redact: { paths: ['*.password', '*.pin', '*.token', '*.authorization', 'req.headers.authorization', 'req.headers.cookie'], censor: '[hidden]' },
  });

/** Nest's own messages through pino. */
export const nestLogger = (logger: Logger): LoggerService => ({
  log: (message: unknown, ...context: unknown[]) => logger.debug({ context: context.at(-1) }, String(message)),
  error: (message: unknown, ...context: unknown[]) => logger.error({ context }, String(message)),
  warn: (message: unknown, ...context: unknown[]) => logger.warn({ context: context.at(-1) }, String(message)),
});
