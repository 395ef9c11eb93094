import { Dialog } from '@oneshelf/ui';
import { useEffect } from 'react';
import { useTranslations } from 'use-intl';
import { useFormat } from '../../i18n/use-format';
import { RefuseScans } from '../../shell/refuse-scans';
import { CardPanel } from './card-panel';
import { CashPanel } from './cash-panel';
import { DoneView } from './done-view';
import { payIsShown } from './open-payment';
import type { PayActor } from './pay-machine';
import { PayOwed } from './pay-owed';
import { usePaySession, type Method } from './pay-session';
import { useActorState } from './use-actor-state';

/** The payment over the sale, while one is open. */
export function PayDialog() {
  const session = usePaySession((state) => state.session);
  return session ? <OpenPay key={session.actor.sessionId} actor={session.actor} method={session.method} dueMinor={session.paid.quote.totalMinor} /> : null;
}

function OpenPay({ actor, method, dueMinor }: { actor: PayActor; method: Method; dueMinor: number }) {
  const t = useTranslations('pay');
  const tShell = useTranslations('shell');
  const { money } = useFormat();
  useEffect(payIsShown, []);
  const state = useActorState(actor);
  const { sale } = state.context;
  const canLeave = state.can({ type: 'leave' });
  if (state.matches('done') && sale) return <DoneView sale={sale} />;
  return (
    <Dialog
      size="wide" isOpen isDismissable={canLeave} title={t('toPay', { amount: money(dueMinor) })} closeLabel={canLeave ? tShell('close') : t('cannotLeave')}
      onOpenChange={() => { if (canLeave) actor.send({ type: 'leave' }); }}
    >
      {/* What is paid is settled: a scan now must not add a line. */}
      <RefuseScans text={t('scanIgnored')} />
      <div className="till-pay">
        <PayOwed actor={actor} state={state} method={method} />
        <div className="till-pay-given">{method === 'card' || !state.matches('choosing') ? <CardPanel actor={actor} state={state} /> : <CashPanel actor={actor} state={state} />}</div>
      </div>
    </Dialog>
  );
}
