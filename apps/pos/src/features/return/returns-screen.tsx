import type { ReturnLookup, ReturnResult } from '@oneshelf/contracts';
import { Button, EmptyState, TextField } from '@oneshelf/ui';
import { useMutation } from '@tanstack/react-query';
import { useCallback, useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useHold, useScan } from '../../hardware/use-input';
import { ProblemNotice } from '../../i18n/problem-notice';
import { online } from '../../local/online';
import { useIsOffline } from '../../shell/use-connection';
import { refuseScan } from '../../shell/refuse-scan';
import { useView } from '../../shell/view';
import { ReturnDesk } from './return-desk';
import { ReturnDone } from './return-done';

/** Taking goods back: find the sale, tick what comes back, refund to where the money came from. */
export function ReturnsScreen() {
  const [order, setOrder] = useState<ReturnLookup | null>(null);
  const [result, setResult] = useState<ReturnResult | null>(null);
  const restart = (): void => { setOrder(null); setResult(null); };
  if (result) return <ReturnDone result={result} onNext={restart} />;
  return order ? <ReturnDesk key={order.orderId} order={order} onLeave={restart} onDone={setResult} /> : <FindSale onFound={setOrder} />;
}

function FindSale({ onFound }: { onFound: (order: ReturnLookup) => void }) {
  const t = useTranslations('return');
  const isOffline = useIsOffline();
  const given = useView((view) => view.returnCode);
  const [code, setCode] = useState('');
  const { begin: hold, end: letGo } = useHold();
  const { mutate, isPending, error } = useMutation({
    mutationFn: online.returnable, onSuccess: onFound,
    onError: () => { if (letGo({ forget: true }) > 0) refuseScan(t('scanWithoutSale')); },
  });
  // One look-up at a time: what is scanned meanwhile is an item of the sale that is looked for, and waits for its lines.
  const find = useCallback((wanted: string): void => {
    hold();
    setCode(wanted);
    mutate(wanted);
  }, [hold, mutate]);
  useScan(find);
  useEffect(() => {
    if (given === null) return;
    useView.setState({ returnCode: null });
    find(given);
  }, [given, find]);
  return (
    <main className="till-main" data-wide>
      <h1>{t('title')}</h1>
      <p className="till-lead">{t('lead')}</p>
      <form className="till-stack" style={{ maxWidth: 560 }} onSubmit={(event) => { event.preventDefault(); if (code.trim() !== '' && !isOffline && !isPending) find(code.trim()); }}>
        {isOffline ? <EmptyState title={t('offline')}>{t('offlineLead')}</EmptyState> : null}
        <TextField label={t('code')} value={code} onChange={setCode} autoComplete="off" maxLength={200} description={t('codeHelp')} />
        {error ? <ProblemNotice error={error} /> : null}
        <Button type="submit" variant="primary" size="large" isDisabled={code.trim() === '' || isOffline || isPending}>{isOffline ? t('needsConnection') : t('find')}</Button>
      </form>
    </main>
  );
}
