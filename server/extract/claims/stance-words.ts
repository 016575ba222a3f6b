// The words that state a position, by stance. A newcomer adds a word here, and a made-up sentence to its test.
import type { Stance } from '../../schema/stance.ts';

/**
 * One line a stance. A word in brackets may follow and is part of it ("object (to)"), one without must follow ("call
 * for"). After "?" come words that say much else besides: they count only with a plan that is named outright.
 */
export const verbs: Readonly<Record<Stance, string>> = {
  opposes: `oppose | resist | object (to) | reject | veto | balk (at) | vote against | speak against | speak out against |
    come out against | campaign against | lobby against | rule out | push back against | warn against | disapprove of | denounce |
    refuse | stand against | argue against
    ? block | obstruct | thwart | condemn | fight | boycott | withdraw from | pull out of | turn down | shoot down | decry`,
  supports: `support | endorse | favor | favour | champion | advocate (for) | call for | push for | press for |
    campaign for | lobby for | vote for | speak in favor of | speak in favour of | come out for | rally behind
    ? back | welcome | embrace | approve (of) | propose | unveil | present | deliver | outline | submit | put forward | agree to | ratify | seek | demand |
    promote | defend | apply for | apply to | adopt | insist on | suggest | vow | argue for | ask for | pledge | promise | introduce`,
  noncommittal: `hesitate (over) | waver (on) | slow-walk | stop short of | sit on the fence |
    avoid taking a stance | avoid taking a clear stance | avoid taking sides | avoid taking a position | take no position
    ? stall (on) | abstain (on) | question | doubt`,
  defers: 'hide behind | shelter behind | take cover behind | follow the lead of | take their cue from',
};

/** After "is", "remains", "seems", or straight after its noun: "countries reluctant to". */
export const adjectives: Readonly<Record<Stance, string>> = {
  opposes: `opposed (to) | against | hostile (to) | critical of | dead set against`,
  supports: `supportive (of) | in favor of | in favour of | in support of | enthusiastic about | keen on | committed to`,
  noncommittal: `reluctant (to) | hesitant (to) | hesitant about | skeptical (of) | sceptical (of) | skeptical about | sceptical about | wary (of) | uneasy (about) |
    undecided (on) | undecided about | unconvinced (of) | lukewarm (about) | ambivalent (about) | noncommittal (on) | non-committal (on) |
    not ready to | not prepared to | not yet ready to | unready to | not willing to | unwilling to | cautious (about) | on the fence (about) | cool (on) | divided over`,
  defers: '',
};

/** A position as a thing that somebody has: "objections from A", "A's support for", "A voiced doubts about". */
export const nouns: Readonly<Record<Stance, string>> = {
  opposes:
    'opposition (to) | objection (to) | objections (to) | resistance (to) | pushback (against) | veto (on) | rejection of | hostility (to)',
  supports: `support (for) | backing (for) | endorsement of | approval of | push for | push to | call for |
    calls for | appeal for | advocacy of | enthusiasm for
    ? bid for | bid to | campaign for | request for`,
  noncommittal: `reservations (about) | reservation (about) | doubts (about) | misgivings (about) | skepticism (about) | scepticism (about) |
    skepticism (over) | reluctance (to) | hesitation (over) | hesitancy (about) | unease (about) | wariness (of) | concerns about | concerns over`,
  defers: '',
};

/** Verbs that give somebody a position that stands as a noun after them. */
export const having =
  'have has had having express expresses expressed expressing voice voices voiced voicing raise raises raised raising harbor harbors harbored harbour harbours harboured state stated offer offers offered give gives gave lend lends lent signal signals signaled signalled declare declared reiterate reiterated reaffirm reaffirmed maintain maintains maintained show shows showed shown announce announced pledge pledged enjoy enjoys enjoyed'.split(
    ' ',
  );
/** Verbs by which a plan meets a position: "the plan faces resistance from A". */
export const meeting =
  'meet meets met meeting face faces faced facing encounter encounters encountered encountering draw draws drew drawing drawn run hit attract attracts attracted attracting receive received receives win wins won spark sparks sparked provoke provoked'.split(
    ' ',
  );
