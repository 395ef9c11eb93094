import { useEffect, useState } from 'react';

/** Whole seconds until an instant (ms since 1970), counted down while it lies ahead; 0 afterwards. */
export function useSecondsUntil(untilMs: number): number {
  const [now, setNow] = useState(() => Date.now());
  const isAhead = untilMs > now;
  useEffect(() => {
    if (untilMs <= Date.now()) return;
    const timer = setInterval(() => setNow(Date.now()), 500);
    return () => clearInterval(timer);
  }, [untilMs, isAhead]);
  useEffect(() => { setNow(Date.now()); }, [untilMs]);
  return Math.max(0, Math.ceil((untilMs - now) / 1000));
}
