'use client';
import { useTranslations } from 'next-intl';
import { Link } from 'react-aria-components';
import { useCauseName } from './use-cause-name';

const UUID = /^[0-9a-f]{8}-[0-9a-f-]{27}$/;
const OF_ORDERS = ['sale', 'order', 'cancellation'];

/** The document behind a movement: an order opens itself, of the others the history says who did what. */
export function DocumentLink({ causeKind, causeId }: { causeKind: string; causeId: string }) {
  const t = useTranslations('stock');
  const causeName = useCauseName();
  const name = causeName(causeKind);
  if (!UUID.test(causeId)) return <>{name}</>;
  const href = OF_ORDERS.includes(causeKind) ? `/orders/${causeId}` : `/history?subjectId=${causeId}`;
  return <Link href={href} aria-label={t('why.document', { cause: name, id: causeId.slice(-6) })}>{name} …{causeId.slice(-6)}</Link>;
}
