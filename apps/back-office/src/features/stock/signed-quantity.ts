import { formatQuantity } from '@oneshelf/ui';

/** A change with its sign: +3, -2. */
export const signedQuantity = (milli: number, locale: string): string => (milli > 0 ? `+${formatQuantity(milli, locale)}` : formatQuantity(milli, locale));
