import { Injectable } from '@nestjs/common';
import { PartFulfilled } from '@oneshelf/contracts';
import { type Actor, publish, type Tx } from '@oneshelf/platform';
import { ok, refuse, type Result } from '@oneshelf/domain-kernel';
import { FulfilStockUseCase } from '@oneshelf/server-inventory';
import { RecordProgressUseCase } from '@oneshelf/server-orders';
import { type Part, PartRepository } from '../part.repository';
import { LotsThatMayLeave } from './lots-that-may-leave';
import { type NamedPiece, PiecesOfPart, type CompletePartRefusal } from './pieces-of-part';

interface CompletedBy {
  to: 'handed_over' | 'shipped';
  actor: Actor;
  actorName: string;
  tracking?: { carrier: string; trackingNumber: string };
  /** The pieces of products that are told apart by serials. */
  serials?: readonly NamedPiece[];
}

/** A part leaves the house for good: stock, lines of the order, status, timeline, and the event that charges the card. */
@Injectable()
export class CompletePart {
  constructor(
    private readonly parts: PartRepository,
    private readonly stock: FulfilStockUseCase,
    private readonly progress: RecordProgressUseCase,
    private readonly lots: LotsThatMayLeave,
    private readonly pieces: PiecesOfPart,
  ) {}

  async run(tx: Tx, part: Part, done: CompletedBy): Promise<Result<void, CompletePartRefusal>> {
    const named = await this.pieces.of(part, done.serials ?? []);
    if (!named.ok) return named;
    const leaving = part.lines.map((line) => ({ orderLineId: line.orderLineId, variantId: line.variantId, quantityMilli: line.quantityMilli - line.shortMilli, serials: named.value.get(line.orderLineId) ?? [] })).filter((line) => line.quantityMilli > 0);
    const occurredAt = new Date().toISOString();
    const left = await this.stock.run(tx, {
      orderId: part.orderId, locationId: part.locationId, lines: leaving, causeId: part.id, orderNumber: part.orderNumber, actor: { ...done.actor, name: done.actorName }, occurredAt, lotChoice: () => this.lots.of(tx, part),
    });
    if (!left.ok) return refuse(await this.pieces.words.told(left.refusal, 'Nothing was handed over. Take the piece that is on this shelf, or correct where it is.'));
    await this.progress.fulfilled(tx, part.orderId, leaving);
    await this.parts.move(tx, part.id, { from: ['to_pick', 'picking', 'ready'], to: done.to, ...(done.tracking ? { tracking: done.tracking } : {}) });
    const quantityMilli = leaving.reduce((sum, line) => sum + line.quantityMilli, 0);
    await this.progress.say(tx, part.orderId, { kind: done.to, actor: done.actorName, data: { fulfilmentOrderId: part.id, locationId: part.locationId, quantityMilli, ...(done.tracking ?? {}) } });
    await publish(tx, { type: PartFulfilled, key: part.orderId, payload: { orderId: part.orderId, fulfilmentOrderId: part.id, locationId: part.locationId, kind: part.kind, lines: leaving.map(({ serials: _, ...line }) => line) } });
    return ok(undefined);
  }
}
