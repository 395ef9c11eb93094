'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ApprovalRuleContract } from '@oneshelf/contracts';
import { Button, Checkbox, TextField } from '@oneshelf/ui';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ScreenError } from '../../../screen-error';
import { Dialog } from '../../../shell/later-overlay';
import { sayDone } from '../../../toasts';
import { useMarket } from '../use-market';
import styles from './review.module.css';
import { ofMarket, setApprovalRule } from './review-queries';

/** For those who approve: when the market's publishes need them. */
export function RuleButton({ market, rule }: { market: string; rule: ApprovalRuleContract }) {
  const t = useTranslations('price-review.approval');
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button size="small" variant="quiet" onPress={() => setOpen(true)}>{t('rule')}</Button>
      {isOpen ? <RuleDialog market={market} rule={rule} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function RuleDialog({ market, rule, onClose }: { market: string; rule: ApprovalRuleContract; onClose: () => void }) {
  const t = useTranslations('price-review.approval');
  const shell = useTranslations('shell');
  const client = useQueryClient();
  const { name } = useMarket(market);
  const [changes, setChanges] = useState(rule.maxChanges === null ? '' : String(rule.maxChanges));
  const [fall, setFall] = useState(rule.marginFallBasisPoints === null ? '' : String(rule.marginFallBasisPoints / 100));
  const [belowCost, setBelowCost] = useState(rule.belowCost);
  const [belowFloor, setBelowFloor] = useState(rule.belowFloor);
  const [maxChanges, points] = [numberIn(changes), numberIn(fall)];
  const save = useMutation({
    mutationFn: () => setApprovalRule(market, { maxChanges: maxChanges ?? null, marginFallBasisPoints: points === null || points === undefined ? null : Math.round(points * 100), belowCost, belowFloor }),
    onSuccess: () => {
      onClose();
      sayDone({ text: t('saved') });
      return client.invalidateQueries({ queryKey: ofMarket(market) });
    },
  });
  return (
    <Dialog
      isOpen onOpenChange={onClose} title={t('ruleTitle')} closeLabel={shell('close')}
      footer={<Button variant="primary" isPending={save.isPending} isDisabled={maxChanges === undefined || points === undefined} onPress={() => save.mutate()}>{t('save')}</Button>}
    >
      <div className={styles.stack}>
        <p className={styles.hint}>{t('ruleText', { market: name })}</p>
        <TextField label={t('maxChanges')} value={changes} onChange={setChanges} error={maxChanges === undefined ? t('wrong') : undefined} />
        <TextField label={t('marginFall')} value={fall} onChange={setFall} error={points === undefined ? t('wrong') : undefined} />
        <Checkbox isSelected={belowCost} onChange={setBelowCost}>{t('belowCost')}</Checkbox>
        <Checkbox isSelected={belowFloor} onChange={setBelowFloor}>{t('belowFloor')}</Checkbox>
        {save.error ? <ScreenError error={save.error} /> : null}
      </div>
    </Dialog>
  );
}

/** Null: nothing; undefined: no number from 0 on. A comma is a point. */
function numberIn(text: string): number | null | undefined {
  if (text.trim() === '') return null;
  const value = Number(text.trim().replace(',', '.'));
  return Number.isFinite(value) && value >= 0 && value <= 100_000 ? value : undefined;
}
