import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CalendarModule } from '@server/calendar';
import { IdentityModule } from '@server/identity';
import { LedgerModule } from '@server/ledger';
import { PrintModule } from '@server/print';
import { ENTERPRISE_ENTITIES } from './enterprise.entity';
import { Enterprises } from './enterprises.store';
import { ImportEnterprises } from './import/import-enterprises';
import { KeepCredit } from './keep-credit';
import { KeepEnterprise } from './keep-enterprise';
import { KeepInquiries } from './keep-inquiries';
import { PrintRegister } from './print-register';
import { ReadRegister } from './read-register';
import { RegisterClocks } from './register-clocks';
import { RegisterEnterprise } from './register-enterprise';
import { REGISTER_ENTITIES } from './register.entity';
import { RegisterPapers } from './register.store';
import { ReviewEnterprise } from './review-enterprise';
import { SuperviseEnterprise } from './supervise-enterprise';

const FACE = [
  Enterprises,
  ImportEnterprises,
  KeepCredit,
  KeepEnterprise,
  KeepInquiries,
  PrintRegister,
  ReadRegister,
  RegisterEnterprise,
  RegisterPapers,
  ReviewEnterprise,
  SuperviseEnterprise,
];

/** The county's one bidder register. */
@Module({
  imports: [
    TypeOrmModule.forFeature([...ENTERPRISE_ENTITIES, ...REGISTER_ENTITIES]),
    CalendarModule,
    IdentityModule,
    LedgerModule,
    PrintModule,
  ],
  providers: [...FACE, RegisterClocks],
  exports: FACE,
})
export class EnterpriseModule {}
