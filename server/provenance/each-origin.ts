// Each origin by itself: what it hangs on, the articles on the way from there, and the sources at their ends.
import { compare, distinct } from '../schema/lists.ts';
import { cutOf } from './cut.ts';
import type { Network, Solved } from './network.ts';
import type { SourceClasses } from './sources.ts';

/** Lists of keys are sorted. */
export interface Origin {
  /** Of the cut what it is: an article, a source, or of a circle as many articles as it takes. */
  readonly cut: readonly string[];
  /** All articles, or all sources, that count as this one. */
  readonly members: readonly string[];
  /** Whether it is articles that relay only each other. */
  readonly circular: boolean;
  /** The articles from here on; of a source those that name it. */
  readonly articles: readonly string[];
  /** The sources that its trails reach, itself if it is one; nobody's are left out. */
  readonly sources: readonly string[];
}

/** One for each member of the cut, sorted by key. Linear in the arcs for each. */
export function eachOrigin(network: Network, solved: Solved, classes: SourceClasses): Origin[] {
  const { vertices, arcs } = network;
  const origins = cutOf(network, solved).map((member): Origin => {
    const reached = new Set(member.vertices);
    // A set gives what is added to it during the walk as well.
    for (const at of reached) for (const to of arcs[at] ?? []) reached.add(to);
    const keysOf = (list: Iterable<number>, isArticle: boolean): string[] =>
      distinct(
        [...list].flatMap((at) => {
          const vertex = vertices[at];
          if (vertex === undefined || vertex.isArticle !== isArticle) return [];
          return isArticle ? [vertex.key] : [...vertex.sources].filter((key) => !classes.isNobody(classes.of(key)));
        }),
      );
    const { keys, isCircular, namedBy } = member;
    const own = distinct(member.vertices.flatMap((at) => [...(vertices[at]?.sources ?? [])]));
    return {
      cut: keys,
      members: own.length > 0 ? own : keysOf(member.vertices, true),
      circular: isCircular,
      articles: keysOf([...namedBy, ...reached], true),
      sources: keysOf(reached, false),
    };
  });
  return origins.sort((a, b) => compare(a.cut[0] ?? '', b.cut[0] ?? ''));
}
