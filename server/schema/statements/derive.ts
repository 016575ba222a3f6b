// The statements of cypher/derive: the form of their parameters and rows.
import { z } from 'zod';
import { DerivedProperties, DerivedType } from '../evidence.ts';
import { Stored } from './rows.ts';

const link = {
  parameters: z.strictObject({
    rows: z.array(z.strictObject({ source: z.string(), target: z.string(), properties: DerivedProperties })),
  }),
  row: z.strictObject({ written: z.int() }),
};
const keys = z.strictObject({ keys: z.array(z.string()) });
const claims = z.strictObject({ claims: z.array(z.string()) });
const pair = z.strictObject({ source: z.string(), target: z.string() });
const pairs = z.strictObject({ rows: z.array(pair) });
const claim = z.strictObject({ claim: z.string() });
const tied = claim.extend(pair.shape);
const article = z.strictObject({ article: z.string() });
const ends = { type: DerivedType, ...pair.shape };
/** As an edge is stored; one of an earlier version has other properties. */
const stored = z.strictObject({ ...ends, properties: Stored });

export const deriveStatements = {
  'derive/articles-around': { parameters: keys, row: article },
  'derive/articles-of-outlets': { parameters: keys, row: article },
  'derive/claims-of-articles': { parameters: keys, row: claim },
  'derive/claims-of-sources': { parameters: keys, row: claim },
  'derive/sources-of-articles': { parameters: keys, row: z.strictObject({ source: z.string() }) },
  'derive/quoting': { parameters: claims, row: tied },
  'derive/citing': { parameters: claims, row: tied },
  'derive/quoted-claims': { parameters: z.strictObject({ outlet: z.string(), actor: z.string() }), row: claim },
  'derive/cited-claims': { parameters: z.strictObject({ outlet: z.string(), cited: z.string() }), row: claim },
  'derive/stored-stances': { parameters: pairs, row: stored },
  'derive/stored-stances-on': { parameters: z.strictObject({ targets: z.array(z.string()) }), row: stored },
  'derive/stored-reports': { parameters: claims, row: stored },
  'derive/stored-ties': { parameters: pairs, row: stored },
  'derive/turn': { parameters: z.strictObject({}), row: z.strictObject({ turn: z.string() }) },
  'derive/starts': { parameters: z.strictObject({}), row: z.strictObject({ key: z.string() }) },
  'derive/ends': { parameters: z.strictObject({ keys: z.array(z.string()) }), row: z.strictObject(ends) },
  'derive/delete-links': {
    parameters: z.strictObject({ rows: z.array(z.strictObject(ends)) }),
    row: z.strictObject({}),
  },
  'derive/link/opposes': link,
  'derive/link/supports': link,
  'derive/link/noncommittal-on': link,
  'derive/link/defers-on': link,
  'derive/link/reports': link,
  'derive/link/quotes': link,
  'derive/link/cites': link,
} as const;
