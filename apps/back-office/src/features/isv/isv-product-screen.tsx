'use client';
import { useQuery } from '@tanstack/react-query';
import { ApiProblem } from '@oneshelf/api-client';
import { EmptyState, formatQuantity, LinkButton, Skeleton, TicketHeader } from '@oneshelf/ui';
import { useFormatter, useLocale, useTranslations } from 'next-intl';
import { ScreenError } from '../../screen-error';
import { StockNav } from '../stock-work/stock-nav';
import { ChannelPanel } from './channel-panel';
import { isvOfProduct } from './isv-queries';
import styles from './isv.module.css';

/** One product number by number: what each channel shows of it, what is there, and why they differ. */
export function IsvProductScreen({ variantId }: { variantId: string }) {
  const t = useTranslations('isv');
  const shell = useTranslations('shell');
  const format = useFormatter();
  const locale = useLocale();
  const { data, error, refetch } = useQuery(isvOfProduct(variantId));
  if (error instanceof ApiProblem && (error.status === 404 || error.status === 400)) return <EmptyState title={t('product.missing.title')} action={<LinkButton href="/stock/isv">{t('product.missing.action')}</LinkButton>}>{t('product.missing.text')}</EmptyState>;
  if (error) return <ScreenError error={error} onRetry={() => void refetch()} />;
  if (!data) return <div role="status" aria-label={t('loading')}><Skeleton lines={8} height={32} /></div>;
  return (
    <>
      <TicketHeader
        crumbsLabel={shell('crumbs')} crumbs={[{ label: t('crumb'), href: '/stock' }, { label: t('short'), href: '/stock/isv' }, { label: data.sku }]}
        title={data.title} description={`${data.sku}. ${t('product.lead')}`} actions={<LinkButton href={`/stock/${variantId}`}>{t('product.stock')}</LinkButton>}
      />
      <StockNav />
      <div className={styles.stack}>
        {data.components ? <p>{t('product.bundle', { components: format.list(data.components.map(({ title, quantityMilli }) => `${formatQuantity(quantityMilli, locale)} ${title}`)) })}</p> : null}
        {data.channels.length === 0 ? <EmptyState title={t('product.none.title')} action={<LinkButton href={`/stock/${variantId}`}>{t('product.none.action')}</LinkButton>}>{t('product.none.text')}</EmptyState> : null}
        {data.channels.map((channel) => <ChannelPanel key={channel.channelCode} product={data} channel={channel} />)}
      </div>
    </>
  );
}
