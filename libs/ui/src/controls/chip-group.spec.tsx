/** @jest-environment jsdom */
import { fireEvent, render, screen } from '@testing-library/react';
import { ChipGroup } from './chip-group';

const chips = [{ id: 'all', label: 'All', count: 4 }, { id: 'ready', label: 'Ready', count: 2 }];

describe('ChipGroup', () => {
  it('is one choice, named as a group', () => {
    const onChange = jest.fn();
    render(<ChipGroup label="Show" chips={chips} value="all" onChange={onChange} />);
    expect(screen.getByRole('radiogroup', { name: 'Show' })).toBeTruthy();
    fireEvent.click(screen.getByRole('radio', { name: /Ready/ }));
    fireEvent.click(screen.getByRole('radio', { name: /All/ }));
    expect(onChange.mock.calls).toEqual([['ready']]);
  });

  it('gives null when the chosen one is chosen again and the group may be empty', () => {
    const onChange = jest.fn();
    render(<ChipGroup label="Show" chips={chips} value="all" onChange={onChange} canBeEmpty />);
    fireEvent.click(screen.getByRole('radio', { name: /All/ }));
    expect(onChange.mock.calls).toEqual([[null]]);
  });
});
