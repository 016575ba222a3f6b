// The page at /api/docs: every route in plain HTML, made from the declarations; it needs no script and nothing from elsewhere.
import { type Parameter, parametersOf } from '../openapi.ts';
import { escapeHtml } from '../views/escape-html.ts';
import type { AnyRoute } from './declare.ts';

/** "1 to 500, 50 if absent". */
function formOf({ schema, required }: Parameter): string {
  const item = (schema.items ?? {}) as { enum?: string[] };
  const parts = [
    Array.isArray(schema.enum) ? schema.enum.join(', ') : undefined,
    schema.type === 'array' ? `list${item.enum ? ` of ${item.enum.join(', ')}` : ''}` : undefined,
    schema.minimum !== undefined ? `${schema.minimum} to ${schema.maximum}` : undefined,
    schema.type === 'string' && schema.maxLength !== undefined ? `at most ${schema.maxLength} characters` : undefined,
    schema.default !== undefined ? `${schema.default} if absent` : required ? 'required' : undefined,
  ];
  return parts.filter((part) => part !== undefined).join('; ');
}

function section(route: AnyRoute): string {
  const rows = parametersOf(route).map(
    (parameter) =>
      `<tr><td><code>${escapeHtml(parameter.name)}</code></td><td>${escapeHtml(formOf(parameter))}</td><td>${escapeHtml(parameter.description)}</td></tr>`,
  );
  const table = `<table><thead><tr><th>Parameter</th><th>Values</th><th>Meaning</th></tr></thead><tbody>${rows.join('')}</tbody></table>`;
  return [
    `<section><h2><span class="method">${route.method.toUpperCase()}</span> <code>${escapeHtml(route.path)}</code></h2>`,
    `<p>${escapeHtml(route.summary)}. ${escapeHtml(route.description ?? '')}</p>`,
    route.body === undefined
      ? ''
      : '<p>Body: <code>application/json</code>, see <a href="/openapi.json">the description</a>.</p>',
    route.stream === undefined
      ? ''
      : `<p>Body: ${[route.stream]
          .flat()
          .map((type) => `<code>${escapeHtml(type)}</code>`)
          .join(' or ')}.</p>`,
    route.media === undefined ? '' : `<p>Answers as ${route.media.map(escapeHtml).join(' or ')}.</p>`,
    rows.length === 0 ? '' : table,
    '</section>',
  ].join('\n');
}

export function docsPage(routes: readonly AnyRoute[]): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Hearsay API</title>
<link rel="stylesheet" href="/api/docs.css">
</head>
<body>
<main>
<h1>Hearsay API</h1>
<p>Answers are JSON; errors are <code>application/problem+json</code> with a <code>code</code>.
The same as a machine reads it: <a href="/openapi.json">/openapi.json</a>. Keys in an address are URL-encoded.
<a href="/">Back to the graph</a></p>
${routes.map(section).join('\n')}
</main>
</body>
</html>
`;
}

export const docsStyle = `:root { color-scheme: light dark; }
body { margin: 0; font: 15px/1.5 system-ui, sans-serif; }
main { max-width: 60rem; margin: 0 auto; padding: 24px; }
h1 { font-size: 24px; }
h2 { font-size: 18px; margin: 32px 0 4px; font-weight: 600; }
code { font: 13px/1.5 ui-monospace, monospace; overflow-wrap: anywhere; }
h2 code { font-size: 15px; }
p { margin: 4px 0 8px; }
table { border-collapse: collapse; width: 100%; font-size: 13px; }
th, td { text-align: left; vertical-align: top; padding: 4px 12px 4px 0; border-top: 1px solid #8886; }
th { font-weight: 600; }
.method { font-size: 12px; letter-spacing: 0.04em; border: 1px solid #8888; border-radius: 6px; padding: 1px 6px; }
`;
