/** An amount as plain digits, without sign of currency or groups, as cells show and copy it: 123456 → `1234.56`. */
export function formatAmount(amountMinor: number, fractionDigits: number, decimalSeparator = '.'): string {
  const sign = amountMinor < 0 ? '-' : '';
  const digits = String(Math.abs(amountMinor)).padStart(fractionDigits + 1, '0');
  if (fractionDigits === 0) return sign + digits;
  return `${sign}${digits.slice(0, -fractionDigits)}${decimalSeparator}${digits.slice(-fractionDigits)}`;
}
