'use client';
import { useMutation } from '@tanstack/react-query';
import { ApiProblem } from '@oneshelf/api-client';
import type { ReferenceImport } from '@oneshelf/contracts';
import { Button, Checkbox, Notice } from '@oneshelf/ui';
import { useFormatter, useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button as PlainButton, FileTrigger } from 'react-aria-components';
import { ScreenError } from '../../screen-error';
import { Dialog } from '../../shell/later-overlay';
import { sayDone } from '../../toasts';
import { sendReferencePrices } from './price-queries';
import styles from './prices.module.css';
import { ReferenceErrors } from './reference-errors';

/** What others ask, from a file: looked at first, written when a person says so, and then whole or not at all. */
export function ReferencePricesDialog({ market, onTaken }: { market: string; onTaken: () => void }) {
  const t = useTranslations('prices.references');
  const shell = useTranslations('shell');
  const [isOpen, setOpen] = useState(false);
  const [file, setFile] = useState<File | null>(null);
  const [isWhole, setWhole] = useState(false);
  const looking = useMutation({ mutationFn: (given: { file: File; isWhole: boolean }) => sendReferencePrices(market, { ...given, isDryRun: true }) });
  const taking = useMutation({
    mutationFn: (given: { file: File; isWhole: boolean }) => sendReferencePrices(market, { ...given, isDryRun: false }),
    onSuccess: ({ rows }) => {
      sayDone({ text: t('done', { count: rows }) });
      setOpen(false);
      onTaken();
    },
  });
  const look = (given: File | null, whole: boolean) => {
    setFile(given);
    setWhole(whole);
    taking.reset();
    if (given) looking.mutate({ file: given, isWhole: whole });
  };
  const found = looking.data;
  const canTake = file !== null && found !== undefined && found.errorCount === 0 && !looking.isPending;
  return (
    <>
      <Button size="small" variant="quiet" onPress={() => setOpen(true)}>{t('open')}</Button>
      <Dialog
        isOpen={isOpen} onOpenChange={setOpen} title={t('title')} closeLabel={shell('close')}
        footer={<><Button onPress={() => setOpen(false)}>{t('cancel')}</Button><Button variant="primary" isPending={taking.isPending} isDisabled={!canTake} onPress={() => { if (file) taking.mutate({ file, isWhole }); }}>{canTake ? t('take', { count: found.rows }) : t('takeNone')}</Button></>}
      >
        <div className={styles.form}>
          <p>{t('text')}</p>
          <div className={styles.toolGroup}>
            <FileTrigger acceptedFileTypes={['.csv', 'text/csv', '.txt', '.tsv']} onSelect={(files) => look(files?.[0] ?? null, isWhole)}>
              <PlainButton className="os-button" data-variant="secondary" data-size="normal">{t('choose')}</PlainButton>
            </FileTrigger>
            {file ? <span>{file.name}</span> : null}
          </div>
          <Checkbox isSelected={isWhole} onChange={(whole) => look(file, whole)}>{t('whole')}</Checkbox>
          <div role="status">{looking.isPending ? t('reading') : found && found.errorCount === 0 ? <Found found={found} /> : null}</div>
          {found && found.errorCount > 0 ? <ReferenceErrors errors={found.errors} total={found.errorCount} /> : null}
          {looking.error ? <ScreenError error={looking.error} /> : null}
          {taking.error instanceof ApiProblem ? <ScreenError error={taking.error} /> : null}
        </div>
      </Dialog>
    </>
  );
}

function Found({ found }: { found: ReferenceImport }) {
  const t = useTranslations('prices.references');
  const format = useFormatter();
  return (
    <Notice tone="info">
      {t('found', { added: found.added, changed: found.changed, same: found.same, removed: found.removed })}
      <ul className={styles.clashes}>{found.sources.map(({ kind, source, rows }) => <li key={`${kind} ${source}`}>{t(`kinds.${kind}`)}: {source}, {format.number(rows)}</li>)}</ul>
    </Notice>
  );
}
