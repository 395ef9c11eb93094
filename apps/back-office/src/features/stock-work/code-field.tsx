'use client';
import { useMutation } from '@tanstack/react-query';
import type { ResolveCodesAnswer } from '@oneshelf/contracts';
import { Button, Notice, TextField } from '@oneshelf/ui';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { api } from '../../api';
import { ScreenError } from '../../screen-error';
import styles from './stock-work.module.css';

export type FoundCode = Omit<ResolveCodesAnswer['items'][number], 'code'>;

/** Takes SKUs or barcodes: scanned one by one (Enter), or a list pasted from a sheet, each with its number beside it. */
export function CodeField({ onFound }: { onFound: (found: (FoundCode & { units: number })[]) => void }) {
  const t = useTranslations('stock-work.codes');
  const [text, setText] = useState('');
  const [unknown, setUnknown] = useState<string[]>([]);
  const [bundles, setBundles] = useState<string[]>([]);
  const resolve = useMutation({
    mutationFn: async (typed: string) => {
      const rows = readCodes(typed);
      const { items, unknown: none, bundles: sets } = await api.post('/api/stock/resolve-codes', { body: { codes: rows.map(({ code }) => code) } });
      return { rows, items: new Map(items.map(({ code, ...product }) => [code, product])), none, sets };
    },
    onSuccess: ({ rows, items, none, sets }) => {
      onFound(rows.flatMap(({ code, units }) => { const product = items.get(code); return product ? [{ ...product, units }] : []; }));
      setUnknown([...new Set(none)]);
      setBundles([...new Set(sets)]);
      setText('');
    },
  });
  const take = (typed: string): void => { if (readCodes(typed).length > 0) resolve.mutate(typed); };
  return (
    <form className={styles.form} onSubmit={(event) => { event.preventDefault(); take(text); }}>
      <div className={styles.row}>
        <TextField label={t('label')} description={t('hint')} value={text} onChange={setText} autoComplete="off"
          onPaste={(event) => { const pasted = event.clipboardData?.getData('text') ?? ''; if (/[\n\t]/.test(pasted)) { event.preventDefault(); take(pasted); } }} />
        <Button type="submit" isPending={resolve.isPending}>{t('add')}</Button>
      </div>
      {resolve.error ? <ScreenError error={resolve.error} /> : null}
      {unknown.length > 0 ? <Notice tone="blocked">{t('unknown', { count: unknown.length, codes: unknown.slice(0, 12).join(', ') })}</Notice> : null}
      {bundles.length > 0 ? <Notice tone="blocked">{t('bundles', { count: bundles.length, codes: bundles.slice(0, 12).join(', ') })}</Notice> : null}
    </form>
  );
}

/** 'BOO-1', 'BOO-1  3' or a pasted column pair: codes with how many of each. */
export function readCodes(text: string): { code: string; units: number }[] {
  return text.split(/[\r\n]+/).flatMap((line) => {
    const [code = '', number = ''] = line.trim().split(/[\t;]|\s{2,}|(?<=\S)\s(?=\d+$)/);
    const units = number.trim() === '' ? 1 : Number(number.trim().replace(',', '.'));
    return code.trim() === '' || !Number.isFinite(units) || units <= 0 ? [] : [{ code: code.trim(), units }];
  });
}
