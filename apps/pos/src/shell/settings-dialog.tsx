import { Button, ChipGroup, Dialog, Notice } from '@oneshelf/ui';
import { useLocale, useTranslations } from 'use-intl';
import { useCart } from '../features/sell/cart';
import { locales } from '../i18n/locales';
import { keepSettings } from '../local/till';
import { useBootstrap, useTill } from '../local/till-state';
import { useUpdate } from './update';
import { useStaff, useView } from './view';

const themes = ['light', 'contrast', 'dim'] as const;

/** The till's settings, and the way to lock it. */
export function SettingsDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations('shell');
  const staff = useStaff();
  const lock = useView((view) => view.lock);
  const locale = useLocale();
  const theme = useTill((state) => state.settings.theme);
  const isStorageSafe = useTill((state) => state.isStorageSafe);
  const { location, register } = useBootstrap();
  return (
    <Dialog isOpen onOpenChange={onClose} title={staff.name} closeLabel={t('close')} footer={<Button variant="primary" onPress={lock}>{t('lock')}</Button>}>
      <p className="till-muted">{location.name} · {register.name}</p>
      <h3>{t('language')}</h3>
      <ChipGroup label={t('language')} value={locale} onChange={(id) => void keepSettings({ locale: id === 'de' ? 'de' : 'en' })} chips={locales.map((id) => ({ id, label: t(`locale.${id}`) }))} />
      <h3>{t('theme')}</h3>
      <ChipGroup label={t('theme')} value={theme} onChange={(id) => void keepSettings({ theme: themes.find((name) => name === id) ?? 'light' })} chips={themes.map((id) => ({ id, label: t(`themes.${id}`) }))} />
      <Update />
      {isStorageSafe ? null : <Notice tone="waiting">{t('storageUnsafe')}</Notice>}
      <p className="till-muted">{t('noDrawer')}</p>
    </Dialog>
  );
}

/** A reload in the middle of a sale would only unsettle people: the new version waits for an empty sale. */
function Update() {
  const t = useTranslations('shell');
  const { isReady, take } = useUpdate();
  const hasLines = useCart(({ lines }) => lines.length > 0);
  if (!isReady) return null;
  return <Notice tone="info" actions={<Button isDisabled={hasLines} onPress={take}>{t('takeUpdate')}</Button>}>{hasLines ? t('updateWaits') : t('updateReady')}</Notice>;
}
