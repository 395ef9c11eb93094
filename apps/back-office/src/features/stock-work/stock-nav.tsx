'use client';
import { usePathname } from 'next/navigation';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import styles from './stock-work.module.css';

const rooms = [
  { id: 'levels', href: '/stock' }, { id: 'sheet', href: '/stock/sheet' }, { id: 'transfers', href: '/stock/transfers' }, { id: 'counts', href: '/stock/counts' },
  { id: 'sort', href: '/stock/to-sort' }, { id: 'corrections', href: '/stock/corrections' }, { id: 'lots', href: '/stock/lots' }, { id: 'serials', href: '/stock/serials' }, { id: 'bins', href: '/stock/bins' },
  { id: 'promises', href: '/stock/promises' }, { id: 'pools', href: '/stock/pools' }, { id: 'isv', href: '/stock/isv' }, { id: 'valuation', href: '/stock/valuation' }, { id: 'watch', href: '/stock/watch' },
] as const;

/** The rooms of stock, above each of their screens. */
export function StockNav() {
  const t = useTranslations('stock-work.nav');
  const pathname = usePathname();
  return (
    <nav className={styles.nav} aria-label={t('label')}>
      {rooms.map(({ id, href }) => <Link key={id} href={href} aria-current={pathname === href || (href !== '/stock' && pathname.startsWith(`${href}/`)) ? 'page' : undefined}>{t(id)}</Link>)}
    </nav>
  );
}
