import { liveQuery } from 'dexie';
import { useEffect, useState } from 'react';
import { waitingScans } from '../local/count-scans';
import { database } from '../local/runtime';

/** Scans of counts that the server does not have yet, kept up to date by the disk itself. */
export function useWaitingScans(): number {
  const [count, setCount] = useState(0);
  useEffect(() => {
    const reading = liveQuery(() => waitingScans(database)).subscribe(setCount);
    return () => reading.unsubscribe();
  }, []);
  return count;
}
