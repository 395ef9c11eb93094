import { pressKey, type KeypadKey, type KeypadRules } from '@oneshelf/ui';
import { useEffect, useRef } from 'react';
import { useScan } from '../../hardware/scans';

/** Longer than a scanner's gap: only then is a digit a person's. */
const settleMs = 50;

const keyOf = (key: string): KeypadKey | null => (/^\d$/.test(key) ? (key as KeypadKey) : key === '.' || key === ',' ? 'separator' : key === 'Backspace' ? 'delete' : null);

/** The keyboard's digits go to the keypad's entry, Enter to its act. The first digits of a scan are taken back. */
export function useTypedDigits({ entry, onChange, onEnter, rules }: { entry: string; onChange: (entry: string) => void; onEnter: () => void; rules: KeypadRules }): void {
  const latest = useRef({ entry, onChange, onEnter, rules });
  const waiting = useRef<{ keys: KeypadKey[]; timer?: ReturnType<typeof setTimeout> }>({ keys: [] });
  useEffect(() => { latest.current = { entry, onChange, onEnter, rules }; });
  useScan(() => { clearTimeout(waiting.current.timer); waiting.current.keys = []; });
  useEffect(() => {
    const flush = (): void => {
      const { keys } = waiting.current;
      waiting.current.keys = [];
      const next = keys.reduce((text, key) => pressKey(text, key, latest.current.rules), latest.current.entry);
      latest.current.entry = next;
      if (keys.length > 0) latest.current.onChange(next);
    };
    const listen = (event: KeyboardEvent): void => {
      const isInField = event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement;
      if (isInField || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === 'Enter' && !(event.target instanceof HTMLButtonElement)) {
        clearTimeout(waiting.current.timer);
        flush();
        return setTimeout(() => latest.current.onEnter()) && undefined;
      }
      const key = keyOf(event.key);
      if (!key) return;
      waiting.current.keys.push(key);
      clearTimeout(waiting.current.timer);
      waiting.current.timer = setTimeout(flush, settleMs);
    };
    addEventListener('keydown', listen);
    return () => { removeEventListener('keydown', listen); clearTimeout(waiting.current.timer); };
  }, []);
}
