import { Injectable } from '@nestjs/common';
import type { CreateReturn } from '@oneshelf/contracts';
import { type NamedPiecesRefusal, returnedPieces } from '@oneshelf/domain-inventory';
import { ok, refuse, type Result } from '@oneshelf/domain-kernel';
import type { Tx } from '@oneshelf/platform';
import { SerialWords, type SerialRefused } from '@oneshelf/server-inventory/serials';
import { type Order, OrderQuery } from '@oneshelf/server-orders';
import { ReturnRepository } from '../return.repository';

export type PiecesBackRefusal =
  | ((NamedPiecesRefusal | { kind: 'serial_not_of_sale'; serials: string[] }) & { orderLineId: string; message: string })
  | Awaited<ReturnType<SerialWords['told']>>;

/** Which pieces come back: only those that went with this sale, each once (INV-96). */
@Injectable()
export class PiecesBack {
  constructor(
    private readonly orders: OrderQuery,
    private readonly returns: ReturnRepository,
    private readonly words: SerialWords,
  ) {}

  /** By position of the ask. Lines whose products are not told apart name none. */
  async of(tx: Tx, order: Order, lines: CreateReturn['lines']): Promise<Result<string[][], PiecesBackRefusal>> {
    const tracked = await this.orders.toldApartBySerial(order.lines.map((line) => line.variantId));
    const isNamed = (line: Order['lines'][number]): boolean => tracked.has(line.variantId) || line.serialNumbers.length > 0;
    if (!order.lines.some(isNamed)) return ok(lines.map(() => []));
    const back = await this.returns.returnedSerials(tx, order.lines.map((line) => line.id));
    const named: string[][] = [];
    const taken = new Map<string, { serials: string[]; pieces: number }>();
    for (const ask of lines) {
      const line = order.lines.find((one) => one.id === ask.orderLineId);
      if (!line || !isNamed(line)) {
        named.push([]);
        continue;
      }
      // Several asks of one line: what the first takes is not there for the second.
      const before = taken.get(line.id) ?? { serials: [], pieces: 0 };
      const pieces = Math.floor(ask.quantityMilli / 1000);
      const piecesOut = Math.floor((line.fulfilledMilli - line.returnedMilli) / 1000) - before.pieces;
      const given = returnedPieces({ sold: line.serialNumbers, back: [...(back.get(line.id) ?? []), ...before.serials], piecesOut }, ask.serials ?? [], pieces);
      if (!given.ok) return refuse({ ...given.refusal, orderLineId: line.id, message: await this.sentence(given.refusal, line) });
      named.push(given.value);
      taken.set(line.id, { serials: [...before.serials, ...given.value], pieces: before.pieces + pieces });
    }
    return ok(named);
  }

  elsewhere(refusal: SerialRefused): Promise<PiecesBackRefusal> {
    return this.words.told(refusal, 'Nothing was returned. Check the serial on the piece.');
  }

  private async sentence(refusal: NamedPiecesRefusal | { kind: 'serial_not_of_sale'; serials: string[] }, line: Order['lines'][number]): Promise<string> {
    switch (refusal.kind) {
      case 'serials_required': return `${refusal.pieces} of ${line.title} come back and ${refusal.named} serial numbers were given. Nothing was returned. Scan the serial of each piece.`;
      case 'serial_twice': return `Serial ${refusal.serials.join(', ')} was given twice. Nothing was returned. Scan each piece once.`;
      case 'serial_unreadable': return `${refusal.serials.join(', ')} is no serial number. Nothing was returned. Scan the label again.`;
      case 'serial_not_of_sale': return `${(await Promise.all(refusal.serials.map((serial) => this.soldWith(serial, line.variantId)))).join(' ')} Nothing was returned.`;
    }
  }

  private async soldWith(serial: string, variantId: string): Promise<string> {
    const other = await this.orders.bySerial(serial, variantId);
    return other ? `Serial ${serial} was sold on ${other.placedAt.toISOString().slice(0, 10)} with ${other.number}, not with this sale. Take it back with that one.` : `Serial ${serial} was not sold with this sale, nor with any that we know.`;
  }
}
