/** @jest-environment jsdom */
import { act, fireEvent, render, screen } from '@testing-library/react';
import { Button } from './button';

describe('Button', () => {
  it('says its words with the amount or the count, not the key', () => {
    render(<Button amount="£533.58" keyHint="F9">Pay</Button>);
    expect(screen.getByRole('button', { name: 'Pay £533.58' })).toBeTruthy();
  });

  it('does nothing twice: while pending it neither presses nor submits, and keeps the focus', () => {
    const onPress = jest.fn();
    const onSubmit = jest.fn((event: { preventDefault: () => void }) => event.preventDefault());
    const form = (isPending: boolean) => <form onSubmit={onSubmit}><Button type="submit" onPress={onPress} isPending={isPending}>Sign in</Button></form>;
    const { rerender } = render(form(false));
    const button = screen.getByRole('button');
    act(() => button.focus());
    fireEvent.click(button);
    rerender(form(true));
    fireEvent.click(button);
    expect(onPress).toHaveBeenCalledTimes(1);
    expect(onSubmit).toHaveBeenCalledTimes(1);
    expect(button.getAttribute('aria-disabled')).toBe('true');
    expect(document.activeElement).toBe(button);
  });
});
