import { column, createTables, nullable } from '../database/table';

/** Sealed bids. */
export const Bid0007 = createTables('Bid1767225600007', [
  {
    name: 'bid',
    columns: {
      id: column.key(),
      tenderId: column.ref(),
      enterpriseId: column.ref(),
      seq: column.whole(),
      enterpriseVersion: column.whole(),
      state: column.shortText(10),
      publicKey: nullable(column.shortText(64)),
      bidObject: nullable(column.longText()),
      bidHash: nullable(column.shortText(64)),
      signature: nullable(column.json()),
      backup: nullable(column.longText()),
      receipt: nullable(column.shortText(20)),
      recordId: nullable(column.ref()),
      createdAt: column.moment(),
      arrivedAt: nullable(column.moment()),
      withdrawnAt: nullable(column.moment()),
    },
    unique: { uq_bid_tender_enterprise_seq: ['tenderId', 'enterpriseId', 'seq'] },
    index: { ix_bid_enterprise: ['enterpriseId', 'createdAt'] },
  },
  {
    name: 'bid_blob',
    columns: {
      id: column.key(),
      bidId: column.ref(),
      name: column.shortText(80),
      fileId: column.ref(),
    },
    unique: { uq_bid_blob_bid_name: ['bidId', 'name'] },
  },
  {
    name: 'bid_recipient',
    columns: {
      id: column.key(),
      tenderId: column.ref(),
      bidId: column.ref(),
      recipient: column.shortText(100),
    },
    unique: { uq_bid_recipient: ['tenderId', 'recipient'] },
  },
  {
    name: 'bid_in_flight',
    columns: { id: column.key(), tenderId: column.ref(), arrivedAt: column.moment() },
    index: { ix_bid_in_flight_tender: ['tenderId', 'arrivedAt'] },
  },
]);
