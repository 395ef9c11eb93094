'use client';
import type { ShelfLabels } from '@oneshelf/contracts';
import { formatMoney } from '@oneshelf/domain-kernel';
import { Money } from '@oneshelf/ui';
import { useTranslations } from 'next-intl';
import { unitPriceWords } from '../../../unit-price-words';
import { Barcode } from './barcode';
import styles from './labels.module.css';

/** One label as it is printed, with amounts as the market's customers write them, whoever prints: name, variant, price, what a reduction has to say, SKU and barcode. */
export function ShelfLabel({ label, currency, locale }: { label: ShelfLabels['labels'][number]; currency: string; locale: string }) {
  const t = useTranslations('price-review.labels');
  const words = (amountMinor: number) => formatMoney(amountMinor, currency, locale);
  return (
    <li className={styles.label} data-reduced={label.listMinor !== null || undefined}>
      <strong className={styles.name}>{label.title}</strong>
      <span className={styles.variant}>{label.variantTitle}</span>
      <span className={styles.price}>
        <Money amountMinor={label.priceMinor} currency={currency} locale={locale} />
        {label.unitPrice === null ? null : <span className={styles.unit}>{unitPriceWords(label.unitPrice, { currency, locale, piece: t('piece') })}</span>}
      </span>
      <span className={styles.before}>
        {label.listMinor === null ? null : <span>{t('before', { price: words(label.listMinor) })}</span>}
        {label.lowestMinor === null ? null : <small>{t('lowest', { price: words(label.lowestMinor) })}</small>}
      </span>
      <span className={styles.code}>
        {label.barcode === null ? null : <Barcode code={label.barcode} />}
        <small>{label.sku}{label.barcode === null ? '' : ` · ${label.barcode}`}</small>
      </span>
    </li>
  );
}
