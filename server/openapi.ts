// Makes the OpenAPI 3.1 description from the declarations of the routes.
import { z } from 'zod';
import { hearsayVersion } from './root.ts';
import { type AnyRoute, needsOf } from './routes/declare.ts';
import { ClaimsDocument } from './schema/article.ts';
import { Problem } from './schema/problem.ts';

type Json = Record<string, unknown>;

/** A schema's JSON Schema without the dialect line, which OpenAPI names once for all. */
export function jsonSchema(schema: z.ZodType, io: 'input' | 'output' = 'output'): Json {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return rest;
}

/** The JSON Schema of a claims document, as published in docs/ and printed by the command line. */
export function claimsDocumentSchema(): Json {
  const { $schema, ...rest } = z.toJSONSchema(ClaimsDocument, { io: 'input', unrepresentable: 'any' });
  const about = {
    title: 'Hearsay claims document',
    description: 'One article with everything it says: see docs/data-format.md.',
  };
  return { $schema, ...about, ...rest };
}

export interface Parameter {
  name: string;
  in: 'path' | 'query';
  required: boolean;
  description: string;
  schema: Json;
}

/** The path and query parameters of a route, in the order of their declaration. */
export function parametersOf(route: AnyRoute): Parameter[] {
  const of = (place: 'path' | 'query', object: z.ZodObject | undefined): Parameter[] =>
    Object.entries(object?.shape ?? {}).map(([name, field]) => {
      const { description, ...checked } = jsonSchema(field as z.ZodType);
      // What is taken apart by code has no form of its own: then it is told as it is given.
      const { description: _, ...given } = jsonSchema(field as z.ZodType, 'input');
      const schema = Object.keys(checked).length === 0 ? given : checked;
      const required = place === 'path' || !(field as z.ZodType).safeParse(undefined).success;
      return { name, in: place, required, description: String(description ?? ''), schema };
    });
  return [...of('path', route.params), ...of('query', route.query)];
}

const asText = (types: readonly string[]): Json =>
  Object.fromEntries(types.map((type) => [type, { schema: { type: 'string' } }]));

/** JSON, or each of the media types as text. */
function contentOf(route: AnyRoute): Json {
  if (route.media !== undefined) return asText(route.media);
  return { 'application/json': { schema: jsonSchema(route.response) }, ...asText(route.other ?? []) };
}

/** For whom it is where there are accounts, and what beyond under a parameter or by what its body asks. */
function secured(route: AnyRoute): Json {
  const needs = needsOf(route);
  if (needs === 'anyone') return { security: [], 'x-role': 'anyone' };
  return typeof needs === 'object' ? { 'x-role': needs.least, 'x-role-to-write': needs.most } : { 'x-role': needs };
}

/** The same where a server has no accounts: then nobody signs in, which the empty one says. */
const security = [{ session: [] }, { token: [] }, {}];
const securitySchemes = {
  session: {
    type: 'apiKey',
    in: 'cookie',
    name: 'hearsay',
    description:
      'A session of POST /api/session; over TLS the cookie is __Host-hearsay. What changes something also needs the header X-Hearsay.',
  },
  token: { type: 'http', scheme: 'bearer', description: 'A personal token: hearsay_…' },
};

function operation(route: AnyRoute): Json {
  const parameters = parametersOf(route).map((parameter) =>
    parameter.schema.type === 'array' ? { ...parameter, style: 'form', explode: false } : parameter,
  );
  const signing = needsOf(route) === 'anyone' ? [] : ['not-signed-in', 'not-allowed'];
  const codes = [
    'invalid-request',
    ...(route.problems ?? []),
    ...signing,
    'accounts-unavailable',
    'engine-unavailable',
  ];
  return {
    operationId:
      `${route.method}${route.path.replace(/[^A-Za-z]+(\w)/g, (_, letter: string) => letter.toUpperCase())}`.replace(
        /\W/g,
        '',
      ),
    summary: route.summary,
    ...secured(route),
    ...(route.description === undefined ? {} : { description: route.description }),
    parameters,
    ...(route.stream === undefined ? {} : { requestBody: { required: true, content: asText([route.stream].flat()) } }),
    ...(route.body === undefined
      ? {}
      : {
          requestBody: { required: true, content: { 'application/json': { schema: jsonSchema(route.body, 'input') } } },
        }),
    responses: {
      200: { description: 'The answer.', content: contentOf(route) },
      default: {
        description: `A problem; its code is one of ${[...new Set(codes)].join(', ')}, internal.`,
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
  };
}

export function openApi(routes: readonly AnyRoute[]): Json {
  const paths: Record<string, Json> = {};
  for (const route of routes) paths[route.path] = { ...paths[route.path], [route.method]: operation(route) };
  return {
    openapi: '3.1.0',
    info: {
      title: 'Hearsay',
      version: hearsayVersion,
      description: 'Who holds which position on which plan, who says so, and on whose word.',
    },
    jsonSchemaDialect: 'https://json-schema.org/draft/2020-12/schema',
    security,
    paths,
    components: { securitySchemes, schemas: { Problem: jsonSchema(Problem) } },
  };
}
