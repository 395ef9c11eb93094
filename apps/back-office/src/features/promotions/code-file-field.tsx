'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ApiProblem } from '@oneshelf/api-client';
import { CodeFileErrors } from '@oneshelf/contracts';
import { DataTable, ErrorNotice } from '@oneshelf/ui';
import { useFormatter, useMessages, useTranslations } from 'next-intl';
import { Button, FileTrigger } from 'react-aria-components';
import { v7 as newId } from 'uuid';
import { ScreenError } from '../../screen-error';
import { sayDone } from '../../toasts';
import { sendInCodes } from './promotions-api';
import styles from './promotions.module.css';

/** Own codes from a file, one a row; a file with errors is refused whole and each row is named. */
export function CodeFileField({ promotionId }: { promotionId: string }) {
  const t = useTranslations('promotions.codes.file');
  const format = useFormatter();
  const client = useQueryClient();
  const sending = useMutation({
    mutationFn: (file: File) => sendInCodes(promotionId, { id: newId(), file }),
    onSuccess: async ({ size }) => {
      sayDone({ text: t('done', { size: format.number(size) }) });
      await client.invalidateQueries({ queryKey: ['promotions'] });
    },
  });
  const refused = CodeFileErrors.safeParse(sending.error instanceof ApiProblem && sending.error.code === 'invalid_codes' ? sending.error.details : undefined);
  return (
    <div className={styles.batches}>
      <div className={styles.make}>
        <FileTrigger acceptedFileTypes={['.csv', 'text/csv', '.txt']} onSelect={(files) => { const file = files?.[0]; if (file) sending.mutate(file); }}>
          <Button className="os-button" data-variant="secondary" data-size="normal" isDisabled={sending.isPending}>{sending.isPending ? t('reading') : t('choose')}</Button>
        </FileTrigger>
        <span>{t('hint')}</span>
      </div>
      {refused.success ? <Refused {...refused.data} /> : sending.error ? <ScreenError error={sending.error} /> : null}
    </div>
  );
}

function Refused({ total, errors }: CodeFileErrors) {
  const t = useTranslations('promotions.codes.file');
  const format = useFormatter();
  const known = useMessages().promotions.codes.file.errors;
  const isKnown = (code: string): code is keyof typeof known => code in known;
  return (
    <>
      <ErrorNotice happened={t('refused', { count: total })} notDone={t('notDone')} />
      <DataTable
        caption={t('caption')} rows={errors} rowKey={({ row, column, code }) => `${row} ${column} ${code}`}
        columns={[
          { id: 'row', header: t('row'), align: 'end', cell: ({ row }) => format.number(row), isRowHeader: true },
          { id: 'column', header: t('column'), align: 'end', cell: ({ column }) => format.number(column) },
          { id: 'message', header: t('message'), cell: ({ code, message }) => (isKnown(code) ? t(`errors.${code}`) : message) },
        ]}
      />
      {total > errors.length ? <p>{t('more', { shown: errors.length, total })}</p> : null}
    </>
  );
}
