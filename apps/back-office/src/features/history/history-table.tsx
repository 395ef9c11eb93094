'use client';
import type { AuditEntry } from '@oneshelf/contracts';
import { type DataColumn, DataTable } from '@oneshelf/ui';
import { useFormatter, useTranslations } from 'next-intl';
import { changeRows } from './change-rows';
import styles from './history.module.css';

export function HistoryTable({ entries, places }: { entries: AuditEntry[]; places: Map<string, string> }) {
  const t = useTranslations('history');
  const format = useFormatter();
  const columns: DataColumn<AuditEntry>[] = [
    { id: 'at', header: t('column.at'), cell: (entry) => <time className={styles.time} dateTime={entry.at}>{format.dateTime(new Date(entry.at), { dateStyle: 'medium', timeStyle: 'medium' })}</time> },
    { id: 'actor', header: t('column.actor'), isRowHeader: true, cell: (entry) => <><strong>{entry.actorName}</strong>{entry.locationId === null ? null : <small>{places.get(entry.locationId) ?? ''}</small>}</> },
    { id: 'action', header: t('column.action'), cell: (entry) => <>{entry.action.replaceAll('_', ' ')} {entry.subject.replaceAll('_', ' ')}<small>{entry.subjectId}</small></> },
    { id: 'change', header: t('column.change'), cell: (entry) => <Change entry={entry} /> },
  ];
  return <DataTable caption={t('title')} columns={columns} rows={entries} rowKey={(entry) => entry.id} />;
}

/** A few fields stand open; more are behind a click, or the list could not be read. */
const OPEN_FIELDS = 4;

function Change({ entry }: { entry: AuditEntry }) {
  const t = useTranslations('history');
  const rows = changeRows(entry.before, entry.after);
  if (rows.length === 0) return <span className={styles.none}>{t('noFields')}</span>;
  const table = (
    <table className={styles.change}>
      <thead className="os-hidden"><tr><th scope="col">{t('field')}</th><th scope="col">{t('before')}</th><th scope="col">{t('after')}</th></tr></thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.field}>
            <th scope="row">{row.field}</th>
            <td>{row.before === '' ? null : <del>{row.before}</del>}</td>
            <td>{row.after === '' ? null : <ins>{row.after}</ins>}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
  return rows.length <= OPEN_FIELDS ? table : <details className={styles.details}><summary>{t('fields', { count: rows.length })}</summary>{table}</details>;
}
