'use client';
import { Select } from '@oneshelf/ui';
import { useTranslations } from 'next-intl';
import styles from '../promotions.module.css';
import { useBuilder } from './builder-context';
import { BundleSentence, BuyGetSentence } from './deal-sentences';
import { BasketSentence, LinesSentence, ShippingSentence } from './plain-sentences';
import { formOf, goodsOf, newReward, rewardForms, type RewardForm } from './reward-forms';
import { StepsSentence } from './steps-sentence';

/** What is given: its form, then the sentence of that form. */
export function WhatSentence() {
  const t = useTranslations('promotion-desk.what');
  const { draft, define } = useBuilder();
  const { reward } = draft.definition;
  return (
    <div className={styles.stack}>
      <div className={styles.kind}>
        <Select label={t('form')} value={formOf(reward)} onChange={(form) => define(newReward(form as RewardForm, goodsOf(reward)))} options={rewardForms.map((id) => ({ id, label: t(`forms.${id}`) }))} />
      </div>
      <Sentence />
    </div>
  );
}

function Sentence() {
  const { draft: { definition: { reward } } } = useBuilder();
  switch (reward.kind) {
    case 'lines': return <LinesSentence reward={reward} />;
    case 'tiers': return <StepsSentence reward={reward} />;
    case 'buy_get': return <BuyGetSentence reward={reward} />;
    case 'bundle': return <BundleSentence reward={reward} />;
    case 'basket': return <BasketSentence reward={reward} />;
    case 'shipping': return <ShippingSentence reward={reward} />;
  }
}
