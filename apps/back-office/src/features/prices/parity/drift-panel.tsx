'use client';
import { useQuery } from '@tanstack/react-query';
import type { PriceDrift } from '@oneshelf/contracts';
import { type DataColumn, DataTable, EmptyState, Panel, Tag } from '@oneshelf/ui';
import { useFormatter, useTranslations } from 'next-intl';
import { useState } from 'react';
import { Link } from 'react-aria-components';
import { ScreenError } from '../../../screen-error';
import { PageTurner } from './page-turner';
import { DRIFT_ROWS, type ParityFilter, priceDrifts } from './parity-queries';
import { useParityWords } from './use-parity-words';

/** Where another price is asked than the book says, and why. */
export function DriftPanel({ market, filter, onOpen }: { market: string; filter: ParityFilter; onOpen: (variantId: string) => void }) {
  const t = useTranslations('parity.drift');
  const format = useFormatter();
  const [offset, setOffset] = useState(0);
  const { data, error, refetch } = useQuery(priceDrifts(market, { ...filter, offset }));
  const columns = useColumns(market, data?.currency ?? 'GBP', onOpen);
  return (
    <Panel title={t('title')} aside={data && data.total > 0 ? <Tag tone="blocked">{format.number(data.total)}</Tag> : undefined}>
      {error ? <ScreenError error={error} onRetry={() => void refetch()} /> : null}
      {data === undefined ? null : (
        <>
          <DataTable caption={t('title')} columns={columns} rows={data.items} rowKey={(drift) => drift.id} empty={<EmptyState title={t('none')}>{t('noneText')}</EmptyState>} />
          <PageTurner rows={DRIFT_ROWS} label={t('pages')} total={data.total} offset={offset} onTurn={setOffset} />
        </>
      )}
    </Panel>
  );
}

function useColumns(market: string, currency: string, onOpen: (variantId: string) => void): DataColumn<PriceDrift>[] {
  const t = useTranslations('parity.drift');
  const words = useParityWords(market, currency);
  return [
    { id: 'product', header: t('product'), isRowHeader: true, cell: (drift) => <ProductLink drift={drift} onOpen={onOpen} /> },
    { id: 'place', header: t('place'), cell: (drift) => <>{drift.orderId === null ? words.place(drift) : <Link href={`/orders/${drift.orderId}`}>{words.place(drift)}</Link>}{drift.customerGroup === null ? null : <small>{drift.customerGroup}</small>}</> },
    { id: 'expected', header: t('expected'), align: 'end', cell: (drift) => words.price(drift.expectedMinor) },
    { id: 'asked', header: t('asked'), align: 'end', cell: (drift) => <strong>{drift.askedMinor === null && drift.cause === 'unknown_book' ? t('unknown') : words.price(drift.askedMinor)}</strong> },
    { id: 'cause', header: t('cause'), cell: (drift) => <><Tag tone={drift.cause === 'by_hand' ? 'waiting' : 'blocked'}>{t(`causes.${drift.cause}`)}</Tag>{drift.by === null ? (drift.bookVersion === null ? null : <small>{drift.bookVersion}</small>) : <small>{[drift.by, drift.reason].filter(Boolean).join(': ')}</small>}</> },
    { id: 'at', header: t('at'), align: 'end', cell: (drift) => words.when(drift.at) },
  ];
}

function ProductLink({ drift, onOpen }: { drift: PriceDrift; onOpen: (variantId: string) => void }) {
  return <><Link onPress={() => onOpen(drift.variantId)}>{drift.title}</Link><small>{drift.sku}</small></>;
}
