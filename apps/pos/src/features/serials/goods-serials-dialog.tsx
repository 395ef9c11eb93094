import { Button, Dialog } from '@oneshelf/ui';
import { useTranslations } from 'use-intl';
import { SerialEntry } from './serial-entry';

interface Props {
  title: string;
  pieces: number;
  serials: readonly string[];
  onChange: (serials: string[]) => void;
  onClose: () => void;
  refuse?: (serial: string) => string | null;
}

/** The serials of pieces that come, leave or are handed over; it closes by itself with the last one. */
export function GoodsSerialsDialog({ title, pieces, serials, onChange, onClose, refuse }: Props) {
  const t = useTranslations('serials');
  const tShell = useTranslations('shell');
  const take = (next: string[]): void => {
    onChange(next);
    if (next.length >= pieces && next.length > serials.length) onClose();
  };
  return (
    <Dialog isOpen onOpenChange={onClose} title={t('title', { title })} closeLabel={tShell('close')} footer={<Button variant="primary" size="large" onPress={onClose}>{t('done')}</Button>}>
      <SerialEntry pieces={pieces} serials={serials} onChange={take} {...(refuse ? { refuse } : {})} />
    </Dialog>
  );
}
