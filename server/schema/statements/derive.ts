// The statements of cypher/derive: the form of their parameters and rows.
import { z } from 'zod';
import { DerivedProperties, DerivedType, EvidenceRow } from '../evidence.ts';

const link = {
  parameters: z.strictObject({
    rows: z.array(z.strictObject({ source: z.string(), target: z.string(), properties: DerivedProperties })),
  }),
  row: z.strictObject({ written: z.int() }),
};
const assertion = z.strictObject({ assertion: z.string() });
const pairs = z.strictObject({ rows: z.array(z.strictObject({ source: z.string(), target: z.string() })) });
const ends = { type: DerivedType, source: z.string(), target: z.string() };

export const deriveStatements = {
  'derive/evidence-all': { parameters: z.strictObject({}), row: EvidenceRow },
  'derive/evidence-of': { parameters: z.strictObject({ assertions: z.array(z.string()) }), row: EvidenceRow },
  'derive/assertions-of-articles': { parameters: z.strictObject({ articles: z.array(z.string()) }), row: assertion },
  'derive/assertions-of-claims': { parameters: z.strictObject({ claims: z.array(z.string()) }), row: assertion },
  'derive/assertions-quoting': { parameters: pairs, row: assertion },
  'derive/assertions-citing': { parameters: pairs, row: assertion },
  'derive/edges': { parameters: z.strictObject({}), row: z.strictObject({ ...ends, properties: DerivedProperties }) },
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
