'use client';
import type { PricePrediction } from '@oneshelf/contracts';
import { DataTable, type DataColumn } from '@oneshelf/ui';
import { useTranslations } from 'next-intl';
import { useFigures } from './use-figures';

interface Row {
  id: string;
  label: string;
  now: string;
  then: string;
  move: string;
  tone?: 'blocked';
}

/** Revenue, net and margin of all replayed sales, before and after. */
export function ReplayFigures({ prediction, currency }: { prediction: PricePrediction; currency: string }) {
  const t = useTranslations('price-review.replay');
  const figures = useFigures(currency);
  const { before, after } = prediction.all;
  const money = (id: 'revenue' | 'net' | 'margin', was: number, is: number): Row => ({ id, label: t(id), now: figures.money(was), then: figures.money(is), move: figures.percentMove(was, is) });
  const rows: Row[] = [
    money('revenue', before.revenueMinor, after.revenueMinor), money('margin', before.marginMinor, after.marginMinor),
    { id: 'share', label: t('share'), now: figures.share(before.marginBasisPoints), then: figures.share(after.marginBasisPoints), move: t('points', { points: figures.pointsMove(before.marginBasisPoints, after.marginBasisPoints) }) },
    { id: 'units', label: t('units'), now: figures.units(before.unitsMilli), then: figures.units(after.unitsMilli), move: '–' },
  ];
  const columns: DataColumn<Row>[] = [
    { id: 'what', header: t('what'), cell: (row) => row.label }, { id: 'now', header: t('now'), align: 'end', cell: (row) => row.now }, { id: 'new', header: t('new'), align: 'end', cell: (row) => <strong>{row.then}</strong> },
    { id: 'move', header: t('difference'), align: 'end', cell: (row) => row.move },
  ];
  return <DataTable caption={t('caption', { weeks: prediction.weeks })} columns={columns} rows={rows} rowKey={(row) => row.id} />;
}
