'use client';
import type { TaxRateAnswer } from '@oneshelf/contracts';
import { useFormatter, useLocale, useTranslations } from 'next-intl';

const HALF_A_DAY = 12 * 3_600_000;

/** Countries, places, rates and days of the tax tables in words. */
export function useTaxWords() {
  const t = useTranslations('taxes');
  const format = useFormatter();
  const regions = new Intl.DisplayNames(useLocale(), { type: 'region', fallback: 'code' });
  // Rates change at midnight of their country, at most half a day from Greenwich: its day is that of noon.
  const day = (instantMs: number): string => format.dateTime(new Date(instantMs), { dateStyle: 'medium', timeZone: 'UTC' });
  const postcodes = (rate: TaxRateAnswer): string => format.list((rate.postcodes ?? []).map(({ from, to }) => (from === to ? from : `${from}–${to}`)));
  return {
    country: (code: string): string => regions.of(code) ?? code,
    place: (rate: TaxRateAnswer): string => (rate.region !== null ? t('place.region', { region: rate.region }) : rate.postcodes !== null ? t('place.postcodes', { postcodes: postcodes(rate) }) : t('place.whole')),
    percent: (ppm: number): string => format.number(ppm / 1_000_000, { style: 'percent', maximumFractionDigits: 4 }),
    firstDay: (instant: string): string => day(Date.parse(instant) + HALF_A_DAY),
    lastDay: (instant: string): string => day(Date.parse(instant) - HALF_A_DAY),
  };
}
