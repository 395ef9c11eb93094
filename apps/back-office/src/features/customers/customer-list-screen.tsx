'use client';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import type { CustomerListPage } from '@oneshelf/contracts';
import { Button, type DataColumn, DataTable, EmptyState, Panel, SearchField, Skeleton, Tag, TicketHeader } from '@oneshelf/ui';
import { useFormatter, useTranslations } from 'next-intl';
import { apiPages } from '../../api';
import { ScreenError } from '../../screen-error';
import { useUrlState } from '../../use-url-state';
import styles from './customers.module.css';
import { GroupsButton } from './groups-button';

type Customer = CustomerListPage['items'][number];

/** Who buys, by name or e-mail, and in which groups they are: whose price books and promotions are theirs. */
export function CustomerListScreen() {
  const t = useTranslations('customers');
  const [words, setWords] = useUrlState('q', '');
  const q = words.trim();
  const list = useInfiniteQuery({ ...apiPages('/api/customers', { params: { query: q === '' ? {} : { q } } }), placeholderData: keepPreviousData });
  const customers = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <TicketHeader title={t('title')} description={t('description')} />
      <div className="office-filters"><SearchField label={t('search')} placeholder={t('search')} clearLabel={t('clear')} value={words} onChange={setWords} /></div>
      {list.error ? <ScreenError error={list.error} onRetry={() => void list.refetch()} /> : null}
      {list.isPending ? <Skeleton lines={8} height={32} /> : null}
      {list.data && customers.length === 0 ? <EmptyState title={q === '' ? t('empty.title') : t('none.title', { words: q })}>{q === '' ? t('empty.text') : t('none.text')}</EmptyState> : null}
      {customers.length === 0 ? null : (
        <Panel>
          <CustomerTable customers={customers} />
          {list.hasNextPage ? <p className={styles.more}><Button isPending={list.isFetchingNextPage} onPress={() => void list.fetchNextPage()}>{t('more')}</Button></p> : null}
        </Panel>
      )}
    </>
  );
}

function CustomerTable({ customers }: { customers: Customer[] }) {
  const t = useTranslations('customers');
  const format = useFormatter();
  const columns: DataColumn<Customer>[] = [
    { id: 'name', header: t('column.name'), isRowHeader: true, cell: ({ name, email, phone }) => <><strong>{name}</strong><small>{[email, phone].filter(Boolean).join(' · ')}</small></> },
    { id: 'card', header: t('column.card'), cell: ({ memberCode }) => memberCode },
    { id: 'groups', header: t('column.groups'), cell: ({ groups }) => <span className={styles.groups}>{groups.map((group) => <Tag key={group} tone="info">{group}</Tag>)}</span> },
    { id: 'since', header: t('column.since'), cell: ({ createdAt }) => <time dateTime={createdAt}>{format.dateTime(new Date(createdAt), { dateStyle: 'medium' })}</time> },
    { id: 'acts', header: <span className="os-hidden">{t('column.acts')}</span>, align: 'end', cell: (customer) => <GroupsButton customer={customer} /> },
  ];
  return <DataTable caption={t('title')} columns={columns} rows={customers} rowKey={({ id }) => id} />;
}
