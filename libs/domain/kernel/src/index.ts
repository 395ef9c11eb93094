export { invariant, InvariantError } from './invariant';
export { ok, refuse, type Result } from './result';
