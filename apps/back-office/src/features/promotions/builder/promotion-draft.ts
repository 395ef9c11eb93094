import { CreatePromotionRequest, type PromotionAnswer, type PromotionCandidate, type PromotionDefinition, type PromotionProblemCode, promotionProblemWords } from '@oneshelf/contracts';
import { fromZonedInput, toZonedInput } from '../../../zoned-time';
import { formOf } from './reward-forms';

/** A promotion while it is written: a number that is not filled in yet is NaN, dates are as the inputs write them. */
export interface PromotionDraft {
  name: string;
  marketCode: string;
  start: string;
  end: string;
  /** What the builder shows no blank for stays in here untouched. */
  definition: PromotionDefinition;
  /** Titles of what was picked, by id. */
  names: Record<string, string>;
}

export type DraftPart = 'name' | 'what' | 'who' | 'when' | 'limits';
export type DraftProblem = { part: DraftPart; code: PromotionProblemCode | 'missing' | 'too_small' | 'too_big' | 'steps_order' | 'code_characters' | 'country_letters' | 'gift_unnamed' | 'not_allowed' };

const WEEK_MS = 7 * 86_400_000;
const DAY_MS = 86_400_000;

/** 10 % off everything for the week from tomorrow: a whole sentence to change. */
export function emptyDraft(marketCode: string, { zone, nowMs }: { zone: string; nowMs: number }): PromotionDraft {
  const day = toZonedInput(nowMs + DAY_MS, zone).slice(0, 10);
  const start = fromZonedInput(`${day}T00:00`, zone) ?? nowMs;
  return {
    name: '', marketCode, start: `${day}T00:00`, end: `${toZonedInput(start + WEEK_MS + DAY_MS / 12, zone).slice(0, 10)}T00:00`, names: {},
    definition: { lane: 'item', priority: 0, channelCodes: [], conditions: [], reward: { kind: 'lines', per: 'unit', on: {}, discount: { percentBasisPoints: 1000 } } },
  };
}

/** What is published, to be edited or made again. */
export function draftOf({ name, marketCode, startsAt, endsAt, definition }: PromotionAnswer, zone: string): PromotionDraft {
  return { name, marketCode, start: toZonedInput(Date.parse(startsAt), zone), end: toZonedInput(Date.parse(endsAt), zone), definition, names: {} };
}

/** The draft as it is sent, or everything that is still wrong with it, by the part of the sentence. */
export function requestOf(draft: PromotionDraft, zone: string): { request: CreatePromotionRequest } | { problems: DraftProblem[] } {
  const { name, marketCode, start, end, definition } = draft;
  const parsed = CreatePromotionRequest.safeParse({ name, marketCode, startsAt: instantOf(start, zone), endsAt: instantOf(end, zone), definition: withoutHoles(definition) });
  // Everything free would be taken by the server: it is what the sentence says until the gift is chosen.
  if (parsed.success) return isUnnamedGift(definition) ? { problems: [{ part: 'what', code: 'gift_unnamed' }] } : { request: parsed.data };
  const problems = parsed.error.issues.map((issue): DraftProblem => ({ part: partOf(issue.path), code: codeOf(issue) }));
  return { problems: problems.filter((problem, index) => problems.findIndex((other) => other.part === problem.part && other.code === problem.code) === index) };
}

/** What the server is asked about before it is published; null while something is wrong. `unnamed` stands in reasons where it has no name yet. */
export function candidateOf(draft: PromotionDraft, { zone, promotionId, unnamed }: { zone: string; promotionId: string | null; unnamed: string }): PromotionCandidate | null {
  const checked = requestOf({ ...draft, name: draft.name.trim().length < 2 ? unnamed : draft.name }, zone);
  if (!('request' in checked)) return null;
  const { name, definition, startsAt, endsAt } = checked.request;
  return { promotionId, name, definition, startsAt, endsAt };
}

const isUnnamedGift = ({ reward }: PromotionDefinition): boolean => reward.kind === 'buy_get' && formOf(reward) === 'gift' && Object.values(reward.get.on).every((value) => Array.isArray(value) && value.length === 0);

function instantOf(input: string, zone: string): string | undefined {
  const instant = fromZonedInput(input, zone);
  return instant === null ? undefined : new Date(instant).toISOString();
}

/** Optional numbers that were emptied again are not there; those that must be there stay wrong. */
function withoutHoles(definition: PromotionDefinition): PromotionDefinition {
  const optional = new Set(['maxUnits', 'maxTimes', 'capMinor', 'minUnitMinor', 'maxUnitMinor', 'uses', 'usesPerCustomer', 'usesPerCode', 'budgetMinor']);
  const clean = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(clean);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).filter(([key, part]) => part !== undefined && !(optional.has(key) && Number.isNaN(part))).map(([key, part]) => [key, clean(part)]));
  };
  const cleaned = clean(definition) as PromotionDefinition;
  const { limits, group, ...rest } = cleaned;
  return { ...rest, ...(limits && Object.keys(limits).length > 0 ? { limits } : {}), ...(group === undefined || group.trim() === '' ? {} : { group }) };
}

function partOf([first, second]: readonly PropertyKey[]): DraftPart {
  if (first === 'name') return 'name';
  if (first === 'startsAt' || first === 'endsAt' || second === 'hours') return 'when';
  if (second === 'reward') return 'what';
  return ['conditions', 'channelCodes', 'locationIds', 'customerGroups', 'coupon'].includes(String(second)) || first === 'marketCode' ? 'who' : 'limits';
}

function codeOf(issue: { code?: string | undefined; params?: unknown; path: readonly PropertyKey[] }): DraftProblem['code'] {
  const own = typeof issue.params === 'object' && issue.params !== null && 'code' in issue.params ? String(issue.params.code) : '';
  if (own in promotionProblemWords) return own as PromotionProblemCode;
  if (issue.code === 'too_small' || issue.code === 'too_big') return issue.code;
  if (issue.code === 'invalid_type' || issue.code === 'invalid_union') return 'missing';
  if (issue.path.includes('steps')) return 'steps_order';
  return issue.path.includes('codes') ? 'code_characters' : issue.path.includes('countries') ? 'country_letters' : 'not_allowed';
}
