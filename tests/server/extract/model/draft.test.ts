// What a language model reads out of an article becomes a draft whose every word is the article's own.
import { describe, expect, it } from 'vitest';
import { readModelAnswer } from '../../../../server/extract/model/answer.ts';
import { answerForm, modelDraft } from '../../../../server/extract/model/draft.ts';
import { passagesOf } from '../../../../server/extract/model/places.ts';
import type { Message } from '../../../../server/extract/model/prompt.ts';
import { toClaimsDocument } from '../../../../server/extract/to-document.ts';
import { parseDocument } from '../../../../server/ingest/document.ts';
import { Draft } from '../../../../server/schema/draft.ts';

const text =
  'Norland’s government is against the harbour tax, the Gazette reported on Monday, citing two officials.\n\n' +
  '𝔑 “We will never pay it,” said the minister, Jana Olt.';
const known = {
  entities: [{ key: 'country:norland', type: 'Country' as const, name: 'Norland', aliases: ['the Norland Republic'] }],
};
const article = { key: 'article:one', publishedTo: '2026-03-05', dateBasis: 'stated' as const };
const nothing = {
  ...{ shieldedBy: [], quantifier: null, number: null, of: null, hedge: null, wording: null, sources: [], relays: [] },
  ...{ speech: null, speaker: null, plan: null, stance: null, mode: 'asserts', modality: 'now' },
};
const good = {
  entities: [
    { id: 'e1', type: 'Country', name: 'Norland', quote: "Norland's government" },
    { id: 'e2', type: 'Plan', name: 'Harbour tax', quote: 'the harbour tax' },
    { id: 'e3', type: 'Outlet', name: 'Gazette', quote: 'the Gazette' },
    { id: 'e4', type: 'Person', name: 'Jana Olt', quote: 'Jana Olt' },
    { id: 'e5', type: 'Person', name: 'Somebody Else', quote: 'words that nobody wrote' },
  ],
  relays: [{ id: 'r1', outlet: 'e3', how: 'the Gazette reported on Monday', date: '2026-03-02' }],
  sources: [
    { id: 's1', kind: 'anonymous', actor: null, quote: 'two officials', count: 2, spokeTo: 'r1' },
    { id: 's2', kind: 'named', actor: 'e4', quote: 'Jana Olt', count: 1, spokeTo: null },
  ],
  claims: [
    {
      ...nothing,
      ...{
        kind: 'stance',
        holder: 'e1',
        plan: 'e2',
        stance: 'opposes',
        text: 'Norland opposes the tax.',
        wording: 'against',
      },
      ...{ quote: 'Norland’s government is against the harbour tax', sources: ['s1'], relays: ['r1'] },
    },
    {
      ...nothing,
      ...{
        kind: 'statement',
        holder: 'e4',
        text: 'They will not pay.',
        quote: '“We will never pay it,” said the minister',
      },
      ...{ sources: ['s2'], speech: 'We will never pay it', speaker: 'e4' },
    },
    {
      ...nothing,
      kind: 'stance',
      holder: 'e1',
      plan: 'e2',
      stance: 'supports',
      text: 'x',
      quote: 'Norland supports it',
    },
    { ...nothing, kind: 'stance', holder: 'e5', plan: 'e2', stance: 'supports', text: 'x', quote: 'the harbour tax' },
    { ...nothing, kind: 'stance', holder: 'e1', plan: 'e2', stance: 'hates', text: 'x', quote: 'the harbour tax' },
  ],
};

const read = async (...answers: string[]) => {
  const asked: (readonly Message[])[] = [];
  const ask = async (messages: readonly Message[]): Promise<string> => {
    asked.push(messages);
    return answers[asked.length - 1] ?? answers.at(-1) ?? '';
  };
  return { ...(await modelDraft(text, article, known, { name: 'tiny:1b', ask })), asked };
};
const empty = JSON.stringify({ entities: [], relays: [], sources: [], claims: [] });

