/** @jest-environment jsdom */
import { render, screen, within } from '@testing-library/react';
import { receiptRows } from './receipt-rows';
import { ReceiptView } from './receipt-view';
import { sampleReceipt } from './testing';

describe('ReceiptView', () => {
  it('shows the total beside its label, and the code as a picture named by its value', () => {
    render(<ReceiptView document={sampleReceipt} label="Receipt S-1047" />);
    const receipt = screen.getByRole('region', { name: 'Receipt S-1047' });
    expect(within(receipt).getByText('To pay').nextSibling?.textContent).toBe('£100.00');
    expect(within(receipt).getByRole('img', { name: 'S-1047' }).querySelector('svg')).not.toBeNull();
  });

  it('leaves out the unit price where one piece was sold', () => {
    const rows = receiptRows(sampleReceipt);
    expect(rows.filter((row) => row.kind === 'text' && row.text.includes('×'))).toEqual([
      { kind: 'text', text: '2 × £51.01', align: 'start', isSmall: true, isIndented: true },
    ]);
  });
});
