// How many statements a client may have running, and which limits a request may set.
import { expect, it } from 'vitest';
import { TooManyRequests } from '../../../server/errors.ts';
import { checkMode, defaultQuerySettings, limitsFor, Running } from '../../../server/query/limits.ts';
import { QueryRequest } from '../../../server/schema/cypher.ts';
import { settings } from '../../../server/settings.ts';

const request = (more: object = {}) => QueryRequest.parse({ statement: 'RETURN 1', ...more });

it('counts each client by itself, and a place that is left twice once', () => {
  const running = new Running(2);
  const leave = running.enter('a');
  running.enter('a');
  expect(() => running.enter('a')).toThrow(TooManyRequests);
  running.enter('b');
  leave();
  leave();
  running.enter('a');
  expect(() => running.enter('a')).toThrow('2 statements of yours are still running.');
  expect(() => {
    const one = new Running(1);
    one.enter('a');
    one.enter('a');
  }).toThrow('A statement of yours is still running.');
});

it('holds the server’s limits where a request sets none, and takes smaller ones', () => {
  expect(limitsFor(request(), defaultQuerySettings)).toEqual({ timeoutMs: 30_000, rowLimit: 250_000 });
  expect(limitsFor(request({ timeoutMs: 5, rowLimit: 1 }), defaultQuerySettings)).toEqual({
    timeoutMs: 5,
    rowLimit: 1,
  });
  expect(() => limitsFor(request({ timeoutMs: 30_001 }), defaultQuerySettings)).toThrow('HEARSAY_QUERY_TIMEOUT_MS');
});

it('lets a run write only where the server was started for it', () => {
  expect(() => checkMode(request({ mode: 'write' }), defaultQuerySettings)).toThrow('without writes by typed Cypher');
  expect(() => checkMode(request({ mode: 'write' }), { ...defaultQuerySettings, writes: true })).not.toThrow();
  expect(() => checkMode(request(), defaultQuerySettings)).not.toThrow();
});

it('has the defaults of the settings', () => {
  const value = (name: keyof typeof settings): string | undefined => {
    const setting = settings[name];
    return 'default' in setting ? setting.default : undefined;
  };
  expect(defaultQuerySettings).toEqual({
    writes: value('HEARSAY_QUERY_WRITES') === 'yes',
    timeoutMs: Number(value('HEARSAY_QUERY_TIMEOUT_MS')),
    rows: Number(value('HEARSAY_QUERY_ROWS')),
    concurrency: Number(value('HEARSAY_QUERY_CONCURRENCY')),
    memoryMb: Number(value('HEARSAY_QUERY_MEMORY_MB')),
  });
});
