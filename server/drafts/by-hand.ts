// Proposals that a person adds: they get ids of their own, by which what was given with them names them too.
import { shortHash } from '../ingest/canonical.ts';
import type { Proposal } from '../schema/draft.ts';

/** The proposal with every id that it has or names as `rename` makes it. */
export function renameProposals(proposal: Proposal, rename: (id: string) => string): Proposal {
  const id = rename(proposal.id);
  const some = <N extends string>(name: N, value: string | undefined): { [K in N]?: string } =>
    (value === undefined ? {} : { [name]: rename(value) }) as { [K in N]?: string };
  if (proposal.kind === 'source')
    return { ...proposal, id, ...some('spokeTo', proposal.spokeTo), ...some('memberOf', proposal.memberOf) };
  if (proposal.kind === 'quote') return { ...proposal, id, ...some('speakerSource', proposal.speakerSource) };
  if (proposal.kind !== 'claim') return { ...proposal, id };
  return {
    ...proposal,
    id,
    relays: proposal.relays.map((link) => ({ ...link, article: rename(link.article) })),
    sources: proposal.sources.map((link) => ({ ...link, source: rename(link.source) })),
    quotes: proposal.quotes.map(rename),
    includes: proposal.includes.map(rename),
  };
}

/** The id of a proposal added by hand: of its content, so that the same added twice is one. */
function idOf(proposal: Proposal): string {
  const { id: _, score: __, reason: ___, ...content } = proposal;
  return `p${shortHash(['hand', content])}`;
}

/** The id for each that was given. What is named is named first: by the content of what it names an id does not change. */
export function idsByHand(added: readonly Proposal[]): ReadonlyMap<string, string> {
  const ids = new Map<string, string>();
  const order = ['mention', 'entity', 'date', 'article', 'source', 'quote', 'claim'];
  for (const one of [...added].sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind)))
    ids.set(one.id, idOf(renameProposals(one, (id) => ids.get(id) ?? id)));
  return ids;
}
