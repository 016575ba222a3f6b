// The draft of a held article as it is reviewed: each proposal with what was decided on it.
import { z } from 'zod';
import { ChangeReport, Version } from './changes.ts';
import { Draft, Proposal, ProposalId } from './draft.ts';
import { Line, VisibleLine } from './text.ts';

export const draftLimits = { decisions: 10_000 } as const;

/** Which reader of articles makes the draft: the bundled rules, or the language model that the operator has set. */
export const extractors = ['rules', 'model'] as const;
export const Extractor = z.enum(extractors);
export type Extractor = z.infer<typeof Extractor>;

export const proposalStates = ['open', 'accepted', 'rejected'] as const;
export const ProposalState = z.enum(proposalStates);
export type ProposalState = z.infer<typeof ProposalState>;

/** What was decided on one proposal. One added by hand is here alone, with its content; of the extractor's, what a person changed. */
export const Decision = z.strictObject({
  state: ProposalState,
  by: z.string(),
  on: z.string(),
  why: z.string().optional(),
  byHand: z.literal(true).optional(),
  proposal: Proposal.optional(),
});
export type Decision = z.infer<typeof Decision>;

/** A draft as it is stored: without the text, which is the article's. */
export const KeptDraft = z.strictObject({
  on: z.string().describe('When the draft was made.'),
  draft: Draft.omit({ text: true }),
  decisions: z.record(ProposalId, Decision),
  keys: z
    .record(z.string(), z.string())
    .describe('By its key in the draft, the key of an entity that the database knew under a name of it.'),
});
export type KeptDraft = z.infer<typeof KeptDraft>;

/** What came of reading an article for its claims. */
export const DraftReport = z.object({
  on: z.string().describe('When the draft was made.'),
  proposals: z.record(z.string(), z.int()).describe('How many by kind.'),
  open: z.int().describe('Claims on which nobody has decided.'),
  accepted: z.int(),
  rejected: z.int(),
  remembered: z.int().describe('Decisions made before, on this text or an earlier one, that hold.'),
});
export type DraftReport = z.infer<typeof DraftReport>;

/** A proposal as it stands now, with the changes that a person made to it. */
export const ReviewedProposal = z.object({
  proposal: Proposal,
  state: ProposalState,
  edited: z.boolean().describe('Whether a person gave it other content than the extractor.'),
  byHand: z.boolean().describe('Whether a person added it.'),
  by: z.string().nullable(),
  on: z.string().nullable(),
  version: Version.describe('To be named with a decision on it; another as soon as somebody decides.'),
  needs: z.array(ProposalId).describe('Proposals that it rests on: accepted with it unless they are rejected.'),
});
export type ReviewedProposal = z.infer<typeof ReviewedProposal>;

/** Keys and spans are those of the article's text, in code points. */
export const DraftView = z.object({
  article: z.object({ key: z.string(), name: z.string() }),
  extractor: z.string(),
  on: z.string().describe('When the draft was made.'),
  text: z.string(),
  textHash: z.string(),
  entities: Draft.shape.entities,
  proposals: z.array(ReviewedProposal).describe('In the order of their places; claims first where places are equal.'),
  notes: z
    .array(z.string())
    .optional()
    .describe('Where it was made just now: what a language model answered and was not taken.'),
  sameTitle: z
    .array(z.object({ key: z.string(), name: z.string() }))
    .describe(
      'Held articles with its title, where it is not known what they are to it: it may be a later text, or a reprint.',
    ),
  lang: z.string().describe('The rules read English; other languages are told here and give little.'),
});
export type DraftView = z.infer<typeof DraftView>;

export const DraftHead = z.object({
  article: z.object({ key: z.string(), name: z.string() }),
  extractor: z.string(),
  on: z.string(),
  open: z.int().describe('Claims on which nobody has decided.'),
  accepted: z.int(),
  rejected: z.int(),
});
export type DraftHead = z.infer<typeof DraftHead>;
export const DraftList = z.object({
  drafts: z.array(DraftHead).describe('Those with open claims first, then by name.'),
});
export type DraftList = z.infer<typeof DraftList>;

export const ExtractBody = z.strictObject({ extractor: Extractor.default('rules') });
export type ExtractBody = z.infer<typeof ExtractBody>;

const By = VisibleLine.max(200).describe('Who decides.');
export const DecisionsBody = z.strictObject({
  decisions: z
    .array(
      z.strictObject({
        id: ProposalId,
        state: ProposalState,
        proposal: Proposal.optional().describe('Its content as the person has it, of the same id and kind.'),
        version: Version.optional().describe(
          'The version that was read: where another stands by now, nothing of the request is decided. Absent: decided ' +
            'whatever stands.',
        ),
      }),
    )
    .max(draftLimits.decisions)
    .default([]),
  add: z
    .array(Proposal)
    .max(draftLimits.decisions)
    .default([])
    .describe('Proposals that a person adds, accepted at once; their ids are made anew and given back in this order.'),
  by: By,
  why: Line.max(2000).optional(),
});
export type DecisionsBody = z.infer<typeof DecisionsBody>;
export type DecisionsBodyInput = z.input<typeof DecisionsBody>;

export const DecisionsReport = ChangeReport.extend({
  decided: z
    .array(z.object({ id: ProposalId, state: ProposalState, version: Version }))
    .describe('All that changed, what was needed included.'),
  added: z.array(ProposalId),
  leftOut: z
    .array(z.object({ id: z.string(), because: z.string() }))
    .describe('What is accepted and is not in the evidence, or what of it is not.'),
});
export type DecisionsReport = z.infer<typeof DecisionsReport>;
