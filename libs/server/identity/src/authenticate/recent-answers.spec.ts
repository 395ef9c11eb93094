import { RecentAnswers } from './recent-answers';

describe('who a secret belongs to', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('is looked up once in a second, and again after it', async () => {
    const [answers, look] = [new RecentAnswers<string>(), jest.fn().mockResolvedValueOnce('Ana').mockResolvedValueOnce(null)];
    expect([await answers.of('a', look), await answers.of('a', look)]).toEqual(['Ana', 'Ana']);
    expect(look).toHaveBeenCalledTimes(1);
    jest.advanceTimersByTime(1000);
    expect(await answers.of('a', look)).toBeNull();
  });

  it('is looked up each time where it is nobody, so who signs in is let in at once', async () => {
    const answers = new RecentAnswers<string>();
    expect([await answers.of('a', () => Promise.resolve(null)), await answers.of('a', () => Promise.resolve('Ana'))]).toEqual([null, 'Ana']);
  });

  it('is nobody as soon as it ended here, also when it was being looked up just then', async () => {
    const answers = new RecentAnswers<string>();
    await answers.of('a', () => Promise.resolve('Ana'));
    answers.end('a');
    expect(await answers.of('a', () => Promise.resolve(null))).toBeNull();
    const underWay = answers.of('b', async () => {
      await Promise.resolve();
      answers.end('b');
      return 'Ben';
    });
    expect(await underWay).toBe('Ben');
    expect(await answers.of('b', () => Promise.resolve(null))).toBeNull();
  });

  it('keeps no more than a thousand', async () => {
    const answers = new RecentAnswers<number>();
    for (let number = 0; number <= 1000; number += 1) await answers.of(String(number), () => Promise.resolve(number));
    const look = jest.fn().mockResolvedValue(0);
    await answers.of('0', look);
    expect(look).toHaveBeenCalledTimes(1);
  });
});
