'use client';
import { useQuery } from '@tanstack/react-query';
import type { SerialLifeAnswer } from '@oneshelf/contracts';
import { DataTable, LinkButton, Panel, Skeleton, TicketHeader, type DataColumn } from '@oneshelf/ui';
import { useFormatter, useTranslations } from 'next-intl';
import { ScreenError } from '../../screen-error';
import { DocumentLink } from '../stock/document-link';
import { useMovementReason } from '../stock/use-movement-reason';
import { usePlaceName } from '../stock/use-place-name';
import { serialLife } from './serial-queries';

type Event = SerialLifeAnswer['events'][number];

/** One piece: where it is, and what became of it since it came. */
export function SerialLifeScreen({ variantId, serialNumber }: { variantId: string; serialNumber: string }) {
  const t = useTranslations('serials');
  const stock = useTranslations('stock');
  const shell = useTranslations('shell');
  const placeName = usePlaceName();
  const life = useQuery(serialLife(variantId, serialNumber));
  const piece = life.data;
  return (
    <>
      <TicketHeader crumbsLabel={shell('crumbs')} crumbs={[{ label: stock('title'), href: '/stock' }, { label: t('title'), href: '/stock/serials' }, { label: serialNumber }]} title={serialNumber}
        {...(piece ? { description: [piece.title, piece.variantTitle, piece.sku].filter(Boolean).join(' · '), facts: [{ label: t('where'), value: t(`where_${piece.state}`, { place: placeName(piece.locationId) }) }], actions: <LinkButton href={`/stock/${piece.variantId}`}>{t('toProduct')}</LinkButton> } : {})} />
      <Panel>
        {life.error ? <ScreenError error={life.error} onRetry={() => void life.refetch()} /> : null}
        {life.isPending ? <Skeleton lines={6} height={32} /> : null}
        {piece ? <Events events={piece.events} /> : null}
      </Panel>
    </>
  );
}

function Events({ events }: { events: Event[] }) {
  const t = useTranslations('serials');
  const format = useFormatter();
  const placeName = usePlaceName();
  const reasonOf = useMovementReason();
  const columns: DataColumn<Event>[] = [
    { id: 'at', header: t('at'), isRowHeader: true, cell: (event) => format.dateTime(new Date(event.occurredAt), { dateStyle: 'medium', timeStyle: 'short' }) },
    { id: 'what', header: t('what'), cell: (event) => <DocumentLink causeKind={event.causeKind} causeId={event.causeId} /> },
    { id: 'place', header: t('place'), cell: (event) => placeName(event.locationId) },
    { id: 'reason', header: t('reason'), cell: (event) => reasonOf(event) || '–' },
    { id: 'actor', header: t('actor'), cell: (event) => event.actor },
  ];
  return <DataTable caption={t('life')} columns={columns} rows={events} rowKey={(event) => event.id} />;
}
