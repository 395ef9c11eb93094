'use client';
import type { IsvVariant } from '@oneshelf/contracts';
import { type DataColumn, DataTable, Tag } from '@oneshelf/ui';
import { useFormatter, useTranslations } from 'next-intl';
import { useIsvFormat } from './use-isv-format';

type Push = IsvVariant['channels'][number]['pushes'][number];

/** What the channel answered to the last numbers, and how long each took. */
export function PushTable({ pushes }: { pushes: Push[] }) {
  const t = useTranslations('isv.product');
  const format = useFormatter();
  const { duration } = useIsvFormat();
  const instant = (at: string) => <time dateTime={at}>{format.dateTime(new Date(at), { dateStyle: 'short', timeStyle: 'medium' })}</time>;
  const columns: DataColumn<Push>[] = [
    { id: 'changed', header: t('changed'), isRowHeader: true, cell: (push) => instant(push.wishedAt) },
    { id: 'answered', header: t('answered'), cell: (push) => instant(push.answeredAt) },
    { id: 'took', header: t('took'), align: 'end', cell: (push) => duration(Math.max(0, Date.parse(push.answeredAt) - Date.parse(push.wishedAt))) },
    { id: 'units', header: t('units'), align: 'end', cell: (push) => (push.units === null ? '–' : format.number(push.units)) },
    { id: 'answer', header: t('answer'), cell: (push) => (push.failure === null ? <Tag tone="done">{t('accepted')}</Tag> : <><Tag tone="blocked">{t('refused')}</Tag> {push.failure}</>) },
  ];
  return (
    <section>
      <h3>{t('pushes')}</h3>
      <DataTable caption={t('pushes')} columns={columns} rows={pushes} rowKey={(push) => push.answeredAt} empty={<p>{t('noPushes')}</p>} />
    </section>
  );
}
