'use client';
import { Button } from '@oneshelf/ui';
import { useTranslations } from 'next-intl';
import { lazy, Suspense, useState } from 'react';

// Today is the first page of most days, and most days nobody opens this.
const ResolveDialog = lazy(() => import('./resolve-dialog').then((module) => ({ default: module.ResolveDialog })));

/** What a person looked at: of a till's sale, or of the nightly replay. */
export interface Found {
  kind: 'discrepancies' | 'quote-differences';
  id: string;
}

/** Opens the note on a discrepancy that a person looked at. */
export function ResolveButton(found: Found) {
  const t = useTranslations('today.resolve');
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button size="small" onPress={() => setOpen(true)}>{t('open')}</Button>
      {isOpen ? <Suspense fallback={null}><ResolveDialog {...found} onClose={() => setOpen(false)} /></Suspense> : null}
    </>
  );
}
