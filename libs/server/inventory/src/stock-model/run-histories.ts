import * as fc from 'fast-check';
import { bundleCommands } from './bundle-commands';
import { type Command, type Dice } from './command';
import { compare } from './compare';
import { countCommands } from './count-commands';
import { grantCommands } from './grant-commands';
import { holdCommands } from './hold-commands';
import { lotCommands } from './lot-commands';
import type { Model } from './model';
import { orderCommands } from './order-commands';
import { promiseCommands } from './promise-commands';
import { serialCommands } from './serial-commands';
import { shelfCommands } from './shelf-commands';
import { transferCommands } from './transfer-commands';
import type { World } from './world';

const commands: Record<string, Command> = { ...shelfCommands, ...orderCommands, ...holdCommands, ...transferCommands, ...countCommands, ...grantCommands, ...promiseCommands, ...bundleCommands, ...lotCommands, ...serialCommands };
/** Goods come more often than they go, or there would be little to do; what takes several steps gets a chance of its next one. */
const nextSteps = ['scan', 'scan', 'closeCount', 'closeCount', 'postCount', 'postCount', 'ship', 'receiveTransfer', 'receiveTransfer', 'sellCutOff', 'sellCutOff', 'send', 'closeShift', 'fallSilent', 'promise', 'keepPromises', 'buyHeld', 'receiveLot', 'receivePiece', 'handOverBundle'];
const names = ['receive', 'receive', 'receive', 'receive', 'order', 'beat', 'beat', ...nextSteps, ...Object.keys(commands)];
/** Histories of one seed: a failing one is found again by its seed alone. */
export const HISTORIES = 4;
const LONGEST = 320;

export interface Tally {
  operations: number;
  byName: Map<string, number>;
  died: number;
}

class Step implements fc.AsyncCommand<Model, World> {
  constructor(private readonly name: string, private readonly dice: Dice, private readonly tally: Tally) {}

  check(model: Readonly<Model>): boolean {
    return commands[this.name]?.can?.(model, this.dice) ?? true;
  }

  async run(model: Model, world: World): Promise<void> {
    model.clock += 1;
    await commands[this.name]?.run({ model, world, dice: this.dice });
    this.tally.operations += 1;
    this.tally.byName.set(this.name, (this.tally.byName.get(this.name) ?? 0) + 1);
    if (this.dice.fate === 'crash' || this.dice.fate === 'again') this.tally.died += 1;
  }

  toString(): string {
    return `${this.name}(${JSON.stringify(this.dice)})`;
  }
}

const dice: fc.Arbitrary<Dice> = fc.record({
  variant: fc.nat(1), place: fc.nat(1), units: fc.integer({ min: 1, max: 6 }), pick: fc.nat(83),
  fate: fc.constantFrom('once', 'once', 'once', 'twice', 'crash', 'again'), dieAt: fc.nat(9),
});

export interface Where {
  seed: number;
  /** Of a history that failed: only that one is run, as it was shrunk. */
  path?: string;
  replayPath?: string;
}

/** Random histories of one seed beside the model. Throws with the shortest history that shows the difference, and how to see it again. */
export async function runHistories(world: World, { seed, path, replayPath }: Where, tally: Tally): Promise<void> {
  const history = fc.commands(names.map((name) => dice.map((thrown) => new Step(name, thrown, tally))), { maxCommands: LONGEST, size: 'max', ...(replayPath === undefined ? {} : { replayPath }) });
  const details = await fc.check(fc.asyncProperty(history, async (given) => {
    const model = await world.begin();
    await fc.asyncModelRun(() => ({ model, real: world }), given);
    await compare(world, model);
  }), { seed, numRuns: HISTORIES, ...(path === undefined ? {} : { path }) });
  if (!details.failed) return;
  const list = String(details.counterexample?.[0] ?? '');
  const replay = /replayPath="([^"]+)"/.exec(list)?.[1] ?? '';
  const again = `npm run model -- --seed ${details.seed}`;
  throw new Error([
    'The database and the model differ after:', ...list.replace(/\/\*.*?\*\//g, '').split(/,(?=[a-zA-Z]+\()/).map((step) => `  ${step}`),
    `found again by: ${again} (all of it), or ${again} --path ${details.counterexamplePath} --replay "${replay}" (only this)`, '',
    (details.errorInstance as Error | undefined)?.stack ?? '',
  ].join('\n'));
}
