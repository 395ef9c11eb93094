'use client';
import { useQuery } from '@tanstack/react-query';
import { ApiProblem } from '@oneshelf/api-client';
import type { SupplierDetail } from '@oneshelf/contracts';
import { EmptyState, LinkButton, Skeleton, Tag, TicketHeader } from '@oneshelf/ui';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { v7 as newId } from 'uuid';
import { ScreenError } from '../../screen-error';
import { supplierOf } from './purchasing-queries';
import styles from './purchasing.module.css';
import { SupplierForm } from './supplier-form';
import { SupplierProductsPanel } from './supplier-products-panel';

/** One supplier, or a new one: who they are, and what they sell us. */
export function SupplierScreen({ supplierId }: { supplierId: string }) {
  return supplierId === 'new' ? <NewSupplier /> : <KnownSupplier supplierId={supplierId} />;
}

function NewSupplier() {
  const [id] = useState(() => newId());
  return <SupplierPage id={id} supplier={null} />;
}

function KnownSupplier({ supplierId }: { supplierId: string }) {
  const t = useTranslations('purchasing.suppliers');
  const { data: supplier, error, refetch } = useQuery(supplierOf(supplierId));
  if (supplier) return <SupplierPage id={supplier.id} supplier={supplier} />;
  if (error instanceof ApiProblem && (error.status === 404 || error.status === 400)) return <EmptyState title={t('missing')} action={<LinkButton href="/purchasing/suppliers">{t('title')}</LinkButton>} />;
  return error ? <ScreenError error={error} onRetry={() => void refetch()} /> : <div aria-busy="true"><Skeleton height={96} /></div>;
}

function SupplierPage({ id, supplier }: { id: string; supplier: SupplierDetail | null }) {
  const t = useTranslations('purchasing');
  const shell = useTranslations('shell');
  const name = supplier?.name ?? t('suppliers.new');
  return (
    <>
      <TicketHeader crumbsLabel={shell('crumbs')} crumbs={[{ label: t('title'), href: '/purchasing' }, { label: t('suppliers.title'), href: '/purchasing/suppliers' }, { label: name }]} title={name}
        description={supplier === null ? t('suppliers.newText') : <>{supplier.code} {supplier.active ? null : <Tag>{t('suppliers.inactive')}</Tag>}</>}
        actions={supplier === null ? undefined : <LinkButton href={`/purchasing?supplier=${supplier.id}`}>{t('suppliers.orders')}</LinkButton>} />
      <div className={styles.column}>
        <SupplierForm key={supplier?.version ?? 0} id={id} supplier={supplier} />
        {supplier === null ? null : <SupplierProductsPanel supplier={supplier} />}
      </div>
    </>
  );
}
