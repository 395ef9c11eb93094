'use client';
import { useCallback, useSyncExternalStore } from 'react';

const changed = 'oneshelf-kept';
// The tab's own copy, for a browser that keeps nothing (private windows, full storage).
const unsaved = new Map<string, string>();

/** What this browser keeps under a key, as text; null: nothing. */
export function readKept(key: string): string | null {
  try {
    return window.localStorage.getItem(key) ?? unsaved.get(key) ?? null;
  } catch {
    return unsaved.get(key) ?? null;
  }
}

function writeKept(key: string, text: string): void {
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

/** Text that this browser keeps; every tab sees the same. Undefined until the browser has been asked. */
export function useKept(key: string): [string | null | undefined, (text: string) => void] {
  const text = useSyncExternalStore(subscribe, () => readKept(key), () => undefined);
  const write = useCallback((next: string) => writeKept(key, next), [key]);
  return [text, write];
}
