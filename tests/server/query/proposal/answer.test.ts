// What a language model answers, in the forms that models give it.
import { describe, expect, it } from 'vitest';
import { readAnswer } from '../../../../server/query/proposal/answer.ts';
import { proposalLimits } from '../../../../server/schema/proposal.ts';

const statement = 'MATCH (n:Plan {key: $key})\nRETURN n.name AS name';
const object = { statement, parameters: { key: 'plan:x' }, explanation: 'The name of a plan.' };
const json = JSON.stringify(object);

describe('an answer', () => {
  it.each([
    ['alone', json],
    ['with blanks around it', `\n ${JSON.stringify(object, null, 2)} \n`],
    ['in a fence', `\`\`\`json\n${json}\n\`\`\``],
    ['in a fence with words around it', `Here you are:\n\`\`\`\n${json}\n\`\`\`\nTell me if {this} helps.`],
    ['between words', `Sure! ${json} That is all.`],
    ['after thoughts', `<think>Perhaps {"statement": "RETURN 1"}?</think>\n${json}`],
    ['with a fence in the JSON', JSON.stringify({ ...object, statement: `\`\`\`cypher\n${statement}\n\`\`\`` })],
    ['with dollar signs in the names', JSON.stringify({ ...object, parameters: { $key: 'plan:x' } })],
  ])('is found where it is JSON %s', (_where, words) => {
    expect(readAnswer(words)).toEqual(object);
  });

  it('is read in no time, whatever blanks and fences it is made of', () => {
    const start = performance.now();
    for (const part of ['\n', '```', '\n```', '``` ', '<think>', '{"', ' \t\n']) {
      const many = part.repeat(Math.floor(200_000 / part.length));
      readAnswer(many);
      readAnswer(`\`\`\`cypher${many}`);
      readAnswer(JSON.stringify({ statement: `RETURN 1${many}AS x` }));
    }
    // By the square of the length it took over 10 s for the first of them alone.
    expect(performance.now() - start).toBeLessThan(5000);
  });

  it('is found where it is a fenced statement, and the words around it are the explanation', () => {
    const words = `This finds it:\n\`\`\`cypher\n${statement}\n\`\`\`\nIt has one row.`;
    expect(readAnswer(words)).toEqual({ statement, parameters: {}, explanation: 'This finds it:\n\nIt has one row.' });
    expect(readAnswer(`\`\`\`\n${statement}\n\`\`\``)?.explanation).toBeNull();
  });

  it('is found where it is a bare statement', () => {
    expect(readAnswer(statement)).toEqual({ statement, parameters: {}, explanation: null });
    expect(readAnswer('optional match (n) return n')?.statement).toBe('optional match (n) return n');
  });

  it('may say that there is no statement', () => {
    expect(readAnswer('{"statement": null, "explanation": "No weather."}')).toEqual({
      statement: null,
      parameters: {},
      explanation: 'No weather.',
    });
    expect(readAnswer('{"statement": ""}')?.statement).toBeNull();
  });

  it.each([
    'Matching is hard.',
    '{}',
    '[]',
    '{"statement": 7}',
    '"RETURN 1"',
    '```python\nprint(1)\n```',
    '```\n\n```',
    '{',
  ])('is none in %s', (words) => {
    expect(readAnswer(words)).toBeUndefined();
  });

  it('takes only values that are named and can be sent', () => {
    const of = (parameters: string) => readAnswer(`{"statement": "RETURN 1", "parameters": ${parameters}}`)?.parameters;
    expect(of('["a"]')).toEqual({});
    expect(of('"a"')).toEqual({});
    expect(of(`{"": 1, "${'x'.repeat(400)}": 2, "a": [null, {"b": true}]}`)).toEqual({ a: [null, { b: true }] });
    expect(of(`{"a": ${'['.repeat(5000)}${']'.repeat(5000)}}`)).toEqual({});
    expect(Object.keys(of('{"__proto__": 1}') ?? {})).toEqual(['__proto__']);
  });

  it('has its explanation cut', () => {
    const words = JSON.stringify({ statement, explanation: 'x'.repeat(5000) });
    expect(readAnswer(words)?.explanation).toHaveLength(proposalLimits.explanationLength + 1);
    expect(readAnswer(JSON.stringify({ statement, explanation: ['x'] }))?.explanation).toBeNull();
  });
});
