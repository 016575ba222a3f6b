// Which entities are one: candidates, merges, splits, what people told apart, and taking each back.
import { listCandidates } from '../identity/candidates.ts';
import { distinguish, listDistinctions, removeDistinction } from '../identity/distinctions.ts';
import { listOperations } from '../identity/list.ts';
import { mergeEntities } from '../identity/merge.ts';
import { splitEntity } from '../identity/split.ts';
import { undoOperation } from '../identity/undo.ts';
import { CurationReport } from '../schema/curation.ts';
import {
  CandidateList,
  CandidatesQuery,
  DistinctionBody,
  DistinctionKeyParams,
  DistinctionList,
  MergeBody,
  OperationKeyParams,
  OperationList,
  SplitBody,
} from '../schema/identity.ts';
import { parseBody } from './body.ts';
import { route } from './declare.ts';

const problems = ['not-found', 'conflict', 'read-only', 'too-large', 'unsupported-media-type'] as const;

export const identityRoutes = [
  route({
    method: 'get',
    path: '/api/merge-candidates',
    summary: 'Pairs of entities that may be one, with a score and what speaks for and against it',
    description:
      'By their names, addresses and country codes; pairs that somebody told apart are left out. Nothing is ever merged ' +
      'by this: a person decides.',
    query: CandidatesQuery,
    response: CandidateList,
    problems: ['not-found'],
    handle: ({ store }, { query }) => listCandidates(store, query.limit),
  }),
  route({
    method: 'get',
    path: '/api/merges',
    summary: 'The merges and splits of entities that stand, the latest first',
    description:
      '`now` is where the key of a merged entity is found; `restingOn` names what has to be taken back before.',
    response: OperationList,
    problems: ['not-found'],
    handle: async ({ store }) => ({ operations: await listOperations(store) }),
  }),
  route({
    method: 'post',
    path: '/api/merges',
    summary: 'Merges an entity into another of its type',
    description:
      'What reports say of `from` is said of `into`, which goes by its names too; its key goes on being understood, in ' +
      'imports and in addresses. The answer names the derived edges that this changed.',
    body: MergeBody,
    response: CurationReport,
    problems,
    handle: ({ store }, { body }) => mergeEntities(store, parseBody(MergeBody, body)),
  }),
  route({
    method: 'post',
    path: '/api/splits',
    summary: 'Splits a new entity off another',
    description: 'What the chosen articles or assertions say of the entity is said of the new one.',
    body: SplitBody,
    response: CurationReport,
    problems,
    handle: ({ store }, { body }) => splitEntity(store, parseBody(SplitBody, body)),
  }),
  route({
    method: 'delete',
    path: '/api/merges/{key}',
    summary: 'Takes a merge or a split back',
    description:
      'The database is as it would be without it; what came in since under the key of the merged entity, or under a ' +
      'name that it alone had, is its own again. One on which a later one rests is refused, naming that.',
    params: OperationKeyParams,
    response: CurationReport,
    problems: ['not-found', 'conflict', 'read-only'],
    handle: ({ store }, { params }) => undoOperation(store, params.key),
  }),
  route({
    method: 'get',
    path: '/api/distinctions',
    summary: 'Which entities somebody said are two',
    response: DistinctionList,
    problems: ['not-found'],
    handle: async ({ store }) => ({ distinctions: await listDistinctions(store) }),
  }),
  route({
    method: 'post',
    path: '/api/distinctions',
    summary: 'Says that two entities are two: the pair is proposed no more, and is not merged',
    body: DistinctionBody,
    response: CurationReport,
    problems,
    handle: ({ store }, { body }) => distinguish(store, parseBody(DistinctionBody, body)),
  }),
  route({
    method: 'delete',
    path: '/api/distinctions/{key}',
    summary: 'Takes back that two entities are two',
    description: 'Its key is distinct:KEY~KEY.',
    params: DistinctionKeyParams,
    response: CurationReport,
    problems: ['not-found', 'read-only'],
    handle: ({ store }, { params }) => removeDistinction(store, params.key),
  }),
];
