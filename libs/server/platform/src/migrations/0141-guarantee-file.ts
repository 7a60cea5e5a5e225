import { addColumns, column, nullable } from '../database/table';

const Columns = addColumns('GuaranteeFileColumns', {
  bid_security: { guaranteeFileId: nullable(column.ref()) },
});

/** The guarantee itself beside what its bidder typed off it. */
export class GuaranteeFile0141 extends Columns {
  override readonly name = 'GuaranteeFile1767225600141';
}
