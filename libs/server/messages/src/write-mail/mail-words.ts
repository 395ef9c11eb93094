import { formatMoney } from '@oneshelf/domain-kernel';
import type { Mail, MailContent } from './mail';
import type { LineFacts, TenderFacts } from './mail-facts';
import { mailTexts } from './mail-texts';

const NOTATION: Record<Mail['locale'], string> = { en: 'en-GB', de: 'de-DE' };

/** The language of a mail for the locale of a market or a person. */
export const mailLocale = (locale: string): Mail['locale'] => (locale.toLowerCase().startsWith('de') ? 'de' : 'en');

export const money = (amountMinor: number, { currency, locale }: { currency: string; locale: Mail['locale'] }): string => formatMoney(amountMinor, currency, NOTATION[locale]);

/** "2 × Ridge jacket", and what was paid for it. */
export function lineRow(line: LineFacts, mail: { currency: string; locale: Mail['locale'] }): MailContent['rows'][number] {
  return { label: `${pieces(line.quantityMilli, mail.locale)} × ${line.title}`, amount: money(line.totalMinor, mail) };
}

/** "2 of it: out on 4 December 2026, sent then", under the line of which something is not there yet. */
export function promisedRow({ promised }: LineFacts, { locale }: { locale: Mail['locale'] }): MailContent['rows'] {
  if (promised === undefined) return [];
  const words = mailTexts[locale].promised[promised.kind];
  const quantity = pieces(promised.quantityMilli, locale);
  return [{ label: promised.expectedOn === null ? words.someday(quantity) : words.from(quantity, calendarDay(promised.expectedOn, locale)), amount: '' }];
}

const pieces = (quantityMilli: number, locale: Mail['locale']): string => new Intl.NumberFormat(NOTATION[locale], { maximumFractionDigits: 3 }).format(quantityMilli / 1000);

/** "Visa ··1881", else the kind in words. */
export const tenderName = (tender: Pick<TenderFacts, 'kind' | 'cardLabel'>, locale: Mail['locale']): string => tender.cardLabel ?? mailTexts[locale].tenders[tender.kind];

/** "4 December 2026": a day of the calendar, the same wherever it is read. */
export const calendarDay = (day: string, locale: Mail['locale']): string => new Intl.DateTimeFormat(NOTATION[locale], { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));

/** "21 November 2026 at 14:31", in the store's zone. */
export const localTime = (instant: Date, { locale, timeZone }: { locale: Mail['locale']; timeZone: string }): string =>
  new Intl.DateTimeFormat(NOTATION[locale], { dateStyle: 'long', timeStyle: 'short', timeZone }).format(instant);
