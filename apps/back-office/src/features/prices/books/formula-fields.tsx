'use client';
import { useQuery } from '@tanstack/react-query';
import type { PriceBookList, PriceFormulaContract } from '@oneshelf/contracts';
import { minorUnitDigits } from '@oneshelf/domain-kernel';
import { NumberField, Select } from '@oneshelf/ui';
import { useLocale, useTranslations } from 'next-intl';
import { priceVersions } from '../price-queries';
import styles from '../prices.module.css';
import type { BookForm } from './book-draft';
import { endingText } from './use-book-words';

interface FormulaFieldsProps {
  form: BookForm;
  /** Books of the market that the prices can come from. */
  bases: PriceBookList['items'];
  currency: string;
  onChange: (change: Partial<BookForm>) => void;
}

/** Where the prices come from, and what the formula makes of them. */
export function FormulaFields({ form, bases, currency, onChange }: FormulaFieldsProps) {
  const t = useTranslations('prices.book.formula');
  const base = bases.find((book) => book.id === form.source);
  const sources = [{ id: 'own', label: t('own') }, ...bases.map((book) => ({ id: book.id, label: t('from', { book: book.settings.name }) })), { id: 'cost', label: t('fromCost') }];
  return (
    <>
      <div className={styles.fields}>
        <Select label={t('source')} options={sources} value={form.source} onChange={(source) => onChange({ source, versionId: null })} />
        {base ? <VersionSelect bookId={base.id} value={form.versionId} onChange={(versionId) => onChange({ versionId })} /> : null}
      </div>
      {form.source === 'own' ? <p className={styles.hint}>{t('ownHint')}</p> : <Steps formula={form.formula} currency={currency} onChange={(formula) => onChange({ formula })} />}
    </>
  );
}

function VersionSelect({ bookId, value, onChange }: { bookId: string; value: string | null; onChange: (versionId: string | null) => void }) {
  const t = useTranslations('prices.book.formula');
  const { data } = useQuery(priceVersions(bookId));
  const versions = (data?.items ?? []).filter((version) => version.release !== null).map((version) => ({ id: version.versionId, label: t('holdOn', { number: version.number }) }));
  return <Select label={t('version')} options={[{ id: '', label: t('follow') }, ...versions]} value={value ?? ''} onChange={(id) => onChange(id === '' ? null : id)} />;
}

function Steps({ formula, currency, onChange }: { formula: PriceFormulaContract; currency: string; onChange: (formula: PriceFormulaContract) => void }) {
  const t = useTranslations('prices.book.formula');
  const locale = useLocale();
  const digits = minorUnitDigits(currency);
  const unit = 10 ** digits;
  const separator = new Intl.NumberFormat(locale).formatToParts(0.5).find((part) => part.type === 'decimal')?.value ?? '.';
  const set = (change: Partial<PriceFormulaContract>) => onChange({ ...formula, ...change });
  const share = { style: 'percent', maximumFractionDigits: 2 } as const;
  const margin = (value: number) => (Number.isNaN(value) ? null : Math.round(value * 10_000));
  const endings = [{ endsInMinor: unit - 1, stepMinor: unit }, { endsInMinor: unit - unit / 20, stepMinor: unit }, { endsInMinor: 0, stepMinor: unit }, { endsInMinor: 10 * unit - unit / 20, stepMinor: 10 * unit }].filter(({ endsInMinor }) => digits === 2 && Number.isInteger(endsInMinor));
  const endingId = (ending: PriceFormulaContract['ending']) => (ending === null ? '' : `${ending.endsInMinor}/${ending.stepMinor}`);
  const isOwnEnding = formula.ending !== null && !endings.some((ending) => endingId(ending) === endingId(formula.ending));
  const known = isOwnEnding && formula.ending ? [...endings, formula.ending] : endings;
  return (
    <div className={styles.fields}>
      <NumberField label={t('percent')} formatOptions={{ ...share, signDisplay: 'exceptZero' }} step={0.0001} minValue={-0.9999} maxValue={10} value={formula.percentBasisPoints / 10_000} onChange={(value) => set({ percentBasisPoints: Number.isNaN(value) ? 0 : Math.round(value * 10_000) })} />
      <NumberField label={t('surcharge')} formatOptions={{ style: 'currency', currency, signDisplay: 'exceptZero' }} value={formula.surchargeMinor / unit} onChange={(value) => set({ surchargeMinor: Number.isNaN(value) ? 0 : Math.round(value * unit) })} />
      <Select label={t('ending')} options={[{ id: '', label: t('anyEnding') }, ...known.map((ending) => ({ id: endingId(ending), label: t('endsIn', { ending: endingText(ending, digits, separator) }) }))]} value={endingId(formula.ending)} onChange={(id) => set({ ending: known.find((ending) => endingId(ending) === id) ?? null })} />
      <NumberField label={t('minMargin')} formatOptions={share} minValue={0} maxValue={0.99} value={formula.minMarginBasisPoints === null ? NaN : formula.minMarginBasisPoints / 10_000} onChange={(value) => set({ minMarginBasisPoints: margin(value) })} />
      <NumberField label={t('maxMargin')} formatOptions={share} minValue={0} maxValue={0.99} value={formula.maxMarginBasisPoints === null ? NaN : formula.maxMarginBasisPoints / 10_000} onChange={(value) => set({ maxMarginBasisPoints: margin(value) })} />
    </div>
  );
}
