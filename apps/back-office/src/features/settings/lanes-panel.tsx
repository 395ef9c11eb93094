'use client';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { LanesEffect, MarketLanes, MarketPricingSettings } from '@oneshelf/contracts';
import { ChoiceList, Panel } from '@oneshelf/ui';
import { useFormatter, useTranslations } from 'next-intl';
import { Link } from 'react-aria-components';
import { ScreenError } from '../../screen-error';
import { useTimes } from '../../use-times';
import { useMarkets } from '../promotions/use-markets';
import { useMoney } from '../promotions/use-money';
import { ReadOnlyNote } from './read-only-note';
import { SaveBar } from './save-bar';
import styles from './settings.module.css';
import { lanesEffect, pricingSettings, setLanes } from './settings-queries';
import { useSetting } from './use-setting';

const LANES = ['item', 'basket', 'shipping'] as const;
const MODES = ['best_deal', 'stacking'] as const;

/** Whether the promotions of each lane compete or come off one after another, with what a change would have done to the last baskets. */
export function LanesPanel({ settings }: { settings: MarketPricingSettings }) {
  const t = useTranslations('settings.lanes');
  const { marketCode, mayEdit, lanesChanged } = settings;
  const client = useQueryClient();
  const { dayTime } = useTimes(useMarkets().timeZone(marketCode));
  const setting = useSetting<MarketLanes>({
    current: settings.lanes, save: (next, seen) => setLanes(marketCode, next, seen), saved: t('saved'),
    read: () => client.refetchQueries({ queryKey: pricingSettings(marketCode).queryKey }),
  });
  return (
    <Panel title={t('title')}>
      <p className={styles.lead}>{t('lead')}</p>
      <div className={styles.lanes}>
        {LANES.map((lane) => (
          <ChoiceList
            key={lane} label={t(`lane.${lane}`)} value={setting.draft[lane]} isDisabled={!mayEdit.lanes}
            onChange={(mode) => setting.setDraft({ ...setting.draft, [lane]: mode === 'stacking' ? 'stacking' : 'best_deal' })}
            choices={MODES.map((id) => ({ id, label: t(`mode.${id}`), detail: t(`says.${lane}.${id}`) }))}
          />
        ))}
      </div>
      {setting.isChanged ? <Preview marketCode={marketCode} lanes={setting.draft} /> : null}
      {lanesChanged ? <p className={styles.quiet}>{t('changed', { by: lanesChanged.by, at: dayTime(lanesChanged.at) })}</p> : null}
      {mayEdit.lanes ? <SaveBar setting={setting} what={t('title')} /> : <ReadOnlyNote roles={['merchandiser']} />}
    </Panel>
  );
}

function Preview({ marketCode, lanes }: { marketCode: string; lanes: MarketLanes }) {
  const t = useTranslations('settings.lanes.effect');
  const { data, error, refetch } = useQuery(lanesEffect(marketCode, lanes));
  return (
    <section className={styles.preview} aria-label={t('title')}>
      <h3>{t('title')}</h3>
      {error ? <ScreenError error={error} onRetry={() => void refetch()} /> : data === undefined ? <p role="status" className={styles.quiet}>{t('asking')}</p> : <Effect effect={data} />}
    </section>
  );
}

function Effect({ effect }: { effect: LanesEffect }) {
  const t = useTranslations('settings.lanes.effect');
  const format = useFormatter();
  const { channelName } = useMarkets();
  const money = useMoney(effect.currency);
  const { baskets, changed, savedMinor, skipped, rows } = effect;
  if (baskets === 0) return <p className={styles.quiet}>{t('noBaskets')}</p>;
  const sentence = { baskets: format.number(baskets), changed: format.number(changed), amount: money(Math.abs(savedMinor)) };
  return (
    <>
      <p role="status">{changed === 0 ? t('none', sentence) : savedMinor >= 0 ? t('cheaper', sentence) : t('dearer', sentence)}</p>
      {skipped > 0 ? <p className={styles.quiet}>{t('skipped', { count: skipped })}</p> : null}
      {rows.length === 0 ? null : (
        <ul className={styles.baskets} aria-label={t('rows')} tabIndex={0}>
          {rows.map((row) => <li key={row.orderId}><Link href={`/orders/${row.orderId}`}>{row.number}</Link><small>{channelName(row.channelCode)}</small><span>{money(row.fromMinor)} → <strong>{money(row.toMinor)}</strong></span></li>)}
        </ul>
      )}
    </>
  );
}
