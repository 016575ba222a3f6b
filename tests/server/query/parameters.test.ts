// Parameters of a typed statement: what each JSON value is taken for, and what is refused with its place.
import { describe, expect, it } from 'vitest';
import type { InvalidRequest } from '../../../server/errors.ts';
import { checkDepth, checkKeys, typedParameters } from '../../../server/query/parameters.ts';
import { QueryRequest } from '../../../server/schema/cypher.ts';

const refusal = (value: unknown, engine: 'neo4j' | 'embedded' = 'neo4j') => {
  try {
    typedParameters({ p: value }, engine);
  } catch (error) {
    return (error as InvalidRequest).details.errors?.[0];
  }
  return undefined;
};

describe('a parameter', () => {
  it.each([
    [null, 'Null', null],
    [true, 'Boolean', true],
    [7, 'Integer', '7'],
    [-(2 ** 53 - 1), 'Integer', '-9007199254740991'],
    [1.5, 'Float', '1.5'],
    [1e300, 'Float', '1e+300'],
    ['7', 'String', '7'],
    [{ $type: 'Integer', _value: '-9223372036854775808' }, 'Integer', '-9223372036854775808'],
    [{ $type: 'Date', _value: '2024-10-23' }, 'Date', '2024-10-23'],
  ])('%j is a %s', (value, $type, _value) => {
    expect(typedParameters({ p: value }, 'neo4j')).toEqual({ p: { $type, _value } });
  });

  it('that is an object with other keys is a map, whatever they are', () => {
    const value = { $type: 'Integer', _value: '1', more: 2 };
    expect(typedParameters({ p: value }, 'neo4j').p).toEqual({
      $type: 'Map',
      _value: {
        $type: { $type: 'String', _value: 'Integer' },
        _value: { $type: 'String', _value: '1' },
        more: { $type: 'Integer', _value: '2' },
      },
    });
  });

  it.each([
    [2 ** 53, '', /beyond ±2\^53: give it as \{"\$type": "Integer"/],
    [{ $type: 'Integer', _value: '9223372036854775808' }, '', /an Integer of 64 bits/],
    [{ $type: 'Integer', _value: 5 }, '', /the text of an Integer, such as "42"/],
    [{ $type: 'Integer', _value: '1; DROP' }, '', /the text of an Integer/],
    [{ $type: 'Float', _value: '1,5' }, '', /the text of a Float, such as "1.5"/],
    [{ $type: 'Date', _value: '23.10.2024' }, '', /the text of a Date, such as "2024-10-23"/],
    [{ $type: 'Duration', _value: 'P' }, '', /the text of a Duration/],
    [{ $type: 'Point', _value: 'POINT(1 2)' }, '', /the text of a Point/],
    [{ $type: 'Node', _value: {} }, '', /a Node, which cannot be a parameter/],
    [{ $type: 'Boolean', _value: 'true' }, '', /does not hold a Boolean/],
    [{ $type: 'Decimal', _value: '1' }, '', /a "\$type" that is none of Null, Boolean/],
    [{ $type: {}, _value: '1' }, '', /a "\$type" that is none of/],
    [{ $type: 'Date', _value: '2024-13-01' }, '', /^has the month 13$/],
    [{ $type: 'Date', _value: '2024-02-31' }, '', /^has the day 31, which month 2 of 2024 has not$/],
    [{ $type: 'Date', _value: '2100-02-29' }, '', /^has the day 29/],
    [{ $type: 'Date', _value: '2024-10-00' }, '', /^has the day 0/],
    [{ $type: 'LocalTime', _value: '25:61' }, '', /^has the time 25:61/],
    [{ $type: 'Time', _value: '12:00:60Z' }, '', /^has the time 12:00:60/],
    [{ $type: 'Time', _value: '12:00+18:01' }, '', /^has an offset beyond ±18:00$/],
    [{ $type: 'LocalDateTime', _value: '2024-10-23T24:00' }, '', /^has the time 24:00/],
    [{ $type: 'OffsetDateTime', _value: '2023-02-29T12:00:00Z' }, '', /^has the day 29/],
    [{ $type: 'ZonedDateTime', _value: '2024-10-23T12:50:35[Foo/Bar]' }, '', /^has the time zone Foo\/Bar, which/],
    [{ $type: 'Duration', _value: 'P99999999999999999999Y' }, '', /^has more months, days or seconds than an Integer/],
    [{ $type: 'Duration', _value: 'PT9223372036854775807H' }, '', /^has more months, days or seconds/],
    [{ $type: 'Point', _value: 'SRID=99999999999999999999;POINT (1 2)' }, '', /^has an SRID that is none of 4326/],
    [{ $type: 'Point', _value: 'SRID=4326;POINT (1 2 3)' }, '', /^must have 2 numbers, as SRID 4326 has$/],
    [[1, { 'a/b~': { $type: 'Date', _value: 'x' } }], '/1/a~1b~0', /Date/],
  ])('%j is refused', (value, under, reason) => {
    expect(refusal(value)).toEqual({ pointer: `/parameters/p${under}`, reason: expect.stringMatching(reason) });
  });

  it.each([
    ['Date', '2024-02-29'],
    ['Date', '-0004-12-31'],
    ['LocalTime', '23:59:59.999999999'],
    ['Time', '12:50:35.556-18:00'],
    ['LocalDateTime', '2024-10-23T00:00'],
    ['OffsetDateTime', '2024-10-23T12:50:35+05:45'],
    ['ZonedDateTime', '2024-10-23T12:50:35+02:00[Europe/Berlin]'],
    ['ZonedDateTime', '2024-10-23T12:50:35[UTC]'],
    ['Duration', '-P1Y-2M3W4DT5H6M-7.5S'],
    ['Duration', 'PT9223372036854775807S'],
    ['Point', 'SRID=4979;POINT Z (12.5 55.7 100.0)'],
  ])('of type %s takes %s', ($type, _value) => {
    expect(refusal({ $type, _value })).toBeUndefined();
  });

  it('must not nest too deep to be read', () => {
    const body = (levels: number): unknown =>
      JSON.parse(`{"parameters": {"p": ${'['.repeat(levels)}${']'.repeat(levels)}}}`);
    expect(() => checkDepth(body(5000))).toThrow('nest more than 1000 deep: make them flatter');
    // What passes is read: how deep it may nest is the gate's to tell.
    expect(() => checkDepth(body(900))).not.toThrow();
    expect(QueryRequest.safeParse({ statement: 'RETURN $p', ...(body(900) as object) }).success).toBe(true);
    for (const other of [{}, null, 'x', { parameters: 1 }]) expect(() => checkDepth(other)).not.toThrow();
  });

  it('must have no key that what reads JSON would drop', () => {
    const nested = (levels: number, inside: string): unknown =>
      JSON.parse(`{"parameters": {"p": ${'['.repeat(levels)}${inside}${']'.repeat(levels)}}}`);
    for (const body of [
      nested(0, '{"__proto__": 1}'),
      nested(3, '{"a": {"__proto__": null}}'),
      nested(5000, '{"__proto__": 1}'),
    ])
      expect(() => checkKeys(body)).toThrow('must not have the key __proto__');
    for (const body of [nested(2, '{"proto": [null], "constructor": "__proto__"}'), nested(5000, '1'), {}, null, 'x'])
      expect(() => checkKeys(body)).not.toThrow();
  });

  it('that looks like a node or relation of the embedded engine is refused there', () => {
    for (const value of [
      { _id: 1, _labels: ['x'] },
      { _id: 1, _source: 1, _target: 2, _type: 'X' },
    ]) {
      expect(refusal([value], 'embedded')).toMatchObject({ pointer: '/parameters/p/0' });
      expect(refusal([value], 'neo4j')).toBeUndefined();
    }
    expect(refusal({ _id: 1, name: 'x' }, 'embedded')).toBeUndefined();
  });

  it.each(['Date', 'Point', 'Base64', 'Duration'])('of type %s is refused where the engine keeps none', (type) => {
    expect(refusal({ $type: type, _value: 'x' }, 'embedded')?.reason).toMatch(/give it as text/);
  });

  it('that is a whole Float is refused where the engine would take it for an Integer', () => {
    expect(refusal({ $type: 'Float', _value: '2.0' }, 'embedded')?.reason).toMatch(/toFloat/);
    expect(refusal({ $type: 'Float', _value: '2.5' }, 'embedded')).toBeUndefined();
    expect(refusal({ $type: 'Float', _value: '2.0' })).toBeUndefined();
  });
});
