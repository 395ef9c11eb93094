'use client';
import type { IsvVariant } from '@oneshelf/contracts';
import { type DataColumn, DataTable } from '@oneshelf/ui';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { usePlaceName } from '../stock/use-place-name';
import { useIsvFormat } from './use-isv-format';

type Channel = IsvVariant['channels'][number];
type Views = Channel['whole'];
interface NumberRow {
  id: string;
  label: ReactNode;
  of: (views: Views) => string;
}

/** Physical, what the tills say, what the channel took and what is withheld: all places, and each. They add up downwards and across. */
export function NumberTable({ channel, measuredAt, variantId }: { channel: Channel; measuredAt: string | null; variantId: string }) {
  const t = useTranslations('isv.product');
  const placeName = usePlaceName();
  const { percent, pieces, signed, time } = useIsvFormat();
  const since = measuredAt === null ? t('never') : time(measuredAt);
  const takenMilli = (channel.acknowledgedUnits ?? 0) * 1000;
  const rows: NumberRow[] = [
    { id: 'epos', label: t('epos'), of: (views) => pieces(views.eposMilli) },
    { id: 'amazon', label: <>{t('acknowledged')} + {t('withheld')}</>, of: (views) => (views === channel.whole ? `${pieces(takenMilli)} + ${pieces(views.amazonMilli - takenMilli)}` : pieces(views.amazonMilli)) },
    { id: 'shown', label: t('shown'), of: (views) => pieces(views.eposMilli + views.amazonMilli) },
    { id: 'physical', label: <Link href={`/stock/${variantId}#movements`}>{t('physical')}</Link>, of: (views) => pieces(views.physicalMilli) },
    { id: 'counted', label: t('counted', { at: since }), of: (views) => signed(views.countedMilli) },
    { id: 'shrunk', label: t('shrunk', { at: since }), of: (views) => signed(views.shrunkMilli) },
    { id: 'difference', label: t('difference'), of: (views) => signed(views.totalMilli) },
    { id: 'isv', label: t('isv'), of: (views) => percent(views.isvBasisPoints) },
  ];
  const columns: DataColumn<NumberRow>[] = [
    { id: 'number', header: t('number'), isRowHeader: true, cell: (row) => row.label },
    { id: 'all', header: t('all'), align: 'end', cell: (row) => <strong>{row.of(channel.whole)}</strong> },
    ...channel.places.map((place): DataColumn<NumberRow> => ({ id: place.locationId, header: placeName(place.locationId), align: 'end', cell: (row) => row.of(place) })),
  ];
  return <DataTable caption={t('number')} columns={columns} rows={rows} rowKey={(row) => row.id} />;
}
