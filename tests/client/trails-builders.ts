// Evidence of one edge in short: assertions in articles, links between articles and to sources, and a cut.
import type { DerivationEdge, DerivationNode } from '../../server/schema/origins.ts';
import type { AssertionView, Evidence } from '../../server/schema/view.ts';
import { articleView, assertionView } from '../view-builders.ts';
import { edge as edgeOf, node } from './builders.ts';

/** An assertion of a position on a plan, in an article that is held, by an outlet of the same name. */
export const assertion = (key: string, article: string, part: Partial<AssertionView> = {}): AssertionView =>
  assertionView(key, articleView(article, { key: `outlet:${article}`, name: article }), part);

/** "kyiv>politico@a1": a link that the assertion a1 carries; what begins with "source" is a source. */
export function derivation(links: readonly string[], cut: readonly string[]): NonNullable<Evidence['derivation']> {
  const edges = links.map((link): DerivationEdge => {
    const [ends = '', by = null] = link.split('@');
    const [source = '', target = ''] = ends.split('>');
    const kind = target.startsWith('source') ? 'attributed' : 'relays';
    return { source, target, kind, how: `how ${ends}`, quote: null, assertion: by ?? null };
  });
  const keys = [...new Set(edges.flatMap((one) => [one.source, one.target]))];
  const nodes = keys.map((key): DerivationNode => {
    const article = !key.startsWith('source');
    const label = article ? 'Article' : 'Source';
    return {
      key,
      label,
      name: key,
      held: article ? true : null,
      identified: article ? null : true,
      inCut: cut.includes(key),
    };
  });
  const origins = cut.map((key) => ({
    cut: [key],
    members: [key],
    circular: false,
    name: key,
    onWordOf: [],
    title: key,
  }));
  return { nodes, edges, origins };
}

/** The evidence of a stance edge over these assertions and links. */
export function evidence(
  assertions: readonly AssertionView[],
  links: readonly string[],
  cut: readonly string[],
  type = 'OPPOSES',
): Evidence {
  return {
    edge: edgeOf(type, 'country:hu', 'plan:invitation'),
    source: node('country:hu'),
    target: node('plan:invitation'),
    assertions: [...assertions],
    places: [],
    origins: {
      min: 1,
      max: cut.length,
      byOwner: cut.length,
      sources: 1,
      cut: [...cut],
      circular: [],
      dateConflicts: [],
      unresolved: [],
      retracted: [],
      corrected: [],
    },
    derivation: derivation(links, cut),
    contradictions: [],
  };
}
