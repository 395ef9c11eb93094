'use client';
import { Button } from '@oneshelf/ui';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Dialog } from '../../../shell/later-overlay';
import { usePartWords } from '../use-part-words';
import { useBuilder } from './builder-context';
import { GoodsForm } from './goods-form';
import type { Selector } from './reward-forms';

/** Which goods, in words; pressing it asks for others. */
export function GoodsBlank({ label, on, onChange }: { label: string; on: Selector; onChange: (on: Selector) => void }) {
  const t = useTranslations('promotion-desk.goods');
  const shell = useTranslations('shell');
  const { collections, draft, currency } = useBuilder();
  const words = usePartWords({ collections, names: draft.names, currency });
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button variant="soft" aria-label={t('change', { label, goods: words.goods(on) })} onPress={() => setOpen(true)}>{words.goods(on)}</Button>
      <Dialog isOpen={isOpen} onOpenChange={setOpen} title={label} closeLabel={shell('close')} size="wide" footer={<Button variant="primary" onPress={() => setOpen(false)}>{t('done')}</Button>}>
        {isOpen ? <GoodsForm on={on} onChange={onChange} /> : null}
      </Dialog>
    </>
  );
}
