// Words for people without a name, and for documents, that an article gives as a source.

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/u));

/** Somebody whom the article does not name. */
export const anonymousNouns = words(`
official officials source sources diplomat diplomats aide aides insider insiders adviser advisers advisor advisors
spokesman spokeswoman spokesperson spokespeople person people lawmaker lawmakers executive executives employee employees
analyst analysts expert experts witness witnesses resident residents officer officers minister ministers politician
politicians senator senators representative representatives staffer staffers member members critic critics economist
economists researcher researchers lawyer lawyers prosecutor prosecutors scientist scientists investor investors
trader traders negotiator negotiators ambassador ambassadors envoy
`);
/** Something written. */
export const documentNouns = words(`
report statement document documents letter memo memorandum filing filings paper study survey poll data figures text
transcript email e-mail emails indictment complaint lawsuit affidavit records minutes draft cable leak post tweet website
communique communiqué order ruling release
`);
/** Points back to a source named before. */
export const sourcePronouns = words('he she they who it');
