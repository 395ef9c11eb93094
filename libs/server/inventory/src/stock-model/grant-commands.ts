import { newId } from '@oneshelf/platform';
import { sql } from 'kysely';
import { GrantToRegisterUseCase } from '../grant-to-register/grant-to-register.use-case';
import { MAX_SKEW_MS, SweepGrantsUseCase } from '../grant-to-register/sweep-grants.use-case';
import { SellAtCounterUseCase } from '../sell-at-counter/sell-at-counter.use-case';
import { act, actOnce, type Command, now, picked, type Scene } from './command';
import { MILLI } from './milli';
import type { Grant, Right, Till } from './model';

const PLACE = 0;
const tillOf = ({ model, dice }: Scene): Till => picked(model.tills, dice.place);
const rightOf = (scene: Scene): Right => tillOf(scene).rights[scene.dice.variant] as Right;

/** Tills have units of their own, sell on them while they are cut off, send late and twice, give back, and fall silent. */
export const grantCommands: Record<string, Command> = {
  beat: {
    async run(scene) {
      const { model, dice: { pick } } = scene;
      if (!(await beat(scene, false))) return;
      await takeOver(scene, (before, after) => {
        expect(after?.outstanding ?? 0).toBeGreaterThanOrEqual(before?.outstanding ?? 0);
      });
      // The answer is lost every fourth time: the till goes on with what it knows.
      if (pick % 4 === 0) return;
      for (const [variant, right] of tillOf(scene).rights.entries()) {
        const grant = model.grants[model.tills.indexOf(tillOf(scene))]?.[variant];
        if (grant?.isActive && grant.epoch > right.epoch) Object.assign(right, { epoch: grant.epoch, ceiling: grant.ceiling });
      }
    },
  },
  closeShift: {
    can: (model, { place }) => picked(model.tills, place).rights.some(({ epoch }) => epoch > 0),
    async run(scene) {
      for (const right of tillOf(scene).rights) right.ceiling = right.used;
      if (!(await beat(scene, true))) return;
      await takeOver(scene, (before, after, right) => {
        expect(after?.outstanding ?? 0).toBeLessThanOrEqual(before?.outstanding ?? 0);
        // What it has sold and not sent stays set aside.
        if (before && after) expect(after.outstanding).toBeGreaterThanOrEqual(Math.min(before.outstanding, right.used - before.used));
      });
    },
  },
  sellCutOff: {
    can: (model, { place, variant }) => leftOf(picked(model.tills, place).rights[variant] as Right) > 0,
    run(scene) {
      const { dice: { variant } } = scene;
      const units = Math.min(scene.dice.units, leftOf(rightOf(scene)));
      rightOf(scene).used += units;
      tillOf(scene).queue.push({ variant, operationId: newId(), units });
      return Promise.resolve();
    },
  },
  send: {
    can: (model, { place }) => picked(model.tills, place).queue.length > 0,
    async run(scene) {
      const till = tillOf(scene);
      const sale = picked(till.queue, scene.dice.pick);
      if (!(await sell(scene, sale))) return;
      till.queue.splice(till.queue.indexOf(sale), 1);
    },
  },
  sellBeyondRight: {
    async run(scene) {
      const { dice: { variant, units } } = scene;
      if (await sell(scene, { variant, operationId: newId(), units })) rightOf(scene).used += units;
    },
  },
  sendAgain: {
    can: (model, { place }) => picked(model.tills, place).sent.length > 0,
    async run(scene) {
      const answer = await act(scene, () => sale(scene, picked(tillOf(scene).sent, scene.dice.pick)));
      expect(answer?.applied ?? false).toBe(false);
    },
  },
  fallSilent: {
    can: (model, { place, variant }) => model.grants[place]?.[variant]?.isActive === true,
    async run(scene) {
      const { model, world, dice: { variant, pick } } = scene;
      // The till's own clock says that its right is over; the server waits for as long as that clock may be behind.
      rightOf(scene).ceiling = rightOf(scene).used;
      const isReusable = pick % 3 !== 0;
      const secondsAgo = isReusable ? MAX_SKEW_MS / 1000 + 1 : MAX_SKEW_MS / 2000;
      await sql`UPDATE register_grant SET expires_at = clock_timestamp() - make_interval(secs => ${secondsAgo}) WHERE register_id = ${tillOf(scene).registerId}::uuid AND variant_id = ${model.variantIds[variant]}::uuid`.execute(world.database);
      const answer = await actOnce(scene, () => world.use(SweepGrantsUseCase).run(new Date()));
      // Whatever happened to the sweep, the next one finds the same.
      if (answer === null) await world.use(SweepGrantsUseCase).run(new Date());
      if (!isReusable) return;
      const grant = model.grants[model.tills.indexOf(tillOf(scene))]?.[variant] as Grant;
      model.at({ variant, place: PLACE }).allotted -= grant.outstanding;
      model.at({ variant, place: PLACE }).sellable += grant.outstanding;
      Object.assign(grant, { outstanding: 0, ceiling: grant.used, isActive: false });
    },
  },
};

