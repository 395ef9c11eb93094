import type { BasketLine } from './basket-input';

/** 1,000 kg. More of one piece is a typing error. */
const greatestWeightMilli = 1_000_000;

/** How much of a line its price is for: the weight of a piece that is weighed (PRC-107), else its quantity. */
export const pricedMilli = ({ quantityMilli, weightMilli }: Pick<BasketLine, 'quantityMilli' | 'weightMilli'>): number => weightMilli ?? quantityMilli;

/** What is weighed apart is one piece on a line of its own. */
export const isOnePiece = ({ quantityMilli, weightMilli }: Pick<BasketLine, 'quantityMilli' | 'weightMilli'>): boolean => weightMilli === undefined || quantityMilli === 1000;

export const isWeight = (weightMilli: number | undefined): boolean => weightMilli === undefined || (Number.isInteger(weightMilli) && weightMilli > 0 && weightMilli <= greatestWeightMilli);
