'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { StockBreachesAnswer } from '@oneshelf/contracts';
import { Button, type DataColumn, DataTable, formatQuantity } from '@oneshelf/ui';
import { useFormatter, useLocale, useTranslations } from 'next-intl';
import { Link } from 'react-aria-components';
import { api } from '../../../api';
import { ScreenError } from '../../../screen-error';
import { sayDone } from '../../../toasts';
import styles from '../stock.module.css';
import { usePlaceName } from '../use-place-name';
import { stockBreaches } from './stock-watch-queries';

type Breach = StockBreachesAnswer['items'][number];
type Ended = StockBreachesAnswer['ended'][number];

/** What is wrong now, and the way to put it right. */
export function OpenBreaches({ breaches, mayRepair }: { breaches: Breach[]; mayRepair: boolean }) {
  const t = useTranslations('stock-watch');
  const columns = useBreachColumns();
  const act: DataColumn<Breach> = { id: 'act', header: <span className="os-hidden">{t('column.act')}</span>, align: 'end', cell: (row) => <RepairButton breach={row} /> };
  return <DataTable caption={t('open.title')} columns={mayRepair ? [...columns, act] : columns} rows={breaches} rowKey={(row) => row.id} />;
}

/** What ended last, and who saw it end. */
export function EndedBreaches({ breaches }: { breaches: Ended[] }) {
  const t = useTranslations('stock-watch');
  const format = useFormatter();
  const columns: DataColumn<Ended>[] = [
    ...useBreachColumns(),
    { id: 'ended', header: t('column.ended'), align: 'end', cell: (row) => <time dateTime={row.endedAt}>{format.dateTime(new Date(row.endedAt), { dateStyle: 'short', timeStyle: 'short' })}</time> },
    { id: 'by', header: t('column.by'), cell: (row) => row.endedBy },
  ];
  return <DataTable caption={t('ended.title')} columns={columns} rows={breaches} rowKey={(row) => row.id} />;
}

function useBreachColumns(): DataColumn<Breach>[] {
  const t = useTranslations('stock-watch');
  const locale = useLocale();
  const format = useFormatter();
  const placeName = usePlaceName();
  return [
    {
      id: 'product', header: t('column.product'), isRowHeader: true,
      cell: (row) => <Link href={`/stock/${row.variantId}`} className={styles.product}><strong>{row.title}</strong><small>{[row.sku, placeName(row.locationId)].join(' · ')}</small></Link>,
    },
    { id: 'rule', header: t('column.rule'), cell: (row) => t(`rule.${row.rule}`, { bucket: t(`bucket.${row.bucket as 'sellable'}`) }) },
    { id: 'shown', header: t('column.shown'), align: 'end', cell: (row) => <span className="os-number">{formatQuantity(row.shownMilli, locale)}</span> },
    { id: 'explained', header: t('column.explained'), align: 'end', cell: (row) => <span className="os-number">{formatQuantity(row.explainedMilli, locale)}</span> },
    { id: 'found', header: t('column.found'), align: 'end', cell: (row) => <time dateTime={row.foundAt}>{format.dateTime(new Date(row.foundAt), { dateStyle: 'short', timeStyle: 'short' })}</time> },
  ];
}

function RepairButton({ breach }: { breach: Breach }) {
  const t = useTranslations('stock-watch.repair');
  const client = useQueryClient();
  const place = usePlaceName()(breach.locationId);
  const repair = useMutation({
    mutationFn: () => api.post('/api/stock/breaches/repair', { body: { variantId: breach.variantId, locationId: breach.locationId } }),
    onSuccess: () => sayDone({ text: t('done', { sku: breach.sku, place }) }),
    onSettled: () => client.invalidateQueries({ queryKey: stockBreaches.queryKey }),
  });
  return (
    <>
      <Button size="small" isPending={repair.isPending} onPress={() => repair.mutate()} aria-label={t('named', { sku: breach.sku, place })}>{t('act')}</Button>
      {repair.error ? <ScreenError error={repair.error} /> : null}
    </>
  );
}
