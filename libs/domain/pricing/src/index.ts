export type { BasketInput, BasketLine } from './basket-input';
export { explainLine } from './explain-line';
export { isBelowCost, isLargeChange, marginBasisPoints, type MarginInput } from './margin';
export type { PercentOffCollection, PriceBook, ScopedBook, TaxRate, VariantFacts } from './price-book';
export type { LineTrace, Quote, QuoteDiscount, QuoteLine, QuoteRefusal, QuoteTax, UnitShare } from './quote';
export { engineVersion, quoteBasket } from './quote-basket';
