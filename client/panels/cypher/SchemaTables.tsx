// The schema as tables: labels and relation types with their properties, constraints and indexes.
import type { DatabaseSchema } from '../../../server/schema/cypher.ts';
import { openDraft } from '../../state/cypher/drafts.ts';
import { formatNumber } from '../../text/format.ts';
import { TypeMark } from '../../ui/TypeMark.tsx';
import { chosen as leave } from './layout.ts';

type Named = DatabaseSchema['constraints'][number];

/** A name as Cypher takes it, in backticks where it needs them. */
const quoted = (name: string): string =>
  /^[\p{L}_][\p{L}\p{N}_]*$/u.test(name) ? name : `\`${name.replaceAll('`', '``')}\``;

const ask = (text: string): void => {
  openDraft({ title: null, text, fields: {} });
  leave();
};

const Properties = ({ of }: { of: DatabaseSchema['labels'][number]['properties'] }) => (
  <ul class="schema-properties">
    {of.map(({ name, types }) => (
      <li key={name}>
        <code>{name}</code> <span class="muted">{types.join(' or ')}</span>
      </li>
    ))}
  </ul>
);

export function LabelTable({ schema, chosen }: { schema: DatabaseSchema; chosen: string | undefined }) {
  const rows = schema.labels.filter(({ name }) => chosen === undefined || name === chosen);
  return (
    <section class="schema-table">
      <h3>
        Labels <span class="tally">{rows.length}</span>
      </h3>
      <table aria-label="Labels">
        <thead>
          <tr>
            <th scope="col">Label</th>
            <th scope="col" class="numeric">
              Nodes
            </th>
            <th scope="col">Properties</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, count, properties }) => (
            <tr key={name}>
              <th scope="row">
                <button
                  type="button"
                  class="link"
                  title="Write a statement for it"
                  onClick={() => ask(`MATCH (n:${quoted(name)})\nRETURN n\nLIMIT 25`)}
                >
                  <TypeMark type={name} /> {name}
                </button>
              </th>
              <td class="numeric">{formatNumber(count)}</td>
              <td>
                <Properties of={properties} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

export function RelationTable({ schema, chosen }: { schema: DatabaseSchema; chosen: string | undefined }) {
  const rows = schema.relationTypes.filter(
    ({ between }) => chosen === undefined || between.some(({ from, to }) => from === chosen || to === chosen),
  );
  return (
    <section class="schema-table">
      <h3>
        Relation types <span class="tally">{rows.length}</span>
      </h3>
      <table aria-label="Relation types">
        <thead>
          <tr>
            <th scope="col">Type</th>
            <th scope="col" class="numeric">
              Relations
            </th>
            <th scope="col">Between</th>
            <th scope="col">Properties</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, count, between, properties }) => (
            <tr key={name}>
              <th scope="row">
                <button
                  type="button"
                  class="link relation-type"
                  title="Write a statement for it"
                  onClick={() => ask(`MATCH (a)-[r:${quoted(name)}]->(b)\nRETURN a, r, b\nLIMIT 25`)}
                >
                  {name}
                </button>
              </th>
              <td class="numeric">{formatNumber(count)}</td>
              <td>
                <ul class="schema-properties">
                  {between.map(({ from, to, count: times }) => (
                    <li key={`${from} ${to}`}>
                      {from} → {to} <span class="tally">{formatNumber(times)}</span>
                    </li>
                  ))}
                </ul>
              </td>
              <td>
                <Properties of={properties} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

export const NamedTable = ({ title, rows, none }: { title: string; rows: readonly Named[]; none: string }) => (
  <section class="schema-table">
    <h3>
      {title} <span class="tally">{rows.length}</span>
    </h3>
    {rows.length === 0 ? (
      <p class="muted">{none}</p>
    ) : (
      <table aria-label={title}>
        <tbody>
          {rows.map(({ name, description }) => (
            <tr key={name}>
              <th scope="row">
                <code>{name}</code>
              </th>
              <td class="code">{description}</td>
            </tr>
          ))}
        </tbody>
      </table>
    )}
  </section>
);
