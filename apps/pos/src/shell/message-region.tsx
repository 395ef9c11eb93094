import { ToastRegion } from '@oneshelf/ui';
import { useTranslations } from 'use-intl';
import { toasts } from './toasts';

export function MessageRegion() {
  const t = useTranslations('shell');
  return <ToastRegion toasts={toasts} label={t('messages')} closeLabel={t('close')} />;
}
