// On how many independent origins claims rest, what that hangs on, and what is remarkable on the way.
import type { EvidenceAssertion } from '../schema/evidence.ts';
import { compare, distinct } from '../schema/lists.ts';
import type { Origins } from '../schema/origins.ts';
import { cutKeys } from './cut.ts';
import { isSurelyLater } from './days.ts';
import type { EvidenceIndex } from './evidence-index.ts';
import { type Network, networkOf, solve } from './network.ts';
import { flowByOwner } from './owners.ts';
import { type Support, type Trail, trailOf } from './trail.ts';

export { type EvidenceIndex, indexEvidence } from './evidence-index.ts';
export type { Support } from './trail.ts';

function dateConflicts({ links }: Trail, { evidence: { articles } }: EvidenceIndex): Origins['dateConflicts'] {
  const found = new Map<string, Origins['dateConflicts'][number]>();
  for (const { from, to, kind } of links) {
    if (kind === 'attributed') continue;
    const [article, relayed] = [articles.get(from), articles.get(to)];
    if (article === undefined || relayed === undefined || !isSurelyLater(relayed, article)) continue;
    found.set(`${from} ${to}`, { article: from, relays: to });
  }
  return [...found.values()].sort((a, b) => compare(a.article, b.article) || compare(a.relays, b.relays));
}

/** Articles where a trail ends with nobody: they name no source at all, or one of kind unresolved. */
function unresolvedEnds({ ends, links }: Trail, { classes }: EvidenceIndex): string[] {
  const nobody = links.filter(({ kind, to }) => kind === 'attributed' && classes.isNobody(classes.of(to)));
  return distinct([...ends, ...nobody.map(({ from }) => from)]);
}

/** What is corrected of the supports: in the articles that were reached, or by what shows or links them. */
function correctedOn(
  index: EvidenceIndex,
  supports: readonly Support[],
  { entries, links }: Trail,
  reached: ReadonlySet<string>,
): Origins['corrected'] {
  const found = new Map<string, Set<string>>();
  const look = (one: EvidenceAssertion | undefined): void => {
    const by = one === undefined ? [] : index.correctedBy(one);
    if (one !== undefined && by.length > 0) found.set(one.article, new Set([...(found.get(one.article) ?? []), ...by]));
  };
  for (const { assertion } of [...entries, ...links]) look(index.assertion(assertion ?? ''));
  const amended = [...reached].filter((key) => (index.evidence.articles.get(key)?.correctedBy.length ?? 0) > 0);
  for (const { claim, mode } of amended.length === 0 ? [] : supports) {
    const says = index.said.says(claim, mode);
    for (const key of amended) for (const one of says.get(key)?.all ?? []) look(one);
  }
  const rows = [...found].map(([article, by]) => ({ article, by: distinct(by) }));
  return rows.sort((a, b) => compare(a.article, b.article));
}

/** What is withdrawn of that on which entries rest: in the articles that make the claim, and in those on the way. */
function withdrawnOn(index: EvidenceIndex, supports: readonly Support[]): Pick<Origins, 'retracted' | 'corrected'> {
  if (index.said === index.counting) return { retracted: [], corrected: [] };
  const trail = trailOf(index.said, supports);
  const reached = new Set([...trail.entries.map(({ article }) => article), ...trail.links.map(({ to }) => to)]);
  return {
    retracted: distinct([...reached].filter(index.isRetracted)),
    corrected: correctedOn(index, supports, trail, reached),
  };
}

function countPeople({ vertices }: Network, { classes }: EvidenceIndex): number {
  let people = 0;
  for (const { isArticle, sources } of vertices) if (!isArticle) people += classes.people(sources);
  return people;
}

/**
 * The origins of all supports together, as docs/provenance.md defines them. Where an article makes several of the
 * claims, its links for all of them are taken together. Touches the assertions of these claims alone.
 */
export function originsOf(index: EvidenceIndex, supports: readonly Support[]): Origins {
  const trail = trailOf(index.counting, supports);
  const network = networkOf(trail, index.classes);
  const solved = solve(network);
  const { identified, max, circles, members } = solved;
  const circular = circles.map((group) =>
    distinct((members[group] ?? []).map((at) => network.vertices[at]?.key ?? '')),
  );
  return {
    min: identified > 0 ? identified : Math.min(1, max),
    max,
    byOwner: flowByOwner(network, solved, index.evidence.articles),
    sources: countPeople(network, index),
    cut: cutKeys(network, solved),
    circular: circular.sort((a, b) => compare(a[0] ?? '', b[0] ?? '')),
    dateConflicts: dateConflicts(trail, index),
    unresolved: unresolvedEnds(trail, index),
    ...withdrawnOn(index, supports),
  };
}
