'use client';
import { IconButton, Select } from '@oneshelf/ui';
import { X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import styles from '../promotions.module.css';
import { CountBlank, MoneyBlank, NamesBlank } from './blanks';
import { useBuilder } from './builder-context';
import { GoodsBlank } from './goods-blank';
import { type Condition, conditionKinds, newCondition } from './reward-forms';

const mostConditions = 20;

/** The conditions, all of which must hold: one sentence each. */
export function ConditionRows() {
  const t = useTranslations('promotion-desk.conditions');
  const { draft: { definition: { conditions } }, define } = useBuilder();
  const replace = (index: number, condition: Condition) => define({ conditions: conditions.map((one, at) => (at === index ? condition : one)) });
  return (
    <>
      {conditions.map((condition, index) => (
        <div key={`${index} ${condition.kind}`} className={styles.sentence} role="group" aria-label={t('condition', { number: index + 1 })}>
          <ConditionSentence condition={condition} onChange={(next) => replace(index, next)} />
          <IconButton quiet label={t('remove', { number: index + 1 })} icon={<X size={16} aria-hidden="true" />} onPress={() => define({ conditions: conditions.filter((_, at) => at !== index) })} />
        </div>
      ))}
      {conditions.length < mostConditions ? (
        <div className={styles.kind}>
          <Select key={conditions.length} label={t('add')} placeholder={t('choose')} value={null} onChange={(kind) => define({ conditions: [...conditions, newCondition(kind as Condition['kind'])] })} options={conditionKinds.map((id) => ({ id, label: t(`kinds.${id}`) }))} />
        </div>
      ) : null}
    </>
  );
}

function ConditionSentence({ condition, onChange }: { condition: Condition; onChange: (condition: Condition) => void }) {
  const t = useTranslations('promotion-desk.conditions');
  const { currency } = useBuilder();
  const goods = (given: Extract<Condition, { on: object }>) => () => <GoodsBlank key="goods" label={t('goods')} on={given.on} onChange={(on) => onChange({ ...given, on })} />;
  switch (condition.kind) {
    case 'spend_at_least':
      return t.rich('sentence.spend_at_least', {
        currency, goods: goods(condition),
        amount: () => <MoneyBlank key="amount" label={t('amount')} minor={condition.amountMinor} onChange={(amountMinor) => onChange({ ...condition, amountMinor })} />,
        of: () => <Select key="of" label={t('of')} value={condition.of} onChange={(of) => onChange({ ...condition, of: of as 'list' | 'left' })} options={(['list', 'left'] as const).map((id) => ({ id, label: t(`ofs.${id}`) }))} />,
      });
    case 'quantity_at_least': case 'line_quantity_at_least':
      return t.rich(`sentence.${condition.kind}`, { goods: goods(condition), count: () => <CountBlank key="count" label={t('count')} value={condition.quantityMilli / 1000} most={10_000} onChange={(count) => onChange({ ...condition, quantityMilli: Math.round(count * 1000) })} /> });
    case 'order_number':
      return t.rich('sentence.order_number', {
        from: () => <CountBlank key="from" label={t('from')} value={condition.from} most={100_000} onChange={(from) => onChange({ ...condition, from })} />,
        to: () => <CountBlank key="to" label={t('to')} value={condition.to ?? NaN} most={100_000} onChange={(to) => onChange({ ...condition, to: Number.isNaN(to) ? null : to })} />,
      });
    case 'bought_before':
      return t.rich('sentence.bought_before', { currency, amount: () => <MoneyBlank key="amount" label={t('amount')} minor={condition.amountMinor} onChange={(amountMinor) => onChange({ ...condition, amountMinor })} /> });
    case 'loyalty_tier':
      return t.rich('sentence.loyalty_tier', { names: () => <NamesBlank key="names" label={t('names')} names={condition.tiers} onChange={(tiers) => onChange({ ...condition, tiers })} /> });
    case 'payment_method':
      return t.rich('sentence.payment_method', { names: () => <NamesBlank key="names" label={t('names')} names={condition.methods} onChange={(methods) => onChange({ ...condition, methods })} /> });
    case 'destination':
      return t.rich('sentence.destination', { names: () => <NamesBlank key="names" label={t('countries')} isUpperCase names={condition.countries} onChange={(countries) => onChange({ ...condition, countries })} /> });
  }
}
