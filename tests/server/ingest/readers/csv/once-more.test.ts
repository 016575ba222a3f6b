// A step that met the memory limit is taken once more; any other fault, and the limit twice, ends it.
import { expect, it } from 'vitest';
import { LimitExceeded } from '../../../../../server/errors.ts';
import { onceMore } from '../../../../../server/ingest/readers/csv/once-more.ts';

const memory = () => new LimitExceeded('memory-limit', 'Over its memory.');

/** Runs a step that meets the given faults in turn and then ends well; says how often it was taken, and how it ended. */
async function taken(...faults: Error[]): Promise<[number, string]> {
  let times = 0;
  const step = async (): Promise<string> => {
    const fault = faults[times];
    times += 1;
    if (fault !== undefined) throw fault;
    return 'done';
  };
  const end = await onceMore(step).catch((error: Error) => error.message);
  return [times, end];
}

it.each<[string, Error[], [number, string]]>([
  ['no fault', [], [1, 'done']],
  ['the limit once', [memory()], [2, 'done']],
  ['the limit twice', [memory(), memory()], [2, 'Over its memory.']],
  ['another limit', [new LimitExceeded('time-limit', 'Over its time.')], [1, 'Over its time.']],
  ['another fault', [new Error('Something else.')], [1, 'Something else.']],
])('%s', async (_, faults, end) => {
  expect(await taken(...faults)).toEqual(end);
});
