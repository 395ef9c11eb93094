'use client';
import { useQuery } from '@tanstack/react-query';
import type { TaxRateList, TaxRateListQuery } from '@oneshelf/contracts';
import { Button, EmptyState, Panel, Select, Skeleton, TicketHeader } from '@oneshelf/ui';
import { useFormatter, useTranslations } from 'next-intl';
import { apiQuery } from '../../api';
import { ScreenError } from '../../screen-error';
import { useUrlState } from '../../use-url-state';
import { TaxRateTable } from './tax-rate-table';
import { TaxTrial } from './tax-trial';
import styles from './taxes.module.css';
import { useTaxWords } from './use-tax-words';

const ALL = 'all';
/** What holds now and what is to come. */
const CURRENT = 'current';

/** Which rate holds where, for what and when, and a try of a sale. The filters are in the URL, so a link keeps them. */
export function TaxRateScreen() {
  const t = useTranslations('taxes');
  const format = useFormatter();
  const words = useTaxWords();
  const [country, setCountry] = useUrlState('country', ALL);
  const [taxClass, setTaxClass] = useUrlState('class', ALL);
  const [when, setWhen] = useUrlState('when', CURRENT);
  const query: TaxRateListQuery = { country: country === ALL ? undefined : country, taxClass: taxClass === ALL ? undefined : taxClass, when: when === 'now' || when === 'all' ? when : undefined };
  const { data, error, refetch } = useQuery({ ...apiQuery('/api/tax-rates', { params: { query } }), placeholderData: (before) => before });
  const isFiltered = country !== ALL || taxClass !== ALL || when !== CURRENT;
  const clear = () => { setCountry(ALL); setTaxClass(ALL); setWhen(CURRENT); };
  return (
    <>
      <TicketHeader title={t('title')} description={t('description')} facts={data ? [{ label: t('countries'), value: format.number(data.countries.length) }, { label: t('rates'), value: format.number(data.total) }] : undefined} />
      {data && data.countries.length > 0 ? <Panel title={t('trial.title')}><TaxTrial countries={data.countries} taxClasses={data.taxClasses} /></Panel> : null}
      <Panel>
        <div className={styles.filters}>
          <Select label={t('filter.country')} options={[{ id: ALL, label: t('filter.everywhere') }, ...(data?.countries ?? []).map((id) => ({ id, label: words.country(id) }))]} value={country} onChange={setCountry} />
          <Select label={t('filter.class')} options={[{ id: ALL, label: t('filter.everyClass') }, ...(data?.taxClasses ?? []).map((id) => ({ id, label: id }))]} value={taxClass} onChange={setTaxClass} />
          <Select label={t('filter.when')} options={[{ id: CURRENT, label: t('filter.current') }, { id: 'now', label: t('filter.now') }, { id: 'all', label: t('filter.always') }]} value={when} onChange={setWhen} />
          {isFiltered ? <Button onPress={clear}>{t('filter.clear')}</Button> : null}
        </div>
        {error ? <ScreenError error={error} onRetry={() => void refetch()} /> : null}
        {data === undefined && error === null ? <div aria-busy="true"><p className="os-hidden" role="status">{t('loading')}</p><Skeleton height={32} lines={8} /></div> : null}
        {data ? <Found list={data} isFiltered={isFiltered} /> : null}
      </Panel>
    </>
  );
}

function Found({ list, isFiltered }: { list: TaxRateList; isFiltered: boolean }) {
  const t = useTranslations('taxes');
  if (list.items.length === 0) return isFiltered ? <EmptyState title={t('nothingFound.title')}>{t('nothingFound.text')}</EmptyState> : <EmptyState title={t('empty.title')}>{t('empty.text')}</EmptyState>;
  return (
    <>
      <TaxRateTable items={list.items} />
      {list.total > list.items.length ? <p className={styles.more}>{t('more', { shown: list.items.length, total: list.total })}</p> : null}
    </>
  );
}
