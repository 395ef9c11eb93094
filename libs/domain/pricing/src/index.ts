export type { BasketBuyer, BasketInput, BasketLine } from './basket-input';
export { unitPriceAt } from './choose-price';
export { derivePrice, type DerivationInput, type DerivedPrice, type PriceFormula } from './derive-price';
export { explainLine } from './explain-line';
export { findCycle, type DerivedFrom } from './find-cycle';
export { isBelowCost, isLargeChange, marginBasisPoints, type MarginInput } from './margin';
export type { PriceBook, PriceTier, ScopedBook, TaxRate, VariantFacts } from './price-book';
export type { LineTrace, PromotionTrace, Quote, QuoteDiscount, QuoteLine, QuoteRefusal, QuoteTax, UnitShare } from './quote';
export { engineVersion, quoteBasket } from './quote-basket';
