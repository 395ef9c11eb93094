'use client';
import type { IsvVariant } from '@oneshelf/contracts';
import { type DataColumn, DataTable } from '@oneshelf/ui';
import { useTranslations } from 'next-intl';
import { StepChart } from '../stock/step-chart';
import { causeParts } from './cause-parts';
import styles from './isv.module.css';
import { CAUSES } from './use-isv-view';
import { useIsvFormat } from './use-isv-format';

type Sample = IsvVariant['channels'][number]['samples'][number];

/** By how much the product differed, sample by sample. Where it agreed no sample is kept. */
export function ProductCourse({ sku, samples }: { sku: string; samples: Sample[] }) {
  const t = useTranslations('isv');
  const { pieces, percent, signed, time } = useIsvFormat();
  if (samples.length === 0) return <section><h3>{t('product.course')}</h3><p>{t('product.noCourse')}</p></section>;
  const sizeOf = (sample: Sample) => Math.abs(sample.totalMilli);
  const label = t('product.courseOf', { sku, most: pieces(Math.max(...samples.map(sizeOf))) });
  const columns: DataColumn<Sample>[] = [
    { id: 'at', header: t('course.time'), cell: (sample) => time(sample.at) },
    { id: 'isv', header: t('course.isv'), align: 'end', cell: (sample) => percent(sample.isvBasisPoints) },
    { id: 'variance', header: t('course.variance'), align: 'end', cell: (sample) => signed(sample.totalMilli) },
    ...CAUSES.map((cause): DataColumn<Sample> => ({ id: cause, header: t(`cause.${cause}`), align: 'end', cell: (sample) => signed(causeParts(sample).find((part) => part.cause === cause)?.milli ?? 0) })),
  ];
  return (
    <section>
      <h3>{t('product.course')}</h3>
      <StepChart label={label} points={[...samples].reverse().map((sample) => ({ label: time(sample.at), value: sizeOf(sample) }))} format={pieces} />
      <details className={styles.twin}>
        <summary>{t('course.table')}</summary>
        <DataTable caption={label} columns={columns} rows={samples} rowKey={(sample) => sample.at} />
      </details>
    </section>
  );
}
