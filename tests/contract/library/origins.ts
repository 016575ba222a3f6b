// What the library's statements on origins and relays answer, worked out from the documents in data/reports.
import { type Answers, hidden, invitation, reports, stubs } from './short.ts';

const { ghu, ki, kp, s32, emp } = reports;
const { politico } = stubs;
const reluctant = (country: string) => `${country} does not commit to an immediate NATO invitation for Ukraine.`;
const opposed = (country: string) => `${country} opposes an immediate NATO invitation for Ukraine.`;
const sheltered = (country: string) =>
  `${country} shelters behind the United States and Germany on the question of an immediate NATO invitation for Ukraine.`;

export const origins: Answers = {
  // bundled-origins.ts: three articles and origins 1–1, only what Politico's officials say of the three.
  'repeated-but-one-origin': hidden.flatMap((holder) => [
    [holder, 'DEFERS_ON', invitation, 3],
    [holder, 'NONCOMMITTAL_ON', invitation, 3],
  ]),
  // Assertions with an entry in `relays`, counted in each document: 31 and the 2 of the interview with Smith, 29, 28.
  'who-relays-an-outlet': [
    [s32, 'not named', 33],
    [kp, 'Kyiv Post', 29],
    [ki, 'Kyiv Independent', 28],
  ],
  'who-relays-whom': [
    [ghu, stubs.kyodo, 2],
    [ghu, stubs.leMonde, 17],
    [ki, stubs.babel, 1],
    [ki, politico, 28],
    [kp, politico, 29],
    [kp, stubs.rbc, 9],
    [s32, politico, 31],
    [s32, stubs.smith, 2],
    [emp, stubs.letter, 4],
    [emp, stubs.szijjarto, 1],
    [emp, stubs.landsbergis, 1],
    [emp, stubs.suspilne, 13],
  ],
  // Hungary on membership: "not backing" (KI, Politico's four), the objections that Le Monde's diplomat names in the
  // heading and in the text (GHU), Szijjártó's words (EMP, Reuters).
  'relay-chains': [
    [
      "Hungary does not commit to Ukraine's membership of NATO.",
      ki,
      politico,
      'four U.S. and NATO officials and diplomats',
      1,
    ],
    ["Hungary opposes Ukraine's membership of NATO.", ghu, stubs.leMonde, 'a diplomat cited by the French daily', 2],
    [
      "Hungary opposes Ukraine's membership of NATO.",
      emp,
      stubs.szijjarto,
      'Hungarian Foreign Minister Péter Szijjártó',
      1,
    ],
  ],
  // The claims of assertions that relay Politico's article in KP, KI and S32 alike: the count, the leanings of two
  // leaderships, and of each of the three countries what it holds, may come to hold, and behind whom it hides.
  'same-article-behind': [
    'At least seven of the 32 members of NATO oppose an immediate NATO invitation for Ukraine.',
    reluctant('Belgium'),
    opposed('Belgium'),
    sheltered('Belgium'),
    'Hungary has leaders who lean towards Russia.',
    'Slovakia has leaders who lean towards Russia.',
    reluctant('Slovenia'),
    opposed('Slovenia'),
    sheltered('Slovenia'),
    reluctant('Spain'),
    opposed('Spain'),
    sheltered('Spain'),
  ].map((claim) => [claim, politico, 3]),
  // Suspilne and Reuters; Politico and Babel; Politico and RBC-Ukraine. The two other reports name no outlet.
  'outlets-citing-most': [
    ['Euromaidan Press', 2],
    ['Kyiv Independent', 2],
    ['Kyiv Post', 2],
  ],
  // None of the five outlets that are relayed is known to relay another.
  'circular-reporting': [],
};
