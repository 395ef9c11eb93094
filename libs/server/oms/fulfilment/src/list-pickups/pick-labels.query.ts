import { Injectable } from '@nestjs/common';
import type { PickupLine } from '@oneshelf/contracts';
import { inWalkOrder } from '@oneshelf/domain-inventory';
import { SoldBundles } from '@oneshelf/server-inventory/bundles';
import { LotsToTakeQuery } from '@oneshelf/server-inventory/goods';
import { BinPlaces } from '@oneshelf/server-inventory/work';
import type { Order } from '@oneshelf/server-orders';
import type { Part } from '../part.repository';

type PartLine = Part['lines'][number];

/** What a hand at the shelf needs beside the product: where it stands, what a bundle is made of, which lots go first. */
type PickLabel = Pick<PickupLine, 'bin' | 'components' | 'lots'>;

export interface LabelledPart {
  /** In walk order. */
  lines: (PartLine & PickLabel)[];
}

@Injectable()
export class PickLabels {
  constructor(
    private readonly bins: BinPlaces,
    private readonly bundles: SoldBundles,
    private readonly lots: LotsToTakeQuery,
  ) {}

  /** By part. Statements: 2, and 1 for each place. */
  async of(parts: Part[], orders: ReadonlyMap<string, Order>): Promise<Map<string, LabelledPart>> {
    const toPick = parts.filter(({ status }) => status === 'to_pick' || status === 'picking').flatMap((part) => part.lines.map((line) => ({
      id: line.id, variantId: line.variantId, locationId: part.locationId, channelCode: orders.get(part.orderId)?.channelCode ?? '', quantityMilli: line.quantityMilli - line.shortMilli,
    })));
    const [bins, componentsOf, lots] = await Promise.all([this.homesOf(parts), this.bundles.of(parts.map((part) => part.orderId)), this.lots.run(toPick, new Date())]);
    return new Map(parts.map((part) => {
      const homes = bins.get(part.locationId);
      const lines = inWalkOrder(part.lines, ({ variantId }) => homes?.get(variantId)).map((line) => {
        const components = componentsOf(part.orderId, line.variantId);
        return { ...line, bin: homes?.get(line.variantId)?.code, ...(components ? { components } : {}), ...(lots.has(line.id) ? { lots: lots.get(line.id) } : {}) };
      });
      return [part.id, { lines }];
    }));
  }

  /** By location: where each product of its parts stands. */
  private async homesOf(parts: Part[]) {
    const places = [...new Set(parts.map(({ locationId }) => locationId))];
    const homes = await Promise.all(places.map((locationId) => this.bins.homes(locationId, parts.flatMap((part) => (part.locationId === locationId ? part.lines.map(({ variantId }) => variantId) : [])))));
    return new Map(places.map((locationId, index) => [locationId, homes[index]]));
  }
}
