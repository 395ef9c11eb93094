import type { DayBook, DayReport } from '@oneshelf/contracts';
import { minorUnitDigits } from '@oneshelf/domain-kernel';

type Row = [section: string, currency: string, name: string, measure: string, value: string];

/**
 * The day as one long table, a number a row, so that many days can be put below each other: date, location, section,
 * currency, name, measure, value. Amounts are in units of the currency with a point, quantities in pieces, ISV in per cent.
 */
export function dayReportCsv(report: DayReport): string {
  const rows: Row[] = [
    ...report.books.flatMap(bookRows),
    ['units', '', '', 'sold', pieces(report.units.soldMilli)],
    ['units', '', '', 'returned', pieces(report.units.returnedMilli)],
    ...report.shifts.flatMap((shift) => amounts('shift', { currency: shift.currency, name: `${shift.locationName} ${shift.registerName} ${shift.openedAt}` }, {
      sales: shift.salesMinor, expected: shift.expectedMinor, counted: shift.countedMinor, difference: shift.differenceMinor,
    })),
    ['isv', '', 'median', 'percent', percent(report.isv.medianBasisPoints)],
    ...report.isv.worst.map((row): Row => ['isv', '', `${row.channelCode} ${row.sku}`, 'percent', percent(row.isvBasisPoints)]),
  ];
  const head = ['date', 'location', 'section', 'currency', 'name', 'measure', 'value'];
  return [head, ...rows.map((row) => [report.date, report.locationId ?? '', ...row])].map((row) => row.map(cell).join(',')).join('\r\n') + '\r\n';
}

function bookRows({ currency, sales, refunds, net, channels, tenders, roundingMinor, taxes, trialBalance }: DayBook): Row[] {
  const totals = ({ listMinor, discountMinor, netMinor, taxMinor, grossMinor }: DayBook['net']) => ({ list: listMinor, discount: discountMinor, net: netMinor, tax: taxMinor, gross: grossMinor });
  return [
    ...amounts('total', { currency, name: 'sales' }, totals(sales)), ...amounts('total', { currency, name: 'refunds' }, totals(refunds)), ...amounts('total', { currency, name: 'net' }, totals(net)),
    ...amounts('total', { currency, name: 'rounding' }, { amount: roundingMinor }),
    ...channels.flatMap((row) => amounts('channel', { currency, name: row.channelCode }, { sales: row.salesGrossMinor, refunds: row.refundsGrossMinor, net: row.netMinor, tax: row.taxMinor, gross: row.grossMinor })),
    ...tenders.flatMap((row) => amounts('tender', { currency, name: row.tender }, { taken: row.takenMinor, given_back: row.givenBackMinor, net: row.netMinor })),
    ...taxes.flatMap((row) => amounts('tax', { currency, name: `${row.country} ${row.rateBasisPoints / 100} %` }, { sales: row.salesMinor, refunds: row.refundsMinor, net: row.netMinor })),
    ...trialBalance.accounts.flatMap((row) => amounts('account', { currency, name: row.account }, { debit: row.debitMinor, credit: row.creditMinor })),
    ...amounts('account', { currency, name: 'all' }, { difference: trialBalance.differenceMinor }),
  ];
}

const amounts = (section: string, { currency, name }: { currency: string; name: string }, values: Record<string, number | null>): Row[] =>
  Object.entries(values).flatMap(([measure, amountMinor]): Row[] => (amountMinor === null ? [] : [[section, currency, name, measure, decimal(amountMinor, minorUnitDigits(currency))]]));

const pieces = (quantityMilli: number): string => decimal(quantityMilli, 3);
const percent = (basisPoints: number | null): string => (basisPoints === null ? '∞' : decimal(basisPoints, 2));

/** -1205 with 2 digits → -12.05, by text: no rounding of a float can get in. */
function decimal(value: number, digits: number): string {
  if (digits === 0) return String(value);
  const text = String(Math.abs(value)).padStart(digits + 1, '0');
  return `${value < 0 ? '-' : ''}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

/** Quoted where it must be. A text that a spreadsheet would run as a formula gets an apostrophe before it. */
function cell(text: string): string {
  const safe = /^[=+@\t\r]/.test(text) || (text.startsWith('-') && !/^-\d+(\.\d+)?$/.test(text)) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
