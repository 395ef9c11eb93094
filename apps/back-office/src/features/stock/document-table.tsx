'use client';
import type { StockExplanation } from '@oneshelf/contracts';
import { type DataColumn, DataTable } from '@oneshelf/ui';
import { useFormatter, useLocale, useTranslations } from 'next-intl';
import { DocumentLink } from './document-link';
import { signedQuantity } from './signed-quantity';
import { useCauseName } from './use-cause-name';
import { useStockUnit } from './stock-unit';

type Document = StockExplanation['causes'][number]['documents'][number] & { causeKind: string };

/** The documents of a period, the newest first of each cause; of more than twenty, how many are left out and what they make. */
export function DocumentTable({ explanation }: { explanation: StockExplanation }) {
  const t = useTranslations('stock');
  const locale = useLocale();
  const unit = useStockUnit();
  const format = useFormatter();
  const causeName = useCauseName();
  const rows: Document[] = explanation.causes.flatMap((cause) => cause.documents.map((document) => ({ ...document, causeKind: cause.causeKind })));
  const columns: DataColumn<Document>[] = [
    { id: 'document', header: t('column.document'), cell: (row) => <DocumentLink causeKind={row.causeKind} causeId={row.causeId} /> },
    { id: 'at', header: t('column.time'), cell: (row) => <time dateTime={row.at}>{format.dateTime(new Date(row.at), { dateStyle: 'short', timeStyle: 'medium' })}</time> },
    { id: 'who', header: t('column.actor'), cell: (row) => [row.actor, row.reason].filter(Boolean).join(': ') },
    { id: 'change', header: t('column.change'), align: 'end', cell: (row) => <span className="os-number">{signedQuantity(row.changeMilli, locale, unit)}</span> },
  ];
  return (
    <>
      <DataTable caption={t('why.documents')} showCaption columns={columns} rows={rows} rowKey={(row) => `${row.causeKind}-${row.causeId}`} empty={<p>{t('why.nothingMoved')}</p>} />
      {explanation.causes.filter((cause) => cause.otherDocuments > 0).map((cause) => (
        <p key={cause.causeKind}>{t('why.others', { count: cause.otherDocuments, cause: causeName(cause.causeKind), quantity: signedQuantity(cause.otherMilli, locale, unit) })}</p>
      ))}
    </>
  );
}
