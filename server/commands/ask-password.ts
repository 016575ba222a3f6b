// Asks for a password: on a terminal twice and without showing it, else the first line of standard input.
import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import { InvalidRequest } from '../errors.ts';

/** What is typed goes nowhere. */
const nowhere = () => new Writable({ write: (_chunk, _encoding, done) => done() });

function hidden(question: string): Promise<string> {
  process.stderr.write(question);
  const lines = createInterface({ input: process.stdin, output: nowhere(), terminal: true });
  return new Promise((resolve, reject) => {
    lines.once('SIGINT', () => {
      lines.close();
      reject(new InvalidRequest('Nothing was changed.'));
    });
    lines.once('line', (line) => {
      lines.close();
      process.stderr.write('\n');
      resolve(line);
    });
  });
}

async function firstLine(): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8').split(/\r?\n/)[0] ?? '';
}

/** Errors: InvalidRequest where the two differ, or it is broken off. */
export async function askPassword(question: string): Promise<string> {
  if (!process.stdin.isTTY) return firstLine();
  const password = await hidden(question);
  if ((await hidden('The same again: ')) !== password) throw new InvalidRequest('The two differ: nothing was changed.');
  return password;
}
