'use client';
import { useCallback, useMemo } from 'react';
import { parseBasket, type Basket } from './basket';
import { useShop } from './shop-context';
import { readKept, useKept } from './use-kept';

/** The basket of this browser, one per market; every tab sees the same. Undefined until the browser has been asked. */
export function useBasket(): [Basket | undefined, (change: (basket: Basket) => Basket) => void] {
  const key = `oneshelf.basket.${useShop().market}`;
  const [text, write] = useKept(key);
  const basket = useMemo(() => (text === undefined ? undefined : parseBasket(text)), [text]);
  const change = useCallback((next: (basket: Basket) => Basket) => write(JSON.stringify(next(parseBasket(readKept(key))))), [key, write]);
  return [basket, change];
}
