import { invariant } from '@oneshelf/domain-kernel';

export const accounts = ['CASH_DRAWER', 'CARD_CLEARING', 'MARKETPLACE_CLEARING', 'CUSTOMER_DEPOSITS', 'SAFE', 'DISCOUNTS', 'REVENUE', 'TAX_PAYABLE', 'ROUNDING', 'CASH_DIFFERENCE'] as const;

/** TAX_PAYABLE is kept per country and rate: "TAX_PAYABLE:GB:2000". */
export type Account = Exclude<(typeof accounts)[number], 'TAX_PAYABLE'> | `TAX_PAYABLE:${string}:${number}`;

/** Above zero is a debit, below a credit. */
export interface JournalLine {
  account: Account;
  amountMinor: number;
}

export const taxAccount = (country: string, rateBasisPoints: number): Account => `TAX_PAYABLE:${country}:${rateBasisPoints}`;

/** One line per account, none of zero, in the order of `accounts`. Throws unless they sum to zero. */
export function balanced(lines: readonly JournalLine[]): JournalLine[] {
  const byAccount = new Map<Account, number>();
  for (const { account, amountMinor } of lines) byAccount.set(account, (byAccount.get(account) ?? 0) + amountMinor);
  const sum = lines.reduce((total, line) => total + line.amountMinor, 0);
  invariant(sum === 0 && Number.isSafeInteger(sum), `a journal must balance and is off by ${sum}`);
  return [...byAccount]
    .map(([account, amountMinor]) => ({ account, amountMinor }))
    .filter(({ amountMinor }) => amountMinor !== 0)
    .sort((a, b) => rankOf(a.account) - rankOf(b.account) || (a.account < b.account ? -1 : 1));
}

const rankOf = (account: Account): number => accounts.findIndex((name) => account.startsWith(name));
