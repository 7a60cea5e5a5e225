import { column, createTables, nullable } from '../database/table';

/** Tables of ways below the thresholds, out of places' own documents. */
export const ProcedureTable0101 = createTables('ProcedureTable1767225600101', [
  {
    name: 'procedure_table',
    columns: {
      id: column.key(),
      organisationId: column.ref(),
      organisationName: column.shortText(120),
      documentNumber: column.shortText(120),
      title: column.shortText(200),
      fairCompetitionReview: column.shortText(120),
      fileId: column.ref(),
      sha256: column.shortText(64),
      measure: column.shortText(12),
      kinds: column.json(),
      bands: column.json(),
      inForceFrom: column.shortText(10),
      inForceTo: nullable(column.shortText(10)),
      keptAt: column.moment(),
      endedAt: nullable(column.moment()),
      endReason: nullable(column.shortText(500)),
    },
    index: { ix_procedure_table_organisation: ['organisationId', 'keptAt'] },
  },
]);
