import { Module } from '@nestjs/common';
import { ContractModule } from '@server/contract';
import { ContractController } from './contract.controller';
import { ContractWorksController } from './contract-works.controller';
import { DutyController } from './duty.controller';

@Module({
  imports: [ContractModule],
  controllers: [ContractController, ContractWorksController, DutyController],
})
export class ContractApiModule {}
