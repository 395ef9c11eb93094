import { useCallback, useEffect, useLayoutEffect, useMemo, useRef } from 'react';
import { holdInput, listenToInput, type Hold } from './input-queue';

/** Takes the scans for as long as the component is on the screen. */
export const useScan = (handler: (code: string) => void): void => useInput('scan', handler);

/** Takes the digits, separators, Backspace and Enter that are typed outside of fields: as `KeyboardEvent.key`. */
export const useTypedKeys = (handler: (key: string) => void): void => useInput('key', handler);

function useInput(kind: 'scan' | 'key', handler: (value: string) => void): void {
  const latest = useRef(handler);
  useLayoutEffect(() => { latest.current = handler; });
  useEffect(() => listenToInput(kind, (value) => latest.current(value)), [kind]);
}

/** Keeps what is typed and scanned from `begin` on, until `end` or until the component is gone and the next one listens. */
export function useHold(): { begin: () => void; end: Hold['end'] } {
  const hold = useRef<Hold | null>(null);
  const begin = useCallback(() => { hold.current ??= holdInput(); }, []);
  const end = useCallback<Hold['end']>((options) => {
    const count = hold.current?.end(options) ?? 0;
    hold.current = null;
    return count;
  }, []);
  // Not a layout effect: the next screen's listeners come in the same pass as this, and the keys must not come before them.
  useEffect(() => () => void end(), [end]);
  return useMemo(() => ({ begin, end }), [begin, end]);
}

/** Stands in for a screen that is still loading. */
export function HoldInput(): null {
  const { begin } = useHold();
  useLayoutEffect(begin, [begin]);
  return null;
}
