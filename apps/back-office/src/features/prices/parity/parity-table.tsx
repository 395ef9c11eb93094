'use client';
import type { PriceParity, PriceParityRow } from '@oneshelf/contracts';
import { type DataColumn, DataTable, EmptyState, Panel, Tag } from '@oneshelf/ui';
import { useFormatter, useTranslations } from 'next-intl';
import { Link } from 'react-aria-components';
import { PageTurner } from './page-turner';
import { PAGE_ROWS } from './parity-queries';
import { useParityWords } from './use-parity-words';

interface ParityTableProps {
  market: string;
  data: PriceParity;
  offset: number;
  onTurn: (offset: number) => void;
  onOpen: (variantId: string) => void;
}

/** Each SKU from its lowest to its highest price. */
export function ParityTable({ market, data, offset, onTurn, onOpen }: ParityTableProps) {
  const t = useTranslations('parity.table');
  const format = useFormatter();
  const words = useParityWords(market, data.currency);
  const contexts = data.totals.contexts;
  const columns: DataColumn<PriceParityRow>[] = [
    { id: 'product', header: t('product'), isRowHeader: true, cell: (row) => <><Link onPress={() => onOpen(row.variantId)}>{row.title}</Link><small>{row.sku}</small></> },
    { id: 'plain', header: t('plain'), align: 'end', cell: (row) => words.price(row.plainMinor) },
    { id: 'min', header: t('min'), align: 'end', cell: (row) => words.price(row.minMinor) },
    { id: 'max', header: t('max'), align: 'end', cell: (row) => words.price(row.maxMinor) },
    { id: 'spread', header: t('spread'), align: 'end', cell: (row) => (row.minMinor === row.maxMinor ? '–' : words.percent(row.spreadBasisPoints)) },
    { id: 'differing', header: t('differing'), align: 'end', cell: (row) => (row.differing === 0 ? '–' : t('of', { count: format.number(row.differing), contexts: format.number(contexts) })) },
    { id: 'drifts', header: t('drifts'), align: 'end', cell: (row) => (row.drifts === 0 ? '–' : <Tag tone="blocked">{format.number(row.drifts)}</Tag>) },
  ];
  return (
    <Panel title={t('title')} aside={<Tag>{format.number(data.total)}</Tag>}>
      <DataTable caption={t('title')} columns={columns} rows={data.items} rowKey={(row) => row.variantId} empty={<EmptyState title={t('none')}>{t('noneText')}</EmptyState>} />
      <PageTurner rows={PAGE_ROWS} label={t('pages')} total={data.total} offset={offset} onTurn={onTurn} />
    </Panel>
  );
}
