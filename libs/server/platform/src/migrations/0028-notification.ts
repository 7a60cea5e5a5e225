import { column, createTables, nullable } from '../database/table';

/** Messages to people, their deliveries, and how people want to be told. */
export const Notification0028 = createTables('Notification1767225600028', [
  {
    name: 'message',
    columns: {
      id: column.key(),
      personId: column.ref(),
      topic: column.shortText(40),
      occasion: column.shortText(120),
      params: column.json(),
      link: column.shortText(200),
      at: column.moment(),
      readAt: nullable(column.moment()),
    },
    unique: { uq_message_occasion: ['personId', 'occasion'] },
    index: { ix_message_person: ['personId', 'id'] },
  },
  {
    name: 'delivery',
    columns: {
      id: column.key(),
      messageId: column.ref(),
      channel: column.shortText(10),
      address: column.personal(),
      language: column.shortText(10),
      state: column.shortText(10),
      attempts: column.whole(),
      dueAt: column.moment(),
      sentAt: nullable(column.moment()),
      lastError: nullable(column.shortText(200)),
    },
    index: { ix_delivery_due: ['state', 'dueAt'] },
  },
  {
    name: 'contact',
    columns: {
      personId: column.key(),
      language: column.shortText(10),
      mail: nullable(column.personal()),
      byMail: column.whole(),
      phone: nullable(column.personal()),
      bySms: column.whole(),
    },
  },
]);
