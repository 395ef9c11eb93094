'use client';
import { ChoiceList, Panel, TextField } from '@oneshelf/ui';
import { useTranslations } from 'next-intl';
import type { CheckoutField, CheckoutForm } from './checkout-form';
import { testCards, type TestCardId } from './test-cards';

type Props = { form: CheckoutForm; onChange: (form: CheckoutForm) => void; wrong: readonly CheckoutField[] };

/** Who buys, and with which of Stripe's test cards. */
export function CheckoutCustomer({ form, onChange, wrong }: Props) {
  const t = useTranslations('shop.checkout');
  const isTestCard = (id: string): id is TestCardId => testCards.some((card) => card.id === id);
  return (
    <>
      <Panel title={t('customer')}>
        <div className="shop-stack">
          <TextField label={t('fields.name')} autoComplete="name" value={form.name} onChange={(name) => onChange({ ...form, name })} isRequired error={wrong.includes('name') ? t('wrong.name') : undefined} />
          <TextField label={t('fields.email')} type="email" autoComplete="email" value={form.email} onChange={(email) => onChange({ ...form, email })} isRequired description={t('emailHint')} error={wrong.includes('email') ? t('wrong.email') : undefined} />
        </div>
      </Panel>
      <Panel title={t('card')}>
        <p className="order-note">{t('cardNote')}</p>
        <ChoiceList
          label={t('cardChoice')}
          value={form.card}
          onChange={(card) => { if (isTestCard(card)) onChange({ ...form, card }); }}
          error={wrong.includes('card') ? t('wrong.card') : undefined}
          choices={testCards.map(({ id }) => ({ id, label: t(`cards.${id}.name`), detail: t(`cards.${id}.detail`) }))}
        />
      </Panel>
    </>
  );
}
