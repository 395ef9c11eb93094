import { Button, ReceiptEdge } from '@oneshelf/ui';
import { CircleHelp, Eraser, Layers, Pause } from 'lucide-react';
import { Suspense, useState } from 'react';
import { Button as PlainButton } from 'react-aria-components';
import { useTranslations } from 'use-intl';
import { HoldInput } from '../../hardware/use-input';
import { useFormat } from '../../i18n/use-format';
import { heldSales } from '../../local/drafts';
import { useLive } from '../../local/live';
import { useTill } from '../../local/till-state';
import { LaterHeldSheet, LaterLineSheet } from '../../shell/later';
import { toasts } from '../../shell/toasts';
import { useKeys } from '../../shell/use-keys';
import { useConnection } from '../../shell/use-connection';
import { openPayment } from '../pay/open-payment';
import { CartLines } from './cart-lines';
import { CartTotals } from './cart-totals';
import { clearCart, restoreCart, useCart } from './cart';
import { holdCart } from './hold-cart';

/** The sale: lines, totals under the receipt edge, and the one act. */
export function CartPane() {
  const t = useTranslations('sell');
  const { money } = useFormat();
  const { lines, quote, refusal, newestLineId } = useCart();
  const nextReceipt = useTill((state) => state.nextReceipt);
  const role = useTill((state) => state.role);
  const held = useLive(heldSales)?.length ?? 0;
  const [openLine, setOpenLine] = useState<string | null>(null);
  const [isHeldOpen, setHeldOpen] = useState(false);
  const canPay = quote !== null && quote.totalMinor > 0 && role === 'writer';
  const isConnected = useConnection(({ state }) => state === 'connected');
  const hasCardReader = useTill((state) => state.bootstrap?.register.hasCardReader === true);
  const isCardPossible = isConnected && hasCardReader;
  const hold = (): void => { if (lines.length > 0 && quote) void holdCart(); };
  const pay = (): void => { if (canPay) void openPayment('cash'); };
  // F10 takes the whole sum by the usual tender: the reader where it can be reached, else cash.
  const payDefault = (): void => {
    if (!canPay || !quote) return;
    void openPayment(isCardPossible ? 'card' : 'cash', isCardPossible ? { type: 'start_card', amountMinor: quote.totalMinor } : undefined);
  };
  useKeys({ F3: () => setHeldOpen(true), F7: hold, F9: pay, F10: payDefault });
  return (
    <aside className="till-side" data-first aria-label={t('sale')}>
      <div className="till-customer">
        <PlainButton className="till-dashed" onPress={() => setHeldOpen(true)}><Layers size={20} aria-hidden="true" />{t('held', { count: held })}<kbd aria-hidden="true">F3</kbd></PlainButton>
        <span className="till-muted">{t('saleNumber', { number: String(nextReceipt) })}</span>
      </div>
      <CartLines onExplain={setOpenLine} />
      <ReceiptEdge />
      <CartTotals />
      {refusal ? <p role="alert" className="till-miss">{t('cartRefused')}</p> : null}
      <div className="till-acts">
        <Button variant="soft" icon={<Pause size={20} aria-hidden="true" />} isDisabled={lines.length === 0 || !quote} onPress={hold} keyHint="F7">{t('hold')}</Button>
        <Button variant="soft" icon={<CircleHelp size={20} aria-hidden="true" />} isDisabled={lines.length === 0} onPress={() => setOpenLine(newestLineId ?? lines.at(-1)?.lineId ?? null)}>{t('why')}</Button>
        <Button variant="soft" icon={<Eraser size={20} aria-hidden="true" />} isDisabled={lines.length === 0} onPress={() => clearWithUndo(t('cleared', { count: lines.length }), t('undo'))}>{t('clear')}</Button>
      </div>
      <Button variant="primary" size="large" isDisabled={!canPay} onPress={pay} keyHint="F9">{canPay && quote ? t('pay', { amount: money(quote.totalMinor) }) : t('scanFirst')}</Button>
      <Suspense fallback={<HoldInput />}>
        {openLine === null ? null : <LaterLineSheet lineId={openLine} onClose={() => setOpenLine(null)} />}
        {isHeldOpen ? <LaterHeldSheet onClose={() => setHeldOpen(false)} /> : null}
      </Suspense>
    </aside>
  );
}

/** Undo in place of 'are you sure?'. */
function clearWithUndo(text: string, label: string): void {
  const { lines, coupons, saleId } = useCart.getState();
  clearCart();
  toasts.add({ text, action: { label, onPress: () => { if (useCart.getState().lines.length === 0) restoreCart({ lines, coupons, saleId }); } } }, { timeout: 8000 });
}
