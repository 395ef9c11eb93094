import { lineAmount } from '@oneshelf/domain-kernel';
import type { HandLine } from '@oneshelf/domain-promotions';
import { pricedMilli } from './priced-quantity';
import type { Quote, QuoteLine } from './quote';

/** A quote's lines as its discounts by hand found them, for the limits of people (promotions SPEC, PRM-40 to PRM-44). */
export const handLines = ({ lines }: Pick<Quote, 'lines'>): HandLine[] => lines.map(handLine);

function handLine({ lineId, listMinor, discountMinor, trace, ...line }: QuoteLine): HandLine {
  const manual = trace.manual ?? [];
  const usual = trace.override ? trace.candidates.find(({ because }) => because === 'overridden')?.amountMinor : undefined;
  return {
    lineId, listMinor, manual,
    usualMinor: trace.override ? (usual === undefined ? null : lineAmount(usual, pricedMilli(line))) : listMinor,
    leftMinor: listMinor - discountMinor + manual.reduce((sum, { amountMinor }) => sum + amountMinor, 0),
  };
}
