import { setTimeout as sleep } from 'node:timers/promises';
import { newId } from '@oneshelf/platform';
import { CloseCountUseCase } from '../counts/close-count.use-case';
import { PlanCountUseCase } from '../counts/plan-count.use-case';
import { PostCountUseCase } from '../counts/post-count.use-case';
import { TakeScansUseCase } from '../counts/take-scans.use-case';
import { act, actOnce, type Command, now, picked, type Scene } from './command';
import { CountOfModel, type CountStatus, type LineOfCount } from './count-of-model';
import { MILLI } from './milli';
import type { Model } from './model';

/** From so many pieces on somebody else counts again. */
const RECOUNT_FROM = 3;
const inStatus = (model: Model, ...statuses: CountStatus[]) => model.counts.filter((count) => statuses.includes(count.status));
/** Instants are of milliseconds: what happened before a scan and what happens after it must not share one. */
const nextInstant = () => sleep(2);

/** Places are counted while goods move: live or frozen, with a second round where a variance is large, and posted whenever. */
export const countCommands: Record<string, Command> = {
  planCount: {
    can: (model) => model.counts.length < 2,
    async run(scene) {
      const { model, world, dice: { place, pick } } = scene;
      const mode = picked(['live', 'live', 'freeze'] as const, pick);
      const key = newId();
      const request = { locationId: model.locationIds[place] as string, title: 'All', codes: [...model.skus], mode, recountUnitsMilli: RECOUNT_FROM * MILLI, recountValueMinor: 1_000_000_000 };
      await nextInstant();
      const answer = await act(scene, () => world.use(PlanCountUseCase).run(world.operations, key, request));
      await nextInstant();
      if (answer === null) return;
      expect(answer.ok).toBe(true);
      const expected = model.variantIds.map((_, variant) => model.onShelf({ variant, place }));
      model.counts.push(new CountOfModel(answer.ok ? answer.value.countId : '', place, mode === 'freeze' ? { expected, at: model.clock } : null, expected.length));
    },
  },
  scan: {
    can: (model) => inStatus(model, 'open', 'recount').some((count) => count.open().length > 0),
    async run(scene) {
      const { model, world, dice: { pick, units } } = scene;
      const count = picked(inStatus(model, 'open', 'recount').filter((one) => one.open().length > 0), pick);
      const line = picked(count.open(), units);
      const book = bookOf(scene, count, line);
      // Mostly what is there, now and then a few too many or too few, or one less than before.
      const found = pick % 9 === 0 ? -1 : Math.max(1, book.expected - (line.looks[line.round]?.counted ?? 0) + picked([0, 0, 0, 1, -1, -2, 4], pick));
      await nextInstant();
      const scan = { id: newId(), countId: count.id, variantId: model.variantIds[line.variant] as string, round: line.round, quantityMilli: found * MILLI, personId: line.round === 1 ? 'sam' : 'ana', personName: 'Sam', scannedAt: now() };
      const answer = await act(scene, () => world.use(TakeScansUseCase).run(world.device(newId(), count.place), [scan]));
      await nextInstant();
      if (answer === null) return;
      expect(answer.results).toEqual([{ id: scan.id, outcome: 'taken' }]);
      count.scanned(line, found, book);
    },
  },
  closeCount: {
    can: (model) => inStatus(model, 'open', 'recount').length > 0,
    async run(scene) {
      const { model, world, dice: { pick } } = scene;
      const count = picked(inStatus(model, 'open', 'recount'), pick);
      const notScanned = picked(['leave', 'none_there'] as const, pick);
      await nextInstant();
      const answer = await actOnce(scene, () => world.use(CloseCountUseCase).run({ id: count.id, actor: world.operations, request: { notScanned } }));
      await nextInstant();
      if (answer === null) return;
      const isNothing = count.status === 'open' && notScanned === 'leave' && count.found().length === 0;
      expect(answer.ok).toBe(!isNothing);
      if (!answer.ok) return;
      expect(answer.value.toRecount).toBe(count.status === 'open' ? closeFirst(scene, count, notScanned) : closeSecond(scene, count, notScanned));
    },
  },
  postCount: {
    can: (model) => inStatus(model, 'review').length > 0,
    async run(scene) {
      const { model, world, dice: { pick } } = scene;
      const count = picked(inStatus(model, 'review'), pick);
      const answer = await actOnce(scene, () => world.use(PostCountUseCase).run({ id: count.id, actor: world.operations, request: {} }));
      if (answer === null) return;
      expect(answer.ok).toBe(true);
      model.counts.splice(model.counts.indexOf(count), 1);
      for (const { line: { variant }, counted, expected, at } of count.found()) post(model, { variant, place: count.place }, { variance: counted - expected, at });
    },
  },
  cancelCount: {
    can: (model, { pick }) => model.counts.length > 0 && pick % 6 === 0,
    async run(scene) {
      const { model, world, dice: { pick } } = scene;
      const count = picked(model.counts, pick);
      const answer = await actOnce(scene, () => world.use(CloseCountUseCase).cancel({ id: count.id, actor: world.operations }));
      if (answer === null) return;
      expect(answer.ok).toBe(true);
      model.counts.splice(model.counts.indexOf(count), 1);
    },
  },
};

const bookOf = ({ model }: Scene, { place }: CountOfModel, { variant }: LineOfCount) => ({ expected: model.onShelf({ variant, place }), at: model.clock });

/** Answers how many lines are counted again. */
function closeFirst(scene: Scene, count: CountOfModel, notScanned: 'leave' | 'none_there'): number {
  if (notScanned === 'none_there') for (const line of count.lines) if (!line.looks[1]) count.noneFound(line, bookOf(scene, count, line));
  const again = count.found().filter(({ counted, expected }) => Math.abs(counted - expected) >= RECOUNT_FROM);
  for (const { line } of again) line.round = 2;
  count.status = again.length > 0 ? 'recount' : 'review';
  return again.length;
}

function closeSecond(scene: Scene, count: CountOfModel, notScanned: 'leave' | 'none_there'): number {
  for (const line of count.lines.filter(({ round, looks }) => round === 2 && !looks[2])) {
    if (notScanned === 'leave') line.round = 1;
    // The first round stands; a product that nobody had found then is one that nobody has found now.
    if (notScanned === 'none_there' || !line.looks[1]?.isScanned) count.noneFound(line, bookOf(scene, count, line));
  }
  count.status = 'review';
  return 0;
}

/** The book becomes what was found; what a picker had missed before the scan leaves it, too. */
function post(model: Model, at: { variant: number; place: number }, { variance, at: instant }: { variance: number; at: number }): void {
  model.at(at).sellable += variance;
  model.restate(at, variance);
  const written = model.writtenOff[at.variant] as number[];
  const missed = model.missing.filter((one) => one.variant === at.variant && one.place === at.place && one.at <= instant).reduce((sum, one) => sum + one.units, 0);
  const gone = Math.max(0, Math.min(model.at(at).quality_control, missed - (written[at.place] ?? 0)));
  model.at(at).quality_control -= gone;
  written[at.place] = (written[at.place] ?? 0) + gone;
}
