// Turns a question in plain words into a proposed statement: asked of the language model, judged by the gate, never run.
import { LimitExceeded, NoProposal } from '../../errors.ts';
import { type Message, ModelEndpoint } from '../../llm/endpoint.ts';
import type { SavedQuery, StatementCheck } from '../../schema/cypher.ts';
import { type ModelSettings, type Proposal, type ProposeRequest, proposalLimits } from '../../schema/proposal.ts';
import { Deadline } from '../../store/deadline.ts';
import type { Store } from '../../store/port.ts';
import { databaseSchema } from '../../views/database/schema.ts';
import { Running } from '../limits.ts';
import type { Caller, QueryRunner } from '../run.ts';
import { type Answer, readAnswer } from './answer.ts';
import { firstMessages, noStatement, refusedFor } from './prompt.ts';

/** Characters of an answer that it is reminded of when it is asked again. */
const remembered = 8000;

interface Parts {
  store: Store;
  queries: Pick<QueryRunner, 'check'>;
  settings: ModelSettings;
  /** Statements to learn from, where the database is Hearsay's. */
  library: readonly SavedQuery[];
}

export class Proposer {
  readonly #parts: Parts;
  readonly #endpoint: ModelEndpoint;
  readonly #running = new Running(proposalLimits.concurrency, 'question');

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#endpoint = new ModelEndpoint(parts.settings);
  }

  /**
   * A statement for the question, with what the gate says of it. One that the gate refuses goes back to the model with
   * the reasons; the last is given as it is. Errors: TooManyRequests, ModelFailed, NoProposal, LimitExceeded.
   */
  async propose({ question }: ProposeRequest, { client, signal }: Caller): Promise<Proposal> {
    const leave = this.#running.enter(client);
    const { timeoutMs } = this.#parts.settings;
    const until = new Deadline(timeoutMs, signal, tooSlow);
    try {
      // The schema has a time limit of its own; nobody waits for it once this one is over.
      return await Promise.race([this.#ask(question, { client, signal: until.signal }), ended(until.signal)]);
    } finally {
      until.clear();
      leave();
    }
  }

  async #ask(question: string, { client, signal }: Caller): Promise<Proposal> {
    const { store, library, settings } = this.#parts;
    const messages = firstMessages({
      question,
      schema: await databaseSchema(store),
      ...store.capabilities,
      library,
    });
    let last: Proposal | undefined;
    for (let attempts = 1; attempts <= proposalLimits.attempts; attempts++) {
      signal.throwIfAborted();
      const words = await this.#endpoint.complete(messages, signal);
      const answer = readAnswer(words);
      if (answer?.statement === null) {
        if (last) return last;
        throw declined(answer);
      }
      if (answer) {
        const { statement, parameters, explanation } = { ...answer, statement: answer.statement as string };
        const check = await this.#check(statement, parameters, { client, signal });
        last = { statement, parameters, explanation, model: settings.name, attempts, check };
        if (check.accepted) return last;
      }
      messages.push({ role: 'assistant', content: words.slice(0, remembered) } satisfies Message, {
        role: 'user',
        content: answer && last ? refusedFor(last.check.faults) : noStatement,
      });
    }
    if (last) return last;
    throw new NoProposal('The language model’s answer holds no statement.', {
      detail: 'Ask again, or in other words; another model may do better.',
    });
  }

  /** By the gate that the statement meets when it is run, for reading. */
  #check(statement: string, parameters: Answer['parameters'], caller: Caller): Promise<StatementCheck> {
    return this.#parts.queries.check({ statement, parameters, mode: 'read' }, caller);
  }
}

/** Rejects with the signal's reason once it is aborted. */
const ended = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => {
    if (signal.aborted) reject(signal.reason);
    else signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });

const tooSlow = (timeoutMs: number): LimitExceeded =>
  new LimitExceeded('time-limit', `The language model took longer than ${timeoutMs / 1000} s.`, {
    detail: 'Ask again, or something simpler; HEARSAY_LLM_TIMEOUT_MS gives it more time.',
  });

const declined = ({ explanation }: Answer): NoProposal =>
  new NoProposal('The language model proposes no statement for this.', {
    detail:
      explanation === null
        ? 'Ask in other words, for what the schema has.'
        : `It says: “${explanation}” Ask in other words, for what the schema has.`,
  });
