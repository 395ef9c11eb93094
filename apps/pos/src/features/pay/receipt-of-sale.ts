import type { ReceiptAmount, ReceiptDocument } from '@oneshelf/ui';
import type { useTranslations } from 'use-intl';
import type { StoredSale } from '../../local/database';
import type { TillBootstrap } from '@oneshelf/contracts';
import type { Formats } from '../../i18n/use-format';
import { taxLabel } from './tax-label';

export interface ReceiptWords { t: ReturnType<typeof useTranslations<'receipt'>>; format: Formats; bootstrap: TillBootstrap; isCopy: boolean }

/** The receipt of a stored sale, from what was stored: nothing is priced again. */
export function receiptOfSale({ payload, cardLabels, receiptNumber, soldAt, receiptToken, customer }: StoredSale, { t, format, bootstrap, isCopy }: ReceiptWords): ReceiptDocument {
  const { quote, lineTexts, tenders, changeMinor } = payload;
  const { location, register, publicUrl } = bootstrap;
  const paid = (tender: (typeof tenders)[number]): ReceiptAmount =>
    tender.kind === 'cash' ? { label: t('cash'), amountMinor: tender.tenderedMinor ?? tender.amountMinor } : { label: t('card'), amountMinor: tender.amountMinor, details: cardLabels[tender.paymentId] ? [cardLabels[tender.paymentId] ?? ''] : [] };
  const serialsOf = (lineId: string): string[] => (payload.traced ?? []).flatMap((one) => (one.lineId === lineId && one.serialNumber ? [t('serial', { serial: one.serialNumber })] : []));
  return {
    locale: format.locale, currency: quote.currency,
    header: { title: location.name, lines: location.addressLines },
    ...(isCopy ? { notice: t('copy') } : {}),
    facts: [
      { label: t('number'), value: receiptNumber },
      { label: t('soldAt'), value: format.dateTime(soldAt) },
      { label: t('till'), value: register.name },
      { label: t('servedBy'), value: payload.staffName },
      ...(customer ? [{ label: t('customer'), value: customer.name }] : []),
    ],
    lines: quote.lines.map((line) => {
      const text = lineTexts.find(({ lineId }) => lineId === line.lineId);
      return { name: text?.title ?? line.variantId, details: [text?.sku ?? '', ...serialsOf(line.lineId), ...priceByHand(line, { t, format })], quantityMilli: line.quantityMilli, ...(text?.unit ? { unit: text.unit } : {}), ...(line.weightMilli === undefined ? {} : { weightMilli: line.weightMilli }), unitAmountMinor: line.listUnitMinor, amountMinor: line.listMinor };
    }),
    ...(quote.discountMinor > 0 ? { subtotal: { label: t('subtotal'), amountMinor: quote.listMinor } } : {}),
    discounts: [
      ...quote.discounts.map(({ name, amountMinor }) => ({ label: name, amountMinor: -amountMinor })),
      ...(quote.manualDiscounts ?? []).map(({ reason, amountMinor }) => ({ label: reason, amountMinor: -amountMinor })),
    ],
    total: { label: t('total'), amountMinor: quote.totalMinor },
    taxes: quote.taxes.map((tax) => ({ label: t(quote.taxInclusive ? 'taxIncluded' : 'taxAdded', { tax: taxLabel(tax.name, format.percent(tax.rateBasisPoints)), net: format.money(tax.netMinor) }), amountMinor: tax.taxMinor })),
    tenders: [...(payload.roundingMinor ? [{ label: t('rounding'), amountMinor: payload.roundingMinor }] : []), ...tenders.map(paid)],
    ...(changeMinor > 0 ? { change: { label: t('change'), amountMinor: changeMinor } } : {}),
    footer: [t('footer')],
    // A phone opens the receipt's page with it, a till finds the sale.
    code: receiptToken === undefined ? { value: receiptNumber, caption: t('scanToReturn') } : { value: `${publicUrl ?? window.location.origin}/r/${receiptToken}`, caption: t('scanToSeeWhy') },
  };
}

/** What the customer was told: the reason, and what it usually costs. */
function priceByHand({ trace }: StoredSale['payload']['quote']['lines'][number], { t, format }: Pick<ReceiptWords, 't' | 'format'>): string[] {
  if (!trace.override) return [];
  const usual = trace.candidates.find(({ because }) => because === 'overridden');
  return [usual ? t('priceByHand', { reason: trace.override.reason, usual: format.money(usual.amountMinor) }) : trace.override.reason];
}
