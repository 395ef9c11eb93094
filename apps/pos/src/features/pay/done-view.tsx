import { Button, Dialog } from '@oneshelf/ui';
import { useEffect } from 'react';
import { useTranslations } from 'use-intl';
import { useScan } from '../../hardware/use-input';
import { useFormat } from '../../i18n/use-format';
import type { StoredSale } from '../../local/database';
import { useView } from '../../shell/view';
import { sellCode } from '../sell/sell-code';
import { finishPay } from './pay-session';
import { ReceiptActs, SaleReceipt } from './sale-receipt';

/** The sale is final: change, receipt, and the next scan begins the next sale. */
export function DoneView({ sale }: { sale: StoredSale }) {
  const t = useTranslations('pay');
  const tShell = useTranslations('shell');
  const { money } = useFormat();
  const say = useView((view) => view.say);
  const { changeMinor } = sale.payload;
  useScan((code) => { finishPay(); sellCode(code); });
  useEffect(() => {
    useView.setState({ isReceiptShown: true });
    return () => useView.setState({ isReceiptShown: false });
  }, []);
  useEffect(() => say(changeMinor > 0 ? t('doneWithChange', { amount: money(changeMinor) }) : t('done')), [say, t, money, changeMinor]);
  return (
    <Dialog size="wide" isOpen onOpenChange={finishPay} title={t('done')} closeLabel={tShell('close')}>
      <div className="till-columns">
        <SaleReceipt sale={sale} isCopy={false} />
        <div className="till-stack">
          <div className="till-change">
            <span>{changeMinor > 0 ? t('giveChange') : t('noChange')}</span>
            <strong>{money(changeMinor)}</strong>
            <span className="till-muted">{t('kept', { number: sale.receiptNumber })}</span>
          </div>
          <ReceiptActs sale={sale} />
          <Button variant="primary" size="large" autoFocus onPress={finishPay}>{t('nextSale')}</Button>
        </div>
      </div>
    </Dialog>
  );
}
