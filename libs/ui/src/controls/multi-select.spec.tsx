/** @jest-environment jsdom */
import { render, screen } from '@testing-library/react';
import { MultiSelect } from './multi-select';

const options = [{ id: 'web', label: 'Web' }, { id: 'till', label: 'Till' }];

describe('MultiSelect', () => {
  it('says what is chosen, or what none chosen means', () => {
    const shown = (values: string[]) => <MultiSelect label="Channels" placeholder="all channels" options={options} values={values} onChange={() => undefined} />;
    const { rerender } = render(shown([]));
    expect(screen.getByRole('button', { name: /Channels/ }).textContent).toBe('all channels');
    rerender(shown(['web', 'till']));
    expect(screen.getByRole('button', { name: /Channels/ }).textContent).toBe('Web and Till');
  });
});
