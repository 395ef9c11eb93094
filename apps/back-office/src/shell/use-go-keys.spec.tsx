/** @jest-environment jsdom */
import { fireEvent, renderHook } from '@testing-library/react';
import { useGoKeys } from './use-go-keys';

function pressed(target: Element | Window, ...keys: string[]): string[] {
  const go = jest.fn<undefined, [string]>();
  const { unmount } = renderHook(() => useGoKeys(go));
  for (const key of keys) fireEvent.keyDown(target, { key });
  unmount();
  return go.mock.calls.map(([href]) => href);
}

describe('useGoKeys', () => {
  beforeEach(() => localStorage.clear());

  it.each([['o', '/orders'], ['p', '/prices'], ['s', '/stock']])('g %s goes to %s', (key, href) => {
    expect(pressed(document.body, 'g', key)).toEqual([href]);
  });
  it('needs the g directly before', () => {
    expect(pressed(document.body, 'o', 'g', 'x', 'o')).toEqual([]);
  });
  it('leaves letters to a field', () => {
    const field = document.body.appendChild(document.createElement('input'));
    expect(pressed(field, 'g', 'o')).toEqual([]);
  });
  it('is silent when single keys are turned off', () => {
    localStorage.setItem('single-keys', 'off');
    expect(pressed(document.body, 'g', 'o')).toEqual([]);
  });
});
