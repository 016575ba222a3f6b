// What a language model is asked to read out of a passage, as a schema: it is told to the model, and its answer is held to it.
import { z } from 'zod';
import { EntityType } from '../../schema/key.ts';
import { Modality, Mode, Quantifier, SourceKind, Stance } from '../../schema/stance.ts';

const Id = z.string().min(1).max(40).describe('Your own short name for the item, such as e1.');
const Words = z.string().min(1).max(2000).describe('Words of the passage, copied letter by letter.');
const Short = z.string().max(300);

const AnswerEntity = z.strictObject({
  id: Id,
  type: EntityType,
  name: z.string().min(1).max(200).describe('The full name; of a plan a short name for what is planned.'),
  quote: Words,
});
const AnswerRelay = z.strictObject({
  id: Id,
  outlet: Id.describe('The id of the outlet whose article the passage relays.'),
  how: Words.describe('The words that say so, such as "Politico reported".'),
  date: z.string().max(10).nullable().describe('The day of that article, as YYYY-MM-DD; null where it is not said.'),
});
const AnswerSource = z.strictObject({
  id: Id,
  kind: SourceKind,
  actor: Id.nullable().describe('The id of the person or body, for a named source; else null.'),
  quote: Words.describe('The words that name it, such as "four US officials".'),
  count: z.int().min(1).max(100_000).describe('How many people it is at least.'),
  spokeTo: Id.nullable().describe('The id of the relayed article that it spoke to; null for this one.'),
});
const AnswerClaim = z.strictObject({
  kind: z.enum(['stance', 'count', 'statement']),
  holder: Id.describe('The id of the actor who holds the position, or whom the statement is about.'),
  plan: Id.nullable(),
  stance: Stance.nullable(),
  shieldedBy: z.array(Id).max(50).describe('For defers: the ids of those it waits for.'),
  quantifier: Quantifier.nullable(),
  number: z.int().min(0).nullable(),
  of: z.int().min(1).nullable(),
  text: Short.min(1).describe('The proposition in one plain sentence of your own.'),
  mode: Mode,
  modality: Modality,
  hedge: Short.nullable(),
  wording: Short.nullable().describe("The passage's own word for the stance."),
  quote: Words.describe('The words that say so.'),
  sources: z.array(Id).max(20),
  relays: z.array(Id).max(20),
  speech: Words.nullable().describe('Words of the holder between quotation marks that say it, without the marks.'),
  speaker: Id.nullable().describe('The id of the actor who speaks them.'),
});

export const answerItems = {
  entities: AnswerEntity,
  relays: AnswerRelay,
  sources: AnswerSource,
  claims: AnswerClaim,
} as const;
export const ModelAnswer = z.strictObject({
  entities: z.array(AnswerEntity),
  relays: z.array(AnswerRelay),
  sources: z.array(AnswerSource),
  claims: z.array(AnswerClaim),
});
export type ModelAnswer = z.infer<typeof ModelAnswer>;
type Part = keyof typeof answerItems;

export interface ReadModelAnswer {
  answer: ModelAnswer;
  /** What of it is not of the form, by the list that it stands in. */
  misformed: Partial<Record<Part, number>>;
}

/** The object in the words: alone, in a fence, after what a model thought. */
function objectIn(words: string): Record<string, unknown> | undefined {
  const text = words.replace(/^\s*<think>[\s\S]*?<\/think>/, '');
  const [from, to] = [text.indexOf('{'), text.lastIndexOf('}')];
  if (from < 0 || to < from) return undefined;
  try {
    return JSON.parse(text.slice(from, to + 1)) as Record<string, unknown>;
  } catch {
    return undefined;
  }
}

/** Item by item: one that is not of the form is left out and counted. Undefined where there is no such object. */
export function readModelAnswer(words: string): ReadModelAnswer | undefined {
  const object = objectIn(words);
  if (object === undefined || !Object.keys(answerItems).some((part) => Array.isArray(object[part]))) return undefined;
  const misformed: ReadModelAnswer['misformed'] = {};
  const list = <P extends Part>(part: P): z.infer<(typeof answerItems)[P]>[] => {
    const given = Array.isArray(object[part]) ? object[part] : [];
    const read = given.map((item) => answerItems[part].safeParse(item));
    const bad = read.filter(({ success }) => !success).length;
    if (bad > 0) misformed[part] = bad;
    return read.flatMap(({ data }) => (data === undefined ? [] : [data as z.infer<(typeof answerItems)[P]>]));
  };
  return {
    answer: { entities: list('entities'), relays: list('relays'), sources: list('sources'), claims: list('claims') },
    misformed,
  };
}
