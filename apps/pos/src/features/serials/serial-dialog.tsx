import { Button, Dialog, Notice } from '@oneshelf/ui';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useBootstrap, useTill } from '../../local/till-state';
import { RefuseScans } from '../../shell/refuse-scans';
import { PinPad } from '../lock/pin-pad';
import { setSerials, useCart } from '../sell/cart';
import { isInSale } from './line-serials';
import { SerialEntry } from './serial-entry';

const SUPERVISORS = ['store_manager', 'operations', 'admin'];

/** The serials of a line of the sale; a label that cannot be read goes with the word of whoever may allow it. */
export function SerialDialog({ lineId, onClose }: { lineId: string; onClose: () => void }) {
  const t = useTranslations('serials');
  const tShell = useTranslations('shell');
  const lines = useCart((cart) => cart.lines);
  const catalogue = useTill((state) => state.catalogue);
  const [isUnreadable, setUnreadable] = useState(false);
  const line = lines.find((one) => one.lineId === lineId);
  if (!line) return null;
  const title = catalogue?.byVariantId(line.variantId)?.title ?? '';
  const serials = line.serials ?? [];
  const notRead = line.notRead?.pieces ?? 0;
  const pieces = Math.floor(line.quantityMilli / 1000) - notRead;
  const take = (next: string[]): void => {
    setSerials(lineId, { serials: next });
    if (next.length >= pieces && next.length > serials.length) onClose();
  };
  const others = lines.filter((one) => one.lineId !== lineId);
  return (
    <Dialog size={isUnreadable ? 'wide' : 'normal'} isOpen onOpenChange={onClose} title={isUnreadable ? t('allowTitle') : t('title', { title })} closeLabel={tShell('close')}
      footer={isUnreadable ? undefined : <Button variant="primary" size="large" onPress={onClose}>{serials.length >= pieces ? t('done') : t('later')}</Button>}>
      {isUnreadable ? (
        <Allow missing={pieces - serials.length} onBack={() => setUnreadable(false)} onAllowed={(name) => { setSerials(lineId, { serials, notRead: { pieces: notRead + pieces - serials.length, allowedBy: name } }); onClose(); }} />
      ) : (
        <>
          <SerialEntry pieces={pieces} serials={serials} onChange={take} refuse={(serial) => (isInSale(others, line.variantId, serial) ? t('inSale', { serial }) : null)} />
          {line.notRead ? <Notice tone="waiting">{t('notRead', { count: line.notRead.pieces, name: line.notRead.allowedBy })}</Notice> : null}
          {serials.length < pieces ? <Button variant="quiet" onPress={() => setUnreadable(true)}>{t('cannotRead')}</Button> : null}
        </>
      )}
    </Dialog>
  );
}

/** Somebody who may puts in a PIN, checked on the till, so it works with no network. */
function Allow({ missing, onAllowed, onBack }: { missing: number; onAllowed: (name: string) => void; onBack: () => void }) {
  const t = useTranslations('serials');
  const { staff } = useBootstrap();
  const may = staff.filter(({ roles }) => roles.some((role) => SUPERVISORS.includes(role)));
  const [chosenId, setChosenId] = useState<string | null>(may.length === 1 ? (may[0]?.id ?? null) : null);
  const chosen = may.find(({ id }) => id === chosenId);
  return (
    <div className="till-columns till-hand">
      <RefuseScans text={t('scanIgnored')} />
      <div className="till-stack">
        <Notice tone="waiting">{t('allowLead', { count: missing })}</Notice>
        {may.length === 0 ? <Notice tone="blocked">{t('nobodyMay')}</Notice> : null}
        <div className="till-people" role="group" aria-label={t('whoAllows')}>
          {may.map(({ id, name }) => <Button key={id} size="large" variant={id === chosenId ? 'primary' : 'secondary'} aria-pressed={id === chosenId} onPress={() => setChosenId(id)}>{name}</Button>)}
        </div>
        <Button onPress={onBack}>{t('back')}</Button>
      </div>
      {chosen ? <PinPad key={chosen.id} person={chosen} onRight={(person) => onAllowed(person.name)} /> : <span />}
    </div>
  );
}
