// The statements of cypher/read: the form of their parameters and rows.
import { z } from 'zod';
import { Reliability } from '../evidence.ts';
import { foreignStatements } from './foreign.ts';
import {
  articleRow,
  assertionOfClaim,
  Count,
  captionedRow,
  countRow,
  Direction,
  edgeRow,
  nodeRow,
  none,
  Stored,
  Text,
} from './rows.ts';

const one = z.strictObject({ key: z.string() });
const keys = z.strictObject({ keys: z.array(z.string()) });
const types = z.strictObject({ types: z.array(z.string()) });
const claims = z.strictObject({ claims: z.array(z.string()) });

export const readStatements = {
  'read/nodes': {
    parameters: keys,
    row: nodeRow.extend({ outlets: z.array(z.string()), claims: z.array(z.string()) }),
  },
  'read/filter/known': {
    parameters: keys,
    row: z.strictObject({ key: z.string(), labels: z.array(z.string()) }),
  },
  'read/degree': { parameters: one, row: countRow },
  'read/degrees': { parameters: keys, row: z.strictObject({ key: z.string(), count: Count }) },
  'read/neighbours': {
    parameters: one.extend({
      types: z.array(z.string()),
      direction: z.enum(['in', 'out', 'both']),
      afterType: z.string(),
      afterKey: z.string(),
      limit: z.int(),
    }),
    row: z.strictObject({ type: z.string(), direction: Direction, other: z.string(), properties: Stored }),
  },
  'read/relations-of': { parameters: keys.extend({ types: z.array(z.string()) }), row: edgeRow },
  'read/edge-names': {
    parameters: types.extend({ limit: z.int() }),
    row: z.strictObject({
      type: z.string(),
      source: z.string(),
      sourceName: Text,
      target: z.string(),
      targetName: Text,
    }),
  },
  'read/edges-between': { parameters: z.strictObject({ source: z.string(), target: z.string() }), row: edgeRow },
  'read/edges-among': { parameters: keys.extend({ types: z.array(z.string()) }), row: edgeRow },
  'read/edges-beside': {
    parameters: keys.extend({ ends: z.record(z.string(), z.boolean()), types: z.array(z.string()) }),
    row: edgeRow,
  },
  'read/expand': {
    parameters: keys.extend({ types: z.array(z.string()) }),
    row: z.strictObject({ key: z.string(), other: z.string() }),
  },
  'read/search-names': {
    parameters: none,
    row: z.strictObject({
      key: z.string(),
      labels: z.array(z.string()),
      name: z.string(),
      aliases: z.array(z.string()).nullable(),
    }),
  },
  'read/mentioning': {
    parameters: keys,
    row: z.strictObject({ key: z.string(), curated: z.boolean(), articles: z.array(z.string()) }),
  },
  'read/names': {
    parameters: z.strictObject({ limit: z.int() }),
    row: z.strictObject({ key: z.string(), name: z.string(), aliases: z.array(z.string()).nullable() }),
  },
  'read/claim-count': { parameters: none, row: z.strictObject({ count: Count }) },
  'read/label-counts': { parameters: none, row: z.strictObject({ label: z.string(), count: Count }) },
  'read/type-counts': {
    parameters: none,
    row: z.strictObject({ type: z.string(), derived: z.boolean(), count: Count }),
  },

  'read/graph/entities': { parameters: none, row: nodeRow },
  'read/graph/claims': { parameters: none, row: nodeRow },
  'read/graph/records': { parameters: none, row: captionedRow },
  'read/graph/entity-edges': { parameters: types, row: edgeRow },
  'read/graph/record-edges': { parameters: types, row: edgeRow },

  'read/stances/of-plan': { parameters: z.strictObject({ plan: z.string() }), row: edgeRow },
  'read/stances/members': { parameters: one, row: z.strictObject({ key: z.string(), properties: Stored }) },
  'read/stances/claims': {
    parameters: z.strictObject({ keys: z.array(z.string()) }),
    row: z.strictObject({ claim: z.string(), holder: z.string(), target: z.string() }),
  },

  'read/evidence/stance-claims': {
    parameters: z.strictObject({ holder: z.string(), target: z.string(), stance: z.string() }),
    row: z.strictObject({ claim: z.string() }),
  },
  'read/evidence/other-claims': {
    parameters: one,
    row: z.strictObject({ claim: z.string(), holder: Text, target: Text }),
  },
  'read/evidence/reporting': {
    parameters: z.strictObject({ outlet: z.string(), claim: z.string() }),
    row: assertionOfClaim,
  },
  'read/evidence/attributions': {
    parameters: z.strictObject({ assertions: z.array(z.string()) }),
    row: z.strictObject({ assertion: z.string(), target: z.string(), how: Text, quote: Text }),
  },
  'read/evidence/quoting': {
    parameters: z.strictObject({ outlet: z.string(), actor: z.string() }),
    row: assertionOfClaim,
  },
  'read/evidence/citing': {
    parameters: z.strictObject({ outlet: z.string(), cited: z.string() }),
    row: assertionOfClaim,
  },
  'read/evidence/near': { parameters: one, row: assertionOfClaim },
  'read/evidence/assertions': {
    parameters: claims,
    row: z.strictObject({
      key: z.string(),
      properties: Stored,
      claim: z.string(),
      kind: z.enum(['stance', 'count', 'statement']),
      text: z.string(),
      stance: Text,
      article: z.string(),
      articleProperties: Stored,
    }),
  },
  'read/evidence/ends': {
    parameters: claims,
    row: z.strictObject({ claim: z.string(), type: z.enum(['HOLDER', 'TARGET']), key: z.string(), name: Text }),
  },
  'read/evidence/outlets': {
    parameters: claims,
    row: z.strictObject({ article: z.string(), key: z.string(), name: Text }),
  },
  'read/evidence/sources': {
    parameters: claims,
    row: z.strictObject({
      assertion: z.string(),
      source: z.string(),
      kind: z.string(),
      descriptor: Text,
      actor: Text,
      actorName: Text,
      hypothesis: z.boolean().nullable(),
    }),
  },
  'read/evidence/relays': {
    parameters: claims,
    row: z.strictObject({ assertion: z.string(), article: z.string(), title: Text, outlet: Text, how: Text }),
  },
  'read/evidence/quotes': {
    parameters: claims,
    row: z.strictObject({
      assertion: z.string(),
      quote: z.string(),
      text: z.string(),
      speaker: Text,
      speakerName: Text,
    }),
  },

  'read/utterance/one': {
    parameters: one,
    row: z.strictObject({ key: z.string(), saidOn: Text, occasion: Text, speaker: Text, speakerName: Text }),
  },
  'read/utterance/quotes': {
    parameters: keys,
    row: z.strictObject({ key: z.string(), start: Count.nullable(), end: Count.nullable() }),
  },

  'read/reprints/texts-held': {
    parameters: none,
    row: z.strictObject({ key: z.string(), textHash: Text, publishedTo: Text, outlet: Text }),
  },
  'read/reprints/texts': { parameters: keys, row: z.strictObject({ key: z.string(), text: z.string() }) },
  'read/reprints/outlets': {
    parameters: none,
    row: z.strictObject({ key: z.string(), name: z.string(), aliases: z.array(z.string()).nullable() }),
  },

  'read/article/list': {
    parameters: none,
    row: articleRow.extend({ assertions: Count, reliability: Reliability.nullable() }),
  },
  'read/article/one': { parameters: one, row: articleRow },
  'read/article/refs': { parameters: keys, row: articleRow },
  'read/article/titled': {
    parameters: one.extend({ title: z.string(), limit: z.int() }),
    row: z.strictObject({ key: z.string(), linked: z.boolean() }),
  },
  'read/article/claims': { parameters: one, row: assertionOfClaim },
  'read/article/relays': { parameters: one, row: articleRow.extend({ direction: Direction, how: Text }) },
  'read/article/links': {
    parameters: one,
    row: articleRow.extend({
      type: z.enum(['REPUBLISHES', 'REVISION_OF', 'CORRECTS', 'RETRACTS']),
      direction: Direction,
      by: Text,
      why: Text,
    }),
  },
  'read/article/mentions': {
    parameters: one,
    row: z.strictObject({ key: z.string(), starts: z.array(Count).nullable(), ends: z.array(Count).nullable() }),
  },

  ...foreignStatements,
} as const;
