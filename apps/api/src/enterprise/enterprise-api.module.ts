import { Module } from '@nestjs/common';
import { EnterpriseModule } from '@server/enterprise';
import { EnterpriseController } from './enterprise.controller';
import { RegisterController } from './register.controller';

@Module({
  imports: [EnterpriseModule],
  controllers: [EnterpriseController, RegisterController],
})
export class EnterpriseApiModule {}
