import type { ImportField, ImportMapping } from '@oneshelf/contracts';
import { inLanguage } from './in-language';

// Names that columns have in the files that people bring, without blanks, signs and capitals. The first that fits wins.
const names: [ImportField, RegExp][] = [
  ['sku', /^(variant)?(sku|stockcode|productnumber|articlenumber|itemnumber|artikelnummer|setnum|partnumber|mpn)$/],
  ['handle', /^(handle|slug|urlkey)$/],
  ['barcode', /^(barcode|ean|ean13|gtin|upc)$/],
  ['price', /^(price|listprice|unitprice|retailprice|preis|verkaufspreis|medianunitprice[a-z]{3}|price[a-z]{3})$/],
  ['currency', /^(currency|currencycode|waehrung|währung)$/],
  ['cost', /^(cost|standardcost|unitcost|costprice|einkaufspreis)$/],
  ['stock', /^(stock|stockonhand|quantity|inventoryquantity|inventory|bestand)$/],
  ['brand', /^(brand|vendor|manufacturer|marke|hersteller)$/],
  ['category', /^(category|categories|producttype|kategorie)$/],
  ['taxClass', /^(taxclass|taxcategory|steuerklasse)$/],
  ['weight', /^(weight|gewicht)$/],
  ['weightUnit', /^(weightunit|weightunitmeasurecode)$/],
  ['contents', /^(contents|content|netcontent|nettofüllmenge|inhalt|füllmenge)$/],
  ['contentsUnit', /^(contentsunit|contentunit|inhaltseinheit|einheit)$/],
  ['option1', /^(size|größe|groesse)$/],
  ['option2', /^(colou?r|farbe)$/],
];
const titleStems = ['title', 'name', 'Title', 'Name', 'Product Name', 'ProductName', 'Bezeichnung', 'Titel', 'Description', 'description'];

/** A first guess at which column holds what, by its name; null when none looks like a title. A person confirms it. */
export function guessMapping(columns: string[], locale: string): ImportMapping | null {
  const title = titleStems.map((stem) => inLanguage(columns, stem, locale)).find((column) => columns.includes(column));
  if (!title) return null;
  const fields: ImportMapping['fields'] = { title };
  for (const [field, pattern] of names) {
    const column = columns.find((candidate) => candidate !== title && pattern.test(candidate.toLowerCase().replace(/[^\p{L}\d]/gu, '')));
    if (column && !Object.values(fields).includes(column)) fields[field] = column;
  }
  const description = inLanguage(columns, columns.includes('Description') ? 'Description' : 'description', locale);
  if (columns.includes(description) && description !== title) fields.description = description;
  // Size and colour tell variants apart only where rows share a handle; else each row is a product of its own.
  if (!fields.handle) { delete fields.option1; delete fields.option2; }
  return { fields };
}
