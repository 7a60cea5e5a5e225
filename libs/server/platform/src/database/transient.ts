interface DriverFault {
  readonly code?: string;
  readonly errno?: number;
  readonly message?: string;
}

function driverFault(error: unknown): DriverFault {
  const outer = error as { driverError?: DriverFault } & DriverFault;
  return outer.driverError ?? outer;
}

/** Whether the whole unit may simply be run again: deadlock, lock timeout, busy file, changed snapshot. */
export function isTransient(error: unknown): boolean {
  const { code, errno } = driverFault(error);
  return (
    code === 'ER_LOCK_DEADLOCK' ||
    code === 'ER_LOCK_WAIT_TIMEOUT' ||
    code === 'ER_CHECKREAD' ||
    errno === 1020 ||
    code === 'SQLITE_BUSY' ||
    code === 'SQLITE_BUSY_SNAPSHOT'
  );
}

/**
 * Whether `error` is the violation of the unique constraint over these columns.
 * MySQL names the index, SQLite the columns (`table.column, table.column`), so both are given.
 */
export function violates(
  error: unknown,
  index: string,
  table: string,
  columns: readonly string[],
): boolean {
  const { code, errno, message = '' } = driverFault(error);
  if (code === 'ER_DUP_ENTRY' || errno === 1062) {
    return message.includes(`'${index}'`) || message.includes(`.${index}'`);
  }
  if (code === 'SQLITE_CONSTRAINT_UNIQUE' || code === 'SQLITE_CONSTRAINT_PRIMARYKEY') {
    return message.includes(columns.map((name) => `${table}.${name}`).join(', '));
  }
  return false;
}
