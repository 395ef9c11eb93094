import type { ZReport } from '@oneshelf/contracts';
import { Button, EmptyState, Notice, ReceiptView, type ReceiptDocument } from '@oneshelf/ui';
import { Printer } from 'lucide-react';
import { useMessages, useTranslations } from 'use-intl';
import { printPage } from '../../hardware/print';
import { useFormat, type Formats } from '../../i18n/use-format';
import type { en } from '../../i18n/messages-en';
import { readMeta } from '../../local/database';
import { useLive } from '../../local/live';
import { database } from '../../local/runtime';

const lastReport = (): Promise<ZReport | null> => readMeta(database, 'lastReport');

/** The Z report of the shift that was closed last on this till, with its difference in words. */
export function LastReport() {
  const t = useTranslations('shift');
  const format = useFormat();
  const tenderName = useTenderName();
  const report = useLive(lastReport);
  if (report === undefined) return <div />;
  if (report === null) return <EmptyState title={t('noReport')}>{t('noReportLead')}</EmptyState>;
  const { differenceMinor } = report.cash;
  return (
    <div className="till-stack">
      <Notice tone={differenceMinor === 0 ? 'done' : 'blocked'}>
        {differenceMinor === 0 ? t('noDifference') : t(differenceMinor > 0 ? 'tooMuch' : 'tooLittle', { amount: format.money(Math.abs(differenceMinor)) })}
        {report.discrepancies > 0 ? ` ${t('discrepancies', { count: report.discrepancies })}` : null}
      </Notice>
      <div className="till-print"><ReceiptView document={zReportDocument(report, { t, format, tenderName })} label={t('zReport')} /></div>
      <Button icon={<Printer size={20} aria-hidden="true" />} onPress={printPage}>{t('print')}</Button>
    </div>
  );
}

type TenderKind = keyof (typeof en)['shift']['tenders'];

function useTenderName(): (kind: string) => string {
  const t = useTranslations('shift');
  const known = useMessages().shift.tenders;
  const isKnown = (kind: string): kind is TenderKind => kind in known;
  return (kind) => (isKnown(kind) ? t(`tenders.${kind}`) : kind);
}

/** Zero has no sign on paper. */
const minus = (amountMinor: number): number => (amountMinor === 0 ? 0 : -amountMinor);

interface ReportWords { t: ReturnType<typeof useTranslations<'shift'>>; format: Formats; tenderName: (kind: string) => string }

/** The report through the receipt's own layout, so that it prints on the same paper. */
function zReportDocument(report: ZReport, { t, format, tenderName }: ReportWords): ReceiptDocument {
  const { cash } = report;
  const line = (name: string, amountMinor: number, details: string[] = []) => ({ name, details, quantityMilli: 1000, unitAmountMinor: amountMinor, amountMinor });
  return {
    locale: format.locale, currency: report.currency, header: { title: t('zReport'), lines: [report.locationName, report.registerName] },
    facts: [
      { label: t('businessDate'), value: report.businessDate },
      { label: t('opened'), value: `${format.dateTime(report.openedAt)}, ${report.openedByName}` },
      { label: t('closed'), value: `${format.dateTime(report.closedAt)}, ${report.closedByName}` },
      ...(report.firstReceipt === null ? [] : [{ label: t('receipts'), value: `${report.firstReceipt} – ${report.lastReceipt ?? ''}` }]),
    ],
    lines: [
      line(t('sales', { count: report.sales.count }), report.sales.totalMinor, [t('discounts', { amount: format.money(report.sales.discountMinor) })]),
      line(t('returns', { count: report.returns.count }), minus(report.returns.totalMinor)),
      ...report.tenders.map((tender) => line(tenderName(tender.kind), tender.salesMinor - tender.refundsMinor, tender.refundsMinor > 0 ? [t('refunds', { amount: format.money(tender.refundsMinor) })] : [])),
      ...(report.roundingMinor ? [line(t('rounding'), report.roundingMinor)] : []),
    ],
    subtotal: { label: t('floatLine'), amountMinor: cash.floatMinor },
    discounts: [
      { label: t('cashSales'), amountMinor: cash.salesMinor },
      { label: t('cashRefunds'), amountMinor: minus(cash.refundsMinor) },
      { label: t('cashMovements'), amountMinor: cash.movementsMinor },
      { label: t('expected'), amountMinor: cash.expectedMinor },
      { label: t('counted'), amountMinor: cash.countedMinor },
    ],
    total: { label: t('difference'), amountMinor: cash.differenceMinor },
    taxes: report.taxes.map((tax) => ({ label: t('taxIn', { rate: format.percent(tax.rateBasisPoints), gross: format.money(tax.grossMinor) }), amountMinor: tax.taxMinor })),
    tenders: [], footer: [],
  };
}
