import { Injectable } from '@nestjs/common';
import { PromiseStockUseCase } from '@oneshelf/server-inventory/promises';
import { AuthorisePaymentUseCase, CancelPaymentUseCase, PaymentsOfOrder } from '@oneshelf/server-payments';

/** What a renewed hold asks of other modules: bundled, since a constructor takes five. */
@Injectable()
export class RenewHoldBase {
  constructor(
    readonly payments: PaymentsOfOrder,
    readonly authorise: AuthorisePaymentUseCase,
    readonly cancelling: CancelPaymentUseCase,
    readonly promising: PromiseStockUseCase,
  ) {}
}
