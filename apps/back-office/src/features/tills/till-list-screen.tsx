'use client';
import { useQuery } from '@tanstack/react-query';
import type { TillList } from '@oneshelf/contracts';
import { type DataColumn, DataTable, EmptyState, Panel, Select, Skeleton, StatusTag, TicketHeader } from '@oneshelf/ui';
import { useFormatter, useTranslations } from 'next-intl';
import { apiQuery } from '../../api';
import { ScreenError } from '../../screen-error';
import { useUrlState } from '../../use-url-state';
import { EnrolmentCodeButton } from './enrolment-code-button';
import { HandLimitsPanel } from './hand-limits-panel';
import { RevokeTillButton } from './revoke-till-button';
import styles from './tills.module.css';

type Till = TillList['items'][number];
const EVERYWHERE = 'all';

/** The tills of each store: enrolled or not, last seen; a new code, and the end of a lost one. */
export function TillListScreen() {
  const t = useTranslations('tills');
  const format = useFormatter();
  const [locationId, setLocationId] = useUrlState('location', EVERYWHERE);
  const tills = useQuery({ ...apiQuery('/api/tills'), refetchInterval: 15_000 });
  const items = tills.data?.items ?? [];
  const stores = [...new Map(items.map((till) => [till.locationId, till.locationName]))].map(([id, label]) => ({ id, label }));
  const enrolled = items.filter((till) => till.status === 'enrolled').length;
  return (
    <>
      <TicketHeader title={t('title')} description={t('description')} facts={tills.data && items.length > 0 ? [{ label: t('enrolled'), value: t('ofAll', { enrolled: format.number(enrolled), all: format.number(items.length) }) }] : undefined} />
      {tills.error ? <ScreenError error={tills.error} onRetry={() => void tills.refetch()} /> : null}
      {tills.isPending ? <Skeleton lines={8} height={32} /> : null}
      {tills.data && items.length === 0 ? <EmptyState title={t('empty.title')}>{t('empty.text')}</EmptyState> : null}
      {items.length > 0 ? (
        <Panel>
          <div className={styles.filters}><Select label={t('column.store')} labelHidden options={[{ id: EVERYWHERE, label: t('everywhere') }, ...stores]} value={locationId} onChange={setLocationId} /></div>
          <TillTable tills={items.filter((till) => locationId === EVERYWHERE || till.locationId === locationId)} />
        </Panel>
      ) : null}
      {tills.data ? <HandLimitsPanel /> : null}
    </>
  );
}

function TillTable({ tills }: { tills: Till[] }) {
  const t = useTranslations('tills');
  const format = useFormatter();
  const looks = {
    not_enrolled: { label: t('status.not_enrolled'), tone: 'neutral' as const },
    enrolled: { label: t('status.enrolled'), tone: 'done' as const },
    revoked: { label: t('status.revoked'), tone: 'blocked' as const },
  };
  const columns: DataColumn<Till>[] = [
    { id: 'store', header: t('column.store'), cell: (till) => till.locationName },
    { id: 'till', header: t('column.till'), isRowHeader: true, cell: (till) => <strong>{till.name}</strong> },
    { id: 'status', header: t('column.status'), cell: (till) => <StatusTag status={till.status} looks={looks} /> },
    { id: 'seen', header: t('column.seen'), cell: (till) => (till.lastSeenAt === null ? t('never') : <time dateTime={till.lastSeenAt}>{format.relativeTime(new Date(till.lastSeenAt))}</time>) },
    {
      id: 'acts', header: <span className="os-hidden">{t('column.acts')}</span>, align: 'end',
      cell: (till) => (
        <span className={styles.acts}>
          <EnrolmentCodeButton till={till} />
          {till.status === 'enrolled' ? <RevokeTillButton till={till} /> : null}
        </span>
      ),
    },
  ];
  return <DataTable caption={t('title')} columns={columns} rows={tills} rowKey={(till) => till.registerId} />;
}
