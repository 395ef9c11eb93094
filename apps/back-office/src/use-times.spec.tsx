/** @jest-environment jsdom */
import { render, screen } from '@testing-library/react';
import { NextIntlClientProvider } from 'next-intl';
import { formatLocales, type Locale } from './i18n/locales';
import { useTimes } from './use-times';

function Both({ zone }: { zone?: string }) {
  const { time, dayTime } = useTimes(zone);
  return <p>{time('2026-11-22T14:31:00Z')} | {dayTime('2026-11-22T14:31:00Z')}</p>;
}

it.each<[Locale, string | undefined, string]>([
  ['en', undefined, '14:31 | 22 Nov, 14:31'],
  ['en', 'Europe/Berlin', '15:31 | 22 Nov, 15:31'],
  ['de', 'Europe/Berlin', '15:31 | 22. Nov., 15:31'],
])('writes times as people in %s do, in %s', (language, zone, expected) => {
  render(<NextIntlClientProvider locale={formatLocales[language]} messages={{}} timeZone="Europe/London"><Both zone={zone} /></NextIntlClientProvider>);
  expect(screen.getByText(expected)).toBeTruthy();
});
