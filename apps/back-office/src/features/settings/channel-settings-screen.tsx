'use client';
import { useQuery } from '@tanstack/react-query';
import { ApiProblem } from '@oneshelf/api-client';
import { EmptyState, LinkButton, Panel, Skeleton, TicketHeader } from '@oneshelf/ui';
import { useTranslations } from 'next-intl';
import { ScreenError } from '../../screen-error';
import { useMarkets } from '../promotions/use-markets';
import { ChannelTaxPanel } from './channel-tax-panel';
import { CheckoutPanel } from './checkout-panel';
import { ShippingPanel } from './shipping-panel';
import styles from './settings.module.css';
import { channelSettings } from './settings-queries';

/** What holds for one channel: how long it keeps goods for shoppers, how it sends, and whose tax it charges. */
export function ChannelSettingsScreen({ channel }: { channel: string }) {
  const t = useTranslations('settings');
  const shell = useTranslations('shell');
  const { marketName } = useMarkets();
  const { data, error, refetch } = useQuery(channelSettings(channel));
  if (error instanceof ApiProblem && (error.status === 404 || error.status === 400)) return <EmptyState title={t('missing.channel')} action={<LinkButton href="/settings">{t('missing.action')}</LinkButton>}>{t('missing.text')}</EmptyState>;
  if (error) return <ScreenError error={error} onRetry={() => void refetch()} />;
  if (!data) return <div role="status" aria-label={t('loading')}><Skeleton lines={8} height={32} /></div>;
  return (
    <div className={styles.stack}>
      <TicketHeader
        crumbsLabel={shell('crumbs')} crumbs={[{ label: t('title'), href: '/settings' }, { label: data.name }]} title={data.name} description={t(`kinds.${data.kind}`)}
        facts={[{ label: t('market'), value: marketName(data.marketCode), isPlain: true }, { label: t('currency'), value: data.currency, isPlain: true }]}
        actions={<LinkButton href={`/history?subject=channel&subjectId=${encodeURIComponent(channel)}`}>{t('history')}</LinkButton>}
      />
      {data.kind === 'web' ? <>{data.checkout ? <CheckoutPanel settings={data} checkout={data.checkout} /> : null}<ShippingPanel settings={data} /><ChannelTaxPanel settings={data} /></> : <Panel><p>{t(`nothing.${data.kind}`)}</p><p><LinkButton href={`/settings/markets/${data.marketCode}`}>{t('marketLink', { market: marketName(data.marketCode) })}</LinkButton></p>{data.kind === 'marketplace' ? <p><LinkButton href={`/stock/pools?channel=${encodeURIComponent(channel)}`}>{t('poolLink')}</LinkButton></p> : null}</Panel>}
    </div>
  );
}
