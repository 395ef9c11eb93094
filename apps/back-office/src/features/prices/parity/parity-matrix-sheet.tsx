'use client';
import { useQuery } from '@tanstack/react-query';
import type { PriceParityMatrix } from '@oneshelf/contracts';
import { type DataColumn, DataTable, Sheet, Skeleton, Tag } from '@oneshelf/ui';
import { useTranslations } from 'next-intl';
import { ScreenError } from '../../../screen-error';
import { useWordOr } from '../../../use-word-or';
import { priceMatrix } from './parity-queries';
import { useParityWords } from './use-parity-words';

type Place = { id: string; cells: PriceParityMatrix['cells'] };

/** One SKU: channels and stores down, customer groups across, with the book or promotion that makes each price. */
export function ParityMatrixSheet({ market, variantId, at, onClose }: { market: string; variantId: string; at: string | undefined; onClose: () => void }) {
  const t = useTranslations('parity.matrix');
  const { data, error, refetch } = useQuery(priceMatrix(market, variantId, at));
  return (
    <Sheet isOpen={variantId !== ''} onOpenChange={(isOpen) => { if (!isOpen) onClose(); }} title={data?.title ?? t('title')} closeLabel={t('close')} size="wide">
      {error ? <ScreenError error={error} onRetry={() => void refetch()} /> : null}
      {data === undefined ? (error ? null : <Skeleton lines={6} height={32} />) : <Matrix market={market} data={data} />}
    </Sheet>
  );
}

function Matrix({ market, data }: { market: string; data: PriceParityMatrix }) {
  const t = useTranslations('parity.matrix');
  const words = useParityWords(market, data.currency);
  const because = useWordOr('parity.matrix.because');
  const groups = [...new Set(data.cells.map(({ context }) => context.customerGroup))];
  const places = placesOf(data.cells);
  const driftAt = (cell: PriceParityMatrix['cells'][number]) => data.drifts.find((drift) => drift.placeKind !== 'receipt' && drift.channelCode === cell.context.channelCode && drift.locationId === cell.context.locationId && drift.customerGroup === cell.context.customerGroup);
  const columns: DataColumn<Place>[] = [
    { id: 'place', header: t('place'), isRowHeader: true, cell: ({ cells: [first] }) => (first ? words.context({ ...first.context, customerGroup: null }) : null) },
    ...groups.map((group, index): DataColumn<Place> => ({
      id: `group ${index}`, header: group ?? t('strangers'), align: 'end',
      cell: ({ cells }) => {
        const cell = cells.find(({ context }) => context.customerGroup === group);
        if (!cell) return '–';
        const drift = driftAt(cell);
        const why = cell.promotions.length > 0 ? cell.promotions.join(', ') : cell.isOther && cell.because !== null ? `${cell.bookName ?? ''} · ${because(cell.because)}` : null;
        return <>{cell.isOther ? <strong>{words.price(cell.priceMinor)}</strong> : words.price(cell.priceMinor)}{why === null ? null : <small>{why}</small>}{drift ? <div><Tag tone="blocked">{t('asks', { price: words.price(drift.askedMinor) })}</Tag></div> : null}</>;
      },
    })),
  ];
  return (
    <>
      <p>{t('intro', { sku: data.sku, price: words.price(data.plainMinor), when: words.when(data.at) })}</p>
      <DataTable caption={t('caption')} columns={columns} rows={places} rowKey={({ id }) => id} />
    </>
  );
}

function placesOf(cells: PriceParityMatrix['cells']): Place[] {
  const places = new Map<string, Place>();
  for (const cell of cells) {
    const id = `${cell.context.channelCode} ${cell.context.locationId ?? ''}`;
    const place = places.get(id) ?? { id, cells: [] };
    place.cells.push(cell);
    places.set(id, place);
  }
  return [...places.values()];
}
