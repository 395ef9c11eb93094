'use client';
import { createApiClient, createApiQueries, type ApiClient } from '@oneshelf/api-client';
import { useSearchParams } from 'next/navigation';
import { createContext, useContext, useMemo, type ReactNode } from 'react';
import type { ShopKeys } from '../../shop.config';
import { shopHref, shopMarketOf, type ShopMarket } from './shop-market';

export type Shop = ReturnType<typeof createApiQueries> & {
  market: ShopMarket;
  /** The storefront API, asked with the market's publishable key. */
  api: ApiClient;
  /** A page of the shop in this market. */
  href: (path: `/shop${string}`) => string;
};

const ShopContext = createContext<Shop | null>(null);

/** Which market the visitor shops in, by the URL, and how its storefront is asked. */
export function ShopProvider({ keys, children }: { keys: ShopKeys; children: ReactNode }) {
  const market = shopMarketOf(useSearchParams().get('market'));
  const key = keys[market];
  const shop = useMemo<Shop>(() => {
    const api = createApiClient({ readTimeoutMs: 30_000, headers: () => ({ 'x-oneshelf-key': key }) });
    return { market, api, ...createApiQueries(api, ['shop', market]), href: (path) => shopHref(path, market) };
  }, [market, key]);
  return <ShopContext value={shop}>{children}</ShopContext>;
}

export function useShop(): Shop {
  const shop = useContext(ShopContext);
  if (shop === null) throw new Error('useShop is used outside ShopProvider');
  return shop;
}
