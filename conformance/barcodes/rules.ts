/** Why ours differs, where it does. */
export const barcodeRules = {
  companyPrefixes: 'company prefixes are not looked up: the register is GS1\'s own service',
  packageTypes: 'freight unit types (UN/ECE recommendation 21) are taken as they come',
  noCheck: 'the case names no check',
  words: 'words in place of identifiers ("gtin") are not read: GS1 withdrew them with Digital Link 1.2',
  unknownIdentifiers: 'an identifier that GS1 has not given out is never read, whatever the setting',
  halfPart: 'a value that ends inside one of its parts cannot be read; some readers take it with a warning',
  eightDigits: 'numbers of eight digits that begin with 0 or 2 are the retailer\'s own, as GS1 General Specifications 1.4 has them',
} as const;
