'use client';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { DraftReplay } from '@oneshelf/contracts';
import { useEffect, useState } from 'react';
import { priceApproval, readReplay, startReplay } from './review-queries';

const LOOK_EVERY_MS = 400;

/** The replay of the market's open drafts: begun when the review is opened, again for another length, asked after until it is done. */
export function useReplay(market: string, { weeks, draftsKey }: { weeks: number; draftsKey: string }): { replay: DraftReplay | undefined; error: Error | null; again: () => void } {
  const client = useQueryClient();
  const [round, setRound] = useState(0);
  const begun = useQuery({ queryKey: ['draft-replay', market, draftsKey, weeks, round], queryFn: () => startReplay(market, weeks), staleTime: Infinity, gcTime: 0, retry: false, refetchOnWindowFocus: false });
  const id = begun.data?.id;
  const read = useQuery({
    queryKey: ['draft-replay', id], queryFn: () => readReplay(id ?? ''), enabled: id !== undefined && begun.data?.status === 'running', gcTime: 0, refetchOnWindowFocus: false,
    refetchInterval: (query) => (query.state.data?.status === 'done' || query.state.data?.status === 'failed' ? false : LOOK_EVERY_MS),
  });
  const replay = read.data ?? begun.data;
  const isDone = replay?.status === 'done';
  useEffect(() => {
    // The margin is one of the reasons for a second person.
    if (isDone) void client.invalidateQueries({ queryKey: priceApproval(market).queryKey });
  }, [client, isDone, id, market]);
  return { replay, error: begun.error ?? read.error, again: () => setRound((known) => known + 1) };
}
