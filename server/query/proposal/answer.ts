// Reads what a language model answered: the statement, its parameters and its explanation, in whichever form they came.
import { queryLimits } from '../../schema/cypher.ts';
import { isDeeper } from '../../schema/json.ts';
import { proposalLimits } from '../../schema/proposal.ts';
import { limits } from '../../schema/query.ts';

export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

export interface Answer {
  /** null where the model says that there is none. */
  statement: string | null;
  parameters: Record<string, Json>;
  explanation: string | null;
}

const fence = /```([\w-]*)[^\S\n]*\n([\s\S]*?)```/g;
/** A statement without anything around it begins so. */
const clause = /^(?:MATCH|OPTIONAL\s+MATCH|RETURN|WITH|UNWIND|CALL|EXPLAIN|PROFILE)\b/i;

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const shortened = (text: unknown): string | null => {
  if (typeof text !== 'string' || text.trim() === '') return null;
  const trimmed = text.trim();
  const most = proposalLimits.explanationLength;
  return trimmed.length > most ? `${trimmed.slice(0, most)}…` : trimmed;
};

function parametersOf(value: unknown): Record<string, Json> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return {};
  // What nests deeper could not run, and may be too much for whoever writes it out.
  if (isDeeper(value, queryLimits.depth)) return {};
  const named = Object.entries(value as Record<string, Json>).map(
    ([name, one]) => [name.replace(/^\$/, ''), one] as const,
  );
  return Object.fromEntries(named.filter(([name]) => name !== '' && name.length <= limits.keyLength));
}

/** Without a fence around it, which some put into the JSON, too. By hand: a pattern for its end takes time by the square. */
function withoutFence(text: string): string {
  const inside = text.trim().replace(/^```\w*[^\S\n]*\n/, '');
  return (inside.endsWith('```') ? inside.slice(0, -3) : inside).trim();
}

/** The object that was asked for; undefined where this is none. */
function fromObject(value: unknown): Answer | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const { statement, parameters, explanation } = value as Record<string, unknown>;
  const about = { parameters: parametersOf(parameters), explanation: shortened(explanation) };
  if (typeof statement === 'string' && statement.trim() !== '') return { statement: withoutFence(statement), ...about };
  return statement === null || statement === '' ? { ...about, statement: null } : undefined;
}

/**
 * The model's answer: the JSON object that was asked for, with or without a fence and words around it, or a fenced
 * statement, or a bare one. Undefined where no statement can be found.
 */
export function readAnswer(words: string): Answer | undefined {
  // What a model thought before it answered is no answer.
  const text = words.replace(/^\s*<think>[\s\S]*?<\/think>/, '').trim();
  const blocks = [...text.matchAll(fence)].map(([whole, kind = '', inside = '']) => ({ whole, kind, inside }));
  const braces = text.slice(text.indexOf('{'), text.lastIndexOf('}') + 1);
  for (const candidate of [text, ...blocks.map(({ inside }) => inside), braces]) {
    const found = fromObject(parsed(candidate));
    if (found) return found;
  }
  const block = blocks.find(({ kind, inside }) => /^(?:cypher|cql|)$/i.test(kind) && inside.trim() !== '');
  if (block)
    return {
      statement: block.inside.trim(),
      parameters: {},
      explanation: shortened(text.replace(block.whole, '')),
    };
  return clause.test(text) ? { statement: text, parameters: {}, explanation: null } : undefined;
}
