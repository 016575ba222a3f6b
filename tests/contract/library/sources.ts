// What the library's statements on sources answer, worked out from the documents in data/reports.
import { type Answers, reports, stubs } from './short.ts';

const { ghu, ki, kp, s32, emp } = reports;
const { politico } = stubs;
const four = 'four U.S. and NATO officials and diplomats';

export const sources: Answers = {
  // A stub's assertions are one where claim, mode, modality and sources are the same in two documents. The NATO
  // official's 19: of each of three countries "defers", "noncommittal" twice (in KP beside nobody, in KI and S32 beside
  // the four), and in KI "in the abstract" and "expected"; in KP the hesitant group and "expected" on membership.
  'anonymous-sources': [
    [four, politico, 21, 3],
    ['one NATO official', politico, 19, 3],
    ['a source within the Alliance', stubs.suspilne, 9, 1],
    ['A second official', politico, 6, 1],
    ['a diplomat cited by the French daily', stubs.leMonde, 5, 1],
    ['a senior US official', politico, 2, 1],
  ],
  'sources-within-sources': [
    ['A second official', four, 4],
    ['one NATO official', four, 4],
  ],
  // All assertions of a report's own, and those with neither `attributedTo` nor `relays`.
  'without-a-source': [
    [ghu, 42, 7],
    [ki, 48, 10],
    [kp, 42, 3],
    [s32, 56, 13],
    [emp, 44, 14],
  ],
  // Politico's 52: 43 that differ in claim, mode or modality, 3 that KP has from one source and the others from two, and
  // the 6 in which KI and S32 name different officials.
  'known-at-second-hand': [
    [stubs.babel, 1, 1],
    [stubs.kyodo, 2, 1],
    [stubs.leMonde, 12, 1],
    [politico, 52, 3],
    [stubs.smith, 2, 1],
    [stubs.rbc, 9, 1],
    [stubs.letter, 4, 1],
    [stubs.szijjarto, 1, 1],
    [stubs.landsbergis, 1, 1],
    [stubs.suspilne, 9, 1],
  ],
  // The documents suppose nothing; library.test.ts also asks once somebody did.
  'supposed-identities': [],
  // The reasons noted as `inferred`, counted in each document; KI needed none for its own assertions.
  'links-supplied': [
    [ghu, 'The heading leaves Le Monde out; the first paragraph names it.', 3],
    [ghu, 'The sentence names no source; it stands between two that report Le Monde’s article.', 3],
    [kp, 'The paragraph goes on with the same man’s words, which the report has from RBC-Ukraine.', 6],
    [
      kp,
      'This report leaves Politico out of the sentence; the Kyiv Independent and another report of the same article have it from Politico.',
      4,
    ],
    [kp, 'The report does not say that the official spoke to Politico; the Kyiv Independent and another report do.', 3],
    [kp, 'The sentence goes on with the official’s account, which two other reports have from Politico.', 3],
    [
      kp,
      'The sentence goes on with the official’s account; the Kyiv Independent has the same words from that official.',
      3,
    ],
    [kp, 'The sentence names no source; the one after it gives Politico’s NATO official for the same countries.', 1],
    [
      s32,
      'The sentence names neither Politico nor the countries; the Kyiv Independent gives the same words to Politico and to these three.',
      6,
    ],
    [emp, 'The heading leaves Suspilne out; the first paragraph names it.', 4],
    [emp, 'The sentence goes on with the letter without naming Reuters again.', 3],
  ],
};
