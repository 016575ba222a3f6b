// Annotated articles: what stands in the files, what documents are made of it, and each fault with its line.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { InvalidDocument } from '../../../../../server/errors.ts';
import { parseDocument } from '../../../../../server/ingest/document.ts';
import { readMetadata } from '../../../../../server/ingest/readers/brat/metadata.ts';
import { pairUp } from '../../../../../server/ingest/readers/brat/pairs.ts';
import { Faults } from '../../../../../server/ingest/readers/faults.ts';
import type { ProblemDetail } from '../../../../../server/schema/problem.ts';
import { ann, built, read, text } from './setup.ts';

function told(faults: Faults): ProblemDetail[] {
  try {
    faults.stop();
  } catch (error) {
    return (error as InvalidDocument).details.errors ?? [];
  }
  return [];
}

describe('the annotations', () => {
  it('are tied by events, their offsets code points', () => {
    const { attributions, unused, faults } = read();
    expect(told(faults)).toEqual([]);
    expect(attributions).toHaveLength(4);
    const letters = [...text];
    const words = attributions.map(({ content }) =>
      content.map(({ start, end }) => letters.slice(start, end).join('')),
    );
    expect(words).toEqual([
      ['that Norland would block the bridge'],
      ['“We will not pay for it,”'],
      ['the vote', 'was close'],
      ['that a letter had been sent'],
    ]);
    expect(unused).toEqual({ 'spans Discuss outside any event': 1 });
  });

  it('join Content2 to Content, take parts in any order, and lines that go on after a break', () => {
    const lines = [
      'T1\tContent 10 15;0 5\tlines Three',
      'T2\tContent 20 26\two',
      'rds',
      'T3\tSource 16 19\tfor',
      'E1\tAttribution:T3 Source:T3 Content:T1 Content2:T2',
    ];
    const { attributions, faults } = read(lines.join('\n'), 'Three and lines for wo\nrds');
    expect(told(faults)).toEqual([]);
    expect(attributions[0]?.content).toEqual([
      { start: 0, end: 5 },
      { start: 10, end: 15 },
      { start: 20, end: 26 },
    ]);
  });

  it.each([
    ['T1\tSource 0 500\tThree', 1, /T1 has a span 0–500, beyond the end of the text, which has \d+ code points/],
    ['T1\tSource 5 5\t', 1, /empty/],
    ['T1\tSource 9 5\t', 1, /empty/],
    ['T1\tSource 0 5;3 8\tThree', 1, /overlaps its part 0–5/],
    ['T1\tSource 0 5\tThree\nT1\tCue 6 13\tagainst', 2, /defines T1 again, which line 1 has/],
    ['T1\tSource 0 5\tFour', 1, /has "Four" for T1, where the text has "Three"/],
    ['T1\tSource zero five\tThree', 1, /is not of the form/],
    ['E1\tAttribution:T9 Content:T3', 1, /names T9, which no line of the file defines/],
    ['T1\tSource 0 5\tThree\nE1\tAttribution', 2, /"Attribution" where a role and an id/],
    [
      'T1\tContent 0 8\tThree ag\nT2\tContent 6 13\tagainst\nE1\tA:T1 Content:T1 Content2:T2',
      3,
      /overlapping spans of its content/,
    ],
    ['once upon a time', 1, /is no line of brat standoff/],
  ])('%j is a fault', (annotations, line, reason) => {
    const [first, ...more] = told(read(annotations).faults);
    expect(first).toEqual({ file: 'a.ann', line, reason: expect.stringMatching(reason) });
    expect(more).toEqual([]);
  });
});

