import { Module } from '@nestjs/common';
import { IdentityModule } from '@server/identity';
import { AdminController } from '../admin/admin.controller';
import { AuthController } from './auth.controller';
import { MeController } from './me.controller';

@Module({ imports: [IdentityModule], controllers: [AuthController, MeController, AdminController] })
export class IdentityApiModule {}
