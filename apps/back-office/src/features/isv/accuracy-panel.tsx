'use client';
import { useQuery } from '@tanstack/react-query';
import { LinkButton, Panel, Tag } from '@oneshelf/ui';
import { useTranslations } from 'next-intl';
import { apiQuery } from '../../api';
import { ScreenError } from '../../screen-error';
import styles from './isv.module.css';
import { useIsvFormat } from './use-isv-format';

/** How right the levels are, by counts. */
export function AccuracyPanel() {
  const t = useTranslations('isv.accuracy');
  const { percent } = useIsvFormat();
  const { data, error, refetch } = useQuery(apiQuery('/api/stock/counts/accuracy'));
  if (error) return <ScreenError error={error} onRetry={() => void refetch()} />;
  if (!data) return null;
  const [right, counted] = [data.items.reduce((sum, row) => sum + row.rightLines, 0), data.items.reduce((sum, row) => sum + row.countedLines, 0)];
  const accuracy = counted === 0 ? null : Math.floor((right * 10_000) / counted);
  return (
    <Panel title={t('title')}>
      <p className={styles.lead}>{t('lead', { target: percent(data.targetBasisPoints) })}</p>
      {accuracy === null ? <p>{t('none')}</p> : <p>{accuracy < data.targetBasisPoints ? <Tag tone="blocked">{t('below')}</Tag> : <Tag tone="done">{t('on')}</Tag>} <strong>{percent(accuracy)}</strong> {t('figure', { right, counted })}</p>}
      <div className={styles.acts}><LinkButton size="small" href="/stock/counts">{t('counts')}</LinkButton></div>
    </Panel>
  );
}
