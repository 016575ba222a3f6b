// Neo4j's own grammar in a worker of the page: colours, completion and format, away from the thread that draws.
import {
  applySyntaxColouring,
  autocomplete,
  type CompletionItem,
  type DbSchema,
  formatQuery,
  parserWrapper,
} from '@neo4j-cypher/language-support';
import type { Answer, Answers, Colour, Proposal, Question } from './protocol.ts';

let schema: DbSchema = {};
/** The grammar's own token for the end of the text. */
const endOfFile = -1;

const colours = (text: string): Colour[] =>
  applySyntaxColouring(text).map(({ position, length, tokenType }) => [
    position.startOffset,
    position.startOffset + length,
    tokenType,
  ]);

// The kinds of the language server protocol that the library uses.
const kinds: Readonly<Record<number, string>> = {
  3: 'function',
  2: 'function',
  6: 'variable',
  10: 'property',
  14: 'keyword',
  20: 'type',
  22: 'type',
  25: 'type',
};

function proposalOf(item: CompletionItem): Proposal {
  const insert = item.insertText ?? item.label;
  return {
    label: item.label,
    insert,
    kind: kinds[item.kind ?? 14] ?? 'keyword',
    detail: item.signature ?? item.detail ?? null,
  };
}

/** Errors: one that says so where the grammar cannot read the text; the library would put the rest together somehow. */
function format(text: string): string {
  const unread = parserWrapper
    .parse(text)
    // Behind a last semicolon stands nothing, or a comment.
    .statementsParsing.filter(({ tokens }) => tokens.some(({ channel, type }) => channel === 0 && type !== endOfFile))
    .some(({ parser }) => (parser?.syntaxErrorsCount ?? 0) > 0);
  if (unread) throw new Error('it has a syntax error, listed below it. Mend that first; nothing was changed.');
  return formatQuery(text);
}

function answer(question: Question): Answers[keyof Answers] {
  switch (question.ask) {
    case 'colours':
      return colours(question.text);
    case 'proposals':
      return autocomplete(question.text, schema, question.at, question.manual).map(proposalOf);
    case 'format':
      return format(question.text);
    default:
      schema = question.schema;
      return null;
  }
}

addEventListener('message', ({ data }: MessageEvent<Question>) => {
  let said: Answer;
  try {
    said = { id: data.id, value: answer(data) };
  } catch (error) {
    said = { id: data.id, error: error instanceof Error ? error.message : String(error) };
  }
  postMessage(said);
});
