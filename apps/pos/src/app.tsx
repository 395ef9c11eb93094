import { ToastRegion } from '@oneshelf/ui';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { useEffect, type ReactNode } from 'react';
import { I18nProvider } from 'react-aria-components';
import { IntlProvider, useTranslations } from 'use-intl';
import { EnrolScreen } from './features/enrol/enrol-screen';
import { LockScreen } from './features/lock/lock-screen';
import { OpenShiftScreen } from './features/shift/open-shift-screen';
import { firstLocale, numberLocale } from './i18n/locales';
import { de } from './i18n/messages-de';
import { en } from './i18n/messages-en';
import { useTill } from './local/till-state';
import { TillFrame } from './shell/till-frame';
import { toasts } from './shell/toasts';
import { useView } from './shell/view';

const messages = { en, de };

// The till asks again by itself when it comes back to a screen; a failed read says so at once instead of after three tries.
const queries = new QueryClient({ defaultOptions: { queries: { retry: 1, retryDelay: 400, networkMode: 'always', staleTime: 2000 }, mutations: { networkMode: 'always', retry: false } } });

/** The till: language, theme, and the doors one after the other: enrolment, PIN, shift. */
export function App() {
  const settings = useTill((state) => state.settings);
  const bootstrap = useTill((state) => state.bootstrap);
  const locale = firstLocale(settings.locale, bootstrap?.market.locale);
  useEffect(() => {
    document.documentElement.lang = locale;
    document.documentElement.dataset.theme = settings.theme;
  }, [locale, settings.theme]);
  return (
    <IntlProvider locale={locale} messages={messages[locale]} timeZone={bootstrap?.location.timeZone ?? 'UTC'}>
      <I18nProvider locale={numberLocale(locale, bootstrap?.market.locale ?? locale)}>
        <QueryClientProvider client={queries}>
          <Doors />
          <Messages />
        </QueryClientProvider>
      </I18nProvider>
    </IntlProvider>
  );
}

function Doors(): ReactNode {
  const isLoaded = useTill((state) => state.isLoaded);
  const isReady = useTill((state) => state.isEnrolled && state.bootstrap !== null && state.catalogue !== null && state.priceBook !== null);
  const hasShift = useTill((state) => state.shift !== null);
  const screen = useView((view) => view.screen);
  const staff = useView((view) => view.staff);
  if (!isLoaded) return null;
  if (!isReady) return <EnrolScreen />;
  if (!staff) return <LockScreen />;
  // Without a shift there is no sale; the other desks, what waits to be sent, and the last report stay in reach.
  if (!hasShift && screen === 'sell') return <TillFrame><OpenShiftScreen /></TillFrame>;
  return <TillFrame />;
}

function Messages() {
  const t = useTranslations('shell');
  const spoken = useView((view) => view.spoken);
  return (
    <>
      <ToastRegion toasts={toasts} label={t('messages')} closeLabel={t('close')} />
      <div className="os-hidden" role="status" aria-live="polite">{spoken}</div>
    </>
  );
}
