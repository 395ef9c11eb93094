import { createHash } from 'node:crypto';

/** The link of a receipt in its till's chain; the till computes the same (see SalePayload in contracts). */
export const receiptHash = (sale: { previousHash: string; receiptNumber: string; saleId: string; totalMinor: number; soldAt: string }): string =>
  createHash('sha256').update([sale.previousHash, sale.receiptNumber, sale.saleId, sale.totalMinor, sale.soldAt].join('|')).digest('hex');
