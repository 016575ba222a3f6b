// What the library's statements on actors, plans and time answer, worked out from data/entities.json and data/reports.
import { type Answers, hidden, membership, reports, stubs } from './short.ts';

const { ghu, ki, kp, s32, emp } = reports;
const on = (holder: string, verb: string) => `${holder} ${verb} an immediate NATO invitation for Ukraine.`;
const reluctant = 'does not commit to';

export const actors: Answers = {
  // Nykyforov: nine assertions of the RBC-Ukraine stub and one of Babel's. Smith: one in KI, two of her interview.
  // Zelensky: two of the Kyodo stub; GHU calls him leader, the others president.
  'speaking-for': [
    ['Serhii Nykyforov', 'Office of the President of Ukraine', 10, 'Presidential press secretary'],
    ['Julianne Smith', 'United States', 3, 'Ambassador to NATO'],
    ['Volodymyr Zelensky', 'Ukraine', 2, 'Leader'],
    ['Donald Tusk', 'Poland', 1, 'Prime Minister'],
    ['Gabrielius Landsbergis', 'Lithuania', 1, 'Foreign Minister'],
    ['Jens Stoltenberg', 'NATO', 1, 'Secretary General'],
    ['Péter Szijjártó', 'Hungary', 1, 'Foreign Minister'],
  ],
  offices: [
    ['Biden administration', 'Head of the administration', 'Joe Biden', null, null],
    ['European Council', 'President', 'António Costa', null, null],
    ['European Union', 'Foreign policy chief', 'Kaja Kallas', null, null],
    ['Hungary', 'Foreign Minister', 'Péter Szijjártó', null, null],
    ['Hungary', 'Prime Minister', 'Viktor Orbán', null, null],
    ['Lithuania', 'Foreign Minister', 'Gabrielius Landsbergis', null, null],
    ['NATO', 'Secretary General', 'Jens Stoltenberg', null, '2024-10-01'],
    ['NATO', 'Secretary General', 'Mark Rutte', '2024-10-01', null],
    ['Office of the President of Ukraine', 'Presidential press secretary', 'Serhii Nykyforov', null, null],
    ['Office of the President of Ukraine', 'Spokesperson for the President', 'Serhii Nykyforov', null, null],
    ['Poland', 'Prime Minister', 'Donald Tusk', null, null],
    ['Russia', 'President', 'Vladimir Putin', null, null],
    ['Slovakia', 'Leader (office not named)', 'Robert Fico', null, null],
    ["Trump's team", 'Envoy for Ukraine and Russia', 'Keith Kellogg', null, null],
    ["Trump's team", 'Special envoy to Russia and Ukraine', 'Keith Kellogg', null, null],
    ['Ukraine', 'Foreign Minister', 'Andrii Sybiha', null, null],
    ['Ukraine', 'Leader', 'Volodymyr Zelensky', null, null],
    ['Ukraine', 'President', 'Volodymyr Zelensky', null, null],
    ['United States', 'Ambassador to NATO', 'Julianne Smith', null, null],
    ['United States', 'President', 'Joe Biden', null, null],
    ['United States', 'President-elect', 'Donald Trump', null, null],
  ],
  // The relations TOOK_PART_IN of the five documents; days from the entities document.
  'around-an-event': [
    ['2022-09-30', "Ukraine's application to join NATO", 'Ukraine', 'applicant'],
    ['2023-07-11', 'Vilnius summit', 'Jens Stoltenberg', 'speaker'],
    ['2023-07-11', 'Vilnius summit', 'NATO', null],
    ['2024', 'Kellogg’s paper on delaying membership', 'Keith Kellogg', 'author'],
    ['2024-07', 'NATO affirms Ukraine’s irreversible path', 'NATO', null],
    ['2024-10', 'EU leaders summit of October 2024', 'Donald Tusk', null],
    ['2024-10', 'EU leaders summit of October 2024', 'EU leaders', null],
    ['2024-10', 'EU leaders summit of October 2024', 'Volodymyr Zelensky', 'presented the plan'],
    ['2024-10', 'Zelensky’s meeting with journalists', 'Journalists who met Zelensky', null],
    ['2024-10', 'Zelensky’s meeting with journalists', 'Volodymyr Zelensky', 'speaker'],
    ['2024-10-01', 'Rutte states his priority as NATO chief', 'Mark Rutte', 'speaker'],
    ['2024-10-16', 'Presentation of the Victory Plan in Ukraine’s Parliament', 'Parliament of Ukraine', 'host'],
    [
      '2024-10-16',
      'Presentation of the Victory Plan in Ukraine’s Parliament',
      'Volodymyr Zelensky',
      'presented the plan',
    ],
    ['2024-10-17', 'Smith’s statement of 17 October 2024', 'Julianne Smith', 'speaker'],
    ['2024-10-24', 'Nykyforov’s comment to Babel', 'Serhii Nykyforov', 'speaker'],
    ['2024-12-01', 'Zelensky’s meeting with Kallas and Costa', 'António Costa', null],
    ['2024-12-01', 'Zelensky’s meeting with Kallas and Costa', 'Kaja Kallas', null],
    ['2024-12-01', 'Zelensky’s meeting with Kallas and Costa', 'Volodymyr Zelensky', 'host'],
    ['2024-12-02', 'Zelensky’s words to Kyodo News', 'Volodymyr Zelensky', 'speaker'],
    ['2024-12-03', 'NATO foreign ministers’ meeting in Brussels', 'Gabrielius Landsbergis', null],
  ],
  // Six parts (five points without the invitation twice, and the annexes) and membership, which EMP calls its
  // cornerstone; steps toward membership are the perspective, and toward the invitation US backing.
  'parts-of-a-plan': [
    ['NATO invitation for Ukraine', 1],
    [membership, 1],
    ['Victory Plan: classified annexes', 1],
    ['Victory Plan: defense', 1],
    ['Victory Plan: non-nuclear deterrence', 1],
    ['Victory Plan: post-war security', 1],
    ['Victory Plan: strategic and economic potential', 1],
    ['A NATO perspective for Ukraine', 2],
    ['US backing for the invitation', 2],
  ],
  // Of those whom the Kyiv Post quotes only Orbán is of Hungary, and nobody else takes a stance on the funding.
  'how-two-are-connected': [
    [
      3,
      [
        'outlet:kyiv-post',
        'QUOTES',
        'person:viktor-orban',
        'HOLDS_OFFICE',
        'country:hu',
        'OPPOSES',
        'plan:eu-military-aid-funding',
      ],
    ],
  ],
};

