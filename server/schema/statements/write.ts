// The statements of cypher/write: the form of their parameters and rows.
import { z } from 'zod';

const Scalar = z.union([z.string(), z.number(), z.boolean(), z.array(z.string()), z.array(z.number())]);
const Properties = z.record(z.string(), Scalar);
const keys = z.strictObject({ keys: z.array(z.string()) });
const written = z.strictObject({ written: z.int() });

const link = {
  parameters: z.strictObject({
    rows: z.array(z.strictObject({ source: z.string(), target: z.string(), properties: Properties })),
  }),
  row: written,
};
const node = {
  parameters: z.strictObject({ rows: z.array(z.strictObject({ key: z.string(), properties: Properties })) }),
  row: written,
};
const ends = { type: z.string(), source: z.string(), target: z.string() };
const relations = z.strictObject({ ...ends, properties: Properties });
const version = {
  key: z.string(),
  held: z.boolean(),
  textHash: z.string().nullable(),
  documentHash: z.string().nullable(),
  superseded: z.boolean(),
};

const named = z.strictObject({ key: z.string(), name: z.string(), nameIndex: z.string() });

const entities = {
  parameters: z.strictObject({
    rows: z.array(z.strictObject({ key: z.string(), label: z.string(), properties: Properties })),
  }),
  row: written,
};

export const writeStatements = {
  'write/turn': { parameters: z.strictObject({ turn: z.string().nullable() }), row: z.strictObject({}) },
  'write/lock': { parameters: z.strictObject({}), row: z.strictObject({ revision: z.int() }) },
  'write/find/records': {
    parameters: keys,
    row: z.strictObject({ key: z.string(), labels: z.array(z.string()), properties: Properties }),
  },
  'write/find/articles': { parameters: keys, row: z.strictObject({ ...version, stub: Properties.nullable() }) },
  'write/find/revisions': { parameters: keys, row: z.strictObject({ base: z.string(), ...version }) },
  'write/find/names': { parameters: z.strictObject({ names: z.array(z.string()) }), row: named },
  'write/find/all-names': { parameters: z.strictObject({ limit: z.int() }), row: named },
  'write/find/all-keys': {
    parameters: z.strictObject({ limit: z.int() }),
    row: z.strictObject({ key: z.string(), base: z.string().nullable() }),
  },
  'write/find/keys': {
    parameters: z.strictObject({ prefix: z.string() }),
    row: z.strictObject({ key: z.string(), name: z.string() }),
  },
  'write/find/outgoing': { parameters: keys.extend({ types: z.array(z.string()) }), row: relations },
  'write/find/incoming': { parameters: keys.extend({ types: z.array(z.string()) }), row: relations },
  'write/find/between': { parameters: z.strictObject({ rows: z.array(z.strictObject(ends)) }), row: relations },
  'write/find/pointed-at': {
    parameters: keys.extend({ types: z.array(z.string()) }),
    row: z.strictObject({ key: z.string() }),
  },
  'write/find/attached': { parameters: keys, row: z.strictObject({ key: z.string() }) },
  'write/delete-records': { parameters: keys, row: z.strictObject({}) },
  'write/delete-links': {
    parameters: z.strictObject({ rows: z.array(z.strictObject({ ...ends, title: z.string() })) }),
    row: z.strictObject({}),
  },
  'write/node/entities': entities,
  'write/node/articles': node,
  'write/node/claims': node,
  'write/node/assertions': node,
  'write/node/sources': node,
  'write/node/quotes': node,
  'write/node/utterances': node,
  'write/link/published': link,
  'write/link/contains': link,
  'write/link/mentions': link,
  'write/link/revision-of': link,
  'write/link/republishes': link,
  'write/link/corrects': link,
  'write/link/retracts': link,
  'write/link/about': link,
  'write/link/attributed-to': link,
  'write/link/relays': link,
  'write/link/known-from': link,
  'write/link/on-behalf-of': link,
  'write/link/has-quote': link,
  'write/link/disputes': link,
  'write/link/renders': link,
  'write/link/translation-of': link,
  'write/link/spoken-by': link,
  'write/link/identified-as': link,
  'write/link/member-of': link,
  'write/link/holder': link,
  'write/link/target': link,
  'write/link/shielded-by': link,
  'write/link/includes': link,
  'write/link/holds-office': link,
  'write/link/part-of': link,
  'write/link/step-toward': link,
  'write/link/proposed-by': link,
  'write/link/took-part-in': link,
  'write/link/concerns': link,
  'write/new/entities': entities,
  'write/new/articles': node,
  'write/new/claims': node,
  'write/new/assertions': node,
  'write/new/sources': node,
  'write/new/quotes': node,
  'write/new/utterances': node,
  'write/new/published': link,
  'write/new/contains': link,
  'write/new/mentions': link,
  'write/new/about': link,
  'write/new/attributed-to': link,
  'write/new/relays': link,
  'write/new/known-from': link,
  'write/new/has-quote': link,
  'write/new/renders': link,
  'write/new/spoken-by': link,
  'write/new/identified-as': link,
  'write/new/holder': link,
  'write/new/nodes': {
    parameters: z.strictObject({
      rows: z.array(z.strictObject({ key: z.string(), labels: z.array(z.string()), properties: Properties })),
    }),
    row: written,
    only: 'neo4j',
  },
  'write/new/relations': { parameters: z.strictObject({ rows: z.array(relations) }), row: written, only: 'neo4j' },
} as const;
