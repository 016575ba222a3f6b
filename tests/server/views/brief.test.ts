import { expect, test } from 'vitest';
import type { HypothesisView } from '../../../server/schema/curation.ts';
import type { NodeView } from '../../../server/schema/view.ts';
import { briefOf } from '../../../server/views/hearsay/brief/document.ts';
import { toMarkdown } from '../../../server/views/hearsay/brief/markdown.ts';
import { article, assertion, contradiction, data, politicoChain, position, side } from './brief-builders.ts';

const post = article('post', 'Post');
const press = article('press', null, { publishedFrom: '2024-10-25', publishedTo: '2024-10-27', dateBasis: 'inferred' });
const hungary = [assertion('a', post), assertion('b', press)];
const text = (more: Parameters<typeof data>[0], hypotheses: readonly HypothesisView[] = []) =>
  toMarkdown(briefOf(data(more), hypotheses));
const line = (brief: string, start: string) => brief.split('\n').find((one) => one.startsWith(start)) ?? '';

test('a position names its articles, days, origins and whose word they rest on, and cites each place', () => {
  const brief = text({ positions: [position(hungary, { outlets: 1, unnamedOutlets: 1 })] });
  expect(line(brief, '- **Hungary**')).toBe(
    '- **Hungary**: two articles in one outlet and one whose outlet is not named, 23 Oct 2024 to 24 Oct 2024, ' +
      'resting on one independent origin: Politico, 2024-10-23, on the word of four officials (unnamed).[^1][^2]',
  );
  expect(line(brief, '[^1]:')).toBe(
    '[^1]: Post: [Title of post](<https://example.org/post>) (24 Oct 2024). *“words of a”* Characters 10–20. ' +
      'Chain: Post → Politico → four officials (unnamed).',
  );
  expect(line(brief, '[^2]:')).toContain('An outlet that is not named: [Title of press]');
  expect(line(brief, '| Hungary |')).toBe('| Hungary | opposes it | 1–1 | 4 | 2 | 2 | 1 | no |');
});

test('notes are numbered in the order of their first citation; every note is cited, and every citation has its note', () => {
  const positions = [
    position([assertion('z', post)], {
      stance: 'supports',
      holder: { key: 'country:ua', name: 'Ukraine', labels: [] },
    }),
    position(hungary),
  ];
  const brief = text({ positions });
  const cited = [...brief.matchAll(/\[\^(\d+)\](?!:)/g)].map(([, number]) => Number(number));
  const noted = [...brief.matchAll(/^\[\^(\d+)\]:/gm)].map(([, number]) => Number(number));
  expect(noted).toEqual([1, 2, 3]);
  expect([...new Set(cited)]).toEqual(noted);
  // Opposing stands before supporting, so Hungary's notes come first.
  expect(line(brief, '[^3]:')).toContain('words of z');
  expect(brief).toBe(text({ positions }));
});

test('what does not count, is denied, reconstructed or expected carries no position', () => {
  const carried = [
    assertion('counted', post),
    assertion('left-out', post, { counts: false }),
    assertion('expected', post, { modality: 'expected' }),
    assertion('stub', article('stub', 'Politico', { held: false }), { reconstructed: true }),
    assertion('denied', post, { mode: 'denies' }),
  ];
  const brief = text({ positions: [position(carried, { articles: 1, outlets: 1 })] });
  expect(line(brief, '- **Hungary**')).toMatch(/\[\^1\]$/);
  expect(line(brief, '[^1]:')).toContain('words of counted');
  expect(brief).not.toContain('words of expected');
  expect(brief).toContain('## Who denied');
  expect(line(brief, '- Four officials (unnamed): denies')).toContain('“Hungary opposes the invitation”');
});

test('circular reporting is called by all its outlets, in the positions and in what rests on one origin', () => {
  const one = position(hungary);
  const { derivation } = one.evidence;
  if (derivation === null) throw new Error('a derived edge has a derivation');
  const keys = [post.key, press.key];
  const circle = { cut: keys.slice(0, 1), members: keys, circular: true, name: '', onWordOf: [], title: '' };
  const evidence = { ...one.evidence, derivation: { ...derivation, origins: [circle] } };
  const brief = text({ positions: [{ ...one, evidence }] });
  const names = 'Post (24 Oct 2024) and “Title of press” (outlet not named, 25 Oct 2024 to 27 Oct 2024, date inferred)';
  expect(line(brief, '- **Hungary**')).toContain(`one independent origin: ${names}, each on the other.`);
  expect(line(brief, '- Through Post')).toContain(`Through ${names}, each on the other, alone: Hungary opposes it.`);
});

