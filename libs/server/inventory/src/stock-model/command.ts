import type { Model } from './model';
import type { World } from './world';

/** What a command is about; each takes of it what it needs. */
export interface Dice {
  variant: number;
  place: number;
  units: number;
  pick: number;
  /** Done once; sent twice; the process dies and nobody asks again; it dies and the sender asks again. */
  fate: 'once' | 'twice' | 'crash' | 'again';
  /** Before which of its statements it dies. */
  dieAt: number;
}

export interface Scene {
  model: Model;
  world: World;
  dice: Dice;
}

export interface Command {
  /** False: nothing is there that it could be done with. */
  can?(model: Model, dice: Dice): boolean;
  run(scene: Scene): Promise<void>;
}

/** As the house writes it: an instant of now, from somebody. */
export const now = (): string => new Date().toISOString();
export const picked = <Item>(items: readonly Item[], pick: number): Item => items[pick % items.length] as Item;

/** The answer, or null where the process died before it: then nothing of it may stay. What is sent again carries the same ids. */
export async function act<Value>({ world, dice }: Scene, work: () => Promise<Value>): Promise<Value | null> {
  if (dice.fate === 'crash') return world.mortality.within(dice.dieAt, work);
  const first = dice.fate === 'again' ? await world.mortality.within(dice.dieAt, work) : await work();
  if (first === null) return work();
  if (dice.fate === 'twice') await work();
  return first;
}

/** For what carries no id of its own: whoever does it twice means it twice. */
export const actOnce = <Value>(scene: Scene, work: () => Promise<Value>): Promise<Value | null> => act({ ...scene, dice: { ...scene.dice, fate: scene.dice.fate === 'twice' ? 'once' : scene.dice.fate } }, work);