export const time: Answers = {
  // Orbán's remark: KP is of 24 October, S32 of the 27th at the latest. Zelensky's own plan: KI before S32 and EMP.
  'said-first': [
    ["Key NATO members oppose Zelensky's Victory Plan.", '2024-10-23', stubs.politico],
    ["Viktor Orbán opposes Zelensky's Victory Plan.", '2024-10-24', kp],
    ["Volodymyr Zelensky supports Zelensky's Victory Plan.", '2024-10-24', ki],
  ],
  // `publishedFrom` of the five documents (S32; KP and KI; EMP and GHU) and of eight of the ten stubs.
  'articles-by-day': [
    ['2024-10-23', 3, 1],
    ['2024-10-24', 3, 2],
    ['2024-11-29', 1, 0],
    ['2024-12-02', 1, 0],
    ['2024-12-03', 5, 2],
  ],
  'not-dated-exactly': [
    [ghu, '2024-12-03', '2024-12-08'],
    [stubs.kyodo, '2024-12-02', '2024-12-03'],
    [stubs.smith, null, '2024-10-27'],
    [stubs.rbc, '2024-10-23', '2024-10-24'],
    [stubs.landsbergis, '2024-12-03', '2025-01-20'],
    [s32, '2024-10-23', '2024-10-27'],
    [stubs.suspilne, null, '2025-01-20'],
    [emp, '2024-12-03', '2025-01-20'],
  ],
  // Of the three countries: membership in KP, the invitation in KI and S32; Stoltenberg's condition (EMP), Zelensky (KI).
  'not-said-of-now': [
    ['expected', "Belgium opposes Ukraine's membership of NATO.", 1],
    ['expected', on('Belgium', 'opposes'), 2],
    ['expected', "NATO supports Ukraine's membership of NATO.", 1],
    ['expected', "Slovenia opposes Ukraine's membership of NATO.", 1],
    ['expected', on('Slovenia', 'opposes'), 2],
    ['expected', "Spain opposes Ukraine's membership of NATO.", 1],
    ['expected', on('Spain', 'opposes'), 2],
    ['expected', "The United States will influence Germany's stance.", 1],
    ...hidden.map((country) => ['inAbstract', on(country, 'supports'), 2]),
  ],
  // The stances on the invitation in GHU and EMP, both of 3 December at the earliest; Trump's is a denial. EMP has four of
  // them twice, in its heading and in its text.
  'reported-between': [
    [on('Germany', reluctant), 'not ready', emp, 2],
    [on('Hungary', 'opposes'), 'oppose', emp, 2],
    [on('Joe Biden', 'opposes'), 'refused to authorize', ghu, 1],
    [on('NATO', reluctant), 'stopped short of issuing a full invitation', emp, 1],
    [on('Slovakia', 'opposes'), 'oppose', emp, 2],
    [on('The United States', reluctant), 'not ready', emp, 2],
    [on('The United States', 'opposes'), 'refused to authorize', ghu, 1],
    [on('Ukraine', 'supports'), 'called for', emp, 1],
    [on('Volodymyr Zelensky', 'supports'), 'necessary thing', ghu, 1],
  ],
};
