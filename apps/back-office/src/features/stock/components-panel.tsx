'use client';
import { useQuery } from '@tanstack/react-query';
import type { ComponentsAnswer } from '@oneshelf/contracts';
import { Button, type DataColumn, DataTable, formatQuantity, Panel, Skeleton, Tag } from '@oneshelf/ui';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { Link } from 'react-aria-components';
import { ScreenError } from '../../screen-error';
import { signedInUser } from '../../signed-in-user';
import { AssembleDialog } from './assemble-dialog';
import { nameOf } from './component-name';
import { ComponentsDialog } from './components-dialog';
import styles from './stock.module.css';
import { componentsOf } from './stock-queries';
import { usePlaceName } from './use-place-name';

type Component = ComponentsAnswer['components'][number];
type Place = ComponentsAnswer['places'][number];
type Use = ComponentsAnswer['usedIn'][number];

/** What a bundle or kit is made of and where that makes how many; of other goods, which bundles they are in. */
export function ComponentsPanel({ variantId, sku }: { variantId: string; sku: string }) {
  const t = useTranslations('bundles');
  const { data, error, refetch } = useQuery(componentsOf(variantId));
  const { data: user } = useQuery(signedInUser);
  const [open, setOpen] = useState<'edit' | 'assemble' | null>(null);
  const roles = new Set((user?.grants ?? []).map(({ role }) => role));
  const mayEdit = roles.has('admin') || roles.has('operations');
  const mayAssemble = data?.kind === 'kit' && (mayEdit || roles.has('store_manager'));
  return (
    <Panel
      title={data ? t(`title.${data.kind}`) : t('title.stock')}
      aside={data ? <>{mayAssemble ? <Button size="small" onPress={() => setOpen('assemble')}>{t('assemble.open')}</Button> : null} {mayEdit ? <Button size="small" onPress={() => setOpen('edit')}>{t(data.kind === 'stock' ? 'edit.make' : 'edit.open')}</Button> : null}</> : undefined}
    >
      {error ? <ScreenError error={error} onRetry={() => void refetch()} /> : null}
      {data ? <Made answer={data} /> : error ? null : <Skeleton lines={3} height={24} />}
      {open === 'edit' && data ? <ComponentsDialog variantId={variantId} sku={sku} answer={data} onClose={() => setOpen(null)} /> : null}
      {open === 'assemble' && data ? <AssembleDialog variantId={variantId} sku={sku} answer={data} onClose={() => setOpen(null)} /> : null}
    </Panel>
  );
}

function Made({ answer }: { answer: ComponentsAnswer }) {
  const t = useTranslations('bundles');
  const locale = useLocale();
  const quantity = (milli: number) => formatQuantity(milli, locale);
  const components: DataColumn<Component>[] = [
    { id: 'name', header: t('component'), cell: (row) => <Link href={`/stock/${row.variantId}`}>{nameOf(row)}</Link>, isRowHeader: true },
    { id: 'sku', header: t('sku'), cell: (row) => row.sku },
    { id: 'quantity', header: t('perPiece'), align: 'end', cell: (row) => quantity(row.quantityMilli) },
  ];
  const uses: DataColumn<Use>[] = [
    { id: 'name', header: t('product'), cell: (row) => <Link href={`/stock/${row.variantId}`}>{nameOf(row)}</Link>, isRowHeader: true },
    { id: 'kind', header: t('kind'), cell: (row) => <Tag>{t(`kinds.${row.kind}`)}</Tag> },
    { id: 'quantity', header: t('perPiece'), align: 'end', cell: (row) => quantity(row.quantityMilli) },
  ];
  return (
    <div className={styles.form}>
      {answer.kind === 'stock' ? null : <p>{t(`about.${answer.kind}`)}</p>}
      {answer.kind === 'stock' ? null : <DataTable caption={t('components')} columns={components} rows={answer.components} rowKey={(row) => row.variantId} empty={<p>{t('noComponents')}</p>} />}
      {answer.kind === 'stock' ? null : <PlaceTable answer={answer} />}
      {answer.usedIn.length > 0 ? <DataTable caption={t('usedIn')} columns={uses} rows={answer.usedIn} rowKey={(row) => row.variantId} /> : answer.kind === 'stock' ? <p>{t('inNone')}</p> : null}
    </div>
  );
}

/** Whole ones at each place, the most first, and what limits them. */
function PlaceTable({ answer }: { answer: ComponentsAnswer }) {
  const t = useTranslations('bundles');
  const locale = useLocale();
  const placeName = usePlaceName();
  const limits = (row: Place): string => {
    const component = answer.components.find(({ variantId }) => variantId === row.limitedBy);
    return component ? nameOf(component) : '';
  };
  const columns: DataColumn<Place>[] = [
    { id: 'place', header: t('place'), cell: (row) => placeName(row.locationId), isRowHeader: true },
    { id: 'available', header: t(answer.kind === 'kit' ? 'canPack' : 'canSell'), align: 'end', cell: (row) => formatQuantity(row.availableMilli, locale) },
    { id: 'limit', header: t('limit'), cell: limits },
  ];
  const rows = [...answer.places].sort((a, b) => b.availableMilli - a.availableMilli || (placeName(a.locationId) < placeName(b.locationId) ? -1 : 1));
  return <DataTable caption={t('places')} columns={columns} rows={rows} rowKey={(row) => row.locationId} empty={<p>{t('nowhere')}</p>} />;
}
