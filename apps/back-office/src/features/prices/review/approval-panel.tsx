'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { PriceApprovalState } from '@oneshelf/contracts';
import { Button, Notice, Panel, TextField, type Tone } from '@oneshelf/ui';
import { Check, Hourglass, Undo2, Users } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import { useState } from 'react';
import { ScreenError } from '../../../screen-error';
import { sayDone } from '../../../toasts';
import { useMarket } from '../use-market';
import { DecideApproval } from './decide-approval';
import styles from './review.module.css';
import { askApproval, ofMarket } from './review-queries';
import { RuleButton } from './rule-button';
import { useFigures } from './use-figures';

/** Whether another person has to agree to these prices, the question, and what was said. */
export function ApprovalPanel({ market, state, mayAsk }: { market: string; state: PriceApprovalState; mayAsk: boolean }) {
  const t = useTranslations('price-review.approval');
  const reasons = useReasons();
  const { approval, isCurrent } = state;
  const mustAsk = state.reasons.length > 0 && !(isCurrent && approval !== null && approval.status !== 'sent_back');
  return (
    <Panel title={t('title')} aside={state.mayEditRule ? <RuleButton market={market} rule={state.rule} /> : undefined}>
      <div className={styles.stack}>
        {state.reasons.length > 0 ? (
          <Notice tone={isApproved(state) ? 'neutral' : 'waiting'} icon={<Users size={18} aria-hidden="true" />}>
            <strong>{t('needed')}</strong>
            <ul className={styles.reasons}>{state.reasons.map((reason) => <li key={reason.kind}>{reasons(reason)}</li>)}</ul>
          </Notice>
        ) : null}
        {approval ? <Said market={market} approval={approval} isCurrent={isCurrent} /> : null}
        {state.mayDecide && approval ? <DecideApproval market={market} id={approval.id} /> : mustAsk && mayAsk ? <Ask market={market} drafts={state.drafts} /> : null}
      </div>
    </Panel>
  );
}

export const isApproved = ({ approval, isCurrent }: PriceApprovalState): boolean => isCurrent && approval?.status === 'approved';

function useReasons(): (reason: PriceApprovalState['reasons'][number]) => string {
  const t = useTranslations('price-review.approval.reasons');
  const { points } = useFigures('GBP');
  const format = useFormatter();
  return ({ kind, found, limit }) => {
    if (kind === 'margin_falls') return t(kind, { found: points(found), limit: points(limit) });
    if (kind === 'many_changes') return t(kind, { found: format.number(found), limit: format.number(limit) });
    return t(kind, { found });
  };
}

/** What became of the question, in the words of those who said it. */
function Said({ market, approval, isCurrent }: { market: string; approval: NonNullable<PriceApprovalState['approval']>; isCurrent: boolean }) {
  const t = useTranslations('price-review.approval');
  const format = useFormatter();
  const { timeZone } = useMarket(market);
  const when = (instant: string | null) => (instant === null ? '' : format.dateTime(new Date(instant), { dateStyle: 'medium', timeStyle: 'short', timeZone }));
  const looks: Record<typeof approval.status, { tone: Tone; icon: typeof Check; text: string }> = {
    waiting: { tone: 'info', icon: Hourglass, text: t('waiting', { when: when(approval.askedAt), name: approval.askedBy }) },
    approved: { tone: 'done', icon: Check, text: t('approved', { name: approval.decidedBy ?? '', when: when(approval.decidedAt) }) },
    sent_back: { tone: 'blocked', icon: Undo2, text: t('sentBack', { name: approval.decidedBy ?? '', when: when(approval.decidedAt) }) },
  };
  const { tone, icon: Icon, text } = looks[approval.status];
  return (
    <Notice tone={isCurrent ? tone : 'neutral'} icon={<Icon size={18} aria-hidden="true" />}>
      <strong>{text}</strong>
      {approval.note === '' ? null : <p className={styles.said}>{approval.askedBy}: “{approval.note}”</p>}
      {approval.answer === '' ? null : <p className={styles.said}>{approval.decidedBy}: “{approval.answer}”</p>}
      {isCurrent ? null : <p className={styles.said}>{t('void')}</p>}
    </Notice>
  );
}

function Ask({ market, drafts }: { market: string; drafts: PriceApprovalState['drafts'] }) {
  const t = useTranslations('price-review.approval');
  const client = useQueryClient();
  const [note, setNote] = useState('');
  const ask = useMutation({
    mutationFn: () => askApproval(market, { drafts, note }),
    onSuccess: () => sayDone({ text: t('asked') }),
    onSettled: () => client.invalidateQueries({ queryKey: ofMarket(market) }),
  });
  return (
    <>
      <TextField label={t('note')} description={t('ownHint')} rows={2} value={note} onChange={setNote} maxLength={500} />
      {ask.error ? <ScreenError error={ask.error} /> : null}
      <Button variant="primary" isPending={ask.isPending} onPress={() => ask.mutate()}>{t('ask')}</Button>
    </>
  );
}
