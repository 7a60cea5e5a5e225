import { column, createTables, nullable } from '../database/table';

/** Every rule set ever used, by the hash of its content. */
export const RuleSet0087 = createTables('RuleSet1767225600087', [
  {
    name: 'rule_set',
    columns: {
      hash: column.key(64),
      setId: column.shortText(30),
      head: nullable(column.json()),
    },
  },
  {
    name: 'rule_set_rule',
    columns: {
      id: column.key(80),
      setHash: column.shortText(64),
      position: column.whole(),
      rule: column.json(),
    },
    unique: { uq_rule_set_rule: ['setHash', 'position'] },
  },
]);
