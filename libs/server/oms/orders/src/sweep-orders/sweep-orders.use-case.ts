import { Inject, Injectable } from '@nestjs/common';
import { type Database, DATABASE, LOGGER, system } from '@oneshelf/platform';
import type { Logger } from 'pino';
import { DropOrder } from '../cancel-order/drop-order';
import { OrderRepository } from '../order.repository';
import { SweepBase } from './sweep-base';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
/** A shopper who has not paid by then gives the units back. */
const PAY_WITHIN_MS = 15 * MINUTE_MS;

/** For the worker's schedule, each minute: orders whose payment got stuck are settled or cancelled, captures are asked about again. */
@Injectable()
export class SweepOrdersUseCase {
  constructor(
    private readonly orders: OrderRepository,
    private readonly dropping: DropOrder,
    private readonly base: SweepBase,
    @Inject(DATABASE) private readonly database: Database,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  async run(now: Date): Promise<{ settled: number; cancelled: number; waiting: number }> {
    const result = { settled: 0, cancelled: 0, waiting: 0 };
    for (const { id, placedAt } of await this.orders.pendingBefore(this.database, new Date(now.getTime() - MINUTE_MS))) {
      const progress = await this.base.following.run(id);
      const late = placedAt.getTime() < now.getTime() - PAY_WITHIN_MS;
      if (progress.kind === 'placed' || progress.kind === 'declined') result.settled += 1;
      // Without an answer the card may be on hold: the order waits until the provider speaks.
      else if (progress.kind === 'unavailable' || !late) result.waiting += 1;
      else if (await this.base.transactions.write((tx) => this.dropping.run(tx, { orderId: id, from: ['pending_payment'], kind: 'cancelled', reason: 'not_paid_in_time', actor: system('sweep') }))) result.cancelled += 1;
    }
    for (const orderId of await this.base.payments.capturingBefore(new Date(now.getTime() - MINUTE_MS))) {
      await this.base.capture.run(orderId).then(() => (result.settled += 1), (error: unknown) => {
        result.waiting += 1;
        this.logger.warn({ err: error, orderId }, 'a capture has no answer yet');
      });
    }
    await this.renew(now, result);
    return result;
  }

  /** Holds that end within a day, or have ended (PAY-13). */
  private async renew(now: Date, result: { settled: number; waiting: number }): Promise<void> {
    const ending = await this.base.payments.holdsEndingBefore(new Date(now.getTime() + DAY_MS));
    for (const orderId of new Set(ending.map((payment) => payment.orderId))) {
      await this.base.renewing.run(orderId, now).then((done) => (done === 'kept' ? undefined : (result.settled += 1)), (error: unknown) => {
        result.waiting += 1;
        this.logger.warn({ err: error, orderId }, 'a hold could not be asked for again yet');
      });
    }
  }
}
