'use client';
import type { StockDetailAnswer, StockNumber } from '@oneshelf/contracts';
import { type DataColumn, DataTable, EmptyState, formatQuantity, Panel, Tag } from '@oneshelf/ui';
import { useLocale, useTranslations } from 'next-intl';
import type { Why } from './stock-queries';
import { StockNumberButton } from './stock-number-button';
import { usePlaceName } from './use-place-name';
import { useStockUnit } from './stock-unit';

type AtPlace = StockDetailAnswer['locations'][number];
const NUMBERS = [['on_hand', 'onHandMilli'], ['committed', 'committedMilli'], ['allotted', 'allottedMilli'], ['unavailable', 'unavailableMilli'], ['available', 'availableMilli']] as const satisfies [StockNumber, keyof AtPlace][];

/** A row per location and their sum; each number opens the movements behind it. */
export function LocationPanel({ detail, onWhy }: { detail: StockDetailAnswer; onWhy: (why: Why) => void }) {
  const t = useTranslations('stock');
  const locale = useLocale();
  const unit = useStockUnit();
  const placeName = usePlaceName();
  const columns: DataColumn<AtPlace>[] = [
    { id: 'place', header: t('column.location'), cell: (row) => placeName(row.locationId), footer: t('total') },
    ...NUMBERS.filter(([number]) => number !== 'allotted' || detail.total.allottedMilli > 0).map(([number, field]): DataColumn<AtPlace> => ({
      id: number,
      header: t(`number.${number}`),
      align: 'end',
      cell: (row) => (
        <>
          {number === 'available' && row.overrideMilli > 0 ? <Tag tone="blocked">{t('oversold', { quantity: formatQuantity(row.overrideMilli, locale, unit) })}</Tag> : null}
          <StockNumberButton quantityMilli={row[field]} name={t(`number.${number}`)} place={placeName(row.locationId)} onPress={() => onWhy({ number, locationId: row.locationId })} />
        </>
      ),
      footer: <StockNumberButton quantityMilli={detail.total[field]} name={t(`number.${number}`)} place={t('everywhere')} onPress={() => onWhy({ number, locationId: null })} />,
    })),
  ];
  // No goods move for a hold, so it has no movements to open; without any its column would only take room.
  if (detail.total.heldMilli > 0) columns.splice(-1, 0, { id: 'held', header: t('held'), align: 'end', cell: (row) => formatQuantity(row.heldMilli, locale, unit), footer: formatQuantity(detail.total.heldMilli, locale, unit) });
  return (
    <Panel title={t('byLocation')}>
      <DataTable caption={t('byLocation')} columns={columns} rows={detail.locations} rowKey={(row) => row.locationId} empty={<EmptyState title={t('nowhere.title')}>{t('nowhere.text')}</EmptyState>} />
    </Panel>
  );
}
