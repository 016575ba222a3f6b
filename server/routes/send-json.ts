// Sends an answer as JSON; a very long one a piece at a time, so that others are answered in between.
import { setImmediate } from 'node:timers/promises';
import type { Response } from 'express';
import { sendStream } from './stream-answer.ts';

/** Items of a list above which an answer is sent in pieces, and how many of them make one. */
const [long, piece] = [5000, 500];

const isLongList = (value: unknown): boolean => Array.isArray(value) && value.length > long;

/** Whether an answer is sent in pieces. */
export const isLong = (answer: unknown): boolean =>
  typeof answer === 'object' && answer !== null && Object.values(answer).some(isLongList);

/** An answer in pieces of text, the last of which is what it returns. */
export async function* pieces(answer: object): AsyncGenerator<string, string, void> {
  let before = '{';
  for (const [name, value] of Object.entries(answer)) {
    if (value === undefined) continue;
    yield `${before}${JSON.stringify(name)}:`;
    before = ',';
    if (!isLongList(value)) {
      yield JSON.stringify(value);
      continue;
    }
    for (let at = 0; at < value.length; at += piece) {
      const items = JSON.stringify(value.slice(at, at + piece)).slice(1, -1);
      yield `${at === 0 ? '[' : ','}${items}`;
      await setImmediate();
    }
    yield ']';
  }
  return '}';
}

/** The same text either way. Whoever goes away before the end costs nothing more. */
export async function sendJson(response: Response, answer: unknown): Promise<void> {
  if (isLong(answer)) await sendStream(response, { type: 'application/json', chunks: pieces(answer as object) });
  else response.json(answer);
}
