import { Platform0001 } from './0001-platform';
import { Identity0002 } from './0002-identity';
import { Enterprise0003 } from './0003-enterprise';
import { Project0004 } from './0004-project';
import { Tender0005 } from './0005-tender';
import { SignUp0006 } from './0006-sign-up';
import { Ledger0010 } from './0010-ledger';

/** All migrations, oldest first: one list for SQLite, MariaDB and MySQL. */
export const MIGRATIONS = [
  Platform0001,
  Identity0002,
  Enterprise0003,
  Project0004,
  Tender0005,
  SignUp0006,
  Ledger0010,
] as const;
