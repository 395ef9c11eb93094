'use client';
import { NumberField, Select, TextField } from '@oneshelf/ui';
import { useTranslations } from 'next-intl';
import styles from '../promotions.module.css';
import { CountBlank, MoneyBlank } from './blanks';
import { useBuilder } from './builder-context';

const mostUses = 100_000_000;
const stands = ['together', 'alone', 'everywhere'] as const;

/** How often and for how much, and how it gets on with others. */
export function LimitsSentence() {
  const t = useTranslations('promotion-desk.limits');
  const { draft: { definition }, define, currency } = useBuilder();
  const { limits = {}, exclusive, coupon } = definition;
  const limit = (change: Partial<typeof limits>) => define({ limits: { ...limits, ...change } });
  const stand = exclusive === 'everywhere' ? 'everywhere' : exclusive === true ? 'alone' : 'together';
  const standAs = (next: string) => define({ exclusive: next === 'everywhere' ? 'everywhere' : next === 'alone' ? true : undefined });
  return (
    <div className={styles.stack}>
      <div className={styles.sentence}>
        {t.rich('sentence', {
          currency,
          uses: () => <CountBlank key="uses" label={t('uses')} value={limits.uses} most={mostUses} onChange={(uses) => limit({ uses })} />,
          customer: () => <CountBlank key="customer" label={t('usesPerCustomer')} value={limits.usesPerCustomer} most={mostUses} onChange={(usesPerCustomer) => limit({ usesPerCustomer })} />,
          budget: () => <MoneyBlank key="budget" label={t('budget')} minor={limits.budgetMinor} onChange={(budgetMinor) => limit({ budgetMinor })} />,
        })}
        {coupon !== undefined && coupon.codes.length > 0 ? t.rich('perCode', { code: () => <CountBlank key="code" label={t('usesPerCode')} value={limits.usesPerCode} most={mostUses} onChange={(usesPerCode) => limit({ usesPerCode })} /> }) : null}
      </div>
      <div className={styles.sentence}>
        {t.rich('stands', {
          stand: () => <Select key="stand" label={t('stand')} value={stand} onChange={standAs} options={stands.map((id) => ({ id, label: t(`standing.${id}`) }))} />,
          priority: () => <NumberField key="priority" label={t('priority')} minValue={-1000} maxValue={1000} step={1} value={definition.priority} onChange={(priority) => define({ priority })} />,
          group: () => <TextField key="group" label={t('group')} value={definition.group ?? ''} maxLength={40} onChange={(group) => define({ group: group === '' ? undefined : group })} />,
        })}
      </div>
      <KeptParts />
    </div>
  );
}

/** What is too rare for a blank of its own: said, and kept on save. */
function KeptParts() {
  const t = useTranslations('promotion-desk.limits.kept');
  const { draft: { definition: { partOf, reward } } } = useBuilder();
  const parts = [
    partOf === undefined ? '' : t('partOf', { offer: partOf }), reward.kind === 'buy_get' && reward.get.bySpend?.length ? t('bySpend', { count: reward.get.bySpend.length }) : '',
    reward.kind === 'shipping' && reward.methodIds?.length ? t('methods', { methods: reward.methodIds.join(', ') }) : '',
  ].filter((part) => part !== '');
  return parts.length === 0 ? null : <p className={styles.quiet}>{t('title')} {parts.join(' ')}</p>;
}
