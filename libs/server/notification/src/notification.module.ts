import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AwardModule } from '@server/award';
import { BidSecurityModule } from '@server/bid-security';
import { ClarificationModule } from '@server/clarification';
import { CalendarModule } from '@server/calendar';
import { ComplaintModule } from '@server/complaint';
import { ContractModule } from '@server/contract';
import { ContractorPoolModule } from '@server/contractor-pool';
import { EnterpriseModule } from '@server/enterprise';
import { EvaluationModule } from '@server/evaluation';
import { ExpertModule } from '@server/expert';
import { FrameworkModule } from '@server/framework';
import { IdentityModule } from '@server/identity';
import { InvitationModule } from '@server/invitation';
import { ObjectionModule } from '@server/objection';
import { OpeningModule } from '@server/opening';
import { PanelModule } from '@server/panel';
import { ProjectModule } from '@server/project';
import { SignUpModule } from '@server/sign-up';
import { TenderModule } from '@server/tender';
import { MailCarrier, SmsCarrier } from './carriers';
import { CallOccasions } from './call-occasions';
import { Contacts } from './contacts';
import { ComplaintOccasions } from './complaint-occasions';
import { ContractOccasions } from './contract-occasions';
import { Deliver } from './deliver';
import { DutyReminders } from './duty-reminders';
import { ExpiryReminders } from './expiry-reminders';
import { ExpertOccasions } from './expert-occasions';
import { FrameworkOccasions } from './framework-occasions';
import { Messages } from './messages.store';
import { NOTIFICATION_ENTITIES } from './notification.entity';
import { Notify } from './notify';
import { Occasions } from './occasions';
import { PanelOccasions } from './panel-occasions';
import { PoolOccasions } from './pool-occasions';
import { Recipients } from './recipients';
import { SecurityOccasions } from './security-occasions';

const FACE = [
  ComplaintOccasions,
  Contacts,
  Deliver,
  DutyReminders,
  ExpiryReminders,
  MailCarrier,
  Messages,
  Notify,
  SecurityOccasions,
];

/** Messages to people: inbox, mail, short messages. */
@Module({
  imports: [
    TypeOrmModule.forFeature(NOTIFICATION_ENTITIES),
    AwardModule,
    BidSecurityModule,
    CalendarModule,
    ClarificationModule,
    ComplaintModule,
    ContractModule,
    ContractorPoolModule,
    EnterpriseModule,
    EvaluationModule,
    FrameworkModule,
    IdentityModule,
    InvitationModule,
    ObjectionModule,
    ExpertModule,
    OpeningModule,
    PanelModule,
    ProjectModule,
    SignUpModule,
    TenderModule,
  ],
  providers: [
    ...FACE,
    ContractOccasions,
    FrameworkOccasions,
    CallOccasions,
    Occasions,
    PanelOccasions,
    ExpertOccasions,
    PoolOccasions,
    Recipients,
    SmsCarrier,
  ],
  exports: FACE,
})
export class NotificationModule {}
