import { useTranslations } from 'next-intl';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { LanguageSwitch } from '../../shell/language-switch';

/** The public shop: no sidebar, no sign-in, the shop's own head. */
export function ShopFrame({ children }: { children: ReactNode }) {
  const t = useTranslations('shop');
  return (
    <div className="shop">
      <header className="shop-bar">
        <Link href="/shop" className="shop-mark">{t('name')}</Link>
        <LanguageSwitch />
      </header>
      <main>{children}</main>
    </div>
  );
}
