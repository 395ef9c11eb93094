import { pressKey, type KeypadKey, type KeypadRules } from '@oneshelf/ui';
import { useLayoutEffect, useRef } from 'react';
import { flushSync } from 'react-dom';
import { useTypedKeys } from '../../hardware/use-input';

const keyOf = (key: string): KeypadKey | null => (/^\d$/.test(key) ? (key as KeypadKey) : key === '.' || key === ',' ? 'separator' : key === 'Backspace' ? 'delete' : null);

/** The keyboard's digits go to the keypad's entry, Enter to its act; also those that were typed before the keypad was there. */
export function useTypedDigits({ entry, onChange, onEnter, rules }: { entry: string; onChange: (entry: string) => void; onEnter: () => void; rules: KeypadRules }): void {
  const latest = useRef({ entry, onEnter });
  useLayoutEffect(() => { latest.current = { entry, onEnter }; });
  useTypedKeys((typed) => {
    if (typed === 'Enter') return latest.current.onEnter();
    const key = keyOf(typed);
    if (!key) return;
    // At once: the next key, or the act, may come before React would have drawn this one, and must find it.
    flushSync(() => onChange(pressKey(latest.current.entry, key, rules)));
  });
}
