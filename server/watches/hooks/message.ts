// What is sent to a web hook: the watch and one change of it, as JSON.
import type { WatchChange } from '../../schema/watch.ts';
import type { StoredWatch } from '../stored.ts';
import type { Message } from './send.ts';

const aboutOf = ({ key, title, watched, subject }: StoredWatch) => ({ key, title, kind: watched.kind, subject });

export function messageOf(watch: StoredWatch, change: WatchChange): Message {
  const { id, what } = change;
  const body = JSON.stringify({ delivery: id, event: what, watch: aboutOf(watch), change });
  return { id, event: what, body };
}

/** Of a trial: as a change is sent, without one. */
export function trialOf(watch: StoredWatch, id: string): Message {
  const words = `This is a trial of the web hook of "${watch.title}"; nothing changed.`;
  return { id, event: 'test', body: JSON.stringify({ delivery: id, event: 'test', watch: aboutOf(watch), words }) };
}
