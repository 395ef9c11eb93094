'use client';
import type { StorefrontQuote } from '@oneshelf/contracts';
import { formatMoney } from '@oneshelf/domain-kernel';
import { Money } from '@oneshelf/ui';
import { useFormatter, useLocale, useTranslations } from 'next-intl';
import { languageOf } from '../../i18n/locales';
import { useCountryName } from './use-country-name';

/** Discounts, delivery, tax by rate and place, and total of a quote, as on a receipt. */
export function QuoteSummary({ quote }: { quote: StorefrontQuote }) {
  const t = useTranslations('shop.quote');
  const locale = useLocale();
  const format = useFormatter();
  const countryOf = useCountryName();
  const money = (amountMinor: number) => <Money amountMinor={amountMinor} currency={quote.currency} locale={locale} />;
  const taxLabel = ({ country, rateBasisPoints }: StorefrontQuote['taxes'][number]) =>
    t('tax', { rate: format.number(rateBasisPoints / 10_000, { style: 'percent', maximumFractionDigits: 2 }), country: countryOf(country) });
  return (
    <dl className="shop-sums">
      <div><dt>{t('list')}</dt><dd>{money(quote.listMinor - (quote.shipping?.listMinor ?? 0))}</dd></div>
      {quote.shipping === null ? null : <div><dt>{t('shipping', { way: quote.shipping.names[languageOf(locale)] })}</dt><dd>{money(quote.shipping.listMinor)}</dd></div>}
      {quote.discounts.map((discount) => <div key={discount.promotionId}><dt>{discount.name}</dt><dd>{money(-discount.amountMinor)}</dd></div>)}
      <div data-total><dt>{t('total')}</dt><dd>{money(quote.totalMinor)}</dd></div>
      {quote.taxes.map((tax) => (
        <div key={`${tax.country} ${tax.name} ${tax.rateBasisPoints}`} data-small>
          <dt>{t(quote.taxInclusive ? 'taxIn' : 'taxOn', { tax: taxLabel(tax) })}</dt>
          <dd>{formatMoney(tax.taxMinor, quote.currency, locale)}</dd>
        </div>
      ))}
      {quote.untaxedBecause === null ? null : <div data-small><dt>{t(`untaxed.${quote.untaxedBecause}`)}</dt><dd>{formatMoney(0, quote.currency, locale)}</dd></div>}
    </dl>
  );
}
