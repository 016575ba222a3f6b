// What the library's statements on stances answer, worked out from the bundled reports; the numbers of origins are those of bundled-origins.ts.
import { type Answers, hidden, invitation, membership } from './short.ts';

export const stances: Answers = {
  // bundled-origins.ts, OPPOSES on the invitation: origins 1–2 for three countries, 5, 5 and 4 sources; then by articles.
  'who-opposes-a-plan': [
    ['Hungary', 1, 2, 3, 5],
    ['Slovakia', 1, 2, 3, 5],
    ['United States', 1, 2, 3, 4],
    ['Germany', 1, 1, 2, 4],
    ['Belgium', 1, 1, 1, 4],
    ['Key NATO members', 1, 1, 1, 4],
    ['Slovenia', 1, 1, 1, 4],
    ['Spain', 1, 1, 1, 4],
    ['Joe Biden', 1, 1, 1, 0],
  ],
  // The victory plan: key members and Orbán against it, its author for it.
  'stances-on-a-plan': [
    ['group:key-nato-members', 'OPPOSES', 'plan:victory-plan'],
    ['person:viktor-orban', 'OPPOSES', 'plan:victory-plan'],
    ['person:volodymyr-zelensky', 'SUPPORTS', 'plan:victory-plan'],
  ],
  // The six edges of Hungary there.
  'positions-of-an-actor': [
    ['EU funding for military aid to Ukraine', 'OPPOSES', 1, 1, 1],
    [invitation, 'NONCOMMITTAL_ON', 1, 1, 1],
    [invitation, 'OPPOSES', 1, 2, 3],
    [membership, 'NONCOMMITTAL_ON', 1, 1, 1],
    [membership, 'OPPOSES', 1, 2, 2],
    ["NATO's lethal aid programme for Ukraine", 'OPPOSES', 1, 1, 1],
  ],
  // Every holder that stands there under two types for one plan.
  'more-than-one-stance': [
    [invitation, 'Belgium', 'DEFERS_ON', 1],
    [invitation, 'Belgium', 'NONCOMMITTAL_ON', 1],
    [invitation, 'Belgium', 'OPPOSES', 1],
    [invitation, 'Germany', 'NONCOMMITTAL_ON', 2],
    [invitation, 'Germany', 'OPPOSES', 1],
    [invitation, 'Hungary', 'NONCOMMITTAL_ON', 1],
    [invitation, 'Hungary', 'OPPOSES', 2],
    [invitation, 'Slovakia', 'NONCOMMITTAL_ON', 1],
    [invitation, 'Slovakia', 'OPPOSES', 2],
    [invitation, 'Slovenia', 'DEFERS_ON', 1],
    [invitation, 'Slovenia', 'NONCOMMITTAL_ON', 1],
    [invitation, 'Slovenia', 'OPPOSES', 1],
    [invitation, 'Spain', 'DEFERS_ON', 1],
    [invitation, 'Spain', 'NONCOMMITTAL_ON', 1],
    [invitation, 'Spain', 'OPPOSES', 1],
    [invitation, 'United States', 'NONCOMMITTAL_ON', 2],
    [invitation, 'United States', 'OPPOSES', 2],
    [membership, 'Germany', 'NONCOMMITTAL_ON', 1],
    [membership, 'Germany', 'OPPOSES', 1],
    [membership, 'Hungary', 'NONCOMMITTAL_ON', 1],
    [membership, 'Hungary', 'OPPOSES', 2],
    [membership, 'NATO', 'NONCOMMITTAL_ON', 1],
    [membership, 'NATO', 'SUPPORTS', 1],
  ],
  // The reports name seven members of NATO; on membership these three are only expected to oppose, which is no stance now.
  'members-without-a-stance': [['Belgium'], ['Slovenia'], ['Spain']],
  // "Hiding behind the U.S. and Germany": three claims, each with two shields.
  'hiding-behind-others': hidden.flatMap((holder) => [
    [holder, 'Germany', invitation],
    [holder, 'United States', invitation],
  ]),
  // Nykyforov denies "at least seven oppose it", and with it the seven countries that the claim includes; he disputes
  // Politico's article, which also has the three of "seven are reluctant". That Germany and the United States oppose
  // membership stands in one report, and another denies it: neither rules it out.
  'contested-stances': [
    [invitation, 'Belgium', 'NONCOMMITTAL_ON', 1],
    [invitation, 'Belgium', 'OPPOSES', 1],
    [invitation, 'Germany', 'OPPOSES', 1],
    [invitation, 'Hungary', 'OPPOSES', 2],
    [invitation, 'Slovakia', 'OPPOSES', 2],
    [invitation, 'Slovenia', 'NONCOMMITTAL_ON', 1],
    [invitation, 'Slovenia', 'OPPOSES', 1],
    [invitation, 'Spain', 'NONCOMMITTAL_ON', 1],
    [invitation, 'Spain', 'OPPOSES', 1],
    [invitation, 'United States', 'OPPOSES', 2],
    [membership, 'Germany', 'OPPOSES', 1],
    [membership, 'United States', 'OPPOSES', 1],
  ],
};
