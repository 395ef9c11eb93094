import { UserPlus, UserRound } from 'lucide-react';
import { Button } from 'react-aria-components';
import { useTranslations } from 'use-intl';
import { useCart } from '../sell/cart';

/** Who buys, with the groups whose prices count; or the way to say so. */
export function CustomerButton({ onPress }: { onPress: () => void }) {
  const t = useTranslations('customer');
  const customer = useCart((cart) => cart.customer);
  if (!customer) return <Button className="till-dashed" onPress={onPress}><UserPlus size={20} aria-hidden="true" />{t('button')}<kbd aria-hidden="true">F4</kbd></Button>;
  return (
    <Button className="till-dashed till-customer-chip" aria-label={t('chip', { name: [customer.name, ...customer.groups].join(', ') })} onPress={onPress}>
      <UserRound size={20} aria-hidden="true" />
      <span>{customer.name}</span>
      {customer.groups.map((group) => <span key={group} className="till-group">{group}</span>)}
    </Button>
  );
}
