'use client';
import { useSearchParams } from 'next/navigation';
import { createContext, useContext, useMemo, type ReactNode } from 'react';
import { apiFetch, type ApiRequest } from '../../api';
import type { ShopKeys } from '../../shop.config';
import { shopHref, shopMarketOf, type ShopMarket } from './shop-market';

export type Shop = {
  market: ShopMarket;
  /** Asks the storefront API with the market's publishable key. */
  ask: <Answer>(path: `/api/storefront/${string}`, request?: ApiRequest) => Promise<Answer>;
  /** A page of the shop in this market. */
  href: (path: `/shop${string}`) => string;
};

const ShopContext = createContext<Shop | null>(null);

/** Which market the visitor shops in, by the URL, and how its storefront is asked. */
export function ShopProvider({ keys, children }: { keys: ShopKeys; children: ReactNode }) {
  const market = shopMarketOf(useSearchParams().get('market'));
  const key = keys[market];
  const shop = useMemo<Shop>(
    () => ({
      market,
      ask: (path, request = {}) => apiFetch(path, { ...request, headers: { 'x-oneshelf-key': key } }),
      href: (path) => shopHref(path, market),
    }),
    [market, key],
  );
  return <ShopContext value={shop}>{children}</ShopContext>;
}

export function useShop(): Shop {
  const shop = useContext(ShopContext);
  if (shop === null) throw new Error('useShop is used outside ShopProvider');
  return shop;
}
