// Which records are one entity: merges, splits, who said that two are two, and pairs that may be one.
import { z } from 'zod';
import { EntityKey, entityTypes } from './key.ts';
import { whole } from './query.ts';
import { Line, VisibleLine } from './text.ts';

const By = VisibleLine.max(200).describe('Who decides.');
const Why = Line.max(2000).optional();
const Named = z.object({ key: z.string(), name: z.string() });

export const identityLimits = { articles: 10_000, assertions: 10_000, candidates: 500 } as const;

export const MergeBody = z.strictObject({
  from: EntityKey.describe('The entity that becomes a part of the other; its key goes on being understood.'),
  into: EntityKey.describe('The entity that stays, of the same type.'),
  by: By,
  why: Why,
});
export type MergeBody = z.infer<typeof MergeBody>;

export const SplitBody = z.strictObject({
  entity: EntityKey.describe('The entity of which a part is another.'),
  into: EntityKey.describe('The key of the other, of the same type, which nothing has yet.'),
  name: VisibleLine.max(200).describe('What the other is called.'),
  articles: z
    .array(z.string().max(300))
    .max(identityLimits.articles)
    .default([])
    .describe('Held articles in which all that is said of the entity is of the other.'),
  assertions: z
    .array(z.string().max(300))
    .max(identityLimits.assertions)
    .default([])
    .describe('Assertions that are about the other, in articles that also speak of the entity.'),
  by: By,
  why: Why,
});
export type SplitBody = z.infer<typeof SplitBody>;
export type SplitBodyInput = z.input<typeof SplitBody>;

const operationKey = /^(?:merge|split):[\p{Ll}\p{N}.#_:-]{1,220}$/u;
export const OperationKeyParams = z.strictObject({
  key: z
    .string()
    .regex(operationKey, { error: 'must be a key such as merge:person:some-slug or split:person:some-slug' })
    .describe('The key of a merge or a split, as /api/merges lists it.'),
});
export const OperationView = z.object({
  key: z.string(),
  kind: z.enum(['merge', 'split']),
  from: Named.describe('The entity that was merged, or of which another was split off.'),
  into: Named.describe('The entity that it is a part of, or that was split off.'),
  now: z.string().describe('Of a merge: the key under which the entity is found now.'),
  by: z.string(),
  why: z.string().nullable(),
  on: z.string(),
  restingOn: z.array(z.string()).describe('Later merges and splits that have to be taken back before this one.'),
});
export type OperationView = z.infer<typeof OperationView>;
export const OperationList = z.object({
  operations: z.array(OperationView).describe('Merges and splits that stand, the latest first.'),
});
export type OperationList = z.infer<typeof OperationList>;

export const DistinctionBody = z.strictObject({ one: EntityKey, other: EntityKey, by: By, why: Why });
export type DistinctionBody = z.infer<typeof DistinctionBody>;
export const DistinctionKeyParams = z.strictObject({
  key: z
    .string()
    .regex(/^distinct:[^~]{1,300}~[^~]{1,300}$/u, { error: 'must be distinct:KEY~KEY' })
    .describe('The key of a distinction, as /api/distinctions lists it.'),
});
export const DistinctionView = z.object({
  key: z.string(),
  one: Named,
  other: Named,
  by: z.string(),
  why: z.string().nullable(),
  on: z.string(),
});
export type DistinctionView = z.infer<typeof DistinctionView>;
export const DistinctionList = z.object({ distinctions: z.array(DistinctionView).describe('By key.') });
export type DistinctionList = z.infer<typeof DistinctionList>;

export const CandidatesQuery = z.strictObject({
  limit: whole(1, identityLimits.candidates).default(100).describe('The most pairs.'),
});

const candidateEntity = z.object({
  key: z.string(),
  name: z.string(),
  aliases: z.array(z.string()),
  description: z.string().nullable(),
  articles: z.int().describe('Held articles that name it.'),
});
export const CandidateView = z.object({
  type: z.enum(entityTypes),
  one: candidateEntity,
  other: candidateEntity,
  score: z.number().min(0).max(1).describe('How much speaks for it; no probability.'),
  reasons: z.array(z.string()).describe('What speaks for it, the strongest first.'),
  against: z.array(z.string()).describe('What speaks against it.'),
});
export type CandidateView = z.infer<typeof CandidateView>;
export const CandidateList = z.object({
  candidates: z.array(CandidateView).describe('Pairs that may be one, by score.'),
  total: z.int().describe('How many there are in all.'),
});
export type CandidateList = z.infer<typeof CandidateList>;
