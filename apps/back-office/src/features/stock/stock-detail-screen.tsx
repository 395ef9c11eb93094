'use client';
import { useQuery } from '@tanstack/react-query';
import type { StockDetailAnswer, StockNumber } from '@oneshelf/contracts';
import { Button, EmptyState, formatQuantity, LinkButton, Notice, Skeleton, TicketHeader } from '@oneshelf/ui';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { ApiProblem } from '@oneshelf/api-client';
import { ScreenError } from '../../screen-error';
import { signedInUser, type SignedInUser } from '../../signed-in-user';
import { AdjustDialog } from './adjust-dialog';
import { ListingPanel } from './listing-panel';
import { LocationPanel } from './location-panel';
import { MovementsSheet } from './movements-sheet';
import { PromisePanel } from './promise-panel';
import { ReservationPanel } from './reservation-panel';
import styles from './stock.module.css';
import { stockDetail } from './stock-queries';

/** Which number a person wants explained; without a location, the sum of all. */
export type Why = { number: StockNumber; locationId: string | null };

/** One product's stock: where it is, who holds it, what marketplaces see, and why each number is what it is. */
export function StockDetailScreen({ variantId }: { variantId: string }) {
  const { data, error, refetch } = useQuery(stockDetail(variantId));
  if (error instanceof ApiProblem && (error.status === 404 || error.status === 400)) return <Missing />;
  if (data) return <StockDetail detail={data} />;
  return error ? <ScreenError error={error} onRetry={() => void refetch()} /> : <Skeleton lines={6} height={32} />;
}

function StockDetail({ detail }: { detail: StockDetailAnswer }) {
  const t = useTranslations('stock');
  const shell = useTranslations('shell');
  const locale = useLocale();
  const { data: user } = useQuery(signedInUser);
  const [why, setWhy] = useState<Why | null>(null);
  const [isAdjusting, setAdjusting] = useState(false);
  const { variant, total } = detail;
  const quantity = (milli: number) => formatQuantity(milli, locale);
  return (
    <>
      <TicketHeader
        crumbsLabel={shell('crumbs')}
        crumbs={[{ label: t('title'), href: '/stock' }, { label: variant.sku }]}
        title={variant.title}
        description={[variant.variantTitle, variant.sku].filter(Boolean).join(' · ')}
        facts={[
          { label: t('number.on_hand'), value: quantity(total.onHandMilli) },
          { label: t('number.committed'), value: quantity(total.committedMilli) },
          { label: t('number.available'), value: quantity(total.availableMilli), tone: total.overrideMilli > 0 ? 'blocked' : undefined },
        ]}
        actions={mayAdjust(user) ? <Button variant="primary" onPress={() => setAdjusting(true)}>{t('adjust.open')}</Button> : undefined}
      />
      <div className={styles.columns}>
        {total.overrideMilli > 0 ? <Notice tone="blocked">{t('override.notice', { quantity: quantity(total.overrideMilli) })}</Notice> : null}
        <LocationPanel detail={detail} onWhy={setWhy} />
        <ListingPanel variantId={variant.variantId} />
        <ReservationPanel detail={detail} />
        <PromisePanel variantId={variant.variantId} mayEdit={mayPromise(user)} />
      </div>
      {why ? <MovementsSheet detail={detail} why={why} onClose={() => setWhy(null)} /> : null}
      {isAdjusting ? <AdjustDialog detail={detail} onClose={() => setAdjusting(false)} /> : null}
    </>
  );
}

const mayPromise = (user: SignedInUser | undefined): boolean => (user?.grants ?? []).some(({ role }) => role === 'admin' || role === 'operations');

const mayAdjust = (user: SignedInUser | undefined): boolean => (user?.grants ?? []).some(({ role }) => role === 'admin' || role === 'operations' || role === 'store_manager');

function Missing() {
  const t = useTranslations('stock');
  const shell = useTranslations('shell');
  return (
    <>
      <TicketHeader crumbsLabel={shell('crumbs')} crumbs={[{ label: t('title'), href: '/stock' }, { label: t('detail.title') }]} title={t('detail.title')} />
      <EmptyState title={t('missing.title')} action={<LinkButton href="/stock">{t('missing.action')}</LinkButton>}>{t('missing.text')}</EmptyState>
    </>
  );
}
