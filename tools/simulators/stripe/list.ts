import { noSuch } from './stripe-error';
import type { Call } from './route';

/** A page of Stripe's list, newest first. Records come oldest first. */
export function listPage<Item extends { id: string }>(call: Call, url: string, records: Item[]): object {
  const limit = Math.min(Math.max(call.parameters.integer('limit') ?? 10, 1), 100);
  const newestFirst = [...records].reverse();
  const before = call.parameters.text('ending_before');
  const after = call.parameters.text('starting_after');
  const rest = after ? newestFirst.slice(positionOf(newestFirst, after, 'starting_after') + 1) : newestFirst;
  const upTo = before ? rest.slice(0, positionOf(rest, before, 'ending_before')) : rest;
  const data = before ? upTo.slice(-limit) : upTo.slice(0, limit);
  return { object: 'list', url, has_more: upTo.length > data.length, data };
}

function positionOf(records: { id: string }[], id: string, param: string): number {
  const position = records.findIndex((record) => record.id === id);
  if (position < 0) throw noSuch('object', id, param);
  return position;
}
