// A run of a statement: its stream in pieces of any size, its end, its failure, its being stopped.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { startRun } from '../../client/state/cypher/run.ts';
import { linesOf } from '../../client/state/ndjson.ts';

const summary = { rows: 2, truncated: false, ms: 1.5, counters: {}, notifications: [], plan: null, rewritten: null };
const string = (text: string) => ({ $type: 'String', _value: text });

/** A body that arrives in these pieces, then ends, fails or hangs until it is aborted. */
function body(pieces: readonly Uint8Array[], after: 'end' | 'fail' | 'hang' = 'end', signal?: AbortSignal) {
  let at = 0;
  return new ReadableStream<Uint8Array>({
    pull(controller) {
      const piece = pieces[at++];
      if (piece) controller.enqueue(piece);
      else if (after === 'end') controller.close();
      else if (after === 'fail') controller.error(new TypeError('network error'));
      else signal?.addEventListener('abort', () => controller.error(new DOMException('Aborted', 'AbortError')));
    },
  });
}
const bytes = (text: string) => new TextEncoder().encode(text);
const answer =
  (lines: readonly unknown[], after: 'end' | 'fail' | 'hang' = 'end') =>
  (_: unknown, signal: AbortSignal) =>
    Promise.resolve(
      new Response(body([bytes(lines.map((line) => `${JSON.stringify(line)}\n`).join(''))], after, signal)),
    );
const start = (lines: readonly unknown[], after?: 'end' | 'fail' | 'hang') =>
  startRun({ statement: 'RETURN 1' }, answer(lines, after));

test('lines come out whole however the bytes are cut', async () => {
  const line = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }).map((text) => text.replace(/[\r\n]/g, '.'));
  await fc.assert(
    fc.asyncProperty(fc.array(line), fc.integer({ min: 1, max: 9 }), fc.boolean(), async (lines, size, ended) => {
      const all = bytes(lines.join('\n') + (ended && lines.length > 0 ? '\n' : ''));
      const pieces = Array.from({ length: Math.ceil(all.length / size) }, (_, at) =>
        all.slice(at * size, (at + 1) * size),
      );
      const read: string[] = [];
      for await (const some of linesOf(body(pieces))) read.push(...some);
      expect(read).toEqual(lines);
    }),
  );
});

test('whoever stops reading stops the sender', async () => {
  let cancelled = false;
  const endless = new ReadableStream<Uint8Array>({
    pull: (controller) => controller.enqueue(bytes('[1]\n')),
    cancel: () => {
      cancelled = true;
    },
  });
  for await (const lines of linesOf(endless)) {
    expect(lines).toEqual(['[1]']);
    break;
  }
  expect(cancelled).toBe(true);
});

test('a run has its columns, its rows in order, and its summary', async () => {
  const run = start([{ columns: ['name'] }, [string('Ж')], [string('[{"a":1}]')], { summary }]);
  expect(run.state.value).toEqual({ state: 'running' });
  await run.ended;
  expect(run.columns.value).toEqual(['name']);
  expect(run.received.value).toBe(2);
  expect([run.rows.at(0), run.rows.at(1), run.rows.at(2)]).toEqual([[string('Ж')], [string('[{"a":1}]')], []]);
  expect(run.state.value).toEqual({ state: 'done', summary });
});

test('an error in mid-stream keeps the rows before it and says where the fault is', async () => {
  const place = { line: 1, column: 8, offset: 7 };
  const fault = { code: 'semantic', message: 'No such thing', wayOut: null, from: place, to: place };
  const error = {
    title: 'The statement failed.',
    status: 400,
    code: 'statement-failed',
    detail: 'Division by zero',
    faults: [fault],
  };
  const run = start([{ columns: ['n'] }, [string('a')], { error }]);
  await run.ended;
  expect(run.received.value).toBe(1);
  expect(run.state.value).toEqual({
    state: 'failed',
    failure: {
      title: 'The statement failed',
      message: 'Division by zero',
      code: 'statement-failed',
      nearest: [],
      faults: [fault],
    },
  });
});

test.each(['end', 'fail'] as const)('a stream that breaks off (%s) is no answer', async (after) => {
  const run = start([{ columns: ['n'] }, [string('a')]], after);
  await run.ended;
  expect(run.state.value).toMatchObject({ state: 'failed', failure: { title: 'The answer broke off' } });
  expect(run.received.value).toBe(1);
});

test('cancelling aborts the request and keeps what has arrived', async () => {
  const run = start([{ columns: ['n'] }, [string('a')], [string('b')]], 'hang');
  await expect.poll(() => run.received.value).toBe(2);
  run.cancel();
  await run.ended;
  expect(run.state.value).toEqual({ state: 'cancelled' });
  expect(run.rows.count).toBe(2);
});

test('200,000 rows are kept as they came, and each is there when it is asked for', async () => {
  const count = 200_000;
  const block = (from: number) =>
    bytes(Array.from({ length: 1000 }, (_, at) => `[{"$type":"Integer","_value":"${from + at}"}]\n`).join(''));
  const pieces = [
    bytes('{"columns":["n"]}\n'),
    ...Array.from({ length: count / 1000 }, (_, at) => block(at * 1000)),
    bytes(`${JSON.stringify({ summary: { ...summary, rows: count } })}\n`),
  ];
  const run = startRun({ statement: 'RETURN 1' }, () => Promise.resolve(new Response(body(pieces))));
  await run.ended;
  expect(run.received.value).toBe(count);
  for (const at of [0, 99_999, 199_999, 7]) expect(run.rows.at(at)).toEqual([{ $type: 'Integer', _value: String(at) }]);
  let read = 0;
  for await (const batch of run.rows.batches(50_000)) read += batch.length;
  expect(read).toBe(count);
});
