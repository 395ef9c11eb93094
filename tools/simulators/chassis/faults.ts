import { setTimeout as sleep } from 'node:timers/promises';

export interface FaultSettings {
  /** Added to every answer; half of it before the work, half after. */
  latencyMs: number;
  /** 0..1: share of the requests that are answered with a server error. */
  failRate: number;
  /** That many of the next requests fail, whatever the rate says. */
  failNext: number;
  /** Where a failing request breaks: nothing was done, all was done but the answer is lost, or either by chance. */
  failWhen: 'before' | 'after' | 'both';
}

export const noFaults: FaultSettings = { latencyMs: 0, failRate: 0, failNext: 0, failWhen: 'both' };

/** Runs the work of one request under the settings; throws `failure()` in place of the answer when the request has to fail. */
export async function withFaults<Answer>(settings: FaultSettings, work: () => Answer, failure: () => Error): Promise<Answer> {
  const when = failingMoment(settings);
  if (settings.latencyMs > 0) await sleep(settings.latencyMs / 2);
  if (when === 'before') throw failure();
  const answer = work();
  if (settings.latencyMs > 0) await sleep(settings.latencyMs / 2);
  if (when === 'after') throw failure();
  return answer;
}

function failingMoment(settings: FaultSettings): 'never' | 'before' | 'after' {
  const planned = settings.failNext > 0;
  if (planned) settings.failNext -= 1;
  if (!planned && Math.random() >= settings.failRate) return 'never';
  if (settings.failWhen !== 'both') return settings.failWhen;
  return Math.random() < 0.5 ? 'before' : 'after';
}

const choices: Record<string, string[]> = { failWhen: ['before', 'after', 'both'], terminalOutcome: ['approve', 'decline'] };

type Setting = number | string | boolean;

/** Takes over the known settings from a control request; names what it does not know or what has another type. */
export function applySettings<Settings extends object>(settings: Settings, changes: unknown): string[] {
  if (typeof changes !== 'object' || changes === null) return ['The body must be a JSON object.'];
  const known = settings as Record<string, Setting>;
  const problems = Object.entries(changes).flatMap(([name, value]) => {
    if (!Object.hasOwn(known, name)) return [`Unknown setting: ${name}.`];
    if (typeof value !== typeof known[name]) return [`${name} must be a ${typeof known[name]}.`];
    const allowed = choices[name];
    return allowed === undefined || allowed.includes(String(value)) ? [] : [`${name} must be one of ${allowed.join(', ')}.`];
  });
  if (problems.length === 0) Object.assign(settings, changes);
  return problems;
}
