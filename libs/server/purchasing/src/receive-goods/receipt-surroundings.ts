import { Injectable } from '@nestjs/common';
import { NameLotsUseCase } from '@oneshelf/server-inventory/goods';
import { OrganisationDirectory } from '@oneshelf/server-organisation';
import { ExpectOrder } from '../expect-order';
import type { PurchaseOrder } from '../purchase-order';
import { ReceivedPieces } from './received-pieces';
import { ReceivedWeights } from './received-weights';

/** What of the house a receipt needs besides the order. */
@Injectable()
export class ReceiptSurroundings {
  constructor(
    readonly expect: ExpectOrder,
    readonly lots: NameLotsUseCase,
    readonly pieces: ReceivedPieces,
    readonly weights: ReceivedWeights,
    private readonly organisation: OrganisationDirectory,
  ) {}

  async currencyOf(order: PurchaseOrder): Promise<string> {
    return (await this.organisation.market(order.marketCode)).currency;
  }
}
