'use client';
import { useQueryClient } from '@tanstack/react-query';
import type { ApprovalRuleContract, MarketPricingSettings } from '@oneshelf/contracts';
import { Button, Checkbox, NumberField, Panel } from '@oneshelf/ui';
import { useTranslations } from 'next-intl';
import { ReadOnlyNote } from './read-only-note';
import { SaveBar } from './save-bar';
import styles from './settings.module.css';
import { pricingSettings, setApprovalRule } from './settings-queries';
import { useSetting } from './use-setting';

const USUAL_CHANGES = 1000;
const USUAL_FALL = 200;

/** When a publish of prices needs a second person. */
export function ApprovalRulePanel({ settings }: { settings: MarketPricingSettings }) {
  const t = useTranslations('settings.approval');
  const { marketCode, mayEdit, usualApprovalRule } = settings;
  const client = useQueryClient();
  const setting = useSetting<ApprovalRuleContract>({
    current: settings.approvalRule, save: (next, seen) => setApprovalRule(marketCode, next, seen), saved: t('saved'),
    read: () => client.refetchQueries({ queryKey: pricingSettings(marketCode).queryKey }),
  });
  const { draft } = setting;
  const change = (part: Partial<ApprovalRuleContract>) => setting.setDraft({ ...draft, ...part });
  const isNever = draft.maxChanges === null && draft.marginFallBasisPoints === null && !draft.belowCost && !draft.belowFloor;
  const isUsual = JSON.stringify(Object.entries(draft).sort()) === JSON.stringify(Object.entries(usualApprovalRule).sort());
  const locked = !mayEdit.approvalRule;
  return (
    <Panel title={t('title')}>
      <p className={styles.lead}>{t('lead')}</p>
      <div className={styles.rules}>
        <div className={styles.rule}>
          <Checkbox isDisabled={locked} isSelected={draft.maxChanges !== null} onChange={(isOn) => change({ maxChanges: isOn ? (usualApprovalRule.maxChanges ?? USUAL_CHANGES) : null })}>{t('changes')}</Checkbox>
          {draft.maxChanges === null ? null : <NumberField label={t('changesCount')} isDisabled={locked} minValue={0} maxValue={1_000_000} value={draft.maxChanges} onChange={(count) => { if (Number.isInteger(count)) change({ maxChanges: count }); }} />}
        </div>
        <div className={styles.rule}>
          <Checkbox isDisabled={locked} isSelected={draft.marginFallBasisPoints !== null} onChange={(isOn) => change({ marginFallBasisPoints: isOn ? (usualApprovalRule.marginFallBasisPoints ?? USUAL_FALL) : null })}>{t('margin')}</Checkbox>
          {draft.marginFallBasisPoints === null ? null : <NumberField label={t('marginPoints')} isDisabled={locked} minValue={0} maxValue={100} formatOptions={{ maximumFractionDigits: 2 }} value={draft.marginFallBasisPoints / 100} onChange={(points) => { if (Number.isFinite(points)) change({ marginFallBasisPoints: Math.round(points * 100) }); }} />}
        </div>
        <Checkbox isDisabled={locked} isSelected={draft.belowCost} onChange={(belowCost) => change({ belowCost })}>{t('belowCost')}</Checkbox>
        <Checkbox isDisabled={locked} isSelected={draft.belowFloor} onChange={(belowFloor) => change({ belowFloor })}>{t('belowFloor')}</Checkbox>
      </div>
      {isNever ? <p className={styles.warning}>{t('never')}</p> : null}
      {locked ? <ReadOnlyNote roles={['finance']} /> : <><SaveBar setting={setting} what={t('title')} />{isUsual ? null : <Button size="small" variant="quiet" onPress={() => change(usualApprovalRule)}>{t('toUsual')}</Button>}</>}
    </Panel>
  );
}
