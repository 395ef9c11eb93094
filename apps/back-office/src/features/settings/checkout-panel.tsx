'use client';
import { useQueryClient } from '@tanstack/react-query';
import { type ChannelCheckout, type ChannelSettings, HOLD_SECONDS, MOST_HOLD_EXTENSIONS } from '@oneshelf/contracts';
import { ChoiceList, NumberField, Panel } from '@oneshelf/ui';
import { useTranslations } from 'next-intl';
import { ReadOnlyNote } from './read-only-note';
import { SaveBar } from './save-bar';
import styles from './settings.module.css';
import { channelSettings, setChannelCheckout } from './settings-queries';
import { useSetting } from './use-setting';

const MINUTE = 60;
const MODES = ['all', 'part', 'split'] as const;

/** How long a checkout keeps its units, and what becomes of an order of which not all is there. */
export function CheckoutPanel({ settings, checkout }: { settings: ChannelSettings; checkout: ChannelCheckout }) {
  const t = useTranslations('settings.checkout');
  const { code, mayEdit } = settings;
  const client = useQueryClient();
  const setting = useSetting<ChannelCheckout>({
    current: checkout, save: (next, seen) => setChannelCheckout(code, next, seen), saved: t('saved'),
    read: () => client.refetchQueries({ queryKey: channelSettings(code).queryKey }),
  });
  const { draft } = setting;
  const change = (part: Partial<ChannelCheckout>) => setting.setDraft({ ...draft, ...part });
  const minutes = { isDisabled: !mayEdit.checkout, minValue: HOLD_SECONDS.least / MINUTE, maxValue: HOLD_SECONDS.most / MINUTE, formatOptions: { maximumFractionDigits: 1 } };
  const isWrong = draft.holdSecondsKnown < draft.holdSecondsAnonymous;
  return (
    <Panel title={t('title')}>
      <p className={styles.lead}>{t('lead')}</p>
      <div className={styles.rules}>
        <div className={styles.fields}>
          <NumberField {...minutes} label={t('anonymous')} description={t('limits')} value={draft.holdSecondsAnonymous / MINUTE} onChange={(value) => { if (Number.isFinite(value)) change({ holdSecondsAnonymous: Math.round(value * MINUTE) }); }} />
          <NumberField {...minutes} label={t('known')} description={t('knownSays')} error={isWrong ? t('knownWrong') : undefined} value={draft.holdSecondsKnown / MINUTE} onChange={(value) => { if (Number.isFinite(value)) change({ holdSecondsKnown: Math.round(value * MINUTE) }); }} />
          <NumberField label={t('extensions')} description={t('extensionsSays')} isDisabled={!mayEdit.checkout} minValue={0} maxValue={MOST_HOLD_EXTENSIONS} value={draft.holdExtensions} onChange={(value) => { if (Number.isInteger(value)) change({ holdExtensions: value }); }} />
        </div>
        <ChoiceList label={t('mode')} isDisabled={!mayEdit.checkout} value={draft.orderMode} onChange={(id) => change({ orderMode: MODES.find((mode) => mode === id) ?? 'all' })} choices={MODES.map((id) => ({ id, label: t(`modes.${id}`), detail: t(`says.${id}`) }))} />
      </div>
      {mayEdit.checkout ? <SaveBar setting={setting} what={t('title')} isWrong={isWrong} /> : <ReadOnlyNote roles={['operations']} />}
    </Panel>
  );
}