test('a position without support says which articles were retracted or corrected, and by which', () => {
  const first = article('first', 'Post');
  const one = position([assertion('a', first, { counts: false }), assertion('no', post, { mode: 'denies' })], {
    originsMin: 0,
    originsMax: 0,
  });
  const withdrawn = (more: object) => {
    const { origins } = one.evidence;
    if (origins === null) throw new Error('a derived edge has origins');
    return text({ positions: [{ ...one, evidence: { ...one.evidence, origins: { ...origins, ...more } } }] });
  };
  const corrected = withdrawn({ corrected: [{ article: first.key, by: [post.key] }] });
  expect(line(corrected, '- **Hungary**')).toContain(
    ': its support has been withdrawn: Post (24 Oct 2024) was corrected by Post (24 Oct 2024).',
  );
  expect(corrected).toContain('- Corrected, so what it said of this no longer counts: Post (24 Oct 2024), by Post');
  const retracted = withdrawn({ retracted: [first.key] });
  expect(line(retracted, '- **Hungary**')).toContain('withdrawn: Post (24 Oct 2024) was retracted.');
});

test('what rests on one origin is told by that origin, however many articles repeat it', () => {
  const germany = { key: 'country:de', name: 'Germany', labels: ['Country'] };
  const brief = text({
    positions: [
      position(hungary),
      position([assertion('c', post)], { holder: germany }),
      position([assertion('d', post)], { originsMin: 2, originsMax: 2, holder: { ...germany, name: 'Spain' } }),
    ],
  });
  expect(line(brief, '- On the word of')).toBe(
    '- On the word of four officials (unnamed), through Politico, 2024-10-23 alone: Hungary and Germany oppose it.[^1][^2]',
  );
  expect(brief).toContain('two of the three positions rest on one origin alone');
});

test('a withdrawn position says so', () => {
  const none = { originsMin: 0, originsMax: 0 };
  const brief = text({ positions: [position([assertion('a', post, { counts: false })], none)] });
  expect(line(brief, '- **Hungary**')).toBe('- **Hungary**: its support has been withdrawn.[^1]');
  expect(line(brief, '[^1]:')).toMatch(/words of a.*Not counted/);
  expect(inShort(brief)).toMatch(
    /^No report at hand still gives anybody a position\..* One position has had its support withdrawn\. /,
  );
});

const inShort = (brief: string): string => brief.split('## In short\n\n')[1]?.split('\n')[0] ?? '';

test('the opening counts only positions that stand, and says how many do not', () => {
  const spain = { key: 'country:es', name: 'Spain', labels: ['Country'] };
  const none = { originsMin: 0, originsMax: 0 };
  const gone = [
    position([assertion('b', post)], { ...none, holder: spain }),
    position([assertion('c', post)], { ...none, holder: spain, stance: 'supports' }),
  ];
  const opening = inShort(text({ positions: [position(hungary), ...gone] }));
  expect(opening).toMatch(/^One actor opposes it\. /);
  expect(opening).toContain(' Two positions have had their support withdrawn.');
  expect(inShort(text({ positions: gone, holder: spain }))).toMatch(
    /^No report at hand still gives Spain a position on Invitation\. /,
  );
  expect(inShort(text({ positions: gone, holder: spain, plan: null }))).toMatch(
    /^No report at hand still gives Spain a position\. /,
  );
});

test('how many positions rest on one origin is said in grammatical words, however many there are', () => {
  const two = { originsMin: 2, originsMax: 2 };
  const rests = (...rows: object[]) =>
    inShort(text({ positions: rows.map((row) => position(hungary, row)) })).match(/; (.*? alone)\./)?.[1];
  expect(rests(two)).toBe('the position does not rest on one origin alone');
  expect(rests({})).toBe('the position rests on one origin alone');
  expect(rests(two, two)).toBe('neither of the two positions rests on one origin alone');
  expect(rests(two, two, two)).toBe('none of the three positions rests on one origin alone');
  expect(rests(two, {})).toBe('one of the two positions rests on one origin alone');
  expect(rests({}, {})).toBe('each of the two positions rests on one origin alone');
});

test('what a source is supposed to be is told as a hypothesis, in the limits and in the chain', () => {
  const supposed = {
    key: 'person:known',
    label: 'Actor',
    name: 'Known',
    how: 'supposed to be',
    sourceKind: null,
  } as const;
  const chain = [...politicoChain(post), supposed];
  const hypothesis = (source: string, other: string, type: HypothesisView['type']): HypothesisView => ({
    key: `${type}~${source}~${other}`,
    type,
    source: { key: source, name: 'a voice' },
    other: { key: other, name: 'Known' },
    by: 'A',
    confidence: 1,
    why: null,
  });
  const four = 'source:stub#four';
  const brief = text({ positions: [position([assertion('a', post, { chains: [chain] })])] }, [
    hypothesis(four, 'person:known', 'IDENTIFIED_AS'),
    hypothesis(four, 'source:far#voice', 'SAME_AS'),
    hypothesis('source:far#voice', 'person:known', 'IDENTIFIED_AS'),
    hypothesis('source:elsewhere#x', 'person:known', 'IDENTIFIED_AS'),
  ]);
  const tail = 'is a hypothesis of A (confidence 1), not stated by any report.';
  expect(brief.split('\n').filter((one) => one.includes('hypothesis'))).toEqual([
    `- That a voice (unnamed) is Known ${tail}`,
    `- That four officials (unnamed) who spoke to Politico is Known ${tail}`,
    `- That four officials (unnamed) who spoke to Politico and Known (unnamed) are the same ${tail}`,
  ]);
  expect(line(brief, '[^1]:')).toContain('→ four officials (unnamed) → supposed to be Known.');
});

