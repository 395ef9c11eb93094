import { Problem } from '@oneshelf/platform';

/** A marker of the last row of a page: its instant and its id. */
export const cursorOf = (row: { at: Date; id: string }): string => `${row.at.toISOString()}_${row.id}`;

/** @throws Problem where it was not made by us */
export function readCursor(cursor: string): { at: Date; id: string } {
  const parts = /^(\d{4}-\d\d-\d\dT[\d:.]+Z)_([0-9a-f-]{36})$/.exec(cursor);
  if (!parts?.[1] || !parts[2]) throw new Problem(400, 'invalid_cursor', 'This page marker was not made by us. Start from the first page.');
  return { at: new Date(parts[1]), id: parts[2] };
}
