// Reads articles by the language model that the operator has set: the only thing here that sends anything anywhere.
import { LimitExceeded } from '../errors.ts';
import { answerForm, modelDraft } from '../extract/model/draft.ts';
import { ModelEndpoint } from '../llm/endpoint.ts';
import { Running } from '../query/limits.ts';
import type { Caller } from '../query/run.ts';
import { Draft } from '../schema/draft.ts';
import type { ModelSettings } from '../schema/proposal.ts';
import { Deadline } from '../store/deadline.ts';
import { tooLong } from './confined.ts';
import type { Extract } from './take.ts';

/** Articles that one client has read at a time. */
const atOnce = 2;

const tooSlow = (timeoutMs: number): LimitExceeded =>
  new LimitExceeded('time-limit', `The language model took longer than ${timeoutMs / 1000} s for a passage.`, {
    detail:
      'Nothing was kept of what it read. HEARSAY_LLM_TIMEOUT_MS gives it more time; the rules need no model: "extractor": "rules".',
  });

export class ModelReader {
  readonly #settings: ModelSettings;
  readonly #endpoint: ModelEndpoint;
  readonly #running = new Running(atOnce, 'article');

  constructor(settings: ModelSettings) {
    this.#settings = settings;
    this.#endpoint = new ModelEndpoint(settings);
  }

  /**
   * Runs `work` with a reader of articles for the caller, which tells in words what of the answers it left out. The
   * reader throws ModelFailed, TooManyRequests, LimitExceeded for a passage that takes too long, and Cancelled.
   */
  async with<T>({ client, signal }: Caller, tell: (note: string) => void, work: (extract: Extract) => Promise<T>) {
    const leave = this.#running.enter(client);
    const { name, timeoutMs } = this.#settings;
    const extract: Extract = async (text, about, known) => {
      const why = tooLong(text);
      if (why !== undefined) return why;
      const { draft, notes } = await modelDraft(text, about, await known(), {
        name,
        ask: async (messages) => {
          const until = new Deadline(timeoutMs, signal, tooSlow);
          try {
            return await this.#endpoint.complete(messages, until.signal, answerForm);
          } finally {
            until.clear();
          }
        },
      });
      for (const note of notes) tell(note);
      // No draft that could not be read again is kept, whatever the model answered.
      return Draft.parse(draft);
    };
    try {
      return await work(extract);
    } finally {
      leave();
    }
  }
}
