'use client';
import { Button, IconButton, Select } from '@oneshelf/ui';
import { X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import styles from '../promotions.module.css';
import { CountBlank, DiscountBlank, MoneyBlank } from './blanks';
import { useBuilder } from './builder-context';
import { GoodsBlank } from './goods-blank';
import { formOf, type Reward } from './reward-forms';

type Of<Kind extends Reward['kind']> = { reward: Extract<Reward, { kind: Kind }> };

const whiches = ['cheapest', 'dearest', 'equal_or_less'] as const;

/** Buy some, get some for less, or something else free. */
export function BuyGetSentence({ reward }: Of<'buy_get'>) {
  const t = useTranslations('promotion-desk.what');
  const { define } = useBuilder();
  const { buy, get } = reward;
  const set = (change: { buy?: Partial<typeof buy>; get?: Partial<typeof get> }) => define({ reward: { ...reward, buy: { ...buy, ...change.buy }, get: { ...get, ...change.get } } });
  const isGift = formOf(reward) === 'gift';
  return (
    <div className={styles.sentence}>
      {t.rich(isGift ? 'sentence.gift' : 'sentence.buy_get', {
        buy: () => <CountBlank key="buy" label={t('buy')} value={buy.quantity} least={0} onChange={(quantity) => set({ buy: { quantity } })} />,
        bought: () => <GoodsBlank key="bought" label={t('bought')} on={buy.on} onChange={(on) => set({ buy: { on }, ...(isGift || JSON.stringify(buy.on) !== JSON.stringify(get.on) ? {} : { get: { on } }) })} />,
        get: () => <CountBlank key="get" label={t('get')} value={get.quantity} onChange={(quantity) => set({ get: { quantity } })} />,
        got: () => <GoodsBlank key="got" label={t('got')} on={get.on} onChange={(on) => set({ get: { on } })} />,
        discount: () => <DiscountBlank key="discount" label={t('discount')} discount={get.discount} onChange={(discount) => set({ get: { discount } })} />,
        which: () => <Select key="which" label={t('which')} value={get.which} onChange={(which) => set({ get: { which: which as (typeof whiches)[number] } })} options={whiches.map((id) => ({ id, label: t(`whiches.${id}`) }))} />,
        times: () => <CountBlank key="times" label={t('times')} value={reward.maxTimes} onChange={(maxTimes) => define({ reward: { ...reward, maxTimes } })} />,
      })}
    </div>
  );
}

const mostParts = 10;

/** These together at one price. */
export function BundleSentence({ reward }: Of<'bundle'>) {
  const t = useTranslations('promotion-desk.what');
  const { define, currency } = useBuilder();
  const { parts } = reward;
  const change = (next: typeof parts) => define({ reward: { ...reward, parts: next } });
  return (
    <>
      {parts.map((part, index) => (
        // Parts have no name of their own; one that is taken out takes its place along.
        <div key={index} className={styles.sentence} role="group" aria-label={t('part', { number: index + 1 })}>
          {t.rich(index === 0 ? 'sentence.part' : 'sentence.furtherPart', {
            count: () => <CountBlank key="count" label={t('pieces')} value={part.quantity} onChange={(quantity) => change(parts.map((one, at) => (at === index ? { ...one, quantity } : one)))} />,
            goods: () => <GoodsBlank key="goods" label={t('goods')} on={part.on} onChange={(on) => change(parts.map((one, at) => (at === index ? { ...one, on } : one)))} />,
          })}
          {parts.length > 1 ? <IconButton quiet label={t('removePart', { number: index + 1 })} icon={<X size={16} aria-hidden="true" />} onPress={() => change(parts.filter((_, at) => at !== index))} /> : null}
        </div>
      ))}
      {parts.length < mostParts ? <div><Button size="small" onPress={() => change([...parts, { on: {}, quantity: 1 }])}>{t('addPart')}</Button></div> : null}
      <div className={styles.sentence}>
        {t.rich('sentence.bundle', {
          currency,
          price: () => <MoneyBlank key="price" label={t('price')} minor={reward.priceMinor} onChange={(priceMinor) => define({ reward: { ...reward, priceMinor } })} />,
          times: () => <CountBlank key="times" label={t('times')} value={reward.maxTimes} onChange={(maxTimes) => define({ reward: { ...reward, maxTimes } })} />,
        })}
      </div>
    </>
  );
}
