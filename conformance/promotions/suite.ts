import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type CaseResult } from '../report';
import type { ActionsCase } from './actions-case';
import { judgeCalculator, type CalculatorCase } from './calculators';
import { judgeActions } from './computed-actions';
import { judgeScenario, type ScenarioCase } from './scenarios';

export const fixtureFolder = 'promotions';

/** Calculators of four shops, computed actions of promotions with rules, and whole carts: all through our own engine. */
export function run(folder: string): Promise<CaseResult[]> {
  return Promise.resolve([
    ...casesIn<CalculatorCase>(folder, 'calculators.json').map(judgeCalculator),
    ...casesIn<ActionsCase>(folder, 'medusa-compute-actions.json').map(judgeActions),
    ...casesIn<ScenarioCase>(folder, 'sylius-scenarios.json').map(judgeScenario),
  ]);
}

const casesIn = <T>(folder: string, name: string): T[] => (JSON.parse(readFileSync(path.join(folder, name), 'utf8')) as { cases: T[] }).cases;
