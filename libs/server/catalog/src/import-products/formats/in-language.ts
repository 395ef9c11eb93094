/**
 * The column of a text that may exist in several languages ("name:en", "name.de"): the market's language, else English,
 * else the first. Gives the stem itself when the file has no such column.
 */
export function inLanguage(columns: string[], stem: string, locale: string): string {
  if (columns.includes(stem)) return stem;
  const [language = ''] = locale.split('-');
  const found = columns.filter((column) => column.startsWith(`${stem}:`) || column.startsWith(`${stem}.`));
  const languageOf = (column: string): string => column.slice(stem.length + 1).toLowerCase().split(/[-_]/)[0] ?? '';
  return found.find((column) => languageOf(column) === language) ?? found.find((column) => languageOf(column) === 'en') ?? found[0] ?? stem;
}
