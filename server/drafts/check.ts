// Checks what a person gives as the content of a proposal: its places against the text, what it names against draft and database.
import { Issues, type Path } from '../ingest/issues.ts';
import { placeOf, reasonOf } from '../ingest/reasons.ts';
import { Claim } from '../schema/claim.ts';
import type { Draft, Proposal } from '../schema/draft.ts';
import { entityTypes } from '../schema/key.ts';
import { inBatches } from '../schema/lists.ts';
import type { Span } from '../schema/span.ts';
import type { Reader } from '../store/port.ts';
import { namedBy } from './review.ts';

/** A proposal as a person gives it, and where it stands in the request. */
export interface Given {
  proposal: Proposal;
  path: Path;
}

function spansOf(proposal: Proposal): [Path, Span][] {
  const own: [Path, Span] = [['span'], proposal.span];
  if (proposal.kind !== 'claim') return [own];
  const inside = (list: 'relays' | 'sources'): [Path, Span][] =>
    proposal[list].map(({ span }, at): [Path, Span] => [[list, at, 'span'], span]);
  return [own, ...inside('relays'), ...inside('sources')];
}

/** The places of one proposal: each within the text, with exactly its words. */
function checkSpans({ proposal, path }: Given, letters: readonly string[], issues: Issues): void {
  for (const [place, { start, end, quote }] of spansOf(proposal)) {
    const words = letters.slice(start, end).join('');
    const where = [...path, ...place];
    if (end > letters.length)
      issues.add([...where, 'end'], `${end} lies beyond the end of the text, which has ${letters.length} code points`);
    else if (words !== quote) {
      const shown = JSON.stringify(words);
      issues.add(
        [...where, 'quote'],
        `of the proposal ${proposal.id}: the text has ${shown} at ${start}–${end}, not ${JSON.stringify(quote)}`,
      );
    }
  }
}

/** A claim has what its kind needs, and nothing that its kind has not. */
function checkClaim({ proposal, path }: Given, issues: Issues): void {
  if (proposal.kind !== 'claim') return;
  const checked = Claim.safeParse({ id: 'c', ...proposal.claim }, { reportInput: true });
  if (!checked.success)
    for (const issue of checked.error.issues) issues.add([...path, 'claim', ...placeOf(issue)], reasonOf(issue));
}

/** What a member may name by id. */
function linksOf(proposal: Proposal): [Path, string | undefined, Proposal['kind']][] {
  if (proposal.kind === 'source') {
    return [
      [['spokeTo'], proposal.spokeTo, 'article'],
      [['memberOf'], proposal.memberOf, 'source'],
    ];
  }
  if (proposal.kind === 'quote') return [[['speakerSource'], proposal.speakerSource, 'source']];
  if (proposal.kind !== 'claim') return [];
  const { relays, sources, quotes, includes } = proposal;
  return [
    ...relays.map(({ article }, at) => [['relays', at, 'article'], article, 'article'] as [Path, string, 'article']),
    ...sources.map(({ source }, at) => [['sources', at, 'source'], source, 'source'] as [Path, string, 'source']),
    ...quotes.map((id, at) => [['quotes', at], id, 'quote'] as [Path, string, 'quote']),
    ...includes.map((id, at) => [['includes', at], id, 'claim'] as [Path, string, 'claim']),
  ];
}

/** Groups of groups of sources: more than any report names, and few enough to be told with each proposal. */
const mostGroups = 10;

/** A source is one of a group, which may be one of another; not for ever. */
function checkGroups(all: readonly Proposal[], issues: Issues): void {
  const sources = new Map(all.flatMap((one) => (one.kind === 'source' ? [[one.id, one] as const] : [])));
  for (const source of sources.values()) {
    let [group, steps] = [source.memberOf, 0];
    for (; group !== undefined && steps <= mostGroups; steps += 1) group = sources.get(group)?.memberOf;
    if (steps <= mostGroups) continue;
    const most = `groups of sources in each other are at most ${mostGroups}, and in no circle`;
    issues.add([], `the source ${source.id} is one of too many: ${most}; change a memberOf`);
    return;
  }
}

/** Throws InvalidDocument with the place of every fault in the request. `all` are the proposals once the change is made. */
export function checkGiven(given: readonly Given[], all: readonly Proposal[], text: string): void {
  const issues = new Issues();
  const letters = Array.from(text);
  const kinds = new Map(all.map(({ id, kind }) => [id, kind]));
  for (const one of given) {
    checkSpans(one, letters, issues);
    checkClaim(one, issues);
    for (const [place, id, kind] of linksOf(one.proposal)) {
      if (id === undefined) continue;
      if (id === one.proposal.id) issues.add([...one.path, ...place], 'a proposal does not name itself');
      else if (kinds.get(id) !== kind)
        issues.add(
          [...one.path, ...place],
          `"${id}" is no proposal for ${kind === 'article' ? 'an' : 'a'} ${kind} of this draft`,
        );
    }
  }
  checkGroups(all, issues);
  issues.stop();
}

/**
 * The entities of the draft, with those of the database that the proposals name beside them. Throws InvalidDocument for
 * a key that is neither there nor proposed.
 */
export async function knownEntities(
  reader: Reader,
  draft: Pick<Draft, 'entities'>,
  given: readonly Given[],
  all: readonly Proposal[],
): Promise<Draft['entities']> {
  const there = new Set([
    ...draft.entities.map(({ key }) => key),
    ...all.flatMap((one) => (one.kind === 'entity' ? [one.entity] : [])),
  ]);
  const asked = new Set(given.flatMap(({ proposal }) => namedBy(proposal).keys.filter((key) => !there.has(key))));
  if (asked.size === 0) return draft.entities;
  const rows = await inBatches(asked, (keys) => reader.read('write/find/records', { keys }));
  const found = rows.flatMap(({ key, labels, properties }) => {
    const type = entityTypes.find((one) => labels.includes(one));
    return type === undefined || typeof properties.name !== 'string' ? [] : [{ key, type, name: properties.name }];
  });
  const known = new Set(found.map(({ key }) => key));
  const issues = new Issues();
  for (const { proposal, path } of given)
    for (const key of namedBy(proposal).keys)
      if (asked.has(key) && !known.has(key))
        issues.add(
          path,
          `"${key}" of the proposal ${proposal.id} is neither in the database nor proposed; add a proposal for it`,
        );
  issues.stop();
  return [...draft.entities, ...found];
}
