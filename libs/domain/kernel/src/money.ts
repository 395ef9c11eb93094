import { invariant } from './invariant';

/** An amount that knows its currency. Two of them only meet where the compiler or, for a currency read at run time, a check says that they are of one (KRN-16). */
export interface Money<Currency extends string = string> {
  readonly amountMinor: number;
  readonly currency: Currency;
}

export function money<Currency extends string>(amountMinor: number, currency: Currency): Money<Currency> {
  invariant(Number.isSafeInteger(amountMinor), `money: ${amountMinor} ${currency} is not a whole number of minor units`);
  return { amountMinor, currency };
}

/** NoInfer: the first says the currency, the second must have it. */
export const addMoney = <Currency extends string>(a: Money<Currency>, b: Money<NoInfer<Currency>>): Money<Currency> => money(a.amountMinor + sameCurrency(a, b).amountMinor, a.currency);

export const subtractMoney = <Currency extends string>(a: Money<Currency>, b: Money<NoInfer<Currency>>): Money<Currency> => money(a.amountMinor - sameCurrency(a, b).amountMinor, a.currency);

/** Below zero: a is less; zero: they are equal. */
export const compareMoney = <Currency extends string>(a: Money<Currency>, b: Money<NoInfer<Currency>>): number => a.amountMinor - sameCurrency(a, b).amountMinor;

function sameCurrency(a: Money, b: Money): Money {
  invariant(a.currency === b.currency, `${a.currency} and ${b.currency} are no common amount`);
  return b;
}
