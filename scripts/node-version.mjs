// Whether this Node is new enough for the project; written so that an old one can read it.

const numbers = (version) =>
  version
    .replace(/^[^\d]*/, '')
    .split('.')
    .map(Number);

/** What to tell somebody whose Node, such as "18.19.0", is older than `wanted`, such as ">=20.19.0"; empty where it is not. */
export function tooOld(version, wanted) {
  const [has, needs] = [numbers(version), numbers(wanted)];
  const at = needs.findIndex((number, index) => number !== has[index]);
  if (at === -1 || has[at] > needs[at]) return '';
  return `Hearsay needs Node ${needs.join('.')} or later, and this is Node ${version}. Get a newer one at https://nodejs.org, then run npm ci again.`;
}
