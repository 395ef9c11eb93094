'use client';
import { useQuery } from '@tanstack/react-query';
import { ApiProblem } from '@oneshelf/api-client';
import { EmptyState, LinkButton, Skeleton, TicketHeader } from '@oneshelf/ui';
import { useLocale, useTranslations } from 'next-intl';
import { ScreenError } from '../../screen-error';
import { ApprovalRulePanel } from './approval-rule-panel';
import { CashStepPanel } from './cash-step-panel';
import { LanesPanel } from './lanes-panel';
import { PriceFloorsPanel } from './price-floors-panel';
import styles from './settings.module.css';
import { marketSettings, pricingSettings } from './settings-queries';
import { UnitPricePanel } from './unit-price-panel';

/** What holds for a whole market: cash, how promotions get on, who must look at prices, and how low they may go. */
export function MarketSettingsScreen({ market }: { market: string }) {
  const t = useTranslations('settings');
  const shell = useTranslations('shell');
  const countries = new Intl.DisplayNames(useLocale(), { type: 'region', fallback: 'code' });
  const settings = useQuery(marketSettings(market));
  const pricing = useQuery(pricingSettings(market));
  const error = settings.error ?? pricing.error;
  if (error instanceof ApiProblem && (error.status === 404 || error.status === 400)) return <EmptyState title={t('missing.market')} action={<LinkButton href="/settings">{t('missing.action')}</LinkButton>}>{t('missing.text')}</EmptyState>;
  if (error) return <ScreenError error={error} onRetry={() => { void settings.refetch(); void pricing.refetch(); }} />;
  if (!settings.data || !pricing.data) return <div role="status" aria-label={t('loading')}><Skeleton lines={8} height={32} /></div>;
  return (
    <div className={styles.stack}>
      <TicketHeader
        crumbsLabel={shell('crumbs')} crumbs={[{ label: t('title'), href: '/settings' }, { label: settings.data.name }]} title={settings.data.name} description={t('marketDescription')}
        facts={[
          { label: t('country'), value: countries.of(settings.data.country) ?? settings.data.country, isPlain: true },
          { label: t('currency'), value: settings.data.currency, isPlain: true },
          { label: t('prices'), value: settings.data.taxInclusive ? t('withTax') : t('withoutTax'), isPlain: true },
        ]}
        actions={<LinkButton href={`/history?subject=market&subjectId=${encodeURIComponent(market)}`}>{t('history')}</LinkButton>}
      />
      <LanesPanel settings={pricing.data} />
      <CashStepPanel settings={settings.data} />
      <UnitPricePanel settings={settings.data} />
      <ApprovalRulePanel settings={pricing.data} />
      <PriceFloorsPanel market={market} mayEdit={pricing.data.mayEdit.floors} />
    </div>
  );
}
