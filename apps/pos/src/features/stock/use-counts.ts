import { liveQuery } from 'dexie';
import { useEffect, useState } from 'react';
import { countsAtHand, type CountAtHand } from '../../local/count-scans';
import { database } from '../../local/runtime';
import { sendScans } from '../../local/till';

const refreshMs = 10_000;

/** The counts of this place as the till knows them, kept fresh while the screen is open; null until the disk was read. */
export function useCounts(): CountAtHand | null {
  const [atHand, setAtHand] = useState<CountAtHand | null>(null);
  useEffect(() => {
    const reading = liveQuery(() => countsAtHand(database)).subscribe(setAtHand);
    void sendScans();
    const timer = setInterval(() => void sendScans(), refreshMs);
    return () => { reading.unsubscribe(); clearInterval(timer); };
  }, []);
  return atHand;
}
