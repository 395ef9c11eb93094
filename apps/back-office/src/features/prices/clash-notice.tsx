'use client';
import { Button, Notice } from '@oneshelf/ui';
import { Users } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useSyncExternalStore } from 'react';
import styles from './prices.module.css';
import { CellWrites } from './sheet/cell-writes';
import type { SheetStore } from './sheet/sheet-store';
import { isAmount } from './sheet/sheet-types';

/** As many as a person decides one by one; the rest is decided together. */
const SHOWN = 4;
const FIRST_VERSION = (): number => 0;

/** Cells that somebody else changed while they were changed here: nothing is overwritten before a person has chosen. */
export function ClashNotice({ store }: { store: SheetStore }) {
  const t = useTranslations('prices.clash');
  useSyncExternalStore(store.subscribe, store.getVersion, FIRST_VERSION);
  const cells = [...store.sync.clashes.keys()];
  if (cells.length === 0) return null;
  return (
    <div role="alert">
      <Notice tone="waiting" icon={<Users size={18} aria-hidden="true" />} actions={cells.length > 1 ? <Choice label={t('all', { count: cells.length })} store={store} cells={cells} /> : undefined}>
        <strong>{t('title', { count: cells.length })}</strong>
        <ul className={styles.clashes}>
          {cells.slice(0, SHOWN).map((cell) => <ClashLine key={cell} store={store} cell={cell} />)}
        </ul>
        {cells.length > SHOWN ? t('more', { count: cells.length - SHOWN }) : null}
      </Notice>
    </div>
  );
}

function ClashLine({ store, cell }: { store: SheetStore; cell: number }) {
  const t = useTranslations('prices.clash');
  const clash = store.sync.clashes.get(cell);
  const column = store.allColumns[cell % store.cells.width];
  const row = store.rows[Math.floor(cell / store.cells.width)];
  if (!clash || !column || !row) return null;
  const place = store.positionOf(cell);
  const theirs = isAmount(clash.theirs) ? store.text.formatMoney(clash.theirs, column) : t('none');
  const name = t('cell', { sku: row.sku, column: column.title });
  return (
    <li>
      {place ? <Button variant="quiet" size="small" onPress={() => store.moveTo(place)}>{name}</Button> : <span>{name}</span>}
      <span>{t('both', { name: clash.changedBy ?? t('somebody'), theirs, mine: store.textOf(cell) || t('none') })}</span>
      <Choice label={name} store={store} cells={[cell]} />
    </li>
  );
}

function Choice({ label, store, cells }: { label: string; store: SheetStore; cells: readonly number[] }) {
  const t = useTranslations('prices.clash');
  return (
    <span className={styles.toolGroup}>
      <Button size="small" aria-label={`${t('mine')}: ${label}`} onPress={() => store.receive((sync) => { for (const cell of cells) sync.keepMine(cell); })}>{t('mine')}</Button>
      <Button size="small" aria-label={`${t('theirs')}: ${label}`} onPress={() => takeTheirs(store, cells)}>{t('theirs')}</Button>
    </span>
  );
}

/** One step, which can be taken back like any other. */
function takeTheirs(store: SheetStore, cells: readonly number[]): void {
  const writes = new CellWrites();
  for (const cell of cells) {
    const clash = store.sync.clashes.get(cell);
    if (clash) writes.add(cell, clash.theirs);
  }
  store.receive((sync) => { for (const cell of cells) sync.keepMine(cell); });
  store.commit('theirs', writes);
}
