import { turnsAtMs } from '@oneshelf/domain-pricing';
import type { PriceBookAnswer } from '@oneshelf/contracts';
import { useTranslations } from 'use-intl';
import { useFormat } from '../../i18n/use-format';
import { clock } from '../../local/runtime';
import { useBootstrap, useTill } from '../../local/till-state';

const mostTurns = 5;

/** Which prices this till asks, and which it will ask by itself, when. */
export function PricesNote() {
  const t = useTranslations('sync');
  const { dateTime } = useFormat();
  const { location } = useBootstrap();
  const book = useTill((state) => state.priceBook);
  // A turn is a reason to look at the clock again.
  useTill((state) => state.turnedAt);
  if (!book) return null;
  const turns = turnsToCome(book, { now: clock.now(), timeZone: location.timeZone });
  return (
    <section className="till-muted" aria-label={t('prices.title')}>
      <p>{t('prices.version', { version: book.version })}</p>
      {turns.length === 0 ? <p>{t('prices.none')}</p> : null}
      {turns.slice(0, mostTurns).map(({ at, count }) => <p key={at}>{t('prices.turn', { count, when: dateTime(new Date(at).toISOString()) })}</p>)}
      {turns.length > mostTurns ? <p>{t('prices.more', { count: turns.length - mostTurns })}</p> : null}
    </section>
  );
}

/** How many prices turn at each moment that is to come, on the store's clock. */
function turnsToCome(book: PriceBookAnswer, { now, timeZone }: { now: string; timeZone: string }): { at: number; count: number }[] {
  const counts = new Map<number, number>();
  for (const turn of book.books.flatMap(({ coming = [] }) => coming)) {
    const at = turnsAtMs(turn, timeZone);
    if (at > Date.parse(now)) counts.set(at, (counts.get(at) ?? 0) + Object.keys(turn.prices).length);
  }
  return [...counts].map(([at, count]) => ({ at, count })).sort((a, b) => a.at - b.at);
}
