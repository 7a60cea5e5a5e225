import { column, createTables, nullable } from '../database/table';

/** Clock position, leases, outbox, deadlines, idempotency keys, stored files. */
export const Platform0001 = createTables('Platform1767225600001', [
  {
    name: 'clock_position',
    columns: {
      id: column.key(),
      legalAnchor: column.bigWhole(),
      systemAnchor: column.bigWhole(),
      rate: column.whole(),
    },
  },
  {
    name: 'lease',
    columns: { name: column.key(80), holder: column.ref(), until: column.moment() },
  },
  {
    name: 'counter',
    columns: { name: column.key(60), value: column.whole() },
  },
  {
    name: 'outbox',
    columns: {
      seq: column.counted(),
      topic: column.shortText(80),
      payload: column.json(),
      createdAt: column.moment(),
      leaseUntil: nullable(column.moment()),
      attempts: column.whole(),
      deliveredAt: nullable(column.moment()),
    },
    index: { ix_outbox_open: ['deliveredAt', 'seq'] },
  },
  {
    name: 'outbox_consumed',
    columns: { id: column.key(120), consumedAt: column.moment() },
  },
  {
    name: 'deadline',
    columns: {
      id: column.key(120),
      kind: column.shortText(60),
      subject: column.shortText(60),
      at: column.moment(),
      leaseUntil: nullable(column.moment()),
      attempts: column.whole(),
      doneAt: nullable(column.moment()),
      parkedAt: nullable(column.moment()),
    },
    index: { ix_deadline_open: ['doneAt', 'at'] },
  },
  {
    name: 'idempotency',
    columns: {
      id: column.key(128),
      requestDigest: column.shortText(64),
      status: nullable(column.whole()),
      response: nullable(column.json()),
      createdAt: column.moment(),
    },
    index: { ix_idempotency_created: ['createdAt'] },
  },
  {
    name: 'stored_file',
    columns: {
      id: column.key(),
      sha256: column.shortText(64),
      size: column.bigWhole(),
      name: column.shortText(255),
      media: column.shortText(120),
      uploadedBy: column.ref(),
      dataClass: column.shortText(10),
      createdAt: column.moment(),
    },
    index: { ix_stored_file_sha256: ['sha256'] },
  },
]);
