import { Module } from '@nestjs/common';
import { ClarificationModule } from '@server/clarification';
import { TenderModule } from '@server/tender';
import { ClarificationController } from './clarification.controller';

/** Questions and clarifications over HTTP. */
@Module({
  imports: [ClarificationModule, TenderModule],
  controllers: [ClarificationController],
})
export class ClarificationApiModule {}
