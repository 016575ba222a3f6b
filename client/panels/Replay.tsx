// Play, pause and step through the days on which articles appeared.

import { axis, pause, play, playing, stepDay } from '../state/replay.ts';
import { asOf } from '../state/view.ts';
import { IconButton } from '../ui/basics.tsx';

/** The buttons; the same in the strip below and, on a phone, under the date. */
export function ReplayButtons() {
  const days = axis.value.days;
  const now = asOf.value;
  if (days.length < 2) return null;
  return (
    <fieldset class="replay" aria-label="Replay">
      <IconButton
        icon="before"
        label="The day before"
        keys=","
        onClick={() => stepDay(-1)}
        disabled={now !== null && now <= (days[0]?.day ?? '')}
      />
      {playing.value ? (
        <IconButton icon="pause" label="Pause the replay" keys="r" onClick={pause} />
      ) : (
        <IconButton icon="play" label="Replay day by day" keys="r" onClick={play} />
      )}
      <IconButton
        icon="after"
        label="The day after"
        keys="."
        onClick={() => stepDay(1)}
        disabled={now !== null && now >= (days.at(-1)?.day ?? '')}
      />
    </fieldset>
  );
}
