'use client';
import { useQueryClient } from '@tanstack/react-query';
import type { MarketSettings } from '@oneshelf/contracts';
import { unitPrice } from '@oneshelf/domain-pricing';
import { ChoiceList, Panel } from '@oneshelf/ui';
import { useLocale, useTranslations } from 'next-intl';
import { unitPriceWords } from '../../unit-price-words';
import { ReadOnlyNote } from './read-only-note';
import { SaveBar } from './save-bar';
import styles from './settings.module.css';
import { marketSettings, setUnitPriceRule } from './settings-queries';
import { useSetting } from './use-setting';

const RULES = ['whole', 'hundred_when_small'] as const;
const EXAMPLE = { priceMinor: 350, contents: { quantityMilli: 200_000, unit: 'g' } } as const;

/** Per which quantity labels and the web shop say the price of a unit. */
export function UnitPricePanel({ settings }: { settings: MarketSettings }) {
  const t = useTranslations('settings.unitPrice');
  const { code, currency, mayEdit } = settings;
  const locale = useLocale();
  const client = useQueryClient();
  const setting = useSetting<MarketSettings['unitPriceRule']>({
    current: settings.unitPriceRule, save: (next, seen) => setUnitPriceRule(code, next, seen), saved: t('saved'),
    read: () => client.refetchQueries({ queryKey: marketSettings(code).queryKey }),
  });
  const example = (rule: (typeof RULES)[number]): string => {
    const price = unitPrice(EXAMPLE.priceMinor, EXAMPLE.contents, rule);
    return price === null ? '' : t('example', { price: unitPriceWords(price, { currency, locale, piece: '' }) });
  };
  return (
    <Panel title={t('title')}>
      <p className={styles.lead}>{t('lead')}</p>
      <ChoiceList
        label={t('label')} isDisabled={!mayEdit.unitPriceRule} value={setting.draft} onChange={(id) => setting.setDraft(id === 'whole' ? 'whole' : 'hundred_when_small')}
        choices={RULES.map((id) => ({ id, label: t(id), detail: example(id) }))}
      />
      {mayEdit.unitPriceRule ? <SaveBar setting={setting} what={t('title')} /> : <ReadOnlyNote roles={['merchandiser', 'finance']} />}
    </Panel>
  );
}
