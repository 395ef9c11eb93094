'use client';
import { useQuery } from '@tanstack/react-query';
import type { StockDetailAnswer, StockExplanation } from '@oneshelf/contracts';
import { Button, formatQuantity, Notice, Select, Skeleton } from '@oneshelf/ui';
import { useFormatter, useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { ScreenError } from '../../screen-error';
import { Sheet } from '../../shell/later-overlay';
import { DocumentTable } from './document-table';
import { CompositionTable, StepTable } from './explanation-tables';
import { HoldTable } from './hold-panel';
import { ReservationTable } from './reservation-panel';
import styles from './stock.module.css';
import { stockExplanation, type Why } from './stock-queries';
import { usePlaceName } from './use-place-name';

const DAY_MS = 86_400_000;
const PERIODS = ['7', '30', '90', '366'] as const;

/** The beginning of a period that ends at `until`, at midnight UTC, so that the question stays the same while the clock runs. */
const beginOf = (until: number, days: number): string => new Date(Math.floor(until / DAY_MS) * DAY_MS - (days - 1) * DAY_MS).toISOString();

/** "47 because …": what the number was when the period began, what each cause changed with its documents, and who holds units of it. */
export function WhySheet({ detail, why, onClose, onHistory }: { detail: StockDetailAnswer; why: Why; onClose: () => void; onHistory: () => void }) {
  const t = useTranslations('stock');
  const shell = useTranslations('shell');
  const placeName = usePlaceName();
  const [days, setDays] = useState<string>('30');
  const until = detail.at === null ? Date.now() : Date.parse(detail.at);
  const { data, error, refetch } = useQuery(stockExplanation(detail.variant.variantId, { ...why, from: beginOf(until, Number(days)), at: detail.at }));
  const place = why.locationId ? placeName(why.locationId) : t('everywhere');
  return (
    <Sheet isOpen size="wide" onOpenChange={(isOpen) => { if (!isOpen) onClose(); }} title={t('why.title', { number: t(`number.${why.number}`), place })} closeLabel={shell('close')}>
      <div className={styles.filters}>
        <Select label={t('why.period')} options={PERIODS.map((id) => ({ id, label: t('why.days', { days: Number(id) }) }))} value={days} onChange={setDays} />
        <Button onPress={onHistory}>{t('why.history')}</Button>
      </div>
      {error ? <ScreenError error={error} onRetry={() => void refetch()} /> : null}
      {data ? <Explained explanation={data} detail={detail} why={why} /> : error ? null : <Skeleton lines={6} height={28} />}
    </Sheet>
  );
}

function Explained({ explanation, detail, why }: { explanation: StockExplanation; detail: StockDetailAnswer; why: Why }) {
  const t = useTranslations('stock');
  const locale = useLocale();
  const format = useFormatter();
  const quantity = formatQuantity(explanation.resultMilli, locale);
  const isHere = (row: { locationId: string }) => why.locationId === null || row.locationId === why.locationId;
  const missing = explanation.steps.find((step) => step.kind === 'unexplained');
  return (
    <div className={styles.columns}>
      <p className={styles.because}>
        {explanation.isNow ? t('why.because', { quantity }) : t('why.becauseThen', { quantity, at: format.dateTime(new Date(explanation.at), { dateStyle: 'medium', timeStyle: 'short' }) })}
      </p>
      {missing ? <Notice tone="blocked">{t('why.unexplained', { quantity: formatQuantity(missing.changeMilli, locale) })}</Notice> : null}
      <StepTable explanation={explanation} />
      {explanation.composition.length > 0 ? <CompositionTable explanation={explanation} /> : null}
      {explanation.isNow && why.number === 'committed' ? <ReservationTable rows={detail.reservations.filter(isHere)} /> : null}
      {explanation.isNow && why.number === 'available' && detail.holds.some(isHere) ? <HoldTable rows={detail.holds.filter(isHere)} /> : null}
      <DocumentTable explanation={explanation} />
    </div>
  );
}
