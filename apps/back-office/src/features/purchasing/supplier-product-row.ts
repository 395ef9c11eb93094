import type { SupplierDetail } from '@oneshelf/contracts';

/** One product that a supplier sells us. */
export type SupplierProductRow = SupplierDetail['products'][number];
