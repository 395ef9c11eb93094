'use client';
import { minorUnitDigits } from '@oneshelf/domain-kernel';
import { useQueryClient } from '@tanstack/react-query';
import type { MarketSettings } from '@oneshelf/contracts';
import { Panel, Select } from '@oneshelf/ui';
import { useTranslations } from 'next-intl';
import { useMoney } from '../promotions/use-money';
import { ReadOnlyNote } from './read-only-note';
import { SaveBar } from './save-bar';
import styles from './settings.module.css';
import { marketSettings, setCashStep } from './settings-queries';
import { useSetting } from './use-setting';

const USUAL = 'usual';
const STEPS = [1, 2, 5, 10, 20, 50, 100];

/** The smallest coin that tills count with; sums that are paid in cash are rounded to it. */
export function CashStepPanel({ settings }: { settings: MarketSettings }) {
  const t = useTranslations('settings.cash');
  const { code, currency, usualCashStepMinor } = settings;
  const mayEdit = settings.mayEdit.cashStep;
  const client = useQueryClient();
  const money = useMoney(currency);
  const setting = useSetting<number | null>({
    current: settings.cashStepMinor, save: (next, seen) => setCashStep(code, next, seen), saved: t('saved'),
    read: () => client.refetchQueries({ queryKey: marketSettings(code).queryKey }),
  });
  const { draft } = setting;
  const steps = [...new Set([...(minorUnitDigits(currency) === 0 ? STEPS.filter((step) => step >= 1) : STEPS), ...(draft === null ? [] : [draft])])].sort((a, b) => a - b);
  const step = draft ?? usualCashStepMinor;
  // 12.34 shows what rounding does in any currency with cents, 1234 in one without.
  const example = Math.round(1234 / step) * step;
  return (
    <Panel title={t('title')}>
      <p className={styles.lead}>{t('lead')}</p>
      <div className={styles.short}>
        <Select
          label={t('label')} isDisabled={!mayEdit} value={draft === null ? USUAL : String(draft)} onChange={(id) => setting.setDraft(id === USUAL ? null : Number(id))}
          options={[{ id: USUAL, label: t('usual', { amount: money(usualCashStepMinor) }) }, ...steps.map((minor) => ({ id: String(minor), label: money(minor) }))]}
        />
        <p className={styles.quiet} role="status">{example === 1234 ? t('exact', { amount: money(1234) }) : t('example', { from: money(1234), to: money(example) })}</p>
      </div>
      {mayEdit ? <SaveBar setting={setting} what={t('title')} /> : <ReadOnlyNote roles={['finance']} />}
    </Panel>
  );
}
