import { apportion } from '@oneshelf/domain-kernel';
import { paymentCoverage } from '@oneshelf/domain-payments';
import { minorOf } from './minor-of';
import type { Difference } from './rules';

/** A gift card pays for a part of a total. */
export interface GiftCardCase {
  totalNet: string;
  totalGross: string;
  giftCardBalance: string;
  expected: { net: string; gross: string };
}

export const isGiftCardCase = (given: object): given is GiftCardCase => 'totalNet' in given && 'totalGross' in given && 'giftCardBalance' in given;

/** The card is a tender, no discount: it covers the gross, and what is left to pay has net and tax in the proportion of the whole. */
export function judgeGiftCard({ totalNet, totalGross, giftCardBalance, expected }: GiftCardCase): Difference[] {
  const [netMinor, grossMinor] = [minorOf(totalNet), minorOf(totalGross)];
  const paidMinor = Math.min(minorOf(giftCardBalance), grossMinor);
  const { capturedMinor } = paymentCoverage(grossMinor, [{ status: 'captured', authorisedMinor: paidMinor, capturedMinor: paidMinor, refundedMinor: 0 }]);
  const leftMinor = grossMinor - capturedMinor;
  const [leftNetMinor = 0] = leftMinor === 0 ? [0] : apportion(leftMinor, [netMinor, grossMinor - netMinor]);
  const compared = [{ what: 'gross' as const, oursMinor: leftMinor, theirsMinor: minorOf(expected.gross) }, { what: 'net' as const, oursMinor: leftNetMinor, theirsMinor: minorOf(expected.net) }];
  return compared.filter(({ oursMinor, theirsMinor }) => oursMinor !== theirsMinor).map((difference) => ({ kind: 'gift-card', ...difference }));
}
