import type { ReceiptDocument } from './receipt-document';

/** A sale with every part that a receipt can have: 2 × 51.01 with 10 % off, one item, gift card and cash. */
export const sampleReceipt: ReceiptDocument = {
  locale: 'en-GB',
  currency: 'GBP',
  header: { title: 'Fieldhouse London Soho', lines: ['12 Broadwick Street', 'VAT GB 123 4567 89'] },
  notice: 'COPY',
  facts: [{ label: 'Receipt', value: 'S-1047' }],
  lines: [
    { name: 'Charger, Teal', details: ['CHA-10231'], quantityMilli: 2000, unitAmountMinor: 5101, amountMinor: 10202, discounts: [{ label: 'Autumn, 10% off', amountMinor: -1020 }] },
    { name: 'Ribbed socks', quantityMilli: 1000, unitAmountMinor: 900, amountMinor: 900 },
  ],
  subtotal: { label: '3 items', amountMinor: 10082 },
  discounts: [{ label: 'Staff', amountMinor: -82 }],
  total: { label: 'To pay', amountMinor: 10000 },
  taxes: [{ label: 'VAT 20% in 83.33', amountMinor: 1667 }],
  tenders: [{ label: 'Gift card', amountMinor: 2500, details: ['··4471'] }, { label: 'Cash', amountMinor: 8000 }],
  change: { label: 'Change', amountMinor: 500 },
  footer: ['Returns within 30 days'],
  code: { value: 'S-1047', caption: 'Scan to return' },
};
