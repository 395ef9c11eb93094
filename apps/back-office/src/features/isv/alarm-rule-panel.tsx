'use client';
import { useQueryClient } from '@tanstack/react-query';
import type { IsvAlarmRule } from '@oneshelf/contracts';
import { NumberField, Panel } from '@oneshelf/ui';
import { useTranslations } from 'next-intl';
import { ReadOnlyNote } from '../settings/read-only-note';
import { SaveBar } from '../settings/save-bar';
import { useSetting } from '../settings/use-setting';
import styles from './isv.module.css';
import { ISV_KEY, setIsvAlarmRule } from './isv-queries';

/** From when on a variance, a slow push or cancelled orders are a task of today. */
export function AlarmRulePanel({ rule, mayEdit }: { rule: IsvAlarmRule; mayEdit: boolean }) {
  const t = useTranslations('isv.rule');
  const client = useQueryClient();
  const setting = useSetting<IsvAlarmRule>({ current: rule, save: setIsvAlarmRule, saved: t('saved'), read: () => client.refetchQueries({ queryKey: ISV_KEY }) });
  const { draft } = setting;
  const change = (part: Partial<IsvAlarmRule>) => setting.setDraft({ ...draft, ...part });
  const percent = { isDisabled: !mayEdit, minValue: 0, formatOptions: { maximumFractionDigits: 2 } };
  return (
    <Panel title={t('title')}>
      <p className={styles.lead}>{t('lead')}</p>
      <div className={styles.fields}>
        <NumberField {...percent} label={t('above')} description={t('aboveSays')} maxValue={10_000} value={draft.aboveBasisPoints / 100} onChange={(value) => { if (Number.isFinite(value)) change({ aboveBasisPoints: Math.round(value * 100) }); }} />
        <NumberField label={t('lag')} description={t('lagSays')} isDisabled={!mayEdit} minValue={1} maxValue={86_400} value={draft.lagSeconds} onChange={(value) => { if (Number.isInteger(value)) change({ lagSeconds: value }); }} />
        <NumberField {...percent} label={t('cancel')} description={t('cancelSays')} maxValue={100} value={draft.cancelBasisPoints / 100} onChange={(value) => { if (Number.isFinite(value)) change({ cancelBasisPoints: Math.round(value * 100) }); }} />
      </div>
      {mayEdit ? <SaveBar setting={setting} what={t('title')} /> : <ReadOnlyNote roles={['operations']} />}
    </Panel>
  );
}
