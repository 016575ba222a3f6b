// A list of names that somebody pastes, and what in the database answers to each.
import { z } from 'zod';
import { limits } from './query.ts';
import { VisibleLine } from './text.ts';

export const nameLimits = {
  /** Names in one list. */
  names: 500,
  /** Candidates told for each name. */
  candidates: 10,
} as const;

export const NamesRequest = z.strictObject({
  names: z
    .array(VisibleLine.max(limits.searchLength))
    .min(1)
    .max(nameLimits.names)
    .describe('One line of a list each.'),
});
export type NamesRequest = z.infer<typeof NamesRequest>;

export const matchedBy = ['name', 'alias', 'spelling', 'beginning', 'text'] as const;
export const NameCandidate = z.object({
  key: z.string(),
  labels: z.array(z.string()),
  name: z.string(),
  by: z
    .enum(matchedBy)
    .describe(
      'name: its name; alias: another of its names; spelling: one of these in another spelling; beginning: the words ' +
        'asked for begin words of these; text: another property, in a database of another model. Case, diacritics and ' +
        'Cyrillic or Latin letters make no difference.',
    ),
});
export type NameCandidate = z.infer<typeof NameCandidate>;

export const NamesResult = z.object({
  rows: z
    .array(
      z.object({
        name: z.string().describe('As it was asked for.'),
        candidates: z
          .array(NameCandidate)
          .describe(
            `All that answer to it in the closest way there is, at most ${nameLimits.candidates}; empty where nothing does.`,
          ),
        more: z.int().describe('How many more there are.'),
      }),
    )
    .describe('In the order asked for.'),
  partial: z
    .object({ nodes: z.int(), of: z.int() })
    .optional()
    .describe('In a large database of another model: only so many of its nodes were looked at in the time there is.'),
});
export type NamesResult = z.infer<typeof NamesResult>;
