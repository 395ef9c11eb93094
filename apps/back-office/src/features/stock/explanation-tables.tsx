'use client';
import type { StockExplanation } from '@oneshelf/contracts';
import { type DataColumn, DataTable, formatQuantity } from '@oneshelf/ui';
import { useFormatter, useLocale, useMessages, useTranslations } from 'next-intl';
import { signedQuantity } from './signed-quantity';
import { useCauseName } from './use-cause-name';
import { useStockUnit } from './stock-unit';

type Step = StockExplanation['steps'][number];
type Part = StockExplanation['composition'][number];
type PartKey = keyof ReturnType<typeof useMessages>['stock']['part'];

/** The steps from the period's beginning to the number, and their sum. */
export function StepTable({ explanation }: { explanation: StockExplanation }) {
  const t = useTranslations('stock');
  const locale = useLocale();
  const unit = useStockUnit();
  const format = useFormatter();
  const causeName = useCauseName();
  const movementsOf = new Map(explanation.causes.map((cause) => [cause.causeKind, cause.movements]));
  const nameOf = (step: Step): string => {
    if (step.kind === 'opening') return t('why.step.opening', { at: format.dateTime(new Date(explanation.from), { dateStyle: 'medium' }) });
    return step.kind === 'cause' ? causeName(step.causeKind) : t(`why.step.${step.kind}`);
  };
  const columns: DataColumn<Step>[] = [
    { id: 'step', header: t('column.cause'), cell: nameOf, footer: t(`number.${explanation.number}`) },
    { id: 'movements', header: t('column.movements'), align: 'end', cell: (step) => (step.kind === 'cause' ? format.number(movementsOf.get(step.causeKind) ?? 0) : '') },
    {
      id: 'change', header: t('column.change'), align: 'end', footer: <strong className="os-number">{formatQuantity(explanation.resultMilli, locale, unit)}</strong>,
      cell: (step) => <span className="os-number">{step.kind === 'opening' ? formatQuantity(step.changeMilli, locale, unit) : signedQuantity(step.changeMilli, locale, unit)}</span>,
    },
  ];
  return <DataTable caption={t('why.sum')} columns={columns} rows={explanation.steps} rowKey={(step) => `${step.kind}-${step.causeKind}`} rowTone={(step) => (step.kind === 'unexplained' || step.kind === 'oversold' ? 'blocked' : undefined)} />;
}

/** What the number consists of; the parts add up to it as well. */
export function CompositionTable({ explanation }: { explanation: StockExplanation }) {
  const t = useTranslations('stock');
  const locale = useLocale();
  const unit = useStockUnit();
  const known = useMessages().stock.part;
  const columns: DataColumn<Part>[] = [
    { id: 'part', header: t('column.part'), cell: (row) => (row.part in known ? t(`part.${row.part as PartKey}`) : row.part), footer: t(`number.${explanation.number}`) },
    { id: 'quantity', header: t('column.quantity'), align: 'end', cell: (row) => formatQuantity(row.quantityMilli, locale, unit), footer: <strong className="os-number">{formatQuantity(explanation.resultMilli, locale, unit)}</strong> },
  ];
  return <DataTable caption={t('why.consists')} showCaption columns={columns} rows={explanation.composition} rowKey={(row) => row.part} />;
}
