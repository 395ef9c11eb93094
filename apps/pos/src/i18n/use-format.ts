import { formatMoney, type QuantityUnit } from '@oneshelf/domain-kernel';
import { formatQuantity } from '@oneshelf/ui';
import { useLocale } from 'use-intl';
import { useBootstrap } from '../local/till-state';
import { numberLocale } from './locales';

export interface Formats {
  locale: string;
  currency: string;
  money: (amountMinor: number) => string;
  quantity: (quantityMilli: number, unit?: QuantityUnit) => string;
  time: (instant: string) => string;
  dateTime: (instant: string) => string;
  date: (instant: string) => string;
  percent: (basisPoints: number) => string;
}

const kept = new Map<string, Formats>();

/** Amounts, quantities and times as this store's people write them, on the store's own clock. */
export function useFormat(): Formats {
  const words = useLocale();
  const { market, location } = useBootstrap();
  const locale = numberLocale(words, market.locale);
  const key = [locale, market.currency, location.timeZone].join(' ');
  // Each Intl format costs some 50 µs to make, and a full screen has a hundred users of them.
  const formats = kept.get(key) ?? makeFormats({ locale, currency: market.currency, timeZone: location.timeZone });
  kept.set(key, formats);
  return formats;
}

function makeFormats({ locale, currency, timeZone }: { locale: string; currency: string; timeZone: string }): Formats {
  const time = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', timeZone });
  const dateTime = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone });
  const date = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone });
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 2 });
  return {
    locale, currency,
    money: (amountMinor) => formatMoney(amountMinor, currency, locale),
    quantity: (quantityMilli, unit) => formatQuantity(quantityMilli, locale, unit),
    time: (instant) => time.format(new Date(instant)),
    dateTime: (instant) => dateTime.format(new Date(instant)),
    date: (instant) => date.format(new Date(instant)),
    percent: (basisPoints) => percent.format(basisPoints / 10_000),
  };
}
