import type { ReturnLookup, ReturnResult } from '@oneshelf/contracts';
import { Button, Notice } from '@oneshelf/ui';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { ProblemNotice } from '../../i18n/problem-notice';
import { useFormat } from '../../i18n/use-format';
import { newId } from '../../local/new-id';
import { online } from '../../local/online';
import { useBootstrap, useTill } from '../../local/till-state';
import { RefuseScans } from '../../shell/refuse-scans';
import { useIsOffline } from '../../shell/use-connection';
import { useStaff } from '../../shell/view';
import { roundedCash } from '../pay/cash-left';
import { serialsMissing } from './serial-choice';
import { linesOf, refundOf, shippingBack, spreadRefund, type LineChoice } from './return-choice';

/** What goes back, and to which tender; the server decides the same from the stored shares. */
export function RefundPane({ order, choices, onDone }: { order: ReturnLookup; choices: Record<string, LineChoice>; onDone: (result: ReturnResult) => void }) {
  const t = useTranslations('return');
  const { money, quantity, percent } = useFormat();
  const staff = useStaff();
  const isOffline = useIsOffline();
  const shift = useTill((state) => state.shift);
  // One id for as long as the desk is open: a second tap, or a retry after a lost answer, refunds once.
  const [returnId] = useState(newId);
  const chosen = order.lines.flatMap((line) => { const choice = choices[line.orderLineId]; return choice ? [{ line, choice, refund: refundOf(line, choice.quantityMilli) }] : []; });
  const shipping = chosen.length === 0 ? { totalMinor: 0, taxMinor: 0 } : shippingBack(order, choices);
  const totalMinor = chosen.reduce((sum, { refund }) => sum + refund.totalMinor, shipping.totalMinor);
  const discountMinor = chosen.reduce((sum, { refund }) => sum + refund.discountMinor, 0);
  const taxMinor = chosen.reduce((sum, { refund }) => sum + refund.taxMinor, shipping.taxMinor);
  const rates = [...new Set(chosen.map(({ line }) => percent(line.taxRateBasisPoints)))].join(', ');
  const parts = spreadRefund(totalMinor, order.tenders);
  const cashMinor = parts.reduce((sum, { tender, amountMinor }) => sum + (tender.kind === 'cash' ? amountMinor : 0), 0);
  const cashOutMinor = 0 - roundedCash(0 - cashMinor, useBootstrap().market.cashStepMinor ?? 1);
  const tSerials = useTranslations('serials');
  const unnamed = chosen.reduce((sum, { line, choice }) => sum + serialsMissing(line, choice), 0);
  const needsShift = shift === null && parts.some(({ tender }) => tender.kind === 'cash');
  const refund = useMutation({ mutationFn: () => online.createReturn({ returnId, orderId: order.orderId, lines: linesOf(choices), staffId: staff.id, staffName: staff.name, ...(shift ? { shiftId: shift.id } : {}) }), onSuccess: onDone });
  return (
    <aside className="till-side" aria-label={t('refund')}>
      {refund.isPending ? <RefuseScans text={t('scanWhileBooked')} /> : null}
      <h2>{t('refund')}</h2>
      <p>{t('chosenOf', { chosen: chosen.length, total: order.lines.length })}</p>
      <dl className="till-sums" data-roomy style={{ overflow: 'auto' }}>
        {chosen.map(({ line, choice, refund: share }) => <div key={line.orderLineId}><dt>{choice.quantityMilli === 1000 ? line.title : `${quantity(choice.quantityMilli)} × ${line.title}`}</dt><dd>{money(share.totalMinor + share.discountMinor)}</dd></div>)}
        {discountMinor > 0 ? <div><dt>{t('discountShare')}</dt><dd>−{money(discountMinor)}</dd></div> : null}
        {shipping.totalMinor > 0 ? <div><dt>{t('shipping')}</dt><dd>{money(shipping.totalMinor)}</dd></div> : null}
        {totalMinor > 0 ? <div><dt>{t('taxInPrice', { rates })}</dt><dd>{money(taxMinor)}</dd></div> : null}
        <div data-total><dt>{t('toRefund')}</dt><dd>{money(totalMinor)}</dd></div>
      </dl>
      <div className="till-grow" />
      {refund.error ? <ProblemNotice error={refund.error} /> : null}
      {isOffline ? <Notice tone="waiting">{t('offlineLead')}</Notice> : null}
      {needsShift ? <Notice tone="waiting">{t('needsShift')}</Notice> : null}
      <div style={{ height: 8, flex: 'none' }} />
      {parts.map(({ tender, amountMinor }) => (
        <p key={tender.paymentId} className="till-tender"><span>{tender.cardLabel ?? t(`tenders.${tender.kind}`)}{tender.kind === 'cash' ? '' : `, ${t('days')}`}</span><span>{money(amountMinor)}</span></p>
      ))}
      {cashOutMinor === cashMinor ? null : <p className="till-muted">{t('inCash', { amount: money(cashOutMinor) })}</p>}
      <Button variant="danger" size="large" isDisabled={chosen.length === 0 || unnamed > 0 || isOffline || needsShift || refund.isPending} onPress={() => refund.mutate()}>{isOffline ? t('needsConnection') : unnamed > 0 ? tSerials('returnMissing', { count: unnamed }) : t('refundAmount', { amount: money(totalMinor) })}</Button>
    </aside>
  );
}
