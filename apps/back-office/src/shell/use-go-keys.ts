'use client';
import { useEffect } from 'react';
import { navItems } from './nav-items';
import { areSingleKeysOn } from './single-keys';

const chordMs = 1000;

/** `g`, then `o`, `p` or `s` within a second, goes to orders, prices or stock. Never while somebody types or a dialog is open. */
export function useGoKeys(go: (href: string) => void): void {
  useEffect(() => {
    let pressedAtMs = -Infinity;
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || !areSingleKeysOn() || isBusy(event.target)) return;
      const isSecond = event.timeStamp - pressedAtMs < chordMs;
      pressedAtMs = event.key === 'g' ? event.timeStamp : -Infinity;
      const item = isSecond ? navItems.find((each) => each.goKey === event.key) : undefined;
      if (item === undefined) return;
      event.preventDefault();
      go(item.href);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [go]);
}

/** Fields, grids and menus take letters for themselves. */
function isBusy(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input, textarea, select, [contenteditable], [role=grid], [role=menu], [role=listbox], [role=dialog]') !== null;
}
