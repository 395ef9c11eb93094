/** @jest-environment jsdom */
import { fireEvent, render, screen } from '@testing-library/react';
import { Keypad } from './keypad';

const labels = { label: 'Cash given', deleteLabel: 'Delete last digit', separatorLabel: 'Decimal separator', separator: ',' };

describe('Keypad', () => {
  it('hands out the next entry and holds none itself', () => {
    const onChange = jest.fn();
    render(<Keypad {...labels} fractionDigits={2} maximumDigits={8} entry="4" onChange={onChange} />);
    fireEvent.click(screen.getByRole('button', { name: '0' }));
    fireEvent.click(screen.getByRole('button', { name: 'Decimal separator' }));
    fireEvent.click(screen.getByRole('button', { name: 'Delete last digit' }));
    expect(onChange.mock.calls).toEqual([['40'], ['4.'], ['']]);
  });

  it('has no separator key where there are no fractions, and nothing to delete when empty', () => {
    render(<Keypad {...labels} fractionDigits={0} maximumDigits={4} entry="" onChange={jest.fn()} />);
    expect(screen.queryByRole('button', { name: 'Decimal separator' })).toBeNull();
    expect(screen.getByRole('button', { name: 'Delete last digit' }).hasAttribute('disabled')).toBe(true);
  });
});
