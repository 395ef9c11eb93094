import { Dialog } from '@oneshelf/ui';
import { useTranslations } from 'use-intl';
import { useBootstrap } from '../../local/till-state';
import { RefuseScans } from '../../shell/refuse-scans';
import { setActs, useCart } from '../sell/cart';
import { Approval } from './approval';
import { approvedBy, approversOf, breachesOf } from './hand-check';

/** What was within the limit and is not any more: a line went, a customer came, another book is live. Asked before the payment opens. */
export function ApproveSaleDialog({ onClose, onApproved }: { onClose: () => void; onApproved: () => void }) {
  const t = useTranslations('byHand');
  const tShell = useTranslations('shell');
  const bootstrap = useBootstrap();
  const { quote, acts } = useCart();
  if (!quote) return null;
  const breaches = breachesOf(quote, acts, bootstrap);
  return (
    <Dialog size="wide" isOpen onOpenChange={onClose} title={t('needsApproval')} closeLabel={tShell('close')}>
      <RefuseScans text={t('scanIgnored')} />
      <Approval outcome={{ breaches, approvers: approversOf(quote, acts, bootstrap) }} onBack={onClose} onApproved={(person) => { setActs(approvedBy(acts, breaches, person)); onClose(); onApproved(); }} />
    </Dialog>
  );
}
