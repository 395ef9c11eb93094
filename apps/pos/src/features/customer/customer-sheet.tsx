import { Button, Notice, SearchField, Sheet } from '@oneshelf/ui';
import { UserPlus } from 'lucide-react';
import { useState } from 'react';
import { Button as PlainButton } from 'react-aria-components';
import { useTranslations } from 'use-intl';
import type { TillCustomer } from '@oneshelf/contracts';
import { useScan } from '../../hardware/use-input';
import { useConnection } from '../../shell/use-connection';
import { useView } from '../../shell/view';
import { setCustomer, useCart } from '../sell/cart';
import { AddCustomerForm } from './add-customer-form';
import { chooseCustomer } from './choose-customer';
import { useFoundCustomers } from './use-found-customers';

/** Who buys: found by name, e-mail, telephone or card, or added. Without a network those whom this till knows; the sale goes on without. */
export function CustomerSheet({ onClose }: { onClose: () => void }) {
  const t = useTranslations('customer');
  const tShell = useTranslations('shell');
  const say = useView((view) => view.say);
  const isConnected = useConnection(({ state }) => state === 'connected');
  const current = useCart((cart) => cart.customer);
  const [words, setWords] = useState('');
  const [isAdding, setAdding] = useState(false);
  const [isRefused, setRefused] = useState(false);
  const found = useFoundCustomers(words, isConnected);
  // A member's card.
  useScan((code) => { setAdding(false); setWords(code); });
  const choose = (customer: TillCustomer): void => {
    if (chooseCustomer(customer)) return setRefused(true);
    say(t('chosen', { name: customer.name }));
    onClose();
  };
  const remove = (): void => { setCustomer(null); onClose(); };
  return (
    <Sheet isOpen onOpenChange={onClose} title={isAdding ? t('add') : t('title')} closeLabel={tShell('close')}>
      {isRefused ? <Notice tone="blocked">{t('refused')}</Notice> : null}
      {isAdding ? <AddCustomerForm words={words} onAdded={choose} onBack={() => setAdding(false)} /> : (
        <div className="till-stack">
          {current ? <p className="till-row"><strong>{current.name}</strong>{current.groups.map((group) => <span key={group} className="till-group">{group}</span>)}<span className="till-grow" /><Button onPress={remove}>{t('remove')}</Button></p> : null}
          <SearchField label={t('search')} placeholder={t('searchHint')} clearLabel={tShell('clear')} value={words} onChange={setWords} onSubmit={() => { const [only] = found.items; if (only && found.items.length === 1) choose(only); }} autoFocus />
          {isConnected ? null : <Notice tone="waiting">{t('offline')}</Notice>}
          <p className="till-muted" role="status">{statusOf()}</p>
          <ul className="till-list" aria-label={t('found')}>
            {found.items.map((customer) => <li key={customer.id}><Entry customer={customer} onChoose={choose} /></li>)}
          </ul>
          {found.hasMore ? <p className="till-muted">{t('more')}</p> : null}
          <Button icon={<UserPlus size={20} aria-hidden="true" />} isDisabled={!isConnected} onPress={() => setAdding(true)}>{t('add')}</Button>
        </div>
      )}
    </Sheet>
  );

  function statusOf(): string {
    if (words.trim() === '') return found.items.length > 0 ? t('recent') : t('noneKept');
    if (found.from === 'asking') return t('asking');
    if (found.items.length > 0) return t('foundCount', { count: found.items.length });
    return found.from === 'all' ? t('nobody', { words: words.trim() }) : t('nobodyKept', { words: words.trim() });
  }
}

function Entry({ customer, onChoose }: { customer: TillCustomer; onChoose: (customer: TillCustomer) => void }) {
  return (
    <PlainButton className="till-entry till-customer-entry" onPress={() => onChoose(customer)}>
      <span className="till-entry-text"><strong>{customer.name}</strong><span>{[customer.email, customer.phone].filter(Boolean).join(' · ')}</span></span>
      <span className="till-entry-where">{customer.groups.join(', ')}<small>{customer.memberCode}</small></span>
    </PlainButton>
  );
}
