// Every route is documented, by OpenAPI and on the page, and its parameters are checked as they are declared.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { AppError, EngineUnavailable, InvalidRequest, LimitExceeded } from '../../../server/errors.ts';
import { claimsDocumentSchema, openApi, parametersOf } from '../../../server/openapi.ts';
import { allRoutes } from '../../../server/routes/all.ts';
import { docsPage, docsStyle } from '../../../server/routes/docs.ts';
import { parseParameters, parseQueryString } from '../../../server/routes/parse.ts';
import { problemOf, toAppError } from '../../../server/routes/problem.ts';
import { Problem, ProblemCode } from '../../../server/schema/problem.ts';

interface Operation {
  operationId: string;
  summary: string;
  parameters: { name: string; in: string; required: boolean; description: string; schema: object }[];
  requestBody?: object;
  responses: Record<string, { description: string; content: Record<string, { schema: object }> }>;
}
const description = JSON.parse(JSON.stringify(openApi(allRoutes))) as {
  openapi: string;
  paths: Record<string, Record<string, Operation>>;
};
const routes = allRoutes.map((route) => ({ title: `${route.method} ${route.path}`, route }));

describe.each(routes)('$title', ({ route }) => {
  const operation = description.paths[route.path]?.[route.method];

  it('is described with all its parameters, each with a sentence', () => {
    expect(operation?.summary.length).toBeGreaterThan(10);
    const placeholders = [...route.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    const parameters = operation?.parameters ?? [];
    expect(parameters.filter((parameter) => parameter.in === 'path').map(({ name }) => name)).toEqual(placeholders);
    for (const parameter of parameters) {
      expect(parameter.description, parameter.name).toMatch(/.{10}/);
      expect(Object.keys(parameter.schema), parameter.name).not.toHaveLength(0);
    }
    for (const type of route.media ?? ['application/json'])
      expect(operation?.responses['200']?.content[type]?.schema, type).toBeDefined();
    expect(operation?.responses.default?.content).toHaveProperty(['application/problem+json']);
    expect(operation?.requestBody !== undefined).toBe(route.method === 'post' || route.method === 'put');
  });

  it('stands on the page', () => {
    const page = docsPage(allRoutes);
    expect(page).toContain(`<code>${route.path}</code>`);
    for (const { name } of parametersOf(route)) expect(page).toContain(`<code>${name}</code>`);
  });

  it('refuses a parameter that it does not declare', () => {
    expect(() => parseParameters(route.query, { nonsense: '1' })).toThrow(InvalidRequest);
  });
});

describe('the description', () => {
  it('is OpenAPI 3.1 with an id of its own for each operation', () => {
    expect(description.openapi).toBe('3.1.0');
    const ids = Object.values(description.paths).flatMap((path) =>
      Object.values(path).map((operation) => operation.operationId),
    );
    expect(new Set(ids).size).toBe(allRoutes.length);
    expect(ids.every((id) => /^[a-zA-Z]+$/.test(id))).toBe(true);
  });

  it('gives the schema that is published in docs/', () => {
    const published = readFileSync(new URL('../../../docs/claims-document.schema.json', import.meta.url), 'utf8');
    expect(JSON.parse(JSON.stringify(claimsDocumentSchema()))).toEqual(JSON.parse(published));
  });

  it('has a page without scripts, inline styles or anything from elsewhere', () => {
    const page = docsPage(allRoutes);
    expect(page).not.toMatch(/<script|style=|https?:\/\/|@import/i);
    expect(docsStyle).not.toMatch(/url\(|@import/);
  });
});

describe('parameters', () => {
  const schema = z.strictObject({ one: z.string().max(3, { error: 'is too long' }), two: z.string().optional() });
  const faults = (query: string) => {
    try {
      parseParameters(schema, parseQueryString(query));
    } catch (error) {
      return (error as InvalidRequest).details.errors;
    }
    return undefined;
  };

  it('are decoded, and a plus is a blank', () => {
    expect(parseParameters(schema, parseQueryString('one=a+b&two=%D0%97'))).toEqual({ one: 'a b', two: 'З' });
  });

  it.each([
    ['', [{ field: 'one', reason: 'is required' }]],
    ['one=abcd', [{ field: 'one', reason: 'is too long' }]],
    ['one=a&one=b', [{ field: 'one', reason: 'is given more than once' }]],
    ['one=a&three=b', [{ field: 'three', reason: 'is no parameter of this address; allowed: one, two' }]],
    [
      'one=abcd&three=b',
      [
        { field: 'one', reason: 'is too long' },
        { field: 'three', reason: 'is no parameter of this address; allowed: one, two' },
      ],
    ],
    ['one=a&constructor=b', [{ field: 'constructor', reason: 'is no parameter of this address; allowed: one, two' }]],
  ])('"%s" is faulty where it says', (query, expected) => {
    expect(faults(query)).toEqual(expected);
  });
});

describe('problems', () => {
  it('tell of a part beyond the end of a file', () => {
    const problem = problemOf(toAppError({ status: 416, type: undefined }));
    expect(problem).toMatchObject({ status: 416, code: 'invalid-request', title: 'The file has no such part.' });
    expect(problem.detail).toContain('Range');
  });

  it('have a known code and the declared form, whatever was thrown', () => {
    const thrown: unknown[] = [
      new Error('secret'),
      'text',
      null,
      undefined,
      { status: 413, limit: 10 },
      { status: 415 },
      { status: 400, type: 'entity.parse.failed' },
      Object.assign(new Error('secret'), { status: 404 }),
      Object.assign(new Error('secret'), { status: 503 }),
      new LimitExceeded('time-limit', 'Stopped.'),
    ];
    for (const error of thrown) {
      const problem = problemOf(toAppError(error));
      expect(Problem.parse(problem)).toEqual(problem);
      expect(ProblemCode.options).toContain(problem.code);
      expect(JSON.stringify(problem)).not.toContain('secret');
    }
  });

  it('tell what was meant for the asker', () => {
    const error = new AppError(409, 'conflict', 'Two.', {
      detail: 'One of them.',
      errors: [{ pointer: '/a', reason: 'r' }],
      nearest: [],
    });
    expect(problemOf(error)).toEqual({
      type: 'urn:hearsay:problem:conflict',
      title: 'Two.',
      status: 409,
      code: 'conflict',
      detail: 'One of them.',
      errors: [{ pointer: '/a', reason: 'r' }],
      nearest: [],
    });
  });

  it('do not tell where the database is or what its driver said', () => {
    const problem = problemOf(new EngineUnavailable('Neo4j at bolt://10.1.2.3 is gone.', { detail: 'ECONNREFUSED' }));
    expect(JSON.stringify(problem)).not.toMatch(/10\.1\.2\.3|ECONN/);
    expect(problem).toMatchObject({ status: 503, code: 'engine-unavailable' });
  });
});
