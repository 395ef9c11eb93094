import type { Pickup } from '@oneshelf/contracts';
import { MapPin } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { useFormat } from '../../i18n/use-format';

/** Who collects, what was paid, and where it lies. */
export function PickupHead({ pickup }: { pickup: Pickup }) {
  const t = useTranslations('pickup');
  const { money, time } = useFormat();
  return (
    <>
      <h2>{pickup.customerName}</h2>
      <p>{pickup.orderNumber} · {t('orderedFor', { amount: money(pickup.totalMinor) })}</p>
      {pickup.shelf === null ? null : (
        <p className="till-place"><MapPin size={20} aria-hidden="true" /><strong>{t('onShelf', { shelf: pickup.shelf })}</strong>{pickup.readyAt === null ? null : t('placedBy', { time: time(pickup.readyAt), name: pickup.pickedBy ?? '–' })}</p>
      )}
    </>
  );
}
