'use client';
import { useQuery } from '@tanstack/react-query';
import type { ComponentsAnswer, StockDetailAnswer } from '@oneshelf/contracts';
import { Button, EmptyState, formatQuantity, LinkButton, Notice, Skeleton, TicketHeader } from '@oneshelf/ui';
import { useFormatter, useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { ApiProblem } from '@oneshelf/api-client';
import { ScreenError } from '../../screen-error';
import { signedInUser, type SignedInUser } from '../../signed-in-user';
import { LotPanel } from '../lots/lot-panel';
import { SerialPanel } from '../serials/serial-panel';
import { AdjustDialog } from './adjust-dialog';
import { BinPanel } from './bin-panel';
import { ComponentsPanel } from './components-panel';
import { HoldPanel } from './hold-panel';
import { ListingPanel } from './listing-panel';
import { LocationPanel } from './location-panel';
import { mayPromise } from './may-promise';
import { MovementsPanel } from './movements-panel';
import { PromisePanel } from './promise-panel';
import { ReservationPanel } from './reservation-panel';
import { SeriesPanel } from './series-panel';
import { StockUnit } from './stock-unit';
import styles from './stock.module.css';
import { componentsOf, stockDetail, type Why } from './stock-queries';
import { ALL, type StockView, useStockView, useWhyOfLink } from './use-stock-view';
import { ViewBar } from './view-bar';
import { WeightPanel } from './weight-panel';
import { WhySheet } from './why-sheet';

/** One product's stock: where it is or was, who holds it, what comes, what marketplaces see, and why each number is what it is. */
export function StockDetailScreen({ variantId }: { variantId: string }) {
  const view = useStockView();
  const { data, error, refetch } = useQuery(stockDetail(variantId, view.at));
  const { data: made } = useQuery(componentsOf(variantId));
  if (error instanceof ApiProblem && (error.status === 404 || error.status === 400)) return <Missing />;
  if (data && made?.kind === 'bundle') return <BundleDetail detail={data} places={made.places} />;
  if (data) return <StockUnit value={data.variant.unit}><StockDetail detail={data} view={view} isKit={made?.kind === 'kit'} /></StockUnit>;
  return error ? <ScreenError error={error} onRetry={() => void refetch()} /> : <Skeleton lines={6} height={32} />;
}

function StockDetail({ detail, view, isKit }: { detail: StockDetailAnswer; view: StockView; isKit: boolean }) {
  const t = useTranslations('stock');
  const locale = useLocale();
  const [why, setWhy] = useState<Why | null>(useWhyOfLink());
  const [isAdjusting, setAdjusting] = useState(false);
  const showHistory = ({ number, locationId }: Why) => {
    view.setNumber(number);
    view.setLocation(locationId ?? ALL);
    setWhy(null);
    document.getElementById('movements')?.scrollIntoView();
  };
  return (
    <>
      <StockHeader detail={detail} isKit={isKit} onAdjust={() => setAdjusting(true)} />
      <div className={styles.columns}>
        {detail.total.overrideMilli > 0 && detail.at === null ? <Notice tone="blocked">{t('override.notice', { quantity: formatQuantity(detail.total.overrideMilli, locale, detail.variant.unit) })}</Notice> : null}
        <ViewBar detail={detail} view={view} />
        {detail.at === null ? null : <Past at={detail.at} />}
        {isKit && detail.at === null ? <ComponentsPanel variantId={detail.variant.variantId} sku={detail.variant.sku} /> : null}
        <LocationPanel detail={detail} onWhy={setWhy} />
        {detail.at === null ? <WeightPanel variantId={detail.variant.variantId} onHandMilli={detail.total.onHandMilli} /> : null}
        <SeriesPanel variantId={detail.variant.variantId} view={view} />
        {detail.at === null ? <Present detail={detail} isKit={isKit} /> : null}
        <MovementsPanel detail={detail} view={view} />
      </div>
      {why ? <WhySheet detail={detail} why={why} onClose={() => setWhy(null)} onHistory={() => showHistory(why)} /> : null}
      {isAdjusting ? <AdjustDialog detail={detail} onClose={() => setAdjusting(false)} /> : null}
    </>
  );
}

/** A bundle has no levels and no movements: what it is made of, how many that makes where, and what marketplaces see. */
function BundleDetail({ detail: { variant }, places }: { detail: StockDetailAnswer; places: ComponentsAnswer['places'] }) {
  const t = useTranslations('stock');
  const bundles = useTranslations('bundles');
  const shell = useTranslations('shell');
  const locale = useLocale();
  return (
    <>
      <TicketHeader
        crumbsLabel={shell('crumbs')} crumbs={[{ label: t('title'), href: '/stock' }, { label: variant.sku }]} title={variant.title}
        description={[variant.variantTitle, variant.sku, bundles('kinds.bundle')].filter(Boolean).join(' · ')}
        facts={[{ label: t('number.available'), value: formatQuantity(places.reduce((sum, place) => sum + place.availableMilli, 0), locale) }]}
      />
      <div className={styles.columns}>
        <ComponentsPanel variantId={variant.variantId} sku={variant.sku} />
        <ListingPanel variantId={variant.variantId} />
      </div>
    </>
  );
}

function StockHeader({ detail: { variant, total, at }, isKit, onAdjust }: { detail: StockDetailAnswer; onAdjust: () => void; isKit: boolean }) {
  const t = useTranslations('stock');
  const bundles = useTranslations('bundles');
  const shell = useTranslations('shell');
  const locale = useLocale();
  const { data: user } = useQuery(signedInUser);
  const quantity = (milli: number) => formatQuantity(milli, locale, variant.unit);
  return (
    <TicketHeader
      crumbsLabel={shell('crumbs')}
      crumbs={[{ label: t('title'), href: '/stock' }, { label: variant.sku }]}
      title={variant.title}
      description={[variant.variantTitle, variant.sku, isKit ? bundles('kinds.kit') : ''].filter(Boolean).join(' · ')}
      facts={[
        { label: t('number.on_hand'), value: quantity(total.onHandMilli) },
        { label: t('number.committed'), value: quantity(total.committedMilli) },
        { label: t('number.available'), value: quantity(total.availableMilli), tone: total.overrideMilli > 0 ? 'blocked' : undefined },
      ]}
      actions={mayAdjust(user) && at === null ? <Button variant="primary" onPress={onAdjust}>{t('adjust.open')}</Button> : undefined}
    />
  );
}

/** What is so now and is not recorded for the past: who holds units, what comes, what marketplaces see. */
function Present({ detail, isKit }: { detail: StockDetailAnswer; isKit: boolean }) {
  const { data: user } = useQuery(signedInUser);
  return (
    <>
      <BinPanel detail={detail} />
      {isKit ? null : <ComponentsPanel variantId={detail.variant.variantId} sku={detail.variant.sku} />}
      <SerialPanel variantId={detail.variant.variantId} />
      <LotPanel variantId={detail.variant.variantId} />
      <PromisePanel variantId={detail.variant.variantId} mayEdit={mayPromise(user?.grants)} />
      <ReservationPanel detail={detail} />
      <HoldPanel rows={detail.holds} />
      <ListingPanel variantId={detail.variant.variantId} />
    </>
  );
}

function Past({ at }: { at: string }) {
  const t = useTranslations('stock');
  const format = useFormatter();
  return <Notice tone="info">{t('asOf.notice', { at: format.dateTime(new Date(at), { dateStyle: 'medium', timeStyle: 'short' }) })}</Notice>;
}


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
