import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { ShopProvider } from '../../features/shop/shop-context';
import { ShopFrame } from '../../features/shop/shop-frame';
import { shopKeys } from '../../shop.config';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('shop');
  return { title: { absolute: `${t('name')} – ${t('title')}` } };
}

export default function ShopLayout({ children }: { children: ReactNode }) {
  return (
    <ShopProvider keys={shopKeys()}>
      <ShopFrame>{children}</ShopFrame>
    </ShopProvider>
  );
}
