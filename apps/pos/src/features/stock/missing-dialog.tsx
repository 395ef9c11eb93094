import { Button, Dialog } from '@oneshelf/ui';
import { useTranslations } from 'use-intl';
import { useFormat } from '../../i18n/use-format';

/** Not everything arrived: only a person knows whether the rest still comes. */
export function MissingDialog({ quantityMilli, serials, isNothing, onClose, onChoose }: { quantityMilli: number; serials: readonly string[]; isNothing: boolean; onClose: () => void; onChoose: (isGone: boolean) => void }) {
  const t = useTranslations('stock.transfers');
  const tShell = useTranslations('shell');
  const { quantity } = useFormat();
  return (
    <Dialog isOpen onOpenChange={onClose} title={t('missingTitle', { quantity: quantity(quantityMilli) })} closeLabel={tShell('close')}>
      <p>{t('missingLead')}</p>
      {serials.length > 0 ? <p className="till-serial">{t('missingSerials', { serials: serials.join(', ') })}</p> : null}
      <div className="till-stack">
        {isNothing ? null : <Button variant="primary" size="large" onPress={() => onChoose(false)}>{t('stillComes')}</Button>}
        <Button variant="danger" size="large" onPress={() => onChoose(true)}>{t('gone')}</Button>
      </div>
    </Dialog>
  );
}
