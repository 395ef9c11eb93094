'use client';
import { useInfiniteQuery } from '@tanstack/react-query';
import { LinkButton, Panel } from '@oneshelf/ui';
import { useTranslations } from 'next-intl';
import { serialList } from './serial-queries';
import { SerialTable } from './serial-table';

const MOST_SHOWN = 20;

/** The first pieces of one product, with where each is; nothing at all where none has a serial. */
export function SerialPanel({ variantId }: { variantId: string }) {
  const t = useTranslations('serials');
  const { data } = useInfiniteQuery(serialList({ q: '', variantId }));
  const pieces = data?.pages[0]?.items ?? [];
  if (pieces.length === 0) return null;
  return (
    <Panel title={t('panel')} aside={<LinkButton href={`/stock/serials?product=${variantId}`}>{t('allOfProduct')}</LinkButton>}>
      <SerialTable withProduct={false} rows={pieces.slice(0, MOST_SHOWN)} empty={null} />
    </Panel>
  );
}
