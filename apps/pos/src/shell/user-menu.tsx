import { Suspense, useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslations } from 'use-intl';
import { HoldInput } from '../hardware/use-input';
import { LaterSettings } from './later';
import { useStaff } from './view';

const initialsOf = (name: string): string => name.split(/\s+/).map((word) => word[0] ?? '').join('').slice(0, 2).toUpperCase();

/** Who is at the till; leads to the settings and the lock. */
export function UserMenu() {
  const t = useTranslations('shell');
  const { name } = useStaff();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button className="till-who" aria-label={t('userMenu', { name })} onPress={() => setOpen(true)}>{initialsOf(name)}</Button>
      {isOpen ? <Suspense fallback={<HoldInput />}><LaterSettings onClose={() => setOpen(false)} /></Suspense> : null}
    </>
  );
}
