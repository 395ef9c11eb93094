/** @jest-environment jsdom */
import { act, fireEvent, render, screen } from '@testing-library/react';
import { ToastRegion } from './toast-region';
import { createToasts } from './toasts';

describe('ToastRegion', () => {
  it('undoes once and goes away', () => {
    const toasts = createToasts();
    const undo = jest.fn();
    render(<ToastRegion toasts={toasts} label="Messages" closeLabel="Close" />);
    act(() => { toasts.add({ text: 'Book archived.', action: { label: 'Undo', onPress: undo } }); });
    fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
    expect(undo).toHaveBeenCalledTimes(1);
    expect(screen.queryByText('Book archived.')).toBeNull();
  });
});
