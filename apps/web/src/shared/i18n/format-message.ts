/** What may stand in a placeholder. Amounts and instants are formatted before they come here. */
export type MessageValue = string | number;
export type MessageValues = Readonly<Record<string, MessageValue>>;

type NameOf<Placeholder extends string> = Placeholder extends `${infer Name}|${string}`
  ? Name
  : Placeholder;

/** The names of the placeholders in a message: `'{count} of {total}'` gives `'count' | 'total'`. */
export type PlaceholdersOf<Message extends string> =
  Message extends `${string}{${infer Placeholder}}${infer Rest}`
    ? NameOf<Placeholder> | PlaceholdersOf<Rest>
    : never;

const PLACEHOLDER = /\{(\w+)(?:\|([^|{}]*)\|([^|{}]*))?\}/g;

/**
 * Fills a message: `{name}` is replaced by its value, `{count|bid|bids}` by the first word when the
 * value is 1 and by the second otherwise. A value that is missing leaves nothing behind.
 */
export function formatMessage(message: string, values: MessageValues = {}): string {
  return message.replace(PLACEHOLDER, (_all, name: string, one?: string, many?: string) => {
    const value = values[name];
    if (one === undefined || many === undefined) return value === undefined ? '' : String(value);
    return Number(value) === 1 ? one : many;
  });
}

/** The placeholder names of a message at run time, sorted, for comparing translations. */
export function placeholdersIn(message: string): readonly string[] {
  return [...new Set([...message.matchAll(PLACEHOLDER)].map((match) => match[1] ?? ''))].sort();
}
