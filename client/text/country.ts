// Countries by name where a property holds their key.

const regions = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });

/** "country:fr" → "France"; undefined where the text is no key of a country, or its code is nobody's. */
export function countryOf(text: string): string | undefined {
  const code = /^country:([a-z]{2})$/.exec(text)?.[1];
  return code && regions.of(code.toUpperCase());
}
