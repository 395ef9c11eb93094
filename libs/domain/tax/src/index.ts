export { chooseTaxRate, type DatedTaxRate } from './choose-tax-rate';
export { taxFromGross, taxFromNet } from './tax-amount';
export { taxDocument, type DocumentTax, type TaxableLine, type TaxGroup, type TaxRules } from './tax-document';
