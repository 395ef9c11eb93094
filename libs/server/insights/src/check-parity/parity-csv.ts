import type { PriceDrift, PriceParityRow } from '@oneshelf/contracts';
import { minorUnitDigits } from '@oneshelf/domain-kernel';

/** Drifts first, then the SKUs whose prices differ on purpose, one a line. Amounts in units of the currency with a point. */
export function parityCsv(currency: string, drifts: readonly PriceDrift[], rows: readonly PriceParityRow[]): string {
  const money = moneyIn(currency);
  const head = ['finding', 'sku', 'product', 'channel', 'store', 'group', 'place', 'expected', 'asked', 'lowest', 'highest', 'spread_percent', 'cause', 'book', 'at', 'by', 'reason'];
  const lines = [
    ...drifts.map((drift) => ['drift', drift.sku, drift.title, drift.channelCode, drift.locationId ?? '', drift.customerGroup ?? '', drift.placeName, money(drift.expectedMinor), money(drift.askedMinor), '', '', '', drift.cause, drift.bookVersion ?? '', drift.at ?? '', drift.by ?? '', drift.reason ?? '']),
    ...rows.filter(({ differing }) => differing > 0).map((row) => ['difference', row.sku, row.title, '', '', '', '', money(row.plainMinor), '', money(row.minMinor), money(row.maxMinor), row.spreadBasisPoints === null ? '' : (row.spreadBasisPoints / 100).toFixed(2), '', '', '', '', '']),
  ];
  return [head, ...lines].map((line) => line.map(cell).join(',')).join('\r\n') + '\r\n';
}

function moneyIn(currency: string): (minor: number | null) => string {
  const digits = minorUnitDigits(currency);
  return (minor) => (minor === null ? '' : (minor / 10 ** digits).toFixed(digits));
}

/** A spreadsheet would run what begins like a formula. */
function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
