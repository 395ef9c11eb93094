'use client';
import type { PriceBookSettings, PriceFormulaContract } from '@oneshelf/contracts';
import { minorUnitDigits } from '@oneshelf/domain-kernel';
import { useFormatter, useLocale, useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { useMarket } from '../use-market';

export interface FormulaFacts {
  /** Null: the cost. */
  baseName: string | null;
  versionNumber: number | null;
  formula: PriceFormulaContract;
}

export interface BookWords {
  scope: (settings: PriceBookSettings, customerName: string | null) => string;
  formula: (facts: FormulaFacts) => string;
}

interface Wording {
  t: ReturnType<typeof useTranslations<'prices.words'>>;
  format: ReturnType<typeof useFormatter>;
  locale: string;
  place: ReturnType<typeof useMarket>;
}

/** A book's scope and formula in words, as the list, the sheet's header and the form say them. The same object until a part of it changes. */
export function useBookWords(market: string, currency: string): BookWords {
  const t = useTranslations('prices.words');
  const format = useFormatter();
  const locale = useLocale();
  const place = useMarket(market);
  return useMemo(() => bookWords(currency, { t, format, locale, place }), [t, format, locale, place, currency]);
}

function bookWords(currency: string, { t, format, locale, place: { timeZone, channelNames, placeNames } }: Wording): BookWords {
  const percent = (basisPoints: number, signed: boolean) => format.number(basisPoints / 10_000, { style: 'percent', maximumFractionDigits: 2, ...(signed ? { signDisplay: 'always' as const } : {}) });
  const digits = minorUnitDigits(currency);
  const amount = (minor: number) => format.number(minor / 10 ** digits, { minimumFractionDigits: digits, signDisplay: 'always' });
  const separator = new Intl.NumberFormat(locale).formatToParts(0.5).find((part) => part.type === 'decimal')?.value ?? '.';
  const day = (instant: string) => format.dateTime(new Date(instant), { dateStyle: 'medium', timeStyle: 'short', timeZone });
  return {
    scope: (settings, customerName) => [
      settings.customerId === null ? null : t('customer', { name: customerName ?? '…' }),
      settings.isEvent ? t('event') : null,
      settings.locationId === null ? null : t('store', { name: placeNames.get(settings.locationId) ?? '…' }),
      settings.priceZone === null ? null : t('zone', { name: settings.priceZone }),
      settings.customerGroup === null ? null : t('group', { name: settings.customerGroup }),
      settings.channelCode === null ? null : channelNames.get(settings.channelCode) ?? settings.channelCode,
      settings.region === null ? null : t('region', { name: settings.region }),
      windowWords(settings, { t, day }),
    ].filter((part) => part !== null).join(' · ') || t('everywhere'),
    formula: ({ baseName, versionNumber, formula }) => [
      [baseName ?? t('cost'), versionNumber === null ? null : t('version', { number: versionNumber }), formula.percentBasisPoints === 0 ? null : percent(formula.percentBasisPoints, true), formula.surchargeMinor === 0 ? null : amount(formula.surchargeMinor)].filter(Boolean).join(' '),
      formula.ending === null ? null : t('ends', { ending: endingText(formula.ending, digits, separator) }),
      formula.minMarginBasisPoints === null ? null : t('atLeast', { margin: percent(formula.minMarginBasisPoints, false) }),
      formula.maxMarginBasisPoints === null ? null : t('atMost', { margin: percent(formula.maxMarginBasisPoints, false) }),
    ].filter(Boolean).join(', '),
  };
}

function windowWords({ activeFrom, activeTo }: PriceBookSettings, { t, day }: { t: ReturnType<typeof useTranslations<'prices.words'>>; day: (instant: string) => string }): string | null {
  if (activeFrom !== null && activeTo !== null) return t('window', { from: day(activeFrom), to: day(activeTo) });
  if (activeFrom !== null) return t('from', { from: day(activeFrom) });
  return activeTo === null ? null : t('to', { to: day(activeTo) });
}

/** 99 of 100 is .99, 995 of 1000 is 9.95. */
export function endingText({ endsInMinor, stepMinor }: { endsInMinor: number; stepMinor: number }, digits: number, separator: string): string {
  const whole = Math.floor(endsInMinor / 10 ** digits);
  const cents = String(endsInMinor % 10 ** digits).padStart(digits, '0');
  return `${stepMinor > 10 ** digits ? whole : ''}${digits > 0 ? separator : ''}${digits > 0 ? cents : ''}`;
}
