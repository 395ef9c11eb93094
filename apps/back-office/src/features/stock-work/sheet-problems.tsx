import { Button, Notice } from '@oneshelf/ui';
import { useTranslations } from 'next-intl';
import type { CellPosition } from '../../sheet/cell-position';
import { cellKey } from './sheet-edits';
import type { ShownSheet } from './stock-block';
import { problemKeys } from './stock-draft';
import styles from './stock-work.module.css';

const SHOWN = 5;

/** The cells that could not be read, by row and column with the reason; until they are mended nothing is applied. */
export function SheetProblems({ sheet, onGo, onForget }: { sheet: ShownSheet; onGo: (cell: CellPosition) => void; onForget: (keys: readonly string[]) => void }) {
  const t = useTranslations('stock-work.sheet');
  const keys = problemKeys(sheet.draft);
  if (keys.length === 0) return null;
  const places = keys.slice(0, SHOWN).flatMap((key) => {
    const row = sheet.rows.findIndex(({ variantId }) => key.startsWith(`${variantId}|`));
    const column = sheet.columns.findIndex(({ id }) => key === cellKey(sheet.rows[row]?.variantId ?? '', id));
    const cell = sheet.draft.cells.get(key);
    return cell?.problem && row >= 0 && column >= 0 ? [{ key, row, column: column + 1, text: cell.text, problem: cell.problem }] : [];
  });
  return (
    <Notice tone="blocked">
      <p>{t('bad', { count: keys.length })}</p>
      <ol className={styles.problems}>
        {places.map(({ key, row, column, text, problem }) => (
          <li key={key}><Button size="small" variant="quiet" onPress={() => onGo({ row, column })}>{t('badCell', { row: row + 1, sku: sheet.rows[row]?.sku ?? '', place: sheet.columns[column - 1]?.name ?? '' })}</Button> “{text}”: {t(`problems.${problem}`)}</li>
        ))}
      </ol>
      {keys.length > SHOWN ? <p>{t('moreBad', { count: keys.length - SHOWN })}</p> : null}
      <Button size="small" onPress={() => onForget(keys)}>{t('forgetBad', { count: keys.length })}</Button>
    </Notice>
  );
}
