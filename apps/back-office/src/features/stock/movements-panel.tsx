'use client';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { StockDetailAnswer, StockMovementsAnswer } from '@oneshelf/contracts';
import { type DataColumn, DataTable, formatQuantity, Panel, Select } from '@oneshelf/ui';
import { useFormatter, useLocale, useMessages, useTranslations } from 'next-intl';
import Link from 'next/link';
import { PagedList } from '../../paged-list';
import { DocumentLink } from './document-link';
import { signedQuantity } from './signed-quantity';
import styles from './stock.module.css';
import { stockMovements } from './stock-queries';
import { ALL, type StockView } from './use-stock-view';
import { useCauseName } from './use-cause-name';
import { useMovementReason } from './use-movement-reason';
import { usePlaceName } from './use-place-name';
import { useStockUnit } from './stock-unit';

type Item = StockMovementsAnswer['items'][number];

/** Every movement of the chosen number, newest first, by cause where one is chosen, and the number after each. */
export function MovementsPanel({ detail, view }: { detail: StockDetailAnswer; view: StockView }) {
  const t = useTranslations('stock');
  const causeName = useCauseName();
  const causes = Object.keys(useMessages().stock.cause);
  const { number, locationId, cause, setCause, at } = view;
  const history = useInfiniteQuery(stockMovements(detail.variant.variantId, { number, locationId, cause, at }));
  return (
    <Panel title={t('movements')} aside={<Select label={t('column.cause')} labelHidden options={[{ id: ALL, label: t('everyCause') }, ...causes.map((id) => ({ id, label: causeName(id) }))]} value={cause ?? ALL} onChange={setCause} />}>
      <div id="movements" className={styles.columns}>
        <PagedList query={history} empty={{ title: t('noMovements.title'), text: t('noMovements.text'), onClear: cause === null ? undefined : () => setCause(ALL) }}>
          {(items) => <MovementTable items={items} isWhole={cause === null} />}
        </PagedList>
      </div>
    </Panel>
  );
}

function MovementTable({ items, isWhole }: { items: Item[]; isWhole: boolean }) {
  const t = useTranslations('stock');
  const locale = useLocale();
  const unit = useStockUnit();
  const format = useFormatter();
  const placeName = usePlaceName();
  const reasonOf = useMovementReason();
  const columns: DataColumn<Item>[] = [
    { id: 'at', header: t('column.time'), cell: (item) => <time dateTime={item.recordedAt}>{format.dateTime(new Date(item.recordedAt), { dateStyle: 'short', timeStyle: 'medium' })}</time> },
    { id: 'cause', header: t('column.cause'), cell: (item) => <><DocumentLink causeKind={item.causeKind} causeId={item.causeId} />{item.reason === '' ? '' : `: ${reasonOf(item)}`}{item.lot ? <> · <Link href={`/stock/lots/${item.lot.lotId}`}>{t('lot', { code: item.lot.code })}</Link></> : null}</> },
    { id: 'place', header: t('column.location'), cell: (item) => placeName(item.locationId) },
    { id: 'actor', header: t('column.actor'), cell: (item) => item.actor },
    { id: 'change', header: t('column.change'), align: 'end', cell: (item) => <span className="os-number">{signedQuantity(item.changeMilli, locale, unit)}</span> },
    ...(isWhole ? [{ id: 'after', header: t('column.after'), align: 'end' as const, cell: (item: Item) => (item.runningMilli === null ? '' : <span className="os-number">{formatQuantity(item.runningMilli, locale, unit)}</span>) }] : []),
  ];
  return <DataTable caption={t('why.table')} columns={columns} rows={items} rowKey={(item) => item.id} />;
}
