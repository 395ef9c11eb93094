import type { SalePayload } from '@oneshelf/contracts';
import { normaliseSerial } from '@oneshelf/domain-inventory';

interface SaleSerials {
  /** The pieces of each line, as they are kept. */
  byLine: Map<string, string[]>;
  /** Pieces that went without their serial, because somebody allowed it. */
  notRead: { lineId: string; pieces: number; allowedBy: string }[];
  /** What a person must look at: nothing of it stops a paid sale. */
  found: { reason: 'not_read' | 'unusable'; lineId: string; serialNumber?: string; allowedBy?: string; pieces?: number }[];
}

/** What a till says of the pieces that it sold, as far as it can be booked: one serial a piece, and none twice. */
export function saleSerials(sale: Pick<SalePayload, 'traced' | 'basket'>): SaleSerials {
  const said: SaleSerials = { byLine: new Map(), notRead: [], found: [] };
  for (const { lineId, serialNumber, notReadBy, quantityMilli } of sale.traced) {
    if (notReadBy !== undefined) {
      const one = { lineId, pieces: Math.round(quantityMilli / 1000), allowedBy: notReadBy };
      said.notRead.push(one);
      said.found.push({ reason: 'not_read', ...one });
    }
    if (serialNumber === undefined) continue;
    const serial = normaliseSerial(serialNumber);
    const line = sale.basket.lines.find((candidate) => candidate.lineId === lineId);
    const named = said.byLine.get(lineId) ?? [];
    const isTwice = serial !== null && sale.basket.lines.some((other) => other.variantId === line?.variantId && said.byLine.get(other.lineId)?.includes(serial));
    if (serial === null || !line || isTwice || (named.length + 1) * 1000 > line.quantityMilli) said.found.push({ reason: 'unusable', lineId, serialNumber });
    else said.byLine.set(lineId, [...named, serial]);
  }
  return said;
}
