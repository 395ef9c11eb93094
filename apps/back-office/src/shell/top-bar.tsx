'use client';
import { Search } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { Button } from 'react-aria-components';
import { CommandPalette } from './command-palette';
import { topBarNoteId } from './top-bar-note';

/** The search box opens the palette, as Ctrl K does (Cmd K on a Mac). At the right a page may leave a note. */
export function TopBar() {
  const t = useTranslations('shell');
  const [isOpen, setOpen] = useState(false);
  useEffect(() => {
    const open = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey || event.key.toLowerCase() !== 'k') return;
      event.preventDefault();
      setOpen(true);
    };
    window.addEventListener('keydown', open);
    return () => window.removeEventListener('keydown', open);
  }, []);
  return (
    <div className="office-bar" role="search">
      <Button className="office-search" onPress={() => setOpen(true)}>
        <Search size={16} aria-hidden="true" />
        <span>{t('search')}</span>
        <kbd aria-hidden="true">Ctrl K</kbd>
      </Button>
      <div id={topBarNoteId} className="office-bar-note" role="status" />
      <CommandPalette isOpen={isOpen} onOpenChange={setOpen} />
    </div>
  );
}
