import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { IdentityModule } from '@server/identity';
import { LedgerModule } from '@server/ledger';
import { PrintModule } from '@server/print';
import { ProcedureModule } from '@server/procedure';
import { ProjectModule } from '@server/project';
import { Admission } from './admission';
import { BandOfTender } from './band-of-tender';
import { BASE_PRICE_ENTITIES } from './base-price/base-price.entity';
import { BasePrices } from './base-price/base-prices.store';
import { SealBasePrice } from './base-price/seal-base-price';
import { EditTender } from './edit-tender';
import { HOLDER_ENTITIES } from './holders/holder-key.entity';
import { HolderKeys } from './holders/holder-keys';
import { FactsOfNotice } from './notice/facts-of-notice';
import { PrintNotices } from './notice/print-notices';
import { PlanTimetable } from './plan-timetable';
import { PreparePublication } from './prepare-publication';
import { PublishTender } from './publish-tender';
import { TENDER_ENTITIES } from './tender.entity';
import { ReTender } from './re-tender';
import { ReviewDrafts } from './review-drafts';
import { Tenders } from './tenders.store';
import { DivideTender } from './lots/divide-tender';
import { Lots } from './lots/lots.store';
import { CalendarModule } from '@server/calendar';
import { SuspendTender } from './suspend-tender';
import { TerminateTender } from './terminate-tender';

const FACE = [
  Admission,
  BandOfTender,
  BasePrices,
  DivideTender,
  EditTender,
  FactsOfNotice,
  HolderKeys,
  Lots,
  PlanTimetable,
  PreparePublication,
  PrintNotices,
  PublishTender,
  ReTender,
  ReviewDrafts,
  SealBasePrice,
  SuspendTender,
  Tenders,
  TerminateTender,
];

/** Tenders: drafts, publication, documents, notices. */
@Module({
  imports: [
    CalendarModule,
    TypeOrmModule.forFeature([...TENDER_ENTITIES, ...HOLDER_ENTITIES, ...BASE_PRICE_ENTITIES]),
    IdentityModule,
    ProcedureModule,
    ProjectModule,
    LedgerModule,
    PrintModule,
  ],
  providers: FACE,
  exports: FACE,
})
export class TenderModule {}
