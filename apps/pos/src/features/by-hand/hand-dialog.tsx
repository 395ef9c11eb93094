import { Button, ChipGroup, Dialog, Notice, TextField } from '@oneshelf/ui';
import { useMemo, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { HandReason } from '@oneshelf/contracts';
import { useFormat } from '../../i18n/use-format';
import { newId } from '../../local/new-id';
import { clock } from '../../local/runtime';
import type { CartAct } from '../../local/sale-parts';
import { useBootstrap, useTill } from '../../local/till-state';
import { useStaff, useView } from '../../shell/view';
import { AmountEntry } from '../pay/amount-entry';
import { removeAct, setActs, useCart } from '../sell/cart';
import { Approval } from './approval';
import { approvedBy } from './hand-check';
import { actOf, entryValue, handReasons, isComplete, percentDigits, type DiscountUnit, type HandDraft, type HandTask } from './hand-draft';
import { outcomeOf, type HandOutcome } from './hand-outcome';

const first: HandDraft = { unit: 'percent', entry: '', reason: null, note: '' };

/** A price of a line, or a discount off a line or the sale: how much, why, and, beyond one's own limit, who approves it. */
export function HandDialog({ task, onClose }: { task: HandTask; onClose: () => void }) {
  const t = useTranslations('byHand');
  const tShell = useTranslations('shell');
  const bootstrap = useBootstrap();
  const staff = useStaff();
  const catalogue = useTill((state) => state.catalogue);
  const say = useView((view) => view.say);
  const { money, currency } = useFormat();
  const [draft, setDraft] = useState<HandDraft>(task.kind === 'price' ? { ...first, unit: 'amount' } : first);
  const [asked, setAsked] = useState<HandOutcome | null>(null);
  const cart = useCart();
  const line = cart.quote?.lines.find(({ lineId }) => lineId === task.lineId);
  const title = line ? (catalogue?.byVariantId(line.variantId)?.title ?? '') : null;
  const earlier = cart.acts.find(({ target }) => target.kind === task.kind && target.lineId === task.lineId);
  const outcome = useMemo(() => {
    if (!isComplete(draft, task, currency)) return null;
    const act = actOf(draft, task, { staff, at: clock.now(), id: newId(), currency, reasonText: draft.reason === null ? '' : t(`reasons.${draft.reason}`) });
    const found = outcomeOf(act, { bootstrap, catalogue });
    return found && (found.belowCost.length === 0 ? found : { ...found, acts: found.acts.map((one) => (one.target === act.target ? { ...one, isBelowCost: true } : one)) });
    // The sale under the dialog stands still while it is open.
  }, [draft, task, currency, staff, t, bootstrap, catalogue]);
  const take = (acts: CartAct[], done: HandOutcome): void => {
    setActs(acts);
    say(t('done', { amount: money(done.quote.totalMinor) }));
    onClose();
  };
  const act = (): void => {
    if (!outcome) return;
    if (outcome.breaches.length > 0) setAsked(outcome);
    else take(outcome.acts, outcome);
  };
  const heading = task.kind === 'price' ? t('priceOf', { title: title ?? '' }) : title === null ? t('discountOfSale') : t('discountOf', { title });
  return (
    <Dialog size="wide" isOpen onOpenChange={onClose} title={asked ? t('needsApproval') : heading} closeLabel={tShell('close')}>
      {asked ? (
        <Approval outcome={asked} onBack={() => setAsked(null)} onApproved={(person) => take(approvedBy(asked.acts, asked.breaches, person), asked)} />
      ) : (
        <div className="till-columns till-hand">
          <HowMuch draft={draft} task={task} onChange={setDraft} onEnter={act} />
          <div className="till-stack">
            <h3>{t('why')}</h3>
            <ChipGroup label={t('why')} value={draft.reason} onChange={(reason) => setDraft({ ...draft, reason: reason as HandReason | null })} chips={handReasons.map((reason) => ({ id: reason, label: t(`reasons.${reason}`) }))} />
            <TextField label={draft.reason === 'other' ? t('noteNeeded') : t('note')} value={draft.note} onChange={(note) => setDraft({ ...draft, note })} maxLength={120} />
            {outcome && outcome.belowCost.length > 0 ? <Notice tone="blocked">{t('belowCost', { titles: [...new Set(outcome.belowCost)].join(', ') })}</Notice> : null}
            {outcome && outcome.breaches.length > 0 ? <Notice tone="waiting">{beyond(outcome)}</Notice> : null}
            <span className="till-grow" />
            {outcome ? <p className="till-left"><span>{t('toPayThen')}</span><strong>{money(outcome.quote.totalMinor)}</strong></p> : null}
            {earlier ? <Button onPress={() => { removeAct(earlier.target); onClose(); }}>{earlier.target.kind === 'price' ? t('removePrice') : t('removeDiscount')}</Button> : null}
            <Button variant="primary" size="large" isDisabled={!outcome} onPress={act}>{outcome && outcome.breaches.length > 0 ? t('askManager') : task.kind === 'price' ? t('setPrice') : t('takeOff')}</Button>
          </div>
        </div>
      )}
    </Dialog>
  );

  function beyond({ breaches }: HandOutcome): string {
    const [breach] = breaches;
    if (!breach || breach.because === 'sets_no_prices') return t('setsNoPrices');
    return t('beyondLimit', { allowed: money(breach.allowedMinor), taken: money(breach.takenMinor) });
  }
}

function HowMuch({ draft, task, onChange, onEnter }: { draft: HandDraft; task: HandTask; onChange: (draft: HandDraft) => void; onEnter: () => void }) {
  const t = useTranslations('byHand');
  const { percent, currency } = useFormat();
  const units: DiscountUnit[] = ['percent', 'amount'];
  const value = entryValue(draft, currency);
  return (
    <div className="till-stack">
      {task.kind === 'price' ? null : <ChipGroup label={t('unit')} value={draft.unit} onChange={(unit) => onChange({ ...draft, unit: unit === 'amount' ? 'amount' : 'percent', entry: '' })} chips={units.map((id) => ({ id, label: t(`units.${id}`) }))} />}
      <AmountEntry
        label={task.kind === 'price' ? t('newPrice') : t('off')} entry={draft.entry} onChange={(entry) => onChange({ ...draft, entry })} onEnter={onEnter}
        {...(draft.unit === 'percent' ? { as: { fractionDigits: percentDigits, written: percent } } : {})}
      />
      {draft.unit === 'percent' && value > 10_000 ? <Notice tone="blocked">{t('moreThanAll')}</Notice> : null}
    </div>
  );
}
