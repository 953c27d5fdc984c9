import type { PageName } from "./pages";

// The page's data as C# writes them (Data/PageData.cs).
export type Language = "en" | "fr";
export type Localised<T = string> = { en: T; fr: T };
export type Day = string;
export type Unit = "ratio" | "amount" | "hours" | "days" | "count" | "score" | "times";

export interface Kpi {
  name: string;
  unit: Unit;
  kind: "rate" | "mean" | "median" | "share" | "index" | "sum" | "count";
  direction: "up" | "down" | "none";
  missing: string[];
  label: Localised;
  formula: Localised;
  excluded: Localised;
}

export interface Tile { kpi: string; beside?: string }
export interface Dimension { name: string; label: Localised; segments: number; broughtBy?: string }
export interface CanonicalTable { name: string; label: Localised; rows: number }
export interface Period { kind: "all" | "ttm" | "year" | "quarter" | "month" | "horizon" | "days"; start?: Day; end?: Day }

export interface Facts {
  segments: string[];
  periods: Period[];
  dimensions: string[];
  kpis: string[];
  kpi: number[];
  dimension: number[];
  segment: number[];
  period: number[];
  numerator: (number | null)[];
  denominator: (number | null)[];
  value: (number | null)[];
  n: number[];
  excluded: number[];
  low: (number | null)[];
  high: (number | null)[];
}

export interface Customer {
  account?: number;
  id: string;
  name: string;
  rank?: number;
  revenue?: number;
  cumulativeShare?: number;
  inPareto: boolean;
  orders?: number;
  lastOrder?: Day;
}

export interface CustomerAtRisk {
  account?: number;
  name: string;
  owner?: string;
  probability: number;
  revenue?: number;
  expectedLoss?: number;
  lastOrder?: Day;
  recency?: number;
  usualGap?: number;
  reasons: Reason[];
}

export interface RisingCustomer { account?: number; name: string; owner?: string; probability: number; expectedAmount?: number; horizonDays?: number; revenue?: number; lastOrder?: Day; droppedOff?: Day; reasons: Reason[] }

export interface DropOff { account?: number; name: string; owner?: string; since?: Day; recency?: number; usualGap?: number; atStake?: number }
export interface Cohort { start: Day; age: number; customers: number; active: number; revenue?: number; value?: number; low?: number; high?: number; isComplete: boolean }
export interface SurvivalPoint { dimension: string; segment: string; month: number; waiting: number; share: number; low?: number; high?: number }
export interface Sensitivity { factor: number; atStart: number; lost: number; value?: number; low?: number; high?: number }
/** A code is what the facts call it; none where they do not name it. */
export interface LossCause { cause: string; code?: number; lostWith: number; lost: number; keptWith: number; kept: number; isMoreThanNoise: boolean }
/** What changed before a loss. */
export interface LossChange { change: string; label: Localised; lostWith: number; lost: number; keptWith: number; kept: number; isMoreThanNoise: boolean }
export interface ContactStep { contacts: number; won: number; lost: number; wonSoFar?: number; stoppedSoFar?: number }
export interface LossReason { reason: string; code?: number; lost: number; amount?: number; share?: number }
export interface Niche { measure: "win_rate" | "retention" | "margin"; dimension: string; segment: string; n: number; value?: number; valueOfRest?: number; qValue?: number; isBetter: boolean }
export interface Named { account: number; name: string }
/** An account that never ordered and looks like the customers of better niches. */
export interface Prospect { rank: number; ofRank: number; name: string; alikeIn: string; openOpportunities: number; openAmount: number; lastLostAt?: Day }

export interface Metric { model: string; name: string; value?: number; low?: number; high?: number; baseline?: number; fold?: string }

export interface SourceFile {
  name: string;
  table?: string;
  crm?: string;
  encoding?: string;
  separator?: string;
  read: number;
  kept: number;
  rejected: number;
  note?: string;
  columns: { header: string; name?: string; confidence?: number; decision: "understood" | "guessed" | "ignored" }[];
  rejects: { label: Localised; rowRejected: boolean; count: number; sample: { line?: number; column?: string; value?: string }[] }[];
}

export interface Link { table: string; column: string; value?: string; matchedTo?: string; how: string; rows: number }
export interface Check { name: string; failures: number; sample?: string }

/** Rejects of one cause in all files. */
export interface Cause { label: Localised; remedy: Localised; rows: number; cells: number; sample: { file: string; line?: number; column?: string; value?: string }[] }
export interface DuplicatePair { name1: string; name2: string; probability: number; evidence: Localised }
export interface DuplicateReview {
  pairs: number;
  likely: number;
  merged: number;
  apart: number;
  notObeyed: number;
  groupsLeftOut: number;
  sample: DuplicatePair[];
  effects: { label: Localised; unit: Unit; period: "ttm" | "all"; value?: number; ifMerged?: number }[];
}

/** A finished month's revenue, and its target where there is one. */
export interface SalesMonth { start: Day; revenue: number; target?: number }
export interface OwnerProfile { hours?: number; prospecting?: number; amount?: number; fromNew?: number; isMargin: boolean; kind?: string; disagree: boolean }
export interface OwnerActivity { calls: number; reached: number; emails: number; prospectMeetings: number; customerMeetings: number; visits: number; quotes: number }
/** The first line of a team, without an id, is everyone together. */
export interface OwnerLine { id?: string; name: string; months: SalesMonth[]; winRate?: Rate; profile?: OwnerProfile; activity?: OwnerActivity }
export interface Rate { n: number; value?: number; low?: number; high?: number }
export interface OwnerSegment { owner: string; dimension: string; segment: string; won: number; closed: number; shrunk: number; expected: number; above: boolean; below: boolean }
/** A thing that the data ask somebody to do. */
export interface PlanItem { kind: string; account?: number; name?: string; owner?: string; due: Day; amount?: number; step: Localised; reason: Localised }
export interface Team { lines: OwnerLine[]; segments: OwnerSegment[] }

