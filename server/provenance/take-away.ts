// Takes articles, sources or assertions away from what is said of a claim, and with them all that rests on these alone.
import type { EvidenceAssertion } from '../schema/evidence.ts';
import { groupBy } from '../schema/lists.ts';
import { componentsOf } from './components.ts';
import { currentOf, linksOf, nextOf, placeOf, type Says, type Surroundings, saysOf } from './says.ts';

/** What is gone; each is asked by key, or for an assertion by the row. */
export interface Taken {
  article(key: string): boolean;
  source(key: string): boolean;
  assertion(one: EvidenceAssertion): boolean;
}

/** Whether the assertion named a source and none of them is left; one of kind unresolved is none beside another. */
function hasLostSources(one: EvidenceAssertion, taken: Taken, { sources }: Surroundings): boolean {
  const linked = one.sources.filter((key) => sources.get(key)?.kind !== 'unresolved');
  const named = linked.length > 0 ? linked : one.sources;
  return named.length > 0 && named.every(taken.source);
}

/** A relay and a source of one assertion are a chain in series: what the relayed article has from the source. */
const isBroken = (one: EvidenceAssertion, taken: Taken, around: Surroundings): boolean =>
  taken.assertion(one) || hasLostSources(one, taken, around);

/** The articles of one claim and mode, those that are only relayed too, by number. */
class Web {
  readonly keys: string[] = [];
  readonly numbers = new Map<string, number>();
  /** As it was before anything was taken. */
  readonly arcs: number[][] = [];
  readonly hasEnd: boolean[] = [];
  /** As it is without what was taken. */
  readonly left: number[][] = [];
  readonly endLeft: boolean[] = [];
  readonly gone: boolean[] = [];

  number(key: string): number {
    const known = this.numbers.get(key);
    if (known !== undefined) return known;
    this.numbers.set(key, this.keys.length);
    return this.keys.push(key) - 1;
  }
}

function webOf(says: Says, taken: Taken, around: Surroundings): Web {
  const web = new Web();
  for (const [article, { all }] of says) {
    web.number(article);
    for (const one of all) for (const key of currentOf(one.relays, article, around)) web.number(key);
  }
  for (let at = 0; at < web.keys.length; at++) {
    const article = web.keys[at] ?? '';
    const links = linksOf(article, says, around);
    const all = new Set<number>();
    const left = new Set<number>();
    let [hasEnd, endLeft] = [false, false];
    if (links.kind === 'republishes') {
      for (const key of links.articles) all.add(web.number(key));
      for (const to of all) left.add(to);
    } else if (links.assertions.length === 0) {
      hasEnd = true;
      const said = says.get(article)?.all;
      endLeft = said === undefined || said.some((one) => !taken.assertion(one));
    } else {
      for (const one of links.assertions) {
        const isLeft = !isBroken(one, taken, around);
        const { relays } = nextOf(one, around);
        for (const key of relays) {
          all.add(web.number(key));
          if (isLeft) left.add(web.number(key));
        }
        if (relays.length > 0) continue;
        hasEnd = true;
        endLeft ||= isLeft;
      }
    }
    web.arcs[at] = [...all];
    web.left[at] = [...left];
    web.hasEnd[at] = hasEnd;
    web.endLeft[at] = endLeft;
    web.gone[at] = taken.article(article);
  }
  return web;
}

const reversed = (arcs: readonly (readonly number[])[]): number[][] => {
  const back: number[][] = arcs.map(() => []);
  arcs.forEach((targets, from) => {
    for (const to of targets) back[to]?.push(from);
  });
  return back;
};

/** Members of circles that were ends before and still are: each still relays another of them. */
function circlesLeft({ keys, arcs, hasEnd, left, gone }: Web): number[] {
  const { of, count } = componentsOf(arcs);
  if (count === keys.length) return [];
  const hasWayOut = new Array<boolean>(count).fill(false);
  arcs.forEach((targets, from) => {
    const group = of[from] ?? 0;
    if (hasEnd[from] === true || targets.some((to) => of[to] !== group)) hasWayOut[group] = true;
  });
  const isIn = keys.map((_, at) => gone[at] !== true && hasWayOut[of[at] ?? 0] === false);
  const onward = keys.map((_, at) => (left[at] ?? []).filter((to) => isIn[to]).length);
  const back = reversed(left);
  const dropped = keys.flatMap((_, at) => (isIn[at] && onward[at] === 0 ? [at] : []));
  for (const at of dropped) isIn[at] = false;
  for (let head = 0; head < dropped.length; head++) {
    for (const from of back[dropped[head] ?? 0] ?? []) {
      onward[from] = (onward[from] ?? 0) - 1;
      if (!isIn[from] || onward[from] !== 0) continue;
      isIn[from] = false;
      dropped.push(from);
    }
  }
  return keys.flatMap((_, at) => (isIn[at] ? [at] : []));
}

/** The articles from which a way still leads to an end that was there before. */
function standing(web: Web): ReadonlySet<number> {
  const ends = web.keys.flatMap((_, at) => (web.gone[at] !== true && web.endLeft[at] === true ? [at] : []));
  const stands = new Set([...ends, ...circlesLeft(web)]);
  const back = reversed(web.left);
  // A set gives what is added to it during the walk as well.
  for (const at of stands) for (const from of back[at] ?? []) if (web.gone[from] !== true) stands.add(from);
  return stands;
}

const keepLeft = (keys: readonly string[], isLeft: (key: string) => boolean): string[] | null => {
  const left = keys.filter(isLeft);
  return left.length === keys.length ? null : left;
};

/**
 * What is left of the assertions of one claim: without those whose article no longer has a way to an end, without
 * those whose own sources, or relayed articles, are all gone, and of the others without the links that are. The
 * same list where nothing changes. Linear in the assertions and their links.
 */
export function takeAway(
  assertions: readonly EvidenceAssertion[],
  taken: Taken,
  around: Surroundings,
): readonly EvidenceAssertion[] {
  const stands = new Map<string, (article: string) => boolean>();
  const voices = groupBy(assertions, ({ mode, modality }) => `${mode} ${modality}`);
  for (const [name, [first]] of voices) {
    if (first === undefined) continue;
    const { mode, modality } = first;
    const says = saysOf(assertions, { mode, modality }, around);
    if (says.size === 0) continue;
    const web = webOf(says, taken, around);
    const still = standing(web);
    stands.set(name, (article) => {
      const at = web.numbers.get(article);
      return at === undefined ? !taken.article(article) : still.has(at);
    });
  }
  let changed = false;
  const kept: EvidenceAssertion[] = [];
  for (const one of assertions) {
    const isStanding = stands.get(`${one.mode} ${one.modality}`) ?? ((article: string) => !taken.article(article));
    const isRelayed = (key: string): boolean => {
      const others = currentOf([key], one.article, around);
      return others.length === 0 || others.some(isStanding);
    };
    const prints = currentOf(around.articles.get(one.article)?.republishes ?? [], one.article, around).length > 0;
    const relays = prints ? null : keepLeft(one.relays, isRelayed);
    const sources = keepLeft(one.sources, (key) => !taken.source(key));
    const isGone = isBroken(one, taken, around) || !isStanding(placeOf(one, around)) || relays?.length === 0;
    if (isGone || relays !== null || sources !== null) changed = true;
    if (isGone) continue;
    kept.push(
      relays === null && sources === null
        ? one
        : { ...one, relays: relays ?? one.relays, sources: sources ?? one.sources },
    );
  }
  return changed ? kept : assertions;
}
