import { column, createTables } from '../database/table';

/** Sheets experts were taken over from. */
export const ExpertImport0124 = createTables('ExpertImport1767225600124', [
  {
    name: 'expert_import',
    columns: {
      id: column.key(),
      sha256: column.shortText(64),
      fileName: column.shortText(255),
      rows: column.whole(),
      taken: column.whole(),
      importedBy: column.ref(),
      importedAt: column.moment(),
    },
    unique: { uq_expert_import_file: ['sha256'] },
  },
]);
