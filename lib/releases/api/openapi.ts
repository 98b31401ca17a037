import { z } from 'zod';
import { problemSchema } from '#lib/releases/api/schema.ts';

type Documented = {
  path: string;
  id: string;
  summary: string;
  query: z.ZodObject;
  answer: z.ZodType;
  csv: readonly string[] | null;
};

/** The OpenAPI 3.1 document, made of the same table and schemas as the answers themselves. */
export function openApi(routes: readonly Documented[]) {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Published figures of councils about the children they care for',
      version: '1',
      description:
        'Released values only, read-only. Small numbers are hidden (symbol c) before release. Each answer names its sources and licences.',
    },
    servers: [{ url: '/api/v1' }],
    paths: Object.fromEntries(routes.map((route) => [route.path, { get: operation(route) }])),
    components: { schemas: { Problem: schemaOf(problemSchema) } },
  };
}

function operation({ path, id, summary, query, answer, csv }: Documented) {
  const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));
  const asked = Object.entries(query.shape).map(([name, schema]) => ({
    name,
    in: 'query',
    required: false,
    schema: schemaOf(schema as z.ZodType, 'input'),
  }));
  const table = csv && { 'text/csv': { schema: { type: 'string' } } };
  const problem = (description: string) => ({
    description,
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  });
  return {
    operationId: id,
    summary,
    parameters: [...named, ...asked],
    responses: {
      '200': { description: summary, content: { 'application/json': { schema: schemaOf(answer) }, ...table } },
      '304': { description: 'What you have is still right' },
      '400': problem('The question cannot be read'),
      '404': problem('There is no such thing'),
      ...(path.includes('{slug}') && { '410': problem('It was withdrawn') }),
      '429': problem('Asked too often'),
    },
  };
}

function schemaOf(schema: z.ZodType, io: 'input' | 'output' = 'output') {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io });
  return rest;
}
