// Words for plans: nouns that may name one, and those that only point back to one.

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/u));

/** Heads of noun phrases that may be proposed as a new plan. */
export const planHeads = words(`
plan plans proposal proposals bid bill bills law laws treaty pact deal agreement accord measure measures reform reforms ban bans
tax taxes tariff tariffs sanctions project scheme programme program initiative resolution amendment motion referendum merger takeover
membership accession admission invitation enlargement expansion extension ceasefire truce talks negotiations withdrawal
intervention deployment embargo quota quotas budget cut cuts increase rise funding bailout loan subsidy subsidies privatization
privatisation nationalisation nationalization construction bridge tunnel pipeline railway airport dam port reactor
legislation regulation regulations rule rules policy policies package strategy moratorium boycott strike closure ordinance
constitution legalization legalisation abolition appointment impeachment independence secession annexation
partnership union alliance target targets goal standard standards mandate
`);
/** "the move", "the idea": stand for a plan named before. */
export const pointers = words(`
move idea plan proposal bid push step measure request call suggestion initiative issue question matter prospect deal scheme project
`);
export const pronounsForPlans = words('it this that');
/** What makes "the", "this" or "such a" and a pointer stand for what was named. */
export const pointing = words('the this that these those such its their his her any');
