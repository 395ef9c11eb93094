import * as contracts from '@oneshelf/contracts';
import type { EventType } from '@oneshelf/contracts';
import type { HandlerRegistry } from '@oneshelf/platform';

/** Events that nobody inside hears on purpose: tills learn of them by the state watcher, others by webhook. */
const HEARD_OUTSIDE = ['pricing.prices-published.v1'];

const isEvent = (value: unknown): value is EventType<unknown> => typeof value === 'object' && value !== null && 'name' in value && 'schema' in value && /\.v\d+$/.test(String(value.name));

/**
 * Refuses to start a worker that would lose events: each event of the contracts has a handler here or is named above.
 * @throws Error naming the events without one
 */
export function checkEvents(registry: HandlerRegistry): void {
  const heard = new Set([...registry.all().values()].map((handler) => handler.options.event.name));
  const unheard = Object.values(contracts as Record<string, unknown>).filter(isEvent).map((event) => event.name).filter((name) => !heard.has(name) && !HEARD_OUTSIDE.includes(name));
  if (unheard.length > 0) throw new Error(`No handler hears ${unheard.join(', ')}. Add its jobs module to the worker, or name the event as heard outside.`);
}
