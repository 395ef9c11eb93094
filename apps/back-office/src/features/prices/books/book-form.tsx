'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { PriceBookList, PriceBookSaved } from '@oneshelf/contracts';
import { Button, Checkbox, LinkButton, Notice, NumberField, Panel, TextField } from '@oneshelf/ui';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { ApiProblem } from '@oneshelf/api-client';
import { ScreenError } from '../../../screen-error';
import { sayDone } from '../../../toasts';
import { createPriceBook, editPriceBook } from '../price-queries';
import styles from '../prices.module.css';
import { useMarket } from '../use-market';
import { type BookForm as Form, codeFrom, EMPTY_BOOK, formOf, problemsOf, settingsOf } from './book-draft';
import { BookSummary } from './book-summary';
import { FormulaFields } from './formula-fields';
import { ScopeFields } from './scope-fields';

type Book = PriceBookList['items'][number];

interface BookFormProps {
  market: string;
  currency: string;
  /** Null: a new book. */
  book: Book | null;
  /** Every book of the market. */
  books: PriceBookList['items'];
}

/** A book's name, scope, window, priority and source on one page, with what it will do said in words beside it. */
export function BookForm({ market, currency, book, books }: BookFormProps) {
  const t = useTranslations('prices.book');
  const { timeZone } = useMarket(market);
  const [form, setForm] = useState<Form>(() => (book ? formOf(book.settings, book.code, timeZone) : EMPTY_BOOK));
  const [isAccepted, setAccepted] = useState(false);
  const [isTried, setTried] = useState(false);
  const change = (part: Partial<Form>) => setForm((known) => ({ ...known, ...part }));
  const settings = settingsOf(form, timeZone);
  const save = useSave({ market, book });
  const problems = isTried ? problemsOf(form) : [];
  const isBelowCost = save.error instanceof ApiProblem && save.error.code === 'below_cost';
  const submit = () => {
    setTried(true);
    if (problemsOf(form).length === 0) save.mutate({ code: form.code, settings, acceptBelowCost: isAccepted });
  };
  const error = (problem: ReturnType<typeof problemsOf>[number]) => (problems.includes(problem) ? { error: t(`problems.${problem}`) } : {});
  return (
    <div className={styles.review}>
      <div className={styles.books}>
        <Panel title={t('what')}>
          <div className={styles.fields}>
            <TextField label={t('name')} value={form.name} onChange={(name) => change({ name, ...(book || form.code !== codeFrom(form.name) ? {} : { code: codeFrom(name) }) })} maxLength={80} isRequired {...error('name')} />
            <TextField label={t('code')} value={form.code} onChange={(code) => change({ code })} maxLength={40} isReadOnly={book !== null} description={t('codeHint')} {...error('code')} />
          </div>
        </Panel>
        <Panel title={t('scope.title')}><ScopeFields market={market} form={form} customerName={book?.customerName ?? null} onChange={change} /></Panel>
        <Panel title={t('when')}>
          <div className={styles.fields}>
            <TextField type="datetime-local" label={t('from')} value={form.from} onChange={(from) => change({ from })} description={t('zone', { zone: timeZone })} {...error('event')} />
            <TextField type="datetime-local" label={t('to')} value={form.to} onChange={(to) => change({ to })} description={t('toHint')} {...error('window')} />
            <NumberField label={t('priority')} value={form.priority} onChange={(priority) => change({ priority: Number.isNaN(priority) ? 0 : priority })} minValue={-1000} maxValue={1000} step={1} description={t('priorityHint')} />
          </div>
        </Panel>
        <Panel title={t('formula.title')}><FormulaFields form={form} bases={books.filter((other) => other.id !== book?.id)} currency={currency} onChange={change} /></Panel>
      </div>
      <div className={styles.side}>
        <BookSummary market={market} currency={currency} settings={settings} bookId={book?.id ?? null} books={books} />
        <Panel title={t('save.title')}>
          <div className={styles.form}>
            <Notice>{t('save.hint')}</Notice>
            {save.error ? <ScreenError error={save.error} /> : null}
            {isBelowCost ? <Checkbox isSelected={isAccepted} onChange={setAccepted}>{t('save.accept')}</Checkbox> : null}
            {problems.length > 0 ? <p className={styles.error} role="alert">{t('problems.first')}</p> : null}
            <Button variant="primary" isPending={save.isPending} onPress={submit}>{book ? t('save.edit') : t('save.create')}</Button>
            <LinkButton href="/prices">{t('save.cancel')}</LinkButton>
          </div>
        </Panel>
      </div>
    </div>
  );
}

function useSave({ market, book }: { market: string; book: Book | null }) {
  const t = useTranslations('prices.book.save');
  const client = useQueryClient();
  const router = useRouter();
  return useMutation({
    mutationFn: ({ code, settings, acceptBelowCost }: { code: string; settings: Book['settings']; acceptBelowCost: boolean }): Promise<PriceBookSaved> =>
      book ? editPriceBook(book.id, { ...settings, acceptBelowCost }) : createPriceBook({ code, marketCode: market, ...settings, acceptBelowCost }),
    onSuccess: async ({ release }, { settings }) => {
      sayDone({ text: t('done', { name: settings.name, release }) });
      await client.invalidateQueries({ queryKey: ['price-books'] });
      router.push('/prices');
    },
  });
}
