'use client';
import { ShoppingBasket } from 'lucide-react';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { LanguageSwitch } from '../../shell/language-switch';
import { basketUnits } from './basket';
import { useShop } from './shop-context';
import { shopHref, shopMarkets } from './shop-market';
import { useBasket } from './use-basket';

/** The public shop: no sidebar, no sign-in, the shop's own head with market, language and basket. */
export function ShopFrame({ children }: { children: ReactNode }) {
  const t = useTranslations('shop');
  const { href, market } = useShop();
  const [basket] = useBasket();
  return (
    <div className="shop">
      <a href="#shop-page" className="office-skip">{t('skip')}</a>
      <header className="shop-bar">
        <Link href={href('/shop')} className="shop-mark">{t('name')}</Link>
        <div className="shop-bar-acts">
          <nav aria-label={t('markets.label')} className="shop-markets">
            {shopMarkets.map((each) => <Link key={each} href={shopHref('/shop', each)} aria-current={each === market ? 'true' : undefined}>{t(`markets.${each}`)}</Link>)}
          </nav>
          <LanguageSwitch />
          <Link href={href('/shop/basket')} className="shop-basket-link">
            <ShoppingBasket size={18} aria-hidden="true" />
            {t('basket.link', { units: basketUnits(basket ?? []) })}
          </Link>
        </div>
      </header>
      <main id="shop-page" tabIndex={-1}>{children}</main>
      <footer className="shop-foot">{t('demo')}</footer>
    </div>
  );
}
