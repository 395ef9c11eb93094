import { Injectable } from '@nestjs/common';
import { PushFacts } from '@oneshelf/server-marketplace';
import { OrganisationDirectory } from '@oneshelf/server-organisation';
import { CancelRates } from '../observe-isv/cancel-rates.query';
import { type Concern, row, SHOWN_ROWS } from './concern';

/** Of fewer orders one is already more than any line. */
const FEWEST_ORDERS = 20;

/** Numbers that travel too slowly, and orders that were cancelled for want of goods. */
@Injectable()
export class LateConcerns {
  constructor(
    private readonly pushes: PushFacts,
    private readonly cancels: CancelRates,
    private readonly organisation: OrganisationDirectory,
  ) {}

  async run(now: Date, rule: { lagSeconds: number; cancelBasisPoints: number }): Promise<Concern[]> {
    const [overdue, rates, { channels }] = await Promise.all([this.pushes.overdue(new Date(now.getTime() - rule.lagSeconds * 1000), SHOWN_ROWS), this.cancels.run(now), this.organisation.read()]);
    const above = rates.filter((rate) => rate.orders >= FEWEST_ORDERS && rate.rateBasisPoints > rule.cancelBasisPoints);
    return [
      { kind: 'slow_pushes', count: overdue.count, href: '/stock/isv', rows: overdue.first.map((push) => row({ id: push.id, subject: push.sku, place: push.channelCode, reason: 'slow_push', at: push.wishedAt.toISOString(), href: `/stock/isv/${push.variantId}` })) },
      { kind: 'cancel_rates', count: above.length, href: '/stock/isv', rows: above.slice(0, SHOWN_ROWS).map((rate) => row({ id: rate.channelCode, subject: channels.get(rate.channelCode)?.name ?? rate.channelCode, reason: 'many_cancels', at: now.toISOString(), href: `/stock/isv?channel=${encodeURIComponent(rate.channelCode)}#cancels` })) },
    ];
  }
}