test('a contradiction has both sides with their notes, why, and what somebody made of it', () => {
  const denied = assertion('no', press, { mode: 'denies', chains: [] });
  const disposition = {
    state: 'settled' as const,
    by: 'A. Editor',
    why: 'the office confirmed it',
    on: '2024-11-02T10:00:00Z',
  };
  const entry = contradiction(
    side('Hungary opposes it.', 'asserts', ['assertion:a']),
    side('Denied: it.', 'denies', ['assertion:no'], 'the spokesperson'),
    { disposition },
  );
  const brief = text({ positions: [position([...hungary, denied])], contradictions: [entry] });
  expect(line(brief, '- **Denial**')).toBe(
    '- **Denial**, Hungary: Hungary opposes it (one independent origin)[^2]. Against it: Denied: it ' +
      '(one independent origin)[^1]. One side asserts it, the other denies it. ' +
      '**Settled by A. Editor, 2 Nov 2024: the office confirmed it**.',
  );
  expect(brief).toContain('the spokesperson denies some of it.[^1]');
  expect(brief).toContain('one place, one of them settled');
});

test('the day and the filter stand at the top, and the silent members with what their silence means', () => {
  const brief = text({
    filter: {
      asOf: '2024-10-24',
      without: [{ key: 'outlet:x', name: 'X' }],
      case: { key: 'case:c', name: 'October' },
      grade: 'B2',
    },
    silent: {
      among: { key: 'organization:nato', name: 'NATO' },
      members: [{ key: 'country:is', name: 'Iceland', labels: ['Country'] }],
      unsettled: [],
    },
  });
  expect(brief).toContain('Made on 22 Nov 2026.');
  expect(brief).toContain(
    'What counts: what was published by 24 Oct 2024, and what is undated; the articles of the case “October”; left out: X; graded at least B2, or not graded.',
  );
  expect(brief).toContain('gives a position to Iceland. That is the silence of these reports');
});

test('unnamed sources are described by the data alone: their words, number, whom they spoke to, a grade somebody gave', () => {
  const source: NodeView = {
    key: 'source:stub#four',
    labels: ['Source'],
    name: 'four officials',
    properties: { kind: 'anonymous', minCount: 4, reliability: 'C' },
  };
  const brief = text({ positions: [position(hungary)], sources: new Map([[source.key, source]]) });
  expect(line(brief, '- Four officials (unnamed): spoke')).toBe(
    '- Four officials (unnamed): spoke to Politico; at least 4 people; reliability graded C.[^1][^2]',
  );
  expect(brief.slice(0, brief.indexOf('## Method'))).not.toMatch(
    /\b(?:likely|probably true|high confidence|moderate confidence)\b/i,
  );
});

test('the limits name undated and inferred dates, articles nobody has seen, circles, conflicts and retractions', () => {
  const one = position([
    assertion('a', article('post', 'Post', { publishedFrom: null, publishedTo: null, dateBasis: 'unknown' })),
    assertion('b', press),
  ]);
  const origins = {
    ...(one.evidence.origins ?? { min: 1, max: 1, byOwner: 1, sources: 1, cut: [], corrected: [] }),
    circular: [['article:post', 'article:press']],
    dateConflicts: [{ article: 'article:post', relays: 'article:stub' }],
    unresolved: ['article:press'],
    retracted: ['article:stub'],
  };
  const brief = text({ positions: [{ ...one, evidence: { ...one.evidence, origins } }] });
  const limits = brief.slice(brief.indexOf('## Limits'), brief.indexOf('## Method'));
  for (const words of [
    'Undated, so always counted: Post (undated)',
    'The date is inferred',
    'Never seen',
    'Circular reporting',
    'A conflict of dates',
    'Retracted',
    'ends without a source',
  ])
    expect(limits).toContain(words);
});

test('a brief on nothing says so', () => {
  const brief = text({});
  expect(brief).toContain('No report at hand gives anybody a position.');
  expect(brief).toContain('None between the reports at hand.');
  expect(brief).not.toContain('## Notes');
});
