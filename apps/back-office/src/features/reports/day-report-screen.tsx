'use client';
import { useQuery } from '@tanstack/react-query';
import type { DayReport, DirectoryAnswer } from '@oneshelf/contracts';
import { EmptyState, LinkButton, Money, Select, Skeleton, TextField, type TicketFact, TicketHeader } from '@oneshelf/ui';
import { Download } from 'lucide-react';
import { useFormatter, useLocale, useTranslations } from 'next-intl';
import { apiQuery } from '../../api';
import { ScreenError } from '../../screen-error';
import { signedInUser, type SignedInUser } from '../../signed-in-user';
import { useUrlState } from '../../use-url-state';
import { directory } from '../../directory';
import { BookPanels } from './book-panels';
import { IsvPanel } from './isv-panel';
import styles from './reports.module.css';
import { ShiftPanel } from './shift-panel';

const EVERYWHERE = 'all';

/** One business date: what was sold, how it was paid, the tax, the proof that it balances, the shifts, and ISV. */
export function DayReportScreen() {
  const t = useTranslations('reports');
  const format = useFormatter();
  const { data: user } = useQuery(signedInUser);
  const { data: places } = useQuery(directory);
  // Empty is the date that the stores trade on now, which the server knows: after midnight it is still yesterday until their day is cut.
  const [askedDate, setDate] = useUrlState('date', '');
  const [locationId, setLocationId] = useUrlState('location', onlyStoreOf(user) ?? EVERYWHERE);
  const asked = { ...(askedDate === '' ? {} : { date: askedDate }), ...(locationId === EVERYWHERE ? {} : { location: locationId }) };
  const report = useQuery({ ...apiQuery('/api/reports/day', { params: { query: asked } }), refetchInterval: 30_000 });
  const { data } = report;
  const date = askedDate === '' ? data?.date : askedDate;
  return (
    <>
      <TicketHeader
        title={t('title')} description={date === undefined ? undefined : format.dateTime(new Date(`${date}T12:00:00Z`), { dateStyle: 'full', timeZone: 'UTC' })} facts={useFacts(data)}
        actions={<LinkButton href={`/api/reports/day.csv?${new URLSearchParams(asked).toString()}`} download={`day-${date ?? 'now'}.csv`} icon={<Download size={16} aria-hidden="true" />}>{t('csv')}</LinkButton>}
      />
      <div className={styles.filters}>
        <TextField label={t('date')} type="date" value={date ?? ''} onChange={setDate} />
        <Select label={t('location')} options={[{ id: EVERYWHERE, label: t('everywhere') }, ...placesOf(places)]} value={locationId} onChange={setLocationId} />
      </div>
      {report.error ? <ScreenError error={report.error} onRetry={() => void report.refetch()} /> : null}
      {report.isPending ? <Skeleton lines={10} height={32} /> : null}
      {data === undefined ? null : (
        <>
          {data.books.length === 0 ? <EmptyState title={t('empty.title')}>{t('empty.text')}</EmptyState> : null}
          {data.books.map((book) => <BookPanels key={book.currency} book={book} />)}
          {data.shifts.length === 0 ? null : <ShiftPanel shifts={data.shifts} />}
          <IsvPanel isv={data.isv} />
        </>
      )}
    </>
  );
}

/** Gross of the day for one currency, units and ISV; with several currencies each has its own panels. */
function useFacts(report: DayReport | undefined): [TicketFact?, TicketFact?, TicketFact?] | undefined {
  const t = useTranslations('reports');
  const locale = useLocale();
  const format = useFormatter();
  if (report === undefined) return undefined;
  const { median, alarms } = { median: report.isv.medianBasisPoints, alarms: report.isv.alarmCount };
  return [
    { label: t('facts.gross'), value: report.books.length === 0 ? '–' : report.books.map((book) => <div key={book.currency}><Money amountMinor={book.net.grossMinor} currency={book.currency} locale={locale} /></div>) },
    { label: t('facts.units'), value: format.number(report.units.soldMilli / 1000), detail: report.units.returnedMilli > 0 ? t('facts.unitsBack', { count: report.units.returnedMilli / 1000 }) : undefined },
    {
      label: t('facts.isv'), value: median === null ? (report.isv.listingCount === 0 ? '–' : '∞') : format.number(median / 10_000, { style: 'percent', maximumFractionDigits: 2 }),
      detail: alarms > 0 ? t('isv.alarms', { count: alarms }) : undefined, tone: alarms > 0 ? 'blocked' : undefined,
    },
  ];
}

const placesOf = (places: DirectoryAnswer | undefined) => (places?.locations ?? []).filter((location) => location.kind !== 'marketplace').map(({ id, name, code }) => ({ id, label: name, detail: code }));

/** A person whose every role holds at one store starts there: the whole chain would be refused. */
function onlyStoreOf(user: SignedInUser | undefined): string | null {
  const stores = new Set(user?.grants.map((grant) => grant.locationId));
  return stores.size === 1 ? ([...stores][0] ?? null) : null;
}
