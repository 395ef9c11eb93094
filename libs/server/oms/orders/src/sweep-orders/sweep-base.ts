import { Injectable } from '@nestjs/common';
import { Transactions } from '@oneshelf/platform';
import { PaymentsOfOrder } from '@oneshelf/server-payments';
import { CaptureOrderUseCase } from '../capture-order/capture-order.use-case';
import { FollowPaymentUseCase } from '../follow-payment/follow-payment.use-case';
import { RenewHoldUseCase } from '../renew-hold/renew-hold.use-case';

/** What the sweep asks: bundled, since a constructor takes five. */
@Injectable()
export class SweepBase {
  constructor(
    readonly following: FollowPaymentUseCase,
    readonly capture: CaptureOrderUseCase,
    readonly payments: PaymentsOfOrder,
    readonly transactions: Transactions,
    readonly renewing: RenewHoldUseCase,
  ) {}
}
