import { Platform0001 } from './0001-platform';
import { Identity0002 } from './0002-identity';

/** All migrations, oldest first: one list for SQLite, MariaDB and MySQL. */
export const MIGRATIONS = [Platform0001, Identity0002] as const;
