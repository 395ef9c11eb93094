'use client';
import { ChipGroup, SearchField, Select, TicketHeader } from '@oneshelf/ui';
import { useTranslations } from 'next-intl';
import { useDirectory } from '../../directory';
import { useUrlState } from '../../use-url-state';
import { OrderPageList } from './order-page-list';
import type { OrderFilters, PartFilters } from './order-queries';
import { orderViewOf, orderViews } from './order-views';
import { PartPageList } from './part-page-list';

/** All orders of all channels. View, channel, place and search live in the URL; an opened order carries them for the way back. */
export function OrderListScreen() {
  const t = useTranslations('orders');
  const [viewId, setView] = useUrlState('view', 'all');
  const view = orderViewOf(viewId);
  return (
    <>
      <TicketHeader title={t('title')} description={t('description')} />
      <ChipGroup label={t('views.label')} chips={orderViews.map(({ id }) => ({ id, label: t(`views.${id}`) }))} value={view.id} onChange={(id) => setView(id ?? 'all')} />
      {view.shows === 'orders' ? <Orders status={view.status} /> : <Parts status={view.status} />}
    </>
  );
}

function Orders({ status }: Pick<OrderFilters, 'status'>) {
  const t = useTranslations('orders');
  const [channel, setChannel] = useUrlState('channel', '');
  const [q, setQ] = useUrlState('q', '');
  const channels = useDirectory()?.channels ?? [];
  const options = [{ id: 'all', label: t('filters.allChannels') }, ...channels.map(({ code, name }) => ({ id: code, label: name }))];
  const clear = () => {
    setChannel('');
    setQ('');
  };
  return (
    <>
      <div className="office-filters">
        <SearchField label={t('filters.search')} placeholder={t('filters.search')} clearLabel={t('filters.clearSearch')} value={q} onChange={setQ} />
        <Select label={t('filters.channel')} labelHidden options={options} value={channel === '' ? 'all' : channel} onChange={(id) => setChannel(id === 'all' ? '' : id)} />
      </div>
      <OrderPageList filters={{ status, channel, q: q.trim() }} onClear={channel === '' && q === '' ? undefined : clear} />
    </>
  );
}

function Parts({ status }: Pick<PartFilters, 'status'>) {
  const t = useTranslations('orders');
  const [place, setPlace] = useUrlState('place', '');
  const places = (useDirectory()?.locations ?? []).filter((location) => location.kind !== 'marketplace');
  const options = [{ id: 'all', label: t('filters.allPlaces') }, ...places.map(({ id, name }) => ({ id, label: name }))];
  return (
    <>
      <div className="office-filters">
        <Select label={t('filters.place')} labelHidden options={options} value={place === '' ? 'all' : place} onChange={(id) => setPlace(id === 'all' ? '' : id)} />
      </div>
      <PartPageList filters={{ status, locationId: place }} onClear={place === '' ? undefined : () => setPlace('')} />
    </>
  );
}
