/** @jest-environment jsdom */
import { fireEvent, render, screen } from '@testing-library/react';
import { QuantityStepper, type QuantityStepperProps } from './quantity-stepper';

function show(props: Partial<QuantityStepperProps>) {
  const onChange = jest.fn();
  render(<QuantityStepper label="Quantity of socks" decreaseLabel="One less" increaseLabel="One more" locale="en" quantityMilli={2000} onChange={onChange} {...props} />);
  return { onChange, less: screen.getByRole('button', { name: 'One less' }), more: screen.getByRole('button', { name: 'One more' }) };
}

describe('QuantityStepper', () => {
  it('steps by one piece, in thousandths', () => {
    const { onChange, less, more } = show({});
    fireEvent.click(more);
    fireEvent.click(less);
    expect(onChange.mock.calls).toEqual([[3000], [1000]]);
  });

  it('stops at the bounds: the button is off and nothing is reported', () => {
    const { onChange, less } = show({ quantityMilli: 1000 });
    fireEvent.click(less);
    expect(less.hasAttribute('disabled')).toBe(true);
    expect(onChange).not.toHaveBeenCalled();
  });

  it('never steps past the maximum', () => {
    const { onChange, more } = show({ quantityMilli: 2500, maximumMilli: 3000 });
    fireEvent.click(more);
    expect(onChange.mock.calls).toEqual([[3000]]);
  });

  it('shows fractions in the reader’s notation', () => {
    show({ quantityMilli: 1250, locale: 'de' });
    expect(screen.getByRole('group', { name: 'Quantity of socks' }).querySelector('output')?.textContent).toBe('1,25');
  });
});
