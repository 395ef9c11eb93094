'use client';
import { Button, IconButton, Select } from '@oneshelf/ui';
import { X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import styles from '../promotions.module.css';
import { CountBlank, DiscountBlank, MoneyBlank } from './blanks';
import { useBuilder } from './builder-context';
import { GoodsBlank } from './goods-blank';
import type { Reward } from './reward-forms';

const mostSteps = 20;

/** The more pieces or the more spend, the more off: one row a step. */
export function StepsSentence({ reward }: { reward: Extract<Reward, { kind: 'tiers' }> }) {
  const t = useTranslations('promotion-desk.what');
  const { draft, define, currency } = useBuilder();
  const { steps, by } = reward;
  const change = (next: typeof steps) => define({ reward: { ...reward, steps: next } });
  const edit = (index: number, part: Partial<(typeof steps)[number]>) => change(steps.map((step, at) => (at === index ? { ...step, ...part } : step)));
  const last = steps.at(-1);
  return (
    <>
      <div className={styles.sentence}>
        {t.rich(`sentence.${by}`, {
          goods: () => <GoodsBlank key="goods" label={t('goods')} on={reward.on} onChange={(on) => define({ reward: { ...reward, on } })} />,
          lane: () => <Select key="lane" label={t('lane')} value={draft.definition.lane} onChange={(lane) => define({ lane: lane as 'item' | 'basket' })} options={(['item', 'basket'] as const).map((id) => ({ id, label: t(`lanes.${id}`) }))} />,
        })}
      </div>
      {steps.map((step, index) => (
        // A step is what it says; one that is taken out takes its place along.
        <div key={index} className={styles.sentence} role="group" aria-label={t('step', { number: index + 1 })}>
          {t.rich(`sentence.${by}Step`, {
            currency,
            from: () => (by === 'quantity'
              ? <CountBlank key="from" label={t('fromPieces', { number: index + 1 })} value={step.from / 1000} most={100_000} onChange={(from) => edit(index, { from: Math.round(from * 1000) })} />
              : <MoneyBlank key="from" label={t('fromAmount', { number: index + 1 })} minor={step.from} onChange={(from) => edit(index, { from })} />),
            discount: () => <DiscountBlank key="discount" label={t('stepDiscount', { number: index + 1 })} discount={step.discount} onChange={(discount) => edit(index, { discount })} />,
          })}
          {steps.length > 1 ? <IconButton quiet label={t('removeStep', { number: index + 1 })} icon={<X size={16} aria-hidden="true" />} onPress={() => change(steps.filter((_, at) => at !== index))} /> : null}
        </div>
      ))}
      {steps.length < mostSteps && last ? <div><Button size="small" onPress={() => change([...steps, { from: last.from * 2, discount: last.discount }])}>{t('addStep')}</Button></div> : null}
    </>
  );
}
