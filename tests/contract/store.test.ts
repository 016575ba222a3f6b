// What the store promises, on every engine: values, transactions, constraints, streams, full-text search.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Conflict } from '../../server/errors.ts';
import type { OpenedStore } from '../../server/store/open.ts';
import { describeEngines, openEmpty } from './engines.ts';
import { testStatements, type WithTestTypes } from './statements.ts';

describeEngines('the store', (engine) => {
  let store: OpenedStore<WithTestTypes>;
  beforeAll(async () => {
    store = await openEmpty<WithTestTypes>(engine, { extra: testStatements });
  });
  afterAll(() => store?.close());

  const count = async (): Promise<number> => (await store.read('test/count', {}))[0]?.count ?? -1;
  const get = async (key: string) => (await store.read('test/get', { key }))[0]?.properties;

  const values: [string, unknown][] = [
    ['null', null],
    ['true', true],
    ['zero', 0],
    ['a negative number', -17],
    ['a fraction', 0.1],
    ['a small and a large float', [1e-300, 1.5e300]],
    ['the largest exact number', Number.MAX_SAFE_INTEGER],
    ['a whole number beyond 2^53', 9007199254740993n],
    ['the smallest integer', -(2n ** 63n)],
    ['an empty text', ''],
    ['a text in many scripts', 'Зеленський, 北京, 👩‍👩‍👧, \u0000, "\'`\\ $x'],
    ['an empty list', []],
    ['a list of whole numbers', [3, 1, 2]],
    ['a nested map', { a: [1, { b: null, c: 'd' }], e: {} }],
  ];
  it.each(values)('gives back %s as a parameter', async (_, value) => {
    expect(await store.read('test/echo', { value })).toEqual([{ value }]);
  });

  it('keeps properties of every type, and a null takes one out', async () => {
    const kept = {
      text: 'é',
      whole: 7,
      large: 2n ** 60n,
      part: 2.5,
      flag: false,
      list: ['b', 'a'],
      numbers: [2, 1],
      none: [],
    };
    await store.write('test/put', { key: 'types', properties: { ...kept, gone: 'soon' } });
    await store.write('test/put', { key: 'types', properties: { gone: null, left: undefined } });
    expect(await get('types')).toEqual({ key: 'types', ...kept });
  });

  it('tells a text from the number it looks like', async () => {
    await store.write('test/put', { key: '1', properties: { name: '1' } });
    expect(await get('1')).toEqual({ key: '1', name: '1' });
  });

  it('commits a transaction as a whole and reads its own writes within', async () => {
    const before = await count();
    const seen = await store.transaction(async (tx) => {
      await tx.write('test/create', { key: 'both-1' });
      await tx.write('test/create', { key: 'both-2' });
      expect(await count()).toBe(before);
      return (await tx.read('test/count', {}))[0]?.count;
    });
    expect(seen).toBe(before + 2);
    expect(await count()).toBe(before + 2);
  });

  it('takes everything back when the work throws', async () => {
    const before = await count();
    const failing = store.transaction(async (tx) => {
      await tx.write('test/create', { key: 'never' });
      throw new Error('changed my mind');
    });
    await expect(failing).rejects.toThrow('changed my mind');
    expect(await count()).toBe(before);
  });

  it('takes everything back when a statement fails, even if the work carries on', async () => {
    const before = await count();
    const failing = store.transaction(async (tx) => {
      await tx.write('test/create', { key: 'first' });
      await tx.read('test/divide', { by: 0 }).catch(() => {});
      await tx.write('test/create', { key: 'second' }).catch(() => {});
    });
    await expect(failing).rejects.toThrow();
    expect(await count()).toBe(before);
  });

  it('runs what is asked for at once in its order, and nothing after a statement that failed', async () => {
    const before = await count();
    const keys = Array.from({ length: 20 }, (_, at) => `at-once-${at}`);
    const within = await store.transaction(async (tx) => {
      const created = keys.map((key) => tx.write('test/create', { key }));
      const [found] = await Promise.all([tx.read('test/count', {}), ...created]);
      return found;
    });
    expect(within).toEqual([{ count: before + keys.length }]);
    const failing = store.transaction(async (tx) => {
      const asked = [
        tx.write('test/create', { key: 'before-it' }),
        tx.read('test/divide', { by: 0 }),
        tx.write('test/create', { key: 'after-it' }),
      ];
      expect((await Promise.allSettled(asked)).map(({ status }) => status)).toEqual([
        'fulfilled',
        'rejected',
        'rejected',
      ]);
    });
    await expect(failing).rejects.toThrow();
    expect(await count()).toBe(before + keys.length);
  });

  it('refuses a key that is taken, and says so', async () => {
    await store.write('test/create', { key: 'taken' });
    await expect(store.write('test/create', { key: 'taken' })).rejects.toThrow(Conflict);
    const twice = store.transaction(async (tx) => {
      await tx.write('test/create', { key: 'free' });
      await tx.write('test/create', { key: 'free' });
    });
    await expect(twice).rejects.toThrow(Conflict);
    expect(await get('free')).toBeUndefined();
  });

  it('loses no write of many at once', async () => {
    await store.write('test/create', { key: 'counter' });
    await Promise.all(Array.from({ length: 20 }, () => store.write('test/increment', { key: 'counter' })));
    expect(await get('counter')).toEqual({ key: 'counter', count: 20 });
  });

  it('gets transactions through that take the same records crosswise', async () => {
    for (const key of ['left', 'right']) await store.write('test/create', { key });
    const crossing = Array.from({ length: 8 }, (_, i) =>
      store.transaction(async (tx) => {
        for (const key of i % 2 === 0 ? ['left', 'right'] : ['right', 'left'])
          await tx.write('test/increment', { key });
      }),
    );
    await Promise.all(crossing);
    expect([await get('left'), await get('right')]).toEqual([
      { key: 'left', count: 8 },
      { key: 'right', count: 8 },
    ]);
  });

  it('refuses a write inside a transaction that goes past it', async () => {
    const nested = store.transaction(() => store.write('test/create', { key: 'nested' }));
    await expect(nested).rejects.toThrow('goes through the transaction');
  });

  it('runs no writing statement as a read', async () => {
    await expect(store.read('test/create', { key: 'sneaky' })).rejects.toThrow('it with write()');
    expect(await get('sneaky')).toBeUndefined();
  });

  it('refuses wrong parameters before the engine sees them', async () => {
    await expect(store.read('test/get', { key: 3 } as never)).rejects.toThrow(/test\/get.*parameters/s);
    await expect(store.read('test/get', { key: 'a', more: 1 } as never)).rejects.toThrow(/more/);
  });

  it('reads more rows than one message or fetch carries, in order', async () => {
    const rows = await store.read('test/range', { to: 5000 });
    expect(rows).toHaveLength(5000);
    expect(rows.every(({ i, text }, at) => i === at + 1 && text === `row ${at + 1}`)).toBe(true);
  });

  it('streams rows, and stops when nobody wants more', async () => {
    const seen: number[] = [];
    for await (const { i } of store.stream('test/range', { to: 2500 })) seen.push(i);
    expect(seen).toHaveLength(2500);
    let last = 0;
    for await (const { i } of store.stream('test/range', { to: 100_000 })) {
      last = i;
      if (i === 1500) break;
    }
    expect(last).toBe(1500);
    await store.ping();
  });

  it('throws from a stream what a read would throw', async () => {
    const reading = (async () => {
      for await (const _ of store.stream('test/divide', { by: 0 })) throw new Error('a row came');
    })();
    await expect(reading).rejects.toThrow(/zero/i);
  });

  it('finds the records that hold all the words, whatever the words are', async () => {
    const texts = {
      'text:1': 'the president of ukraine and the plan',
      'text:2': 'the plan of the others',
      'text:3': 'ukraine and nato',
      'text:4': 'a b 7 tal är zelenskyi i 北京',
    };
    for (const [key, textIndex] of Object.entries(texts))
      await store.write('test/put', { key, properties: { textIndex } });
    const found = (...words: string[]) => store.searchText(words, 10);
    expect(await found('ukraine')).toEqual(['text:1', 'text:3']);
    expect(await found('plan', 'the')).toEqual(['text:1', 'text:2']);
    expect(await found('plan', 'ukraine')).toEqual(['text:1']);
    expect(await found('of', 'nato')).toEqual([]);
    expect(await found('ukrain')).toEqual([]);
    expect(await found('7', 'är', '北京', 'i')).toEqual(['text:4']);
    expect(await found('NOT')).toEqual([]);
    expect(await found('"', '\\', 'plan)')).toEqual([]);
    expect(await found()).toEqual([]);
    expect(await store.searchText(['the'], 1)).toEqual(['text:1']);
  });

  it('finds what was changed and no longer what was there before', async () => {
    await store.write('test/put', { key: 'text:9', properties: { textIndex: 'earlier words' } });
    await store.write('test/put', { key: 'text:9', properties: { textIndex: 'later words' } });
    expect(await store.searchText(['earlier'], 10)).toEqual([]);
    expect(await store.searchText(['later'], 10)).toEqual(['text:9']);
  });
});
