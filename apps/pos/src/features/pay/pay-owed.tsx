import { IconButton } from '@oneshelf/ui';
import { Banknote, CreditCard, X } from 'lucide-react';
import { Button } from 'react-aria-components';
import type { SnapshotFrom } from 'xstate';
import { useTranslations } from 'use-intl';
import { useFormat } from '../../i18n/use-format';
import { useTill } from '../../local/till-state';
import { useConnection } from '../../shell/use-connection';
import { cashLeft, leftToPay, type PayActor, type payMachine } from './pay-machine';
import { setMethod, type Method } from './pay-session';

export interface PayPartProps { actor: PayActor; state: SnapshotFrom<typeof payMachine> }

/** What has been paid, what is left, and the ways to pay it. */
export function PayOwed({ actor, state, method }: PayPartProps & { method: Method }) {
  const t = useTranslations('pay');
  const { money } = useFormat();
  const hasReader = useTill((till) => till.bootstrap?.register.hasCardReader === true);
  const isConnected = useConnection((connection) => connection.state === 'connected');
  const { tenders } = state.context;
  const roundingMinor = cashLeft(state.context) - leftToPay(state.context);
  const signed = (amountMinor: number): string => `${amountMinor < 0 ? '−' : '+'}${money(Math.abs(amountMinor))}`;
  const isChoosing = state.matches('choosing');
  const whyNoCard = !hasReader ? t('noReader') : !isConnected ? t('needsConnection') : null;
  return (
    <div className="till-pay-owed">
      <ul className="till-paid">
        {tenders.map((tender) => (
          <li key={tender.paymentId}>
            {tender.kind === 'cash' ? <Banknote size={18} aria-hidden="true" /> : <CreditCard size={18} aria-hidden="true" />}
            {tender.kind === 'cash' ? t('cash') : (tender.cardLabel ?? t('card'))}
            <strong>{money(tender.amountMinor)}</strong>
            {tender.kind === 'cash' && isChoosing ? <IconButton quiet label={t('remove')} icon={<X size={18} aria-hidden="true" />} onPress={() => actor.send({ type: 'remove', paymentId: tender.paymentId })} /> : null}
          </li>
        ))}
      </ul>
      <p className="till-left"><span>{t('left')}</span><strong>{money(leftToPay(state.context))}</strong></p>
      {roundingMinor !== 0 && method === 'cash' ? <p className="till-left" data-small><span>{t('inCash', { amount: money(cashLeft(state.context)) })}</span><span>{t('rounding', { amount: signed(roundingMinor) })}</span></p> : null}
      <div className="till-methods" role="group" aria-label={t('methods')}>
        <Button className="till-method" aria-pressed={method === 'card'} isDisabled={!isChoosing || whyNoCard !== null} onPress={() => setMethod('card')}>
          <CreditCard size={22} aria-hidden="true" />
          <span>{t('card')}{whyNoCard === null ? null : <small>{whyNoCard}</small>}</span>
        </Button>
        <Button className="till-method" aria-pressed={method === 'cash'} isDisabled={!isChoosing} onPress={() => setMethod('cash')}>
          <Banknote size={22} aria-hidden="true" />
          <span>{t('cash')}</span>
        </Button>
      </div>
      {tenders.some(({ kind }) => kind === 'card_present') ? <p className="till-muted">{t('cardIsPaid')}</p> : null}
    </div>
  );
}
