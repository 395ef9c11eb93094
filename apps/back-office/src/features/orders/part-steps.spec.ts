import { isShippable, partSteps } from './part-steps';

const states = (...input: Parameters<typeof partSteps>) => partSteps(...input).map(({ step, state }) => `${step} ${state}`);

describe('partSteps', () => {
  it('walks a pickup from placed to handed over', () => {
    expect(states({ kind: 'pickup', status: 'to_pick' })).toEqual(['placed done', 'picked now', 'ready todo', 'handed_over todo']);
    expect(states({ kind: 'pickup', status: 'ready' })).toEqual(['placed done', 'picked done', 'ready done', 'handed_over now']);
    expect(states({ kind: 'pickup', status: 'handed_over' })).toEqual(['placed done', 'picked done', 'ready done', 'handed_over done']);
  });
  it('walks a parcel from placed to shipped, and marks where a cancelled one stopped', () => {
    expect(states({ kind: 'ship', status: 'picking' })).toEqual(['placed done', 'picked now', 'packed todo', 'shipped todo']);
    expect(states({ kind: 'ship', status: 'cancelled' })).toEqual(['placed done', 'picked failed', 'packed todo', 'shipped todo']);
  });
});

describe('isShippable', () => {
  it('is a parcel that has not left', () => {
    expect(isShippable({ kind: 'ship', status: 'to_pick' })).toBe(true);
    expect(isShippable({ kind: 'ship', status: 'shipped' })).toBe(false);
    expect(isShippable({ kind: 'pickup', status: 'to_pick' })).toBe(false);
  });
});
