import { addColumns, column } from '../database/table';

/** Versions of documents that came with clarifications. */
export const DocumentVersion0049 = addColumns('DocumentVersion1767225600049', {
  tender_document: { replacesId: column.ref(), clarification: column.whole() },
});
