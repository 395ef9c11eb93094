/** @jest-environment jsdom */
import { installWedge } from './wedge';

let clock = 0;

/** Presses keys so many milliseconds apart, as the browser would time them. Gives the keys that reached the page. */
function press(keys: readonly string[], apartMs: number, target: EventTarget = document.body): string[] {
  const reached: string[] = [];
  const listen = (event: Event): void => void reached.push((event as KeyboardEvent).key);
  document.body.addEventListener('keydown', listen);
  for (const key of keys) {
    clock += apartMs;
    const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true });
    Object.defineProperty(event, 'timeStamp', { value: clock });
    target.dispatchEvent(event);
    if (target instanceof HTMLInputElement && !event.defaultPrevented && key.length === 1) target.value += key;
  }
  document.body.removeEventListener('keydown', listen);
  return reached;
}

describe('installWedge', () => {
  let scans: string[];
  let torn: string[];
  let bursts: number;
  let stop: () => void;
  beforeEach(() => {
    clock += 10_000;
    scans = [];
    torn = [];
    bursts = 0;
    stop = installWedge({ onScan: (code) => scans.push(code), onTorn: (text) => torn.push(text), onBurst: () => { bursts += 1; } });
  });
  afterEach(() => stop());

  const scan = (code: string, target?: EventTarget) => press([...code, 'Enter'], 3, target);

  it('takes a scan, and its Enter never reaches the page', () => {
    expect(scan('5012345678900')).toEqual(['5', '0']);
    expect(scans).toEqual(['5012345678900']);
  });

  it('takes two scans right after each other', () => {
    scan('5012345678900');
    scan('4006381333931');
    expect(scans).toEqual(['5012345678900', '4006381333931']);
    expect([bursts, torn]).toEqual([2, []]);
  });

  it('gives back the characters of a burst without an end', () => {
    const field = document.createElement('input');
    document.body.append(field);
    press([...'merino'], 20, field);
    expect(field.value).toBe('me');
    press(['s'], 200, field);
    expect(field.value).toBe('merinos');
    clock += 10_000;
    press([...'1250'], 20);
    press(['Enter'], 200);
    expect([scans, torn]).toEqual([[], ['1250']]);
    field.remove();
  });

  it('leaves typing by hand alone, with its Enter', () => {
    expect(press([...'12345', 'Enter'], 90)).toEqual(['1', '2', '3', '4', '5', 'Enter']);
    expect(scans).toEqual([]);
  });

  it('gives back what stood in the field before the scan', () => {
    const field = document.createElement('input');
    document.body.append(field);
    field.value = 'mer';
    scan('5012345678900', field);
    expect(field.value).toBe('mer');
    expect(scans).toEqual(['5012345678900']);
    field.remove();
  });

  it('takes no burst that is too short for a code', () => {
    expect(press(['1', '2', 'Enter'], 3)).toEqual(['1', '2', 'Enter']);
    expect(scans).toEqual([]);
  });

  it('passes capital letters through their Shift', () => {
    press(['Shift', 'S', 'Shift', 'O', '-', '1', '-', '2', 'Enter'], 3);
    expect(scans).toEqual(['SO-1-2']);
  });
});
