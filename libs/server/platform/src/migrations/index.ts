import { Platform0001 } from './0001-platform';
import { Identity0002 } from './0002-identity';
import { Enterprise0003 } from './0003-enterprise';
import { Project0004 } from './0004-project';
import { Tender0005 } from './0005-tender';
import { SignUp0006 } from './0006-sign-up';
import { Bid0007 } from './0007-bid';
import { Opening0008 } from './0008-opening';
import { Ledger0010 } from './0010-ledger';
import { Print0011 } from './0011-print';
import { Evaluation0012 } from './0012-evaluation';
import { Award0013 } from './0013-award';
import { Draw0020 } from './0020-draw';
import { Expert0021 } from './0021-expert';
import { Panel0022 } from './0022-panel';
import { ContractorPool0023 } from './0023-contractor-pool';
import { Archive0024 } from './0024-archive';
import { Certificate0026 } from './0026-certificate';
import { Calendar0027 } from './0027-calendar';
import { Notification0028 } from './0028-notification';
import { Clarification0029 } from './0029-clarification';
import { DrawSources0030 } from './0030-draw-sources';
import { LedgerAudit0031 } from './0031-ledger-audit';
import { LedgerTimestamp0032 } from './0032-ledger-timestamp';
import { HolderKey0033 } from './0033-holder-key';
import { ReTender0034 } from './0034-re-tender';
import { Objection0035 } from './0035-objection';
import { EnterpriseVersions0036 } from './0036-enterprise-versions';
import { FileScan0037 } from './0037-file-scan';
import { EnterpriseRegister0038 } from './0038-enterprise-register';
import { Lot0040 } from './0040-lot';
import { OfLot0041 } from './0041-of-lot';
import { LotAward0042 } from './0042-lot-award';
import { LotTerms0043 } from './0043-lot-terms';
import { LotOne0044 } from './0044-lot-one';
import { ProjectLife0045 } from './0045-project-life';
import { LocalPurchase0046 } from './0046-local-purchase';
import { Suspension0047 } from './0047-suspension';
import { Publication0048 } from './0048-publication';
import { DocumentVersion0049 } from './0049-document-version';
import { Invitation0050 } from './0050-invitation';
import { BasePrice0051 } from './0051-base-price';
import { ProjectLots0052 } from './0052-project-lots';
import { OpenData0060 } from './0060-open-data';
import { Search0061 } from './0061-search';
import { Statistics0062 } from './0062-statistics';
import { Subscription0063 } from './0063-subscription';
import { ProjectScope0064 } from './0064-project-scope';
import { SignUpReceipt0067 } from './0067-sign-up-receipt';
import { Agency0068 } from './0068-agency';
import { ProjectDraft0069 } from './0069-project-draft';
import { PoolLife0070 } from './0070-pool-life';
import { ConfirmedFor0071 } from './0071-confirmed-for';
import { ProjectFiles0072 } from './0072-project-files';
import { ProjectSubmission0073 } from './0073-project-submission';
import { CollectiveDecision0080 } from './0080-collective-decision';
import { EvaluationPlan0085 } from './0085-evaluation-plan';
import { PanelWork0086 } from './0086-panel-work';
import { RuleSet0087 } from './0087-rule-set';
import { ProjectRuleSet0088 } from './0088-project-rule-set';
import { MethodBasis0089 } from './0089-method-basis';
import { FileOrganisation0090 } from './0090-file-organisation';
import { Remedies0091 } from './0091-remedies';
import { Contract0093 } from './0093-contract';
import { LetterVoided0094 } from './0094-letter-voided';
import { ProcedureTable0101 } from './0101-procedure-table';
import { PanelLeader0102 } from './0102-panel-leader';
import { BidSecurity0103 } from './0103-bid-security';
import { DepositTerms0104 } from './0104-deposit-terms';
import { BlindReview0106 } from './0106-blind-review';
import { ProcurementCatalogue0110 } from './0110-procurement-catalogue';
import { Framework0111 } from './0111-framework';
import { PanelCall0112 } from './0112-panel-call';
import { Complaint0115 } from './0115-complaint';
import { OrderedRemedy0116 } from './0116-ordered-remedy';
import { ProjectCure0118 } from './0118-project-cure';
import { TenderSettled0119 } from './0119-tender-settled';
import { WorksClass0120 } from './0120-works-class';
import { BidValidity0121 } from './0121-bid-validity';
import { ExpertPool0122 } from './0122-expert-pool';
import { ExpertAssessment0123 } from './0123-expert-assessment';
import { ExpertImport0124 } from './0124-expert-import';
import { AwardDecision0140 } from './0140-award-decision';
import { GuaranteeFile0141 } from './0141-guarantee-file';
import { ObjectionRemedy0098 } from './0098-objection-remedy';
import { LotPublicity0099 } from './0099-lot-publicity';
import { AfterAward0100 } from './0100-after-award';

/** All migrations, oldest first: one list for SQLite, MariaDB and MySQL. */
export const MIGRATIONS = [
  Platform0001,
  Identity0002,
  Enterprise0003,
  Project0004,
  Tender0005,
  SignUp0006,
  Bid0007,
  Opening0008,
  Ledger0010,
  Print0011,
  Evaluation0012,
  Award0013,
  Draw0020,
  Expert0021,
  Panel0022,
  ContractorPool0023,
  Archive0024,
  Certificate0026,
  Calendar0027,
  Notification0028,
  Clarification0029,
  DrawSources0030,
  LedgerAudit0031,
  LedgerTimestamp0032,
  HolderKey0033,
  ReTender0034,
  Objection0035,
  EnterpriseVersions0036,
  FileScan0037,
  EnterpriseRegister0038,
  Lot0040,
  OfLot0041,
  LotAward0042,
  LotTerms0043,
  LotOne0044,
  ProjectLife0045,
  LocalPurchase0046,
  Suspension0047,
  Publication0048,
  DocumentVersion0049,
  Invitation0050,
  BasePrice0051,
  ProjectLots0052,
  OpenData0060,
  Search0061,
  Statistics0062,
  Subscription0063,
  ProjectScope0064,
  SignUpReceipt0067,
  Agency0068,
  ProjectDraft0069,
  PoolLife0070,
  ConfirmedFor0071,
  ProjectFiles0072,
  ProjectSubmission0073,
  CollectiveDecision0080,
  EvaluationPlan0085,
  PanelWork0086,
  RuleSet0087,
  ProjectRuleSet0088,
  MethodBasis0089,
  FileOrganisation0090,
  Remedies0091,
  Contract0093,
  LetterVoided0094,
  ObjectionRemedy0098,
  LotPublicity0099,
  AfterAward0100,
  ProcedureTable0101,
  PanelLeader0102,
  BidSecurity0103,
  DepositTerms0104,
  BlindReview0106,
  ProcurementCatalogue0110,
  Framework0111,
  PanelCall0112,
  Complaint0115,
  OrderedRemedy0116,
  ProjectCure0118,
  TenderSettled0119,
  WorksClass0120,
  BidValidity0121,
  ExpertPool0122,
  ExpertAssessment0123,
  ExpertImport0124,
  AwardDecision0140,
  GuaranteeFile0141,
] as const;
