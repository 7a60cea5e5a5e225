import { Module } from '@nestjs/common';
import { ContractorPoolModule } from '@server/contractor-pool';
import { EvaluationModule } from '@server/evaluation';
import { SignUpModule } from '@server/sign-up';
import { TenderModule } from '@server/tender';
import { TakeDocument } from './take-document';
import { Tickets } from './tickets';

/** Who may take a tender's documents, and the taking. */
@Module({
  imports: [ContractorPoolModule, EvaluationModule, SignUpModule, TenderModule],
  providers: [TakeDocument, Tickets],
  exports: [TakeDocument],
})
export class DocumentModule {}
