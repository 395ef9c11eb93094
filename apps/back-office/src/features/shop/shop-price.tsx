'use client';
import type { UnitPriceAnswer } from '@oneshelf/contracts';
import { Money } from '@oneshelf/ui';
import { useLocale, useTranslations } from 'next-intl';
import { unitPriceWords } from '../../unit-price-words';

type Props = { priceMinor: number | null; listMinor: number | null; currency: string; /** Variants of one product differ: the lowest is shown. */ isLowest?: boolean; /** The lowest of the 30 days before the reduction. */ lowestBeforeMinor?: number | null; /** The price of a kilogram, a litre. */ unitPrice?: UnitPriceAnswer | null };

/** What something costs; with the old price struck through when it is reduced. */
export function ShopPrice({ priceMinor, listMinor, currency, isLowest = false, lowestBeforeMinor = null, unitPrice = null }: Props) {
  const t = useTranslations('shop.price');
  const locale = useLocale();
  if (priceMinor === null) return <span className="shop-price">{t('none')}</span>;
  const isReduced = listMinor !== null && listMinor > priceMinor;
  return (
    <span className="shop-price" data-reduced={isReduced || undefined}>
      {isLowest ? `${t('from')} ` : null}
      {isReduced ? <span className="os-hidden">{t('now')} </span> : null}
      <Money amountMinor={priceMinor} currency={currency} locale={locale} />
      {isReduced ? <> <span className="os-hidden">{t('before')} </span><Money struck amountMinor={listMinor} currency={currency} locale={locale} /></> : null}
      {isReduced && lowestBeforeMinor !== null ? <small className="shop-lowest">{t('lowestBefore')} <Money amountMinor={lowestBeforeMinor} currency={currency} locale={locale} /></small> : null}
      {unitPrice === null ? null : <small className="shop-unit-price">{unitPriceWords(unitPrice, { currency, locale, piece: t('piece') })}</small>}
    </span>
  );
}
