// Patterns of several steps, taken apart: what the embedded engine cannot follow behind an aggregate or a subquery.
import type { Part } from '../library.ts';
import { child, children, has, inner } from '../tree.ts';
import type { Env } from './env.ts';

/** A name that stands nowhere in the text: `step1`, `step2` … */
function freshName({ shared }: Env): string {
  for (let at = shared.edits.length + 1; ; at++) if (!shared.text.includes(`step${at}`)) return `step${at}`;
}

/**
 * `(a)-->(b)-->(c)` becomes `(a)-->(b), (b)-->(c)`, which both engines answer alike. Behind WITH with an aggregate, UNWIND
 * or CALL the engine fails where the first of two such steps in one pattern finds nothing: "Expected node ID in source
 * column". A path with a name stays whole, and may fail.
 */
export function takeApart(clause: Part, env: Env): void {
  if (env.scope.size === 0 || has(clause, 'OPTIONAL')) return;
  for (const pattern of children(child(clause, 'patternList'), 'pattern')) {
    if (child(pattern, 'variable')) continue;
    const pieces = inner(child(pattern, 'patternElement'));
    pieces.forEach((node, at) => {
      const [before, after] = [pieces[at - 1], pieces[at + 1]];
      if (node.rule !== 'nodePattern' || !before || !after) return;
      if (child(before, 'pathLength') || child(after, 'pathLength')) return;
      const variable = child(node, 'variable');
      const name = variable ? env.textOf(variable) : freshName(env);
      if (!variable) env.edit(node.from + 1, node.from + 1, name);
      env.edit(node.to, node.to, `, (${name})`);
    });
  }
}
