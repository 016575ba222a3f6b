// The parameters of a brief, and its answer: a document of its own rather than JSON.
import { z } from 'zod';
import { evidenceFilter, KeyParams } from './query.ts';

const { key } = KeyParams.shape;

export const briefFormats = ['md', 'html'] as const;
export const BriefQuery = z.strictObject({
  plan: key.optional().describe('The key of a plan; with holder, one question.'),
  holder: key.optional().describe('The key of an actor: only its positions; without plan, on all plans.'),
  among: key
    .optional()
    .describe('The key of an organization or group: its members without a reported stance on the plan are named.'),
  format: z
    .enum(briefFormats, { error: `must be one of ${briefFormats.join(', ')}` })
    .default('md')
    .describe('md: Markdown with footnotes; html: one page that needs nothing else.'),
  ...evidenceFilter,
});
export type BriefQuery = z.output<typeof BriefQuery>;

export const TextAnswer = z.object({
  type: z.string().describe('Its media type.'),
  text: z.string(),
  fileName: z.string().describe('What it is called where somebody keeps it.'),
  policy: z.string().optional().describe('Its own content security policy, where it is a page.'),
});
export type TextAnswer = z.infer<typeof TextAnswer>;
