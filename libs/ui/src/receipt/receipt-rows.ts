import { formatMoney, isMeasured } from '@oneshelf/domain-kernel';
import { formatQuantity } from '../till/format-quantity';
import type { ReceiptAmount, ReceiptDocument, ReceiptLine } from './receipt-document';

export type ReceiptRow =
  | { kind: 'title'; text: string }
  | { kind: 'notice'; text: string }
  | { kind: 'text'; text: string; align: 'start' | 'center'; isSmall?: boolean; isIndented?: boolean }
  | { kind: 'pair'; left: string; right: string; weight: 'plain' | 'strong' | 'total'; isIndented?: boolean }
  | { kind: 'rule' }
  | { kind: 'edge' }
  | { kind: 'double-rule' }
  | { kind: 'code'; value: string; caption?: string };

/** The document in reading order. Each output only draws these rows, so no output can show what another leaves out. */
export function receiptRows(document: ReceiptDocument): ReceiptRow[] {
  const money = (amountMinor: number) => formatMoney(amountMinor, document.currency, document.locale);
  const amount = (entry: ReceiptAmount, weight: 'plain' | 'strong' | 'total' = 'plain'): ReceiptRow[] => [
    { kind: 'pair', left: entry.label, right: money(entry.amountMinor), weight },
    ...details(entry.details),
  ];
  const amounts = (entries: readonly ReceiptAmount[]) => entries.flatMap((entry) => amount(entry));
  return [
    { kind: 'title', text: document.header.title },
    ...document.header.lines.map((text): ReceiptRow => ({ kind: 'text', text, align: 'center', isSmall: true })),
    ...(document.notice === undefined ? [] : [{ kind: 'notice', text: document.notice } as const]),
    ...document.facts.map((fact): ReceiptRow => ({ kind: 'pair', left: fact.label, right: fact.value, weight: 'plain' })),
    { kind: 'rule' },
    ...document.lines.flatMap((line) => lineRows(line, document.locale, money)),
    { kind: 'edge' },
    ...(document.subtotal === undefined ? [] : amount(document.subtotal)),
    ...amounts(document.discounts),
    { kind: 'double-rule' },
    ...amount(document.total, 'total'),
    ...amounts(document.tenders),
    ...(document.change === undefined ? [] : amount(document.change, 'strong')),
    ...(document.taxes.length === 0 ? [] : [{ kind: 'rule' } as const]),
    ...amounts(document.taxes),
    ...(document.footer.length === 0 ? [] : [{ kind: 'rule' } as const]),
    ...document.footer.map((text): ReceiptRow => ({ kind: 'text', text, align: 'center' })),
    ...(document.code === undefined ? [] : [{ kind: 'code', ...document.code } as const]),
  ];
}

function lineRows(line: ReceiptLine, locale: string, money: (amountMinor: number) => string): ReceiptRow[] {
  const isSingle = line.quantityMilli === 1000 && !isMeasured(line.unit) && line.weightMilli === undefined;
  const unit = line.weightMilli === undefined ? line.unit : 'kg';
  const pieces = formatQuantity(line.quantityMilli, locale, line.unit);
  const amount = line.weightMilli === undefined ? pieces : `${pieces} × ${formatQuantity(line.weightMilli, locale, 'kg')}`;
  return [
    { kind: 'pair', left: line.name, right: money(line.amountMinor), weight: 'strong' },
    ...details(line.details),
    // 1 × 12.00 under 12.00 says nothing new.
    ...(isSingle ? [] : details([`${amount} × ${money(line.unitAmountMinor)}${isMeasured(unit) ? `/${unit}` : ''}`])),
    ...(line.discounts ?? []).map((entry): ReceiptRow => ({ kind: 'pair', left: entry.label, right: money(entry.amountMinor), weight: 'plain', isIndented: true })),
  ];
}

const details = (texts: readonly string[] | undefined): ReceiptRow[] =>
  (texts ?? []).map((text) => ({ kind: 'text', text, align: 'start', isSmall: true, isIndented: true }));
