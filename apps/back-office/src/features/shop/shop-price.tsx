'use client';
import type { QuantityUnit, UnitPriceAnswer } from '@oneshelf/contracts';
import { isMeasured } from '@oneshelf/domain-kernel';
import { Money } from '@oneshelf/ui';
import { useLocale, useTranslations } from 'next-intl';
import { unitPriceWords } from '../../unit-price-words';

type Props = { priceMinor: number | null; listMinor: number | null; currency: string; /** Variants of one product differ: the lowest is shown. */ isLowest?: boolean; /** The lowest of the 30 days before the reduction. */ lowestBeforeMinor?: number | null; /** The price of a kilogram, a litre. */ unitPrice?: UnitPriceAnswer | null; /** What one of it is; absent: a piece. */ unit?: QuantityUnit };

/** What something costs; with the old price struck through when it is reduced. */
export function ShopPrice({ priceMinor, listMinor, currency, isLowest = false, lowestBeforeMinor = null, unitPrice = null, unit }: Props) {
  const t = useTranslations('shop.price');
  const locale = useLocale();
  if (priceMinor === null) return <span className="shop-price">{t('none')}</span>;
  const isReduced = listMinor !== null && listMinor > priceMinor;
  return (
    <span className="shop-price" data-reduced={isReduced || undefined}>
      {isLowest ? `${t('from')} ` : null}
      {isReduced ? <span className="os-hidden">{t('now')} </span> : null}
      <Money amountMinor={priceMinor} currency={currency} locale={locale} />{isMeasured(unit) ? <span className="shop-per">/{unit}</span> : null}
      {isReduced ? <> <span className="os-hidden">{t('before')} </span><Money struck amountMinor={listMinor} currency={currency} locale={locale} /></> : null}
      {isReduced && lowestBeforeMinor !== null ? <small className="shop-lowest">{t('lowestBefore')} <Money amountMinor={lowestBeforeMinor} currency={currency} locale={locale} /></small> : null}
      {unitPrice === null ? null : <small className="shop-unit-price">{unitPriceWords(unitPrice, { currency, locale, piece: t('piece') })}</small>}
    </span>
  );
}
