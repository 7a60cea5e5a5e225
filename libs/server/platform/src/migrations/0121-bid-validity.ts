import { addColumns, column, nullable } from '../database/table';

const Columns = addColumns('BidValidityColumns', {
  tender: { bidValidityDays: nullable(column.whole()) },
});

/** For how long bids bind. */
export class BidValidity0121 extends Columns {
  override readonly name = 'BidValidity1767225600121';
}
