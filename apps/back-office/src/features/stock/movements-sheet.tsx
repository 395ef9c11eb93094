'use client';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { StockDetailAnswer, StockMovementsAnswer } from '@oneshelf/contracts';
import { Button, type DataColumn, DataTable, formatQuantity, Skeleton } from '@oneshelf/ui';
import { useFormatter, useLocale, useMessages, useTranslations } from 'next-intl';
import { ScreenError } from '../../screen-error';
import { Sheet } from '../../shell/later-overlay';
import type { Why } from './stock-detail-screen';
import styles from './stock.module.css';
import { stockMovements } from './stock-queries';
import { usePlaceName } from './use-place-name';

type Item = StockMovementsAnswer['items'][number];
type CauseKey = keyof ReturnType<typeof useMessages>['stock']['cause'];

/** "47 because …": every movement that made the number, newest first, and the number after each. */
export function MovementsSheet({ detail, why, onClose }: { detail: StockDetailAnswer; why: Why; onClose: () => void }) {
  const t = useTranslations('stock');
  const shell = useTranslations('shell');
  const locale = useLocale();
  const placeName = usePlaceName();
  const history = useInfiniteQuery(stockMovements(detail.variant.variantId, why));
  const items = history.data?.pages.flatMap((page) => page.items) ?? [];
  const now = items[0]?.runningMilli ?? 0;
  return (
    <Sheet isOpen size="wide" onOpenChange={(isOpen) => { if (!isOpen) onClose(); }} title={t('why.title', { number: t(`number.${why.number}`), place: why.locationId ? placeName(why.locationId) : t('everywhere') })} closeLabel={shell('close')}>
      {history.error ? <ScreenError error={history.error} onRetry={() => void history.refetch()} /> : null}
      {history.isPending ? <Skeleton lines={6} height={28} /> : null}
      {history.data ? <p className={styles.because}>{items.length === 0 ? t('why.never') : t('why.because', { quantity: formatQuantity(now, locale) })}</p> : null}
      {items.length > 0 ? <MovementTable items={items} /> : null}
      {history.hasNextPage ? <div className={styles.more}><Button isPending={history.isFetchingNextPage} onPress={() => void history.fetchNextPage()}>{t('more')}</Button></div> : null}
    </Sheet>
  );
}

function MovementTable({ items }: { items: Item[] }) {
  const t = useTranslations('stock');
  const locale = useLocale();
  const format = useFormatter();
  const placeName = usePlaceName();
  const causes = useMessages().stock.cause;
  const causeOf = (kind: string) => (kind in causes ? t(`cause.${kind as CauseKey}`) : kind);
  const columns: DataColumn<Item>[] = [
    { id: 'at', header: t('column.time'), cell: (item) => <time dateTime={item.occurredAt}>{format.dateTime(new Date(item.occurredAt), { dateStyle: 'short', timeStyle: 'medium' })}</time> },
    { id: 'cause', header: t('column.cause'), cell: (item) => [causeOf(item.causeKind), item.reason].filter(Boolean).join(': ') },
    { id: 'place', header: t('column.location'), cell: (item) => placeName(item.locationId) },
    { id: 'actor', header: t('column.actor'), cell: (item) => item.actor },
    { id: 'change', header: t('column.change'), align: 'end', cell: (item) => (item.changeMilli > 0 ? `+${formatQuantity(item.changeMilli, locale)}` : formatQuantity(item.changeMilli, locale)) },
    { id: 'after', header: t('column.after'), align: 'end', cell: (item) => (item.runningMilli === null ? '' : formatQuantity(item.runningMilli, locale)) },
  ];
  return <DataTable caption={t('why.table')} columns={columns} rows={items} rowKey={(item) => item.id} />;
}
