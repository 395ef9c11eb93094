'use client';
import type { TaxRateAnswer } from '@oneshelf/contracts';
import { DataTable, StatusTag, type DataColumn, type StatusLook } from '@oneshelf/ui';
import { useTranslations } from 'next-intl';
import { useTaxWords } from './use-tax-words';

/** Rates by country, class and place with their days. */
export function TaxRateTable({ items }: { items: readonly TaxRateAnswer[] }) {
  const t = useTranslations('taxes');
  const words = useTaxWords();
  const looks: StatusLook<TaxRateAnswer['state']> = { upcoming: { label: t('states.upcoming'), tone: 'info' }, running: { label: t('states.running'), tone: 'done' }, over: { label: t('states.over'), tone: 'neutral' } };
  const columns: readonly DataColumn<TaxRateAnswer>[] = [
    { id: 'place', header: t('columns.place'), cell: (rate) => <>{words.country(rate.country)}<small>{words.place(rate)}</small></> },
    { id: 'class', header: t('columns.class'), cell: (rate) => <>{rate.taxClass}{rate.layer === null ? null : <small>{t('layer', { layer: rate.layer })}</small>}</> },
    { id: 'rate', header: t('columns.rate'), cell: (rate) => <>{words.percent(rate.ratePpm)}<small>{rate.name}</small></> },
    { id: 'days', header: t('columns.days'), cell: (rate) => <>{t('from', { day: words.firstDay(rate.validFrom) })}<small>{rate.validTo === null ? t('open') : t('until', { day: words.lastDay(rate.validTo) })}</small></> },
    { id: 'state', header: t('columns.state'), cell: (rate) => <StatusTag status={rate.state} looks={looks} /> },
  ];
  return <DataTable caption={t('caption')} columns={columns} rows={items} rowKey={(rate) => rate.id} />;
}