describe('the document', () => {
  const facts = { publisher: 'Harbour Times', date: '2026-03-02', title: 'Three against the bridge' };

  it('has a statement for each attribution, its place, who said it and the quotation', () => {
    const { document } = built(facts);
    expect(() => parseDocument(document)).not.toThrow();
    expect(document.article).toMatchObject({
      key: 'article:harbour-2026-03-02-bridge',
      outlet: 'outlet:harbour-times',
      publishedTo: '2026-03-02',
      dateBasis: 'stated',
      text,
    });
    const [first, second] = document.assertions ?? [];
    expect(document.claims?.[0]).toMatchObject({
      kind: 'statement',
      holder: 'person:ada-brook',
      text: 'that Norland would block the bridge',
    });
    expect(first).toMatchObject({
      wording: 'said on Monday',
      extractor: 'brat',
      span: { quote: 'that Norland would block the bridge' },
    });
    const named = document.sources?.find(({ kind }) => kind === 'named');
    expect(named).toMatchObject({ actor: 'person:ada-brook', descriptor: 'Ada Brook' });
    expect([first, second].map((one) => one?.attributedTo?.[0]?.source)).toEqual([named?.id, named?.id]);
    expect(document.quotes).toEqual([
      expect.objectContaining({ span: expect.objectContaining({ quote: 'We will not pay for it,' }) }),
    ]);
    expect(document.utterances?.[0]).toMatchObject({ speaker: 'person:ada-brook' });
  });

  it('never takes who is described for who is named, and counts how many they are', () => {
    const { document } = built(facts);
    const anonymous = document.sources?.find(({ kind }) => kind === 'anonymous');
    expect(anonymous).toMatchObject({ descriptor: 'Two officials', minCount: 2 });
    const claim = document.claims?.find(({ text: words }) => words === 'the vote was close');
    expect(claim?.holder).toBe('group:harbour-2026-03-02-bridge.unnamed');
    expect(document.assertions?.find((one) => one.claim === claim?.id)?.span?.quote).toBe('the vote was close');
  });

  it('relays an outlet that is the source, by a stub whose own source stays unknown', () => {
    const { document } = built(facts);
    expect(document.articles).toEqual([
      expect.objectContaining({
        key: 'article:coast-radio-2026-03-02',
        outlet: 'outlet:coast-radio',
        dateBasis: 'inferred',
      }),
    ]);
    const relaying = document.assertions?.find(({ relays }) => relays !== undefined);
    expect(relaying?.relays).toEqual([{ article: 'article:coast-radio-2026-03-02', how: 'reported' }]);
    expect(document.assertions?.find(({ reconstructed }) => reconstructed)).toMatchObject({
      article: 'article:coast-radio-2026-03-02',
      knownFrom: [relaying?.id],
    });
  });

  it('puts the agency of a wire report between every statement and its source', () => {
    const { document } = built({ ...facts, wire: 'AP', credit: 'h/t: Hill News.' });
    expect(() => parseDocument(document)).not.toThrow();
    const stubs = ['article:associated-press-2026-03-02', 'article:hill-news-2026-03-02'];
    const own = document.assertions?.filter(({ reconstructed }) => !reconstructed) ?? [];
    for (const one of own) {
      expect(one.relays?.map(({ article }) => article)).toEqual(stubs);
      expect(one.attributedTo).toBeUndefined();
    }
    const anonymous = document.sources?.find(({ kind }) => kind === 'anonymous');
    const told = document.assertions?.filter(({ attributedTo }) => attributedTo?.[0]?.source === anonymous?.id);
    expect(told?.map(({ article }) => article)).toEqual(stubs);
  });

  it('shortens the place of a content over 400 characters to its first sentences, and counts it', () => {
    const long = `Ada Brook said: ${'The bridge is too dear for us all. '.repeat(20)}`.trim();
    const end = [...long].length;
    const lines = [
      `T1\tSource 0 9\tAda Brook`,
      `T2\tContent 16 ${end}\t${long.slice(16)}`,
      'E1\tAttribution:T1 Source:T1 Content:T2',
    ];
    const { document, shortened } = built({}, lines.join('\n'), long);
    expect(shortened).toBe(1);
    const quote = document.assertions?.[0]?.span?.quote ?? '';
    expect(quote.length).toBeLessThanOrEqual(400);
    expect(quote).toMatch(/too dear for us all\.$/);
    expect(document.claims?.[0]?.text).toMatch(/… [0-9a-f]{8}$/);
  });

  it('is good whatever stands at the places of the annotations', () => {
    const words = fc.stringMatching(/^([A-Za-zÄé“”"’ ,.\n0-9-]|🦉){4,120}$/u).filter((one) => /[a-z]/.test(one));
    fc.assert(
      fc.property(
        words,
        fc.array(fc.tuple(fc.nat(200), fc.nat(200), fc.nat(200), fc.nat(200)), { maxLength: 6 }),
        (of, spans) => {
          const { length } = [...of];
          const lines = spans.flatMap(([a, b, c, d], at) => {
            const range = (one: number, two: number): string => {
              const [start, end] = [one % length, two % length].sort((x, y) => x - y);
              return `${start} ${(end ?? 0) + 1}`;
            };
            const id = 3 * at;
            return [
              `T${id + 1}\tSource ${range(a, b)}`,
              `T${id + 2}\tContent ${range(c, d)}`,
              `E${at + 1}\tAttribution:T${id + 1} Source:T${id + 1} Content:T${id + 2}`,
            ];
          });
          const { document } = built({ ...facts, wire: 'AP' }, lines.join('\n'), of);
          try {
            parseDocument(document);
          } catch (error) {
            // Contents without a word are the one thing that no claim can be made of.
            const reasons = (error as InvalidDocument).details.errors?.map(({ reason }) => reason) ?? [];
            expect(reasons.filter((reason) => !/empty|can be seen/.test(reason))).toEqual([]);
          }
        },
      ),
      { numRuns: 200 },
    );
  });

  it('never throws but with faults, however the annotations are spoilt', () => {
    const spoil = fc.tuple(fc.nat(ann.length), fc.nat(20), fc.string({ maxLength: 12 }));
    fc.assert(
      fc.property(fc.array(spoil, { minLength: 1, maxLength: 4 }), (changes) => {
        let spoilt = ann;
        for (const [at, cut, put] of changes) spoilt = spoilt.slice(0, at) + put + spoilt.slice(at + cut);
        const { attributions, faults } = read(spoilt);
        if (faults.any) expect(attributions).toEqual([]);
        else expect(() => parseDocument(built(facts, spoilt).document)).not.toThrow();
      }),
      { numRuns: 300 },
    );
  });
});

describe('pairs of files', () => {
  it('go by name, in one folder or two, the first annotator counting', () => {
    const paths = ['x/text/a.txt', 'x/ann/a_22.ann', 'x/ann/a_11.ann', 'y/b_c.txt', 'y/b_c.ann', 'y/d.txt'];
    const faults = new Faults();
    expect(pairUp(paths, faults)).toEqual({
      pairs: [
        { name: 'a', text: 'x/text/a.txt', ann: 'x/ann/a_11.ann' },
        { name: 'b_c', text: 'y/b_c.txt', ann: 'y/b_c.ann' },
      ],
      others: 1,
      alone: ['y/d.txt'],
    });
    expect(faults.any).toBe(false);
  });

  it('without a text, or with the name of another, are faults', () => {
    const faults = new Faults();
    pairUp(['x/a.ann', 'x/b.txt', 'x/b.ann', 'y/b.txt', 'y/b.ann'], faults);
    expect(told(faults)).toEqual([
      { file: 'x/a.ann', reason: expect.stringMatching(/has no text: a\.txt/) },
      { file: 'y/b.txt', reason: expect.stringMatching(/has the name of x\/b\.txt/) },
    ]);
  });
});

describe('the metadata', () => {
  it('are read by the names of their columns', () => {
    const faults = new Faults();
    const rows =
      'filename\tlevel\tpublisher\tpublication_date\ttitle\tcredit\twire\na.txt\t7\tHarbour Times\t2026-03-02\tThe "bridge"\tNone\tAP\n';
    expect(readMetadata('m.tsv', rows, faults).get('a')).toEqual({
      publisher: 'Harbour Times',
      date: '2026-03-02',
      title: 'The "bridge"',
      wire: 'AP',
    });
    expect(faults.any).toBe(false);
  });

  it.each([
    ['name\tdate\na\t2026\n', 1, undefined, /no column "filename"/],
    ['filename\tdate\na\n', 2, undefined, /has 1 cells, where the header has 2/],
    ['filename\tdate\na\t2026-02-31\n', 2, 'date', /"2026-02-31" is no date of the calendar/],
    ['filename\tdate\na\t2026\n\na\t2025\n', 4, 'filename', /names "a", which line 2 does/],
    ['filename\turl\na\tharbour\n', 2, 'url', /no http or https address/],
  ])('%j is a fault', (rows, line, field, reason) => {
    const faults = new Faults();
    readMetadata('m.tsv', rows, faults);
    expect(told(faults)).toEqual([
      { file: 'm.tsv', line, ...(field === undefined ? {} : { field }), reason: expect.stringMatching(reason) },
    ]);
  });
});
