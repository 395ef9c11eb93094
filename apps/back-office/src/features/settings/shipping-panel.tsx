'use client';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ChannelSettings, ShippingMethodText } from '@oneshelf/contracts';
import { Button, EmptyState, Notice, Panel } from '@oneshelf/ui';
import { useFormatter, useLocale, useTranslations } from 'next-intl';
import { apiQuery } from '../../api';
import { useMoney } from '../promotions/use-money';
import { ReadOnlyNote } from './read-only-note';
import { SaveBar } from './save-bar';
import styles from './settings.module.css';
import { channelSettings, setShippingMethods } from './settings-queries';
import { emptyMethod, gapsOf, mistakesOf, moved } from './shipping-draft';
import { ShippingMethodForm } from './shipping-method-form';
import { useSetting } from './use-setting';

/** The ways to send of a channel in the order in which shoppers see them. All are saved together. */
export function ShippingPanel({ settings }: { settings: ChannelSettings }) {
  const t = useTranslations('settings.shipping');
  const { code, country, mayEdit } = settings;
  const client = useQueryClient();
  const rates = useQuery(apiQuery('/api/tax-rates', { params: { query: { country, when: 'now' } } }));
  const setting = useSetting<ShippingMethodText[]>({
    current: settings.shippingMethods, save: (next, seen) => setShippingMethods(code, next, seen), saved: t('saved'),
    read: () => client.refetchQueries({ queryKey: channelSettings(code).queryKey }),
  });
  const methods = setting.draft;
  const canEdit = mayEdit.shippingMethods;
  const replace = (index: number, method: ShippingMethodText) => setting.setDraft(methods.map((one, at) => (at === index ? method : one)));
  const taxClasses = [...new Set((rates.data?.items ?? []).map(({ taxClass }) => taxClass))].sort();
  return (
    <Panel title={t('title')} aside={canEdit ? <Button size="small" onPress={() => setting.setDraft([...methods, emptyMethod(methods, country)])}>{t('add')}</Button> : undefined}>
      <p className={styles.lead}>{t('lead')}</p>
      {methods.length === 0 ? <EmptyState title={t('empty.title')}>{t('empty.text')}</EmptyState> : null}
      <ol className={styles.methods}>
        {methods.map((method, index) => (
          <ShippingMethodForm
            key={method.code} method={method} place={{ index, last: methods.length - 1 }} currency={settings.currency} taxClasses={taxClasses} isLocked={!canEdit}
            onChange={(next) => replace(index, next)} onMove={(by) => setting.setDraft(moved(methods, index, by))} onRemove={() => setting.setDraft(methods.filter((one) => one !== method))}
          />
        ))}
      </ol>
      <Gaps settings={settings} methods={methods} />
      {canEdit ? <SaveBar setting={setting} what={t('title')} isWrong={methods.some((method) => mistakesOf(method).length > 0)} /> : <ReadOnlyNote roles={['merchandiser', 'operations']} />}
    </Panel>
  );
}

function Gaps({ settings, methods }: { settings: ChannelSettings; methods: ShippingMethodText[] }) {
  const t = useTranslations('settings.shipping');
  const format = useFormatter();
  const countries = new Intl.DisplayNames(useLocale(), { type: 'region', fallback: 'code' });
  const money = useMoney(settings.currency);
  const gaps = gapsOf(methods);
  const [first] = gaps;
  if (!first) return null;
  return <Notice tone="waiting">{t('gap', { countries: format.list(gaps.map(({ country }) => countries.of(country) ?? country)), amount: money(first.atMinor) })}</Notice>;
}
