import { Button } from '@oneshelf/ui';
import { ScanLine } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { takeCatalogue, takePriceBook } from '../../local/keep-in-step';
import { useFormat } from '../../i18n/use-format';
import { useIsOffline } from '../../shell/use-connection';
import { goTo } from '../../shell/view';
import { sellCode, useMiss, type SellMiss } from './sell-code';

/** What could not be sold: what happened, what was not done, the ways on. */
export function MissNotice() {
  const t = useTranslations('sell');
  const miss = useMiss((state) => state.miss);
  const { dateTime, date } = useFormat();
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
    <div className="till-miss" role="alert" data-asking={miss.kind === 'asking' || undefined}>
      <ScanLine size={20} aria-hidden="true" />
      <p><strong>{happened(miss)}</strong> {miss.kind === 'asking' ? null : t('nothingAdded')}{miss.kind === 'unknown_code' && (miss.isUnasked || isOffline) ? <> {t('codeNeedsConnection')}</> : null}</p>
      {miss.kind === 'unknown_code' || miss.kind === 'refused' ? <Button onPress={searchByName}>{t('searchByName')}</Button> : null}
      {miss.kind === 'unknown_code' ? <Button isDisabled={isOffline || isLooking} onPress={() => lookAgain(miss.code)}>{t('lookAgain')}</Button> : null}
      {miss.kind === 'refused' ? <Button onPress={() => { clear(); goTo('stock'); }}>{t('lookAtStock')}</Button> : null}
      {miss.kind === 'used_code' || miss.kind === 'code_not_here' || miss.kind === 'expired' ? <Button onPress={clear}>{t('understood')}</Button> : null}
    </div>
  );

  function happened(shown: SellMiss): string {
    switch (shown.kind) {
      case 'asking': return t('coupon.asking', { code: shown.code });
      case 'unknown_code': return t('unknownCode', { code: shown.code });
      case 'used_code': return t('coupon.usedAt', { code: shown.code, at: dateTime(shown.at), where: [shown.place, shown.orderNumber].filter(Boolean).join(', ') });
      case 'code_not_here': return t('coupon.notHere', { code: shown.code, name: shown.name });
      case 'expired': return t('expired', { what: [shown.title, shown.lot === '' ? null : t('lot', { codes: shown.lot })].filter(Boolean).join(', '), day: date(`${shown.on}T12:00:00Z`) });
      case 'refused': return t(`refused.${shown.refusal}`, { title: shown.title });
    }
  }
}
