// The two sides of a contradiction as a person reads them: what each holds, who says so, and on whose word.

import { supposedly } from '../../provenance/chains.ts';
import type { EvidenceIndex } from '../../provenance/evidence-index.ts';
import { originsOf } from '../../provenance/origins.ts';
import type { Support } from '../../provenance/trail.ts';
import type { SideView } from '../../schema/comparison.ts';
import type { Side } from '../../schema/ledger.ts';
import type { ArticleRef, AssertionView } from '../../schema/view.ts';
import { distinct, groupBy } from '../order.ts';
import { inOrder } from './assertions.ts';

/** What the sides of some entries are made of. */
export interface SideParts {
  index: EvidenceIndex;
  assertions: ReadonlyMap<string, AssertionView>;
  articles: ReadonlyMap<string, ArticleRef>;
  names: ReadonlyMap<string, string>;
}

/** More ends than anybody reads in a line. */
const mostEnds = 3;

/** Where the trails end, beside the article itself: a person, "four officials", the last article known. */
function onWordOf({ chains, article }: AssertionView): string | null {
  const ends = chains.flatMap((chain) => {
    const end = chain.at(-1);
    if (end === undefined || (end.label === 'Article' && end.key === article.key)) return [];
    // Whom somebody takes a source to be has said nothing: the source has.
    return end.how === supposedly ? `${chain.at(-2)?.name}, ${supposedly} ${end.name}` : end.name;
  });
  const named = distinct(ends);
  return named.length === 0 ? null : named.slice(0, mostEnds).join(', ');
}

const articleTitle = (article: ArticleRef | undefined, key: string): string =>
  article?.title ?? ([article?.outlet?.name, article?.publishedTo?.slice(0, 10)].filter(Boolean).join(', ') || key);

function titleOf(side: Side, { index, articles }: SideParts): string {
  const text = side.claim === null ? null : (index.evidence.claims.get(side.claim)?.text ?? side.claim);
  const said =
    text === null || side.mode === 'asserts' ? text : `${side.mode === 'denies' ? 'Denied' : 'Questioned'}: ${text}`;
  const article = side.article === null ? null : articleTitle(articles.get(side.article), side.article);
  if (side.quote !== null) return `“${index.evidence.quotes.get(side.quote)?.text ?? side.quote}”`;
  if (article === null) return said ?? '';
  return said === null ? `The report “${article}”` : `“${article}” says: ${said}`;
}

/** The claims, each in its mode, that the side's assertions make. */
export function supportsOfSide({ assertions }: Side, index: EvidenceIndex): Support[] {
  const rows = assertions.flatMap((key) => index.assertion(key) ?? []);
  return [...groupBy(rows, ({ claim, mode }) => `${mode} ${claim}`).values()].flatMap((group) =>
    group.slice(0, 1).map(({ claim, mode }) => ({
      claim,
      mode,
      modality: null,
      assertions: new Set(group.map((one) => one.assertion)),
    })),
  );
}

/** Whose position it is: of a claim its holder, of a quote its speaker. */
function holderOf(side: Side, said: readonly AssertionView[], { index, names }: SideParts): SideView['holder'] {
  if (side.claim !== null) {
    const key = index.evidence.claims.get(side.claim)?.holder;
    return key === undefined ? null : { key, name: names.get(key) ?? key };
  }
  return said.flatMap((one) => one.quotes).find((quote) => quote.key === side.quote)?.speaker ?? null;
}

export function sideView(side: Side, parts: SideParts): SideView {
  const said = inOrder(side.assertions.flatMap((key) => parts.assertions.get(key) ?? []));
  const supports = supportsOfSide(side, parts.index);
  const origins = supports.length === 0 ? null : originsOf(parts.index, supports);
  const channels = distinct(said.map((one) => one.channel));
  return {
    ...side,
    title: titleOf(side, parts),
    holder: holderOf(side, said, parts),
    stance: side.claim === null ? null : (parts.index.evidence.claims.get(side.claim)?.stance ?? null),
    channel: channels.length === 1 ? (said[0]?.channel ?? null) : null,
    sayers: said.map((one) => ({
      assertion: one.key,
      mode: one.mode,
      article: one.article,
      wording: one.wording,
      quote: one.quote,
      start: one.start,
      end: one.end,
      onWordOf: onWordOf(one),
    })),
    origins: origins === null ? null : { min: origins.min, max: origins.max, sources: origins.sources },
  };
}
