import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { documentLink } from '../../shared/api/client';
import type { TenderDetail } from '../../shared/api/wire';
import type { Translate } from '../../shared/i18n/catalogue';
import type { VerifyCheck } from '../../shared/ui/verify-badge';
import type { WorkStep } from '../../shared/ui/work-steps';

/** The SHA-256 of a stream, in hex, without holding the whole of it in memory. */
export async function digestOfStream(stream: ReadableStream<Uint8Array>): Promise<string> {
  const hash = sha256.create();
  const reader = stream.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return bytesToHex(hash.digest());
    hash.update(value);
  }
}

async function digestOfFile(url: string, signal: AbortSignal): Promise<string> {
  const response = await fetch(url, { signal });
  if (!response.ok || response.body === null) throw new Error(`no file at ${url}`);
  return digestOfStream(response.body);
}

/** Downloads each document, computes its fingerprint here and compares it with the published one. */
export function documentCheck(
  t: Translate,
  { id, documents, documentsGate }: Pick<TenderDetail, 'id' | 'documents' | 'documentsGate'>,
): VerifyCheck {
  return async (report, signal) => {
    const states: WorkStep['state'][] = documents.map(() => 'later');
    const mark = (index: number, state: WorkStep['state']) => {
      states[index] = state;
      report(documents.map(({ title }, at) => ({ label: title, state: states[at] ?? 'later' })));
    };
    for (const [index, document] of documents.entries()) {
      mark(index, 'now');
      const link = await documentLink(id, document.id, documentsGate !== null);
      const digest = await digestOfFile(link, signal);
      if (digest !== document.sha256.toLowerCase()) {
        mark(index, 'failed');
        return {
          kind: 'differs',
          what: t('tender.verifyDiffers', { title: document.title }),
          tellWhom: t('tender.verifyTell'),
        };
      }
      mark(index, 'done');
    }
    return { kind: 'agrees', checked: t('tender.verifyChecked', { count: documents.length }) };
  };
}
