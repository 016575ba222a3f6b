// The statements of cypher/write/curation and cypher/read/curation: the form of their parameters and rows.
import { z } from 'zod';
import { Credibility, DerivedType, Reliability } from '../evidence.ts';
import { DispositionState } from '../ledger.ts';
import { none, Stored, Text } from './rows.ts';

const Properties = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]));
const one = z.strictObject({ key: z.string() });
const record = { parameters: one.extend({ properties: Properties }), row: one };
const ends = { source: z.string(), target: z.string() };
const link = {
  parameters: z.strictObject({ rows: z.array(z.strictObject({ ...ends, properties: Properties })) }),
  row: z.strictObject({ written: z.int() }),
};
const oneCase = z.strictObject({
  key: z.string(),
  name: z.string(),
  description: Text,
  articles: z.array(z.string()),
});
const place = z.strictObject({
  assertion: z.string(),
  article: z.string(),
  claim: z.string(),
  mode: z.string(),
  modality: z.string(),
  quote: Text,
  name: z.string(),
});
const grade = {
  reliability: Reliability.nullable(),
  credibility: Credibility.nullable(),
  gradedBy: Text,
  gradedWhy: Text,
};

const note = z.strictObject({
  key: z.string(),
  subjectKey: z.string(),
  subjectName: z.string(),
  subjectType: z.string(),
  text: z.string(),
  by: z.string(),
  writtenOn: z.string(),
  editedOn: Text,
  editedBy: Text,
  version: z.int(),
});

export const curationStatements = {
  'write/curation/case': record,
  'write/curation/collects': {
    parameters: z.strictObject({ rows: z.array(z.strictObject(ends)) }),
    row: link.row,
  },
  'write/curation/disposition': record,
  'write/curation/note': record,
  'write/curation/grade': record,
  'write/curation/ungrade': { parameters: one, row: one },
  'write/curation/same-as': link,
  'write/curation/not-republishes': link,

  'read/curation/subjects': {
    parameters: z.strictObject({ keys: z.array(z.string()) }),
    row: z.strictObject({
      key: z.string(),
      labels: z.array(z.string()),
      name: z.string(),
      kind: Text,
      held: z.boolean().nullable(),
      curated: z.boolean().nullable(),
      ...grade,
      claim: Text,
    }),
  },
  'read/curation/names': {
    parameters: z.strictObject({ prefix: z.string(), limit: z.int() }),
    row: z.strictObject({ key: z.string(), name: z.string() }),
  },
  'read/curation/note': { parameters: one, row: note },
  'read/curation/notes': { parameters: none, row: note },
  'read/curation/notes-on': { parameters: z.strictObject({ subject: z.string() }), row: note },
  'read/curation/note-subjects': { parameters: none, row: z.strictObject({ subject: z.string(), notes: z.int() }) },
  'read/curation/cases': { parameters: none, row: oneCase },
  'read/curation/case': { parameters: one, row: oneCase },
  'read/curation/grades': {
    parameters: none,
    row: z.strictObject({
      key: z.string(),
      label: z.enum(['Source', 'Outlet', 'Assertion']),
      name: z.string(),
      ...grade,
    }),
  },
  'read/curation/hypotheses': {
    parameters: none,
    row: z.strictObject({
      type: z.enum(['SAME_AS', 'IDENTIFIED_AS']),
      source: z.string(),
      sourceName: Text,
      other: z.string(),
      otherName: Text,
      by: Text,
      confidence: z.number().nullable(),
      why: Text,
    }),
  },
  'read/curation/revisions': { parameters: none, row: z.strictObject({ later: z.string(), earlier: z.string() }) },
  'read/curation/places': { parameters: z.strictObject({ keys: z.array(z.string()) }), row: place },
  'read/curation/said-in': { parameters: z.strictObject({ articles: z.array(z.string()) }), row: place },
  'read/curation/edges': {
    parameters: z.strictObject({ claims: z.array(z.string()) }),
    row: z.strictObject({ type: DerivedType, ...ends, properties: Stored }),
  },
  'read/curation/grades-of': {
    parameters: z.strictObject({ keys: z.array(z.string()) }),
    row: z.strictObject({ key: z.string(), ...grade }),
  },
  'read/curation/supposed-of': {
    parameters: z.strictObject({ keys: z.array(z.string()) }),
    row: z.strictObject({ type: z.enum(['SAME_AS', 'IDENTIFIED_AS']), ...ends, properties: Properties }),
  },
  'read/curation/memberships': { parameters: z.strictObject({ source: z.string(), other: z.string() }), row: one },
  'read/curation/dispositions': {
    parameters: none,
    row: z.strictObject({ contradiction: z.string(), state: DispositionState, by: Text, why: Text, on: Text }),
  },
  'read/curation/article-links': {
    parameters: none,
    row: z.strictObject({
      type: z.enum(['REPUBLISHES', 'CORRECTS', 'RETRACTS', 'NOT_REPUBLISHES']),
      ...ends,
      sourceName: z.string(),
      targetName: z.string(),
      decided: z.boolean(),
      articles: z.array(z.string()).nullable(),
      by: Text,
      why: Text,
    }),
  },
} as const;
