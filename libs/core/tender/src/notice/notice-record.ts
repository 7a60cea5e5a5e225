import { taggedHashHex } from '@core/kernel';

/** Scope in the log of what was published of a tender: one record for each notice, of whatever kind. */
export function noticesScope(tenderId: string): string {
  return `${tenderId}/notices`;
}

/** What the log keeps of the words of a notice (64 hex digits): whoever changes a published one is found out. */
export function noticeDigest(title: string, text: string): string {
  return taggedHashHex('sunlit/notice', { title, text });
}
