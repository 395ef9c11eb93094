'use client';
import type { PromotionAnswer } from '@oneshelf/contracts';
import { Button } from '@oneshelf/ui';
import { useFormatter, useTranslations } from 'next-intl';
import { useState } from 'react';
import { Link } from 'react-aria-components';
import { useUrlState } from '../../../use-url-state';
import { useMarkets } from '../use-markets';
import styles from './calendar.module.css';
import { mondayOf, mondays, placeIn, SPAN_MS, WEEKS } from './calendar-span';

const lanes = ['item', 'basket', 'shipping'] as const;
const DAY_MS = 86_400_000;

/** Eight weeks of promotions as bars, one group a lane. The list is its twin: it holds the same promotions with the same dates. */
export function PromotionCalendar({ items }: { items: readonly PromotionAnswer[] }) {
  const t = useTranslations('promotion-desk.calendar');
  const format = useFormatter();
  const [nowMs] = useState(() => Date.now());
  const [from, setFrom] = useUrlState('from', '');
  const thisMonday = mondayOf(nowMs);
  const parsed = Date.parse(`${from}T00:00:00Z`);
  const fromMs = Number.isNaN(parsed) ? thisMonday : mondayOf(parsed);
  const go = (weeks: number) => setFrom(new Date(fromMs + weeks * 7 * DAY_MS).toISOString().slice(0, 10));
  const day = (instantMs: number) => format.dateTime(new Date(instantMs), { day: 'numeric', month: 'short', timeZone: 'UTC' });
  const now = ((nowMs - fromMs) / SPAN_MS) * 100;
  return (
    <div className={styles.calendar}>
      <div className={styles.tools}>
        <Button size="small" onPress={() => go(-WEEKS / 2)}>{t('earlier')}</Button>
        <Button size="small" onPress={() => setFrom('')}>{t('today')}</Button>
        <Button size="small" onPress={() => go(WEEKS / 2)}>{t('later')}</Button>
        <span role="status">{t('span', { from: day(fromMs), to: day(fromMs + SPAN_MS - DAY_MS) })}</span>
      </div>
      <div className={styles.scroll} tabIndex={0} role="group" aria-label={t('title')}>
        <div className={styles.sheet}>
          <div className={styles.weeks} aria-hidden="true">{mondays(fromMs).map((monday) => <span key={monday}>{day(monday)}</span>)}</div>
          {now >= 0 && now <= 100 ? <div className={styles.now} style={{ left: `${now}%` }} aria-hidden="true" /> : null}
          {lanes.map((lane) => <Lane key={lane} title={t(`lanes.${lane}`)} items={items.filter((item) => item.definition.lane === lane)} fromMs={fromMs} />)}
        </div>
      </div>
    </div>
  );
}

function Lane({ title, items, fromMs }: { title: string; items: readonly PromotionAnswer[]; fromMs: number }) {
  const t = useTranslations('promotion-desk.calendar');
  const shown = items.flatMap((item) => {
    const place = placeIn(fromMs, { startsMs: Date.parse(item.startsAt), endsMs: Date.parse(item.endsAt) });
    return place ? [{ item, place }] : [];
  });
  return (
    <section className={styles.lane} aria-label={title}>
      <h3>{title}</h3>
      {shown.length === 0 ? <p>{t('none')}</p> : <ul>{shown.map(({ item, place }) => <Bar key={item.id} item={item} place={place} />)}</ul>}
    </section>
  );
}

function Bar({ item, place }: { item: PromotionAnswer; place: NonNullable<ReturnType<typeof placeIn>> }) {
  const t = useTranslations('promotion-desk.calendar');
  const states = useTranslations('promotions.states');
  const format = useFormatter();
  const { timeZone, marketName } = useMarkets();
  const when = (instant: string) => format.dateTime(new Date(instant), { dateStyle: 'medium', timeStyle: 'short', timeZone: timeZone(item.marketCode) });
  const label = t('bar', { name: item.name, market: marketName(item.marketCode), state: states(item.state), from: when(item.startsAt), to: when(item.endsAt) });
  return (
    <li>
      <Link href={`/promotions/${item.id}`} className={styles.bar} data-state={item.state} data-goes-on={place.goesOn || undefined} aria-label={label} style={{ marginLeft: `${place.left}%`, width: `${place.width}%` }}>
        <span>{item.name}</span><small>{item.marketCode}</small>
      </Link>
    </li>
  );
}
