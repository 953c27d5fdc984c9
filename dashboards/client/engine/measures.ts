import { amountShareInterval, costInterval, countInterval, meanScatter, ratio, ratioInterval, t975, wilson } from "./intervals";

// Each KPI of marts.kpi_catalog as sums over facts; names and formulas are those of pipeline/sql/global/kpis. Amounts are in ten thousandths.

/** The sums of one group in one span; a name that its cells do not make is undefined, which a test would show. */
export type Sums = Readonly<Record<string, number>>;
export type CellName = "sales" | "opportunities" | "acquisition" | "activities" | "satisfaction" | "customers" | "spells" | "renewals" | "active" | "spending";

export interface Measure {
  cells: readonly CellName[];
  numerator(sums: Sums): number | null;
  denominator?(sums: Sums): number | null;
  n(sums: Sums): number;
  excluded?(sums: Sums): number;
  /** The numerator's sum of squares, for a mean. */
  squares?(sums: Sums): number;
  /** Its 95 % interval, where the kind of the KPI does not give it. */
  interval?(sums: Sums): [number, number] | null;
  /** What no end of its interval lies below or above, as its file says. */
  bounds?: readonly [least: number, most: number];
  /** The value itself, where it is no plain ratio. */
  value?(sums: Sums): number | null;
  /** Which periods the warehouse makes the figure for; every one where not told. */
  periods?: "whole" | "bounded" | "ttm";
}

const amount = (units: number) => units / 10_000;
const squared = (units: number) => units / 100_000_000;

const sale = (measure: Omit<Measure, "cells">): Measure => ({ cells: ["sales"], ...measure });
const opportunity = (measure: Omit<Measure, "cells">): Measure => ({ cells: ["opportunities"], ...measure });
const acquisition = (measure: Omit<Measure, "cells">): Measure => ({ cells: ["acquisition"], ...measure });
const activity = (measure: Omit<Measure, "cells">): Measure => ({ cells: ["activities"], ...measure });
const customer = (measure: Omit<Measure, "cells" | "periods">): Measure => ({ cells: ["customers"], periods: "whole", ...measure });
const spell = (measure: Omit<Measure, "cells" | "periods">): Measure => ({ cells: ["spells"], periods: "bounded", ...measure });
const renewal = (measure: Omit<Measure, "cells" | "periods">): Measure => ({ cells: ["renewals"], periods: "bounded", ...measure });

const marginRateInterval = (s: Sums) => ratioInterval(s["costed"]!, amount(s["costedRevenue"]! - s["cost"]!), amount(s["costedRevenue"]!), {
  ofA: squared(s["costedSquares"]! - 2 * s["amountByCost"]! + s["costSquares"]!), ofBoth: squared(s["costedSquares"]! - s["amountByCost"]!), ofB: squared(s["costedSquares"]!),
});
const retentionInterval = (s: Sums, what: "kept" | "now") => ratioInterval(s["renewing"]!, amount(s[what]!), amount(s["before"]!), {
  ofA: squared(s[`${what}Squares`]!), ofBoth: squared(s[`${what}ByBefore`]!), ofB: squared(s["beforeSquares"]!),
});

const cost = (s: Sums) => amount(s["spend"]! + s["time"]!);
const costPer = (of: string, costs = cost) => acquisition({ numerator: costs, denominator: s => s[of]!, n: s => s[of]!, excluded: s => s["unknownTime"]!, interval: s => costInterval(costs(s), s[of]!) });
const counted = (make: (measure: Omit<Measure, "cells">) => Measure, what: string, n = what, excluded?: string): Measure =>
  make({ numerator: s => s[what]!, n: s => s[n]!, excluded: s => (excluded ? s[excluded]! : 0) });

