'use client';
import { ApiProblem } from '@oneshelf/api-client';
import { useQuery } from '@tanstack/react-query';
import { EmptyState, Panel, Skeleton, TicketHeader } from '@oneshelf/ui';
import { useLocale, useTranslations } from 'next-intl';
import { useSearchParams } from 'next/navigation';
import { useMemo, useState } from 'react';
import { ScreenError } from '../../../screen-error';
import { candidateOf } from '../builder/promotion-draft';
import { keptDraft } from '../builder/kept-draft';
import { simulation } from '../promotions-api';
import styles from '../promotions.module.css';
import { useMarkets } from '../use-markets';
import { useSettled } from '../use-settled';
import { CartPanel } from './cart-panel';
import { OrderLoader } from './order-loader';
import { SimulationResult } from './simulation-result';
import { readState, requestOfState, type SimulationState, writeState } from './simulation-state';

const ASK_AFTER_MS = 250;

/** A cart that nobody bought, at any time and place: what it costs, and why each promotion did or did not apply. All of it is in the URL. */
export function SimulatorScreen() {
  const t = useTranslations('promotion-desk.simulator');
  const { markets, channels, timeZone } = useMarkets();
  const search = useSearchParams();
  const read = useMemo(() => readState(new URLSearchParams(search.toString())), [search]);
  const market = read.market || (markets[0]?.code ?? '');
  const state: SimulationState = { ...read, market, channel: read.channel || (channels.find((channel) => channel.marketCode === market && channel.kind !== 'marketplace')?.code ?? '') };
  const change = (part: Partial<SimulationState>) => window.history.replaceState(null, '', `${window.location.pathname}${writeState({ ...state, ...part })}`);
  return (
    <div className={styles.stack}>
      <TicketHeader title={t('title')} description={t('description')} crumbs={[{ label: t('crumb'), href: '/promotions' }, { label: t('title') }]} crumbsLabel={t('crumbs')} />
      <div className={styles.simulator}>
        <div className={styles.stack}>
          <OrderLoader state={state} onLoad={change} />
          <CartPanel state={state} zone={timeZone(market)} onChange={change} />
        </div>
        <Answer state={state} zone={timeZone(market)} onChange={change} />
      </div>
    </div>
  );
}

function Answer({ state, zone, onChange }: { state: SimulationState; zone: string; onChange: (part: Partial<SimulationState>) => void }) {
  const t = useTranslations('promotion-desk.simulator');
  const locale = useLocale().startsWith('de') ? 'de' : 'en';
  // Now is when the page was opened: else every look would be another question.
  const [nowIso] = useState(() => new Date().toISOString());
  const unnamed = t('result.draft');
  const settled = useSettled(writeState(state), ASK_AFTER_MS);
  const request = useMemo(() => {
    const asked = readState(new URLSearchParams(settled));
    const draft = asked.draft === '' ? null : draftOfKey(asked.draft);
    const promotionId = /^[0-9a-f-]{36}$/.test(asked.draft) ? asked.draft : null;
    return requestOfState(asked, { zone, nowIso, locale, candidate: draft && candidateOf(draft, { zone, promotionId, unnamed }) });
  }, [settled, zone, nowIso, locale, unnamed]);
  const { data, error, isFetching } = useQuery({ ...simulation(request ?? emptyRequest), enabled: request !== null });
  if (request === null) return <EmptyState title={t('empty.title')}>{t('empty.text')}</EmptyState>;
  const sku = skuOf(error);
  if (error) return <ScreenError error={error} {...(sku === null ? {} : { notDone: t('cannotBePriced', { sku }) })} />;
  if (data === undefined) return <Panel><p className="os-hidden" role="status">{t('asking')}</p><Skeleton height={44} lines={4} /></Panel>;
  return <div className={styles.stack} aria-busy={isFetching}><SimulationResult result={data} isDraftAsked={request.candidate !== null} onStart={() => onChange({ at: draftOfKey(state.draft)?.start ?? '' })} /></div>;
}

/** Which product it was that cannot be priced. */
function skuOf(error: unknown): string | null {
  const details: unknown = error instanceof ApiProblem && error.code === 'cannot_be_priced' ? error.details : null;
  return typeof details === 'object' && details !== null && 'sku' in details && typeof details.sku === 'string' && details.sku !== '' ? details.sku : null;
}

/** A draft of this browser, whatever release it edits. */
const draftOfKey = (key: string) => keptDraft(key, 'any');

const emptyRequest = { marketCode: '', channelCode: '', locationId: null, at: '', lines: [], coupons: [], customerGroups: [], loyaltyTier: null, ordersBefore: null, paymentMethod: null, shippingMinor: null, candidate: null, bookVersion: null, locale: 'en' as const };
