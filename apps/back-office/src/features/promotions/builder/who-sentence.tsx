'use client';
import { MultiSelect, Select } from '@oneshelf/ui';
import { useTranslations } from 'next-intl';
import { useDirectory } from '../../../directory';
import styles from '../promotions.module.css';
import { useMarkets } from '../use-markets';
import { NamesBlank } from './blanks';
import { useBuilder } from './builder-context';
import { ConditionRows } from './condition-rows';

const codeKinds = ['none', 'shared', 'single'] as const;

/** Who gets it: where it is sold, to whom, with which code, on which conditions. */
export function WhoSentence({ isPublished }: { isPublished: boolean }) {
  const t = useTranslations('promotion-desk.who');
  const { draft, set, define } = useBuilder();
  const { marketCode, definition: { channelCodes, locationIds = [], customerGroups = [], coupon } } = draft;
  const { markets, channels } = useMarkets();
  const stores = useDirectory()?.locations.filter((location) => location.marketCode === marketCode && location.kind === 'store') ?? [];
  const codeKind = coupon === undefined ? 'none' : coupon.codes.length === 0 ? 'single' : 'shared';
  const chooseCodes = (kind: string) => define({ coupon: kind === 'none' ? undefined : { codes: kind === 'single' ? [] : ['CODE'] } });
  const move = (code: string) => set({ marketCode: code, definition: { ...draft.definition, channelCodes: [], locationIds: undefined } });
  return (
    <div className={styles.stack}>
      <div className={styles.sentence}>
        {t.rich('sentence', {
          market: () => <Select key="market" label={t('market')} isDisabled={isPublished} value={marketCode} onChange={move} options={markets.map(({ code, name }) => ({ id: code, label: name }))} />,
          channels: () => <MultiSelect key="channels" label={t('channels')} placeholder={t('allChannels')} values={channelCodes} onChange={(next) => define({ channelCodes: next })} options={channels.filter((channel) => channel.marketCode === marketCode).map(({ code, name }) => ({ id: code, label: name }))} />,
          stores: () => <MultiSelect key="stores" label={t('stores')} placeholder={t('allStores')} values={locationIds} onChange={(next) => define({ locationIds: next.length > 0 ? next : undefined })} options={stores.map(({ id, name }) => ({ id, label: name }))} />,
        })}
      </div>
      <div className={styles.sentence}>
        {t.rich('codes', { kind: () => <Select key="kind" label={t('code')} value={codeKind} onChange={chooseCodes} options={codeKinds.map((id) => ({ id, label: t(`codeKinds.${id}`) }))} /> })}
        {codeKind === 'shared' ? <NamesBlank key={marketCode} label={t('codeText')} names={coupon?.codes ?? []} onChange={(codes) => define({ coupon: { codes: codes.length > 0 ? codes : [''] } })} /> : null}
        {codeKind === 'single' ? <span className={styles.quiet}>{t('singleHint')}</span> : null}
      </div>
      <div className={styles.sentence}>
        {t.rich('groups', { groups: () => <NamesBlank key="groups" label={t('groupNames')} names={customerGroups} onChange={(groups) => define({ customerGroups: groups.length > 0 ? groups : undefined })} /> })}
      </div>
      <ConditionRows />
    </div>
  );
}
