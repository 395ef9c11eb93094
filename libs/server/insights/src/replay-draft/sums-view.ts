import type { SalesSumsContract } from '@oneshelf/contracts';
import { marginOfSales, type SalesSums, type TwoSums } from '@oneshelf/domain-pricing';

export const sumsOf = (sums: SalesSums): SalesSumsContract => ({ ...sums, marginBasisPoints: marginOfSales(sums) });

export const twoSums = ({ before, after }: TwoSums): { before: SalesSumsContract; after: SalesSumsContract } => ({ before: sumsOf(before), after: sumsOf(after) });
