import type { QuantityUnit } from '@oneshelf/contracts';
import { formatQuantity } from '@oneshelf/ui';

/** A change with its sign: +3, -2. */
export const signedQuantity = (milli: number, locale: string, unit?: QuantityUnit): string => (milli > 0 ? `+${formatQuantity(milli, locale, unit)}` : formatQuantity(milli, locale, unit));
