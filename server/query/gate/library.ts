// Loads Neo4j's grammar and semantic analysis; nothing else knows the package. Loading takes about a second.
import { createRequire } from 'node:module';
import type * as LanguageSupport from '@neo4j-cypher/language-support';

// The package's ES modules name no file endings, which Node needs: its CommonJS build is one file and loads.
const library = createRequire(import.meta.url)('@neo4j-cypher/language-support') as typeof LanguageSupport;
const { CypherParser, lintCypherQuery, parserWrapper } = library;

/** A node of the grammar's tree, or a token in it. */
export interface Part {
  /** The grammar's rule, such as "matchClause"; a token's name, such as "CREATE", in capitals. */
  rule: string;
  /** A token's text as the parser read it; empty for a rule. */
  text: string;
  parts: Part[];
  /** Offsets in UTF-16 units; `to` is the first one behind. */
  from: number;
  to: number;
}

export interface Diagnostic {
  message: string;
  from: number;
  to: number;
}

export interface Parsed {
  tree: Part;
  /** The grammar's own complaints; the tree behind one is a guess. */
  errors: Diagnostic[];
}

/** What the generated parser makes; its own types name thousands of classes, and these few fields are all that is read. */
interface Raw {
  ruleIndex?: number;
  children?: Raw[] | null;
  symbol?: RawToken;
  isErrorNode?: () => boolean;
  exception?: unknown;
  start?: RawToken | null;
  stop?: RawToken | null;
}
interface RawToken {
  type: number;
  text: string;
  start: number;
  stop: number;
}

const endOfFile = -1;
const errorCharacter = 'ErrorChar';
const parserNames = CypherParser as unknown as { ruleNames: string[]; symbolicNames: (string | null)[] };
const tokenName = (type: number): string => (type === endOfFile ? 'EOF' : (parserNames.symbolicNames[type] ?? 'TOKEN'));

/** Levels of the grammar that say nothing where they hold one thing only. */
const levels = /^(expression\d*|clause|literal|anonymousPattern|regularQuery|union)$/;

function partOf(raw: Raw, errors: Diagnostic[]): Part {
  const { symbol } = raw;
  if (symbol) {
    const part = {
      rule: tokenName(symbol.type),
      text: symbol.text,
      parts: [],
      from: symbol.start,
      to: symbol.stop + 1,
    };
    if (raw.isErrorNode?.() || part.rule === errorCharacter)
      errors.push({ ...part, message: `“${part.text}” stands where it cannot.` });
    if (part.rule !== 'EOF') return part;
    return { ...part, text: '', to: part.from };
  }
  const parts = (raw.children ?? []).map((child) => partOf(child, errors));
  const from = raw.start?.start ?? parts[0]?.from ?? 0;
  const to = Math.max(from, parts.findLast(({ rule }) => rule !== 'EOF')?.to ?? from);
  // Where the parser gave up it leaves an exception and goes on guessing.
  if (raw.exception)
    errors.push({ from, to: Math.max(to, from + 1), message: 'The statement does not go on like this.' });
  const rule = parserNames.ruleNames[raw.ruleIndex ?? -1] ?? 'unknown';
  const [only] = parts;
  return only?.text === '' && parts.length === 1 && levels.test(rule) ? only : { rule, text: '', parts, from, to };
}

function diagnosticOf({ message, offsets }: LanguageSupport.SyntaxDiagnostic): Diagnostic {
  return { message: typeof message === 'string' ? message : message.value, from: offsets.start, to: offsets.end };
}

/** Parses the text: one entry for each statement in it, empty ones left out. */
export function parse(text: string): Parsed[] {
  const result = parserWrapper.parse(text, false);
  // lint() below then does not parse again.
  parserWrapper.parsingResult = result;
  return result.statementsParsing.flatMap(({ ctx, syntaxErrors, tokens }) => {
    if (tokens.every(({ type, text: token }) => type === endOfFile || token === ';' || token.trim() === '')) return [];
    const errors: Diagnostic[] = [];
    const tree = partOf(ctx as unknown as Raw, errors);
    // It says nothing of characters that it cannot read at all; the tree shows them.
    return [{ tree, errors: [...errors, ...syntaxErrors.map(diagnosticOf)] }];
  });
}

const errorSeverity = 1;

/** What Neo4j's own parser and semantic analysis refuse in a text that parse() read. */
export function analyse(text: string, parameters: readonly string[]): Diagnostic[] {
  const given = Object.fromEntries(parameters.map((name) => [name, '']));
  return lintCypherQuery(text, { parameters: given })
    .filter(({ severity }) => severity === errorSeverity)
    .map(diagnosticOf);
}