// marts.customer_values: what a customer brings in a year, how many stay, what one costs.
const yearly = (value: (sums: Sums) => number | null): Measure => ({
  cells: ["sales", "active", "spells", "acquisition"], periods: "ttm", numerator: () => null, n: s => s["active"]!, excluded: s => s["uncosted"]!,
  value: s => (s["costed"]! > 0 ? value(s) : null),
});
const per = (a: number | null, b: number | null) => (a === null ? null : ratio(a, b));
const timesTwelve = (x: number | null) => (x === null ? null : 12 * x);
const customerCost = (s: Sums) => ratio(cost(s), s["newCustomers"]!);
const yearlyMargin = (s: Sums) => ratio(amount(s["costedRevenue"]! - s["cost"]!), s["active"]!);
const decided = (s: Sums) => s["atStart"]! - s["undecided"]!;
const fewestCustomers = (s: Sums) => Math.min(s["active"]!, s["newCustomers"]!);
function overThreeYears(s: Sums, kept = ratio(decided(s) - s["lost"]!, decided(s))): number | null {
  const margin = yearlyMargin(s);
  return margin === null || kept === null ? null : margin * (1 + kept / 1.1 + (kept * kept) / 1.21);
}
/** Of who stays; a loss is the greater, the more stay. */
function overThreeYearsInterval(s: Sums): [number, number] | null {
  const kept = s["costed"]! > 0 ? wilson(decided(s) - s["lost"]!, decided(s)) : null;
  if (kept === null || yearlyMargin(s) === null) return null;
  const [least, most] = kept.map(share => overThreeYears(s, share)!) as [number, number];
  return least <= most ? [least, most] : [most, least];
}
function valuePerCostInterval(s: Sums): [number, number] | null {
  const [value, of] = [overThreeYearsInterval(s), costInterval(cost(s), s["newCustomers"]!)];
  return value === null || of === null || of[0] === 0 ? null : [value[0] / of[value[0] < 0 ? 0 : 1], value[1] / of[value[1] < 0 ? 1 : 0]];
}
function paybackInterval(s: Sums): [number, number] | null {
  const [margin, of] = [s["costed"]! > 0 ? yearlyMargin(s) ?? 0 : 0, costInterval(cost(s), s["newCustomers"]!)];
  return margin <= 0 || of === null ? null : [12 * of[0] / margin, 12 * of[1] / margin];
}

function velocityInterval(s: Sums): [number, number] | null {
  const value = ratio(s["created"]! * s["won"]! * amount(s["wonAmount"]!) * s["wonCycles"]!, (s["won"]! + s["lost"]!) * s["wonPriced"]! * s["wonDays"]!);
  const [amounts, cycles] = [meanScatter(s["wonPriced"]!, amount(s["wonAmount"]!), squared(s["wonSquares"]!)), meanScatter(s["wonCycles"]!, s["wonDays"]!, s["wonDaysSquares"]!)];
  if (value === null || amounts === null || cycles === null || s["created"] === 0) return null;
  const reach = t975(Math.min(s["wonPriced"]!, s["wonCycles"]!) - 1) * Math.sqrt(1 / s["created"]! + s["lost"]! / (s["won"]! * (s["won"]! + s["lost"]!)) + amounts + cycles);
  return [value * Math.exp(-reach), value * Math.exp(reach)];
}

