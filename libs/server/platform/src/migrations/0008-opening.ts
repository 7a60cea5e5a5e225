import { column, createTables, nullable } from '../database/table';

/** Halls, their events, the keys handed in, and what the opened bids say. */
export const Opening0008 = createTables('Opening1767225600008', [
  {
    name: 'opening',
    columns: {
      id: column.key(),
      tenderId: column.ref(),
      phase: column.shortText(12),
      seq: column.whole(),
      closedRecordId: column.ref(),
      closedLeaf: nullable(column.shortText(64)),
      openedAt: column.moment(),
      windowEndsAt: column.moment(),
      closedAt: nullable(column.moment()),
    },
    unique: { uq_opening_tender: ['tenderId'] },
  },
  {
    name: 'opening_event',
    columns: {
      id: column.key(),
      openingId: column.ref(),
      seq: column.whole(),
      event: column.json(),
      at: column.moment(),
    },
    unique: { uq_opening_event_seq: ['openingId', 'seq'] },
  },
  {
    name: 'opening_key',
    columns: {
      id: column.key(),
      openingId: column.ref(),
      bidId: column.ref(),
      env: column.shortText(32),
      x: column.whole(),
      value: column.shortText(66),
      at: column.moment(),
    },
    unique: { uq_opening_key: ['bidId', 'env', 'x'] },
  },
  {
    name: 'opened_bid',
    columns: {
      id: column.key(),
      openingId: column.ref(),
      enterpriseId: column.ref(),
      bidderName: column.shortText(120),
      price: column.fen(),
      durationDays: column.whole(),
      quality: column.shortText(60),
      manager: column.shortText(60),
      manifestSha256: column.shortText(64),
    },
    index: { ix_opened_bid_opening: ['openingId'] },
  },
]);
