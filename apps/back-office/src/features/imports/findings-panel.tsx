'use client';
import type { ImportFinding, ImportRun } from '@oneshelf/contracts';
import { DataTable, Panel, Tag } from '@oneshelf/ui';
import { useFormatter, useLocale, useMessages, useTranslations } from 'next-intl';
import { languageOf } from '../../i18n/locales';
import styles from './imports.module.css';

/** Errors and warnings of a file, each with the cell that it is about. */
export function FindingsPanel({ run }: { run: ImportRun }) {
  const t = useTranslations('imports.findings');
  const format = useFormatter();
  const total = (run.counts?.errors ?? 0) + (run.counts?.warnings ?? 0);
  return (
    <Panel title={t('title')}>
      <DataTable
        caption={t('caption')} rows={run.findings} rowKey={(finding) => `${finding.row} ${finding.column}`}
        columns={[
          { id: 'row', header: t('row'), align: 'end', cell: (finding) => format.number(finding.row), isRowHeader: true },
          { id: 'column', header: t('column'), cell: (finding) => finding.column },
          { id: 'value', header: t('value'), cell: (finding) => <div className={styles.value}>{finding.value}</div> },
          { id: 'severity', header: t('severity'), cell: (finding) => <Tag tone={finding.severity === 'error' ? 'blocked' : 'waiting'}>{t(finding.severity)}</Tag> },
          { id: 'message', header: t('message'), cell: (finding) => <FindingWords finding={finding} /> },
        ]}
      />
      {total > run.findings.length ? <p className={styles.hint}>{t('more', { shown: run.findings.length, total })}</p> : null}
    </Panel>
  );
}

/** The server's own sentence names rows and products, but speaks English only; other languages go by the code. */
function FindingWords({ finding }: { finding: ImportFinding }) {
  const t = useTranslations('imports.findings.words');
  const known = useMessages().imports.findings.words;
  const language = languageOf(useLocale());
  const isKnown = (code: string): code is keyof typeof known => code in known;
  return <>{language === 'en' || !isKnown(finding.code) ? finding.message : t(finding.code)}</>;
}
