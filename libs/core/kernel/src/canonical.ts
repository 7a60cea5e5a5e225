import { fromUtf8, utf8 } from './bytes';
import { accept, refuse, type Refusal, type Result } from './result';

/** A value that has exactly one canonical encoding (tp1 §1.1): no floats, no undefined, ASCII keys. */
export type CanonicalValue =
  | null
  | boolean
  | number
  | string
  | readonly CanonicalValue[]
  | { readonly [key: string]: CanonicalValue };

/** An object of the canonical form. */
export type CanonicalObject = Readonly<Record<string, CanonicalValue>>;

/**
 * What may be handed to the writer. Interfaces have no index signature, so the type admits any object; the
 * writer itself is strict and throws for everything that is not a {@link CanonicalValue}.
 */
export type Encodable = CanonicalValue | object;

/** Why bytes are not canonical JSON. */
export type CanonicalRefusal = Refusal<'canonical.invalid'>;

const KEY = /^[A-Za-z0-9_]{1,64}$/;
const NUMBER = /-?(?:0|[1-9][0-9]*)/y;
const SHORT_ESCAPES: Readonly<Record<string, string>> = {
  '\b': '\\b',
  '\t': '\\t',
  '\n': '\\n',
  '\f': '\\f',
  '\r': '\\r',
  '"': '\\"',
  '\\': '\\\\',
};
const UNESCAPED: Readonly<Record<string, string>> = {
  b: '\b',
  t: '\t',
  n: '\n',
  f: '\f',
  r: '\r',
  '"': '"',
  '\\': '\\',
};
const DEEPEST = 64;

/** Thrown by {@link canonicalize} for a value that has no canonical form: a bug of the writer, not bad input. */
export class CanonicalError extends TypeError {}

function writeString(text: string): string {
  const escaped = text.replace(/[\u0000-\u001f"\\]/g, (character) => {
    const short = SHORT_ESCAPES[character];
    return short ?? `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
  if (/\p{Surrogate}/u.test(text)) throw new CanonicalError('a string holds a lone surrogate');
  return `"${escaped}"`;
}

function writeNumber(value: number): string {
  if (!Number.isSafeInteger(value) || Object.is(value, -0)) {
    throw new CanonicalError(`not a canonical number: ${value}`);
  }
  return String(value);
}

function writeObject(value: CanonicalObject, depth: number): string {
  const members = Object.keys(value)
    .sort()
    .map((key) => {
      if (!KEY.test(key)) throw new CanonicalError(`not a canonical key: ${key}`);
      return `"${key}":${write(value[key], depth + 1)}`;
    });
  return `{${members.join(',')}}`;
}

function write(value: unknown, depth: number): string {
  if (depth > DEEPEST) throw new CanonicalError('nested too deeply');
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'number') return writeNumber(value);
  if (typeof value === 'string') return writeString(value);
  if (Array.isArray(value)) return `[${value.map((item) => write(item, depth + 1)).join(',')}]`;
  if (typeof value === 'object') return writeObject(value as CanonicalObject, depth);
  throw new CanonicalError(`no canonical form for ${typeof value}`);
}

/** Writes the canonical form (RFC 8785 restricted to tp1 §1.1). Throws {@link CanonicalError} if there is none. */
export function canonicalize(value: Encodable): string {
  return write(value, 0);
}

/** The canonical form as UTF-8 bytes: what is hashed, signed and stored. */
export function canonicalBytes(value: Encodable): Uint8Array {
  return utf8(canonicalize(value));
}

class Reader {
  private at = 0;

  constructor(private readonly text: string) {}

  whole(): CanonicalValue {
    const value = this.value(0);
    if (this.at !== this.text.length) throw new CanonicalError('text after the value');
    return value;
  }

  private value(depth: number): CanonicalValue {
    if (depth > DEEPEST) throw new CanonicalError('nested too deeply');
    switch (this.text[this.at]) {
      case '{':
        return this.object(depth);
      case '[':
        return this.array(depth);
      case '"':
        return this.string();
      case 'n':
        return this.literal('null', null);
      case 't':
        return this.literal('true', true);
      case 'f':
        return this.literal('false', false);
      default:
        return this.number();
    }
  }

  private literal<T>(word: string, value: T): T {
    if (!this.text.startsWith(word, this.at)) throw new CanonicalError('unknown word');
    this.at += word.length;
    return value;
  }

  private number(): number {
    NUMBER.lastIndex = this.at;
    const digits = NUMBER.exec(this.text)?.[0];
    if (digits === undefined) throw new CanonicalError('a value was expected');
    this.at += digits.length;
    return Number(digits);
  }

  private string(): string {
    let value = '';
    for (this.at++; ; this.at++) {
      const character = this.text[this.at];
      if (character === undefined) throw new CanonicalError('a string has no end');
      if (character === '"') break;
      value += character === '\\' ? this.escape() : character;
    }
    this.at++;
    return value;
  }

  private escape(): string {
    const letter = this.text[++this.at] ?? '';
    if (letter !== 'u') return UNESCAPED[letter] ?? '';
    const digits = this.text.slice(this.at + 1, this.at + 5);
    this.at += 4;
    return String.fromCharCode(Number.parseInt(digits, 16));
  }

  private array(depth: number): CanonicalValue[] {
    const items: CanonicalValue[] = [];
    this.at++;
    if (this.skip(']')) return items;
    do items.push(this.value(depth + 1));
    while (this.skip(','));
    this.expect(']');
    return items;
  }

  private object(depth: number): CanonicalObject {
    const members: [string, CanonicalValue][] = [];
    this.at++;
    if (this.skip('}')) return {};
    do {
      if (this.text[this.at] !== '"') throw new CanonicalError('a key was expected');
      const key = this.string();
      this.expect(':');
      members.push([key, this.value(depth + 1)]);
    } while (this.skip(','));
    this.expect('}');
    return Object.fromEntries(members);
  }

  private skip(character: string): boolean {
    if (this.text[this.at] !== character) return false;
    this.at++;
    return true;
  }

  private expect(character: string): void {
    if (!this.skip(character)) throw new CanonicalError(`expected ${character}`);
  }
}

/**
 * Reads canonical JSON, from bytes or text. MUST be used on everything that is hashed or signed: the value is
 * written again and refused when one byte differs, which ends duplicate keys, white space, marks and floats.
 */
export function parseCanonical(
  input: Uint8Array | string,
): Result<CanonicalValue, CanonicalRefusal> {
  const text = typeof input === 'string' ? input : fromUtf8(input);
  if (text === null) return refuse('canonical.invalid', { reason: 'not UTF-8' });
  try {
    const value = new Reader(text).whole();
    return canonicalize(value) === text
      ? accept(value)
      : refuse('canonical.invalid', { reason: 'not the canonical encoding' });
  } catch (error) {
    if (!(error instanceof CanonicalError)) throw error;
    return refuse('canonical.invalid', { reason: error.message });
  }
}

/** Whether a value, say out of ordinary JSON, has a canonical form. */
export function isCanonical(value: unknown): value is CanonicalValue {
  try {
    write(value, 0);
    return true;
  } catch (error) {
    if (!(error instanceof CanonicalError)) throw error;
    return false;
  }
}

/** Whether a canonical value is an object. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A deep copy of an object as a canonical value: what a record's body is made of. Throws {@link CanonicalError}. */
export function canonicalObject(value: object): CanonicalObject {
  const copy = new Reader(canonicalize(value)).whole();
  if (!isObject(copy)) throw new CanonicalError('not an object');
  return copy;
}
