import { formatMoney, isWhole, wholeUnits } from '@oneshelf/domain-kernel';
import { sentences, type ExplainLocale } from './explain-line-sentences';
import type { QuoteLine } from './quote';

/** Why a line costs what it costs, in sentences for a cashier or a shopper: price, other books, promotions, discounts by hand, tax, total. */
export function explainLine(line: QuoteLine, locale: ExplainLocale, currency: string): string[] {
  const say = sentences[locale];
  const money = (amountMinor: number): string => formatMoney(amountMinor, currency, say.formats);
  const percent = (basisPoints: number): string => new Intl.NumberFormat(say.formats, { style: 'percent', maximumFractionDigits: 2 }).format(basisPoints / 10_000);
  const measured = (milli: number, digits?: number): string => new Intl.NumberFormat(say.formats, { minimumFractionDigits: digits, maximumFractionDigits: 3 }).format(milli / 1000);
  const counted = isWhole(line.quantityMilli) ? String(wholeUnits(line.quantityMilli)) : measured(line.quantityMilli);
  // A piece that was weighed is paid by the kilogram (PRC-107).
  const quantity = line.weightMilli === undefined ? counted : `${measured(line.weightMilli, 3)}\u00a0kg`;
  const books = line.trace.candidates.map((candidate) =>
    fill(say.price[candidate.because] ?? say.price.unknown, { name: candidate.name, amount: money(candidate.amountMinor) }),
  );
  const promotions = line.trace.promotions.map((promotion) =>
    fill(say.promotion[promotion.because] ?? say.promotion.unknown, { name: promotion.name, amount: money(promotion.amountMinor) }),
  );
  const manual = (line.trace.manual ?? []).map(({ by, reason, amountMinor }) => fill(say.byHand, { by, reason, amount: money(amountMinor) }));
  const { name } = line.trace.tax;
  // Some taxes are called by their rate: “VAT 20%”.
  const named = /\d/.test(name) ? name : fill(say.taxAtRate, { name, rate: percent(line.taxRateBasisPoints) });
  const tax = fill(say.tax[line.trace.tax.because] ?? say.tax.unknown, { tax: named, amount: money(line.taxMinor) });
  const total = fill(line.discountMinor > 0 ? say.discounted : say.total, {
    quantity, unit: money(line.listUnitMinor), list: money(line.listMinor), discount: money(line.discountMinor), total: money(line.totalMinor),
  });
  return [...books, ...promotions, ...manual, tax, total];
}

export const fill = (sentence: string, values: Record<string, string>): string => sentence.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
