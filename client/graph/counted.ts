// What an explorer edge rests on, read from its properties: articles, outlets, origins, and whether it stands undisputed.
import type { Badge } from '../../server/schema/origins.ts';
import type { EdgeView } from '../../server/schema/view.ts';

/** The counts of a derived edge, of a matrix cell, or of a side of the ledger. Whole numbers from 0. */
export type Counted = Pick<
  Badge,
  'articles' | 'outlets' | 'unnamedOutlets' | 'sources' | 'originsMin' | 'originsMax' | 'originsByOwner' | 'contested'
>;

/** Those of the counts that are numbers. */
export const countNames = [
  'originsMin',
  'originsMax',
  'originsByOwner',
  'sources',
  'articles',
  'outlets',
  'unnamedOutlets',
] as const;

/** withdrawn: nothing supports it any longer; uncertain: the least and the most origins differ; certain: they do not. */
export type Standing = 'withdrawn' | 'uncertain' | 'certain';

export const standingOf = (of: Pick<Counted, 'originsMin' | 'originsMax'>): Standing =>
  of.originsMax === 0 ? 'withdrawn' : of.originsMin < of.originsMax ? 'uncertain' : 'certain';

/** The counts of a derived edge; undefined for a stated one, and for one that was never counted. */
export function countedOf(edge: Pick<EdgeView, 'derived' | 'properties'>): Counted | undefined {
  const { properties } = edge;
  const number = (name: string): number => {
    const value = properties[name];
    return typeof value === 'number' ? value : 0;
  };
  if (!edge.derived || typeof properties.originsMax !== 'number') return undefined;
  return {
    articles: number('articles'),
    outlets: number('outlets'),
    unnamedOutlets: number('unnamedOutlets'),
    sources: number('sources'),
    originsMin: number('originsMin'),
    originsMax: number('originsMax'),
    originsByOwner: number('originsByOwner'),
    contested: properties.contested === true,
  };
}
