import type { Locale } from './locale';
import type { PlaceholdersOf } from './format-message';
import { formatMessage } from './format-message';
import { chinese } from './zh-CN/index';
import { english } from './en/index';

/** Every text of the product by key, exactly as the Chinese catalogue declares them. */
export type Messages = typeof chinese;
export type MessageKey = keyof Messages;

/** The parameters a message asks for: none, or one object that names each of its placeholders. */
export type MessageArguments<Key extends MessageKey> = [PlaceholdersOf<Messages[Key]>] extends [
  never,
]
  ? []
  : [values: Readonly<Record<PlaceholdersOf<Messages[Key]>, string | number>>];

/** The keys of messages without placeholders: what tables of labels may name. */
export type PlainMessageKey = {
  [Key in MessageKey]: MessageArguments<Key> extends [] ? Key : never;
}[MessageKey];

/** Writes one text in the reader's language. */
export type Translate = <Key extends MessageKey>(
  key: Key,
  ...values: MessageArguments<Key>
) => string;

export const CATALOGUES: Readonly<Record<Locale, Readonly<Record<MessageKey, string>>>> = {
  'zh-CN': chinese,
  en: english,
};

/** The translator of one language. */
export function translatorFor(locale: Locale): Translate {
  const catalogue = CATALOGUES[locale];
  return (key, ...values) => formatMessage(catalogue[key], values[0]);
}
