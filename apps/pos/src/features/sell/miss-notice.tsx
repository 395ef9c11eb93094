import { Button } from '@oneshelf/ui';
import { ScanLine } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { takeCatalogue, takePriceBook } from '../../local/keep-in-step';
import { useIsOffline } from '../../shell/use-connection';
import { goTo } from '../../shell/view';
import { sellCode, useMiss } from './sell-code';

/** What could not be sold: what happened, what was not done, the ways on. */
export function MissNotice() {
  const t = useTranslations('sell');
  const miss = useMiss((state) => state.miss);
  const isOffline = useIsOffline();
  const [isLooking, setLooking] = useState(false);
  const lookAgain = (code: string): void => {
    setLooking(true);
    // Without an answer the notice stays as it is, and the pill says that the till is offline.
    void Promise.all([takeCatalogue(), takePriceBook()]).then(() => sellCode(code), () => undefined).finally(() => setLooking(false));
  };
  if (!miss) return null;
  const clear = (): void => useMiss.setState({ miss: null });
  const searchByName = (): void => { clear(); document.querySelector<HTMLInputElement>('.till-top input')?.focus(); };
  return (
    <div className="till-miss" role="alert">
      <ScanLine size={20} aria-hidden="true" />
      <p>
        <strong>{miss.kind === 'unknown_code' ? t('unknownCode', { code: miss.code }) : t(`refused.${miss.refusal}`, { title: miss.title })}</strong> {t('nothingAdded')}
        {isOffline && miss.kind === 'unknown_code' ? <> {t('lookAgainOffline')}</> : null}
      </p>
      <Button onPress={searchByName}>{t('searchByName')}</Button>
      {miss.kind === 'unknown_code'
        ? <Button isDisabled={isOffline || isLooking} onPress={() => lookAgain(miss.code)}>{t('lookAgain')}</Button>
        : <Button onPress={() => { clear(); goTo('stock'); }}>{t('lookAtStock')}</Button>}
    </div>
  );
}
