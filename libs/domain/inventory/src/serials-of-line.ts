import { ok, refuse, type Result } from '@oneshelf/domain-kernel';
import { normaliseSerial, serialsTwice } from './serial';

export type NamedPiecesRefusal =
  | { kind: 'serial_unreadable'; serials: string[] }
  | { kind: 'serial_twice'; serials: string[] }
  | { kind: 'serials_required'; named: number; pieces: number };

/** The pieces of a line as they are kept; refuses what is no serial, one piece twice, and more or fewer than there are (INV-95). */
export function namedPieces(texts: readonly string[], { pieces, atLeast = pieces }: { pieces: number; atLeast?: number }): Result<string[], NamedPiecesRefusal> {
  const unreadable = texts.filter((text) => normaliseSerial(text) === null);
  if (unreadable.length > 0) return refuse({ kind: 'serial_unreadable', serials: unreadable });
  const serials = texts.flatMap((text) => normaliseSerial(text) ?? []);
  const twice = serialsTwice(serials);
  if (twice.length > 0) return refuse({ kind: 'serial_twice', serials: twice });
  return serials.length < atLeast || serials.length > pieces ? refuse({ kind: 'serials_required', named: serials.length, pieces }) : ok(serials);
}

/** How many of the pieces that leave must be named: all but as many as lie there whose serials nobody wrote down (INV-135). */
export const piecesToName = (pieces: number, unnamed: number): number => Math.max(0, pieces - Math.max(0, unnamed));

export interface SoldPieces {
  /** That went with the line. */
  sold: readonly string[];
  /** Of these, what has come back. */
  back: readonly string[];
  /** Pieces of the line that are still with the customer. */
  piecesOut: number;
}

/**
 * The pieces of a sold line that come back. Each must have gone with it and not be back; where some of the line was never
 * read, as many may come back without a serial, or with one that nobody wrote down (INV-96).
 */
export function returnedPieces({ sold, back, piecesOut }: SoldPieces, texts: readonly string[], pieces: number): Result<string[], NamedPiecesRefusal | { kind: 'serial_not_of_sale'; serials: string[] }> {
  const out = sold.filter((serial) => !back.includes(serial));
  const unread = Math.max(0, piecesOut - out.length);
  const named = namedPieces(texts, { pieces, atLeast: Math.max(0, pieces - unread) });
  if (!named.ok) return named;
  const strange = named.value.filter((serial) => !out.includes(serial));
  return strange.length > unread || strange.some((serial) => back.includes(serial)) ? refuse({ kind: 'serial_not_of_sale', serials: strange }) : named;
}
