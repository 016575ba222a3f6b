// The import rules: which folder may know which other, each with its reason. Run by `npm run check:imports`.
const only = (name, from, allowed, comment) => ({
  name,
  severity: 'error',
  comment,
  from: { path: from },
  to: { path: '^(server|client|tests|bench|scripts)/', pathNot: allowed },
});

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      comment: 'A cycle hides which side decides. Move what both need below them.',
      from: {},
      to: { circular: true },
    },
    only(
      'schema-knows-nothing',
      '^server/schema/',
      '^server/schema/',
      'The schema is the one source of types: everything may import it, so it imports nothing local.',
    ),
    only(
      'provenance-is-pure',
      '^server/provenance/',
      '^server/(provenance|schema)/',
      'The heart is pure functions on plain data, so that its laws can be tested as properties.',
    ),
    only(
      'store-knows-no-domain',
      '^server/store/',
      '^server/(store|schema|errors|root)',
      'An adapter passes statements and rows; what they mean is decided above it.',
    ),
    {
      name: 'drivers-only-in-adapters',
      severity: 'error',
      comment: 'A database driver is known to its own adapter alone, or the engines stop being exchangeable.',
      from: { path: '^(server|client|bench/lib)/', pathNot: '^server/store/(neo4j|embedded)' },
      to: { path: 'node_modules/(neo4j-driver|@grafeo-db)' },
    },
    only(
      'middle-knows-the-port-only',
      '^server/(ingest|extract|query|views)/',
      '^server/(ingest|extract|query|views|schema|provenance|errors|store/port)',
      'What reads and writes goes through the port, never through an adapter.',
    ),
    {
      name: 'routes-never-touch-adapters',
      severity: 'error',
      comment: 'A route parses, calls and sends; which engine answers is decided in main.',
      from: { path: '^server/routes/' },
      to: { path: '^server/store/', pathNot: '^server/store/port' },
    },
    only(
      'client-knows-the-schema-only',
      '^client/',
      '^(client|server/schema)/',
      'The client and the server share the types of the JSON between them and nothing else.',
    ),
    {
      name: 'client-takes-types-only',
      severity: 'error',
      comment: 'Importing values from the schema would put zod on the page.',
      from: { path: '^client/' },
      to: { path: '^server/schema/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'sigma-only-on-stage',
      severity: 'error',
      comment: 'One folder knows the renderer; the rest knows the graph.',
      from: { path: '^client/', pathNot: '^client/stage/' },
      to: { path: 'node_modules/(sigma|@sigma)' },
    },
    {
      name: 'graph-is-plain',
      severity: 'error',
      comment: 'Building and encoding the graph are tested in Node, without a screen.',
      from: { path: '^client/graph/' },
      to: { path: 'node_modules/(preact|@preact|sigma|@sigma)|^client/(stage|panels|ui)/' },
    },
    {
      name: 'panels-never-import-the-stage',
      severity: 'error',
      comment: 'Panels and canvas meet in state alone.',
      from: { path: '^client/panels/' },
      to: { path: '^client/stage/' },
    },
    {
      name: 'state-does-not-render',
      severity: 'error',
      comment: 'State is plain modules, tested without a DOM.',
      from: { path: '^client/state/' },
      to: { path: '^client/(panels|ui|stage)/|node_modules/(sigma|@sigma)' },
    },
    {
      name: 'no-orphans',
      severity: 'error',
      comment: 'A module that nothing imports is dead.',
      from: {
        orphan: true,
        pathNot: '(\\.d\\.ts$|^tests/|^bench/|^scripts/|^server/(main|cli)\\.ts$|^server/store/embedded-child\\.ts$)',
      },
      to: {},
    },
    {
      name: 'runtime-dependencies-only',
      severity: 'error',
      comment: 'The server runs without dev dependencies (the container leaves them out).',
      from: { path: '^server/' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json', '.d.ts'] },
  },
};