const leftOf = ({ used, ceiling }: Right): number => ceiling - used;

function beat(scene: Scene, isClosing: boolean): Promise<unknown> {
  const { model, world } = scene;
  const till = tillOf(scene);
  const reports = new Map(till.rights.flatMap(({ epoch, used }, variant) => (epoch > 0 ? [[model.variantIds[variant] as string, { epoch, usedMilli: used * MILLI }] as const] : [])));
  const { id, ...actor } = world.device(till.registerId, PLACE);
  return act(scene, () => world.use(GrantToRegisterUseCase).run({ registerId: till.registerId, locationId: model.locationIds[PLACE] as string, actor: { ...actor, id }, deviceId: id, reports, isClosing }));
}

/** How much a till gets is the server's to say; whatever it is left the shelf for the till, or came back from it, and nothing else happened. */
async function takeOver(scene: Scene, look: (before: Grant | null, after: Grant | null, right: Right) => void): Promise<void> {
  const { model, world } = scene;
  const till = tillOf(scene);
  const rows = await world.database.selectFrom('register_grant').selectAll().where('register_id', '=', till.registerId).where('variant_id', 'in', [...model.variantIds]).execute();
  const held = model.grants[model.tills.indexOf(till)] as (Grant | null)[];
  for (const [variant, variantId] of model.variantIds.entries()) {
    const row = rows.find((one) => one.variant_id === variantId);
    const after = row ? { epoch: row.epoch, ceiling: row.ceiling_milli / MILLI, used: row.used_milli / MILLI, outstanding: row.outstanding_milli / MILLI, isActive: row.state === 'active' } : null;
    const before = held[variant] ?? null;
    look(before, after, till.rights[variant] as Right);
    const level = model.at({ variant, place: PLACE });
    const taken = (after?.outstanding ?? 0) - (before?.outstanding ?? 0);
    expect(taken).toBeLessThanOrEqual(Math.max(0, level.sellable));
    expect(after?.used ?? 0).toBe(before?.used ?? 0);
    level.allotted += taken;
    level.sellable -= taken;
    held[variant] = after;
  }
}

async function sell(scene: Scene, sold: Till['queue'][number]): Promise<boolean> {
  const { model } = scene;
  const answer = await act(scene, () => sale(scene, sold));
  if (answer === null) return false;
  expect(answer.applied).toBe(true);
  const grant = model.grants[model.tills.indexOf(tillOf(scene))]?.[sold.variant] ?? null;
  const own = Math.min(grant?.outstanding ?? 0, sold.units);
  const level = model.at({ variant: sold.variant, place: PLACE });
  const below = Math.max(0, -level.sellable);
  level.allotted -= own;
  level.sellable -= sold.units - own;
  if (grant) Object.assign(grant, { used: grant.used + sold.units, outstanding: grant.outstanding - own });
  // What is sold beyond everything is named.
  expect(answer.overrides.reduce((sum, one) => sum + one.quantityMilli, 0)).toBe((Math.max(0, -level.sellable) - below) * MILLI);
  tillOf(scene).sent.push(sold);
  return true;
}

function sale(scene: Scene, { variant, operationId, units }: Till['queue'][number]) {
  const { model, world } = scene;
  const { registerId } = tillOf(scene);
  const actor = world.device(registerId, PLACE);
  const input = { saleId: operationId, operationId, deviceId: actor.id, registerId, locationId: model.locationIds[PLACE] as string, lines: [{ variantId: model.variantIds[variant] as string, quantityMilli: units * MILLI }], actor, occurredAt: now() };
  return world.transactions.write((tx) => world.use(SellAtCounterUseCase).run(tx, input));
}
