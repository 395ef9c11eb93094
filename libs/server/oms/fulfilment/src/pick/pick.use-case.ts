import { Injectable } from '@nestjs/common';
import { PickupReady, type PickRequest } from '@oneshelf/contracts';
import { ok, refuse, type Result } from '@oneshelf/domain-kernel';
import { publish, Transactions, type Tx } from '@oneshelf/platform';
import { RecordProgressUseCase } from '@oneshelf/server-orders';
import { OpenPart, type OpenPartRefusal } from '../open-part';
import { type Part, PartRepository } from '../part.repository';

export type PickRefusal = OpenPartRefusal | { kind: 'unknown_line'; lineId: string } | { kind: 'picked_too_many'; lineId: string; leftMilli: number } | { kind: 'shelf_missing' };

/** Units are taken from the shelf. With the last of them and a place to keep them the part is ready, and the customer is told. */
@Injectable()
export class PickUseCase {
  constructor(
    private readonly transactions: Transactions,
    private readonly opening: OpenPart,
    private readonly parts: PartRepository,
    private readonly progress: RecordProgressUseCase,
  ) {}

  /** `pickedMilli` is a line's total so far, so the same request twice counts once. */
  run(input: PickRequest & { id: string; locationId: string; actor: string }): Promise<Result<void, PickRefusal>> {
    return this.transactions.run<void, PickRefusal>(async (tx) => {
      const opened = await this.opening.run(tx, { id: input.id, locationId: input.locationId, statuses: ['to_pick', 'picking', 'ready'] });
      if (!opened.ok) return opened;
      const { part } = opened.value;
      const picked = new Map(part.lines.map((line) => [line.id, line.pickedMilli]));
      for (const { lineId, pickedMilli } of input.lines) {
        const line = part.lines.find((one) => one.id === lineId);
        if (!line) return refuse({ kind: 'unknown_line', lineId });
        const leftMilli = line.quantityMilli - line.shortMilli;
        if (pickedMilli > leftMilli) return refuse({ kind: 'picked_too_many', lineId, leftMilli });
        picked.set(lineId, pickedMilli);
      }
      const complete = part.lines.every((line) => (picked.get(line.id) ?? 0) + line.shortMilli === line.quantityMilli) && [...picked.values()].some((quantity) => quantity > 0);
      if (part.status === 'ready') return complete ? ok(undefined) : refuse({ kind: 'wrong_status', status: 'ready' });
      const isPickup = part.kind === 'pickup';
      if (complete && isPickup && !input.shelf) return refuse({ kind: 'shelf_missing' });
      await this.parts.count(tx, input.lines);
      const pickedBy = input.staffName ?? input.actor;
      if (complete && isPickup && input.shelf) return ok(await this.markReady(tx, part, { shelf: input.shelf, pickedBy }));
      await this.parts.move(tx, part.id, { from: ['to_pick', 'picking'], to: 'picking', pickedBy });
      return ok(undefined);
    });
  }

  private async markReady(tx: Tx, part: Part, { shelf, pickedBy }: { shelf: string; pickedBy: string }): Promise<void> {
    await this.parts.move(tx, part.id, { from: ['to_pick', 'picking'], to: 'ready', shelf, pickedBy });
    const quantityMilli = part.lines.reduce((sum, line) => sum + line.quantityMilli - line.shortMilli, 0);
    await this.progress.say(tx, part.orderId, { kind: 'ready', actor: pickedBy, data: { fulfilmentOrderId: part.id, locationId: part.locationId, shelf, quantityMilli } });
    await publish(tx, { type: PickupReady, key: part.orderId, payload: { orderId: part.orderId, fulfilmentOrderId: part.id, locationId: part.locationId } });
  }
}
