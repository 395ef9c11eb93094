import { entryToMinor, Keypad, type KeypadRules } from '@oneshelf/ui';
import { minorUnitDigits } from '@oneshelf/domain-kernel';
import { useTranslations } from 'use-intl';
import { useScan } from '../../hardware/use-input';
import { useFormat } from '../../i18n/use-format';
import { refuseScan } from '../../shell/refuse-scan';
import { useTypedDigits } from './use-typed-digits';

const maximumDigits = 8;

export interface AmountEntryProps {
  label: string;
  entry: string;
  onChange: (entry: string) => void;
  onEnter: () => void;
  /** Shown while nothing is typed. */
  emptyMinor?: number;
  isDisabled?: boolean;
  /** Something else than an amount of money: how many digits after the separator, and how it is written. */
  as?: { fractionDigits: number; written: (value: number) => string };
}

/** An amount as it is typed, with its keypad; the keyboard works too. */
export function AmountEntry({ label, entry, onChange, onEnter, emptyMinor = 0, isDisabled = false, as }: AmountEntryProps) {
  const t = useTranslations('pay');
  const { money, locale, currency } = useFormat();
  const rules: KeypadRules = { fractionDigits: as?.fractionDigits ?? minorUnitDigits(currency), maximumDigits };
  const written = as?.written ?? money;
  const separator = new Intl.NumberFormat(locale).formatToParts(1.5).find(({ type }) => type === 'decimal')?.value ?? '.';
  useScan(() => refuseScan(t('scanIsNoAmount')));
  useTypedDigits({ entry, onChange: isDisabled ? () => undefined : onChange, onEnter, rules });
  return (
    <>
      <div className="till-given">
        <span>{label}</span>
        <output aria-live="polite">{written(entry === '' ? emptyMinor : entryToMinor(entry, rules.fractionDigits))}</output>
      </div>
      <Keypad label={label} deleteLabel={t('delete')} separatorLabel={t('separator')} separator={separator} entry={entry} onChange={onChange} isDisabled={isDisabled} {...rules} />
    </>
  );
}
