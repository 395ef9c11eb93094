/** @jest-environment jsdom */
import { dispatchInput, holdInput, listenToInput } from './input-queue';
import { startInput } from './start-input';

const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 90));
let stops: (() => void)[] = [];
const taken: string[] = [];
const screen = (name: string, onScan?: () => void): (() => void) => {
  const both = [listenToInput('scan', (code) => { taken.push(`${name} scan ${code}`); onScan?.(); }), listenToInput('key', (key) => taken.push(`${name} key ${key}`))];
  const stop = (): void => both.splice(0).forEach((end) => end());
  stops.push(stop);
  return stop;
};

beforeEach(() => { taken.length = 0; });
afterEach(() => { stops.forEach((stop) => stop()); stops = []; });

describe('what is typed and scanned', () => {
  it('waits for the first screen', async () => {
    dispatchInput('key', '4');
    dispatchInput('scan', '5012345678900');
    screen('lock');
    await settled();
    expect(taken).toEqual(['lock key 4', 'lock scan 5012345678900']);
  });

  it('goes to the newest listener, and to the one under it afterwards', () => {
    screen('sell');
    const close = screen('dialog');
    dispatchInput('scan', 'A');
    close();
    dispatchInput('scan', 'B');
    expect(taken).toEqual(['dialog scan A', 'sell scan B']);
  });

  it('waits while a screen loads, and comes to that screen in its order', async () => {
    screen('sell');
    const hold = holdInput();
    for (const key of ['1', '0', '0']) dispatchInput('key', key);
    dispatchInput('scan', 'A');
    await settled();
    expect(taken).toEqual([]);
    screen('shift');
    hold.end();
    dispatchInput('key', '.');
    await settled();
    expect(taken).toEqual(['shift key 1', 'shift key 0', 'shift key 0', 'shift scan A', 'shift key .']);
  });

  it('waits again when what came first holds the rest', async () => {
    const find = holdInput();
    let lookUp: ReturnType<typeof holdInput> | undefined;
    screen('find', () => { lookUp = holdInput(); });
    dispatchInput('scan', 'RECEIPT');
    dispatchInput('scan', 'ITEM');
    find.end();
    await settled();
    expect(taken).toEqual(['find scan RECEIPT']);
    screen('lines');
    lookUp?.end();
    await settled();
    expect(taken).toEqual(['find scan RECEIPT', 'lines scan ITEM']);
  });

  it('is thrown away only with its number', async () => {
    screen('find');
    const hold = holdInput();
    dispatchInput('scan', 'ITEM');
    expect(hold.end({ forget: true })).toBe(1);
    expect(hold.end()).toBe(0);
    await settled();
    expect(taken).toEqual([]);
  });
});

describe('the keyboard', () => {
  let clock = 100_000;
  const press = (key: string, afterMs: number): void => {
    clock += afterMs;
    const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true });
    Object.defineProperty(event, 'timeStamp', { value: clock });
    document.body.dispatchEvent(event);
  };
  beforeEach(() => { stops.push(startInput()); });

  it('tells a scan from digits, and keeps the head of a slow scan out of an amount', async () => {
    screen('pay');
    press('7', 5000);
    await settled();
    for (const [place, key] of [...'5012345678900', 'Enter'].entries()) {
      press(key, place === 0 ? 400 : 20);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    await settled();
    expect(taken).toEqual(['pay key 7', 'pay scan 5012345678900']);
  });

  it('gives back digits that came as fast as a scan and had no end', async () => {
    screen('pay');
    for (const key of '2500') press(key, 20);
    await new Promise((resolve) => setTimeout(resolve, 400));
    press('Enter', 800);
    expect(taken).toEqual(['pay key 2', 'pay key 5', 'pay key 0', 'pay key 0', 'pay key Enter']);
  });
});
