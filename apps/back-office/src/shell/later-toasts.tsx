'use client';
import { useTranslations } from 'next-intl';
import { lazy, Suspense, useSyncExternalStore } from 'react';
import { toasts } from '../toasts';

const ToastRegion = lazy(() => import('./toast-corner').then((module) => ({ default: module.ToastRegion })));

const listen = (changed: () => void) => toasts.subscribe(changed);
let wasAnyShown = false;
const isAnyShown = (): boolean => (wasAnyShown ||= toasts.visibleToasts.length > 0);

/** The corner of the messages: loaded with the first of them. */
export function LaterToasts() {
  const t = useTranslations('shell');
  const isNeeded = useSyncExternalStore(listen, isAnyShown, () => false);
  return isNeeded ? <Suspense fallback={null}><ToastRegion toasts={toasts} label={t('toasts')} closeLabel={t('close')} /></Suspense> : null;
}
