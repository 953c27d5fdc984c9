// The page's data as C# writes them (Data/PageData.cs).
export type Language = "en" | "fr";
export type Localised<T = string> = { en: T; fr: T };
export type Day = string;
export type Unit = "ratio" | "amount" | "days" | "count";

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
  probability: number;
  revenue?: number;
  lastOrder?: Day;
  recency?: number;
  usualGap?: number;
  reasons: { label: Localised; value: string; contribution: number }[];
}

export interface RisingCustomer { account?: number; name: string; owner?: string; probability: number; expectedAmount?: number; revenue?: number; lastOrder?: Day }

export interface DropOff { account?: number; name: string; owner?: string; since?: Day; recency?: number; usualGap?: number; atStake?: number }
export interface Cohort { start: Day; age: number; customers: number; active: number; revenue?: number; value?: number; low?: number; high?: number; isComplete: boolean }
export interface SurvivalPoint { dimension: string; segment: string; month: number; waiting: number; share: number; low?: number; high?: number }
export interface Sensitivity { factor: number; atStart: number; lost: number; value?: number; low?: number; high?: number }
export interface LossCause { cause: string; lostWith: number; lost: number; keptWith: number; kept: number; isMoreThanNoise: boolean }
export interface ContactStep { contacts: number; won: number; lost: number; wonSoFar?: number; stoppedSoFar?: number }
export interface LossReason { reason: string; lost: number; amount?: number; share?: number }
export interface Niche { measure: "win_rate" | "retention"; dimension: string; segment: string; n: number; value?: number; valueOfRest?: number; qValue?: number; isBetter: boolean }

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
  rejects: { reason: string; rowRejected: boolean; count: number; sample: { line?: number; column?: string; value?: string }[] }[];
}

export interface Link { table: string; column: string; value?: string; matchedTo?: string; how: string; rows: number }
export interface Check { name: string; failures: number; sample?: string }

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
  keep: { dropOffs: DropOff[]; cohorts: Cohort[]; survival: SurvivalPoint[]; sensitivity: Sensitivity[]; causes: LossCause[] };
  win: { waiting: SurvivalPoint[]; ladder: ContactStep[]; reasons: LossReason[]; niches: Niche[] };
  metrics: Metric[];
  notes: { model: string; text: Localised }[];
  quality: { files: SourceFile[]; links: Link[]; checks: Check[] };
}
