// The outside service in the tests of what is asked of a language model: a small server that speaks OpenAI's chat completions,
// answers what a test lays out for it, and notes whatever in a request breaks that protocol.
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as after } from 'node:timers/promises';

export interface Asked {
  headers: IncomingHttpHeaders;
  body: { model: string; messages: { role: string; content: string }[]; stream: boolean; [more: string]: unknown };
}

/** The words of a good answer, or another answer: late, of another status, or not of the protocol at all. */
export type Reply =
  | string
  | {
      content?: unknown;
      afterMs?: number;
      status?: number;
      headers?: Record<string, string>;
      /** In place of a chat completion. */
      text?: string;
    };

export interface ModelEndpoint {
  /** The base address, to be set as HEARSAY_LLM_URL. */
  url: string;
  /** Requests in order. */
  asked: Asked[];
  /** What breaks the protocol; a test expects it empty. */
  violations: string[];
  /** Requests whose connection was closed before they were answered. */
  leftAlone: number;
  /** Lays out the answers to come, in place of those that are left. */
  replies(...list: Reply[]): void;
  close(): Promise<void>;
}

const known = ['model', 'messages', 'stream', 'temperature', 'response_format'];

function faultsOf(method: string, path: string, { headers, body }: Asked, model: string, key: string | undefined) {
  const faults: string[] = [];
  const expect = (holds: boolean, what: string) => void (holds || faults.push(what));
  expect(method === 'POST' && path === '/v1/chat/completions', `${method} ${path}`);
  expect(headers['content-type'] === 'application/json', `content-type ${headers['content-type']}`);
  expect(headers.authorization === (key === undefined ? undefined : `Bearer ${key}`), 'authorization');
  expect(body.model === model, `model ${body.model}`);
  expect(body.stream === false, `stream ${body.stream}`);
  const roles = body.messages.map(({ role }) => role);
  expect(
    roles.every((role, at) => role === (at === 0 ? 'system' : at % 2 === 1 ? 'user' : 'assistant')) &&
      roles.length % 2 === 0,
    `roles ${roles}`,
  );
  expect(
    body.messages.every(({ content }) => typeof content === 'string' && content !== ''),
    'a message without content',
  );
  const format = body.response_format as { type?: string; json_schema?: Record<string, unknown> } | undefined;
  const form = format?.json_schema;
  expect(
    format === undefined ||
      (format.type === 'json_object' && Object.keys(format).length === 1) ||
      (format.type === 'json_schema' && typeof form?.name === 'string' && form.strict === true && 'schema' in form),
    'format',
  );
  expect(body.temperature === undefined || body.temperature === 0, `temperature ${body.temperature}`);
  for (const name of Object.keys(body)) expect(known.includes(name), `${name} is not of the protocol`);
  return faults;
}

function send(response: ServerResponse, reply: Exclude<Reply, string>): void {
  const { content = '', status = 200, headers = {}, text } = reply;
  const completion = {
    id: 'chatcmpl-1',
    object: 'chat.completion',
    created: 1,
    choices: [{ index: 0, message: { role: 'assistant', content }, finish_reason: 'stop' }],
  };
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(text ?? JSON.stringify(completion));
}

export async function openModel(model: string, key?: string): Promise<ModelEndpoint> {
  let left: Reply[] = [];
  const server = createServer((request, response) => {
    const pieces: Buffer[] = [];
    response.on('close', () => {
      if (!response.writableFinished) endpoint.leftAlone++;
    });
    request.on('data', (piece: Buffer) => pieces.push(piece));
    request.on('end', async () => {
      const asked = { headers: request.headers, body: JSON.parse(Buffer.concat(pieces).toString()) } as Asked;
      endpoint.asked.push(asked);
      endpoint.violations.push(...faultsOf(request.method ?? '', request.url ?? '', asked, model, key));
      const reply = left.shift();
      if (reply === undefined) endpoint.violations.push('asked more often than the test has answers');
      const answer = typeof reply === 'string' ? { content: reply } : (reply ?? { status: 500 });
      if (answer.afterMs !== undefined) await after(answer.afterMs, undefined, { ref: false });
      if (!response.destroyed) send(response, answer);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const endpoint: ModelEndpoint = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    asked: [],
    violations: [],
    leftAlone: 0,
    replies: (...list) => {
      left = list;
      endpoint.asked.length = 0;
      endpoint.leftAlone = 0;
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return endpoint;
}

/** A good answer in the form that the model is asked for. */
export const proposed = (statement: string | null, parameters: object = {}, explanation = 'As asked.'): string =>
  JSON.stringify({ statement, parameters, explanation });
