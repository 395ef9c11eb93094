/** An expected outcome: the value, or a refusal that the caller must handle. Bugs and outages throw instead. */
export type Result<Value, Refusal extends { kind: string }> = { ok: true; value: Value } | { ok: false; refusal: Refusal };

export const ok = <Value>(value: Value): { ok: true; value: Value } => ({ ok: true, value });

export const refuse = <Refusal extends { kind: string }>(refusal: Refusal): { ok: false; refusal: Refusal } => ({ ok: false, refusal });
