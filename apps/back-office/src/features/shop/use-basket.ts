'use client';
import { useCallback, useMemo, useSyncExternalStore } from 'react';
import { parseBasket, type Basket } from './basket';
import { useShop } from './shop-context';

const changed = 'oneshelf-basket';
const keyOf = (market: string) => `oneshelf.basket.${market}`;
// The tab's own copy, for a browser that keeps nothing (private windows, full storage).
const unsaved = new Map<string, string>();

function read(key: string): string | null {
  try {
    return window.localStorage.getItem(key) ?? unsaved.get(key) ?? null;
  } catch {
    return unsaved.get(key) ?? null;
  }
}

function write(key: string, text: string): void {
  unsaved.set(key, text);
  try {
    window.localStorage.setItem(key, text);
  } catch {
    // The copy above serves until the tab closes.
  }
  window.dispatchEvent(new Event(changed));
}

function subscribe(listener: () => void): () => void {
  window.addEventListener(changed, listener);
  window.addEventListener('storage', listener);
  return () => {
    window.removeEventListener(changed, listener);
    window.removeEventListener('storage', listener);
  };
}

/** The basket of this browser, one per market; every tab sees the same. Undefined until the browser has been asked. */
export function useBasket(): [Basket | undefined, (change: (basket: Basket) => Basket) => void] {
  const key = keyOf(useShop().market);
  const text = useSyncExternalStore(subscribe, () => read(key), () => undefined);
  const basket = useMemo(() => (text === undefined ? undefined : parseBasket(text)), [text]);
  const change = useCallback((next: (basket: Basket) => Basket) => write(key, JSON.stringify(next(parseBasket(read(key))))), [key]);
  return [basket, change];
}
