'use client';
import { Search } from 'lucide-react';
import { useTranslations } from 'next-intl';
import dynamic from 'next/dynamic';
import { useEffect, useState } from 'react';
import { Button } from 'react-aria-components';
import { topBarNoteId } from './top-bar-note';

// Most visits never open it, and it brings a menu, a filter and an overlay along.
const CommandPalette = dynamic(() => import('./command-palette').then((module) => module.CommandPalette), { ssr: false });

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
      {isOpen ? <CommandPalette isOpen onOpenChange={setOpen} /> : null}
    </div>
  );
}
