// Stems: one form for a word and its inflections, so that "denied", "denies" and "denying" meet. For features only, never shown.

const irregular: Readonly<Record<string, string>> = Object.fromEntries(
  `say said says saying|tell told tells telling|think thought thinks thinking|write wrote written writes writing|
speak spoke spoken speaks speaking|find found finds finding|know knew known knows|feel felt feels|hold held holds holding|
be is are was were been being am 's 're 'm|have has had having 've|do does did done doing|go goes went gone going|
make made makes making|give gave given gives giving|take took taken takes taking|see saw seen sees seeing|
hear heard hears hearing|read reads reading|show showed shown shows showing|swear swore sworn|forget forgot forgotten|
understand understood|mean meant means|put puts putting|set sets setting|lay laid lays laying|seek sought seeks|
teach taught teaches|foresee foresaw foreseen|leave left leaves|lead led leads|bring brought brings|draw drew drawn|
throw threw thrown|choose chose chosen|begin began begun|keep kept keeps|get got gotten gets getting|let lets letting|
will 'll would 'd|can could|come came comes coming|lie lied lies lying|shoot shot|strike struck|fight fought|win won|
hit hits hitting|send sent sends|spend spent|quote quoted quotes quoting|cite cited cites citing|run ran runs running`
    .split('|')
    .flatMap((line) => {
      const forms = line.trim().split(/\s+/);
      return forms.map((form) => [form, forms[0] as string]);
    }),
);

/** The stem of a word in lower case with straight apostrophes. */
export function stemOf(word: string): string {
  const known = Object.hasOwn(irregular, word) ? irregular[word] : undefined;
  if (known !== undefined || word.length < 4) return known ?? word;
  let stem = word;
  if (/ie[sd]$/.test(stem)) stem = `${stem.slice(0, -3)}y`;
  else if (/[^s]s$/.test(stem)) stem = stem.replace(/(?<=[sxzh])es$|s$/, '');
  else if (/[aeiouy].*ing$/.test(stem) && stem.length > 5) stem = stem.slice(0, -3);
  else if (/[aeiouy].*ed$/.test(stem)) stem = stem.slice(0, -2);
  stem = stem.replace(/([bdfgmnprt])\1$/, '$1');
  return stem.length > 3 ? stem.replace(/e$/, '') : stem;
}
