'use client';
import type { DirectoryAnswer } from '@oneshelf/contracts';
import { Button, Checkbox, IconButton, NumberField } from '@oneshelf/ui';
import { ArrowUp } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { type Feed, movedUp, withFeed } from './pool-draft';
import styles from './pools.module.css';

type Location = DirectoryAnswer['locations'][number];

/** Which places feed the channel, in the order in which they are offered, and how much of each it may see. */
export function FeedList({ feeds, locations, marketCode, onChange }: { feeds: Feed[]; locations: Location[]; marketCode: string; onChange: (feeds: Feed[]) => void }) {
  const t = useTranslations('pools.feeds');
  const [showsAll, setShowsAll] = useState(false);
  const byId = new Map(locations.map((location) => [location.id, location]));
  const fed = feeds.flatMap((feed) => { const location = byId.get(feed.locationId); return location ? [{ feed, location }] : []; });
  const others = locations.filter((location) => !feeds.some((feed) => feed.locationId === location.id));
  const near = others.filter((location) => showsAll || location.marketCode === marketCode);
  const share = (locationId: string, percent: number) => {
    if (Number.isFinite(percent)) onChange(feeds.map((feed) => (feed.locationId === locationId ? { ...feed, shareBasisPoints: Math.round(percent * 100) } : feed)));
  };
  return (
    <>
      <p className={styles.note}>{fed.length === 0 ? t('none') : t('lead')}</p>
      <ul className={styles.feeds} aria-label={t('title')}>
        {fed.map(({ feed, location }, index) => (
          <li key={location.id} className={styles.feed}>
            <Checkbox isSelected onChange={() => onChange(withFeed(feeds, location.id, false))} detail={location.code}>{location.name}</Checkbox>
            <NumberField label={t('shareOf', { place: location.name })} value={feed.shareBasisPoints / 100} minValue={0} maxValue={100} formatOptions={{ maximumFractionDigits: 2 }} onChange={(percent) => share(location.id, percent)} />
            <IconButton quiet label={t('up', { place: location.name })} icon={<ArrowUp size={16} />} isDisabled={index === 0} onPress={() => onChange(movedUp(feeds, location.id))} />
          </li>
        ))}
        {near.map((location) => (
          <li key={location.id} className={styles.feed}>
            <Checkbox isSelected={false} onChange={() => onChange(withFeed(feeds, location.id, true))} detail={location.code}>{location.name}</Checkbox>
          </li>
        ))}
      </ul>
      {!showsAll && near.length < others.length ? <Button size="small" variant="quiet" onPress={() => setShowsAll(true)}>{t('otherMarkets', { count: others.length - near.length })}</Button> : null}
    </>
  );
}
