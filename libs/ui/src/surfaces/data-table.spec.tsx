/** @jest-environment jsdom */
import { render, screen } from '@testing-library/react';
import { DataTable, type DataColumn } from './data-table';

const columns: readonly DataColumn<{ sku: string; onHand: number }>[] = [
  { id: 'on-hand', header: 'On hand', align: 'end', cell: (row) => row.onHand },
  { id: 'sku', header: 'SKU', isRowHeader: true, cell: (row) => row.sku },
];

describe('DataTable', () => {
  it('names each row by its row header and sets numbers right', () => {
    render(<DataTable caption="Stock" columns={columns} rows={[{ sku: 'SWE-10003', onHand: 12 }]} rowKey={(row) => row.sku} />);
    expect(screen.getByRole('table', { name: 'Stock' })).toBeTruthy();
    expect(screen.getByRole('rowheader').textContent).toBe('SWE-10003');
    expect(screen.getByRole('cell', { name: '12' }).getAttribute('data-align')).toBe('end');
  });

  it('shows the empty state in place of a table without rows', () => {
    render(<DataTable caption="Stock" columns={columns} rows={[]} rowKey={(row) => row.sku} empty={<p>No stock yet</p>} />);
    expect(screen.getByText('No stock yet')).toBeTruthy();
    expect(screen.queryByRole('table')).toBeNull();
  });
});
