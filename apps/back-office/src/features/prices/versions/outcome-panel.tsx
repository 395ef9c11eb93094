'use client';
import { useQuery } from '@tanstack/react-query';
import type { PriceOutcome } from '@oneshelf/contracts';
import { Button, DataTable, Notice, Panel, Skeleton, type DataColumn } from '@oneshelf/ui';
import { useFormatter, useTranslations } from 'next-intl';
import { ScreenError } from '../../../screen-error';
import styles from '../review/review.module.css';
import { useFigures } from '../review/use-figures';
import { useMarket } from '../use-market';
import { priceOutcome } from './version-queries';

type Week = NonNullable<PriceOutcome['realised']>['all'];
interface Row {
  id: string;
  label: string;
  predicted: string;
  realised: string;
}

/** A week as it was predicted before the publish, and as it was sold since. */
export function OutcomePanel({ market, versionId, wasLive }: { market: string; versionId: string; wasLive: boolean }) {
  const t = useTranslations('price-review.outcome');
  const { data, error, isFetching, refetch } = useQuery(priceOutcome(versionId));
  return (
    <Panel title={t('title')} aside={wasLive ? <Button size="small" isPending={isFetching} onPress={() => void refetch()}>{t('again')}</Button> : undefined}>
      {error ? <ScreenError error={error} onRetry={() => void refetch()} /> : null}
      {data === undefined && error === null ? <Skeleton height={30} lines={4} /> : null}
      {data === undefined ? null : <Outcome market={market} outcome={data} />}
    </Panel>
  );
}

function Outcome({ market, outcome }: { market: string; outcome: PriceOutcome }) {
  const t = useTranslations('price-review.outcome');
  const format = useFormatter();
  const figures = useFigures(outcome.currency);
  const { timeZone } = useMarket(market);
  const { predicted, realised } = outcome;
  const day = (instant: string) => format.dateTime(new Date(instant), { dateStyle: 'medium', timeZone });
  const rowsOf = (group: 'all' | 'changed'): Row[] => {
    const both = (id: string, label: string, say: (week: Week) => string): Row => ({ id: `${group} ${id}`, label, predicted: predicted ? say(predicted[group]) : '–', realised: realised ? say(realised[group]) : '–' });
    return [
      both('revenue', t('revenue'), (week) => figures.money(week.revenueMinor)), both('margin', t('margin'), (week) => figures.money(week.marginMinor)),
      both('share', t('share'), (week) => figures.share(week.marginBasisPoints)), both('units', t('units'), (week) => figures.units(week.unitsMilli)),
    ];
  };
  const columns: DataColumn<Row>[] = [
    { id: 'what', header: t('what'), cell: (row) => row.label }, { id: 'predicted', header: t('predicted'), align: 'end', cell: (row) => row.predicted }, { id: 'realised', header: t('realised'), align: 'end', cell: (row) => <strong>{row.realised}</strong> },
  ];
  return (
    <div className={styles.stack}>
      {predicted === null ? <p className={styles.hint}>{t('none')}</p> : null}
      {realised === null ? <p className={styles.hint}>{t('notLive')}</p> : null}
      {outcome.missBasisPoints === null ? null : <Notice tone={outcome.missBasisPoints < 0 ? 'waiting' : 'done'}>{t('miss', { points: figures.pointsMove(0, outcome.missBasisPoints) })}</Notice>}
      {predicted === null && realised === null ? null : (['all', 'changed'] as const).map((group) => (
        <div key={group}>
          <h3>{t(group)}</h3>
          <DataTable caption={`${t('caption')}: ${t(group)}`} columns={columns} rows={rowsOf(group)} rowKey={(row) => row.id} />
        </div>
      ))}
      {realised === null ? null : <p className={styles.hint}>{t('period', { from: day(realised.from), to: day(realised.to), count: realised.baskets })} {realised.isCut ? t('cut') : ''}</p>}
    </div>
  );
}
