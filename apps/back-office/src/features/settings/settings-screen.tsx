'use client';
import { useQuery } from '@tanstack/react-query';
import type { DirectoryAnswer } from '@oneshelf/contracts';
import { EmptyState, Panel, Skeleton, TicketHeader } from '@oneshelf/ui';
import { useLocale, useTranslations } from 'next-intl';
import { Link } from 'react-aria-components';
import { directory } from '../../directory';
import { ScreenError } from '../../screen-error';
import styles from './settings.module.css';

/** What can be set, by market: the market itself and each of its channels. */
export function SettingsScreen() {
  const t = useTranslations('settings');
  const { data, error, refetch } = useQuery(directory);
  return (
    <>
      <TicketHeader title={t('title')} description={t('description')} />
      {error ? <ScreenError error={error} onRetry={() => void refetch()} /> : null}
      {data === undefined && error === null ? <Skeleton lines={8} height={32} /> : null}
      {data?.markets.length === 0 ? <EmptyState title={t('empty.title')}>{t('empty.text')}</EmptyState> : null}
      {data?.markets.map((market) => <MarketPanel key={market.code} market={market} channels={data.channels.filter((channel) => channel.marketCode === market.code)} />)}
    </>
  );
}

function MarketPanel({ market, channels }: { market: DirectoryAnswer['markets'][number]; channels: DirectoryAnswer['channels'] }) {
  const t = useTranslations('settings');
  const countries = new Intl.DisplayNames(useLocale(), { type: 'region', fallback: 'code' });
  return (
    <Panel title={market.name}>
      <ul className={styles.doors}>
        <li><Link href={`/settings/markets/${market.code}`}>{t('marketLink', { market: market.name })}</Link><small>{t('marketSays', { country: countries.of(market.country) ?? market.country, currency: market.currency })}</small></li>
        {channels.map((channel) => (
          <li key={channel.code}><Link href={`/settings/channels/${channel.code}`}>{channel.name}</Link><small>{t(`kinds.${channel.kind}`)}</small></li>
        ))}
      </ul>
    </Panel>
  );
}
