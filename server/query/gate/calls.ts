// The functions and procedures that a typed statement may call: built in, without effect, and without a view outside.

const words = (text: string): string[] => text.trim().split(/\s+/);

/**
 * Neo4j's built-in functions in lower case, as it takes them in any. Left out on purpose: file() and linenumber(), which
 * tell of files on the server, and the graph.… functions, which lead into other databases.
 */
export const functions: ReadonlySet<string> = new Set(
  words(`
  avg collect count max min percentilecont percentiledisc stdev stdevp sum
  char_length character_length coalesce elementid endnode head id last length nullif properties randomuuid size
  startnode timestamp toboolean tobooleanornull tofloat tofloatornull tointeger tointegerornull type valuetype
  keys labels nodes range relationships reverse tail tobooleanlist tofloatlist tointegerlist tostringlist
  exists isempty
  abs ceil floor isnan rand round sign e exp log log10 sqrt acos asin atan atan2 cos cosh cot coth degrees haversin pi
  radians sin sinh tan tanh
  btrim left lower ltrim normalize replace right rtrim split substring tolower tostring tostringornull toupper trim upper
  date date.realtime date.statement date.transaction date.truncate
  datetime datetime.fromepoch datetime.fromepochmillis datetime.realtime datetime.statement datetime.transaction
  datetime.truncate
  localdatetime localdatetime.realtime localdatetime.statement localdatetime.transaction localdatetime.truncate
  localtime localtime.realtime localtime.statement localtime.transaction localtime.truncate
  time time.realtime time.statement time.transaction time.truncate
  duration duration.between duration.indays duration.inmonths duration.inseconds
  point point.distance point.withinbbox
  vector.similarity.cosine vector.similarity.euclidean
`),
);

/** Procedures that only read this database, with the columns they yield; their names are taken exactly. */
export const procedures: Readonly<Record<string, readonly string[]>> = {
  'db.labels': ['label'],
  'db.relationshipTypes': ['relationshipType'],
  'db.propertyKeys': ['propertyKey'],
  'db.schema.visualization': ['nodes', 'relationships'],
  'db.schema.nodeTypeProperties': ['nodeType', 'nodeLabels', 'propertyName', 'propertyTypes', 'mandatory'],
  'db.schema.relTypeProperties': ['relType', 'propertyName', 'propertyTypes', 'mandatory'],
  'db.index.fulltext.queryNodes': ['node', 'score'],
  'db.index.fulltext.queryRelationships': ['relationship', 'score'],
  'db.index.vector.queryNodes': ['node', 'score'],
  'db.index.vector.queryRelationships': ['relationship', 'score'],
};
