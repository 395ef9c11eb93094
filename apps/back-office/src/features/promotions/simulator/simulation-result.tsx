'use client';
import type { Simulation } from '@oneshelf/contracts';
import { Button, DataTable, Panel, Tag } from '@oneshelf/ui';
import { useFormatter, useTranslations } from 'next-intl';
import styles from '../promotions.module.css';
import { useMoney } from '../use-money';

/** The quote with its reasons: what applied, line by line, and why each other promotion did not. */
export function SimulationResult({ result, isDraftAsked, onStart }: { result: Simulation; isDraftAsked: boolean; onStart: () => void }) {
  const t = useTranslations('promotion-desk.simulator.result');
  const money = useMoney(result.currency);
  const draft = result.applied.find(({ isCandidate }) => isCandidate);
  const isTooEarly = result.missed.some(({ isCandidate, kind }) => isCandidate && kind === 'not_started');
  const saved = (result.totalWithoutMinor ?? result.totalMinor) - result.totalMinor;
  return (
    <>
      {isDraftAsked ? <Panel title={t('draft')}><p className={styles.count}>{draft ? t('draftApplies', { amount: money(draft.amountMinor), saved: money(saved) }) : t('draftMisses')}</p>{isTooEarly ? <div className={styles.acts}><Button onPress={onStart}>{t('goToStart')}</Button></div> : null}</Panel> : null}
      <Panel title={t('applied', { count: result.applied.length })}>
        {result.applied.length === 0 ? <p className={styles.quiet}>{t('noneApplied')}</p> : (
          <ul className={styles.reasons}>{result.applied.map((one) => <li key={one.promotionId}><strong>{one.name}</strong>{one.isCandidate ? <Tag tone="info">{t('draftTag')}</Tag> : null}<span data-amount>−{money(one.amountMinor)}</span></li>)}</ul>
        )}
        <Codes coupons={result.coupons} />
      </Panel>
      <Panel title={t('missed', { count: result.missed.length })}>
        {result.missed.length === 0 ? <p className={styles.quiet}>{t('noneMissed')}</p> : (
          <ul className={styles.reasons}>{[...result.missed].sort((a, b) => Number(b.isCandidate) - Number(a.isCandidate)).map((one) => <li key={one.promotionId} data-kind={one.kind}>{one.isCandidate ? <Tag tone="info">{t('draftTag')}</Tag> : null}{one.says}</li>)}</ul>
        )}
      </Panel>
      <Panel title={t('quote')}><Lines result={result} /><Sums result={result} /></Panel>
    </>
  );
}

function Codes({ coupons }: Pick<Simulation, 'coupons'>) {
  const t = useTranslations('promotion-desk.simulator.result.codes');
  return coupons.length === 0 ? null : <p className={styles.quiet}>{coupons.map(({ code, outcome }) => t(outcome, { code })).join(' ')}</p>;
}

function Lines({ result }: { result: Simulation }) {
  const t = useTranslations('promotion-desk.simulator.result');
  const format = useFormatter();
  const money = useMoney(result.currency);
  return (
    <DataTable
      caption={t('quote')} rows={result.lines} rowKey={(line) => line.variantId}
      columns={[
        { id: 'line', header: t('line'), cell: (line) => <>{line.title}<small>{line.sku}</small><ul className={styles.says}>{line.says.map((sentence, index) => <li key={index}>{sentence}</li>)}</ul></> },
        { id: 'quantity', header: t('quantity'), align: 'end', cell: (line) => format.number(line.quantityMilli / 1000) },
        { id: 'list', header: t('list'), align: 'end', cell: (line) => money(line.listMinor) },
        { id: 'discount', header: t('discount'), align: 'end', cell: (line) => (line.discountMinor === 0 ? '' : `−${money(line.discountMinor)}`) },
        { id: 'total', header: t('total'), align: 'end', cell: (line) => money(line.totalMinor) },
      ]}
    />
  );
}

function Sums({ result }: { result: Simulation }) {
  const t = useTranslations('promotion-desk.simulator.result');
  const money = useMoney(result.currency);
  return (
    <>
      <dl className={styles.sums}>
        {result.shipping === null ? null : <><dt>{t('shipping')}</dt><dd>{money(result.shipping.totalMinor)}</dd></>}
        <dt>{t('discount')}</dt><dd>−{money(result.discountMinor)}</dd>
        <dt>{t('tax')}</dt><dd>{money(result.taxMinor)}</dd>
        <dt data-total>{t('total')}</dt><dd data-total>{money(result.totalMinor)}</dd>
      </dl>
      <p className={styles.quiet}>{t('book', { book: result.bookVersion })}</p>
    </>
  );
}
