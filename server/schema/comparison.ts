// Answers that set reports side by side: stances by holder, the ledger, renderings, two days, spread, reprints.
import { z } from 'zod';
import { Contradiction, ContradictionType, Disposition, DispositionState, Side } from './ledger.ts';
import { Badge } from './origins.ts';
import { Channel, Modality, Mode, Stance } from './stance.ts';
import { ArticleRef, EdgeView, NodeView } from './view.ts';

const Named = z.object({ key: z.string(), name: z.string() });
export const Holder = Named.extend({ labels: z.array(z.string()) });
export type Holder = z.infer<typeof Holder>;

export const StanceRow = Badge.extend({
  holder: Holder,
  plan: Named,
  stance: Stance,
  edgeKey: z.string(),
});
export type StanceRow = z.infer<typeof StanceRow>;
/** A member of a set of whom reports speak without giving it a stance that it holds now. */
export const Unsettled = z.object({
  holder: Holder,
  said: z
    .array(
      z.object({
        plan: Named,
        stance: Stance,
        mode: Mode.describe('Whether the stance is put forward, denied, or called into question.'),
        modality: Modality.describe('What is put forward is expected, in the abstract or hypothetical.'),
        claim: z.string(),
        assertions: z.array(z.string()).describe('Those that count, by key.'),
      }),
    )
    .describe('By plan, stance, mode and modality.'),
});
export type Unsettled = z.infer<typeof Unsettled>;
export const StanceTable = z.object({
  plan: Holder.nullable().describe('null where no plan was asked for: then the rows are of all plans.'),
  plans: z.array(Holder),
  rows: z.array(StanceRow).describe('By plan, then by holder’s name, then by stance.'),
  silent: z
    .array(Holder)
    .optional()
    .describe(
      'With `among`: members of that organization or group of whose stance on the plan no report says anything.',
    ),
  unsettled: z
    .array(Unsettled)
    .optional()
    .describe(
      'With `among`: members whose stance is only denied, questioned, expected, in the abstract or hypothetical.',
    ),
});
export type StanceTable = z.infer<typeof StanceTable>;
/** The table cut to its limit; plans, silent and unsettled members are whole. */
export const StancePage = StanceTable.extend({
  total: z.int().describe('How many rows there are.'),
  truncated: z.boolean().describe('Whether there are more than were asked for: ask with a plan, or for more.'),
});
export type StancePage = z.infer<typeof StancePage>;

export const SideView = Side.extend({
  title: z.string().describe('What this side holds, in one sentence.'),
  holder: Named.nullable(),
  stance: Stance.nullable(),
  channel: Channel.nullable(),
  sayers: z.array(
    z.object({
      assertion: z.string(),
      mode: Mode,
      article: ArticleRef,
      wording: z.string().nullable(),
      quote: z.string().nullable(),
      start: z.int().nullable(),
      end: z.int().nullable(),
      onWordOf: z.string().nullable().describe('Where its trail ends: a person, "four officials".'),
    }),
  ),
  origins: z.object({ min: z.int(), max: z.int(), sources: z.int() }).nullable(),
});
export type SideView = z.infer<typeof SideView>;
export const ContradictionView = Contradiction.extend({
  a: SideView,
  b: SideView,
  holder: Named.nullable(),
  plan: Named.nullable(),
  edges: z.array(z.string()).describe('Keys of the explorer edges it bears on.'),
  contests: z.boolean(),
  disposition: Disposition,
});
export type ContradictionView = z.infer<typeof ContradictionView>;
export const Contradictions = z.object({
  rows: z.array(ContradictionView).describe('In the order that was asked for.'),
  total: z.int().describe('How many there are on all pages.'),
  first: z.int().describe('How many come before the first of these.'),
  next: z.string().nullable().describe('The cursor of the next page; null after the last.'),
  counts: z
    .object({
      entries: z.int(),
      contesting: z.int(),
      types: z.partialRecord(ContradictionType, z.int()),
      dispositions: z.partialRecord(DispositionState, z.int()),
      plans: z.array(Named.extend({ count: z.int() })).describe('Sorted by name.'),
    })
    .describe('Of all that counts under the filter of the evidence, whatever else is asked for.'),
});
export type Contradictions = z.infer<typeof Contradictions>;

/** A run of words: in both renderings, or only in the one shown. */
export const WordRun = z.object({ text: z.string(), same: z.boolean() });
export type WordRun = z.infer<typeof WordRun>;
export const UtteranceView = z.object({
  utterance: z.object({
    key: z.string(),
    speaker: Named.nullable(),
    saidOn: z.string().nullable(),
    occasion: z.string().nullable(),
  }),
  renderings: z
    .array(
      z.object({
        key: z.string(),
        text: z.string(),
        lang: z.string(),
        translationOf: z.array(z.string()),
        words: z.array(WordRun).describe('Against the first rendering; the first against the second.'),
        articles: z.array(
          z.object({
            article: ArticleRef,
            start: z.int().nullable(),
            end: z.int().nullable(),
            from: ArticleRef.nullable().describe('The article whose wording it has taken over, where it relays one.'),
          }),
        ),
      }),
    )
    .describe('The same words are one rendering; the earliest article first.'),
});
export type UtteranceView = z.infer<typeof UtteranceView>;

const EdgeChange = z.object({
  edge: EdgeView.describe('As it stands on the later day; an edge that is gone as on the earlier.'),
  before: Badge.nullable(),
  after: Badge.nullable(),
});
export const Diff = z.object({
  nodes: z.array(NodeView).describe('The ends of all edges below.'),
  from: z.string().nullable(),
  to: z.string().nullable(),
  added: z.array(EdgeChange),
  removed: z.array(EdgeChange),
  changed: z.array(EdgeChange).describe('Edges on both sides with other counts.'),
  same: z.int(),
  articles: z.object({ added: z.array(ArticleRef), removed: z.array(ArticleRef) }),
});
export type Diff = z.infer<typeof Diff>;

/** Who said it first and who followed, along the links between articles. */
export const Spread = z.object({
  steps: z
    .array(
      z.object({
        article: ArticleRef,
        day: z.string().nullable().describe('The day it counts from; null for an undated article.'),
        first: z.boolean().describe('Nobody dated said it before.'),
        relays: z.array(z.string()).describe('Keys of articles among these from which it has it.'),
        assertions: z.array(z.string()),
        mode: Mode,
      }),
    )
    .describe('Earliest first, undated last.'),
});
export type Spread = z.infer<typeof Spread>;

export const Passage = z.object({ start: z.int(), end: z.int(), text: z.string() });
export const Suggestion = z.object({
  key: z.string().describe('REPUBLISHES~article~original.'),
  article: ArticleRef.describe('The one that seems to print the other.'),
  original: ArticleRef,
  kind: z.enum(['passages', 'credit']),
  similarity: z.number().describe('Share of shared passages, 0 to 1 (estimated Jaccard index of shingles).'),
  credit: z.string().nullable().describe('The credit line found.'),
  passages: z.array(z.object({ article: Passage, original: Passage })).describe('Longest first.'),
  review: z.enum(['proposed', 'accepted', 'rejected']),
});
export type Suggestion = z.infer<typeof Suggestion>;
export const Suggestions = z.object({
  rows: z.array(Suggestion).describe('By article, then by original.'),
  credits: z
    .array(z.object({ article: ArticleRef, outlet: Named, credit: z.string() }))
    .describe('Credit lines that name an outlet of which no article with the same passages is held.'),
});
export type Suggestions = z.infer<typeof Suggestions>;
