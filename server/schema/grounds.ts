// What many edges rest on, in short: for whoever hands relations on and must say where each is from.
import { z } from 'zod';
import { NamedOrigin } from './origins.ts';
import type { Problem } from './problem.ts';
import { EdgeKey } from './query.ts';
import type { ArticleRef } from './view.ts';

export const groundLimits = {
  /** Edges in one request. */
  keys: 5000,
  /** Code points of a quotation, with its ellipsis. */
  words: 300,
} as const;

export const GroundsRequest = z.strictObject({
  keys: z.array(EdgeKey).min(1).max(groundLimits.keys).describe('Keys of edges.'),
});
export type GroundsRequest = z.infer<typeof GroundsRequest>;

/** One edge: of a derived one its origins and what it is derived from, of a stated one the places that state it. */
export const EdgeGrounds = z.object({
  edge: z.string(),
  origins: z
    .array(NamedOrigin.pick({ name: true, onWordOf: true, title: true }))
    .describe('One for each member of the cut; none for a stated relation.'),
  said: z
    .array(
      z.object({
        article: z.string().describe('The key of an article, told before.'),
        words: z
          .string()
          .nullable()
          .describe(`The words there, cut at ${groundLimits.words} code points; null where none are known.`),
        reconstructed: z.boolean().describe('The article is known only from others, and so is what it says.'),
      }),
    )
    .describe('Newest first; what does not count is left out.'),
});
export type EdgeGrounds = z.infer<typeof EdgeGrounds>;

export const GroundsEnd = z.object({
  edges: z.int().describe('How many edges were told of.'),
  missing: z.array(z.string()).describe('Keys of which there is no edge.'),
  changed: z
    .boolean()
    .describe('Whether the database was written to meanwhile: then parts may be of different states.'),
});
export type GroundsEnd = z.infer<typeof GroundsEnd>;

/** What is computed at once, then sent: articles not told before, and edges; the last part is the end. */
export type GroundsPart = { articles: readonly ArticleRef[]; edges: readonly EdgeGrounds[] } | { end: GroundsEnd };

/** A line of the answer as it is sent. */
export type GroundsLine = { article: ArticleRef } | EdgeGrounds | { end: GroundsEnd } | { error: Problem };
