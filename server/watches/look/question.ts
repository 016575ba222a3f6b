// Looks at a question: for each stance of a holder on a plan, on how many independent origins it rests.
import { stanceEdge } from '../../provenance/edges.ts';
import type { Stance } from '../../schema/stance.ts';
import type { Reader } from '../../store/port.ts';
import { loadAs } from '../../views/hearsay/load.ts';
import type { Before, Found, StandsOn } from '../found.ts';
import { stancesInWords } from '../words.ts';
import { originsOf } from './edge.ts';
import { namesNow } from './names.ts';

export async function lookAtQuestion(
  reader: Reader,
  { holder, plan }: { holder: string; plan: string },
  before?: Before,
): Promise<Found> {
  const ends = await namesNow(reader, [holder, plan]);
  const [who, what] = [ends.get(holder), ends.get(plan)];
  if (before === undefined) {
    await loadAs(reader, 'holder', who?.key ?? holder);
    await loadAs(reader, 'plan', what?.key ?? plan);
  }
  const stands: StandsOn = {};
  if (who !== undefined && what !== undefined) {
    for (const [stance, type] of Object.entries(stanceEdge)) {
      const origins = await originsOf(reader, type, who.key, what.key);
      if (origins !== null) stands[stance as Stance] = origins;
    }
  }
  const subject = who && what ? `Where ${who.name} stands on ${what.name}` : (before?.subject ?? '');
  return { subject, value: JSON.stringify({ stands }), summary: stancesInWords(stands) };
}
