/** @jest-environment jsdom */
import { act, renderHook } from '@testing-library/react';
import { searchWith, useUrlState } from './use-url-state';

jest.mock('next/navigation', () => ({ useSearchParams: () => new URLSearchParams(window.location.search) }));

describe('useUrlState', () => {
  it('reads the URL, writes beside other filters, and leaves the default out', () => {
    window.history.replaceState(null, '', '/orders?page=2');
    const before = window.history.length;
    const { result, rerender } = renderHook(() => useUrlState('state', 'all'));
    expect(result.current[0]).toBe('all');
    act(() => result.current[1]('open'));
    rerender();
    expect(result.current[0]).toBe('open');
    expect(window.location.search).toBe('?page=2&state=open');
    act(() => result.current[1]('all'));
    expect(window.location.search).toBe('?page=2');
    expect(window.history.length).toBe(before);
  });
});

describe('searchWith', () => {
  it('takes the last parameter away together with the question mark', () => {
    expect(searchWith('?state=open', { key: 'state', value: null })).toBe('');
  });
});
