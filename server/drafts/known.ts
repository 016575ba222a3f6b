// What a text is read against: the entities and articles of the database, as plain data.
import type { Known, KnownArticle } from '../extract/mentions/known.ts';
import { entityTypes } from '../schema/key.ts';
import type { Reader } from '../store/port.ts';

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
const texts = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];

/** All entities with their names, and all articles with their outlets and days. */
export async function readKnown(reader: Reader): Promise<Known> {
  const entities = (await reader.read('read/graph/entities', {})).flatMap(({ key, labels, properties }) => {
    const type = entityTypes.find((one) => labels.includes(one));
    const name = text(properties.name);
    return type === undefined || name === undefined ? [] : [{ key, type, name, aliases: texts(properties.aliases) }];
  });
  const articles = (await reader.read('read/article/list', {})).map(({ key, outlet, properties }): KnownArticle => {
    const [publishedFrom, publishedTo] = [text(properties.publishedFrom), text(properties.publishedTo)];
    return {
      key,
      ...(outlet === null ? {} : { outlet }),
      ...(publishedFrom === undefined ? {} : { publishedFrom }),
      ...(publishedTo === undefined ? {} : { publishedTo }),
    };
  });
  // In one order, so that the same database gives the same draft.
  entities.sort((a, b) => (a.key < b.key ? -1 : 1));
  articles.sort((a, b) => (a.key < b.key ? -1 : 1));
  return { entities, articles };
}
