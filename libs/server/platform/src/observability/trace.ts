import { AsyncLocalStorage } from 'node:async_hooks';
import { pooledRandom } from '../db/pooled-random';

const storage = new AsyncLocalStorage<string>();

/** 32 hex digits, as W3C Trace Context has them. */
export const newTraceId = (): string => Buffer.from(pooledRandom(16)).toString('hex');

/** The trace of the request or job that is running; a fresh one outside of both. */
export const currentTraceId = (): string => storage.getStore() ?? newTraceId();

/** Runs `work` under a trace: its logs, events and problems carry the id. */
export const withTrace = <Value>(traceId: string, work: () => Value): Value => storage.run(traceId, work);

/** For hooks that have no callback: everything after this call in the same asynchronous context carries the id. */
export const enterTrace = (traceId: string): void => storage.enterWith(traceId);
