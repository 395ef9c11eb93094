'use client';
import { Checkbox, Select } from '@oneshelf/ui';
import { useTranslations } from 'next-intl';
import styles from '../promotions.module.css';
import { CountBlank, DiscountBlank, MoneyBlank } from './blanks';
import { useBuilder } from './builder-context';
import { GoodsBlank } from './goods-blank';
import type { Reward } from './reward-forms';

type Of<Kind extends Reward['kind']> = { reward: Extract<Reward, { kind: Kind }> };

/** Off each matching piece or line by itself. */
export function LinesSentence({ reward }: Of<'lines'>) {
  const t = useTranslations('promotion-desk.what');
  const { define } = useBuilder();
  const set = (change: Partial<typeof reward>) => define({ reward: { ...reward, ...change } });
  const per = (next: string) => {
    // Further units are counted by the unit: off a line they mean nothing.
    const { furtherUnits: _, ...rest } = reward;
    define({ reward: next === 'line' ? { ...rest, per: 'line' } : { ...reward, per: 'unit' } });
  };
  const { furtherUnits } = reward;
  const further = (isOn: boolean) => {
    const { furtherUnits: _, ...rest } = reward;
    define({ reward: isOn ? { ...rest, per: 'unit', furtherUnits: { percentBasisPoints: 5000 } } : rest });
  };
  return (
    <>
      <div className={styles.sentence}>
        {t.rich('sentence.lines', {
          discount: () => <DiscountBlank key="discount" label={t('discount')} discount={reward.discount} onChange={(discount) => set({ discount })} />,
          per: () => <Select key="per" label={t('per')} value={reward.per} onChange={per} options={(['unit', 'line'] as const).map((id) => ({ id, label: t(`pers.${id}`) }))} />,
          goods: () => <GoodsBlank key="goods" label={t('goods')} on={reward.on} onChange={(on) => set({ on })} />,
          most: () => <CountBlank key="most" label={t('mostUnits')} value={reward.maxUnits} onChange={(maxUnits) => set({ maxUnits })} />,
        })}
      </div>
      {reward.per === 'unit' ? <Checkbox isSelected={furtherUnits !== undefined} onChange={further}>{t('further')}</Checkbox> : null}
      {furtherUnits === undefined ? null : (
        <div className={styles.sentence}>{t.rich('sentence.further', { discount: () => <DiscountBlank key="further" label={t('furtherDiscount')} discount={furtherUnits} onChange={(discount) => set({ furtherUnits: discount })} /> })}</div>
      )}
    </>
  );
}

/** Once off all that is meant together. */
export function BasketSentence({ reward }: Of<'basket'>) {
  const t = useTranslations('promotion-desk.what');
  const { define, currency } = useBuilder();
  const set = (change: Partial<typeof reward>) => define({ reward: { ...reward, ...change } });
  return (
    <div className={styles.sentence}>
      {t.rich('sentence.basket', {
        currency,
        discount: () => <DiscountBlank key="discount" label={t('discount')} discount={reward.discount} onChange={(discount) => set({ discount })} />,
        goods: () => <GoodsBlank key="goods" label={t('goods')} on={reward.on} onChange={(on) => set({ on })} />,
        cap: () => <MoneyBlank key="cap" label={t('cap')} minor={reward.capMinor} onChange={(capMinor) => set({ capMinor })} />,
      })}
    </div>
  );
}

/** Off what it costs to send it. */
export function ShippingSentence({ reward }: Of<'shipping'>) {
  const t = useTranslations('promotion-desk.what');
  const { define } = useBuilder();
  const set = (change: Partial<typeof reward>) => define({ reward: { ...reward, ...change } });
  return (
    <div className={styles.sentence}>
      {t.rich('sentence.shipping', {
        discount: () => <DiscountBlank key="discount" label={t('discount')} discount={reward.discount} onChange={(discount) => set({ discount })} />,
        per: () => <Select key="per" label={t('charges')} value={reward.per ?? 'all'} onChange={(per) => set({ per: per as 'all' | 'charge' })} options={(['all', 'charge'] as const).map((id) => ({ id, label: t(`chargesOf.${id}`) }))} />,
      })}
    </div>
  );
}
