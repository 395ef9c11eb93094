import { cashDue } from '@oneshelf/domain-payments';

/** What is left to pay in cash, in the coins that there are. Only the share that is paid in cash is rounded. */
export const roundedCash = (leftMinor: number, stepMinor: number): number => cashDue({ totalMinor: leftMinor, paidOtherwiseMinor: 0, stepMinor }).cashDueMinor;
