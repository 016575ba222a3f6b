// Takes a change back from what has changed further since: what somebody else did to it stays.
import type { Properties, Scalar } from '../ingest/rows.ts';

const same = (a: Scalar | undefined, b: Scalar | undefined): boolean => JSON.stringify(a) === JSON.stringify(b);
const isList = (value: Scalar | undefined): value is string[] => Array.isArray(value);

/** The list without what was added, and with what was taken out; in the order of before where nothing else differs. */
function listBack(now: readonly string[], before: readonly string[], after: readonly string[]): string[] {
  const kept = now.filter((one) => before.includes(one) || !after.includes(one));
  const back = before.filter((one) => !after.includes(one) && !kept.includes(one));
  const all = [...kept, ...back];
  const isBefore = all.length === before.length && all.every((one) => before.includes(one));
  return isBefore ? [...before] : all;
}

/** The properties that differ between the two; lists of where something comes from are left to its documents. */
export function difference(before: Properties, after: Properties, except: readonly string[] = []) {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  const differing = [...names].filter((name) => !except.includes(name) && !same(before[name], after[name]));
  const pick = (from: Properties): Properties =>
    Object.fromEntries(differing.flatMap((name) => (from[name] === undefined ? [] : [[name, from[name]]])));
  return { before: pick(before), after: pick(after) };
}

/** `now` as it would be had the change from `before` to `after` not been made. */
export function takenBack(now: Properties, before: Properties, after: Properties): Properties {
  const result: Properties = { ...now };
  for (const name of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const [was, became, is] = [before[name], after[name], now[name]];
    if (isList(is) && (isList(was) || isList(became))) {
      const list = listBack(is, isList(was) ? was : [], isList(became) ? became : []);
      if (list.length > 0) result[name] = list;
      else delete result[name];
    } else if (same(is, became)) {
      if (was === undefined) delete result[name];
      else result[name] = was;
    }
  }
  return result;
}
