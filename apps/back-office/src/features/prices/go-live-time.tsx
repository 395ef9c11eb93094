'use client';
import { ChipGroup, Notice, TextField } from '@oneshelf/ui';
import { CalendarClock } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import { useState } from 'react';
import { fromZonedInput, toZonedInput } from '../../zoned-time';
import { useMarket } from './use-market';

const DAY_MS = 86_400_000;

/** Null: now. Else a time on the clock of each store, as the API takes it: '2026-11-23T00:00'; undefined while it is none. */
export type GoLiveAt = string | null | undefined;

/** Now, or at a time: each store turns on its own clock, and its tills without a network too. */
export function GoLiveTime({ marketCode, value, onChange }: { marketCode: string; value: GoLiveAt; onChange: (value: GoLiveAt) => void }) {
  const t = useTranslations('prices.review.goLive');
  const format = useFormatter();
  const { timeZone } = useMarket(marketCode);
  // Tomorrow's midnight, until another time is typed.
  const [typed, setTyped] = useState(() => `${toZonedInput(Date.now() + DAY_MS, timeZone).slice(0, 10)}T00:00`);
  const instant = fromZonedInput(typed, timeZone);
  const type = (text: string): void => {
    setTyped(text);
    onChange(fromZonedInput(text, timeZone) === null ? undefined : text);
  };
  const isLater = value !== null;
  return (
    <>
      <ChipGroup label={t('when')} chips={[{ id: 'now', label: t('now') }, { id: 'later', label: t('later') }]} value={isLater ? 'later' : 'now'} onChange={(id) => (id === 'later' ? type(typed) : onChange(null))} />
      {isLater ? <TextField type="datetime-local" label={t('at')} description={t('zone', { zone: timeZone })} value={typed} onChange={type} error={instant === null ? t('invalid') : undefined} /> : null}
      <Notice icon={<CalendarClock size={18} aria-hidden="true" />}>
        {isLater && instant !== null ? t('means', { when: format.dateTime(new Date(instant), { dateStyle: 'full', timeStyle: 'short', timeZone }), zone: timeZone }) : t('immediately')}
      </Notice>
    </>
  );
}
