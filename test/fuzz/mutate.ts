import type { Random } from './random';

const NUMBERS = [
  ...['0', '00', '1', '-1', '1e1', '9007199254740991', '9007199254740992', '9007199254740993'],
  ...['9999999999999999', '10000000000000000', '18446744073709551616', '4294967296'],
] as const;

/** Pieces that have broken parsers before: numbers at borders, separators, escapes, marks, half characters. */
export const TOKENS = [
  ...[
    '0',
    '-0',
    '00',
    '1e1',
    '1.0',
    '-1',
    '9007199254740991',
    '9007199254740992',
    '9007199254740993',
  ],
  ...[
    '9999999999999999',
    '18446744073709551616',
    'null',
    'true',
    'NaN',
    '[',
    ']',
    '{',
    '}',
    '"',
    ',',
    ':',
  ],
  ...[
    '\n',
    '\n\n',
    '\r\n',
    '\t',
    ' ',
    '\u0000',
    '\u007f',
    '\ufeff',
    '\u2028',
    '—',
    '— ',
    '+',
    '=',
    '==',
    '/',
  ],
  ...[
    '\ud800',
    '\udc00',
    '\ud83d\ude00',
    'é',
    'e\u0301',
    '\\u0000',
    '\\ud800',
    '\\u00e9',
    '\\/',
    '\\',
    '\\"',
  ],
  ...[
    '__proto__',
    'constructor',
    'toString',
    '"__proto__":{}',
    'A'.repeat(300),
    '['.repeat(80),
    '{"a":'.repeat(80),
  ],
  ...[
    'age-encryption.org/v1\n',
    '-> X25519 ',
    '-> scrypt ',
    '--- ',
    'index ',
    'old ',
    'log ',
    'witness ',
    'group ',
  ],
] as const;

/** Changes a text at one to four places: flips, cuts, repeats, inserts, splices with another one. */
export function mutateText(random: Random, seeds: readonly string[]): string {
  let text = random.pick(seeds);
  for (let left = 1 + random.below(4); left > 0; left--) {
    const at = random.below(text.length + 1);
    const to = Math.min(text.length, at + 1 + random.below(random.once(4) ? 64 : 4));
    const other = random.pick(seeds);
    switch (random.below(9)) {
      case 0:
        text = text.slice(0, at) + text.slice(to);
        break;
      case 1:
        text = text.slice(0, at) + random.pick(TOKENS) + text.slice(at);
        break;
      case 2:
        text = text.slice(0, at) + random.pick(TOKENS) + text.slice(to);
        break;
      case 3:
        text = text.slice(0, to) + text.slice(at);
        break;
      case 4:
        text =
          text.slice(0, at) +
          String.fromCharCode(random.below(random.once(3) ? 0x10000 : 128)) +
          text.slice(to);
        break;
      case 5:
        text = text.slice(0, at) + other.slice(random.below(other.length + 1));
        break;
      case 6: {
        const code = text.charCodeAt(at) || 0;
        text =
          text.slice(0, at) +
          String.fromCharCode(code ^ (1 << random.below(7))) +
          text.slice(at + 1);
        break;
      }
      case 7:
        text = text.slice(0, at) + text.slice(at).replace(/\d+/, random.pick(NUMBERS));
        break;
      default:
        text = text.slice(0, random.once(6) ? at : text.length);
    }
  }
  return text.slice(0, 100_000);
}

/** Changes bytes at one to four places. */
export function mutateBytes(random: Random, seeds: readonly Uint8Array[]): Uint8Array {
  let bytes = Buffer.from(random.pick(seeds));
  for (let left = 1 + random.below(4); left > 0; left--) {
    const at = random.below(bytes.length + 1);
    const to = Math.min(bytes.length, at + 1 + random.below(8));
    const token = Buffer.from(random.pick(TOKENS));
    switch (random.below(7)) {
      case 0:
        bytes = Buffer.concat([bytes.subarray(0, at), bytes.subarray(to)]);
        break;
      case 1:
        bytes = Buffer.concat([bytes.subarray(0, at), token, bytes.subarray(at)]);
        break;
      case 2:
        bytes = Buffer.concat([bytes.subarray(0, at), token, bytes.subarray(to)]);
        break;
      case 3:
        bytes = Buffer.concat([bytes.subarray(0, to), bytes.subarray(at)]);
        break;
      case 4:
        bytes = Buffer.concat([bytes.subarray(0, at), random.pick(seeds).subarray(at)]);
        break;
      default:
        if (at < bytes.length) {
          bytes = Buffer.from(bytes);
          bytes[at] = random.once(2) ? random.below(256) : bytes[at]! ^ (1 << random.below(8));
        }
    }
  }
  return new Uint8Array(bytes.subarray(0, 100_000));
}

