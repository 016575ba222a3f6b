// The statements of cypher/evidence: the form of their parameters and rows.
import { z } from 'zod';
import {
  EvidenceAssertion,
  EvidenceClaim,
  EvidenceQuote,
  EvidenceSource,
  PlainArticle,
  ToldOfArticle,
  ToldOwner,
} from '../evidence.ts';
import { none, Text } from './rows.ts';

const keys = z.strictObject({ keys: z.array(z.string()) });
const claim = z.strictObject({ claim: z.string() });
const oneClaim = { parameters: keys, row: claim };

export const evidenceStatements = {
  'evidence/claims': { parameters: keys, row: EvidenceClaim.omit({ includes: true }) },
  'evidence/claim-keys': {
    parameters: z.strictObject({}),
    row: EvidenceClaim.pick({ claim: true, questionKey: true, holder: true, target: true }),
  },
  'evidence/claims-of-questions': { parameters: z.strictObject({ questions: z.array(z.string()) }), row: claim },
  'evidence/assertions': {
    parameters: z.strictObject({ claims: z.array(z.string()) }),
    row: EvidenceAssertion.omit({
      sources: true,
      relays: true,
      knownFrom: true,
      quotes: true,
      speakers: true,
      disputes: true,
    }),
  },
  'evidence/said-links': {
    parameters: keys,
    row: z.strictObject({
      source: z.string(),
      type: z.enum(['ATTRIBUTED_TO', 'RELAYS', 'KNOWN_FROM', 'HAS_QUOTE', 'DISPUTES']),
      target: z.string(),
    }),
  },
  'evidence/articles': {
    parameters: keys,
    row: PlainArticle,
  },
  'evidence/told/articles': { parameters: none, row: PlainArticle },
  'evidence/told/of-articles': { parameters: none, row: ToldOfArticle },
  'evidence/told/outlets': {
    parameters: none,
    row: z.strictObject({ article: z.string(), outlet: z.string(), by: z.array(z.string()).nullable() }),
  },
  'evidence/told/owners': { parameters: none, row: ToldOwner },
  'evidence/told/links': {
    parameters: none,
    row: z.strictObject({
      source: z.string(),
      type: z.enum(['MEMBER_OF', 'INCLUDES', 'HAS_QUOTE', 'DISPUTES', 'SPOKEN_BY']),
      target: z.string(),
      by: z.array(z.string()).nullable(),
    }),
  },
  'evidence/article-links': {
    parameters: keys,
    row: z.strictObject({
      article: z.string(),
      type: z.enum(['REPUBLISHES', 'REVISION_OF', 'CORRECTS', 'RETRACTS']),
      other: z.string(),
    }),
  },
  'evidence/sources': {
    parameters: keys,
    row: EvidenceSource.omit({ memberOf: true, sameAs: true, identifiedAs: true }),
  },
  'evidence/source-links': {
    parameters: keys,
    row: z.strictObject({
      source: z.string(),
      type: z.enum(['MEMBER_OF', 'SAME_AS', 'IDENTIFIED_AS']),
      target: z.string(),
    }),
  },
  'evidence/quotes': {
    parameters: keys,
    row: EvidenceQuote.pick({ quote: true, text: true, lang: true, utterance: true }).extend({ speaker: Text }),
  },
  'evidence/translations': { parameters: keys, row: z.strictObject({ quote: z.string(), target: z.string() }) },
  'evidence/summed-up': { parameters: keys, row: z.strictObject({ claim: z.string(), includes: z.string() }) },
  'evidence/disputing': oneClaim,
  'evidence/claims-at': oneClaim,
} as const;
