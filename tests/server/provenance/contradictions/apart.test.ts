// What rests on something else, and where relays end: against a slow way that walks from each, over random webs.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Rest, restingApart } from '../../../../server/provenance/contradictions/apart.ts';
import { type Next, Web } from '../../../../server/provenance/contradictions/web.ts';

const articles = Array.from({ length: 9 }, (_, at) => `article:${at}`);
const article = fc.constantFrom(...articles);
const next: fc.Arbitrary<Next> = fc.record({
  articles: fc.uniqueArray(article, { maxLength: 2 }),
  sources: fc.uniqueArray(fc.constantFrom('source:x', 'source:y', 'source:z'), { maxLength: 1 }),
});
type Links = Readonly<Record<string, Next>>;
const links: fc.Arbitrary<Links> = fc
  .array(next, { minLength: articles.length, maxLength: articles.length })
  .map((list) => Object.fromEntries(articles.map((key, at) => [key, list[at] ?? { articles: [], sources: [] }])));

const nothing: Next = { articles: [], sources: [] };
const of = (all: Links, key: string): Next => all[key] ?? nothing;
/** What is reached from there on, articles and sources. */
function reached(all: Links, { articles, sources }: Next): Set<string> {
  const found = new Set([...articles, ...sources]);
  for (const key of found) for (const to of [...of(all, key).articles, ...of(all, key).sources]) found.add(to);
  return found;
}

interface Said {
  article: string;
  from: Next;
  kind: number;
}
const said: fc.Arbitrary<Said> = fc.record({ article, from: next, kind: fc.nat({ max: 3 }) });
/** More than are taken at a time. */
const side = fc.array(said, { maxLength: 40 });

const restIn = (web: Web, { article, from }: Said): Rest => {
  const starts = web.numbersOf(from);
  return { article, web, starts, alone: starts.length === 0 ? article : null };
};
function onOf(all: Links, { article, from }: Said): Set<string> {
  const on = reached(all, from);
  return on.size === 0 ? new Set([article]) : on;
}

describe('restingApart', () => {
  it('finds what comparing each with each finds', () => {
    fc.assert(
      fc.property(links, links, side, side, fc.boolean(), (here, there, some, others, isOnEnd) => {
        // Where all lead to one end the others are not looked at one by one.
        const ending: Links = { ...there, [articles.at(-1) ?? '']: nothing };
        const onEnd = Object.fromEntries(
          articles.map((key, at) => [
            key,
            { ...nothing, articles: at + 1 < articles.length ? [articles[at + 1] ?? ''] : [] },
          ]),
        );
        const second = isOnEnd ? onEnd : ending;
        const [web, otherWeb] = [new Web((key) => of(here, key)), new Web((key) => of(second, key))];
        const one = some.map((item) => ({ ...item, rest: restIn(web, item) }));
        const other = others.map((item) => ({ ...item, rest: restIn(otherWeb, item) }));
        const fits = (a: Said, b: Said) => a.kind !== b.kind;
        const expected = one.filter((a) =>
          other.some((b) => {
            const [on, below] = [onOf(here, a), onOf(second, b)];
            const share = on.has(b.article) || below.has(a.article) || [...on].some((key) => below.has(key));
            return fits(a, b) && !share;
          }),
        );
        expect(restingApart(one, other, fits)).toEqual(expected);
      }),
      { seed: 5, numRuns: 500 },
    );
  });
});

describe('the end of relays', () => {
  it('is what a walk from each finds, of circles alone the first by key', () => {
    fc.assert(
      fc.property(
        links,
        fc.array(fc.uniqueArray(article, { minLength: 1, maxLength: 3 }), { maxLength: 9 }),
        (all, asked) => {
          const web = new Web((key) => of(all, key));
          for (const starts of asked) {
            const relayed = [...reached(all, { articles: starts, sources: [] })].filter((key) =>
              articles.includes(key),
            );
            const last = relayed.filter((key) => of(all, key).articles.length === 0);
            expect(web.lastFrom(starts)).toEqual(last.length > 0 ? last.sort() : relayed.sort().slice(0, 1));
          }
        },
      ),
      { seed: 6, numRuns: 500 },
    );
  });

  it('is found for each of a hundred thousand articles in a row', () => {
    const long = 100_000;
    const web = new Web((key) => ({ articles: Number(key) + 1 < long ? [String(Number(key) + 1)] : [], sources: [] }));
    web.numbersOf({ articles: ['0'], sources: [] });
    const all = Array.from({ length: long }, (_, at) => web.lastFrom([String(at)]).join());
    expect(new Set(all)).toEqual(new Set([String(long - 1)]));
    const rests = Array.from({ length: long }, (_, at) => ({
      rest: restIn(web, { article: `by ${at}`, from: { articles: [String(at)], sources: [] }, kind: 0 }),
    }));
    expect(restingApart(rests, rests, () => true)).toEqual([]);
  });
});