/** One change of a value: what stands at a path is replaced, or (without `value`) taken away. */
export interface Change {
  readonly path: readonly (string | number)[];
  readonly value?: unknown;
}

const VALUES: readonly unknown[] = [
  ...[
    null,
    true,
    false,
    0,
    -1,
    1,
    1.5,
    2 ** 53,
    -(2 ** 53),
    1e21,
    '',
    'x',
    'x'.repeat(300),
    '\ud800',
    '\u0000',
  ],
  ...[
    [],
    {},
    [[]],
    [null],
    '0'.repeat(64),
    'A'.repeat(64),
    'f'.repeat(66),
    '2026-02-30T00:00:00Z',
    'age1x',
    '::',
  ],
  ...[
    { é: 1 },
    { __proto__: null, a: { b: 1.5 } },
    Array.from({ length: 200 }, () => 0),
    2 ** 31,
    255,
    256,
    'T2026-0001',
  ],
];
/** The same without what canonical JSON cannot carry. */
const CANONICAL_VALUES = VALUES.filter((value) => {
  const text = JSON.stringify(value);
  return (
    !/\.|e\+|\\ud|é/.test(text) && !(typeof value === 'number' && !Number.isSafeInteger(value))
  );
});

function isTree(value: unknown): value is Record<string | number, unknown> {
  return typeof value === 'object' && value !== null;
}

function pathInto(random: Random, root: unknown): (string | number)[] {
  const path: (string | number)[] = [];
  for (let value = root; isTree(value);) {
    const keys = Array.isArray(value) ? [...value.keys()] : Object.keys(value);
    if (keys.length === 0 || (path.length > 0 && random.once(6))) break;
    const key = random.pick<string | number>(keys);
    path.push(key);
    value = value[key];
  }
  return path;
}

function valueAt(root: unknown, path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>((value, key) => (isTree(value) ? value[key] : undefined), root);
}

/** One to three changes of a value: something else, something odd, nothing, a neighbour, one digit. */
export function changesOf(random: Random, root: unknown, canonicalOnly = false): Change[] {
  return Array.from({ length: 1 + random.below(3) }, () => {
    const path = pathInto(random, root);
    const old = valueAt(root, path);
    switch (random.below(6)) {
      case 0:
        return { path };
      case 1:
        return { path, value: valueAt(root, pathInto(random, root)) ?? null };
      case 2:
      case 3:
        if (typeof old === 'string' && old !== '') {
          const at = random.below(old.length);
          const letter = random.pick([...'0123456789abcdefABC+/=:-']);
          return { path, value: old.slice(0, at) + letter + old.slice(at + 1) };
        }
        if (typeof old === 'number') return { path, value: old + random.pick([-1, 1, 2, 1000]) };
        return Array.isArray(old) && old.length > 0
          ? { path, value: [...(old as unknown[]), random.pick(old as unknown[])] }
          : { path, value: null };
      default:
        return { path, value: random.pick(canonicalOnly ? CANONICAL_VALUES : VALUES) };
    }
  });
}

/** A copy of a value with changes made; a change whose place an earlier one took away is left out. */
export function changed(root: unknown, changes: readonly Change[]): unknown {
  const whole: { value: unknown } = { value: structuredClone(root) };
  for (const change of changes) {
    const path = ['value', ...change.path];
    const parent = valueAt(whole, path.slice(0, -1));
    const key = path.at(-1)!;
    if (!isTree(parent) || !(key in parent)) continue;
    if ('value' in change) parent[key] = structuredClone(change.value);
    else if (Array.isArray(parent)) parent.splice(Number(key), 1);
    else Reflect.deleteProperty(parent, key);
  }
  return whole.value;
}
