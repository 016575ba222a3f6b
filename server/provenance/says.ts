// What each article says of one claim in one mode, and where it has that from: the next link only.
import type { EvidenceArticle, EvidenceAssertion, EvidenceSource } from '../schema/evidence.ts';
import { groupBy } from '../schema/lists.ts';
import { Modality, type Mode } from '../schema/stance.ts';

/** What must be known of all articles to say where one leads. */
export interface Surroundings {
  readonly articles: ReadonlyMap<string, EvidenceArticle>;
  readonly sources: ReadonlyMap<string, EvidenceSource>;
  /** The texts that stand for an article now: its newest revisions, or itself. */
  current(article: string): readonly string[];
  /** The assertions in the text of held articles by which one is known: itself, or what shows it; none: it does not count. */
  showing(assertion: EvidenceAssertion): readonly EvidenceAssertion[];
}

/** What one article says of the claim in the mode. */
export interface Say {
  /** All its assertions that count, by key. */
  readonly all: readonly EvidenceAssertion[];
  /** Those whose links are the article's: beside one that names where it is from, one that does not adds nothing. */
  readonly speaking: readonly EvidenceAssertion[];
}

/** What is said of one claim in one mode, by article. */
export type Says = ReadonlyMap<string, Say>;

/** A step from an article; an assertion without a relay leads to its sources, an article without any link nowhere. */
export type Links =
  | { readonly kind: 'republishes'; readonly articles: readonly string[] }
  | { readonly kind: 'says'; readonly assertions: readonly EvidenceAssertion[] };

const relaysAnother = (one: EvidenceAssertion): boolean => one.relays.some((key) => key !== one.article);

/** Whether the assertion itself says where it is from; a source of kind unresolved is nobody's name. */
export function isLinked(one: EvidenceAssertion, sources: Surroundings['sources']): boolean {
  return relaysAnother(one) || one.sources.some((key) => sources.get(key)?.kind !== 'unresolved');
}

/** Of these, those in the article's own text that say where they are from; else those others reconstruct of it. */
function linkedOf(all: readonly EvidenceAssertion[], sources: Surroundings['sources']): readonly EvidenceAssertion[] {
  const linked = all.filter((one) => isLinked(one, sources));
  const own = linked.filter((one) => !one.reconstructed);
  return own.length > 0 ? own : linked;
}

/**
 * The assertions whose links are the article's own: the linked ones of the modality asked for, else of any; else those
 * that name an unresolved source; else none, and the trail ends with the article. Asked for none, those of each.
 */
function speaking(
  all: readonly EvidenceAssertion[],
  modality: Modality | null,
  sources: Surroundings['sources'],
): readonly EvidenceAssertion[] {
  const any = linkedOf(all, sources);
  if (any.length === 0) return all.filter((one) => one.sources.length > 0);
  const wanted = modality === null ? Modality.options : [modality];
  const found = new Set<EvidenceAssertion>();
  for (const option of wanted) {
    const said = all.filter((one) => one.modality === option);
    const linked = said.length === all.length ? any : linkedOf(said, sources);
    for (const one of linked.length > 0 ? linked : any) found.add(one);
  }
  return [...found];
}

/** The article that the assertion counts for: what others tell of an article is told of its newest text. */
export function placeOf({ article, reconstructed }: EvidenceAssertion, around: Surroundings): string {
  return reconstructed ? (around.current(article)[0] ?? article) : article;
}

/** What shows that another article says something has it from there, also where it does not repeat that itself. */
function shownRelays(one: EvidenceAssertion, around: Surroundings): EvidenceAssertion[] {
  if (!one.reconstructed) return [];
  return around.showing(one).flatMap((by) => {
    const { assertion, article, sources, credibility } = by;
    const repeats = by.claim === one.claim && by.mode === one.mode && by.modality === one.modality;
    if (article === placeOf(one, around) || (repeats && by.relays.includes(one.article))) return [];
    return [{ ...one, assertion, article, sources, credibility, relays: [one.article], reconstructed: false }];
  });
}

/**
 * What the assertions that count say of their one claim in the mode. With a modality an article speaks with what it
 * says in that, where it says so: what it has of today's position is not what it has of tomorrow's.
 */
export function saysOf(
  assertions: readonly EvidenceAssertion[],
  { mode, modality }: { mode: Mode; modality: Modality | null },
  around: Surroundings,
): Says {
  const counting = assertions.filter((one) => one.mode === mode && around.showing(one).length > 0);
  const byArticle = groupBy(counting, (one) => placeOf(one, around));
  const shown = groupBy(
    counting.flatMap((one) => shownRelays(one, around)),
    (one) => one.article,
  );
  const says = new Map<string, Say>();
  for (const article of new Set([...byArticle.keys(), ...shown.keys()])) {
    const all = byArticle.get(article) ?? [];
    says.set(article, { all, speaking: speaking([...all, ...(shown.get(article) ?? [])], modality, around.sources) });
  }
  return says;
}

/** The articles, of those given, as they stand now, without one that would lead to itself. */
export function currentOf(articles: readonly string[], from: string, around: Surroundings): string[] {
  const current = new Set(articles.flatMap((key) => around.current(key)));
  current.delete(from);
  return [...current];
}

/**
 * Where an article has the claim from. One that prints others leads to these alone: to those that say the claim, where
 * one does. One that is silent leads nowhere.
 */
export function linksOf(article: string, says: Says, around: Surroundings): Links {
  const printed = currentOf(around.articles.get(article)?.republishes ?? [], article, around);
  if (printed.length === 0) return { kind: 'says', assertions: says.get(article)?.speaking ?? [] };
  const saying = printed.filter((key) => says.has(key));
  return { kind: 'republishes', articles: saying.length > 0 ? saying : printed };
}

/** The next link of an assertion: the articles it relays as they stand now, else its sources. */
export function nextOf(
  one: EvidenceAssertion,
  around: Surroundings,
): { relays: readonly string[]; sources: readonly string[] } {
  const relays = currentOf(one.relays, one.article, around);
  if (relays.length > 0) return { relays, sources: [] };
  const linked = one.sources.filter((key) => around.sources.get(key)?.kind !== 'unresolved');
  return { relays, sources: linked.length > 0 ? linked : one.sources };
}
