'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { api } from '../../../api';
import { stockBreaches } from './stock-watch-queries';

type Place = { variantId: string; locationId: string };
export type Looked = { levels: number; breaches: number };

/** Has every level looked at, a thousand at a time, and says how far it is; it can be stopped between two steps. */
export function useLookAtAll(onDone: (looked: Looked) => void) {
  const client = useQueryClient();
  const [looked, setLooked] = useState<Looked>({ levels: 0, breaches: 0 });
  const isStopped = useRef(false);
  const look = useMutation({
    mutationFn: async () => {
      isStopped.current = false;
      let sum: Looked = { levels: 0, breaches: 0 };
      let after: Place | null = null;
      do {
        const step: Looked & { next: Place | null } = await api.post('/api/stock/breaches/look', { body: { after } });
        sum = { levels: sum.levels + step.levels, breaches: sum.breaches + step.breaches };
        setLooked(sum);
        after = step.next;
      } while (after !== null && !isStopped.current);
      return sum;
    },
    onSuccess: onDone,
    onSettled: () => client.invalidateQueries({ queryKey: stockBreaches.queryKey }),
  });
  return { start: () => { setLooked({ levels: 0, breaches: 0 }); look.mutate(); }, stop: () => { isStopped.current = true; }, isLooking: look.isPending, error: look.error, looked };
}
