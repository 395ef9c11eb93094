import { Button, entryToMinor, Notice } from '@oneshelf/ui';
import { minorUnitDigits } from '@oneshelf/domain-kernel';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useHold } from '../../hardware/use-input';
import { useFormat } from '../../i18n/use-format';
import { startShift } from '../../local/till';
import { useTill } from '../../local/till-state';
import { useStaff } from '../../shell/view';
import { AmountEntry } from '../pay/amount-entry';
import { LastReport } from './z-report-view';

/** Opens a shift with the cash in the drawer; works with no network. */
export function OpenShiftScreen() {
  const t = useTranslations('shift');
  const staff = useStaff();
  const { money, currency } = useFormat();
  const isWriter = useTill((state) => state.role === 'writer');
  const isStorageSafe = useTill((state) => state.isStorageSafe);
  const [entry, setEntry] = useState('');
  const floatMinor = entryToMinor(entry, minorUnitDigits(currency));
  const { begin: hold, end: letGo } = useHold();
  const open = (): void => {
    if (!isWriter) return;
    // A first scan right behind the act is the first sale.
    hold();
    startShift({ id: staff.id, name: staff.name }, { floatMinor, currency }).catch((error: unknown) => { letGo(); throw error; });
  };
  return (
    <main className="till-main" data-wide>
      <h1>{t('openTitle')}</h1>
      <p className="till-lead">{t('openLead')}</p>
      <div className="till-columns">
        <LastReport />
        <div className="till-stack">
          <AmountEntry label={t('float')} entry={entry} onChange={setEntry} onEnter={open} />
          {isStorageSafe ? null : <Notice tone="waiting">{t('notInstalled')}</Notice>}
          <Button variant="primary" size="large" isDisabled={!isWriter} onPress={open}>{t('open', { amount: money(floatMinor) })}</Button>
        </div>
      </div>
    </main>
  );
}