export interface ServiceFigure { kpi: string; dimension: string; segment: string; period: Period; value?: number; n: number; excluded: number; low?: number; high?: number }
export interface ComplaintReason { reason: string; code?: number; complaints: number; lostWith?: number; lost?: number; keptWith?: number; kept?: number; moreThanNoise: boolean }
/** Customers by the level of their last answer, and those lost after it. */
export interface Outcome { answer: string; customers: number; lost: number; low?: number; high?: number }
export interface Verbatim { day?: Day; customer?: string; score?: number; text: string }
export interface Service { figures: ServiceFigure[]; reasons: ComplaintReason[]; outcomes: Outcome[]; verbatims: Verbatim[] }

export interface EffortSegment {
  dimension: string;
  segment: string;
  rank: number;
  customers: number;
  /** Whom the cost of winning one is divided by. */
  newCustomers?: number;
  yearlyMargin?: number;
  retention?: number;
  cac?: number;
  lifetimeValue?: number;
  marginPerEuro?: number;
  marginPerEuroLow?: number;
  marginPerEuroHigh?: number;
  cycle?: number;
  winRate?: Rate;
  basket?: Rate;
  advice?: string;
}
export interface GuardRail { rule: string; subject: string; figure?: number; otherFigure?: number; advice: Localised }
export interface Effort { segments: EffortSegment[]; rules: GuardRail[] }

export interface LorenzCurve { measure: string; customers: number; gini?: number; points: { customers: number; share: number }[] }
export interface Quadrant { name: string; customers: number; lost: number; stars: number; revenue: number; revenueOfYear: number; potential: number }
export interface WorthyCustomer {
  account?: number;
  name: string;
  owner?: string;
  quadrant: string;
  star: boolean;
  fallingStar: boolean;
  lost: boolean;
  revenue?: number;
  revenueOfYear?: number;
  potential?: number;
  profit?: number;
  costToServe?: number;
  topChance?: number;
  lastOrder?: Day;
}
export interface Worth { curves: LorenzCurve[]; quadrants: Quadrant[]; customers: WorthyCustomer[]; unprofitable?: { known: number; customers: number; loss: number } }

export interface Reason { label: Localised; value: string; contribution: number }
export interface Score { account: number; leaves?: number; leavesReasons: Reason[]; top?: number; topReasons: Reason[]; expectedAmount?: number; lifetimeValue?: number; horizonDays?: number }
export interface NextStep {
  account: number;
  list: "to_develop" | "to_call_back" | "to_hold";
  due?: Day;
  amount?: number;
  isMargin: boolean;
  family?: string;
  familyShare?: number;
  complaint?: string;
  complainedAt?: Day;
  complaintResolved: boolean;
}
export interface Cards { scores: Score[]; steps: NextStep[]; isMargin: boolean }

/** What the last run that found something new brought. */
export interface Changes {
  run: number;
  files: { name: string; table?: string; state: "new" | "changed" | "gone"; rows: number }[];
  figures: { kpi: string; period: "all" | "ttm"; before?: number; now?: number }[];
}

/** The year of the as-of date: done, expected, aimed at. */
export interface Outlook { measure: "revenue" | "margin"; yearStart: Day; lastMonth: Day; monthsToCome: number; soFar: number; forecast: number; low?: number; high?: number; rule: string; target?: number }

export interface Figure { data: Record<string, unknown>[]; layout: Record<string, unknown>; config: Record<string, unknown> }

export interface PageData {
  run: { title: string; asOf: Day; dataFrom?: Day; dataTo?: Day; currency?: string; salesBasis: "orders" | "won_opportunities" | "none"; version: string };
  kpis: Kpi[];
  tiles: Tile[];
  segmentKpis: string[];
  dimensions: Dimension[];
  tables: CanonicalTable[];
  facts: Facts;
  base: { customers: number; top: Customer[] };
  pareto?: Localised<Figure>;
  watch: CustomerAtRisk[];
  rising: RisingCustomer[];
  keep: { dropOffs: DropOff[]; cohorts: Cohort[]; survival: SurvivalPoint[]; sensitivity: Sensitivity[]; causes: LossCause[]; changes: LossChange[] };
  win: { waiting: SurvivalPoint[]; ladder: ContactStep[]; reasons: LossReason[]; niches: Niche[]; prospects: Prospect[] };
  metrics: Metric[];
  notes: { model: string; text: Localised }[];
  quality: { files: SourceFile[]; assumptions: Localised[]; links: Link[]; checks: Check[]; causes: Cause[]; duplicates: DuplicateReview };
  team: Team;
  plan: PlanItem[];
  service: Service;
  effort: Effort;
  worth: Worth;
  outlook: Outlook[];
  changes?: Changes;
  pages: PageName[];
  /** Accounts that never ordered, by their number in the facts. */
  prospects: Named[];
  segmentLabels: { dimension: string; segment: string; label: Localised }[];
  cards: Cards;
}