describe('a draft by a language model', () => {
  it('has every item whose words are there, where they are, and counts the others', async () => {
    const { draft, notes } = await read(JSON.stringify(good));
    expect(Draft.parse(draft)).toEqual(draft);
    const letters = [...text];
    for (const { span } of draft.proposals) expect(letters.slice(span.start, span.end).join('')).toBe(span.quote);
    const claims = draft.proposals.filter((one) => one.kind === 'claim');
    expect(claims.map(({ claim, wording }) => [claim.holder, claim.target, claim.stance, wording])).toEqual([
      ['country:norland', 'plan:harbour-tax', 'opposes', 'against'],
      ['person:jana-olt', undefined, undefined, undefined],
    ]);
    expect(draft.proposals.find((one) => one.kind === 'quote')).toMatchObject({ speaker: 'person:jana-olt' });
    expect(draft.extractor).toBe('model/tiny:1b');
    expect(notes).toEqual([
      '1 × item of “claims” that was not of the form',
      '1 × entity: its words are not in the text',
      '1 × claim: its words are not in the text',
      '1 × claim: it names something that is not in the answer',
    ]);
  });

  it('makes a valid document of what is accepted, with the sources behind the relay', async () => {
    const { draft } = await read(JSON.stringify(good));
    const { document, leftOut } = toClaimsDocument(
      draft,
      draft.proposals.map(({ id }) => id),
    );
    const parsed = parseDocument(document);
    expect(parsed.kind).toBe('claims');
    expect(leftOut).toEqual([]);
    expect(document.articles).toEqual([
      expect.objectContaining({ key: 'article:gazette-2026-03-02-in-one', outlet: 'outlet:gazette' }),
    ]);
    expect(document.sources).toContainEqual(expect.objectContaining({ kind: 'anonymous', minCount: 2 }));
  });

  it('asks once more where the answer is none, and says so where that is none either', async () => {
    const second = await read(
      'I cannot do that.',
      `<think>{"no": 1}</think>\n\`\`\`json\n${JSON.stringify(good)}\n\`\`\``,
    );
    expect(second.asked).toHaveLength(2);
    expect(second.draft.proposals.length).toBeGreaterThan(5);
    const never = await read('I cannot do that.');
    expect(never.draft.proposals).toEqual([]);
    expect(never.notes).toEqual(['1 × passage of which the model’s answer could not be read']);
  });

  it('keeps apart what differs in letters that no key has, and sources that spoke to different articles', async () => {
    const words = '中 Corp and 国 Corp met, “!!!” wrote the Gazette, citing two officials.';
    const answer = {
      entities: [
        { id: 'e1', type: 'Organization', name: '中 Corp', quote: '中 Corp' },
        { id: 'e2', type: 'Organization', name: '国 Corp', quote: '国 Corp' },
        { id: 'e3', type: 'Outlet', name: 'Gazette', quote: 'the Gazette' },
      ],
      relays: [{ id: 'r1', outlet: 'e3', how: '“!!!”', date: '2026-03-02' }],
      sources: [
        { id: 's1', kind: 'anonymous', actor: null, quote: 'two officials', count: 2, spokeTo: 'r1' },
        { id: 's2', kind: 'anonymous', actor: null, quote: 'two officials', count: 2, spokeTo: null },
      ],
      claims: ['s1', 's2'].map((source, at) => ({
        ...nothing,
        ...{ kind: 'statement', holder: `e${at + 1}`, text: 'They met.', quote: 'met', sources: [source] },
      })),
    };
    const ask = async (): Promise<string> => JSON.stringify(answer);
    const { draft } = await modelDraft(words, article, { entities: [] }, { name: 'm', ask });
    const keys = draft.proposals.flatMap((one) => (one.kind === 'entity' ? [one.entity] : []));
    expect(keys).toEqual(['organization:corp', 'organization:corp-2', 'outlet:gazette']);
    const relayed = draft.proposals.find(({ kind }) => kind === 'article');
    expect(relayed).not.toHaveProperty('dateNote');
    const sources = draft.proposals.flatMap((one) => (one.kind === 'source' ? [one] : []));
    expect(sources.map(({ spokeTo }) => spokeTo)).toEqual([relayed?.id, undefined]);
    const used = draft.proposals.flatMap((one) =>
      one.kind === 'claim' ? one.sources.map(({ source }) => source) : [],
    );
    expect(used).toEqual(sources.map(({ id }) => id));
  });

  it('tells the passage, the article’s facts and names of what the passage may mean, and nothing else', async () => {
    const { asked } = await read(empty);
    const told = asked
      .flat()
      .map(({ content }) => content)
      .join('\n');
    expect(told).toContain(text);
    expect(told).toContain('Country: Norland');
    expect(told).toContain('Published: 2026-03-05');
    const other = { entities: [{ key: 'person:x', type: 'Person' as const, name: 'Xaver Quill', aliases: [] }] };
    const messages: Message[] = [];
    const ask = async (list: readonly Message[]): Promise<string> => {
      messages.push(...list);
      return empty;
    };
    await modelDraft(text, article, other, { name: 'm', ask });
    expect(messages.map(({ content }) => content).join()).not.toContain('Quill');
  });

  it('reads no item of another form, whatever is in the answer', () => {
    for (const words of ['', 'null', '[]', '{}', '{"claims": {}}', '{"claims"'])
      expect(readModelAnswer(words)).toBeUndefined();
    expect(readModelAnswer('{"claims": [1, null, {"kind": "stance"}]}')).toMatchObject({
      answer: { claims: [] },
      misformed: { claims: 3 },
    });
  });

  it('asks for a form of which every member is required, as strict endpoints want it', () => {
    const objects: { properties?: object; required?: string[]; additionalProperties?: unknown }[] = [];
    const walk = (value: unknown): void => {
      if (value === null || typeof value !== 'object') return;
      if ('properties' in value) objects.push(value as (typeof objects)[number]);
      for (const one of Object.values(value)) walk(one);
    };
    walk(answerForm.schema);
    expect(objects.length).toBe(5);
    for (const { properties = {}, required = [], additionalProperties } of objects)
      expect([[...required].sort(), additionalProperties]).toEqual([Object.keys(properties).sort(), false]);
  });
});

