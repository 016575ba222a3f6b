// The word lists by which a source in an annotation file is told to name somebody, or not. English.
import { fold } from '../../../schema/fold.ts';

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));

/** Sources that only point back to somebody. */
export const pronouns = set(
  'i you he she it we they me him her us them who whom which that this these those himself herself itself themselves ' +
    'mine yours his hers its ours theirs my your our their one someone somebody anyone everybody everyone nobody whoever',
);

/** Written before a name, and no part of it. */
export const titles = set(
  'mr mrs ms miss dr sir lord lady prof professor president vice chancellor prime minister premier king queen prince ' +
    'princess pope senator sen congressman congresswoman representative rep governor gov mayor secretary ambassador ' +
    'general gen colonel col captain capt sergeant sgt major maj lieutenant lt judge justice chief officer detective ' +
    'director chairman chairwoman chair speaker leader candidate nominee spokesman spokeswoman spokesperson reporter ' +
    'correspondent host commentator columnist author attorney lawyer sheriff commissioner councilman councilwoman ' +
    'republican republicans democrat democrats democratic gop state former deputy aide adviser advisor strategist ' +
    'manager pollster rev reverend pastor father bishop cardinal rabbi coach first lady majority minority',
);

/** Capitalised at the beginning of a sentence, and no part of a name. */
export const functionWords = set(
  'a an the this that these those and but or nor so yet for as at by in into of on onto to with without from after ' +
    'before since until while when where why how if unless although though because than then there here both either ' +
    'neither each every all some many most few several no not only even also still just meanwhile however instead ' +
    'like unlike is are was were do does did has have had will would can could should may might must its his her our ' +
    'their my your what which who whose according asked following during under over about against between',
);

/** In the name of an organization; of these some make it an outlet. */
export const outletWords = set(
  'times post journal news tribune herald gazette chronicle observer guardian telegraph press radio tv television ' +
    'magazine weekly daily review broadcasting network newspaper globe examiner inquirer dispatch courier sentinel ' +
    'bulletin reporter media wire newswire podcast blog standard mail mirror today beacon',
);
export const organizationWords = set(
  'party committee council court department ministry office bureau agency commission administration authority board ' +
    'association federation union alliance coalition league society institute institution foundation fund center centre ' +
    'university college school academy company corporation corp inc llc ltd group bank campaign congress senate ' +
    'parliament house assembly army navy police force guard service services nations organization organisation ' +
    'club team church project initiative network conference caucus chamber pac treasury reserve pentagon hospital',
);
/** Agencies and outlets that go by one word or by letters. */
export const knownOutlets: ReadonlyMap<string, string> = new Map(
  [
    'AP|Associated Press',
    'UPI|United Press International',
    'AFP|Agence France-Presse',
    'DPA|Deutsche Presse-Agentur',
    'Reuters',
    'Bloomberg',
    'Politico',
    'Axios',
    'CNN',
    'MSNBC',
    'NBC',
    'CBS',
    'ABC',
    'CNBC',
    'NPR',
    'PBS',
    'BBC',
    'Breitbart',
    'Newsweek',
    'BuzzFeed',
    'Mediaite',
    'Univision',
    'Telemundo',
    'Al Jazeera',
    'Le Monde',
    'Der Spiegel',
    'The Hill',
    'The Atlantic',
    'Associated Press',
    'United Press International',
    'Agence France-Presse',
  ].map((entry) => {
    const [name = '', full] = entry.split('|');
    return [fold(name).replace(/^the /, ''), full ?? name];
  }),
);

/** The last word of a source that is a paper and nobody. */
export const documentWords = set(
  'report statement poll polls survey surveys study studies filing letter email emails e-mail memo document documents ' +
    'lawsuit complaint transcript indictment article book website release tweet records data figures survey',
);

const numbers = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];
/** The least number of people that a descriptor speaks of: "two officials", "12 voters"; 1 where it gives none. */
export function leastNumber(descriptor: string): number {
  const [first = ''] = descriptor.toLowerCase().split(/\s+/);
  const written = numbers.indexOf(first) + 1;
  if (written > 0) return written;
  const digits = Number(/^\d{1,4}$/.test(first) ? first : 1);
  return Math.max(1, digits);
}

/** The country that a name means, by the names of the Unicode CLDR: its ISO 3166 code in lower case. */
export function countryCode(name: string): string | undefined {
  countries ??= new Map(countryNames());
  return countries.get(fold(name).replace(/^the /, ''));
}
let countries: Map<string, string> | undefined;

export const countryName = (code: string): string => regions.of(code.toUpperCase()) ?? code;
const regions = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });
/** Codes that CLDR names and that are no country. */
const noCountry = set('EU EZ UN QO AC CP DG EA IC TA XA XB ZZ');

function* countryNames(): Generator<[string, string]> {
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  for (const code of letters.flatMap((first) => letters.map((second) => first + second))) {
    // A former code stands for today's: UK for GB.
    if (noCountry.has(code) || new Intl.Locale(`und-${code}`).region !== code) continue;
    const name = regions.of(code);
    if (name !== undefined) yield [fold(name), code.toLowerCase()];
  }
  yield ['us', 'us'];
  yield ['u s', 'us'];
  yield ['uk', 'gb'];
  yield ['u k', 'gb'];
}
