import { pressKey, type KeypadKey, type KeypadRules } from '@oneshelf/ui';
import { useEffect, useRef } from 'react';
import { useTypedKeys } from '../../hardware/use-input';

const keyOf = (key: string): KeypadKey | null => (/^\d$/.test(key) ? (key as KeypadKey) : key === '.' || key === ',' ? 'separator' : key === 'Backspace' ? 'delete' : null);

/** The keyboard's digits go to the keypad's entry, Enter to its act; also those that were typed before the keypad was there. */
export function useTypedDigits({ entry, onChange, onEnter, rules }: { entry: string; onChange: (entry: string) => void; onEnter: () => void; rules: KeypadRules }): void {
  const latest = useRef({ entry, onEnter });
  useEffect(() => { latest.current = { entry, onEnter }; });
  useTypedKeys((typed) => {
    // After the paint: the act reads the entry that the keys before it made.
    if (typed === 'Enter') return void setTimeout(() => latest.current.onEnter());
    const key = keyOf(typed);
    if (!key) return;
    const next = pressKey(latest.current.entry, key, rules);
    latest.current.entry = next;
    onChange(next);
  });
}
