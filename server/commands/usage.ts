// What the command line tells of its commands.

export const usage = `npm run hearsay -- COMMAND

  import FILE|FOLDER… [--dry-run]  takes in claims documents, documents of shared entities, articles (.txt .md .html .pdf .docx)
                                   and brat annotations (.txt .ann) [--metadata FILE.tsv] [--encoding NAME]: docs/readers.md
         [--accept-all]            of articles, takes what is proposed of their claims as evidence, unread: docs/review.md
  import FILE.csv --mapping FILE   takes in a CSV file, by a mapping of its columns: docs/csv-import.md [--dry-run]
  import EXPORT.json               takes in what export wrote, with all decisions: docs/json-export.md [--dry-run]
  export FILE                      writes the database as one file that imports again [--article KEY]… [--texts]
  export --format claimreview FILE writes the claims as schema.org data: docs/readers.md
  backup FILE [--force]            writes all that is in the database to one packed file: docs/backup.md
  restore FILE [--replace]         puts a backup into an empty database, of either engine, or in the place of what is there
  audit                            lists every change: when, who, what [--who NAME] [--what WORDS] [--from DAY] [--to DAY]
                                   [--prune-before DAY] takes older entries out: docs/audit.md
  extract FILE [--known FILE.json] prints what an article is proposed to say as JSON, and writes nothing: docs/review.md
  drafts                           lists the articles with proposals to review
  derive                           makes the explorer's edges anew from the evidence
  remove KEY                       takes an article out again, with all that only its document stated
  candidates                       lists pairs of entities that may be one, with what speaks for and against it
  merge KEY INTO --by NAME         makes an entity a part of another of its type [--why TEXT]
  unmerge KEY                      takes a merge or a split back: merge:KEY or split:KEY
  watches COMMAND                  lists, makes and removes watches, and marks what they found as seen: watches help
  users COMMAND                    adds, lists, changes and removes accounts and their tokens: users help
  schema                           prints the JSON Schema of a claims document
  help                             prints this text

The settings are those of the server: npm start -- --help
`;

export const whileRunning = `While a server runs on the embedded database, use its page (Articles, "Add articles…"), stop it, or send it
the file, at the address that it printed when it started:
  curl -H 'content-type: text/html' --data-binary @PAGE.html http://127.0.0.1:3000/api/imports/articles
  curl -H 'content-type: application/json' --data @CLAIMS.json http://127.0.0.1:3000/api/articles
`;

/** What the usage says of one command; all of it for none that there is. */
export function helpOf(command = ''): string {
  const [head = '', commands = '', settings = ''] = usage.split('\n\n');
  // What goes on about a command stands deeper than its name.
  const own = commands.split(/\n(?= {2}\S)/).filter((part) => part.trim().split(' ')[0] === command);
  return own.length === 0 ? usage : [head, own.join('\n'), settings].join('\n\n');
}
