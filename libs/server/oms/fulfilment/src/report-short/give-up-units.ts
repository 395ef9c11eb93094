import { Injectable } from '@nestjs/common';
import { UnitsUnavailable } from '@oneshelf/contracts';
import { type Actor, publish, type Tx } from '@oneshelf/platform';
import { ReleaseStockUseCase } from '@oneshelf/server-inventory';
import { RecordProgressUseCase } from '@oneshelf/server-orders';
import type { ShortUnits } from './short-units';

/** Units that nobody has: cancelled, never charged, off sale until somebody has counted; the customer is told. */
@Injectable()
export class GiveUpUnits {
  constructor(
    private readonly release: ReleaseStockUseCase,
    private readonly progress: RecordProgressUseCase,
  ) {}

  async run(tx: Tx, gone: { orderId: string; locationId: string; units: ShortUnits[]; actor: Actor; actorName: string }): Promise<void> {
    if (gone.units.length === 0) return;
    const lines = gone.units.map(({ line, quantityMilli }) => ({ orderLineId: line.orderLineId, variantId: line.variantId, quantityMilli }));
    await this.release.run(tx, {
      orderId: gone.orderId, lines: lines.map(({ orderLineId, quantityMilli }) => ({ orderLineId, quantityMilli, locationId: gone.locationId })), reason: 'not found when picking', actor: gone.actor, into: 'quality_control',
    });
    await this.progress.cancelled(tx, gone.orderId, lines);
    await this.progress.say(tx, gone.orderId, { kind: 'units_unavailable', actor: gone.actorName, data: { locationId: gone.locationId, lines: gone.units.map(({ line, quantityMilli, reason }) => ({ sku: line.sku, title: line.title, quantityMilli, reason })) } });
    await publish(tx, { type: UnitsUnavailable, key: gone.orderId, payload: { orderId: gone.orderId, lines } });
  }
}
