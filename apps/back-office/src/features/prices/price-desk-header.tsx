'use client';
import { useQuery } from '@tanstack/react-query';
import type { PriceSheetTable } from '@oneshelf/contracts';
import { Button, TicketHeader, type TicketFact } from '@oneshelf/ui';
import { useFormatter, useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useSyncExternalStore } from 'react';
import { DiscardDraft } from './discard-draft';
import type { DraftSaver } from './draft-saver';
import { priceBooks } from './price-queries';
import type { SheetCompany } from './sheet-watcher';
import type { SheetStore } from './sheet/sheet-store';
import { useMarket } from './use-market';
import { useGoLiveWords } from './use-go-live-words';

const FIRST_VERSION = (): number => 0;

interface PriceDeskHeaderProps {
  readonly data: PriceSheetTable;
  readonly name: string;
  readonly store: SheetStore;
  readonly saver: DraftSaver;
  readonly company: SheetCompany;
}

/** How the draft stands, who else is in it, and the ways on: review it or throw it away. */
export function PriceDeskHeader({ data, name, store, saver, company }: PriceDeskHeaderProps) {
  const t = useTranslations('prices.sheet');
  const prices = useTranslations('prices');
  const shell = useTranslations('shell');
  const format = useFormatter();
  const router = useRouter();
  useSyncExternalStore(store.subscribe, store.getVersion, FIRST_VERSION);
  const { changedCount, toFixCount } = store.cells;
  const unsavable = toFixCount === 0 ? 0 : countUnsavable(store);
  const clashes = store.sync.clashes.size;
  const goesLive = useNextScheduled(data.marketCode);
  const review = async () => {
    if (await saver.flush()) router.push(`/prices/${data.marketCode}/review`);
  };
  return (
    <TicketHeader
      crumbsLabel={shell('crumbs')} crumbs={[{ label: prices('title'), href: '/prices' }, { label: name }]} title={name}
      description={t('summary', { products: data.rows.skus.length, books: new Set(data.columns.map((column) => column.bookId)).size, release: company.release }) + (company.editors.length > 0 ? ` ${t('with', { names: format.list(company.editors) })}` : '')}
      facts={[
        { label: t('changed'), value: format.number(changedCount), tone: changedCount > 0 ? 'waiting' : undefined },
        { label: t('toFix'), value: format.number(toFixCount), tone: toFixCount > 0 ? 'blocked' : undefined },
        goesLive,
      ]}
      actions={(
        <>
          <DiscardDraft market={data.marketCode} changes={changedCount} saver={saver} />
          <Button variant="primary" isDisabled={changedCount === 0 || unsavable > 0 || clashes > 0} onPress={() => void review()}>{changedCount === 0 ? t('nothing') : t('review', { count: changedCount })}</Button>
        </>
      )}
      reason={clashes > 0 ? t('chooseFirst', { count: clashes }) : unsavable > 0 ? t('fixFirst', { count: unsavable }) : undefined}
    />
  );
}

/** The next version of the market that goes live by the clock, in the stores' time. */
function useNextScheduled(market: string): TicketFact {
  const t = useTranslations('prices.sheet');
  const { data } = useQuery(priceBooks);
  const goesLive = useGoLiveWords(useMarket(market).timeZone);
  const [next] = (data?.items ?? [])
    .filter((book) => book.marketCode === market)
    .flatMap((book) => book.scheduled.map((version) => ({ ...version, book: book.settings.name })))
    .sort((a, b) => a.goesLiveAt.localeCompare(b.goesLiveAt));
  if (next === undefined) return { label: t('goesLive'), value: t('whenPublished'), isPlain: true };
  const value = goesLive({ instant: next.goesLiveAt, local: next.goesLiveLocal });
  return { label: t('goesLive'), value, detail: t('scheduledDetail', { number: next.number, book: next.book }), isPlain: true };
}

/** Cells that hold what no draft takes: text that is no price, an amount below zero or too large. */
function countUnsavable({ cells }: SheetStore): number {
  let count = 0;
  for (let cell = 0; cell < cells.draft.length; cell += 1) if (cells.isChanged(cell) && !cells.isSavable(cell)) count += 1;
  return count;
}
