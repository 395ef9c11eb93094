import { Problem } from '@oneshelf/platform';
import { sql } from 'kysely';

/** A place in the ledger: after all movements of an instant, or right before or after one of them. */
export interface LedgerPosition {
  /** ISO instant, to the millisecond. */
  recordedAt: string;
  movementId: string;
}

const FIRST = '00000000-0000-0000-0000-000000000000';
const LAST = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

/** Everything that was recorded until the instant, its own millisecond with it. */
export const endOf = (recordedAt: string): LedgerPosition => ({ recordedAt, movementId: LAST });
/** Everything that was recorded before the instant. */
export const beginOf = (recordedAt: string): LedgerPosition => ({ recordedAt, movementId: FIRST });

/** How a position is written in an address: the instant, and the movement where one is meant. */
export const writePosition = ({ recordedAt, movementId }: LedgerPosition): string => `${recordedAt}_${movementId}`;

const NO_CURSOR = new Problem(400, 'invalid_cursor', 'This page marker was not made by us. Start from the first page.');
const POSITION = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,3})?Z)(?:_([0-9a-f-]{36}))?$/;

/** @throws Problem 400 invalid_instant, or invalid_cursor for a page marker */
export function readPosition(text: string, what: 'instant' | 'cursor' = 'instant'): LedgerPosition {
  const [, recordedAt, movementId] = POSITION.exec(text) ?? [];
  if (recordedAt === undefined || Number.isNaN(Date.parse(recordedAt))) throw what === 'cursor' ? NO_CURSOR : new Problem(400, 'invalid_instant', `“${text.slice(0, 80)}” is no instant. Write it in UTC, as 2026-11-21T10:00:00Z, or take the one of a movement.`);
  return { recordedAt, movementId: movementId ?? LAST };
}

/** Movements of `m` up to the position; the first condition alone lets PostgreSQL leave whole months out. */
export const upTo = ({ recordedAt, movementId }: LedgerPosition) =>
  sql`m.recorded_at <= ${recordedAt}::timestamptz AND (m.recorded_at, m.id) <= (${recordedAt}::timestamptz, ${movementId}::uuid)`;

/** Movements of `m` before the position. */
export const before = ({ recordedAt, movementId }: LedgerPosition) =>
  sql`m.recorded_at <= ${recordedAt}::timestamptz AND (m.recorded_at, m.id) < (${recordedAt}::timestamptz, ${movementId}::uuid)`;
