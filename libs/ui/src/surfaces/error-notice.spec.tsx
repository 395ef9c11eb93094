/** @jest-environment jsdom */
import { fireEvent, render, screen } from '@testing-library/react';
import { ErrorNotice } from './error-notice';

describe('ErrorNotice', () => {
  it('says what happened and what was not done, and copies the support id', async () => {
    const writeText = jest.fn(() => Promise.resolve());
    Object.defineProperty(navigator, 'clipboard', { value: { writeText }, configurable: true });
    render(<ErrorNotice happened="No product has barcode 999." notDone="Nothing was added." support={{ id: 'abc-1', label: 'Support id', copyLabel: 'Copy', copiedLabel: 'Copied' }} />);
    expect(screen.getByRole('alert').querySelector('p')?.textContent).toBe('No product has barcode 999. Nothing was added.');
    fireEvent.click(screen.getByRole('button', { name: 'Copy' }));
    expect(await screen.findByRole('button', { name: 'Copied' })).toBeTruthy();
    expect(writeText.mock.calls).toEqual([['abc-1']]);
  });
});
