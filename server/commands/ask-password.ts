// Asks for a password: on a terminal twice and without showing it, else the first line of standard input.
import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import { InvalidRequest } from '../errors.ts';

/** What is typed goes nowhere. */
const nowhere = () => new Writable({ write: (_chunk, _encoding, done) => done() });

/** The answers, in turn. Of one reader, so that the terminal shows nothing in between and what is typed ahead is kept. */
function hidden(questions: readonly string[]): Promise<string[]> {
  const lines = createInterface({ input: process.stdin, output: nowhere(), terminal: true });
  const answers: string[] = [];
  // Only now: from here on the terminal shows nothing of what is typed.
  process.stderr.write(questions[0] ?? '');
  return new Promise((resolve, reject) => {
    lines.on('line', (line) => {
      if (answers.length === questions.length) return;
      answers.push(line);
      process.stderr.write(`\n${questions[answers.length] ?? ''}`);
      if (answers.length < questions.length) return;
      resolve(answers);
      lines.close();
    });
    // Ctrl-C and Ctrl-D; after the last answer it is too late.
    lines.on('SIGINT', () => lines.close());
    lines.on('close', () => {
      if (answers.length === questions.length) return;
      process.stderr.write('\n');
      reject(new InvalidRequest('Nothing was changed.'));
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
  const [password = '', again] = await hidden([question, 'The same again: ']);
  if (again !== password) throw new InvalidRequest('The two differ: nothing was changed.');
  return password;
}
