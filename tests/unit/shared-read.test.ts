import { describe, expect, it } from 'vitest';
import { memory } from '#lib/remember.ts';
import { sharedRead } from '#lib/shared-read.ts';

/** A read that ends when the test says so, and counts how often it began. */
function slowRead() {
  const ends: ((answer: string) => void)[] = [];
  const read = sharedRead(
    (key: string) => key,
    () => new Promise<string>((resolve) => ends.push(resolve)),
  );
  return { read, ends };
}

describe('a read that many ask for at once', () => {
  it('is never older than the question: who asks meanwhile gets the next one, all of them the same', async () => {
    const { read, ends } = slowRead();
    const first = read('a');
    const second = read('a');
    const third = read('a');
    expect(ends).toHaveLength(1);
    ends[0]?.('before the change');
    expect(await first).toBe('before the change');
    await Promise.resolve();
    expect(ends).toHaveLength(2);
    ends[1]?.('after the change');
    expect([await second, await third]).toEqual(['after the change', 'after the change']);
  });

  it('keeps what differs apart', () => {
    const { read, ends } = slowRead();
    void read('one council');
    void read('another council');
    expect(ends).toHaveLength(2);
  });

  it('begins anew once nobody waits', async () => {
    const { read, ends } = slowRead();
    const first = read('a');
    ends[0]?.('old');
    await first;
    void read('a');
    expect(ends).toHaveLength(2);
  });

  it('tells a failure to who asked, and tries again for who waits', async () => {
    let tries = 0;
    const read = sharedRead(
      () => 'a',
      async () => {
        tries += 1;
        if (tries === 1) throw new Error('no connection');
        return tries;
      },
    );
    const [first, second] = await Promise.allSettled([read(), read()]);
    expect(first.status).toBe('rejected');
    expect(second).toEqual({ status: 'fulfilled', value: 2 });
  });
});

describe('what is remembered', () => {
  const counting = () => {
    let made = 0;
    return async () => {
      made += 1;
      return made;
    };
  };

  it('holds for as long as every text is the same, and for its name alone', async () => {
    const remember = memory<number>(10);
    const make = counting();
    expect(await remember('a', ['x', 'y'], make)).toBe(1);
    expect(await remember('a', ['x', 'y'], make)).toBe(1);
    expect(await remember('b', ['x', 'y'], make)).toBe(2);
    expect(await remember('a', ['x', 'z'], make)).toBe(3);
    expect(await remember('a', ['x'], make)).toBe(4);
    expect(await remember('a', ['x', 'y'], make)).toBe(5);
  });

  it('forgets the name not asked for longest', async () => {
    const remember = memory<number>(2);
    const make = counting();
    await remember('a', [], make);
    await remember('b', [], make);
    await remember('a', [], make);
    await remember('c', [], make);
    expect(await remember('a', [], make)).toBe(1);
    expect(await remember('b', [], make)).toBe(4);
  });
});