export const measures: Readonly<Record<string, Measure>> = {
  revenue: sale({ numerator: s => amount(s["revenue"]!), n: s => s["orders"]!, excluded: s => s["emptyOrders"]! }),
  basket_per_order: sale({ numerator: s => amount(s["ordered"]!), denominator: s => s["orders"]!, n: s => s["orders"]!, excluded: s => s["emptyOrders"]!, squares: s => squared(s["orderedSquares"]!), bounds: [0, Infinity] }),
  margin: sale({ numerator: s => (s["costed"]! > 0 ? amount(s["costedRevenue"]! - s["cost"]!) : null), n: s => s["costed"]!, excluded: s => s["uncosted"]! }),
  margin_rate: sale({ numerator: s => amount(s["costedRevenue"]! - s["cost"]!), denominator: s => amount(s["costedRevenue"]!), n: s => s["costed"]!, excluded: s => s["uncosted"]!, interval: marginRateInterval }),
  cross_sell_revenue: sale({ numerator: s => amount(s["crossSold"]!), n: s => s["crossSales"]! }),
  orders: counted(sale, "orders", "orders", "emptyOrders"),
  cross_sell_share: sale({
    numerator: s => amount(s["crossSold"]!), denominator: s => amount(s["revenue"]!), n: s => s["crossSales"]!, excluded: s => s["emptyOrders"]!,
    interval: s => s["crossSold"]! >= 0 && s["crossSold"]! <= s["revenue"]! ? amountShareInterval(amount(s["crossSold"]!), amount(s["revenue"]!), squared(s["orderedSquares"]!)) : null,
  }),
  customers: { cells: ["sales", "active"], numerator: s => s["active"]!, n: s => s["orders"]!, excluded: s => s["ordersWithoutCustomer"]! },
  basket_per_customer: {
    cells: ["sales", "active", "spending"], numerator: s => amount(s["revenue"]!), denominator: s => s["active"]!, n: s => s["active"]!, excluded: s => s["ordersWithoutCustomer"]!,
    interval: s => s["spent"] === undefined ? null : ratioInterval(s["active"]!, amount(s["revenue"]!), s["active"]!, { ofA: squared(s["spentSquares"]!), ofBoth: amount(s["spent"]!), ofB: s["active"]! }),
  },

  win_rate_closed_by_count: opportunity({ numerator: s => s["won"]!, denominator: s => s["won"]! + s["lost"]!, n: s => s["won"]! + s["lost"]!, excluded: s => s["closedUndated"]! }),
  win_rate_closed_by_amount: opportunity({
    numerator: s => amount(s["wonAmount"]!), denominator: s => (s["lost"] === 0 || s["lostPriced"]! > 0 ? amount(s["wonAmount"]! + s["lostAmount"]!) : null),
    n: s => s["wonPriced"]! + s["lostPriced"]!, excluded: s => s["won"]! + s["lost"]! - s["wonPriced"]! - s["lostPriced"]!,
    interval: s => amountShareInterval(amount(s["wonAmount"]!), s["lost"] === 0 || s["lostPriced"]! > 0 ? amount(s["wonAmount"]! + s["lostAmount"]!) : null, squared(s["closedSquares"]!)),
  }),
  win_rate_cohort: opportunity({ numerator: s => s["cohortWon"]!, denominator: s => s["created"]!, n: s => s["created"]!, excluded: s => s["createdUndated"]! }),
  opportunities_open_share: opportunity({ numerator: s => s["cohortOpen"]!, denominator: s => s["created"]!, n: s => s["created"]!, excluded: s => s["createdUndated"]! }),
  opportunities_created: counted(opportunity, "created", "created", "createdUndated"),
  opportunities_created_existing: counted(opportunity, "createdExisting", "createdExisting", "createdUndated"),
  opportunities_created_new: opportunity({ numerator: s => s["created"]! - s["createdExisting"]!, n: s => s["created"]! - s["createdExisting"]!, excluded: s => s["createdUndated"]! }),
  opportunities_won: counted(opportunity, "won", "won", "closedUndated"),
  opportunities_lost: counted(opportunity, "lost", "lost", "closedUndated"),
  opportunities_open: { ...counted(opportunity, "open"), periods: "whole" },
  sales_cycle_mean: opportunity({ numerator: s => s["wonDays"]!, denominator: s => s["wonCycles"]!, n: s => s["wonCycles"]!, excluded: s => s["won"]! - s["wonCycles"]!, squares: s => s["wonDaysSquares"]!, bounds: [0, Infinity] }),
  sales_cycle_closed_mean: opportunity({ numerator: s => s["closedDays"]!, denominator: s => s["closedCycles"]!, n: s => s["closedCycles"]!, excluded: s => s["won"]! + s["lost"]! - s["closedCycles"]!, squares: s => s["closedDaysSquares"]!, bounds: [0, Infinity] }),
  sales_velocity: opportunity({
    numerator: s => s["created"]! * s["won"]! * amount(s["wonAmount"]!) * s["wonCycles"]!, denominator: s => (s["won"]! + s["lost"]!) * s["wonPriced"]! * s["wonDays"]!,
    n: s => s["won"]!, excluded: s => s["won"]! - Math.min(s["wonPriced"]!, s["wonCycles"]!),
    interval: velocityInterval,
  }),
  stopped_by_third_contact: opportunity({ numerator: s => s["stopped"]!, denominator: s => s["lostContacted"]!, n: s => s["lostContacted"]!, excluded: s => s["lost"]! - s["lostContacted"]! }),

  acquisition_cost: acquisition({ numerator: cost, n: s => s["newCustomers"]!, excluded: s => s["unknownTime"]! }),
  cac: costPer("newCustomers"),
  cac_lagged: costPer("newCustomers", s => amount(s["laterSpend"]! + s["laterTime"]!)),
  cost_per_meeting: costPer("meetings"),
  cost_per_quote: costPer("quotes"),
  cost_per_opportunity: costPer("opportunities"),
  customers_new: counted(acquisition, "newCustomers"),
  leads: counted(acquisition, "leads"),
  marketing_conversion: acquisition({ numerator: s => s["convertedLeads"]!, denominator: s => s["matureLeads"]!, n: s => s["matureLeads"]!, excluded: s => s["leads"]! - s["matureLeads"]! }),

  calls: counted(activity, "calls", "activities"),
  emails: counted(activity, "emails", "activities"),
  visits: counted(activity, "visits", "activities"),
  meetings_with_prospects: counted(activity, "prospectMeetings", "activities"),
  meetings_with_customers: counted(activity, "customerMeetings", "activities"),
  calls_reached: activity({ numerator: s => s["callsReached"]!, denominator: s => s["calls"]! - s["callsUntold"]!, n: s => s["calls"]! - s["callsUntold"]!, excluded: s => s["callsUntold"]! }),
  prospecting_time: activity({ numerator: s => amount(s["prospectMinutes"]!), denominator: s => amount(s["minutes"]!), n: s => s["activities"]!, interval: s => amountShareInterval(amount(s["prospectMinutes"]!), amount(s["minutes"]!), squared(s["minutesSquares"]!)) }),

  complaints: { cells: ["satisfaction"], numerator: s => s["complaints"]!, n: s => s["complaints"]! },
  complaints_per_order: { cells: ["sales", "satisfaction"], numerator: s => s["complaints"]!, denominator: s => s["orders"]!, n: s => s["orders"]!, excluded: s => s["emptyOrders"]!, interval: s => countInterval(s["complaints"]!, s["orders"]!) },
  satisfaction: { cells: ["satisfaction"], numerator: s => amount(s["score"]!), denominator: s => s["answers"]!, n: s => s["answers"]!, excluded: s => s["unread"]!, squares: s => squared(s["scoreSquares"]!), bounds: [0, 10] },
  net_promoter_score: { cells: ["satisfaction"], numerator: s => s["promoters"]! - s["detractors"]!, denominator: s => s["answers"]!, n: s => s["answers"]!, excluded: s => s["unread"]!, squares: s => s["promoters"]! + s["detractors"]!, bounds: [-1, 1] },

  attrition: spell({ numerator: s => s["lost"]!, denominator: s => s["atStart"]! - s["undecided"]!, n: s => s["atStart"]! - s["undecided"]!, excluded: s => s["undecided"]! }),
  retention: spell({ numerator: s => s["atStart"]! - s["undecided"]! - s["lost"]!, denominator: s => s["atStart"]! - s["undecided"]!, n: s => s["atStart"]! - s["undecided"]!, excluded: s => s["undecided"]! }),
  customers_lost: spell({ numerator: s => s["lost"]!, n: s => s["atStart"]! - s["undecided"]!, excluded: s => s["undecided"]! }),
  gross_revenue_retention: renewal({
    numerator: s => amount(s["kept"]!), denominator: s => amount(s["before"]!), n: s => s["renewing"]!, excluded: s => s["arrived"]!,
    interval: s => retentionInterval(s, "kept"), bounds: [0, 1],
  }),
  net_revenue_retention: renewal({ numerator: s => amount(s["now"]!), denominator: s => amount(s["before"]!), n: s => s["renewing"]!, excluded: s => s["arrived"]!, interval: s => retentionInterval(s, "now") }),

  lifetime_value: { ...yearly(s => overThreeYears(s)), interval: overThreeYearsInterval },
  ltv_to_cac: { ...yearly(s => per(overThreeYears(s), customerCost(s))), numerator: s => overThreeYears(s), denominator: customerCost, n: fewestCustomers, interval: valuePerCostInterval },
  cac_payback: {
    ...yearly(s => (yearlyMargin(s) ?? 0) > 0 ? per(timesTwelve(customerCost(s)), yearlyMargin(s)) : null),
    numerator: s => timesTwelve(customerCost(s)), denominator: yearlyMargin, n: fewestCustomers, interval: paybackInterval,
  },

  customers_ever: customer({ numerator: s => s["customers"]!, n: s => s["customers"]! }),
  pareto_customers: customer({ numerator: s => s["paretoRevenue"]!, denominator: s => s["earning"]!, n: s => s["customers"]!, excluded: s => s["customers"]! - s["earning"]! }),
  pareto_customers_margin: customer({ numerator: s => s["paretoMargin"]!, denominator: s => s["marginEarning"]!, n: s => s["withMargin"]!, excluded: s => s["customers"]! - s["marginEarning"]! }),
  pareto_customers_profit: customer({ numerator: s => s["paretoProfit"]!, denominator: s => s["profitEarning"]!, n: s => s["withProfit"]!, excluded: s => s["customers"]! - s["profitEarning"]! }),
  lifetime_basket: customer({ numerator: s => amount(s["revenue"]!), denominator: s => s["customers"]!, n: s => s["customers"]!, squares: s => squared(s["revenueSquares"]!) }),
  customer_profit: customer({ numerator: s => (s["withProfit"]! > 0 ? amount(s["profit"]!) : null), n: s => s["withProfit"]!, excluded: s => s["customers"]! - s["withProfit"]! }),
  unprofitable_customers: customer({ numerator: s => s["unprofitable"]!, denominator: s => s["withProfit"]!, n: s => s["withProfit"]!, excluded: s => s["customers"]! - s["withProfit"]! }),
  unprofitable_losses: customer({ numerator: s => amount(s["losses"]!), n: s => s["unprofitable"]!, excluded: s => s["customers"]! - s["withProfit"]! }),
  star_customers: customer({ numerator: s => s["stars"]!, denominator: s => s["customers"]!, n: s => s["customers"]! }),
  recurring_rate: customer({ numerator: s => s["recurring"]!, denominator: s => s["customers"]!, n: s => s["customers"]! }),
  rising_rate: customer({ numerator: s => s["rising"]!, denominator: s => s["customers"]! - s["started"]!, n: s => s["customers"]! - s["started"]!, excluded: s => s["started"]! }),
  falling_rate: customer({ numerator: s => s["falling"]!, denominator: s => s["customers"]! - s["started"]!, n: s => s["customers"]! - s["started"]!, excluded: s => s["started"]! }),
  lost_share: customer({ numerator: s => s["lost"]!, denominator: s => s["customers"]!, n: s => s["customers"]! }),
  drop_off_rate: customer({ numerator: s => s["droppedOff"]!, denominator: s => s["judged"]!, n: s => s["judged"]!, excluded: s => s["customers"]! - s["judged"]! }),
  drop_off_at_stake: customer({ numerator: s => amount(s["atStake"]!), n: s => s["droppedOff"]!, excluded: s => s["customers"]! - s["judged"]! }),
};
