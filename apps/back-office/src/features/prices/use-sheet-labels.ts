'use client';
import { useFormatter, useLocale, useTranslations } from 'next-intl';
import { useMemo } from 'react';
import type { AdjustLabels, GridLabels, StatusLabels } from './sheet/sheet-labels';

/** The grid's words from the messages. They keep their identity: new ones would render every row. */
export function useGridLabels(market: string): GridLabels {
  const t = useTranslations('prices.grid');
  const format = useFormatter();
  return useMemo(() => {
    const when = (instant: string | null) => (instant === null ? '' : format.dateTime(new Date(instant), { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone }));
    return gridWords(t, when, market);
  }, [t, format, market]);
}

function gridWords(t: ReturnType<typeof useTranslations<'prices.grid'>>, when: (instant: string | null) => string, market: string): GridLabels {
  return {
    find: { name: t('find.name'), next: t('find.next'), previous: t('find.previous'), close: t('find.close'), nothing: t('find.nothing'), found: (sku, column) => t('find.found', { sku, column }) },
    name: t('name', { market }),
    editor: (column, sku) => t('editor', { column, sku }),
    notAPrice: t('notAPrice'),
    error: (error, typed) => t(`errors.${error}`, { typed }),
    derived: ({ steps }, { baseName }, money) => steps.map(({ step, amountMinor }) => t(`steps.${step}`, { base: baseName, amount: money(amountMinor) })).join(' → '),
    byFormula: t('byFormula'),
    setByHand: t('setByHand'),
    changedBy: (mark) => t('changedBy', { name: mark.changedBy ?? t('somebody'), when: when(mark.changedAt) }),
    clash: (clash, theirs) => t('clash', { name: clash.changedBy ?? t('somebody'), when: when(clash.changedAt), theirs: theirs === '' ? t('noPrice') : theirs }),
    difference: (text) => t('difference', { difference: text }),
    changed: t('changed'),
    largeChange: t('largeChange'),
    pasted: ({ pasted, unreadable, readOnly, outside, firstUnreadable }) => [
      t('pasted', { pasted }),
      unreadable > 0 ? t('unreadable', { count: unreadable, sku: firstUnreadable?.sku ?? '', column: firstUnreadable?.columnTitle ?? '' }) : '',
      readOnly > 0 ? t('skipped', { count: readOnly }) : '',
      outside > 0 ? t('outside', { count: outside }) : '',
    ].filter(Boolean).join(' '),
    copied: (count) => t('copied', { count }),
    cut: (count) => t('cut', { count }),
    cleared: (count) => t('cleared', { count }),
    filled: (count) => t('filled', { count }),
    undone: ({ kind, cells, kept }) => [t('undone', { act: t(`acts.${kind}`), count: cells }), kept > 0 ? t('kept', { count: kept }) : ''].filter(Boolean).join(' '),
    redone: ({ kind, cells, kept }) => [t('redone', { act: t(`acts.${kind}`), count: cells }), kept > 0 ? t('kept', { count: kept }) : ''].filter(Boolean).join(' '),
    nothingToUndo: t('nothingToUndo'),
    nothingToRedo: t('nothingToRedo'),
    readOnly: t('readOnly'),
    resized: (column, width) => t('resized', { column, width }),
    sorted: (column, direction) => t(`sorted.${direction}`, { column }),
  };
}

export function useAdjustLabels(): AdjustLabels {
  const t = useTranslations('prices.adjust');
  const locale = useLocale();
  return useMemo(() => {
    const separator = new Intl.NumberFormat(locale).formatToParts(0.5).find((part) => part.type === 'decimal')?.value ?? '.';
    return {
      percent: t('percent'), percentExample: t('example'), then: t('then'), ending: t('ending'), anyEnding: t('anyEnding'),
      endIn: (ending) => t('endIn', { ending: `${separator}${String(ending).padStart(2, '0')}` }),
      apply: t('apply'), invalid: t('invalid'), adjusted: ({ adjusted, skipped }) => t('adjusted', { adjusted, skipped }),
    };
  }, [t, locale]);
}

export function useStatusLabels(): StatusLabels {
  const t = useTranslations('prices.status');
  return useMemo(() => ({
    selected: (count) => t('selected', { count }), sum: (amount) => t('sum', { amount }), average: (amount) => t('average', { amount }),
    changed: (count) => t('changed', { count }), toFix: (count) => t('toFix', { count }),
  }), [t]);
}
