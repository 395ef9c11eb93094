import type { ReceiptPage } from '@oneshelf/contracts';
import { formatQuantity, Money } from '@oneshelf/ui';
import { useLocale, useTranslations } from 'next-intl';

/** The lines with why each cost what it did, and the sums. */
export function ReceiptSums({ receipt }: { receipt: ReceiptPage }) {
  const t = useTranslations('receipt');
  const locale = useLocale();
  const money = (amountMinor: number) => <Money amountMinor={amountMinor} currency={receipt.currency} locale={locale} />;
  return (
    <>
      <h2>{t('lines')}</h2>
      <ul className="receipt-lines">
        {receipt.lines.map((line, index) => (
          <li key={index}>
            <div className="receipt-pair"><strong>{formatQuantity(line.quantityMilli, locale, line.unit)} × {line.title}{line.weightMilli === undefined ? '' : `, ${formatQuantity(line.weightMilli, locale, 'kg')}`}</strong>{money(line.totalMinor)}</div>
            <small>{line.sku}</small>
            {line.returnedMilli > 0 ? <p role="status">{t('returned', { quantity: formatQuantity(line.returnedMilli, locale, line.unit) })}</p> : null}
            {line.cancelledMilli > 0 ? <p role="status">{t('notDelivered', { quantity: formatQuantity(line.cancelledMilli, locale, line.unit) })}</p> : null}
            <ul className="receipt-why">{line.why.map((sentence) => <li key={sentence}>{sentence}</li>)}</ul>
          </li>
        ))}
      </ul>
      <dl className="receipt-sums">
        {receipt.shippingMinor === null ? null : <div><dt>{t('shipping')}</dt><dd>{money(receipt.shippingMinor)}</dd></div>}
        <div data-total><dt>{t('total')}</dt><dd>{money(receipt.totalMinor)}</dd></div>
        {receipt.discountMinor > 0 ? <div><dt>{t('discount')}</dt><dd>{money(receipt.discountMinor)}</dd></div> : null}
        <div><dt>{t('tax')}</dt><dd>{money(receipt.taxMinor)}</dd></div>
      </dl>
    </>
  );
}
