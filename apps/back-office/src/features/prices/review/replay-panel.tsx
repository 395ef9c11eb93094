'use client';
import type { PriceReview } from '@oneshelf/contracts';
import { Button, ChipGroup, Notice, Panel, ProgressBar } from '@oneshelf/ui';
import { useFormatter, useTranslations } from 'next-intl';
import { useState } from 'react';
import { ScreenError } from '../../../screen-error';
import { Sheet } from '../../../shell/later-overlay';
import styles from './review.module.css';
import { ReplayDetails } from './replay-details';
import { ReplayFigures } from './replay-figures';
import { useReplay } from './use-replay';

const LENGTHS = ['1', '4', '13'];

/** What the sales of the last weeks come to at the prices of now and at the drafted ones. */
export function ReplayPanel({ data }: { data: PriceReview }) {
  const t = useTranslations('price-review.replay');
  const shell = useTranslations('shell');
  const format = useFormatter();
  const [weeks, setWeeks] = useState('4');
  const [isOpen, setOpen] = useState(false);
  const draftsKey = data.books.map(({ versionId, revision }) => `${versionId}:${revision}`).join();
  const { replay, error, again } = useReplay(data.marketCode, { weeks: Number(weeks), draftsKey });
  const prediction = replay?.prediction;
  return (
    <Panel title={t('title')}>
      <div className={styles.stack}>
        <ChipGroup label={t('weeks')} chips={LENGTHS.map((id) => ({ id, label: t('weeksOf', { count: Number(id) }) }))} value={weeks} onChange={(id) => setWeeks(id ?? '4')} />
        {error ? <ScreenError error={error} onRetry={again} /> : null}
        {replay === undefined && !error ? <ProgressBar label={t('running')} /> : null}
        {replay?.status === 'running' ? <ProgressBar label={t('running')} percent={replay.total === 0 ? undefined : Math.round((replay.done / replay.total) * 100)} valueText={t('progress', { done: format.number(replay.done), total: format.number(replay.total) })} /> : null}
        {replay?.status === 'failed' ? <Notice tone="waiting" actions={<Button size="small" onPress={again}>{t('again')}</Button>}>{t('failed')}</Notice> : null}
        {prediction && prediction.baskets === 0 ? <p className={styles.hint}>{t('none')}</p> : null}
        {prediction && prediction.baskets > 0 ? (
          <>
            <ReplayFigures prediction={prediction} currency={data.currency} />
            <p className={styles.hint}>{t('baskets', { changed: format.number(prediction.basketsChanged), count: prediction.baskets })} {t('held')}</p>
            {prediction.isCut ? <p className={styles.hint}>{t('cut', { count: format.number(prediction.baskets + prediction.leftOut) })}</p> : null}
            {prediction.leftOut > 0 ? <p className={styles.hint}>{t('leftOut', { count: prediction.leftOut })}</p> : null}
            <Button size="small" onPress={() => setOpen(true)}>{t('details')}</Button>
            <Sheet isOpen={isOpen} onOpenChange={setOpen} size="wide" title={t('detailsTitle')} closeLabel={shell('close')}><ReplayDetails prediction={prediction} currency={data.currency} /></Sheet>
          </>
        ) : null}
      </div>
    </Panel>
  );
}
