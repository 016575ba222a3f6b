// The language model behind its endpoint: the only place that speaks to it, in OpenAI's chat completions.
import { ModelFailed, TooManyRequests } from '../errors.ts';
import type { ModelSettings } from '../schema/proposal.ts';

export interface Message {
  role: 'system' | 'user' | 'assistant';
  content: string;
}

/** The form that the answer is to have, as JSON Schema; endpoints that know none are asked for plain JSON. */
export interface AnswerForm {
  name: string;
  schema: Record<string, unknown>;
}

/** Bytes of an answer; a statement, or what is read out of a passage, is far smaller. */
const mostBytes = 512 * 1024;
/** Characters of the endpoint's own words that go into the log. */
const mostWords = 500;
const moreInLog = 'The server’s log says more.';

/** What an answer that is none is about, and what to do; the endpoint's own words are for the log alone. */
function failureOf(status: number, hasKey: boolean, cause: Error): ModelFailed {
  const failed = (message: string, detail: string) => new ModelFailed(message, { detail, cause });
  if (status >= 300 && status < 400)
    return failed(
      'The language model’s endpoint sends elsewhere, which is not followed.',
      'Whoever runs the server sets HEARSAY_LLM_URL to the address itself; the server’s log says where it leads.',
    );
  if (status === 401 || status === 403)
    return failed(
      hasKey
        ? `The language model’s endpoint does not accept the key (${status}).`
        : `The language model’s endpoint asks for a key (${status}).`,
      'Whoever runs the server sets it in HEARSAY_LLM_KEY.',
    );
  if (status === 404)
    return failed(
      'The language model’s endpoint knows no such address or model (404).',
      `Whoever runs the server checks HEARSAY_LLM_URL, which mostly ends in /v1, and HEARSAY_LLM_MODEL. ${moreInLog}`,
    );
  if (status === 400 || status === 413 || status === 422)
    return failed(
      `The language model’s endpoint refuses the request (${status}).`,
      `The model may take less text than it was given, or have another name. ${moreInLog}`,
    );
  return failed(`The language model’s endpoint failed (${status}).`, `Ask again later. ${moreInLog}`);
}

/** The body as text; undefined where it is larger than `most` bytes. */
async function textOf(response: Response, most: number): Promise<string | undefined> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of (response.body ?? []) as unknown as AsyncIterable<Uint8Array>) {
    size += piece.byteLength;
    // Leaving the loop cancels the rest.
    if (size > most) return undefined;
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString('utf8');
}

/** The words of the answer; undefined where it is none of a chat completion, empty where the model said nothing. */
function contentOf(text: string): string | undefined {
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    return undefined;
  }
  const { choices } = (body ?? {}) as { choices?: unknown };
  if (!Array.isArray(choices)) return undefined;
  const content: unknown = choices[0]?.message?.content;
  if (typeof content === 'string') return content.trim();
  // Some endpoints give it in parts.
  if (Array.isArray(content)) return content.map((part) => (typeof part?.text === 'string' ? part.text : '')).join('');
  return '';
}

export class ModelEndpoint {
  readonly #settings: ModelSettings;
  /** How much it was seen to take of what only some endpoints and models do: a form, plain JSON, neither. */
  #takes: 'form' | 'json' | 'words' = 'form';

  constructor(settings: ModelSettings) {
    this.#settings = settings;
  }

  /**
   * What the model says next. Errors: ModelFailed, TooManyRequests; whatever `signal` was aborted with.
   */
  async complete(messages: readonly Message[], signal: AbortSignal, form?: AnswerForm): Promise<string> {
    try {
      const ways = (['form', 'json', 'words'] as const).slice(['form', 'json', 'words'].indexOf(this.#takes));
      const [first = 'words', ...others] = form === undefined ? ways.filter((way) => way !== 'form') : ways;
      let response = await this.#post(messages, first, form, signal);
      for (const way of others) {
        if (response.status !== 400 && response.status !== 422) break;
        await response.body?.cancel();
        response = await this.#post(messages, way, form, signal);
        if (response.ok) this.#takes = way;
      }
      if (!response.ok) throw await this.#refusal(response);
      const text = await textOf(response, mostBytes);
      if (text === undefined)
        throw new ModelFailed('The language model’s answer is too long.', {
          detail: `At most ${mostBytes / 1024} kB are read. Ask for less, or use another model.`,
        });
      const content = contentOf(text);
      if (content === undefined)
        throw new ModelFailed('The language model’s endpoint did not answer as an OpenAI-compatible one.', {
          detail: `Whoever runs the server checks HEARSAY_LLM_URL, which mostly ends in /v1. ${moreInLog}`,
          cause: new Error(`It answered: ${this.#harmless(text)}`),
        });
      if (content === '')
        throw new ModelFailed('The language model gave an empty answer.', {
          detail: 'Ask again, or in other words; another model may do better.',
        });
      return content;
    } catch (error) {
      if (signal.aborted) throw signal.reason;
      if (error instanceof ModelFailed || error instanceof TooManyRequests) throw error;
      throw new ModelFailed('The language model’s endpoint does not answer.', {
        detail: `Check that it is running and that HEARSAY_LLM_URL is its address. ${moreInLog}`,
        cause: error,
      });
    }
  }

  #post(
    messages: readonly Message[],
    way: 'form' | 'json' | 'words',
    form: AnswerForm | undefined,
    signal: AbortSignal,
  ): Promise<Response> {
    const { url, name, key } = this.#settings;
    const asked =
      way === 'form' ? { type: 'json_schema', json_schema: { ...form, strict: true } } : { type: 'json_object' };
    return fetch(`${url}/chat/completions`, {
      method: 'POST',
      headers: {
        accept: 'application/json',
        'content-type': 'application/json',
        ...(key === undefined ? {} : { authorization: `Bearer ${key}` }),
      },
      body: JSON.stringify({
        model: name,
        messages,
        stream: false,
        ...(way === 'words' ? {} : { temperature: 0, response_format: asked }),
      }),
      // To follow one would take the question, and perhaps the key, to an address that nobody set.
      redirect: 'manual',
      signal,
    });
  }

  async #refusal(response: Response): Promise<Error> {
    const { status, headers } = response;
    if (status === 429) {
      await response.body?.cancel();
      const wait = Number(headers.get('retry-after') ?? Number.NaN);
      return new TooManyRequests('The language model’s endpoint takes no more questions for the moment (429).', {
        detail: 'Wait a little and ask again; a quota may also be used up, which whoever runs the server can tell.',
        retryAfter: wait >= 1 && wait <= 3600 ? Math.ceil(wait) : 10,
      });
    }
    // A key that is not accepted may be repeated in part, where nothing here would recognise it.
    const told = status === 401 || status === 403 ? '' : await textOf(response, 64 * 1024).catch(() => '');
    const words = headers.get('location') ?? told ?? '';
    return failureOf(status, this.#settings.key !== undefined, new Error(`It answered: ${this.#harmless(words)}`));
  }

  /** The endpoint's words for the log: short, and without the key. */
  #harmless(words: string): string {
    const { key } = this.#settings;
    return (key === undefined ? words : words.replaceAll(key, '…')).slice(0, mostWords);
  }
}
