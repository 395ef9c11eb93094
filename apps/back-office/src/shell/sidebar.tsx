'use client';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import type { SignedInUser } from '../signed-in-user';
import { navItemOf, navItems } from './nav-items';
import { UserBlock } from './user-block';

/** The dark rail at the left: the rooms of the office, and who is in it. */
export function Sidebar({ user }: { user: SignedInUser | undefined }) {
  const t = useTranslations('shell');
  const current = navItemOf(usePathname());
  return (
    <header className="office-side">
      <p className="office-mark">
        {t('product')}
        <span>{t('office')}</span>
      </p>
      <nav aria-label={t('navigation')} className="office-nav">
        <ul>
          {navItems.map((item) => (
            <li key={item.id}>
              <Link href={item.href} aria-current={item === current ? 'page' : undefined} className="office-link">
                <item.icon size={18} aria-hidden="true" />
                {t(`nav.${item.id}`)}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      {user === undefined ? null : <UserBlock user={user} />}
    </header>
  );
}
