import { Button, entryToMinor } from '@oneshelf/ui';
import { minorUnitDigits } from '@oneshelf/domain-kernel';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { hasDrawer } from '../../hardware/print';
import { useFormat } from '../../i18n/use-format';
import { AmountEntry } from './amount-entry';
import { cashLeft } from './pay-machine';
import type { PayPartProps } from './pay-owed';
import { suggestNotes } from './suggest-notes';

/** Cash: exact, the next notes, or typed. Less than what is left is a part; more gives change. */
export function CashPanel({ actor, state }: PayPartProps) {
  const t = useTranslations('pay');
  const { money, currency, locale } = useFormat();
  const [entry, setEntry] = useState('');
  const digits = minorUnitDigits(currency);
  const leftMinor = Math.max(0, cashLeft(state.context));
  const givenMinor = entry === '' ? leftMinor : entryToMinor(entry, digits);
  const take = (tenderedMinor: number): void => { setEntry(''); actor.send({ type: 'take_cash', tenderedMinor }); };
  // What is less than half a coin is paid with none.
  const canTake = givenMinor > 0 || leftMinor === 0;
  const round = new Intl.NumberFormat(locale, { style: 'currency', currency, maximumFractionDigits: 0 });
  const words = givenMinor < leftMinor ? t('takePart', { amount: money(givenMinor), left: money(leftMinor - givenMinor) }) : givenMinor > leftMinor ? t('takeWithChange', { change: money(givenMinor - leftMinor) }) : t('takeExact');
  return (
    <>
      <div className="till-notes">
        <Button onPress={() => take(leftMinor)}>{t('exact')}</Button>
        {suggestNotes(leftMinor, digits).map((amountMinor) => <Button key={amountMinor} onPress={() => take(amountMinor)}>{round.format(amountMinor / 10 ** digits)}</Button>)}
      </div>
      <AmountEntry label={t('cashGiven')} entry={entry} onChange={setEntry} onEnter={() => { if (canTake) take(givenMinor); }} emptyMinor={leftMinor} />
      <Button variant="primary" size="large" isDisabled={!canTake} onPress={() => take(givenMinor)} keyHint={t('enterKey')}>{words}</Button>
      {hasDrawer ? null : <p className="till-muted">{t('noDrawer')}</p>}
    </>
  );
}
