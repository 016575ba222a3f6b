// What the library's statements on words and on disputes answer, worked out from the documents in data/reports.
import { type Answers, reports, stubs } from './short.ts';

const { ghu, ki, kp, s32, emp } = reports;
const { babel, politico, rbc } = stubs;
const seven = 'At least seven of the 32 members of NATO oppose an immediate NATO invitation for Ukraine.';
const reluctant =
  'At least seven of the 32 members of NATO are reluctant about an immediate NATO invitation for Ukraine.';
const majority = 'A majority of the 32 members of NATO support an immediate NATO invitation for Ukraine.';
const four = 'four U.S. and NATO officials and diplomats';
const germany = "Germany opposes Ukraine's membership of NATO.";
const america = "The United States opposes Ukraine's membership of NATO.";

export const words: Answers = {
  // "hiding behind" (KP and KI), the whole sentence (KI), "hide behind the US and Germany" (S32). "In the abstract" has a
  // comma in KI alone, which gives the words to another official than S32. "Not ready" stands twice in the same words.
  'several-wordings': [
    ['one NATO official', 'utterance:nato-official-hiding-behind', 3, 3],
    ['Keith Kellogg', 'utterance:kellogg-put-off-membership', 2, 2],
    ['A second official', 'utterance:nato-official-support-in-abstract', 2, 2],
    ['one NATO official', 'utterance:nato-official-support-in-abstract', 2, 2],
    ['Viktor Orbán', 'utterance:orban-victory-plan-more-than-horrifying', 2, 2],
    ['Volodymyr Zelensky', 'utterance:zelensky-german-side-skeptical', 2, 2],
  ],
  'wordings-of-a-speaker': [
    ['2024-12-01', 'necessary thing for the country’s survival.', ghu],
    ['2024-12-02', 'a strong position', ghu],
    [
      'not dated',
      'But still, the U.S. will have an impact on this... We believe that they are consolidating their thoughts on NATO and this has an impact on, for example, Hungary and Slovakia',
      ki,
    ],
    ['not dated', 'complete withdrawal', ghu],
    ['not dated', 'skeptical', ki],
    ['not dated', 'the fact that the German side is skeptical about our joining NATO is a fact.', s32],
  ],
  // Speakers of the quotes of the three reports whose outlet is named; anonymous officials are no actors.
  'who-quotes-whom': [
    ['Euromaidan Press', 'Andrii Sybiha', 1],
    ['Euromaidan Press', 'Gabrielius Landsbergis', 1],
    ['Euromaidan Press', 'Jens Stoltenberg', 1],
    ['Euromaidan Press', 'Keith Kellogg', 1],
    ['Euromaidan Press', 'Péter Szijjártó', 1],
    ['Kyiv Independent', 'NATO', 1],
    ['Kyiv Independent', 'Volodymyr Zelensky', 1],
    ['Kyiv Post', 'Serhii Nykyforov', 1],
    ['Kyiv Post', 'Viktor Orbán', 1],
  ],
};

export const disputes: Answers = {
  // Four assertions with mode denies in the reports, and three of stubs that are known from them.
  'what-was-denied': [
    [seven, kp, null, 'inaccurate'],
    [seven, rbc, 'Serhii Nykyforov', null],
    ['Donald Trump supports an immediate NATO invitation for Ukraine.', ghu, null, 'never supported'],
    [germany, kp, null, 'neither … rule out'],
    [germany, politico, four, null],
    [america, kp, null, 'neither … rule out'],
    [america, politico, four, null],
  ],
  // Nykyforov's "majority" disputes the count and the article, in both reports of it and in the two articles behind;
  // his denial itself disputes the article only, and Babel does not have it.
  'what-disputes-what': [
    [babel, majority, seven],
    [babel, majority, politico],
    [ki, majority, seven],
    [ki, majority, politico],
    [kp, majority, seven],
    [kp, majority, politico],
    [kp, seven, politico],
    [rbc, majority, seven],
    [rbc, majority, politico],
    [rbc, seven, politico],
  ],
  'other-readings': [
    [
      emp,
      "Trump's team supports putting off Ukraine's NATO membership in exchange for a peace deal.",
      'suggesting',
      'Delay as such: the sentence does not say in exchange for what.',
    ],
  ],
  // KP names all seven, KI the three that are reluctant; "inaccurate" (KP) is the one denial of a held report.
  'counts-of-officials': [
    [majority, null, 32, 'majority', 0, 0],
    [reluctant, 7, 32, 'atLeast', 3, 0],
    [seven, 7, 32, 'atLeast', 7, 1],
  ],
};
