import { Cloud, CloudOff, CloudUpload, TriangleAlert } from 'lucide-react';
import { Button } from 'react-aria-components';
import { useTranslations } from 'use-intl';
import { useFormat } from '../i18n/use-format';
import { useTill } from '../local/till-state';
import { useConnection } from './use-connection';
import { useWaitingScans } from './use-waiting-scans';
import { goTo } from './view';

/** What is kept on this till, not what the network looks like: green only when nothing waits. Leads to the list. */
export function SyncPill() {
  const t = useTranslations('sync');
  const { time } = useFormat();
  const { state, offlineSince, isRevoked } = useConnection((connection) => connection);
  const waiting = useTill((till) => till.waiting);
  const waitingSales = useTill((till) => till.waitingSales);
  const refused = useTill((till) => till.refused);
  const scans = useWaitingScans();
  const isOffline = state === 'offline';
  const title = isRevoked ? t('revoked') : isOffline ? t('offlineSince', { time: offlineSince === null ? '' : time(offlineSince) }) : state === 'connected' ? t('connected') : t('connecting');
  const kept = waitingSales > 0 ? t('salesKept', { count: waitingSales }) : waiting > 0 ? t('actsKept', { count: waiting }) : null;
  const note = [kept, scans > 0 ? t('scansKept', { count: scans }) : null, refused > 0 ? t('refusedCount', { count: refused }) : null].filter((part) => part !== null).join(' · ') || t('nothingKept');
  const tone = isRevoked || refused > 0 ? 'blocked' : isOffline || waiting + scans > 0 ? 'waiting' : 'done';
  const Icon = isRevoked || refused > 0 ? TriangleAlert : isOffline ? CloudOff : waiting + scans > 0 ? CloudUpload : Cloud;
  return (
    <Button className="till-pill" data-tone={tone} onPress={() => goTo('sync')}>
      <Icon size={18} aria-hidden="true" />
      <span>
        <strong>{title}</strong>
        <small>{note}</small>
      </span>
    </Button>
  );
}
