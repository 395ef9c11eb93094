import { Button, entryToMinor, ErrorNotice, Notice } from '@oneshelf/ui';
import { minorUnitDigits } from '@oneshelf/domain-kernel';
import { CreditCard } from 'lucide-react';
import { useState } from 'react';
import { useMessages, useTranslations } from 'use-intl';
import { useFormat } from '../../i18n/use-format';
import type { en } from '../../i18n/messages-en';
import { useConnection } from '../../shell/use-connection';
import { AmountEntry } from './amount-entry';
import { leftToPay } from './pay-machine';
import type { PayPartProps } from './pay-owed';
import { setMethod } from './pay-session';

/** The card, from the amount to the reader's last word. */
export function CardPanel(props: PayPartProps) {
  const { actor, state } = props;
  const t = useTranslations('pay');
  if (state.matches('choosing')) return <CardAmount {...props} />;
  if (state.matches('declined')) return <Declined {...props} />;
  if (state.matches('unsaved')) return <div className="till-reader"><ErrorNotice happened={t('unsaved.happened')} notDone={t('unsaved.notDone')} next={<Button variant="primary" onPress={() => actor.send({ type: 'try_again' })}>{t('tryAgain')}</Button>} /></div>;
  if (state.matches('committing') || state.matches('settling')) return <div className="till-reader" role="status"><h3>{t('saving')}</h3></div>;
  return <AtReader {...props} />;
}

function CardAmount({ actor, state }: PayPartProps) {
  const t = useTranslations('pay');
  const { money, currency } = useFormat();
  const [entry, setEntry] = useState('');
  const isConnected = useConnection((connection) => connection.state === 'connected');
  const leftMinor = leftToPay(state.context);
  const amountMinor = entry === '' ? leftMinor : entryToMinor(entry, minorUnitDigits(currency));
  const isPossible = amountMinor > 0 && amountMinor <= leftMinor && isConnected;
  const start = (): void => { if (isPossible) actor.send({ type: 'start_card', amountMinor }); };
  return (
    <>
      <AmountEntry label={t('onCard')} entry={entry} onChange={setEntry} onEnter={start} emptyMinor={leftMinor} />
      {amountMinor > leftMinor ? <Notice tone="blocked">{t('cardTooMuch', { amount: money(leftMinor) })}</Notice> : null}
      {isConnected ? null : <Notice tone="waiting">{t('cardOffline')}</Notice>}
      <Button variant="primary" size="large" isDisabled={!isPossible} onPress={start} keyHint={t('enterKey')}>{t('startCard', { amount: money(amountMinor) })}</Button>
    </>
  );
}

function AtReader({ actor, state }: PayPartProps) {
  const t = useTranslations('pay');
  const { money } = useFormat();
  const isCancelling = state.matches('cancelling');
  const amount = money(state.context.card?.amountMinor ?? 0);
  return (
    <div className="till-reader">
      <div role="status" className="till-stack">
        <CreditCard size={56} style={{ margin: '0 auto' }} aria-hidden="true" />
        <h3>{isCancelling ? t('cancelling') : t('presentCard')}</h3>
        <p>{t('readerShows', { amount })}</p>
        {state.context.news?.kind === 'unknown' ? <Notice tone="waiting">{t('cardUncertain')}</Notice> : null}
      </div>
      <Button isDisabled={!state.can({ type: 'cancel_card' })} onPress={() => actor.send({ type: 'cancel_card' })}>{t('cancelCard')}</Button>
    </div>
  );
}

type Decline = keyof (typeof en)['pay']['declines'];

function Declined({ actor, state }: PayPartProps) {
  const t = useTranslations('pay');
  const known = useMessages().pay.declines;
  const { news } = state.context;
  const failure = news?.kind === 'declined' ? news.failure : null;
  const isKnown = (code: string | null): code is Decline => code !== null && code in known;
  const other = (): void => { actor.send({ type: 'other_tender' }); setMethod('cash'); };
  return (
    <div className="till-reader">
      <ErrorNotice happened={isKnown(failure) ? t(`declines.${failure}`) : t('declines.card_declined')} notDone={t('notCharged')} />
      <Button variant="primary" size="large" onPress={() => actor.send({ type: 'try_again' })}>{t('tryAgain')}</Button>
      <Button onPress={other}>{t('otherTender')}</Button>
    </div>
  );
}
