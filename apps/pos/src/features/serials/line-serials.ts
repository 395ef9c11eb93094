import type { SalePayload } from '@oneshelf/contracts';
import { readScan } from '@oneshelf/domain-barcodes';
import { normaliseSerial } from '@oneshelf/domain-inventory';
import type { CartLine } from '../../local/sale-parts';

interface Shelf { isBySerial: (variantId: string) => boolean }

const piecesOf = ({ quantityMilli }: Pick<CartLine, 'quantityMilli'>): number => Math.floor(quantityMilli / 1000);

/** Pieces of a line whose serial is neither read nor given up. */
export const missingOf = (line: CartLine, shelf: Shelf | null): number =>
  (shelf?.isBySerial(line.variantId) ? Math.max(0, piecesOf(line) - (line.serials?.length ?? 0) - (line.notRead?.pieces ?? 0)) : 0);

/** The line with as many serials as pieces: who takes a piece out takes the newest serial out. */
export function withinPieces(line: CartLine): CartLine {
  if (!line.serials && !line.notRead) return line;
  const serials = (line.serials ?? []).slice(0, piecesOf(line));
  const left = piecesOf(line) - serials.length;
  const { notRead, ...rest } = line;
  return { ...rest, serials, ...(notRead && left > 0 ? { notRead: { ...notRead, pieces: Math.min(notRead.pieces, left) } } : {}) };
}

/** Whether a piece is in the sale already, on whichever line. */
export const isInSale = (lines: readonly CartLine[], variantId: string, serial: string): boolean => lines.some((line) => line.variantId === variantId && line.serials?.includes(serial));

/** What goes with the sale of the pieces that it sold. */
export const tracedOf = (lines: readonly CartLine[]): SalePayload['traced'] => lines.flatMap(({ lineId, serials = [], notRead }) => [
  ...serials.map((serialNumber) => ({ lineId, serialNumber, quantityMilli: 1000 })),
  ...(notRead ? [{ lineId, quantityMilli: notRead.pieces * 1000, notReadBy: notRead.allowedBy }] : []),
]);

export type SerialReading = { kind: 'serial'; serial: string } | { kind: 'product_code' } | { kind: 'unreadable' };

/** A serial that was scanned or typed: AI (21) of a code that has it; the barcode of a product is none. */
export function readSerial(text: string, isProductCode: (code: string) => boolean): SerialReading {
  const scanned = readScan(text, { today: '2000-01-01' });
  if (scanned.serial === null && (scanned.lookup.by === 'gtin' || isProductCode(text))) return { kind: 'product_code' };
  const serial = normaliseSerial(scanned.serial ?? text);
  return serial === null ? { kind: 'unreadable' } : { kind: 'serial', serial };
}
