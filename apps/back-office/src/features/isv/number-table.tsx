'use client';
import type { IsvVariant } from '@oneshelf/contracts';
import { type DataColumn, DataTable } from '@oneshelf/ui';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { usePlaceName } from '../stock/use-place-name';
import { useIsvFormat } from './use-isv-format';

type Channel = IsvVariant['channels'][number];
type Views = Channel['whole'] & { limitedBy?: string | null | undefined };
interface NumberRow {
  id: string;
  label: ReactNode;
  of: (views: Views) => ReactNode;
}

/** Physical, what the tills say, what the channel took and what is withheld: all places, and each. They add up downwards and across. */
export function NumberTable({ product, channel }: { product: IsvVariant; channel: Channel }) {
  const { measuredAt, variantId, components } = product;
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
    ...(components ? [{ id: 'limited', label: t('limitedBy'), of: (views: Views) => <LimitedBy components={components} limitedBy={views === channel.whole ? limitOfAll(channel) : views.limitedBy} /> }] : []),
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

/** The component that limits the bundle wherever it is; null where each place has another. */
function limitOfAll({ places }: Channel): string | null {
  const limits = new Set(places.map(({ limitedBy }) => limitedBy ?? null));
  return limits.size === 1 ? ([...limits][0] ?? null) : null;
}

function LimitedBy({ components, limitedBy }: { components: NonNullable<IsvVariant['components']>; limitedBy: string | null | undefined }) {
  const component = components.find(({ variantId }) => variantId === limitedBy);
  return component ? <Link href={`/stock/${component.variantId}`}>{component.title}</Link> : '–';
}
