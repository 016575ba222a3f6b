// What a process knows of the states of a database: it never takes an old one for the newest, nor a part of what was written
// for all of it.
import { expect, test } from 'vitest';
import { Journal } from '../../../server/store/journal.ts';
import { WrittenKeys } from '../../../server/store/written-keys.ts';

/** A database of which only the revision matters. */
function database(isAlone: boolean) {
  const there = { revision: 5, reads: 0 };
  const journal = new Journal(async () => {
    there.reads += 1;
    return there.revision;
  }, isAlone);
  const write = (saw: (keys: WrittenKeys) => void, counts = true): Promise<void> =>
    journal.following(async (begin) => {
      const keys = new WrittenKeys();
      begin(keys);
      saw(keys);
      if (counts) keys.count(there.revision + 1);
      if (counts) there.revision += 1;
    });
  return { there, journal, write };
}
const claim = (key: string) => (keys: WrittenKeys) => keys.saw('write/node/claims', { rows: [{ key }] });

test('tells what was written from one revision to another, where this process wrote all of it', async () => {
  const { there, journal, write } = database(false);
  await write(claim('claim:a'));
  await write((keys) => {
    keys.saw('write/link/about', { rows: [{ source: 'assertion:a', target: 'claim:b' }] });
    keys.saw('write/delete-records', { keys: ['source:s'] });
    keys.saw('write/saved/view', { key: 'view:v' });
  });
  const written = await journal.between(5, 7);
  expect([...(written?.records ?? [])]).toEqual(['claim:a', 'assertion:a', 'claim:b']);
  expect([...(written?.gone ?? [])]).toEqual(['source:s']);
  // Another process.
  there.revision += 1;
  expect(await journal.between(7, 8)).toBeUndefined();
  expect(await journal.revision()).toBe(8);
});

test('does not know what a statement wrote that it cannot tell', async () => {
  const { journal, write } = database(false);
  await write((keys) => keys.saw('write/somewhere-else', { rows: [] }));
  expect(await journal.between(5, 6)).toBeUndefined();
  const before = await journal.state();
  await write(claim('claim:a'), false);
  expect(await journal.state()).not.toBe(before);
  expect(journal.gaps).toBe(1);
});

test('alone, it asks the database once, and again after a transaction that failed', async () => {
  const { there, journal, write } = database(true);
  expect([await journal.revision(), await journal.revision()]).toEqual([5, 5]);
  await write(claim('claim:a'));
  expect(await journal.revision()).toBe(6);
  expect(there.reads).toBe(1);
  await expect(journal.following(() => Promise.reject(new Error('It was cut off.')))).rejects.toThrow();
  there.revision = 7;
  expect(await journal.revision()).toBe(7);
  expect(await journal.between(6, 7)).toBeUndefined();
});

test('of all who ask while the database is asked, one asks next', async () => {
  const { there, journal } = database(false);
  await Promise.all(Array.from({ length: 20 }, () => journal.revision()));
  expect(there.reads).toBe(2);
});
