// Hashes of features: each weight of the model is found by one, so that the model holds no words.

/** A 32-bit FNV-1a hash of a string's UTF-16 units. */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash | 0;
}

/** Mixes two 32-bit numbers into one (the finalizer of MurmurHash3 after a multiplication). */
export function mix(a: number, b: number): number {
  let hash = Math.imul(a, 0x9e3779b1) ^ Math.imul(b + 0x7f4a7c15, 0x85ebca6b);
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0xc2b2ae35);
  return hash ^ (hash >>> 13);
}

/** A list of features of one place, filled anew for each: numbers that have been hashed already. */
export class FeatureList {
  readonly values: Int32Array;
  length = 0;
  /** A value shifted right by this is its row. */
  readonly shift: number;

  /** At most `capacity` features, for a table of 2^bits rows. */
  constructor(capacity: number, bits: number) {
    this.values = new Int32Array(capacity);
    this.shift = 32 - bits;
  }

  clear(): void {
    this.length = 0;
  }

  /** Adds the feature that a template's number and up to three parts make. */
  add(template: number, a: number, b = 0x51ed, c = 0x2f13): void {
    this.values[this.length++] = mix(mix(mix(a, template), b), c);
  }
}
