// The numbers of every stance in the five bundled reports, worked out by hand from the reports and not by the program.

/*
 * The five held reports, and by whom they have it:
 *   KP   Kyiv Post, 24 Oct 2024        relays Politico (POL) and, for the denial, RBC-Ukraine
 *   KI   Kyiv Independent, 24 Oct 2024 relays POL and, for the denial, Babel; says some things in its own voice
 *   S32  "Seven of 32", outlet unnamed relays POL and an interview in Politico with Julianne Smith (a piece of its own)
 *   EMP  Euromaidan Press              relays Suspilne and two Reuters reports
 *   GHU  "Germany, Hungary and the US" outlet unnamed; relays Le Monde and Kyodo News
 * POL, Le Monde and the others were never seen: they are stubs, known from these five.
 *
 * How the numbers come about, again and again:
 *   through(POL)   however many of KP, KI and S32 say it, all hang on POL and on its officials: one origin, and since
 *                  nobody is identified 1 is also the least: 1–1. "Four officials" are 4 sources; "one NATO official"
 *                  is one of the four, so where only that one is cited it is 1 source, beside the four still 4.
 *   named          reports that give the word of one named person or body share that origin: 1–1, 1 source.
 *   own voice      a report that names nobody for it ends in itself: it counts in the most, not in the least; alone 1–1.
 */

export interface Expected {
  edge: string;
  /** originsMin–originsMax. */
  origins: string;
  articles: number;
  sources: number;
}

const rows = (origins: string, articles: number, sources: number, edges: readonly string[]): Expected[] =>
  edges.map((edge) => ({ edge, origins, articles, sources }));

const hidden = ['country:be', 'country:si', 'country:es'];
const on = (type: string, plan: string, holders: readonly string[]): string[] =>
  holders.map((holder) => `${type}~${holder}~plan:${plan}`);

