import { ok, refuse, type Result } from './result';

/** For each state the actions that it allows and where each leads. A state without actions is final. */
export type TransitionTable<State extends string, Action extends string> = Readonly<Record<State, Readonly<Partial<Record<Action, State>>>>>;

export interface TransitionRefused<State extends string, Action extends string> {
  kind: 'transition_refused';
  from: State;
  action: Action;
}

/** The state that an action leads to, or the refusal. Nothing else happens on a transition: that stands in the use case. */
export function move<State extends string, Action extends string>(
  table: TransitionTable<State, Action>,
  from: State,
  action: Action,
): Result<State, TransitionRefused<State, Action>> {
  const to = Object.hasOwn(table, from) && Object.hasOwn(table[from], action) ? table[from][action] : undefined;
  return to === undefined ? refuse({ kind: 'transition_refused', from, action }) : ok(to);
}
