import { Module } from '@nestjs/common';
import { TenderModule } from '@server/tender';
import { TenderController } from './tender.controller';

@Module({ imports: [TenderModule], controllers: [TenderController] })
export class TenderApiModule {}
