/** @jest-environment jsdom */
import { fireEvent, render, screen } from '@testing-library/react';
import { ChoiceList } from './choice-list';

const stores = [{ id: 'soho', label: 'London Soho', detail: 'Has everything' }, { id: 'leeds', label: 'Leeds', detail: 'Has 1 of 2', isDisabled: true }];

describe('ChoiceList', () => {
  it('is a named group of radios, and one that is disabled cannot be chosen', () => {
    const onChange = jest.fn();
    render(<ChoiceList label="Store" choices={stores} value={null} onChange={onChange} />);
    expect(screen.getByRole('radiogroup', { name: 'Store' })).toBeTruthy();
    expect(screen.getByRole<HTMLInputElement>('radio', { name: /Leeds/ }).disabled).toBe(true);
    fireEvent.click(screen.getByRole('radio', { name: /London Soho/ }));
    expect(onChange.mock.calls[0]?.[0]).toBe('soho');
  });

  it('says what is wrong and marks the group', () => {
    render(<ChoiceList label="Store" choices={stores} value={null} onChange={jest.fn()} error="Choose a store." />);
    expect(screen.getByRole('radiogroup').getAttribute('aria-invalid')).toBe('true');
    expect(screen.getByText('Choose a store.')).toBeTruthy();
  });
});
