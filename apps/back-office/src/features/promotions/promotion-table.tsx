'use client';
import type { PromotionAnswer, PromotionList } from '@oneshelf/contracts';
import { Button, DataTable, StatusTag, type DataColumn } from '@oneshelf/ui';
import { useFormatter, useTranslations } from 'next-intl';
import { useState } from 'react';
import { Link } from 'react-aria-components';
import { CouponBatchesDialog } from './coupon-batches-dialog';
import { EndPromotionDialog } from './end-promotion-dialog';
import { PromotionSays } from './promotion-says';
import styles from './promotions.module.css';
import { useMarkets } from './use-markets';
import { usePromotionLooks } from './use-promotion-looks';
import { usePromotionUsage } from './use-promotion-usage';

/** Each promotion as the sentence that it is, with its state; ending one asks first. */
export function PromotionTable({ items, collections }: Pick<PromotionList, 'items' | 'collections'>) {
  const t = useTranslations('promotions');
  const [asked, setAsked] = useState<PromotionAnswer | null>(null);
  const [coded, setCoded] = useState<PromotionAnswer | null>(null);
  const columns = usePromotionColumns(collections, { onEnd: setAsked, onCodes: setCoded });
  return (
    <>
      <DataTable caption={t('caption')} columns={columns} rows={items} rowKey={(item) => item.id} />
      <EndPromotionDialog promotion={asked} onClose={() => setAsked(null)} />
      <CouponBatchesDialog promotion={coded} onClose={() => setCoded(null)} />
    </>
  );
}

type Acts = Record<'onEnd' | 'onCodes', (item: PromotionAnswer) => void>;

function usePromotionColumns(collections: PromotionList['collections'], { onEnd, onCodes }: Acts): readonly DataColumn<PromotionAnswer>[] {
  const t = useTranslations('promotions');
  const format = useFormatter();
  const { timeZone, currencyOf } = useMarkets();
  const used = usePromotionUsage();
  const looks = usePromotionLooks();
  const when = (instant: string, market: string) => format.dateTime(new Date(instant), { dateStyle: 'medium', timeStyle: 'short', timeZone: timeZone(market) });
  return [
    { id: 'name', header: t('columns.name'), cell: (item) => <Link href={`/promotions/${item.id}`}>{item.name}</Link> },
    { id: 'says', header: t('columns.says'), cell: (item) => <PromotionSays item={item} collections={collections} /> },
    { id: 'dates', header: t('columns.dates'), cell: (item) => <>{t('from', { when: when(item.startsAt, item.marketCode) })}<small>{t('until', { when: when(item.endsAt, item.marketCode) })}</small></> },
    { id: 'state', header: t('columns.state'), cell: (item) => <><StatusTag status={item.state} looks={looks} /><small>{used(item, currencyOf(item.marketCode))}</small></> },
    {
      id: 'act', header: t('columns.act'),
      cell: (item) => (
        <div className={styles.acts}>
          {item.definition.coupon?.codes.length === 0 ? <Button size="small" aria-label={t('codes.label', { name: item.name })} onPress={() => onCodes(item)}>{t('codes.action')}</Button> : null}
          {item.state === 'over' ? null : <Button size="small" aria-label={t('end.label', { name: item.name })} onPress={() => onEnd(item)}>{t('end.action')}</Button>}
        </div>
      ),
    },
  ];
}
