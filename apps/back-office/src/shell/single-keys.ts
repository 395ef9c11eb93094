'use client';
import { useSyncExternalStore } from 'react';

const storageKey = 'single-keys';
const changed = 'single-keys-changed';

/** Whether keys without Ctrl act (WCAG 2.1.4: a person must be able to turn them off). Kept in this browser. */
export function useSingleKeys(): [boolean, (areOn: boolean) => void] {
  const areOn = useSyncExternalStore(subscribe, areSingleKeysOn, () => true);
  const set = (next: boolean) => {
    localStorage.setItem(storageKey, next ? 'on' : 'off');
    window.dispatchEvent(new Event(changed));
  };
  return [areOn, set];
}

export const areSingleKeysOn = (): boolean => localStorage.getItem(storageKey) !== 'off';

function subscribe(listener: () => void): () => void {
  window.addEventListener(changed, listener);
  window.addEventListener('storage', listener);
  return () => {
    window.removeEventListener(changed, listener);
    window.removeEventListener('storage', listener);
  };
}
