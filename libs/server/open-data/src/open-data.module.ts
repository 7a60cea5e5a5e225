import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AwardModule } from '@server/award';
import { ClarificationModule } from '@server/clarification';
import { ContractModule } from '@server/contract';
import { DrawModule } from '@server/draw';
import { EnterpriseModule } from '@server/enterprise';
import { IdentityModule } from '@server/identity';
import { OpeningModule } from '@server/opening';
import { TenderModule } from '@server/tender';
import { OPEN_DATA_ENTITIES } from './open-data.entity';
import { ImportReleases } from './import-releases';
import { OpenReleases } from './open-releases.store';
import { PublicFacts } from './process-facts';
import { PublishReleases } from './publish-releases';
import { ReadOpenData } from './read-open-data';

const FACE = [ImportReleases, OpenReleases, PublicFacts, PublishReleases, ReadOpenData];

/** Open data: OCDS releases and records of everything published. */
@Module({
  imports: [
    TypeOrmModule.forFeature(OPEN_DATA_ENTITIES),
    AwardModule,
    ClarificationModule,
    ContractModule,
    DrawModule,
    EnterpriseModule,
    IdentityModule,
    OpeningModule,
    TenderModule,
  ],
  providers: FACE,
  exports: FACE,
})
export class OpenDataModule {}
