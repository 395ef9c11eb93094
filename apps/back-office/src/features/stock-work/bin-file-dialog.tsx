'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { BinFileAnswer } from '@oneshelf/contracts';
import { Button, DataTable, Notice } from '@oneshelf/ui';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { FileTrigger } from 'react-aria-components';
import { api } from '../../api';
import { ScreenError } from '../../screen-error';
import { Dialog } from '../../shell/later-overlay';
import { sayDone } from '../../toasts';
import styles from './stock-work.module.css';

/** A file of bins and of what stands in them: checked first, row by row; then taken whole, or not at all. */
export function BinFileDialog({ locationId, onClose }: { locationId: string; onClose: () => void }) {
  const t = useTranslations('stock-work.bins');
  const shell = useTranslations('shell');
  const client = useQueryClient();
  const [file, setFile] = useState<{ name: string; csv: string } | null>(null);
  const check = useMutation({ mutationFn: (csv: string) => api.post('/api/stock/bins/file', { body: { locationId, csv, isDryRun: true } }) });
  const take = useMutation({
    mutationFn: (csv: string) => api.post('/api/stock/bins/file', { body: { locationId, csv, isDryRun: false } }),
    onSuccess: async (answer, csv) => {
      // Since the check somebody took a product out of the catalogue: the check says it again.
      if (!answer.isWritten) return check.mutate(csv);
      await client.invalidateQueries({ queryKey: ['stock'] });
      sayDone({ text: t('taken', { bins: answer.newBins, places: answer.places }) });
      onClose();
    },
  });
  const choose = async (files: FileList | null): Promise<void> => {
    const picked = files?.[0];
    if (!picked) return;
    const chosen = { name: picked.name, csv: await picked.text() };
    setFile(chosen);
    take.reset();
    check.mutate(chosen.csv);
  };
  const isReady = file !== null && check.data?.problemCount === 0 && check.data.rows > 0;
  return (
    <Dialog
      isOpen size="wide" onOpenChange={(isOpen) => { if (!isOpen) onClose(); }} title={t('fileTitle')} closeLabel={shell('close')}
      footer={<><Button onPress={onClose}>{t('back')}</Button><Button variant="primary" isDisabled={!isReady} isPending={take.isPending} onPress={() => { if (isReady) take.mutate(file.csv); }}>{t('take')}</Button></>}
    >
      <div className={styles.form}>
        <p>{t('fileLead')}</p>
        <div className={styles.acts}><FileTrigger acceptedFileTypes={['.csv', 'text/csv']} onSelect={(files) => void choose(files)}><Button variant={file === null ? 'primary' : 'secondary'} isPending={check.isPending}>{file === null ? t('choose') : t('chooseOther')}</Button></FileTrigger></div>
        {file === null ? null : <p role="status">{file.name}</p>}
        {check.error ? <ScreenError error={check.error} /> : null}
        {take.error ? <ScreenError error={take.error} notDone={t('nothingTaken')} /> : null}
        {check.data ? <Checked checked={check.data} /> : null}
      </div>
    </Dialog>
  );
}

function Checked({ checked }: { checked: BinFileAnswer }) {
  const t = useTranslations('stock-work.bins');
  if (checked.problemCount === 0) return <Notice tone="info">{t('would', { rows: checked.rows, bins: checked.newBins, places: checked.places })}</Notice>;
  return (
    <>
      <Notice tone="blocked">{t('problems', { count: checked.problemCount })}</Notice>
      <DataTable
        caption={t('problemList')} rows={checked.problems} rowKey={(problem) => `${problem.row}-${problem.column}`}
        columns={[
          { id: 'row', header: t('column.row'), align: 'end', cell: (problem) => problem.row },
          { id: 'column', header: t('column.column'), cell: (problem) => problem.column },
          { id: 'problem', header: t('column.problem'), isRowHeader: true, cell: (problem) => t(`problem.${problem.code}`, { value: problem.value }) },
        ]}
      />
    </>
  );
}
