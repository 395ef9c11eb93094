'use client';
import { useQueryClient } from '@tanstack/react-query';
import type { ChannelSettings, ChannelTax } from '@oneshelf/contracts';
import { Checkbox, ChoiceList, Panel } from '@oneshelf/ui';
import { useTranslations } from 'next-intl';
import { ReadOnlyNote } from './read-only-note';
import { SaveBar } from './save-bar';
import styles from './settings.module.css';
import { channelSettings, setChannelTax } from './settings-queries';
import { useSetting } from './use-setting';

/** Whose tax is charged on what is sent abroad, and what becomes of the price there. */
export function ChannelTaxPanel({ settings }: { settings: ChannelSettings }) {
  const t = useTranslations('settings.tax');
  const { code, mayEdit } = settings;
  const client = useQueryClient();
  const setting = useSetting<ChannelTax>({
    current: settings.tax, save: (next, seen) => setChannelTax(code, next, seen), saved: t('saved'),
    read: () => client.refetchQueries({ queryKey: channelSettings(code).queryKey }),
  });
  const { draft } = setting;
  return (
    <Panel title={t('title')}>
      <p className={styles.lead}>{t('lead')}</p>
      <div className={styles.rules}>
        <Checkbox isDisabled={!mayEdit.tax} isSelected={draft.paysAtDestination} onChange={(paysAtDestination) => setting.setDraft({ ...draft, paysAtDestination })}>{t('paysAtDestination')}</Checkbox>
        <p className={styles.quiet}>{draft.paysAtDestination ? t('destinationSays') : t('homeSays')}</p>
        {settings.taxInclusive ? (
          <ChoiceList
            label={t('priceAbroad')} isDisabled={!mayEdit.tax} value={draft.priceAbroad} onChange={(id) => setting.setDraft({ ...draft, priceAbroad: id === 'net_stays' ? 'net_stays' : 'gross_stays' })}
            choices={[{ id: 'gross_stays', label: t('grossStays'), detail: t('grossSays') }, { id: 'net_stays', label: t('netStays'), detail: t('netSays') }]}
          />
        ) : <p className={styles.quiet}>{t('netPrices')}</p>}
      </div>
      {mayEdit.tax ? <SaveBar setting={setting} what={t('title')} /> : <ReadOnlyNote roles={['finance']} />}
    </Panel>
  );
}
