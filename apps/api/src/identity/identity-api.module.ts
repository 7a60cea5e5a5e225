import { Module } from '@nestjs/common';
import { IdentityModule } from '@server/identity';
import { AdminController } from '../admin/admin.controller';
import { CertificateController } from './certificate.controller';
import { AuthController } from './auth.controller';
import { MeController } from './me.controller';

@Module({
  imports: [IdentityModule],
  controllers: [AuthController, CertificateController, MeController, AdminController],
})
export class IdentityApiModule {}
