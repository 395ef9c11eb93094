import { handLines, type Quote } from '@oneshelf/domain-pricing';
import { greaterHandLimit, handBreaches, handLimitOf, type HandBreach, type HandLimit } from '@oneshelf/domain-promotions';
import type { TillBootstrap } from '@oneshelf/contracts';
import type { CartAct } from '../../local/sale-parts';

type People = Pick<TillBootstrap, 'staff' | 'handLimits'>;

/** How far a person of this store may go; who is not of it may nothing. */
export const limitOf = (staffId: string | undefined, { staff, handLimits = [] }: People): HandLimit =>
  handLimitOf(staff.find(({ id }) => id === staffId)?.roles ?? [], handLimits);

/** What of the sale is beyond the limit of whoever stands for it. The server asks the same again. */
export const breachesOf = (quote: Quote, acts: readonly CartAct[], people: People): HandBreach[] =>
  handBreaches(handLines(quote), acts.map(({ target, givenBy, approvedBy }) => ({
    target: target.kind === 'price' || target.lineId === null ? target : { ...target, lineIds: [target.lineId] },
    limit: greaterHandLimit(limitOf(givenBy.id, people), limitOf(approvedBy?.id, people)),
  })));

/** The same acts, approved by this person wherever they need it. */
export function approvedBy(acts: readonly CartAct[], breaches: readonly HandBreach[], person: { id: string; name: string }): CartAct[] {
  const names = new Set(breaches.map(({ target }) => keyOf(target)));
  return acts.map((act) => (names.has(keyOf(act.target)) ? { ...act, approvedBy: { id: person.id, name: person.name } } : act));
}

const keyOf = (target: HandBreach['target'] | CartAct['target']): string => (target.kind === 'price' ? target.lineId : target.discountId);

/** Who at this store may approve all of it. */
export const approversOf = (quote: Quote, acts: readonly CartAct[], people: People): TillBootstrap['staff'] => {
  const breaches = breachesOf(quote, acts, people);
  return people.staff.filter((person) => breachesOf(quote, approvedBy(acts, breaches, person), people).length === 0);
};
