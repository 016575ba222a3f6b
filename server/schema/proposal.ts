// A question in plain words, and the statement that a language model proposes for it.
import { z } from 'zod';
import { StatementCheck } from './cypher.ts';

export const proposalLimits = {
  /** Characters in a question. */
  questionLength: 1000,
  /** Questions at once, for each client. */
  concurrency: 2,
  /** How often the model is asked for one question: the gate's reasons go with the second and the third time. */
  attempts: 3,
  /** Characters of what the model says of its statement. */
  explanationLength: 2000,
} as const;

/** Where questions in plain words are sent: any endpoint that speaks OpenAI's chat completions. */
export interface ModelSettings {
  /** Without a slash at the end, such as http://127.0.0.1:11434/v1. */
  url: string;
  name: string;
  /** A secret: it goes to that address and nowhere else. */
  key: string | undefined;
  /** For one question, all its attempts included. */
  timeoutMs: number;
}

export const ProposeRequest = z.strictObject({
  question: z
    .string()
    .max(proposalLimits.questionLength, { error: `must have at most ${proposalLimits.questionLength} characters` })
    .refine((question) => question.trim() !== '', { error: 'must not be empty' }),
});
export type ProposeRequest = z.infer<typeof ProposeRequest>;

export const Proposal = z.object({
  statement: z.string(),
  parameters: z.record(z.string(), z.json()).describe('What the model proposes for them; plain JSON.'),
  explanation: z.string().nullable().describe('What the model says of its statement.'),
  model: z.string().describe('The name of the model, as the server was set to ask for.'),
  attempts: z.int().describe('How often the model was asked.'),
  check: StatementCheck.describe('What the gate says of it, as POST /api/query/check does; it was not run.'),
});
export type Proposal = z.infer<typeof Proposal>;

/** What GET /api/meta says where questions in plain words can be asked. */
export const LanguageModel = z.object({ name: z.string(), questionLength: z.int(), timeoutMs: z.int() });
export type LanguageModel = z.infer<typeof LanguageModel>;
