'use client';
import type { ParityPlace, PriceParity } from '@oneshelf/contracts';
import { type DataColumn, DataTable, EmptyState, Panel, Tag } from '@oneshelf/ui';
import { useFormatter, useTranslations } from 'next-intl';
import { useParityWords } from './use-parity-words';

/** Tills, shops and marketplaces, with what each last took. */
export function ParityPlaces({ market, data }: { market: string; data: PriceParity }) {
  const t = useTranslations('parity.places');
  const format = useFormatter();
  const words = useParityWords(market, data.currency);
  const columns: DataColumn<ParityPlace>[] = [
    { id: 'place', header: t('place'), isRowHeader: true, cell: (place) => <>{words.store(place.locationId) ?? words.channel(place.channelCode)}<small>{place.registerName ?? t(place.kind)}</small></> },
    { id: 'book', header: t('book'), cell: (place) => (place.bookVersion === null ? t('noBook') : place.bookVersion === data.bookVersion ? <Tag tone="done">{t('live')}</Tag> : <Tag tone="blocked">{place.bookVersion}</Tag>) },
    { id: 'at', header: t('at'), cell: (place) => words.when(place.at) },
    { id: 'known', header: t('known'), align: 'end', cell: (place) => t('of', { known: format.number(place.known), sold: format.number(place.sold) }) },
    { id: 'drifts', header: t('drifts'), align: 'end', cell: (place) => (place.drifts === 0 ? '–' : <Tag tone="blocked">{format.number(place.drifts)}</Tag>) },
  ];
  return (
    <Panel title={t('title')}>
      <DataTable caption={t('title')} columns={columns} rows={data.places} rowKey={(place) => place.id} empty={<EmptyState title={t(data.moment === 'live' ? 'none' : 'notThen')}>{t('nowOnly')}</EmptyState>} />
    </Panel>
  );
}
