// The short form of what a derived edge rests on, as rows of tables carry it.
import type { Badge } from '../../schema/origins.ts';
import { numberOf, textOf } from '../properties.ts';

/** From an edge's properties, stored or computed. */
export function badgeOf(properties: Readonly<Record<string, unknown>>): Badge {
  const count = (name: keyof Badge): number => numberOf(properties[name]) ?? 0;
  return {
    originsMin: count('originsMin'),
    originsMax: count('originsMax'),
    originsByOwner: count('originsByOwner'),
    sources: count('sources'),
    articles: count('articles'),
    outlets: count('outlets'),
    unnamedOutlets: count('unnamedOutlets'),
    contested: properties.contested === true,
    first: textOf(properties.first),
    last: textOf(properties.last),
  };
}
