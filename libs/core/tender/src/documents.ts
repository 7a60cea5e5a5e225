import { accept, refuse, type Refusal, type Result } from '@core/kernel';

/** A document of a tender, as far as its versions are concerned. */
export interface DocumentVersion {
  readonly id: string;
  /** The document it replaces; null: it is its first version. */
  readonly replacesId: string | null;
}

/** Why a new version cannot take the place of an old one. */
export type DocumentRefusal = Refusal<'tender.document_not_found' | 'tender.document_replaced'>;

/** The documents that hold: the last version of each. */
export function currentDocuments<T extends DocumentVersion>(documents: readonly T[]): readonly T[] {
  const replaced = new Set(documents.flatMap(({ replacesId }) => replacesId ?? []));
  return documents.filter(({ id }) => !replaced.has(id));
}

/** Whether new versions may take the places they name: of documents of this tender that still hold, each once. */
export function checkReplacements(
  documents: readonly DocumentVersion[],
  replacing: readonly (string | null)[],
): Result<true, DocumentRefusal> {
  const holding = new Set(currentDocuments(documents).map(({ id }) => id));
  for (const id of replacing) {
    if (id === null) continue;
    if (holding.delete(id)) continue;
    const known = documents.some((document) => document.id === id);
    return refuse(known ? 'tender.document_replaced' : 'tender.document_not_found', { id });
  }
  return accept(true);
}
