import { safeNext } from './safe-next';

describe('safeNext', () => {
  it.each(['/', '/orders?state=open', '/prices/1/review'])('keeps %p', (path) => {
    expect(safeNext(path)).toBe(path);
  });
  it.each([null, '', 'orders', 'https://evil.example', '//evil.example', '/\\evil.example', 'javascript:alert(1)', '/sign-in?next=/sign-in'])('refuses %p', (path) => {
    expect(safeNext(path)).toBe('/');
  });
});
