import { Platform0001 } from './0001-platform';

/** All migrations, oldest first: one list for SQLite, MariaDB and MySQL. */
export const MIGRATIONS = [Platform0001] as const;
