'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { IsvVariant } from '@oneshelf/contracts';
import { Button, LinkButton } from '@oneshelf/ui';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { api } from '../../api';
import { ScreenError } from '../../screen-error';
import { sayDone } from '../../toasts';
import { PlanCountDialog } from '../stock-work/plan-count-dialog';
import { useMay } from '../stock-work/use-stock-places';
import { isvOfProduct } from './isv-queries';
import styles from './isv.module.css';

type Channel = IsvVariant['channels'][number];

/** What helps against each cause, done here or where its setting is. */
export function CureActs({ product, channel }: { product: IsvVariant; channel: Channel }) {
  const t = useTranslations('isv.product');
  const may = useMay();
  const client = useQueryClient();
  const [isAsking, setAsking] = useState(false);
  const retry = useMutation({
    mutationFn: () => api.post('/api/listings/{id}/push', { params: { path: { id: channel.listingId } } }),
    onSuccess: async () => { await client.invalidateQueries({ queryKey: isvOfProduct(product.variantId).queryKey }); sayDone({ text: t('retried') }); },
  });
  const worstPlace = channel.places.reduce<Channel['places'][number] | null>((worst, place) => (worst === null || Math.abs(place.totalMilli) > Math.abs(worst.totalMilli) ? place : worst), null);
  return (
    <>
      {retry.error ? <ScreenError error={retry.error} /> : null}
      <div className={styles.acts}>
        {may(['operations']) ? <Button variant={channel.push === 'failed' ? 'primary' : 'secondary'} isPending={retry.isPending} onPress={() => retry.mutate()}>{t('retry')}</Button> : null}
        {may(['operations', 'store_manager']) ? <Button onPress={() => setAsking(true)}>{t('count')}</Button> : null}
        <LinkButton href={`/stock/pools?channel=${encodeURIComponent(channel.channelCode)}&skus=${product.variantId}`}>{t('raise')}</LinkButton>
        <LinkButton href={`/stock/${product.variantId}`}>{t('cap')}</LinkButton>
        {channel.whole.shrinkMilli === 0 ? null : <LinkButton href="/stock/corrections">{t('corrections')}</LinkButton>}
      </div>
      {isAsking ? <PlanCountDialog of={{ title: product.title.slice(0, 100), codes: product.sku, locationId: worstPlace?.locationId ?? null }} onClose={() => setAsking(false)} /> : null}
    </>
  );
}
