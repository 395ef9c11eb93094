'use client';
import { usePathname } from 'next/navigation';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import styles from './stock-nav.module.css';

const groups = [
  { group: 'held', rooms: [{ id: 'levels', href: '/stock' }, { id: 'sheet', href: '/stock/sheet' }, { id: 'lots', href: '/stock/lots' }, { id: 'serials', href: '/stock/serials' }, { id: 'bins', href: '/stock/bins' }] },
  { group: 'work', rooms: [{ id: 'transfers', href: '/stock/transfers' }, { id: 'counts', href: '/stock/counts' }, { id: 'sort', href: '/stock/to-sort' }, { id: 'corrections', href: '/stock/corrections' }] },
  { group: 'promised', rooms: [{ id: 'promises', href: '/stock/promises' }, { id: 'pools', href: '/stock/pools' }, { id: 'isv', href: '/stock/isv' }] },
  { group: 'control', rooms: [{ id: 'valuation', href: '/stock/valuation' }, { id: 'watch', href: '/stock/watch' }] },
] as const;

/** The rooms of stock, above each of their screens: what is held, the work on it, what is promised of it, and the control. */
export function StockNav() {
  const t = useTranslations('stock-work.nav');
  const pathname = usePathname();
  return (
    <nav className={styles.nav} aria-label={t('label')}>
      {groups.map(({ group, rooms }) => (
        <div key={group} role="group" aria-label={t(`groups.${group}`)} className={styles.group}>
          {rooms.map(({ id, href }) => <Link key={id} href={href} aria-current={pathname === href || (href !== '/stock' && pathname.startsWith(`${href}/`)) ? 'page' : undefined}>{t(id)}</Link>)}
        </div>
      ))}
    </nav>
  );
}
