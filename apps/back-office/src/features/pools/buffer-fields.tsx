'use client';
import { NumberField, Select } from '@oneshelf/ui';
import { useTranslations } from 'next-intl';
import type { PoolDraft } from './pool-draft';
import styles from './pools.module.css';

const KINDS = ['percent', 'units', 'tuned'] as const;

/** What the channel never sees, and when it opens again after it showed none. */
export function BufferFields({ draft, isMarketplace, onChange }: { draft: PoolDraft; isMarketplace: boolean; onChange: (draft: PoolDraft) => void }) {
  const t = useTranslations('pools.buffer');
  const set = (change: Partial<PoolDraft>) => onChange({ ...draft, ...change });
  const whole = (field: keyof PoolDraft, value: number, times = 1) => { if (Number.isFinite(value)) set({ [field]: Math.round(value * times) }); };
  return (
    <div className={styles.fields}>
      <Select label={t('kind')} options={KINDS.map((id) => ({ id, label: t(`kinds.${id}`) }))} value={draft.bufferKind} onChange={(kind) => set({ bufferKind: KINDS.find((one) => one === kind) ?? 'percent' })} description={t(`explain.${draft.bufferKind}`)} />
      {draft.bufferKind === 'percent' ? <NumberField label={t('share')} value={draft.bufferBasisPoints / 100} minValue={0} maxValue={100} formatOptions={{ maximumFractionDigits: 2 }} onChange={(percent) => whole('bufferBasisPoints', percent, 100)} /> : null}
      {draft.bufferKind === 'percent' ? null : <NumberField label={draft.bufferKind === 'tuned' ? t('least') : t('units')} value={draft.bufferUnits} minValue={0} maxValue={100_000} formatOptions={{ maximumFractionDigits: 0 }} onChange={(units) => whole('bufferUnits', units)} />}
      {draft.bufferKind === 'tuned' ? (
        <>
          <NumberField label={t('target')} description={t('targetHelp')} value={draft.targetBasisPoints / 100} minValue={0.01} maxValue={100} formatOptions={{ maximumFractionDigits: 2 }} onChange={(percent) => whole('targetBasisPoints', percent, 100)} />
          <NumberField label={t('latency')} description={t('latencyHelp')} value={draft.latencySeconds} minValue={0} maxValue={86_400} formatOptions={{ maximumFractionDigits: 0 }} onChange={(seconds) => whole('latencySeconds', seconds)} />
        </>
      ) : null}
      {isMarketplace ? <NumberField label={t('reopen')} description={t('reopenHelp')} value={draft.reopenAtUnits} minValue={1} maxValue={10_000} formatOptions={{ maximumFractionDigits: 0 }} onChange={(units) => whole('reopenAtUnits', units)} /> : null}
    </div>
  );
}
