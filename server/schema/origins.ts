// On how many independent origins something rests, and the way there.
import { z } from 'zod';

const keys = z.array(z.string());

/** An arc of the way from what is read towards the origin. */
export const DerivationEdge = z.object({
  source: z.string(),
  target: z.string(),
  kind: z.enum(['states', 'relays', 'republishes', 'attributed']),
  how: z.string().nullable().describe('The words that tie the two: "according to".'),
  quote: z.string().nullable().describe('The passage that says so; null where it is reconstructed.'),
  assertion: z.string().nullable().describe('The assertion that carries the link.'),
});
export type DerivationEdge = z.infer<typeof DerivationEdge>;

export const DerivationNode = z.object({
  key: z.string(),
  label: z.enum(['Claim', 'Article', 'Source', 'Unresolved']),
  name: z.string(),
  held: z.boolean().nullable().describe('For an article.'),
  identified: z.boolean().nullable().describe('For a source: named, a document or own reporting.'),
  inCut: z.boolean().describe('Whether an origin hangs on it.'),
});
export type DerivationNode = z.infer<typeof DerivationNode>;

/** One origin: the member of the cut on which it hangs, and what a reader calls it. */
export const NamedOrigin = z.object({
  cut: keys.describe('Of the cut what it is: an article, a source, or of a circle as many articles as it takes.'),
  members: keys.describe('All articles of a circle, or all sources taken to be one; else the one alone.'),
  circular: z.boolean().describe('Articles that relay only each other.'),
  name: z.string().describe('"Politico"; a source by what it is called; "A and B, each on the other".'),
  onWordOf: z
    .array(z.string())
    .describe('The sources behind it as its articles call them: "four officials (unnamed)"; none behind a source.'),
  title: z.string().describe('Both on one line: "Politico (four officials, unnamed)".'),
});
export type NamedOrigin = z.infer<typeof NamedOrigin>;

/** Section "Independent origins" of docs/provenance.md defines every one of these. */
export const Origins = z.object({
  min: z.int(),
  max: z.int(),
  byOwner: z.int().describe('max with the outlets of one owner taken as one.'),
  sources: z.int().describe('The plain number: four officials through one report are 4.'),
  cut: keys.describe('The fewest articles and sources whose loss removes the support.'),
  circular: z.array(keys).describe('Groups of articles that relay only each other.'),
  dateConflicts: z
    .array(z.object({ article: z.string(), relays: z.string() }))
    .describe('Articles that relay one published later.'),
  unresolved: keys.describe('Articles at which a trail ends without a source.'),
  retracted: keys.describe('Retracted articles that it rested on, directly or by way of others.'),
  corrected: z
    .array(z.object({ article: z.string(), by: keys.describe('The articles that correct it and deny this.') }))
    .describe('Articles that it rested on until this was corrected, by article.'),
});
export type Origins = z.infer<typeof Origins>;

/** The short form that rows and edges carry. */
export const Badge = z.object({
  originsMin: z.int(),
  originsMax: z.int(),
  originsByOwner: z.int(),
  sources: z.int(),
  articles: z.int(),
  outlets: z.int(),
  unnamedOutlets: z.int(),
  contested: z.boolean(),
  first: z.string().nullable(),
  last: z.string().nullable(),
});
export type Badge = z.infer<typeof Badge>;