describe('passages', () => {
  it('are whole paragraphs, together the text, with places in code points', () => {
    const long = Array.from({ length: 30 }, (_, at) => `𝔑 paragraph ${at}. ${'Words. '.repeat(at)}`).join('\n\n');
    const passages = passagesOf(long, 300);
    expect(passages.map((one) => one.text).join('')).toBe(long);
    expect(passages.length).toBeGreaterThan(5);
    for (let at = 0; at < 30; at += 1) {
      const words = `𝔑 paragraph ${at}.`;
      const found = passages.flatMap((one) => one.find(words) ?? []);
      expect(found.map(({ start, end }) => [...long].slice(start, end).join(''))).toEqual([words]);
    }
  });

  it('are no longer than asked, where a paragraph is, and cut no character in two', () => {
    const lines = 'A line of the report. It has two sentences.\n'.repeat(50);
    const one = `${'word '.repeat(100)}${'𝔑'.repeat(500)}`;
    for (const long of [lines, one, `${lines}\n${one}`]) {
      const passages = passagesOf(long, 201).map(({ text }) => text);
      expect(passages.join('')).toBe(long);
      expect(Math.max(...passages.map(({ length }) => length))).toBeLessThanOrEqual(201);
      expect(passages.some((words) => /\p{Cs}/u.test(words))).toBe(false);
    }
    expect(passagesOf(lines, 201).every(({ text }) => text.endsWith('.\n'))).toBe(true);
  });
});
