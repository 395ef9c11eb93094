'use client';
import type { IsvObservatory } from '@oneshelf/contracts';
import { type DataColumn, DataTable, Panel } from '@oneshelf/ui';
import { useTranslations } from 'next-intl';
import { causeParts } from './cause-parts';
import { IsvChart } from './isv-chart';
import styles from './isv.module.css';
import { CAUSES } from './use-isv-view';
import { useIsvFormat } from './use-isv-format';

type Point = IsvObservatory['points'][number];

/** ISV over the period by cause, as bars and, for whoever wants figures, as a table. */
export function CoursePanel({ points }: { points: Point[] }) {
  const t = useTranslations('isv');
  const { percent, pieces, signed, time } = useIsvFormat();
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) return <Panel title={t('course.title')}><p>{t('course.none')}</p></Panel>;
  const most = points.some((point) => point.isvBasisPoints === null) ? null : Math.max(...points.map((point) => point.isvBasisPoints ?? 0));
  const label = t('course.summary', { first: percent(first.isvBasisPoints), last: percent(last.isvBasisPoints), most: percent(most) });
  const columns: DataColumn<Point>[] = [
    { id: 'at', header: t('course.time'), cell: (point) => time(point.at) },
    { id: 'isv', header: t('course.isv'), align: 'end', cell: (point) => percent(point.isvBasisPoints) },
    { id: 'variance', header: t('course.variance'), align: 'end', cell: (point) => pieces(point.varianceMilli) },
    ...CAUSES.map((cause): DataColumn<Point> => ({ id: cause, header: t(`cause.${cause}`), align: 'end', cell: (point) => signed(causeParts(point).find((part) => part.cause === cause)?.milli ?? 0) })),
  ];
  return (
    <Panel title={t('course.title')}>
      <IsvChart label={label} points={points} time={time} percent={percent} />
      <details className={styles.twin}>
        <summary>{t('course.table')}</summary>
        <DataTable caption={label} columns={columns} rows={[...points].reverse()} rowKey={(point) => point.at} />
      </details>
    </Panel>
  );
}
