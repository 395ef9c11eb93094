'use client';
import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import type { StockValuationAnswer } from '@oneshelf/contracts';
import { ChipGroup, DataTable, EmptyState, formatQuantity, LinkButton, Money, Notice, Panel, Select, Skeleton, TextField, TicketHeader, type DataColumn } from '@oneshelf/ui';
import { useLocale, useTranslations } from 'next-intl';
import { apiQuery } from '../../api';
import { useDirectory } from '../../directory';
import { ScreenError } from '../../screen-error';
import { useUrlState } from '../../use-url-state';
import { StockNav } from '../stock-work/stock-nav';
import styles from './stock.module.css';

const ALL = 'all';
const methods = ['average', 'fifo'] as const;
type Row = StockValuationAnswer['rows'][number];

/** What stock is worth, now or at any instant, by location and department. Filters live in the URL. */
export function ValuationScreen() {
  const t = useTranslations('stock.valuation');
  const stock = useTranslations('stock');
  const shell = useTranslations('shell');
  const locale = useLocale();
  const [at, setAt] = useUrlState('at', '');
  const [location, setLocation] = useUrlState('location', ALL);
  const [methodId, setMethod] = useUrlState('method', 'average');
  const method = methods.find((id) => id === methodId) ?? 'average';
  const places = (useDirectory()?.locations ?? []).filter((place) => place.kind !== 'marketplace');
  const instant = at === '' || Number.isNaN(Date.parse(at)) ? undefined : new Date(at).toISOString();
  const filters = { method, ...(instant === undefined ? {} : { at: instant }), ...(location === ALL ? {} : { location }) };
  const worth = useQuery(queryOptions({ ...apiQuery('/api/stock/valuation', { params: { query: filters } }), placeholderData: keepPreviousData }));
  const columns = useValuationColumns(worth.data);
  const [first, second] = (worth.data?.totals ?? []).map((sum) => ({ label: t('total', { currency: sum.currency }), value: <Money amountMinor={sum.valueMinor} currency={sum.currency} locale={locale} />, detail: t('pieces', { quantity: formatQuantity(sum.quantityMilli, locale) }) }));
  return (
    <>
      <TicketHeader crumbsLabel={shell('crumbs')} crumbs={[{ label: stock('title'), href: '/stock' }, { label: t('title') }]} title={t('title')} description={t('description')}
        facts={[first, second]}
        actions={<LinkButton href={`/api/stock/valuation.csv?${new URLSearchParams(filters).toString()}`}>{t('export')}</LinkButton>} />
      <StockNav />
      <div className="office-filters">
        <ChipGroup label={t('method')} chips={methods.map((id) => ({ id, label: t(`methods.${id}`) }))} value={method} onChange={(id) => setMethod(id ?? 'average')} />
        <Select label={stock('location')} labelHidden options={[{ id: ALL, label: stock('everywhere') }, ...places.map(({ id, name, code }) => ({ id, label: name, detail: code }))]} value={location} onChange={setLocation} />
        <TextField label={t('at')} type="datetime-local" value={at} onChange={setAt} description={t('atHint')} />
      </div>
      {worth.error ? <ScreenError error={worth.error} onRetry={() => void worth.refetch()} /> : null}
      {worth.data && worth.data.waitingLevels > 0 ? <Notice tone="waiting">{t('waiting', { count: worth.data.waitingLevels })}</Notice> : null}
      {worth.isPending ? <Skeleton lines={8} height={30} /> : null}
      {worth.data ? (
        <Panel title={t('byPlace')}>
          <DataTable caption={t('byPlace')} columns={columns} rows={worth.data.rows} rowKey={(row) => `${row.locationId}:${row.department}`} empty={<EmptyState title={t('empty.title')}>{t('empty.text')}</EmptyState>} />
          {worth.data.inTransit.map((sum) => <p key={sum.currency} className={styles.because}>{t('inTransit', { quantity: formatQuantity(sum.quantityMilli, locale) })} <Money amountMinor={sum.valueMinor} currency={sum.currency} locale={locale} /></p>)}
        </Panel>
      ) : null}
    </>
  );
}

function useValuationColumns(worth: StockValuationAnswer | undefined): DataColumn<Row>[] {
  const t = useTranslations('stock.valuation');
  const locale = useLocale();
  const pieces = worth?.totals.reduce((sum, each) => sum + each.quantityMilli, 0) ?? 0;
  return [
    { id: 'place', header: t('place'), isRowHeader: true, cell: (row) => row.locationName, footer: t('all') },
    { id: 'department', header: t('department'), cell: (row) => (row.department === '' ? t('noDepartment') : row.department) },
    { id: 'quantity', header: t('quantity'), align: 'end', cell: (row) => <span className="os-number">{formatQuantity(row.quantityMilli, locale)}</span>, footer: <span className="os-number">{formatQuantity(pieces, locale)}</span> },
    { id: 'without', header: t('withoutCost'), align: 'end', cell: (row) => (row.withoutCostMilli === 0 ? '–' : <span className="os-number">{formatQuantity(row.withoutCostMilli, locale)}</span>) },
    { id: 'value', header: t('value'), align: 'end', cell: (row) => <Money amountMinor={row.valueMinor} currency={row.currency} locale={locale} />, footer: worth?.totals.map((sum) => <div key={sum.currency}><Money amountMinor={sum.valueMinor} currency={sum.currency} locale={locale} /></div>) },
  ];
}
