import { receiptToText } from './receipt-to-text';
import { sampleReceipt } from './testing';

describe('receiptToText', () => {
  it('prints every part in order, amounts at the right edge', () => {
    expect(receiptToText(sampleReceipt, 32).split('\n')).toEqual([
      '     Fieldhouse London Soho',
      '      12 Broadwick Street',
      '       VAT GB 123 4567 89',
      '          *** COPY ***',
      'Receipt                   S-1047',
      '--------------------------------',
      'Charger, Teal            £102.02',
      '  CHA-10231',
      '  2 × £51.01',
      '  Autumn, 10% off        -£10.20',
      'Ribbed socks               £9.00',
      '--------------------------------',
      '3 items                  £100.82',
      'Staff                     -£0.82',
      '================================',
      'To pay                   £100.00',
      'Gift card                 £25.00',
      '  ··4471',
      'Cash                      £80.00',
      'Change                     £5.00',
      '--------------------------------',
      'VAT 20% in 83.33          £16.67',
      '--------------------------------',
      '     Returns within 30 days',
      '             S-1047',
      '         Scan to return',
    ]);
  });

  it('wraps a long name and keeps the amount on its last line', () => {
    const long = { ...sampleReceipt, lines: [{ name: 'Merino sweater with a very long name', quantityMilli: 1000, unitAmountMinor: 900, amountMinor: 900 }] };
    const lines = receiptToText(long, 32).split('\n');
    expect(lines.slice(6, 8)).toEqual(['Merino sweater with a very', 'long name                  £9.00']);
  });

  it.each([32, 42, 48])('never exceeds %i characters, whatever the words', (width) => {
    const wild = { ...sampleReceipt, lines: [{ name: 'X'.repeat(120), quantityMilli: 1000, unitAmountMinor: 123_456_789_00, amountMinor: 123_456_789_00 }] };
    expect(receiptToText(wild, width).split('\n').filter((line) => line.length > width)).toEqual([]);
  });

  it('replaces no-break spaces, which code pages of printers lack', () => {
    const german = { ...sampleReceipt, locale: 'de-DE', currency: 'EUR' };
    const text = receiptToText(german, 42);
    expect(text).toContain('102,02 €');
    expect(text).not.toMatch(/[\u00a0\u202f]/);
  });
});
