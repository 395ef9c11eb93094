import { Suspense, useEffect, useState, type ReactNode } from 'react';
import { I18nProvider } from 'react-aria-components';
import { IntlProvider } from 'use-intl';
import { LockScreen } from './features/lock/lock-screen';
import { firstLocale, numberLocale, type Locale } from './i18n/locales';
import type { en } from './i18n/messages-en';
import type { MessagesOf } from './i18n/messages-of';
import { useTill } from './local/till-state';
import { doorOf } from './shell/door-of';
import { LaterEnrolDoor, LaterMessages } from './shell/later';
import { TillFrame } from './shell/till-frame';
import { useConnection } from './shell/use-connection';
import { useView } from './shell/view';

type Messages = MessagesOf<typeof en>;

// One language is loaded, both are in the app's cache.
const messagesOf: Record<Locale, () => Promise<Messages>> = {
  en: () => import('./i18n/messages-en').then((module) => module.en),
  de: () => import('./i18n/messages-de').then((module) => module.de),
};

/** The till: language, theme, and the doors one after the other: enrolment, PIN, shift. */
export function App() {
  const isLoaded = useTill((state) => state.isLoaded);
  const settings = useTill((state) => state.settings);
  const bootstrap = useTill((state) => state.bootstrap);
  const locale = firstLocale(settings.locale, bootstrap?.market.locale);
  const [words, setWords] = useState<{ locale: Locale; messages: Messages } | null>(null);
  useEffect(() => { if (isLoaded) void messagesOf[locale]().then((messages) => setWords({ locale, messages })); }, [locale, isLoaded]);
  useEffect(() => {
    document.documentElement.lang = locale;
    document.documentElement.dataset.theme = settings.theme;
  }, [locale, settings.theme]);
  if (!words) return null;
  return (
    <IntlProvider locale={words.locale} messages={words.messages} timeZone={bootstrap?.location.timeZone ?? 'UTC'}>
      <I18nProvider locale={numberLocale(words.locale, bootstrap?.market.locale ?? words.locale)}>
        <Doors />
        <Suspense fallback={null}><LaterMessages /></Suspense>
        <Spoken />
      </I18nProvider>
    </IntlProvider>
  );
}

function Doors(): ReactNode {
  const isReady = useTill((state) => state.isEnrolled && state.bootstrap !== null && state.catalogue !== null && state.priceBook !== null);
  const isRevoked = useConnection((connection) => connection.isRevoked);
  const isReceiptShown = useView((view) => view.isReceiptShown);
  const hasStaff = useView((view) => view.staff !== null);
  switch (doorOf({ isReady, isRevoked, isReceiptShown, hasStaff })) {
    case 'enrol': return <Suspense fallback={null}><LaterEnrolDoor /></Suspense>;
    case 'lock': return <LockScreen />;
    case 'till': return <TillFrame />;
  }
}

/** What a scan or an act did, said once. */
function Spoken() {
  const spoken = useView((view) => view.spoken);
  return <div className="os-hidden" role="status" aria-live="polite">{spoken}</div>;
}
