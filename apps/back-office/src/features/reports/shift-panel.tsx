'use client';
import type { DayShift } from '@oneshelf/contracts';
import { type DataColumn, DataTable, Money, Panel, Tag } from '@oneshelf/ui';
import { useLocale, useTranslations } from 'next-intl';
import { useDirectory, zoneOf } from '../../directory';
import { useTimes } from '../../use-times';

/** Each shift with what it sold and what its count found. */
export function ShiftPanel({ shifts }: { shifts: DayShift[] }) {
  const t = useTranslations('reports');
  const locale = useLocale();
  const amount = (amountMinor: number | null, shift: DayShift) => (amountMinor === null ? '' : <Money amountMinor={amountMinor} currency={shift.currency} locale={locale} />);
  const columns: DataColumn<DayShift>[] = [
    { id: 'till', header: t('shifts.till'), isRowHeader: true, cell: (shift) => <><strong>{shift.locationName}</strong><small>{shift.registerName}</small></> },
    { id: 'who', header: t('shifts.who'), cell: (shift) => <>{shift.openedByName}<ShiftTimes shift={shift} /></> },
    { id: 'sales', header: t('shifts.sales'), align: 'end', cell: (shift) => <>{amount(shift.salesMinor, shift)}<small>{t('totals.count', { count: shift.saleCount })}</small></> },
    { id: 'expected', header: t('shifts.expected'), align: 'end', cell: (shift) => amount(shift.expectedMinor, shift) },
    { id: 'counted', header: t('shifts.counted'), align: 'end', cell: (shift) => amount(shift.countedMinor, shift) },
    {
      id: 'difference', header: t('shifts.difference'), align: 'end',
      cell: (shift) => (shift.differenceMinor === null ? <Tag tone="info">{t('shifts.open')}</Tag> : shift.differenceMinor === 0 ? <Tag tone="done">{t('shifts.exact')}</Tag> : <Tag tone="blocked">{amount(shift.differenceMinor, shift)}</Tag>),
    },
  ];
  return <Panel title={t('shifts.title')}><DataTable caption={t('shifts.title')} columns={columns} rows={shifts} rowKey={(shift) => shift.id} /></Panel>;
}

/** On the clock of its store. */
function ShiftTimes({ shift }: { shift: DayShift }) {
  const { time } = useTimes(zoneOf(useDirectory(), shift));
  return <small>{time(shift.openedAt)}{shift.closedAt === null ? '' : ` – ${time(shift.closedAt)}`}</small>;
}
