'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { PriceCalendar } from '@oneshelf/contracts';
import { useTranslations } from 'next-intl';
import { sayDone, toasts } from '../../../toasts';
import { ofMarket } from '../review/review-queries';
import { scheduleAgain, unschedule } from './calendar-queries';

type Entry = PriceCalendar['items'][number];

/** Takes a scheduled version back, and puts it where it was when that was a mistake. */
export function useTakeBack(market: string, nameOf: (entry: Entry) => string) {
  const t = useTranslations('price-review.calendar');
  const client = useQueryClient();
  const refresh = () => Promise.all([client.invalidateQueries({ queryKey: ofMarket(market) }), client.invalidateQueries({ queryKey: ['price-books'] })]);
  const undo = useMutation({
    mutationFn: ({ entry, revision }: { entry: Entry; revision: number }) => scheduleAgain(market, { versionId: entry.id, revision, goesLiveAt: entry.local ?? entry.at }),
    onSuccess: (_answer, { entry }) => sayDone({ text: t('scheduledAgain', { name: nameOf(entry) }) }),
    onError: () => void toasts.add({ tone: 'waiting', text: t('noUndo') }, { timeout: 10_000 }),
    onSettled: refresh,
  });
  return useMutation({
    mutationFn: (entry: Entry) => unschedule(entry.id),
    onSuccess: ({ revision }, entry) => sayDone({ text: t('takenBack', { name: nameOf(entry) }), action: { label: t('undo'), onPress: () => undo.mutate({ entry, revision }) } }),
    onSettled: refresh,
  });
}
