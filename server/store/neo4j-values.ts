// Translates values between the store and the Neo4j driver without losing a digit.
import neo4j from 'neo4j-driver';
import type { Value } from './port.ts';

/** Whole numbers go in as integers: the driver would send every JavaScript number as a float. */
export function toNeo4j(value: Value): unknown {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? neo4j.int(value) : value;
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map(toNeo4j);
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, toNeo4j(item)]));
}

/** Integers come out as numbers where those are exact, else as bigint; times, points and bytes of others' data as text. */
export function fromNeo4j(value: unknown): Value {
  if (typeof value === 'bigint') return BigInt.asIntN(54, value) === value ? Number(value) : value;
  if (value === null || value === undefined) return null;
  if (typeof value !== 'object') return value as Value;
  if (Array.isArray(value)) return value.map(fromNeo4j);
  if (neo4j.isNode(value) || neo4j.isRelationship(value) || neo4j.isPath(value)) {
    throw new TypeError('A statement returned a node, relation or path; it must return its properties under names.');
  }
  if (ArrayBuffer.isView(value))
    return Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('base64');
  // The driver writes a duration without hours as "P1YT".
  if (Object.getPrototypeOf(value) !== Object.prototype) return String(value).replace(/^(P.*)T$/, '$1');
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, fromNeo4j(item)]));
}
