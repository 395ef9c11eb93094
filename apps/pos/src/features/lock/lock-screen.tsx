import { Button } from '@oneshelf/ui';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useScan } from '../../hardware/use-input';
import { takeBootstrap } from '../../local/keep-in-step';
import { connection } from '../../local/runtime';
import { useBootstrap } from '../../local/till-state';
import { refuseScan } from '../../shell/refuse-scan';
import { useView } from '../../shell/view';
import { PinPad } from './pin-pad';

/** People, their limits and the smallest coin may have changed since the till connected; without an answer it goes on with those that it has. */
const askForSettings = (): void => { if (connection.getState().state === 'connected') void takeBootstrap().catch(() => undefined); };

/** Who is at the till. The PIN is checked here, so it works with no network. */
export function LockScreen() {
  const t = useTranslations('lock');
  const { staff, location, register } = useBootstrap();
  const signIn = useView((view) => view.signIn);
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
          {person ? <PinPad key={person.id} person={person} onRight={({ id, name, roles }) => { signIn({ id, name, roles }); askForSettings(); }} /> : <p className="till-muted">{t('choose')}</p>}
        </div>
        <p className="till-foot"><span>{location.name}</span><span>{register.name}</span></p>
      </div>
    </main>
  );
}
