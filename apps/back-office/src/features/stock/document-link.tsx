'use client';
import { useTranslations } from 'next-intl';
import { Link } from 'react-aria-components';
import { documentHref } from './document-href';
import { useCauseName } from './use-cause-name';

const UUID = /^[0-9a-f]{8}-[0-9a-f-]{27}$/;

/** The document behind a movement, on its own page. */
export function DocumentLink({ causeKind, causeId }: { causeKind: string; causeId: string }) {
  const t = useTranslations('stock');
  const causeName = useCauseName();
  const name = causeName(causeKind);
  if (!UUID.test(causeId)) return <>{name}</>;
  return <Link href={documentHref(causeKind, causeId)} aria-label={t('why.document', { cause: name, id: causeId.slice(-6) })}>{name} …{causeId.slice(-6)}</Link>;
}
