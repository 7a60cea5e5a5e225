import { pinyin } from 'pinyin-pro';

const LETTERS = /[\p{L}\p{N}]+/gu;
const MOST_WORDS = 8;
const MOST_LETTERS = 60;

/** Upper and lower case, wide and narrow forms are one. */
function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

function code(letter: string): string {
  return letter.charCodeAt(0).toString(16).padStart(4, '0');
}

/** `采花乡` → `91c782b1 82b14e61 4e61`: every pair of neighbours, the last letter alone. */
function pairs(run: string): string {
  const codes = Array.from({ length: run.length }, (_, at) => code(run.charAt(at)));
  return codes.map((one, at) => one + (codes[at + 1] ?? '')).join(' ');
}

/** `采花乡农村道路` → `chxncdl`; what is not Chinese stays. */
export function initialsOf(text: string): string {
  return pinyin(text, { pattern: 'first', toneType: 'none', type: 'array', v: false }).join('');
}

/**
 * What the index stores of a text: a token for every pair of neighbouring letters, in their order, so that the phrase
 * of a word's pairs is found exactly where the word stands. No dictionary decides what a word is.
 */
export function tokensOf(text: string): string {
  return (folded(text).match(LETTERS) ?? []).map(pairs).join(' ');
}

/** One word that was asked for: its tokens in order, or the beginning of a token for a single letter. */
export type Sought = { readonly phrase: string } | { readonly beginning: string };

/** The words of a question, at most eight; empty when it holds no letter. */
export function soughtIn(question: string): readonly Sought[] {
  const runs = folded(question).slice(0, MOST_LETTERS).match(LETTERS) ?? [];
  return runs
    .slice(0, MOST_WORDS)
    .map((run) =>
      run.length === 1
        ? { beginning: code(run) }
        : { phrase: pairs(run).split(' ').slice(0, -1).join(' ') },
    );
}

/** A piece of a text around the first of the words, with where it stands in the piece; null when none stands there. */
export function excerptOf(
  text: string,
  question: string,
  around = 40,
): { readonly before: string; readonly found: string; readonly after: string } | null {
  const plain = text.normalize('NFKC');
  const low = plain.toLowerCase();
  if (low.length !== plain.length) return null;
  for (const run of folded(question).match(LETTERS) ?? []) {
    const at = low.indexOf(run);
    if (at < 0) continue;
    const from = Math.max(0, at - around);
    const end = at + run.length;
    return {
      before: (from > 0 ? '…' : '') + plain.slice(from, at),
      found: plain.slice(at, end),
      after: plain.slice(end, end + around) + (end + around < plain.length ? '…' : ''),
    };
  }
  return null;
}

/** FTS5: phrases in quotes, beginnings with a star; a token is hexadecimal, so nothing in it is syntax. */
export function embeddedMatch(sought: readonly Sought[]): string {
  return sought
    .map((one) => ('phrase' in one ? `"${one.phrase}"` : `"${one.beginning}" *`))
    .join(' AND ');
}

/** InnoDB's boolean mode: every phrase and every beginning is a must. */
export function booleanMatch(sought: readonly Sought[]): string {
  return sought
    .map((one) => ('phrase' in one ? `+"${one.phrase}"` : `+${one.beginning}*`))
    .join(' ');
}
