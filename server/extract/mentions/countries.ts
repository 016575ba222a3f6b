// Countries by name, demonym and capital, those the database knows under its own keys.
import isoCountries from 'i18n-iso-countries';
import english from 'i18n-iso-countries/langs/en.json' with { type: 'json' };
import { fold } from '../../schema/fold.ts';
import { countryWords, doubtful, otherNames } from './country-words.ts';
import type { KnownEntity } from './known.ts';

isoCountries.registerLocale(english);

export interface CountryName {
  name: string;
  how: 'name' | 'demonym' | 'seat';
  key: string;
  /** What the country is called. */
  country: string;
  known: boolean;
  code: string;
  doubtful: boolean;
}

const wordsOf = new Map(countryWords.map((words) => [words.code, words]));

/** Every way English has of naming a country that is in the list of ISO 3166. */
export function countryNames(known: readonly KnownEntity[]): CountryName[] {
  const byName = new Map<string, KnownEntity>();
  for (const entity of known) {
    if (entity.type !== 'Country') continue;
    byName.set(entity.key, entity);
    for (const name of [entity.name, ...entity.aliases]) byName.set(fold(name), entity);
  }
  const codes = isoCountries.getNames('en', { select: 'all' });
  return [...new Set([...Object.keys(codes), 'XK'])].flatMap((code) => {
    const names = [...new Set([...(codes[code] ?? []), ...(otherNames[code] ?? [])])];
    const own =
      byName.get(`country:${code.toLowerCase()}`) ?? names.map((name) => byName.get(fold(name))).find(Boolean);
    const [shortest = code] = names
      .filter((name) => /^\p{Lu}\p{Ll}/u.test(name) && !name.includes(','))
      .sort((a, b) => Number(preferred.has(b)) - Number(preferred.has(a)) || a.length - b.length);
    const common = {
      key: own?.key ?? `country:${code.toLowerCase()}`,
      country: own?.name ?? shortest,
      known: own !== undefined,
      code,
    };
    const { demonyms, seats } = wordsOf.get(code) ?? { demonyms: [], seats: [] };
    const inHow = (how: CountryName['how'], list: readonly string[]) =>
      list.map((name) => ({ ...common, name, how, doubtful: doubtful.has(name) }));
    return [
      ...inHow('name', names),
      ...inHow(
        'demonym',
        demonyms.flatMap((one) => (/(?:n|i|k|t|b|e)$/.test(one) ? [one, `${one}s`] : [one])),
      ),
      ...inHow('seat', seats),
    ];
  });
}
/** What a country is called where the list has shorter names for it. */
const preferred: ReadonlySet<string> = new Set([
  'United States',
  'United Kingdom',
  'United Arab Emirates',
  'North Korea',
  'South Korea',
]);
