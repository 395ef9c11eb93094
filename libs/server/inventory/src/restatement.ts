import { sql } from 'kysely';

/**
 * True for a movement (`m`) that says what a number should have been, rather than that goods moved: a count, a sheet or
 * a file. Whoever compares with an earlier instant leaves these out, or the same difference would be written twice.
 */
export const isRestatement = sql`(m.cause_kind = 'count' OR (m.cause_kind = 'adjustment' AND EXISTS (SELECT FROM stock_adjustment a WHERE a.id::text = m.cause_id AND a.kind IN ('sheet', 'file'))))`;
