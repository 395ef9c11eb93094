'use client';
import type { StorefrontQuote } from '@oneshelf/contracts';
import { formatMoney } from '@oneshelf/domain-kernel';
import { Money } from '@oneshelf/ui';
import { useFormatter, useLocale, useTranslations } from 'next-intl';

/** Discounts, tax and total of a quote, as on a receipt. */
export function QuoteSummary({ quote }: { quote: StorefrontQuote }) {
  const t = useTranslations('shop.quote');
  const locale = useLocale();
  const format = useFormatter();
  const money = (amountMinor: number) => <Money amountMinor={amountMinor} currency={quote.currency} locale={locale} />;
  // Some rates are called by their percentage already ("VAT 20 %"), others are not ("VAT").
  const taxLabel = ({ name, rateBasisPoints }: { name: string; rateBasisPoints: number }) => (/\d/.test(name) ? name : `${name} ${format.number(rateBasisPoints / 10_000, { style: 'percent', maximumFractionDigits: 2 })}`);
  return (
    <dl className="shop-sums">
      <div><dt>{t('list')}</dt><dd>{money(quote.listMinor)}</dd></div>
      {quote.discounts.map((discount) => <div key={discount.promotionId}><dt>{discount.name}</dt><dd>{money(-discount.amountMinor)}</dd></div>)}
      <div data-total><dt>{t('total')}</dt><dd>{money(quote.totalMinor)}</dd></div>
      {quote.taxes.map((tax) => (
        <div key={`${tax.name} ${tax.rateBasisPoints}`} data-small>
          <dt>{t(quote.taxInclusive ? 'taxIn' : 'taxOn', { tax: taxLabel(tax) })}</dt>
          <dd>{formatMoney(tax.taxMinor, quote.currency, locale)}</dd>
        </div>
      ))}
    </dl>
  );
}
