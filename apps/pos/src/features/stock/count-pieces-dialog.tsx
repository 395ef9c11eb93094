import { Button, Dialog } from '@oneshelf/ui';
import { useTranslations } from 'use-intl';
import { useFormat } from '../../i18n/use-format';
import type { CountedProduct } from '../../local/count-scans';
import { SerialEntry } from '../serials/serial-entry';

interface Props {
  title: string;
  product: CountedProduct;
  onCount: (quantityMilli: number, serialNumber?: string) => void;
  onClose: () => void;
}

/** Counting pieces that are told apart: each serial once. How many there should be is not said. */
export function CountPiecesDialog({ title, product, onCount, onClose }: Props) {
  const t = useTranslations('serials');
  const tShell = useTranslations('shell');
  const { quantity } = useFormat();
  const unread = Math.max(0, (product.countedMilli ?? 0) - product.serials.length * 1000);
  const take = (next: string[]): void => {
    for (const serial of next) if (!product.serials.includes(serial)) onCount(1000, serial);
    for (const serial of product.serials) if (!next.includes(serial)) onCount(-1000, serial);
  };
  return (
    <Dialog isOpen onOpenChange={onClose} title={t('title', { title })} closeLabel={tShell('close')} footer={<Button variant="primary" size="large" onPress={onClose}>{t('done')}</Button>}>
      <SerialEntry pieces={null} serials={product.serials} onChange={take} />
      <div className="till-row">
        <span className="till-grow till-muted">{t('countedUnread', { quantity: quantity(unread) })}</span>
        {unread > 0 ? <Button size="small" variant="quiet" onPress={() => onCount(-1000)}>{t('unreadLess')}</Button> : null}
        <Button size="small" onPress={() => onCount(1000)}>{t('cannotRead')}</Button>
      </div>
    </Dialog>
  );
}
