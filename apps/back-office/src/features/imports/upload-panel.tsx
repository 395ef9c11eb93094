'use client';
import { Notice, Panel, Select } from '@oneshelf/ui';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { FileUp } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button, DropZone, FileTrigger, isFileDropItem, Text, type DropItem } from 'react-aria-components';
import { directory } from '../../directory';
import { ScreenError } from '../../screen-error';
import { useUrlState } from '../../use-url-state';
import { importList, importRun, uploadFile } from './imports-api';
import styles from './imports.module.css';

/** Takes a product file by dropping or choosing it, for one market, and goes to its page. */
export function UploadPanel() {
  const t = useTranslations('imports.upload');
  const router = useRouter();
  const client = useQueryClient();
  const markets = useQuery(directory);
  const [chosen, setChosen] = useUrlState('market', '');
  const [wasNoFile, setWasNoFile] = useState(false);
  const marketCode = chosen || markets.data?.markets[0]?.code || '';
  const upload = useMutation({
    mutationFn: (file: File) => uploadFile(file, marketCode),
    onSuccess: (run) => {
      client.setQueryData(importRun(run.id).queryKey, run);
      void client.invalidateQueries({ queryKey: importList.queryKey, exact: true });
      router.push(`/imports/${run.id}`);
    },
  });
  const take = (file: File | undefined) => {
    setWasNoFile(file === undefined);
    if (file !== undefined) upload.mutate(file);
  };
  const drop = async (items: DropItem[]) => {
    const item = items.find(isFileDropItem);
    take(await item?.getFile());
  };
  if (markets.isError) return <ScreenError error={markets.error} onRetry={() => void markets.refetch()} />;
  return (
    <Panel title={t('title')}>
      <div className={styles.market}>
        <Select label={t('market')} placeholder={t('loading')} value={marketCode || null} onChange={setChosen}
          options={(markets.data?.markets ?? []).map(({ code, name, currency }) => ({ id: code, label: `${name}, ${currency}` }))} />
      </div>
      <DropZone className={styles.drop} isDisabled={upload.isPending || marketCode === ''} onDrop={({ items }) => void drop(items)}>
        <FileUp size={28} aria-hidden="true" />
        <Text slot="label"><strong>{upload.isPending ? t('reading', { name: upload.variables.name }) : t('drop')}</strong></Text>
        <span>{t('or')}</span>
        <FileTrigger acceptedFileTypes={['.csv', 'text/csv', '.txt', '.tsv']} onSelect={(files) => take(files?.[0])}>
          <Button className="os-button" data-variant="primary" data-size="normal" isDisabled={upload.isPending || marketCode === ''}>{t('choose')}</Button>
        </FileTrigger>
      </DropZone>
      {wasNoFile ? <Notice tone="blocked">{t('notAFile')}</Notice> : null}
      {upload.isError ? <ScreenError error={upload.error} /> : null}
      <p className={styles.hint}>{t('hint')}</p>
    </Panel>
  );
}
