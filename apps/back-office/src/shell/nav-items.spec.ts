import { existsSync } from 'node:fs';
import path from 'node:path';
import { navItemOf, navItems } from './nav-items';

describe('navItems', () => {
  it.each(navItems.map((item) => item.href))('%s leads to a page', (href) => {
    expect(existsSync(path.join(__dirname, '../app/(office)', href, 'page.tsx'))).toBe(true);
  });

  it.each([['/', 'today'], ['/orders/20418', 'orders'], ['/reports/day', 'reports'], ['/reports/week', 'reports'], ['/prices/1/review', 'prices']])('%s belongs to %s', (pathname, id) => {
    expect(navItemOf(pathname)?.id).toBe(id);
  });

  it('knows no entry for a path that only begins alike', () => {
    expect(navItemOf('/ordersheets')).toBeUndefined();
  });
});
