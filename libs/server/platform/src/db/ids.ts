import { v7 } from 'uuid';

/** A new UUIDv7: made by the sender, sorted by time, never a sequence of the database. */
export const newId = (): string => v7();
