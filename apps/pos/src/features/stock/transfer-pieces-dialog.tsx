import { Button, Dialog } from '@oneshelf/ui';
import { Check, Circle } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { GoodsSerialsDialog } from '../serials/goods-serials-dialog';
import { SerialEntry } from '../serials/serial-entry';
import { withDamage, withSerials, type Found, type TransferLine } from './transfer-found';

interface Props {
  line: TransferLine;
  isToSend: boolean;
  found: Found;
  onChange: (next: Found) => void;
  onClose: () => void;
}

/** The pieces of a line. Who receives sees which were sent, and each is marked as it is scanned. */
export function TransferPiecesDialog({ line, isToSend, found, onChange, onClose }: Props) {
  const t = useTranslations('serials');
  const tShell = useTranslations('shell');
  const take = (serials: string[]): void => onChange(withSerials(found, serials));
  if (isToSend) return <GoodsSerialsDialog title={line.title} pieces={Math.max(1, Math.floor(line.requestedMilli / 1000))} serials={found.serials} onChange={take} onClose={onClose} />;
  return (
    <Dialog isOpen onOpenChange={onClose} title={t('title', { title: line.title })} closeLabel={tShell('close')} footer={<Button variant="primary" size="large" onPress={onClose}>{t('done')}</Button>}>
      <SerialEntry isListed={false} pieces={line.serialsOnRoad.length} serials={found.serials} onChange={take} refuse={(serial) => (line.serialsOnRoad.includes(serial) ? null : t('notSent', { serial }))} />
      <ul className="till-serials" aria-label={t('sent')}>
        {line.serialsOnRoad.map((serial) => <SentPiece key={serial} serial={serial} found={found} onChange={onChange} />)}
      </ul>
    </Dialog>
  );
}

function SentPiece({ serial, found, onChange }: { serial: string; found: Found; onChange: (next: Found) => void }) {
  const t = useTranslations('serials');
  const isHere = found.serials.includes(serial);
  const isDamaged = found.damagedSerials.includes(serial);
  return (
    <li className="till-row" data-here={isHere || undefined}>
      {isHere ? <Check size={20} aria-hidden="true" /> : <Circle size={20} aria-hidden="true" />}
      <span className="till-grow"><span className="till-serial">{serial}</span> <span className="till-muted">{isDamaged ? t('hereDamaged') : isHere ? t('here') : t('notHere')}</span></span>
      {isHere ? <Button size="small" aria-pressed={isDamaged} aria-label={t('damagedOf', { serial })} onPress={() => onChange(withDamage(found, serial))}>{t('isDamaged')}</Button> : null}
      {isHere ? <Button size="small" variant="quiet" aria-label={t('remove', { serial })} onPress={() => onChange(withSerials(found, found.serials.filter((one) => one !== serial)))}>{t('takeOut')}</Button> : null}
    </li>
  );
}
