import { addColumns, column } from '../database/table';

/** For which organisation a file was sent. */
export const FileOrganisation0090 = addColumns('FileOrganisation1767225600090', {
  stored_file: { organisationId: column.ref() },
});
