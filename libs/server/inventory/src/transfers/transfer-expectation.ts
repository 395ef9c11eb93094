import { Injectable } from '@nestjs/common';
import { inTransitOf } from '@oneshelf/domain-inventory';
import type { Tx } from '@oneshelf/platform';
import { OrganisationDirectory } from '@oneshelf/server-organisation';
import { ExpectGoodsUseCase } from '../expect-goods/expect-goods.use-case';
import type { StoredTransfer } from './transfer.repository';

const USUAL_DAYS = 3;
const DAY_MS = 86_400_000;

/** Tells the receiver what is on the road to it: from shipping on, since before it the sender may still sell the goods. */
@Injectable()
export class TransferExpectation {
  constructor(
    private readonly expectGoods: ExpectGoodsUseCase,
    private readonly organisation: OrganisationDirectory,
  ) {}

  async say(tx: Tx, transfer: StoredTransfer, lines: StoredTransfer['lines']): Promise<void> {
    const { timeZone } = await this.organisation.location(transfer.toLocationId);
    const expectedAt = transfer.expectedAt ?? new Date(Date.now() + USUAL_DAYS * DAY_MS);
    const expectedOn = new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(expectedAt);
    await this.expectGoods.run(tx, {
      sourceKind: 'transfer', sourceId: transfer.id,
      lines: lines.flatMap((line) => (inTransitOf(line) > 0 ? [{ variantId: line.variantId, locationId: transfer.toLocationId, quantityMilli: inTransitOf(line), expectedOn }] : [])),
    });
  }
}
