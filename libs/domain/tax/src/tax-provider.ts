import type { Result } from '@oneshelf/domain-kernel';
import type { TaxTableRate } from './choose-tax-rates';
import { taxSale, type TaxSaleAnswer, type TaxSaleRefusal, type TaxSaleRequest } from './tax-sale';

/** Whoever knows the tax of a sale: our own tables, or a service that is asked over the network. */
export interface TaxProvider {
  taxOf(request: TaxSaleRequest): Promise<Result<TaxSaleAnswer, TaxSaleRefusal>>;
}

/** The default: our own tables, without asking anybody. */
export const taxTables = (rates: readonly TaxTableRate[]): TaxProvider => ({ taxOf: (request) => Promise.resolve(taxSale(request, rates)) });
