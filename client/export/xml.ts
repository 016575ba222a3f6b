// Text as XML holds it: escaped, and without the characters that no XML document may have.

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  // As they are, a reader would make blanks of them.
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

/** Characters that XML 1.0 does not allow and no table is the better for, and halves of pairs, each as U+FFFD. */
export const xmlSafe = (text: string): string =>
  text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is not allowed
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd')
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd');

/** For the content of an element and for an attribute alike. */
export const xml = (text: string): string =>
  xmlSafe(text).replace(/[&<>"'\t\n\r]/g, (letter) => entities[letter] ?? letter);

/** ` name="value"` for each; those that are undefined are left out. */
export const attributes = (values: Readonly<Record<string, string | number | undefined>>): string =>
  Object.entries(values)
    .map(([name, value]) => (value === undefined ? '' : ` ${name}="${xml(String(value))}"`))
    .join('');

/** An identifier for each key: the key itself as far as XML holds it, told apart where two become the same. */
export function identifiers(keys: Iterable<string>): Map<string, string> {
  const taken = new Set<string>();
  const found = new Map<string, string>();
  for (const key of keys) {
    const safe = xmlSafe(key).replace(/[\t\n\r]/g, '\ufffd');
    let id = safe;
    for (let number = 2; taken.has(id); number++) id = `${safe}#${number}`;
    taken.add(id);
    found.set(key, id);
  }
  return found;
}
