import { createHash } from 'node:crypto';
import { receiptToken } from './receipt-token';

describe('receiptToken', () => {
  it('is what the server reckons of the same sale, and another for another', async () => {
    const sale = { saleId: '01900000-0000-7000-8000-000000000001', hash: 'a'.repeat(64) };
    const expected = createHash('sha256').update(`receipt|${sale.saleId}|${sale.hash}`).digest().subarray(0, 18).toString('base64url');
    expect(await receiptToken(sale)).toBe(expected);
    expect(expected).toMatch(/^[A-Za-z0-9_-]{24}$/);
    expect(await receiptToken({ ...sale, hash: 'b'.repeat(64) })).not.toBe(expected);
  });
});
