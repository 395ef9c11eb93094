import { Injectable } from '@nestjs/common';
import { isSecured } from '@oneshelf/domain-payments';
import { refuse, type Result } from '@oneshelf/domain-kernel';
import type { Tx } from '@oneshelf/platform';
import { PaymentsOfOrder } from '@oneshelf/server-payments';

export type MoneyRefusal = { kind: 'payment_needed'; message: string };

/** Goods leave only against money (PAY-14). */
@Injectable()
export class MoneyCheck {
  constructor(private readonly payments: PaymentsOfOrder) {}

  async run(tx: Tx, orderId: string): Promise<Result<void, MoneyRefusal>> {
    if (isSecured(await this.payments.rows(orderId, tx), new Date())) return { ok: true, value: undefined };
    return refuse({ kind: 'payment_needed', message: 'The hold on the card of this order has ended, so it could not be charged. Nothing left the house; its customer is asked by mail to pay again. Try again when the order says that it is paid.' });
  }
}
