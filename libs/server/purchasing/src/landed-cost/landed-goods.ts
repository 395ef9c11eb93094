import { Injectable } from '@nestjs/common';
import { VariantDirectory } from '@oneshelf/server-catalog';
import { RevalueStockUseCase } from '@oneshelf/server-inventory/goods';

/** What of the goods a landed cost asks for and changes. */
@Injectable()
export class LandedGoods {
  constructor(
    readonly variants: VariantDirectory,
    readonly revalue: RevalueStockUseCase,
  ) {}
}
