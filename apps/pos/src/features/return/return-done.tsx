import type { ReturnResult } from '@oneshelf/contracts';
import { Button, ReceiptView, type ReceiptDocument } from '@oneshelf/ui';
import { Printer } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { hasDrawer, printPage } from '../../hardware/print';
import { useFormat, type Formats } from '../../i18n/use-format';
import { clock } from '../../local/runtime';
import { useBootstrap } from '../../local/till-state';
import type { TillBootstrap } from '@oneshelf/contracts';

/** What was given back, tender by tender; cash is counted out by hand. */
export function ReturnDone({ result, onNext }: { result: ReturnResult; onNext: () => void }) {
  const t = useTranslations('return');
  const format = useFormat();
  const bootstrap = useBootstrap();
  const cashMinor = result.refunds.filter(({ kind }) => kind === 'cash').reduce((sum, { amountMinor, roundingMinor }) => sum + amountMinor + (roundingMinor ?? 0), 0);
  return (
    <main className="till-main" data-wide>
      <h1>{t('done', { number: result.number })}</h1>
      <div className="till-columns">
        <div className="till-stack">
          {cashMinor > 0 ? <div className="till-change"><span>{t('giveCash')}</span><strong>{format.money(cashMinor)}</strong>{hasDrawer ? null : <span className="till-muted">{t('noDrawer')}</span>}</div> : null}
          <ul className="till-why">{result.refunds.map((refund) => <li key={refund.paymentId} className="till-row"><span className="till-grow">{refund.cardLabel ?? t(`tenders.${refund.kind}`)} · {t(`states.${refund.status}`)}</span>{format.money(refund.amountMinor + (refund.roundingMinor ?? 0))}</li>)}</ul>
          <Button icon={<Printer size={20} aria-hidden="true" />} onPress={printPage}>{t('print')}</Button>
          <Button variant="primary" size="large" onPress={onNext}>{t('next')}</Button>
        </div>
        <div className="till-print"><ReceiptView document={returnReceipt(result, { t, format, bootstrap })} label={t('receipt', { number: result.number })} /></div>
      </div>
    </main>
  );
}

function returnReceipt(result: ReturnResult, { t, format, bootstrap }: { t: ReturnType<typeof useTranslations<'return'>>; format: Formats; bootstrap: TillBootstrap }): ReceiptDocument {
  return {
    locale: format.locale, currency: result.currency, header: { title: bootstrap.location.name, lines: bootstrap.location.addressLines }, notice: t('refundNotice'),
    facts: [{ label: t('number'), value: result.number }, { label: t('at'), value: format.dateTime(clock.now()) }],
    lines: [...result.lines.map((line) => ({ name: line.title, details: [line.sku, t(`dispositions.${line.disposition}`), ...(line.serialNumbers ?? [])], quantityMilli: -line.quantityMilli, ...(line.weightMilli === undefined ? {} : { details: [line.sku, t(`dispositions.${line.disposition}`), format.quantity(line.weightMilli, 'kg'), ...(line.serialNumbers ?? [])] }), unitAmountMinor: Math.round((line.refundMinor * 1000) / line.quantityMilli), amountMinor: -line.refundMinor })), ...shippingLine(result, t('shipping'))],
    discounts: [], total: { label: t('refunded'), amountMinor: -result.refundMinor }, taxes: [{ label: t('taxIncluded'), amountMinor: -result.taxMinor }],
    tenders: result.refunds.flatMap((refund) => [...(refund.roundingMinor ? [{ label: t('rounding'), amountMinor: -refund.roundingMinor }] : []), { label: refund.cardLabel ?? t(`tenders.${refund.kind}`), amountMinor: -refund.amountMinor - (refund.roundingMinor ?? 0) }]),
    footer: [], code: { value: result.number },
  };
}

/** What was paid for sending it, where it goes back with the last unit: so that the receipt adds up. */
const shippingLine = ({ shippingMinor = 0 }: ReturnResult, name: string): ReceiptDocument['lines'] =>
  shippingMinor === 0 ? [] : [{ name, quantityMilli: 1000, unitAmountMinor: -shippingMinor, amountMinor: -shippingMinor }];
