import { formatMoney } from '@oneshelf/domain-kernel';

export type MoneyProps = { amountMinor: number; currency: string; locale: string; /** A price that no longer holds. */ struck?: boolean };

/** An amount in minor units, in the reader's notation, never broken over two lines. */
export function Money({ amountMinor, currency, locale, struck = false }: MoneyProps) {
  const text = formatMoney(amountMinor, currency, locale);
  return struck ? <s className="os-money" data-struck>{text}</s> : <span className="os-money">{text}</span>;
}
