import { Injectable } from '@nestjs/common';
import { namedPieces, type NamedPiecesRefusal } from '@oneshelf/domain-inventory';
import { ok, refuse, type Result } from '@oneshelf/domain-kernel';
import { SerialWords } from '@oneshelf/server-inventory/serials';
import { OrderQuery } from '@oneshelf/server-orders';
import type { Part } from '../part.repository';

export interface NamedPiece {
  orderLineId: string;
  serialNumber: string;
}

export type CompletePartRefusal = (NamedPiecesRefusal & { orderLineId: string; message: string }) | Awaited<ReturnType<SerialWords['told']>>;

/** Which pieces leave with a part: every piece of a product that is told apart by serials is named. */
@Injectable()
export class PiecesOfPart {
  constructor(
    private readonly orders: OrderQuery,
    readonly words: SerialWords,
  ) {}

  /** By order line. */
  async of(part: Part, said: readonly NamedPiece[]): Promise<Result<Map<string, string[]>, CompletePartRefusal>> {
    const tracked = await this.orders.toldApartBySerial(part.lines.map((line) => line.variantId));
    const named = new Map<string, string[]>();
    for (const line of part.lines) {
      if (!tracked.has(line.variantId)) continue;
      const pieces = Math.floor((line.quantityMilli - line.shortMilli) / 1000);
      const given = namedPieces(said.filter((one) => one.orderLineId === line.orderLineId).map((one) => one.serialNumber), { pieces });
      if (!given.ok) return refuse({ ...given.refusal, orderLineId: line.orderLineId, message: `${line.title} leaves with a serial number for each of its ${pieces} pieces, each once. Nothing was handed over. Scan the serial of every piece.` });
      named.set(line.orderLineId, given.value);
    }
    return ok(named);
  }
}
