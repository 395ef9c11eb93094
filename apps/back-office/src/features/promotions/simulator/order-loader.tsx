'use client';
import { useMutation } from '@tanstack/react-query';
import { Button, Panel, TextField } from '@oneshelf/ui';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useDirectory, zoneOf } from '../../../directory';
import { ScreenError } from '../../../screen-error';
import { toZonedInput } from '../../../zoned-time';
import styles from '../promotions.module.css';
import { simulationBasket } from '../promotions-api';
import type { SimulationState } from './simulation-state';

/** Begins with what was bought under an order's or a receipt's number, priced by the book of then until told otherwise. */
export function OrderLoader({ state, onLoad }: { state: SimulationState; onLoad: (change: Partial<SimulationState>) => void }) {
  const t = useTranslations('promotion-desk.simulator.order');
  const known = useDirectory();
  const [number, setNumber] = useState(state.order);
  const load = useMutation({
    mutationFn: () => simulationBasket(number.trim()),
    onSuccess: (basket) => onLoad({
      market: basket.marketCode, channel: basket.channelCode, store: basket.locationId ?? '', at: toZonedInput(Date.parse(basket.at), zoneOf(known, { channelCode: basket.channelCode }) ?? 'UTC'),
      items: basket.lines, codes: basket.coupons, groups: basket.customerGroups, order: number.trim(), book: basket.bookVersion,
    }),
  });
  return (
    <Panel title={t('title')}>
      <form className={styles.make} onSubmit={(event) => { event.preventDefault(); if (number.trim() !== '') load.mutate(); }}>
        <TextField label={t('number')} value={number} onChange={setNumber} maxLength={64} />
        <Button type="submit" isPending={load.isPending}>{t('load')}</Button>
      </form>
      {state.book === '' ? null : <p className={styles.quiet}>{t('book', { book: state.book })} <Button size="small" variant="quiet" onPress={() => onLoad({ book: '' })}>{t('bookOfNow')}</Button></p>}
      {load.error ? <ScreenError error={load.error} /> : null}
    </Panel>
  );
}
