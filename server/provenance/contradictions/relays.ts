// Relay divergence: for one origin, articles use words of different stances, or different words for one.
import type { Evidence, EvidenceAssertion, EvidenceClaim } from '../../schema/evidence.ts';
import { fold } from '../../schema/fold.ts';
import { compare, groupBy } from '../../schema/lists.ts';
import { Stance } from '../../schema/stance.ts';
import { explainWords } from './explain.ts';
import { claimSide, keysOf, type Ledger } from './ledger.ts';
import { isCommitted } from './matrix.ts';
import type { Trails } from './trails.ts';

interface Item {
  readonly assertion: EvidenceAssertion;
  readonly claim: EvidenceClaim;
  /** The article whose words they are. */
  readonly article: string;
  /** The day they are from, for telling which came first; undated ones come last. */
  readonly day: string;
}
/** What rests on one origin: from others, or, where the origin is a held article, in its own words. */
interface Group {
  readonly relaying: Item[];
  readonly own: Item[];
}

/** Only claims that differ in the stance alone compare: counts of the same number. */
export const topicOf = (claim: EvidenceClaim): string =>
  JSON.stringify([claim.kind, claim.quantifier, claim.number, claim.of]);

function groupsOf(items: readonly Item[], trails: Trails): Map<string, Group> {
  const groups = new Map<string, Group>();
  const add = (origin: string, part: keyof Group, item: Item): void => {
    const group = groups.get(origin) ?? { relaying: [], own: [] };
    groups.set(origin, group);
    group[part].push(item);
  };
  for (const item of items) {
    const { assertion, article } = item;
    const origins = trails.lastRelayed(assertion, article);
    for (const origin of origins) add(origin, 'relaying', item);
    if (origins.length > 0) continue;
    if (!assertion.reconstructed) add(article, 'own', item);
    for (const origin of trails.classesOf(assertion)) add(origin, 'relaying', item);
  }
  // What others reconstruct of one article has no words of its own; they are compared under that article.
  for (const [origin, { relaying }] of groups) {
    const articles = new Set(relaying.map(({ article }) => article));
    const isEcho = articles.size === 1 && relaying.every(({ assertion }) => assertion.reconstructed);
    if (relaying.length === 0 || isEcho) groups.delete(origin);
  }
  return groups;
}

const stanceOrder = ({ claim }: Item): string => `${claim.stance === null ? 9 : Stance.options.indexOf(claim.stance)}`;
const inOrder = (a: Item, b: Item): number =>
  compare(stanceOrder(a), stanceOrder(b)) || compare(a.claim.claim, b.claim.claim) || compare(a.day, b.day);

const wordOf = ({ assertion }: Item): string => fold(assertion.wording ?? '');
function wordsOf(items: readonly Item[]): string[] {
  const words = new Map<string, string>();
  const sorted = [...items].sort((a, b) => inOrder(a, b) || compare(a.assertion.assertion, b.assertion.assertion));
  for (const { assertion } of sorted) {
    const folded = fold(assertion.wording ?? '');
    if (folded !== '' && !words.has(folded)) words.set(folded, assertion.wording ?? '');
  }
  return [...words.values()];
}

/** The items of one claim in two parts: those with the earliest words and the others; null where all articles agree. */
function splitByWords(items: readonly Item[]): [readonly Item[], readonly Item[]] | null {
  const worded = items.filter((item) => wordOf(item) !== '');
  const byArticle = groupBy(worded, ({ article }) => article);
  const sets = [...byArticle.values()].map((list) => [...new Set(list.map(wordOf))].sort().join('|'));
  if (new Set(sets).size < 2) return null;
  const first = [...worded].sort((a, b) => compare(a.day, b.day) || compare(wordOf(a), wordOf(b)))[0];
  if (first === undefined) return null;
  const isFirst = (item: Item): boolean => wordOf(item) === wordOf(first);
  return [worded.filter(isFirst), worded.filter((item) => !isFirst(item))];
}

/**
 * Those that do not commit and those that defer, where not all articles have the same of the two; null where they have.
 * Both can be held at once, so one article that says both, of one origin, says nothing different.
 */
function splitByStance(items: readonly Item[]): [readonly Item[], readonly Item[]] | null {
  const byArticle = groupBy(items, ({ article }) => article);
  const sets = [...byArticle.values()].map((list) => [...new Set(list.map(stanceOrder))].sort().join('|'));
  if (new Set(sets).size < 2) return null;
  const isNoncommittal = ({ claim }: Item): boolean => claim.stance === 'noncommittal';
  return [items.filter(isNoncommittal), items.filter((item) => !isNoncommittal(item))];
}

/** The two sides, or null where the words go together. */
function split({ relaying, own }: Group): [readonly Item[], readonly Item[]] | null {
  const items = [...relaying, ...own];
  const stances = items.filter(({ claim }) => claim.stance !== null);
  const committed = stances.filter(({ claim }) => isCommitted(claim.stance));
  const others = stances.filter(({ claim }) => !isCommitted(claim.stance));
  const inOwnWords = new Set(own.map(({ claim }) => claim.claim));
  const isFaithful = relaying.every(({ claim }) => inOwnWords.has(claim.claim));
  if (committed.length > 0 && others.length > 0 && !isFaithful) return [committed, others];
  const apart = isFaithful ? null : splitByStance(others);
  if (apart !== null) return apart;
  const byClaim = [...groupBy([...items].sort(inOrder), ({ claim }) => claim.claim).values()];
  for (const list of byClaim) {
    const parts = splitByWords(list);
    if (parts !== null) return parts;
  }
  return null;
}

/** One entry for a question and an origin; `assertions` are those of one question that assert now. */
export function addRelayDivergences(
  ledger: Ledger,
  evidence: Evidence,
  assertions: readonly EvidenceAssertion[],
  trails: Trails,
): void {
  const items: Item[] = [];
  for (const assertion of assertions) {
    const claim = evidence.claims.get(assertion.claim);
    const article = trails.printed(assertion.article);
    if (claim === undefined || claim.stance === null || article === null) continue;
    const { publishedFrom, publishedTo } = evidence.articles.get(article) ?? { publishedFrom: null, publishedTo: null };
    items.push({ assertion, claim, article, day: publishedFrom ?? publishedTo ?? '~' });
  }
  for (const [topic, list] of groupBy(items, ({ claim }) => topicOf(claim))) {
    if (list.length < 2) continue;
    for (const [origin, group] of groupsOf(list, trails)) {
      const parts = split(group)?.map((part) => [...part].sort(inOrder));
      const [a, b] = [parts?.[0]?.[0]?.claim, parts?.[1]?.[0]?.claim];
      if (parts === undefined || a === undefined || b === undefined) continue;
      const sides = parts.map((part) => keysOf(part.map(({ assertion }) => assertion)).sort());
      const words = wordsOf(parts.flat());
      ledger.add({
        type: 'relayDivergence',
        questionKey: a.questionKey,
        a: claimSide(a, 'asserts', sides[0] ?? []),
        b: claimSide(b, 'asserts', sides[1] ?? []),
        explanation: explainWords('relayDivergence', words.length > 1 ? words : [a.text, b.text]),
        claims: parts.flat().map(({ claim }) => claim.claim),
        about: [origin, a.questionKey, topic],
      });
    }
  }
}