export const expectedStances: readonly Expected[] = [
  // What Belgium, Slovenia and Spain are said to hold on the invitation rests on Politico's report alone.
  // "Resisting": KP through POL, on the four officials.
  ...rows('1–1', 1, 4, on('OPPOSES', 'nato-invitation', hidden)),
  // "Reluctant", "hesitant", "avoid taking a clear stance": KI, KP and S32 through POL, on the four officials, of whom
  // the one NATO official who is quoted is one.
  ...rows('1–1', 3, 4, on('NONCOMMITTAL_ON', 'nato-invitation', hidden)),
  // "Hiding behind": KI, KP and S32 through POL, on the one NATO official.
  ...rows('1–1', 3, 1, on('DEFERS_ON', 'nato-invitation', hidden)),

  // Germany: KP and S32 through POL.
  ...rows('1–1', 2, 4, on('OPPOSES', 'nato-invitation', ['country:de'])),
  // The United States: KP and S32 through POL; GHU has it from Le Monde ("Biden has refused to authorize"), which names
  // nobody: a second origin at the most.
  ...rows('1–2', 3, 4, on('OPPOSES', 'nato-invitation', ['country:us'])),
  // Hungary and Slovakia: KP and S32 through POL on four officials, EMP through Suspilne on its NATO source. Both are
  // anonymous, and may be the same people: 1–2, 4 + 1 sources.
  ...rows('1–2', 3, 5, on('OPPOSES', 'nato-invitation', ['country:hu', 'country:sk'])),
  // KP through POL: "the resistance shown by these key members".
  ...rows('1–1', 1, 4, on('OPPOSES', 'nato-invitation', ['group:key-nato-members'])),
  // GHU through Le Monde, which names nobody.
  ...rows('1–1', 1, 0, on('OPPOSES', 'nato-invitation', ['person:joe-biden'])),

  // Germany and the United States not ready: KI in its own voice ("already known to have reservations"), EMP through
  // Suspilne on one NATO source.
  ...rows('1–2', 2, 1, on('NONCOMMITTAL_ON', 'nato-invitation', ['country:de', 'country:us'])),
  // S32 through POL: "other countries hesitant about the bid include Hungary and Slovakia".
  ...rows('1–1', 1, 4, on('NONCOMMITTAL_ON', 'nato-invitation', ['country:hu', 'country:sk'])),
  // KP through POL, on the one NATO official.
  ...rows('1–1', 1, 1, on('NONCOMMITTAL_ON', 'nato-invitation', ['group:hesitant-nato-members'])),
  // NATO itself: S32 through the interview with Julianne Smith (named); EMP in its own voice on the Vilnius summit.
  ...rows('1–2', 2, 1, on('NONCOMMITTAL_ON', 'nato-invitation', ['organization:nato'])),

  // Ukraine: EMP through Reuters on the letter it saw (a document); S32 through POL, which names nobody for it; KP in its
  // own voice.
  ...rows('1–3', 3, 1, on('SUPPORTS', 'nato-invitation', ['country:ua'])),
  // Zelensky: GHU on his own word; KI and KP through POL, which names nobody for it (KI's own voice beside that adds
  // nothing); S32 in its own voice.
  ...rows('1–3', 4, 1, on('SUPPORTS', 'nato-invitation', ['person:volodymyr-zelensky'])),
  // KP through RBC-Ukraine on Nykyforov's word.
  ...rows('1–1', 1, 1, on('SUPPORTS', 'nato-invitation', ['organization:office-of-the-president-of-ukraine'])),

  // Membership. Germany and the United States: GHU through Le Monde on its diplomat.
  ...rows('1–1', 1, 1, on('OPPOSES', 'nato-membership', ['country:de', 'country:us'])),
  // Hungary: that diplomat, and EMP through Reuters on Szijjártó, who is named: least 1, most 2.
  ...rows('1–2', 2, 2, on('OPPOSES', 'nato-membership', ['country:hu'])),
  // GHU through Le Monde, in its own voice.
  ...rows('1–1', 1, 0, on('OPPOSES', 'nato-membership', ['group:nato-heavy-hitters'])),
  // GHU: Moscow has repeatedly insisted; S32: Fico's words.
  ...rows('1–1', 1, 1, on('OPPOSES', 'nato-membership', ['country:ru', 'person:robert-fico'])),

  // KI through POL: "not backing".
  ...rows('1–1', 1, 4, on('NONCOMMITTAL_ON', 'nato-membership', ['country:hu', 'country:sk'])),
  // Germany sceptical: KI and S32, both on Zelensky's word.
  ...rows('1–1', 2, 1, on('NONCOMMITTAL_ON', 'nato-membership', ['country:de'])),
  // KP through RBC-Ukraine on Nykyforov; GHU through Le Monde on its diplomat; S32 through Smith's interview.
  ...rows('1–1', 1, 1, on('NONCOMMITTAL_ON', 'nato-membership', ['group:nato-members-yet-to-support'])),
  ...rows('1–1', 1, 1, on('NONCOMMITTAL_ON', 'nato-membership', ['group:uneasy-nato-allies', 'organization:nato'])),

  // GHU through Le Monde, in its own voice.
  ...rows('1–1', 1, 0, on('SUPPORTS', 'nato-membership', ['country:fr', 'country:gb', 'group:supportive-allies'])),
  // Ukraine: EMP on Ukraine's word; GHU and KI in their own voice.
  ...rows('1–3', 3, 1, on('SUPPORTS', 'nato-membership', ['country:ua'])),
  // Zelensky: GHU through Le Monde, which names nobody; EMP in its own voice. Nobody is identified: least 1.
  ...rows('1–2', 2, 0, on('SUPPORTS', 'nato-membership', ['person:volodymyr-zelensky'])),
  // Each in one report's own voice: EMP; GHU.
  ...rows('1–1', 1, 0, on('SUPPORTS', 'nato-membership', ['group:central-and-eastern-european-countries'])),
  ...rows('1–1', 1, 0, on('SUPPORTS', 'nato-membership', ['group:some-nato-members'])),
  // KI: the alliance affirmed; EMP: Rutte said.
  ...rows('1–1', 1, 1, on('SUPPORTS', 'nato-membership', ['organization:nato', 'person:mark-rutte'])),

  // Orbán on the victory plan: one remark in two renderings, in KP and in S32, both on his word.
  ...rows('1–1', 2, 1, on('OPPOSES', 'victory-plan', ['person:viktor-orban'])),
  // S32 through POL.
  ...rows('1–1', 1, 4, on('OPPOSES', 'victory-plan', ['group:key-nato-members'])),
  // KI, S32 and EMP, each in its own voice: at the most three, and nobody identified.
  ...rows('1–3', 3, 0, on('SUPPORTS', 'victory-plan', ['person:volodymyr-zelensky'])),
  // Its points, as S32 lists them in its own voice.
  ...rows('1–1', 1, 0, on('SUPPORTS', 'victory-plan-defense', ['person:volodymyr-zelensky'])),
  ...rows('1–1', 1, 0, on('SUPPORTS', 'victory-plan-deterrence', ['person:volodymyr-zelensky'])),
  ...rows('1–1', 1, 0, on('SUPPORTS', 'victory-plan-economy', ['person:volodymyr-zelensky'])),
  ...rows('1–1', 1, 0, on('SUPPORTS', 'victory-plan-post-war', ['person:volodymyr-zelensky'])),

  // Two reports on the same named word: Kellogg's paper, Trump's promise.
  ...rows('1–1', 2, 1, on('SUPPORTS', 'delayed-nato-membership', ['person:keith-kellogg'])),
  ...rows('1–1', 2, 1, on('SUPPORTS', 'peace-deal-with-guarantees', ['person:keith-kellogg'])),
  ...rows('1–1', 2, 1, on('SUPPORTS', 'swift-end-to-the-war', ['person:donald-trump'])),

  // One report through a stub, on one source: POL's senior US official (not one of the four); Kyodo's Zelensky.
  ...rows('1–1', 1, 1, on('SUPPORTS', 'anti-corruption-reforms', ['organization:biden-administration'])),
  ...rows('1–1', 1, 1, on('SUPPORTS', 'post-war-nato-admission', ['organization:biden-administration'])),
  ...rows('1–1', 1, 1, on('SUPPORTS', 'ceasefire-if-accession-guaranteed', ['country:ua'])),

  // One report on one named source, or (the plan to ask within months) on its own reporting.
  ...rows('1–1', 1, 1, [
    ...on('SUPPORTS', '1991-borders', ['person:volodymyr-zelensky']),
    ...on('OPPOSES', 'alternatives-to-nato-membership', ['country:ua']),
    ...on('SUPPORTS', 'ceding-claims-to-regions', ['country:ru']),
    ...on('SUPPORTS', 'delayed-nato-membership', ['group:trump-team']),
    ...on('SUPPORTS', 'dropping-nato-plans', ['country:ru']),
    ...on('SUPPORTS', 'euro-atlantic-integration', ['organization:nato']),
    ...on('SUPPORTS', 'german-military-support', ['country:de']),
    ...on('OPPOSES', 'nato-admission-during-war', ['organization:nato']),
    ...on('OPPOSES', 'nato-enlargement', ['person:vladimir-putin']),
    ...on('SUPPORTS', 'nato-membership-within-months', ['country:ua']),
    ...on('SUPPORTS', 'nato-perspective', ['country:pl', 'person:donald-tusk']),
    ...on('SUPPORTS', 'neutral-status', ['country:ru']),
    ...on('SUPPORTS', 'russian-withdrawal', ['person:volodymyr-zelensky']),
    ...on('SUPPORTS', 'territorial-concessions-for-ceasefire', ['group:trump-team']),
  ]),
  // One report in its own voice.
  ...rows('1–1', 1, 0, [
    ...on('OPPOSES', 'eu-military-aid-funding', ['country:hu']),
    ...on('OPPOSES', 'nato-lethal-aid-programme', ['country:hu']),
    ...on('SUPPORTS', 'nato-ukraine-partnership', ['organization:nato']),
  ]),
];
