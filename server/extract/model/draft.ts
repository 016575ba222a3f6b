// Reads an article into a draft by a language model, passage by passage; the words of every proposal are the article's own.
import { z } from 'zod';
import { sha256 } from '../../ingest/canonical.ts';
import type { Draft, DraftArticle, Proposal } from '../../schema/draft.ts';
import type { Known } from '../mentions/known.ts';
import { lineOf } from '../spans.ts';
import { ModelAnswer, readModelAnswer } from './answer.ts';
import { claimsOf } from './claims.ts';
import { entitiesOf, type Ground, ModelSources, relaysOf } from './items.ts';
import { Keys, meantIn } from './known.ts';
import { passagesOf } from './places.ts';
import { type Message, messagesFor } from './prompt.ts';

/** Characters of a passage: a local model keeps this and its answer in mind. */
const passageLength = 6000;

/** The form of an answer, as JSON Schema. */
export const answerForm = {
  name: 'positions',
  schema: z.toJSONSchema(ModelAnswer, { io: 'input' }) as Record<string, unknown>,
} as const;

export interface ModelDraft {
  draft: Draft;
  /** What of the answers is not in the draft, counted, in words. */
  notes: string[];
}

class Notes {
  readonly #counts = new Map<string, number>();
  add(what: string, count = 1): void {
    this.#counts.set(what, (this.#counts.get(what) ?? 0) + count);
  }
  lines(): string[] {
    return [...this.#counts].map(([what, count]) => `${count} × ${what}`);
  }
}

/**
 * A draft of the text, which goes to whatever `ask` asks, in passages of whole paragraphs. An item whose words are not
 * in the passage, or that is not of the form, is left out and counted; an answer that is no object at all is asked for
 * once more. Throws what `ask` throws.
 */
export async function modelDraft(
  text: string,
  article: DraftArticle,
  known: Known,
  { name, ask }: { name: string; ask(messages: readonly Message[]): Promise<string> },
): Promise<ModelDraft> {
  const [keys, sources, notes] = [new Keys(known), new ModelSources(), new Notes()];
  const proposals = new Map<string, Proposal>();
  const reason = lineOf(`read by the language model ${name}`, 1000) ?? 'read by a language model';
  for (const passage of passagesOf(text, passageLength)) {
    const messages = messagesFor(passage.text, article, meantIn(passage.text, known));
    const read = readModelAnswer(await ask(messages)) ?? readModelAnswer(await ask(messages));
    if (read === undefined) {
      notes.add('passage of which the model’s answer could not be read');
      continue;
    }
    for (const [list, count] of Object.entries(read.misformed))
      notes.add(`item of “${list}” that was not of the form`, count);
    const ground: Ground = {
      ...{ passage, keys, article: article.key, reason },
      leave: (item, fault) => notes.add(`${item}: ${fault}`),
      add: (proposal) => void (proposals.has(proposal.id) || proposals.set(proposal.id, proposal)),
    };
    const entities = entitiesOf(read.answer, ground);
    const relays = relaysOf(read.answer, entities, ground);
    for (const proposal of claimsOf(read.answer, entities, relays, sources, ground))
      if (!proposals.has(proposal.id)) proposals.set(proposal.id, proposal);
  }
  for (const source of sources.all.values()) proposals.set(source.id, source);
  const used = new Set([...proposals.values()].flatMap((one) => (one.kind === 'mention' ? [one.entity] : [])));
  return {
    draft: {
      format: 'hearsay-draft/1',
      article,
      extractor: lineOf(`model/${name}`, 80) ?? 'model',
      textHash: `sha256:${sha256(text)}`,
      text,
      entities: known.entities
        .filter(({ key }) => used.has(key))
        .map(({ key, type, name: called }) => ({ key, type, name: called })),
      proposals: [...proposals.values()],
    },
    notes: notes.lines(),
  };
}
