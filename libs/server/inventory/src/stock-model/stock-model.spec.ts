import { unexplainedLevels } from '../testing';
import { runHistories, type Tally } from './run-histories';
import { World } from './world';

/** `npm run model -- 100000` sets these; the suite's own runs are short. */
const environment = (name: string): string | undefined => process.env[`MODEL_${name}`];
const OPERATIONS = Number(environment('OPERATIONS') ?? 500);
const LANES = Number(environment('LANES') ?? 1);
const SEED = Number(environment('SEED') ?? Date.now() % 1_000_000_000);

let worlds: World[];

beforeAll(async () => {
  worlds = await Promise.all(Array.from({ length: LANES }, () => World.open()));
});
afterAll(() => Promise.all(worlds.map((world) => world.close())));

it('[L-16] [L-22] [L-26] [L-29] [L-54] whatever happens in whatever order, twice, at once or cut off at any statement: levels are what the model says, and their movements, holds, reservations and grants explain them', async () => {
  const tally: Tally = { operations: 0, byName: new Map(), died: 0 };
  const startedAt = performance.now();
  const one = environment('PATH') === undefined ? {} : { path: environment('PATH'), replayPath: environment('REPLAY') };
  let seed = SEED;
  await Promise.all(worlds.map(async (world) => {
    do await runHistories(world, { seed: seed++, ...one }, tally);
    while (tally.operations < OPERATIONS);
  }));
  const kinds = [...tally.byName].sort(([, a], [, b]) => b - a).map(([name, times]) => `${name} ${times}`).join(', ');
  console.log(`${tally.operations} operations (${tally.died} cut off on the way) from seed ${SEED} in ${Math.round((performance.now() - startedAt) / 1000)} s: ${kinds}`);
  for (const world of worlds) expect(await unexplainedLevels(world.test)).toEqual([]);
}, OPERATIONS * 60 + 300_000);
