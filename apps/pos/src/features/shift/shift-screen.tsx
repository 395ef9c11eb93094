import { Button, Notice, Panel } from '@oneshelf/ui';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useFormat } from '../../i18n/use-format';
import { useTill } from '../../local/till-state';
import { useIsOffline } from '../../shell/use-connection';
import { goTo } from '../../shell/view';
import { useCart } from '../sell/cart';
import { CashMovementDialog } from './cash-movement-dialog';
import { CloseShiftDialog } from './close-shift-dialog';
import { OpenShiftScreen } from './open-shift-screen';
import { LastReport } from './z-report-view';

/** The shift at hand: cash in and out, and the close. */
export function ShiftScreen() {
  const t = useTranslations('shift');
  const { dateTime, money } = useFormat();
  const shift = useTill((state) => state.shift);
  const [movement, setMovement] = useState<'in' | 'out' | null>(null);
  const [isClosing, setClosing] = useState(false);
  if (!shift) return <OpenShiftScreen />;
  return (
    <main className="till-main" data-wide>
      <h1>{t('title')}</h1>
      <div className="till-columns">
        <div className="till-stack">
          <Panel title={t('openSince', { time: dateTime(shift.openedAt) })}>
            <p>{t('openedBy', { name: shift.openedByName, float: money(shift.floatMinor) })}</p>
          </Panel>
          {shift.closeOperationId === null ? null : <Notice tone="waiting" actions={<Button onPress={() => goTo('sync')}>{t('seeWaiting')}</Button>}>{t('closing')}</Notice>}
          <div className="till-row">
            <Button onPress={() => setMovement('in')}>{t('cashIn')}</Button>
            <Button onPress={() => setMovement('out')}>{t('cashOut')}</Button>
          </div>
          <p className="till-muted">{t('noDrawer')}</p>
          <CloseAct onClose={() => setClosing(true)} />
        </div>
        <LastReport />
      </div>
      {movement === null ? null : <CashMovementDialog direction={movement} shiftId={shift.id} onClose={() => setMovement(null)} />}
      {isClosing ? <CloseShiftDialog onClose={() => setClosing(false)} /> : null}
    </main>
  );
}

/** The close, or the reason why it cannot be now: the server's expected cash needs every sale. */
function CloseAct({ onClose }: { onClose: () => void }) {
  const t = useTranslations('shift');
  const why = useCloseBlocked();
  return (
    <>
      {why === null ? null : <Notice tone="waiting" actions={why === 'unsent' ? <Button onPress={() => goTo('sync')}>{t('seeWaiting')}</Button> : undefined}>{t(`blocked.${why}`)}</Notice>}
      <Button variant="primary" size="large" isDisabled={why !== null} onPress={onClose}>{t('close')}</Button>
    </>
  );
}

function useCloseBlocked(): 'unsent' | 'open_sale' | 'offline' | 'closing' | null {
  const waiting = useTill((state) => state.waiting);
  const isClosing = useTill((state) => state.shift?.closeOperationId !== null);
  const hasLines = useCart(({ lines }) => lines.length > 0);
  const isOffline = useIsOffline();
  if (isClosing) return 'closing';
  if (waiting > 0) return 'unsent';
  if (isOffline) return 'offline';
  return hasLines ? 'open_sale' : null;
}
