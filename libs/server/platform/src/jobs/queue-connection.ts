import { createPostgresBackend, type QueueOptions, setDefaultBackendFactory } from 'bullmq';
import type { Config } from '../config/config';

/** One queue per kind of resource: our database, other companies' APIs, mail. */
export const QUEUES = ['database', 'marketplace', 'payments', 'mail'] as const;
export type QueueName = (typeof QUEUES)[number];

/**
 * Chooses BullMQ's engine for this process: Redis where REDIS_URL is set, else a schema of its own in PostgreSQL.
 * Call it before any queue is made.
 */
export function queueConnection(config: Config): Pick<QueueOptions, 'connection' | 'prefix'> {
  if (config.REDIS_URL) {
    // The braces keep all keys of a queue in one slot of a Redis cluster.
    return { connection: { url: config.REDIS_URL, maxRetriesPerRequest: null }, prefix: '{oneshelf}' };
  }
  setDefaultBackendFactory(createPostgresBackend);
  return { connection: { connectionString: config.DATABASE_URL, schema: 'bullmq', migrate: true, max: 6 } as never };
}
