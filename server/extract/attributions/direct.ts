// Whether words hold a direct quotation, by the measure of the scorer in bench/eval: three words or more between double marks.
const quoted = /[“"]([^“”"]*)[”"]/g;

export function isDirect(words: string): boolean {
  for (const [, inside = ''] of words.matchAll(quoted)) {
    if (inside.split(/\s+/).filter((word) => /[\p{L}\p{N}_]/u.test(word)).length >= 3) return true;
  }
  return false;
}
