import { Injectable } from '@nestjs/common';
import { HoldStockUseCase, ReserveStockUseCase } from '@oneshelf/server-inventory';
import { PromiseStockUseCase } from '@oneshelf/server-inventory/promises';
import { AuthorisePaymentUseCase } from '@oneshelf/server-payments';
import { UsePromotionsUseCase } from '@oneshelf/server-pricing';

/** What an order takes of other modules as it is written: bundled, since a constructor takes five. */
@Injectable()
export class WriteOrderBase {
  constructor(
    readonly holds: HoldStockUseCase,
    readonly reserve: ReserveStockUseCase,
    readonly promising: PromiseStockUseCase,
    readonly authorise: AuthorisePaymentUseCase,
    readonly promotions: UsePromotionsUseCase,
  ) {}
}
