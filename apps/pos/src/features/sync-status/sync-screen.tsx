import { Button, EmptyState, Notice } from '@oneshelf/ui';
import { Download, Send } from 'lucide-react';
import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { useFormat } from '../../i18n/use-format';
import type { OutboxEntry } from '../../local/database';
import { tryConnectionNow } from '../../local/keep-in-step';
import { useLive } from '../../local/live';
import { exportQueue, queuedMails, queueRows } from '../../local/recent';
import { sendNow } from '../../local/till';
import { useBootstrap, useTill } from '../../local/till-state';
import { useConnection } from '../../shell/use-connection';
import { downloadText } from './download-text';
import { PricesNote } from './prices-note';

const tones = { waiting: 'waiting', applied: 'done', refused: 'blocked' } as const;

/** What this till keeps, and what became of what it sent: what, when, amount, tries, the last error. */
export function SyncScreen() {
  const t = useTranslations('sync');
  const { time } = useFormat();
  const rows = useLive(queueRows) ?? [];
  const mails = useLive(queuedMails) ?? [];
  const { location, register } = useBootstrap();
  const waiting = useTill((state) => state.waiting);
  const refused = useTill((state) => state.refused);
  const isWriter = useTill((state) => state.role === 'writer');
  const { state, offlineSince, isRevoked } = useConnection((connection) => connection);
  const send = useMutation({ mutationFn: async () => { tryConnectionNow(); await sendNow(); } });
  const exportNow = async (): Promise<void> => downloadText(`${location.code}-${register.number}-${new Date().toISOString().slice(0, 10)}.json`, await exportQueue());
  return (
    <main className="till-main" data-wide>
      <h1>{t('title')}</h1>
      <div className="till-stack">
        {isRevoked ? <Notice tone="blocked">{t('revokedLead')}</Notice> : null}
        <Notice tone={state === 'offline' ? 'waiting' : 'done'}>{state === 'offline' ? t('offlineLead', { time: offlineSince === null ? '' : time(offlineSince) }) : state === 'connected' ? t('connectedLead') : t('connecting')}</Notice>
        {refused > 0 ? <Notice tone="blocked">{t('refusedLead', { count: refused })}</Notice> : null}
        {isWriter ? null : <Notice tone="waiting">{t('otherTab')}</Notice>}
        <div className="till-row">
          <Button variant="primary" icon={<Send size={18} aria-hidden="true" />} isDisabled={!isWriter || send.isPending} onPress={() => send.mutate()}>{t('sendNow')}</Button>
          <Button icon={<Download size={18} aria-hidden="true" />} isDisabled={waiting + refused === 0} onPress={() => void exportNow()}>{t('export')}</Button>
        </div>
        <PricesNote />
        {rows.length === 0 ? <EmptyState title={t('empty')}>{t('emptyLead')}</EmptyState> : null}
      </div>
      <ul className="till-list">
        {mails.map((mail) => (
          <li key={mail.id} className="till-entry" data-tone={tones[mail.state === 'refused' ? 'refused' : 'waiting']}>
            <span className="till-entry-status">{t(`states.${mail.state === 'refused' ? 'refused' : 'waiting'}`)}</span>
            <span className="till-entry-text"><strong>{t('mail', { email: mail.email })}</strong>{t('tries', { count: mail.tries })}{mail.lastError === null ? null : ` · ${mail.lastError === 'unreachable' ? t('errors.unreachable') : mail.lastError}`}</span>
          </li>
        ))}
        {rows.map((entry) => <QueueRow key={entry.id} entry={entry} />)}
      </ul>
    </main>
  );
}

function QueueRow({ entry }: { entry: OutboxEntry }) {
  const t = useTranslations('sync');
  const { dateTime, money } = useFormat();
  const isOdd = entry.result?.outcome === 'applied_with_discrepancy';
  const error = entry.lastError === 'unreachable' || entry.lastError === 'no_result' ? t(`errors.${entry.lastError}`) : entry.lastError;
  const problem = isOdd ? (entry.result?.message ?? t('discrepancy')) : entry.state === 'applied' ? null : error;
  return (
    <li className="till-entry" data-tone={tones[entry.state]}>
      <span className="till-entry-status">{t(`states.${entry.state}`)}</span>
      <span className="till-entry-text">
        <strong>{[t(`kinds.${entry.kind}`), entry.reference].filter(Boolean).join(' ')}</strong>
        <span>{dateTime(entry.madeAt)} · {entry.staffName} · {t('tries', { count: entry.tries })}{problem === null ? null : ` · ${problem}`}</span>
      </span>
      <span className="till-entry-where">{entry.amountMinor === null ? null : money(entry.amountMinor)}</span>
    </li>
  );
}
