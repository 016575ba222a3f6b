// Words by which the name of an outlet, an organization or an event is known for one.

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/u));

/** Last words of the names of outlets: "Harbour Times". */
export const outletHeads = words(`
times post news herald tribune journal gazette daily weekly press magazine radio tv television chronicle telegraph
observer courier dispatch guardian mail standard review mirror sun star globe examiner inquirer today newspaper
bulletin reporter broadcasting
`);
/** What outlets are called, beside their name: "the newspaper Lumen", "the broadcaster Suomi". */
export const outletNouns = words(`
newspaper daily weekly broadcaster magazine agency outlet website portal tabloid channel station network paper wire
`);
/** News agencies and outlets whose names say nothing of it: a reader knows them, a rule does not. */
export const wellKnownOutlets: readonly (readonly [name: string, ...aliases: string[]])[] = [
  ['Reuters'],
  ['Associated Press', 'AP', 'The Associated Press'],
  ['Agence France-Presse', 'AFP'],
  ['Deutsche Presse-Agentur', 'DPA'],
  ['Bloomberg', 'Bloomberg News'],
  ['New York Times', 'The New York Times'],
  ['Washington Post', 'The Washington Post'],
  ['Wall Street Journal', 'The Wall Street Journal'],
  ['Financial Times'],
  ['The Guardian'],
  ['USA Today'],
  ['MSNBC'],
  ['Fox News'],
  ['BBC', 'BBC News'],
  ['CNN'],
  ['CNBC'],
  ['NBC', 'NBC News'],
  ['ABC News'],
  ['CBS', 'CBS News'],
  ['NPR'],
  ['Al Jazeera'],
  ['Politico'],
  ['Axios'],
  ['Der Spiegel'],
  ['Die Zeit'],
  ['Bild'],
  ['Le Monde'],
  ['Le Figaro'],
  ['El País', 'El Pais'],
  ['Corriere della Sera'],
  ['La Repubblica'],
  ['The Economist'],
  ['Time magazine'],
  ['Newsweek'],
  ['Xinhua', 'Xinhua News Agency'],
  ['TASS'],
  ['Interfax'],
  ['RIA Novosti'],
  ['Kyodo News', 'Kyodo'],
  ['Ukrinform'],
  ['Suspilne'],
  ['Euronews'],
  ['Deutsche Welle'],
  ['Radio Free Europe', 'RFE/RL'],
];

/** Words that end, or with "of" begin, the name of an organization. */
export const organizationHeads = words(`
union council committee commission parliament congress senate assembly ministry department agency bureau office
administration authority board party bank fund foundation association society federation league institute university
college court alliance organization organisation corporation company group corps service police army navy force forces
guard chamber confederation coalition consortium institution cabinet treasury pact
`);
/** Capitals that are no organization. */
export const notAcronyms = words(`
am pm tv usa us uk eu id ok ceo cfo cto mp mep pm phd gdp dna hiv aids covid utc gmt est pst url html pdf faq diy atm gps ai it
join us on read more next the and of ii iii iv vi vii viii ix xi xii
`);

/** Last words of the names of events: "the Harwick summit". */
export const eventHeads = words(
  'summit conference referendum election elections talks war ceremony accords memorandum',
);

/** Nouns that make countries or people a collective: "NATO allies", "many members", "EU leaders". */
export const collectives = words(`
allies members countries nations states member-states governments leaders lawmakers legislators senators parties officials
diplomats ministers capitals partners residents voters companies unions critics opponents supporters activists
members’ economists experts councillors councilors republicans democrats conservatives liberals
`);
/** Words for a country's side: with a demonym before it the country is meant. */
export const sides = words(
  'government side leadership administration officials diplomats authorities delegation cabinet',
);
