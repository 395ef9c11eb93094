import { ClipboardList, ScanSearch, Truck } from 'lucide-react';
import { Button } from 'react-aria-components';
import { useTranslations } from 'use-intl';
import { create } from 'zustand';
import { useView } from '../../shell/view';

export type StockPart = 'look_up' | 'count' | 'transfers';

export const useStockPart = create<{ part: StockPart; choose: (part: StockPart) => void }>()((set) => ({
  part: 'look_up',
  choose: (part) => { useView.setState({ query: '' }); set({ part }); },
}));

const parts = [{ part: 'look_up', icon: ScanSearch }, { part: 'count', icon: ClipboardList }, { part: 'transfers', icon: Truck }] as const;

/** The ways of working on stock, above each of their screens. Receiving from suppliers is a place of its own, in the rail. */
export function StockParts() {
  const t = useTranslations('stock.parts');
  const { part, choose } = useStockPart();
  return (
    <nav className="till-parts" aria-label={t('label')}>
      {parts.map(({ part: id, icon: Icon }) => (
        <Button key={id} className="till-part" aria-current={part === id ? 'page' : undefined} onPress={() => choose(id)}><Icon size={20} aria-hidden="true" />{t(id)}</Button>
      ))}
    </nav>
  );
}
