// Values of the form that a route declares, and values of any form: made from the JSON Schema of what it takes.
import fc from 'fast-check';
import { z } from 'zod';

/** As much of a JSON Schema as zod makes. */
interface Form {
  $ref?: string;
  $defs?: Record<string, Form>;
  const?: unknown;
  enum?: unknown[];
  anyOf?: Form[];
  oneOf?: Form[];
  allOf?: Form[];
  type?: string;
  properties?: Record<string, Form>;
  required?: string[];
  additionalProperties?: Form | boolean;
  items?: Form;
  minItems?: number;
  maxItems?: number;
  minimum?: number;
  maximum?: number;
  minLength?: number;
  pattern?: string;
}

/** Words that a place meant for something else may hold. */
const traps = [
  ...['', ' ', '0', '-1', '1e999', 'null', 'undefined', 'NaN', '%', '%00', '../../etc/passwd'],
  ...['\u0000', '\ufeff', '\u202e', '\ud83d\ude00', '\ud800', 'é'.normalize('NFD'), 'ß', 'İ'],
  ...["'", '"', '`', '\\', "' OR 1=1 //", '}) DETACH DELETE n //', '$key', '<script>alert(1)</script>', '=1+1'],
  ...['__proto__', 'constructor', 'toString', 'a'.repeat(5000), '2024-02-31', '0000-00-00', '9999-12-31T25:61:61Z'],
  ...['person:', ':', 'x:y', 'assertion:a#b', 'OPPOSES~a~b', 'OPPOSES~country:hu~plan:nato-invitation', '~~'],
];
const garbage: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(...traps),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom<unknown>(null, true, 0, -1, 1.5, 2 ** 53, 1e308, [], {}, [[]], [null], { key: null }),
);

/** Mostly what is asked for; here and there something else in its place. */
const mostly = (value: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  fc.oneof({ weight: 14, arbitrary: value }, { weight: 1, arbitrary: garbage });

function textOf({ pattern, minLength = 0 }: Form, words: readonly string[]): fc.Arbitrary<unknown> {
  const known = fc.constantFrom(...words);
  const any = fc.oneof(fc.lorem({ maxCount: 4 }), fc.string({ minLength, maxLength: minLength + 20 }));
  if (pattern === undefined) return fc.oneof({ weight: 3, arbitrary: known }, { weight: 2, arbitrary: any });
  const fitting = words.filter((word) => new RegExp(pattern, 'u').test(word));
  const chosen = fitting.length > 0 ? [{ weight: 3, arbitrary: fc.constantFrom(...fitting) }] : [];
  try {
    return fc.oneof(...chosen, { weight: 1, arbitrary: fc.stringMatching(new RegExp(pattern, 'u'), { size: '-1' }) });
  } catch {
    // Patterns that look ahead are not turned round; a known word may fit.
    return fc.oneof(...chosen, { weight: 1, arbitrary: any });
  }
}

function objectOf(form: Form, root: Form, words: readonly string[], depth: number): fc.Arbitrary<unknown> {
  const { properties = {}, required = [], additionalProperties } = form;
  const parts = Object.entries(properties).map(
    ([name, part]) => [name, valuesOf(part, root, words, depth + 1)] as const,
  );
  const named = fc.record(Object.fromEntries(parts), { requiredKeys: required.filter((name) => name in properties) });
  if (additionalProperties === undefined || additionalProperties === false || depth > 4) return named;
  const more = additionalProperties === true ? garbage : valuesOf(additionalProperties, root, words, depth + 1);
  const others = fc.dictionary(fc.oneof(fc.constantFrom(...words), fc.string({ maxLength: 8 })), more, { maxKeys: 3 });
  return fc.tuple(named, others).map(([one, other]) => ({ ...other, ...one }));
}

function valuesOf(form: Form, root: Form, words: readonly string[], depth: number): fc.Arbitrary<unknown> {
  const [name] = form.$ref === undefined ? [] : [form.$ref.replace('#/$defs/', '')];
  if (name !== undefined) {
    const target = name === '#' ? root : (root.$defs?.[name] ?? {});
    return depth > 6 ? fc.constant(null) : valuesOf(target, root, words, depth + 1);
  }
  const choices = form.anyOf ?? form.oneOf;
  if (choices !== undefined) return mostly(fc.oneof(...choices.map((one) => valuesOf(one, root, words, depth + 1))));
  if (form.allOf !== undefined) return valuesOf(Object.assign({}, ...form.allOf) as Form, root, words, depth + 1);
  if ('const' in form) return mostly(fc.constant(form.const));
  if (form.enum !== undefined) return mostly(fc.constantFrom(...form.enum));
  const { minimum = -(2 ** 31), maximum = 2 ** 31, minItems = 0, maxItems = 4 } = form;
  switch (form.type) {
    case 'object':
      return mostly(objectOf(form, root, words, depth));
    case 'array': {
      const item = depth > 6 || form.items === undefined ? garbage : valuesOf(form.items, root, words, depth + 1);
      return mostly(fc.array(item, { minLength: minItems, maxLength: Math.max(minItems, Math.min(maxItems, 4)) }));
    }
    case 'string':
      return mostly(textOf(form, words));
    case 'integer': {
      const [least, most] = [Math.max(minimum, -(2 ** 31)), Math.min(maximum, 2 ** 31)];
      return mostly(
        fc.oneof(fc.integer({ min: least, max: Math.min(most, least + 50) }), fc.constantFrom(least, most)),
      );
    }
    case 'number':
      return mostly(fc.double({ min: minimum, max: maximum, noNaN: true }));
    case 'boolean':
      return mostly(fc.boolean());
    case 'null':
      return mostly(fc.constant(null));
    default:
      return garbage;
  }
}

/** Values for the schema; strings are `words` of the database where they fit. */
export function valuesFor(schema: z.ZodType, words: readonly string[]): fc.Arbitrary<unknown> {
  const form = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Form;
  return valuesOf(form, form, words, 0);
}

export { garbage };
