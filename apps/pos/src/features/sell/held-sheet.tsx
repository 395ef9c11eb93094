import { Sheet } from '@oneshelf/ui';
import { Button } from 'react-aria-components';
import { useTranslations } from 'use-intl';
import { useFormat } from '../../i18n/use-format';
import { heldSales, takeHeldSale } from '../../local/drafts';
import { useLive } from '../../local/live';
import { restoreCart, useCart } from './cart';
import { holdCart } from './hold-cart';

/** Sales put aside on this till. Recalling one puts the sale at hand aside in its place. */
export function HeldSheet({ onClose }: { onClose: () => void }) {
  const t = useTranslations('sell');
  const tShell = useTranslations('shell');
  const { money, time, quantity } = useFormat();
  const held = useLive(heldSales) ?? [];
  const recall = async (id: string): Promise<void> => {
    const sale = await takeHeldSale(id);
    if (sale) {
      if (useCart.getState().lines.length > 0) await holdCart();
      restoreCart(sale);
    }
    onClose();
  };
  return (
    <Sheet isOpen onOpenChange={onClose} title={t('heldTitle')} closeLabel={tShell('close')}>
      {held.length === 0 ? <p>{t('noneHeld')}</p> : null}
      <ul className="till-list">
        {held.map((sale) => (
          <li key={sale.id}>
            <Button className="till-entry" data-tone="waiting" onPress={() => void recall(sale.id)}>
              <span className="till-entry-status">{time(sale.heldAt)}</span>
              <span className="till-entry-text"><strong>{sale.customer ? t('heldFor', { name: sale.customer.name, staff: sale.staffName }) : sale.staffName}</strong>{t('items', { count: pieces(sale.lines) / 1000, quantity: quantity(pieces(sale.lines)) })}</span>
              <span className="till-entry-where">{money(sale.totalMinor)}</span>
            </Button>
          </li>
        ))}
      </ul>
    </Sheet>
  );
}

const pieces = (lines: readonly { quantityMilli: number }[]): number => lines.reduce((sum, { quantityMilli }) => sum + quantityMilli, 0);
