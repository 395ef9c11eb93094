import { Button, Keypad, Notice } from '@oneshelf/ui';
import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslations } from 'use-intl';
import { useHold, useScan, useTypedKeys } from '../../hardware/use-input';
import { isRightPin } from '../../local/pin';
import { useBootstrap } from '../../local/till-state';
import { refuseScan } from '../../shell/refuse-scan';
import { useView } from '../../shell/view';
import { countWrongPin, forgetWrongPins, usePinAttempts } from './pin-attempts';
import { useSecondsUntil } from './use-seconds-until';

const pinLength = 4;

/** Who is at the till. The PIN is checked here, so it works with no network. */
export function LockScreen() {
  const t = useTranslations('lock');
  const { staff, location, register } = useBootstrap();
  const [staffId, setStaffId] = useState<string | null>(staff.length === 1 ? (staff[0]?.id ?? null) : null);
  useScan(() => refuseScan(t('scanRefused')));
  const person = staff.find(({ id }) => id === staffId);
  return (
    <main className="till-gate">
      <div className="till-gate-card">
        <h1>{t('title')}</h1>
        <div className="till-gate-halves">
          <div className="till-people" role="group" aria-label={t('people')}>
            {staff.map(({ id, name }) => (
              <Button key={id} size="large" variant={id === staffId ? 'primary' : 'secondary'} aria-pressed={id === staffId} onPress={() => setStaffId(id)}>{name}</Button>
            ))}
            {staff.length === 0 ? <p>{t('nobody')}</p> : null}
          </div>
          {person ? <PinPad key={person.id} person={person} /> : <p className="till-muted">{t('choose')}</p>}
        </div>
        <p className="till-foot"><span>{location.name}</span><span>{register.name}</span></p>
      </div>
    </main>
  );
}

function PinPad({ person }: { person: { id: string; name: string; pinSalt: string; pinHash: string; roles: string[] } }) {
  const t = useTranslations('lock');
  const { pinIterations } = useBootstrap();
  const signIn = useView((view) => view.signIn);
  const [pin, setPin] = useState('');
  const [isWrong, setWrong] = useState(false);
  const until = usePinAttempts(({ wrong }) => wrong[person.id]?.until ?? 0);
  const seconds = useSecondsUntil(until);
  const { begin: hold, end: letGo } = useHold();
  useEffect(() => {
    if (pin.length < pinLength) return;
    // What is typed while the PIN is checked is meant for the screen behind it.
    hold();
    void isRightPin(pin, person, pinIterations).then((isRight) => {
      if (isRight) {
        forgetWrongPins(person.id);
        return signIn({ id: person.id, name: person.name, roles: person.roles });
      }
      countWrongPin(person.id, Date.now());
      setWrong(true);
      setPin('');
      letGo({ forget: true });
    });
  }, [pin, person, pinIterations, signIn, hold, letGo]);
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
