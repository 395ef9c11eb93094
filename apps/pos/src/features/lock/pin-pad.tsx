import { Keypad, Notice } from '@oneshelf/ui';
import { useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslations } from 'use-intl';
import { useHold, useTypedKeys } from '../../hardware/use-input';
import { isRightPin } from '../../local/pin';
import { useBootstrap } from '../../local/till-state';
import { countWrongPin, forgetWrongPins, usePinAttempts } from './pin-attempts';
import { useSecondsUntil } from './use-seconds-until';

const pinLength = 4;

export interface PinPerson { id: string; name: string; pinSalt: string; pinHash: string; roles: string[] }

/** A person's PIN, checked on the till, so it works with no network. Wrong ones are counted wherever they are typed. */
export function PinPad({ person, onRight }: { person: PinPerson; onRight: (person: PinPerson) => void }) {
  const t = useTranslations('lock');
  const { pinIterations } = useBootstrap();
  const [pin, setPin] = useState('');
  const [isWrong, setWrong] = useState(false);
  const until = usePinAttempts(({ wrong }) => wrong[person.id]?.until ?? 0);
  const seconds = useSecondsUntil(until);
  const { begin: hold, end: letGo } = useHold();
  const right = useRef(onRight);
  useEffect(() => { right.current = onRight; });
  useEffect(() => {
    if (pin.length < pinLength) return;
    // What is typed while the PIN is checked is meant for the screen behind it.
    hold();
    void isRightPin(pin, person, pinIterations).then((isRight) => {
      if (isRight) {
        forgetWrongPins(person.id);
        return right.current(person);
      }
      countWrongPin(person.id, Date.now());
      setWrong(true);
      setPin('');
      letGo({ forget: true });
    });
  }, [pin, person, pinIterations, hold, letGo]);
  const type = (next: string): void => { setWrong(false); setPin(next); };
  useTypedKeys((key) => {
    if (seconds > 0) return;
    // At once: quick hands type the next digit before React would have drawn this one, and behind the last digit the hold begins.
    flushSync(() => {
      setWrong(false);
      setPin((typed) => (/^\d$/.test(key) ? (typed + key).slice(0, pinLength) : key === 'Backspace' ? typed.slice(0, -1) : typed));
    });
  });
  return (
    <div className="till-stack">
      <div className="till-pin" role="img" aria-label={t('typed', { count: pin.length })}>
        {Array.from({ length: pinLength }, (_, place) => <span key={place} data-filled={place < pin.length || undefined} />)}
      </div>
      <div role="status">
        {seconds > 0 ? <Notice tone="blocked">{t('wait', { seconds })}</Notice> : isWrong ? <Notice tone="blocked">{t('wrong')}</Notice> : null}
      </div>
      <Keypad label={t('pinOf', { name: person.name })} deleteLabel={t('delete')} fractionDigits={0} maximumDigits={pinLength} keepLeadingZeros entry={pin} onChange={type} isDisabled={seconds > 0} />
    </div>
  );
}
