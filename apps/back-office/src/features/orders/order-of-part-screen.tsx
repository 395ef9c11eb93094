'use client';
import { useQuery } from '@tanstack/react-query';
import { EmptyState, LinkButton, Skeleton } from '@oneshelf/ui';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { ApiProblem } from '@oneshelf/api-client';
import { apiQuery } from '../../api';
import { ScreenError } from '../../screen-error';
import { orderHref } from './order-links';

/** The address of a part, which stock knows: leads to the page of its order. */
export function OrderOfPartScreen({ id }: { id: string }) {
  const t = useTranslations('orders.missing');
  const router = useRouter();
  const { data: part, error, refetch } = useQuery(apiQuery('/api/fulfilment-orders/{id}', { params: { path: { id } } }));
  useEffect(() => { if (part) router.replace(orderHref(part.orderId)); }, [part, router]);
  if (error instanceof ApiProblem && (error.status === 404 || error.status === 400)) return <EmptyState title={t('title')} action={<LinkButton href="/orders">{t('action')}</LinkButton>}>{t('text')}</EmptyState>;
  return error === null ? <Skeleton height={240} /> : <ScreenError error={error} onRetry={() => void refetch()} />;
}
