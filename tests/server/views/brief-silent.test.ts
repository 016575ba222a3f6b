import { expect, test } from 'vitest';
import type { Unsettled } from '../../../server/schema/comparison.ts';
import { briefOf } from '../../../server/views/hearsay/brief/document.ts';
import { toMarkdown } from '../../../server/views/hearsay/brief/markdown.ts';
import { article, assertion, data } from './brief-builders.ts';

const line = (brief: string, start: string) => brief.split('\n').find((one) => one.startsWith(start)) ?? '';

test('of members whose position is only denied or expected the brief says what is said, beside the silent', () => {
  const turkey = { key: 'country:tr', name: 'Turkey', labels: ['Country'] };
  const iceland = { key: 'country:is', name: 'Iceland', labels: ['Country'] };
  const of = { plan: { key: 'plan:invitation', name: 'Invitation' }, stance: 'opposes', claim: 'claim:tr' } as const;
  const said: Unsettled['said'] = [
    { ...of, mode: 'denies', modality: 'now', assertions: ['assertion:no'] },
    { ...of, mode: 'asserts', modality: 'expected', assertions: [] },
  ];
  const others = [assertion('no', article('post', 'Post'), { mode: 'denies' })];
  const among = { key: 'organization:nato', name: 'NATO' };
  const brief = toMarkdown(
    briefOf(
      data({
        others,
        silent: { among, members: [iceland], unsettled: [{ holder: turkey, said }] },
      }),
      [],
    ),
  );
  expect(line(brief, 'No report at hand gives a position to')).toContain('Iceland');
  expect(line(brief, '- **Turkey**')).toBe(
    '- **Turkey**: that it opposes it is denied and that it opposes it is expected.[^1]',
  );
  expect(brief).toContain('give them no position that they hold now');
});
