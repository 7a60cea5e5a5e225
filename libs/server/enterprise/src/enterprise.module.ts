import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { IdentityModule } from '@server/identity';
import { LedgerModule } from '@server/ledger';
import { ENTERPRISE_ENTITIES } from './enterprise.entity';
import { Enterprises } from './enterprises.store';
import { KeepEnterprise } from './keep-enterprise';
import { RegisterEnterprise } from './register-enterprise';

const FACE = [Enterprises, KeepEnterprise, RegisterEnterprise];

/** The county's one bidder register. */
@Module({
  imports: [TypeOrmModule.forFeature(ENTERPRISE_ENTITIES), IdentityModule, LedgerModule],
  providers: FACE,
  exports: FACE,
})
export class EnterpriseModule {}
