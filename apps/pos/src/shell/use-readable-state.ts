import { useCallback, useRef, useState } from 'react';

/** State whose newest value can be read before the next paint: two scans may come within one frame, and the second must see the first. */
export function useReadableState<Value>(first: () => Value): { value: Value; read: () => Value; set: (next: Value) => void } {
  const [value, setValue] = useState(first);
  const newest = useRef(value);
  const set = useCallback((next: Value) => {
    newest.current = next;
    setValue(next);
  }, []);
  const read = useCallback(() => newest.current, []);
  return { value, read, set };
}
