import { column, createTables, nullable } from '../database/table';

/** The tamper-evident log: what waits, what has its place, the tree over it, what was signed. */
export const Ledger0010 = createTables('Ledger1767225600010', [
  {
    name: 'ledger_pending',
    columns: {
      seq: column.counted(),
      recordId: column.ref(),
      type: column.shortText(64),
      scope: column.shortText(120),
      at: column.moment(),
    },
    unique: { uq_ledger_pending_record: ['recordId'] },
  },
  {
    name: 'ledger_body',
    columns: {
      id: column.key(48),
      recordId: column.ref(),
      part: column.whole(),
      text: column.longText(),
    },
    index: { ix_ledger_body_record: ['recordId'] },
  },
  {
    name: 'ledger_entry',
    columns: {
      idx: column.position(),
      recordId: column.ref(),
      type: column.shortText(64),
      scope: column.shortText(120),
      n: column.whole(),
      prev: column.shortText(64),
      at: column.moment(),
      actor: column.shortText(16),
      salt: nullable(column.shortText(64)),
      entry: column.bytes(),
      leaf: column.shortText(64),
    },
    unique: {
      uq_ledger_entry_record: ['recordId'],
      uq_ledger_entry_scope: ['scope', 'n'],
    },
  },
  {
    name: 'ledger_node',
    columns: { id: column.key(24), hash: column.shortText(64) },
  },
  {
    name: 'ledger_tree',
    columns: {
      id: column.key(),
      origin: column.shortText(120),
      size: column.whole(),
      peaks: column.json(),
      lastAt: column.bigWhole(),
    },
  },
  {
    name: 'ledger_checkpoint',
    columns: {
      size: column.position(),
      root: column.shortText(64),
      note: column.longText(),
      quorumTime: nullable(column.bigWhole()),
      signedAt: column.moment(),
    },
    index: { ix_ledger_checkpoint_quorum: ['quorumTime'] },
  },
]);
