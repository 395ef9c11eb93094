'use client';
import { IMPORT_FIELDS, type ImportField, type ImportRun } from '@oneshelf/contracts';
import { Button, DataTable, Notice, Panel, Select } from '@oneshelf/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ScreenError } from '../../screen-error';
import { importRun, mapImport } from './imports-api';
import styles from './imports.module.css';

type Fields = Partial<Record<ImportField, string>>;

const NOT_USED = 'not-used';
const ATTRIBUTE = 'attribute';

/** A person says which column holds what: one line a column, with its first values beside it. */
export function MappingPanel({ run, onChecked }: { run: ImportRun; onChecked: () => void }) {
  const t = useTranslations('imports.mapping');
  const client = useQueryClient();
  const [fields, setFields] = useState<Fields>(run.mapping?.fields ?? run.suggestedMapping?.fields ?? {});
  const [attributes, setAttributes] = useState<string[]>(run.mapping?.attributes ?? run.suggestedMapping?.attributes ?? []);
  const save = useMutation({
    mutationFn: () => mapImport(run.id, { fields, ...(attributes.length > 0 ? { attributes } : {}) }),
    onSuccess: (next) => {
      client.setQueryData(importRun(run.id).queryKey, next);
      onChecked();
      window.scrollTo(0, 0); // the long list of columns is gone, the act stands at the top
    },
  });
  const options = [{ id: NOT_USED, label: t('none') }, { id: ATTRIBUTE, label: t('asAttribute') }, ...IMPORT_FIELDS.map((field) => ({ id: field, label: t(`fields.${field}`) }))];
  const rows = run.columns.map((column, index) => ({ column, samples: run.samples.map((sample) => sample[index] ?? '').filter((text) => text !== '') }));
  const meaningOf = (column: string) => (attributes.includes(column) ? ATTRIBUTE : (IMPORT_FIELDS.find((field) => fields[field] === column) ?? NOT_USED));
  const mean = (column: string, id: string) => {
    setAttributes([...attributes.filter((one) => one !== column), ...(id === ATTRIBUTE ? [column] : [])]);
    setFields(withMeaning(fields, column, id === ATTRIBUTE ? NOT_USED : id));
  };
  return (
    <Panel title={t('title')}>
      {run.mappingKept ? <Notice>{t('kept')}</Notice> : run.suggestedMapping ? <Notice>{t('guessed')}</Notice> : null}
      <p className={styles.hint}>{t('help')}</p>
      <DataTable
        caption={t('caption')} rows={rows} rowKey={(row) => row.column}
        columns={[
          { id: 'column', header: t('column'), cell: (row) => row.column, isRowHeader: true },
          { id: 'samples', header: t('samples'), cell: (row) => <div className={styles.samples}>{row.samples.join(' · ')}</div> },
          { id: 'means', header: t('means'), cell: (row) => (
            <Select label={t('meansOf', { column: row.column })} labelHidden options={options} value={meaningOf(row.column)} onChange={(id) => mean(row.column, id)} />
          ) },
        ]}
      />
      <div className={styles.actions}>
        <Button variant="primary" onPress={() => save.mutate()} isDisabled={!fields.title || save.isPending}>{t('save')}</Button>
        {fields.title ? null : <span>{t('needsTitle')}</span>}
      </div>
      {save.isError ? <ScreenError error={save.error} /> : null}
    </Panel>
  );
}

/** A column means one thing and a thing stands in one column: what was said before about either is forgotten. */
export function withMeaning(fields: Fields, column: string, id: string): Fields {
  const others = Object.fromEntries(Object.entries(fields).filter(([field, mapped]) => mapped !== column && field !== id));
  return id === NOT_USED ? others : { ...others, [id]: column };
}
