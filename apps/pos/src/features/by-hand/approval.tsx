import { Button, Notice } from '@oneshelf/ui';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useFormat } from '../../i18n/use-format';
import { PinPad, type PinPerson } from '../lock/pin-pad';
import type { HandOutcome } from './hand-outcome';

type Asked = Pick<HandOutcome, 'breaches' | 'approvers'>;

/** Somebody who may puts in a PIN; checked on the till, so it works with no network. */
export function Approval({ outcome: { breaches, approvers }, onApproved, onBack }: { outcome: Asked; onApproved: (person: PinPerson) => void; onBack: () => void }) {
  const t = useTranslations('byHand');
  const { money } = useFormat();
  const [only] = approvers;
  const [chosenId, setChosenId] = useState<string | null>(approvers.length === 1 ? (only?.id ?? null) : null);
  const chosen = approvers.find(({ id }) => id === chosenId);
  return (
    <div className="till-columns till-hand">
      <div className="till-stack">
        <ul className="till-stack">
          {breaches.map((breach) => (
            <li key={JSON.stringify(breach.target)}><Notice tone="waiting">{breach.because === 'sets_no_prices' ? t('setsNoPrices') : t('beyondLimit', { allowed: money(breach.allowedMinor), taken: money(breach.takenMinor) })}</Notice></li>
          ))}
        </ul>
        {approvers.length === 0 ? <Notice tone="blocked">{t('nobodyMay')}</Notice> : <p>{t('whoApproves')}</p>}
        <div className="till-people" role="group" aria-label={t('whoApproves')}>
          {approvers.map(({ id, name }) => <Button key={id} size="large" variant={id === chosenId ? 'primary' : 'secondary'} aria-pressed={id === chosenId} onPress={() => setChosenId(id)}>{name}</Button>)}
        </div>
        <Button onPress={onBack}>{t('back')}</Button>
      </div>
      {chosen ? <PinPad key={chosen.id} person={chosen} onRight={onApproved} /> : <span />}
    </div>
  );
}
