'use client';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { Autocomplete, Dialog, Input, Menu, MenuItem, Modal, ModalOverlay, SearchField, Text, useFilter } from 'react-aria-components';
import { navItems } from './nav-items';
import { useSingleKeys } from './single-keys';

/** Ctrl K: type a few letters of a page, Enter goes there. */
export function CommandPalette({ isOpen, onOpenChange }: { isOpen: boolean; onOpenChange: (isOpen: boolean) => void }) {
  const t = useTranslations('shell');
  return (
    <ModalOverlay className="os-scrim office-palette-scrim" isOpen={isOpen} onOpenChange={onOpenChange} isDismissable>
      <Modal className="os-modal">
        <Dialog aria-label={t('palette.label')} className="office-palette">
          <PaletteMenu onDone={() => onOpenChange(false)} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function PaletteMenu({ onDone }: { onDone: () => void }) {
  const t = useTranslations('shell');
  const router = useRouter();
  const { contains } = useFilter({ sensitivity: 'base' });
  const [areKeysOn, setKeysOn] = useSingleKeys();
  const keysText = areKeysOn ? t('palette.keysOff') : t('palette.keysOn');
  const act = (id: string) => {
    onDone();
    if (id === 'keys') setKeysOn(!areKeysOn);
    else router.push(navItems.find((item) => item.id === id)?.href ?? '/');
  };
  return (
    <Autocomplete filter={contains}>
      <SearchField aria-label={t('search')} autoFocus className="office-palette-field">
        <Input placeholder={t('search')} className="os-input" />
      </SearchField>
      <Menu aria-label={t('palette.results')} className="os-list" onAction={(id) => act(String(id))} renderEmptyState={() => <p className="office-palette-none">{t('palette.none')}</p>}>
        {navItems.map((item) => (
          <MenuItem key={item.id} id={item.id} textValue={t(`nav.${item.id}`)} className="os-option">
            <item.icon size={16} aria-hidden="true" />
            <Text slot="label">{t(`nav.${item.id}`)}</Text>
            {item.goKey === undefined ? null : <small><kbd>g</kbd> <kbd>{item.goKey}</kbd></small>}
          </MenuItem>
        ))}
        <MenuItem id="keys" textValue={keysText} className="os-option"><Text slot="label">{keysText}</Text></MenuItem>
      </Menu>
    </Autocomplete>
  );
}
