export type { BasketInput, BasketLine } from './basket-input';
export type { PercentOffCollection, PriceBook, ScopedBook, TaxRate, VariantFacts } from './price-book';
export type { LineTrace, Quote, QuoteDiscount, QuoteLine, QuoteRefusal, QuoteTax, UnitShare } from './quote';
