import { Module } from '@nestjs/common';
import { EnterpriseModule } from '@server/enterprise';
import { IdentityModule } from '@server/identity';
import { DemoPeople } from './demo-people';

/** The invented county 青禾县, for demos and tests. */
@Module({
  imports: [EnterpriseModule, IdentityModule],
  providers: [DemoPeople],
  exports: [DemoPeople],
})
export class DemoModule {}
