'use client';
import type { ReferenceFileError } from '@oneshelf/contracts';
import { DataTable, ErrorNotice } from '@oneshelf/ui';
import { useFormatter, useLocale, useTranslations } from 'next-intl';
import { languageOf } from '../../i18n/locales';

/** The cells of a file that cannot be taken. The server's own sentence names what stands there, but speaks English only. */
export function ReferenceErrors({ errors, total }: { errors: readonly ReferenceFileError[]; total: number }) {
  const t = useTranslations('prices.references');
  const format = useFormatter();
  const language = languageOf(useLocale());
  return (
    <>
      <ErrorNotice happened={t('refused', { count: total })} notDone={t('notDone')} />
      <DataTable
        caption={t('caption')} rows={errors} rowKey={({ row, column, code }) => `${row} ${column} ${code}`}
        columns={[
          { id: 'row', header: t('row'), align: 'end', cell: ({ row }) => format.number(row), isRowHeader: true },
          { id: 'column', header: t('column'), cell: ({ column }) => column },
          { id: 'message', header: t('message'), cell: ({ code, message }) => (language === 'en' ? message : t(`errors.${code}`)) },
        ]}
      />
      {total > errors.length ? <p>{t('more', { shown: errors.length, total })}</p> : null}
    </>
  );
}
