import type { components } from '@contracts';

/** Short names for what the API sends, generated from its own description. */
type Schemas = components['schemas'];

export type Clock = Schemas['ClockView'];
export type Credentials = Schemas['SignInDto'];
export type DeviceSession = Schemas['DeviceView'];
export type Finding = Schemas['FindingView'];
export type Membership = Schemas['MembershipView'];
export type Session = Schemas['SignedInView'];
export type Role = Membership['role'];
export type Permission = Session['permissions'][number];

export type Organisation = Schemas['OrganisationView'];
export type NewOrganisation = Schemas['FoundOrganisationDto'];
export type InboxMessage = Schemas['MessageView'];
export type Contact = Schemas['ContactView'];
export type Question = Schemas['QuestionView'];
export type Clarification = Schemas['ClarificationView'];
export type Objection = Schemas['ObjectionView'];
export type Complaint = Schemas['ComplaintView'];
export type ComplaintDecision = Schemas['ComplaintDecisionView'];
export type ComplaintChance = Schemas['ComplaintChanceView'];
export type ComplaintClock = Schemas['ComplaintClockView'];
export type RemedyPreview = Schemas['RemedyPreviewView'];
export type CalendarYear = Schemas['CalendarYearView'];
export type Account = Schemas['AccountView'];

export type ProcedureTable = Schemas['ProcedureTableView'];
export type ProcedureBand = Schemas['ProcedureBandView'];
export type NewProcedureTable = Schemas['ProcedureTableDto'];

export type FrameworkRow = Schemas['FrameworkRowView'];
export type Framework = Schemas['FrameworkView'];
export type FrameworkPackage = Schemas['FrameworkPackageView'];
export type FrameworkSupplier = Schemas['FrameworkSupplierView'];
export type FrameworkOrder = Schemas['FrameworkOrderView'];
export type QuoteCall = Schemas['QuoteCallView'];
export type FrameworkTerms = Schemas['FrameworkTermsView'];

export type TenderCard = Schemas['TenderCardView'];
export type TenderDetail = Schemas['PublicTenderView'];
export type TenderDocument = Schemas['DocumentView'];
export type TenderState = TenderCard['state'];
export type Method = TenderCard['method'];
export type Notice = Schemas['NoticeView'];
export type Stage = Schemas['StageView'];
export type StageKey = Stage['stage'];
export type Day = Schemas['DayView'];

export type StoredFile = Schemas['FileView'];
export type Enterprise = Schemas['EnterpriseView'];
export type EnterpriseCard = Schemas['EnterpriseCardView'];
export type PublicEnterprise = Schemas['PublicEnterpriseView'];
export type CreditEntry = Schemas['CreditView'];
export type Dossier = Schemas['DossierView'];
export type Difference = Schemas['DifferenceView'];
export type DeficiencyCode = Schemas['DeficiencyDto']['code'];
export type ImportReport = Schemas['ImportReportView'];
export type ImportedFirm = Schemas['ImportedFirmView'];
export type SignUp = Schemas['MySignUpView'];
export type Consortium = Schemas['MyConsortiumView'];
export type Bid = Schemas['BidView'];
export type ReservedBid = Schemas['ReservedBidView'];
export type OwnSecurity = Schemas['OwnSecurityView'];
export type OwnSecurities = Schemas['OwnSecuritiesView'];
export type DeskSecurity = Schemas['DeskSecurityView'];
export type OpenSecurity = Schemas['OpenSecurityView'];
export type SecurityCheck = Schemas['SecurityCheckView'];
export type StatementLine = Schemas['StatementLineView'];
export type DepositTerms = Schemas['DepositTermsView'];
export type Opening = Schemas['OpeningView'];
export type HallEventRow = Schemas['HallEventView'];
export type Project = Schemas['ProjectView'];
export type ProjectDraft = Schemas['ProjectDraftView'];
export type TypedProjectBody = Schemas['TypedProjectDto'];
export type ProjectAdvice = Schemas['ProjectAdviceView'];
export type Timetable = Schemas['TimetableView'];
export type DeadlineDay = Schemas['DeadlineDayView'];
export type TenderLine = Schemas['TenderLineView'];
export type TenderDuty = Schemas['TenderDutyView'];
export type OwnTender = Schemas['TenderView'];
export type InvitationState = Schemas['InvitationStateView'];
export type Publication = Schemas['PublicationView'];
export type EvaluationRoom = Schemas['EvaluationRoomView'];
export type PanelLetter = Schemas['PanelLetterView'];
export type ReceivedInvitation = Schemas['ReceivedInvitationView'];
export type ContractLine = Schemas['ContractLineView'];
export type OpenedBid = Schemas['OpenedBidView'];
export type Result = Schemas['ResultView'];
export type Invitation = Schemas['InvitationView'];
export type Panel = Schemas['PanelView'];
export type Draw = Schemas['DrawView'];
export type HeldTender = Schemas['HeldDutyView'];
export type Lottery = Schemas['LotteryView'];

/** One of those who live on a demonstration server. */
export interface DemoAccount {
  readonly username: string;
  readonly password: string;
  readonly role: Role;
  readonly organisation: string;
  readonly name: string;
  /** The code of this moment, where the account asks for one. */
  readonly totp?: string;
}

/** Whether this is a demonstration, and its accounts. */
export interface Demo {
  readonly demo: boolean;
  readonly accounts: DemoAccount[];
}
export type Pool = Schemas['PoolView'];
export type PoolMember = Schemas['PoolMemberView'];
export type PoolMembership = Schemas['PoolMembershipView'];
export type PoolStand = Schemas['PoolStandView'];
export type PoolStep = Schemas['PoolStepView'];
export type PoolDeskMember = Schemas['PoolDeskMemberView'];
export type PoolObjection = Schemas['PoolObjectionView'];
export type Performance = Schemas['PerformanceView'];
export type Contract = Schemas['ContractView'];
export type ContractChange = Schemas['ContractChangeView'];
export type WinningOffer = Schemas['OfferView'];

export type PoolTerm = Schemas['PoolTermView'];
export type ExpertApplication = Schemas['ExpertApplicationView'];
export type ExpertContent = Schemas['ExpertContentView'];
export type PoolExpert = Schemas['PoolExpertView'];
export type ExpertStep = Schemas['ExpertStepView'];
export type ExpertDesk = Schemas['ExpertDeskView'];
export type ExpertDossier = Schemas['ExpertDossierView'];
export type MyExpert = Schemas['MyExpertView'];
export type ExpertAdmission = Schemas['PublicAdmissionView'];
export type AssessedMember = Schemas['AssessedMemberView'];
export type ExpertImportReport = Schemas['ExpertImportReportView'];
export type ImportedExpert = Schemas['ImportedExpertView'];
