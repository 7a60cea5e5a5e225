import { addColumns, column } from '../database/table';

/** What a virus scanner said of a file. */
export const FileScan0037 = addColumns('FileScan1767225600037', {
  stored_file: { scan: column.shortText(12), scanFinding: column.shortText(120) },
});
