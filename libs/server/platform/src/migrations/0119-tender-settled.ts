import { addColumns, column, nullable } from '../database/table';

const Columns = addColumns('TenderSettledColumns', {
  tender: { settledAt: nullable(column.moment()) },
});

/** When everything that was due after a tender's result had been done. */
export class TenderSettled0119 extends Columns {
  override readonly name = 'TenderSettled1767225600119';
}
