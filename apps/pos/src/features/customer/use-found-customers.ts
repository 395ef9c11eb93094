import { useEffect, useState } from 'react';
import type { TillCustomer } from '@oneshelf/contracts';
import { amongKept, recentCustomers } from '../../local/customers';
import { useLive } from '../../local/live';
import { online } from '../../local/online';

const pauseMs = 250;
const shortest = 2;

export interface FoundHere {
  items: TillCustomer[];
  /** asking: on its way; all: the server's word; kept: only those of this till. */
  from: 'asking' | 'all' | 'kept';
  hasMore: boolean;
}

/** Customers that the words mean: those that this till keeps at once, all of them when the server has answered. */
export function useFoundCustomers(words: string, isConnected: boolean): FoundHere {
  const kept = useLive(recentCustomers) ?? [];
  const [answer, setAnswer] = useState<{ words: string; items: TillCustomer[] | null; hasMore: boolean } | null>(null);
  const text = words.trim();
  const isAsked = isConnected && text.length >= shortest;
  useEffect(() => {
    if (!isAsked) return;
    let isLatest = true;
    const timer = setTimeout(() => {
      void online.findCustomers(text).then(
        ({ items, hasMore }) => { if (isLatest) setAnswer({ words: text, items, hasMore }); },
        () => { if (isLatest) setAnswer({ words: text, items: null, hasMore: false }); },
      );
    }, pauseMs);
    return () => { isLatest = false; clearTimeout(timer); };
  }, [text, isAsked]);
  const here = amongKept(kept, text).slice(0, 20);
  if (!isAsked) return { items: here, from: 'kept', hasMore: false };
  if (answer?.words !== text) return { items: here, from: 'asking', hasMore: false };
  return answer.items ? { items: answer.items, from: 'all', hasMore: answer.hasMore } : { items: here, from: 'kept', hasMore: false };
}
