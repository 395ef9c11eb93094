'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { MakeCouponBatch, MOST_CODES } from '@oneshelf/contracts';
import { Button, NumberField, TextField } from '@oneshelf/ui';
import { useFormatter, useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { v7 as newId } from 'uuid';
import { ScreenError } from '../../screen-error';
import { sayDone } from '../../toasts';
import { makeCouponBatch } from './promotions-api';
import styles from './promotions.module.css';

/** So many codes that nobody can guess, at once. */
export function MakeCodesForm({ promotionId }: { promotionId: string }) {
  const t = useTranslations('promotions.codes');
  const format = useFormatter();
  const client = useQueryClient();
  const [count, setCount] = useState(100);
  const [prefix, setPrefix] = useState('');
  const [isWrong, setWrong] = useState(false);
  // One batch per intent: a second try after a lost answer makes no second batch.
  const batchId = useRef(newId());
  const making = useMutation({
    mutationFn: (body: MakeCouponBatch) => makeCouponBatch(promotionId, body),
    onSuccess: async ({ size }) => {
      batchId.current = newId();
      sayDone({ text: t('done', { size: format.number(size) }) });
      await client.invalidateQueries({ queryKey: ['promotions'] });
    },
  });
  const submit = () => {
    const parsed = MakeCouponBatch.safeParse({ id: batchId.current, count, prefix: prefix.trim() });
    setWrong(!parsed.success);
    if (parsed.success && !making.isPending) making.mutate(parsed.data);
  };
  return (
    <form onSubmit={(event) => { event.preventDefault(); submit(); }}>
      <div className={styles.make}>
        <NumberField label={t('count')} minValue={1} maxValue={MOST_CODES} step={1} value={count} onChange={setCount} />
        <TextField label={t('prefix')} value={prefix} onChange={setPrefix} maxLength={12} />
        <Button type="submit" variant="primary" isPending={making.isPending}>{making.isPending ? t('making') : t('make')}</Button>
      </div>
      {isWrong ? <p role="alert" className="os-error">{t('wrong', { most: format.number(MOST_CODES) })}</p> : null}
      {making.error ? <ScreenError error={making.error} /> : null}
    </form>
  );
}
