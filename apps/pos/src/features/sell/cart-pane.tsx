import { Button, Notice, ReceiptEdge } from '@oneshelf/ui';
import { Eraser, Layers, Pause, Percent } from 'lucide-react';
import { Suspense, useMemo, useState } from 'react';
import { Button as PlainButton } from 'react-aria-components';
import { useTranslations } from 'use-intl';
import { HoldInput } from '../../hardware/use-input';
import { useFormat } from '../../i18n/use-format';
import { heldSales } from '../../local/drafts';
import { useLive } from '../../local/live';
import { useBootstrap, useTill } from '../../local/till-state';
import { LaterApproveSaleDialog, LaterCustomerSheet, LaterHandDialog, LaterHeldSheet, LaterLineSheet, LaterSerialDialog, LaterWeighDialog } from '../../shell/later';
import { toasts } from '../../shell/toasts';
import { useKeys } from '../../shell/use-keys';
import { useConnection } from '../../shell/use-connection';
import { breachesOf } from '../by-hand/hand-check';
import type { HandTask } from '../by-hand/hand-draft';
import { CustomerButton } from '../customer/customer-button';
import { openPayment } from '../pay/open-payment';
import { missingOf } from '../serials/line-serials';
import { askForSerials, useSerialTask } from '../serials/serial-task';
import { CartLines } from './cart-lines';
import { CartTotals } from './cart-totals';
import { cartContent, clearCart, restoreCart, useCart } from './cart';
import { holdCart } from './hold-cart';
import { useWeighing } from './weighing';

/** The sale: lines, totals under the receipt edge, and the one act. */
export function CartPane() {
  const t = useTranslations('sell');
  const tHand = useTranslations('byHand');
  const { money } = useFormat();
  const { lines, quote, acts, coupons, customer, refusal } = useCart();
  const nextReceipt = useTill((state) => state.nextReceipt);
  const role = useTill((state) => state.role);
  const held = useLive(heldSales)?.length ?? 0;
  const weighing = useWeighing((state) => state.weighing);
  const [openLine, setOpenLine] = useState<string | null>(null);
  const [isCustomerOpen, setCustomerOpen] = useState(false);
  const [isHeldOpen, setHeldOpen] = useState(false);
  const [handTask, setHandTask] = useState<HandTask | null>(null);
  const [approvedThen, setApprovedThen] = useState<(() => void) | null>(null);
  const bootstrap = useBootstrap();
  const isBeyond = useMemo(() => quote !== null && acts.length > 0 && breachesOf(quote, acts, bootstrap).length > 0, [quote, acts, bootstrap]);
  const tSerials = useTranslations('serials');
  const catalogue = useTill((state) => state.catalogue);
  const serialLineId = useSerialTask((task) => task.lineId);
  const unread = lines.reduce((sum, line) => sum + missingOf(line, catalogue), 0);
  const canPay = quote !== null && lines.length > 0 && role === 'writer';
  const askNext = (): void => askForSerials(lines.find((line) => missingOf(line, catalogue) > 0)?.lineId ?? null);
  const isConnected = useConnection(({ state }) => state === 'connected');
  const hasCardReader = useTill((state) => state.bootstrap?.register.hasCardReader === true);
  const isCardPossible = isConnected && hasCardReader;
  const hold = (): void => { if (lines.length > 0 && quote) void holdCart(); };
  // What needs an approval gets it before the money is taken.
  const whenApproved = (act: () => void): void => { if (unread > 0) askNext(); else if (isBeyond) setApprovedThen(() => act); else act(); };
  const pay = (): void => { if (canPay) whenApproved(() => void openPayment('cash')); };
  // F10 takes the whole sum by the usual tender: the reader where it can be reached, else cash.
  const payDefault = (): void => {
    if (!canPay || !quote) return;
    const byCard = isCardPossible && quote.totalMinor > 0;
    whenApproved(() => void openPayment(byCard ? 'card' : 'cash', byCard ? { type: 'start_card', amountMinor: quote.totalMinor } : undefined));
  };
  const discount = (): void => { if (lines.length > 0 && quote) setHandTask({ kind: 'discount', lineId: null }); };
  useKeys({ F3: () => setHeldOpen(true), F4: () => setCustomerOpen(true), F6: discount, F7: hold, F9: pay, F10: payDefault });
  return (
    <aside className="till-side" data-first aria-label={t('sale')}>
      <div className="till-customer">
        <CustomerButton onPress={() => setCustomerOpen(true)} />
        <PlainButton className="till-dashed" aria-label={t('held', { count: held })} onPress={() => setHeldOpen(true)}><Layers size={20} aria-hidden="true" /><span className="till-held-words">{t('held', { count: held })}</span><kbd aria-hidden="true">F3</kbd></PlainButton>
        <span className="till-muted">{t('saleNumber', { number: String(nextReceipt) })}</span>
      </div>
      <CartLines onExplain={setOpenLine} />
      <ReceiptEdge />
      <CartTotals />
      {refusal ? <p role="alert" className="till-miss">{t('cartRefused')}</p> : null}
      {unread > 0 ? <Notice tone="waiting">{tSerials('missing', { count: unread })}</Notice> : null}
      {isBeyond ? <Notice tone="waiting">{tHand('cartBeyond')}</Notice> : null}
      <div className="till-acts">
        <Button variant="soft" icon={<Percent size={20} aria-hidden="true" />} isDisabled={lines.length === 0 || !quote} onPress={discount} keyHint="F6">{t('discount')}</Button>
        <Button variant="soft" icon={<Pause size={20} aria-hidden="true" />} isDisabled={lines.length === 0 || !quote} onPress={hold} keyHint="F7">{t('hold')}</Button>
        <Button variant="soft" icon={<Eraser size={20} aria-hidden="true" />} isDisabled={lines.length === 0 && coupons.length === 0 && customer === null} onPress={() => clearWithUndo(t('cleared', { count: lines.length }), t('undo'))}>{t('clear')}</Button>
      </div>
      <Button variant="primary" size="large" isDisabled={!canPay} onPress={pay} keyHint="F9">{canPay && unread > 0 ? tSerials('scanMissing', { count: unread }) : canPay && quote ? (quote.totalMinor > 0 ? t('pay', { amount: money(quote.totalMinor) }) : t('payNothing')) : t('scanFirst')}</Button>
      <Suspense fallback={<HoldInput />}>
        {serialLineId === null ? null : <LaterSerialDialog lineId={serialLineId} onClose={() => askForSerials(null)} />}
        {openLine === null ? null : <LaterLineSheet lineId={openLine} onByHand={(task) => { setOpenLine(null); setHandTask(task); }} onClose={() => setOpenLine(null)} />}
        {weighing === null ? null : <LaterWeighDialog weighing={weighing} />}
        {handTask === null ? null : <LaterHandDialog task={handTask} onClose={() => setHandTask(null)} />}
        {approvedThen === null ? null : <LaterApproveSaleDialog onApproved={approvedThen} onClose={() => setApprovedThen(null)} />}
        {isCustomerOpen ? <LaterCustomerSheet onClose={() => setCustomerOpen(false)} /> : null}
        {isHeldOpen ? <LaterHeldSheet onClose={() => setHeldOpen(false)} /> : null}
      </Suspense>
    </aside>
  );
}

/** Undo in place of 'are you sure?'. */
function clearWithUndo(text: string, label: string): void {
  const { saleId } = useCart.getState();
  const content = cartContent();
  clearCart();
  toasts.add({ text, action: { label, onPress: () => { if (useCart.getState().lines.length === 0) restoreCart({ ...content, saleId }); } } }, { timeout: 8000 });
}
