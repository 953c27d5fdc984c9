import type { Slots } from "./days";
import type { Facts } from "./dimensions";

// What pipeline/sql/parts/*_cells.sql adds up, added up again for the rows that the filters let through. All sums are of whole numbers
// (amounts in ten thousandths), hence exact up to 2^53.

/** Which rows count, and in which group each does: cell = group × width + slot of the day. */
export interface Pass { bits: Uint32Array; heed: number; groups: ArrayLike<number>; count: number; slots: Slots }

export type Cells = Record<string, Float64Array>;

function cellsOf<K extends string>(pass: Pass, ...names: K[]): Record<K, Float64Array> {
  return Object.fromEntries(names.map(name => [name, new Float64Array(pass.count * pass.slots.width)])) as Record<K, Float64Array>;
}

function inUnits(cells: Cells, step: number, ...names: string[]): void {
  if (step === 1) return;
  for (const name of names) {
    const sums = cells[name]!;
    for (let cell = 0; cell < sums.length; cell++) sums[cell]! *= step;
  }
}

export function saleCells(facts: Facts, { bits, heed, groups, slots, ...pass }: Pass): Cells {
  const cells = cellsOf({ bits, heed, groups, slots, ...pass }, "orders", "emptyOrders", "revenue", "ordered", "orderedSquares",
    "costed", "costedRevenue", "cost", "uncosted", "crossSold", "crossSales", "ordersWithoutCustomer");
  const { orders, emptyOrders, revenue, ordered, orderedSquares, costed, costedRevenue, cost, uncosted, crossSold, crossSales, ordersWithoutCustomer } = cells;
  const [accounts, days, amounts, costs, flags] = ["account", "day", "amount", "cost", "flags"].map(name => facts.column(name)) as [Int32Array, Int32Array, Int32Array, Int32Array, Int32Array];
  const { of, width } = slots;
  for (let row = 0; row < facts.rows; row++) {
    if ((bits[row]! & heed) !== 0) continue;
    const cell = groups[row]! * width + of[days[row]! + 2]!;
    const amount = amounts[row]!;
    const flag = flags[row]!;
    revenue[cell]! += amount;
    if (flag & 1) {
      orders[cell]!++;
      ordered[cell]! += amount;
      orderedSquares[cell]! += amount * amount;
      if (accounts[row] === 0) ordersWithoutCustomer[cell]!++;
    } else if (flag & 2) emptyOrders[cell]!++;
    if (flag & 4) {
      costed[cell]!++;
      costedRevenue[cell]! += amount;
      cost[cell]! += costs[row]!;
    } else uncosted[cell]!++;
    if (flag & 16) {
      crossSold[cell]! += amount;
      crossSales[cell]!++;
    }
  }
  const step = facts.step("amount");
  inUnits(cells, step, "revenue", "ordered", "costedRevenue", "crossSold");
  inUnits(cells, step * step, "orderedSquares");
  inUnits(cells, facts.step("cost"), "cost");
  return cells;
}

export function opportunityCells(facts: Facts, pass: Pass): Cells {
  const cells = cellsOf(pass, "created", "cohortWon", "cohortOpen", "createdUndated", "open", "won", "lost", "closedUndated", "wonPriced", "lostPriced",
    "wonAmount", "lostAmount", "wonCycles", "wonDays", "wonDaysSquares", "closedCycles", "closedDays", "closedDaysSquares", "stopped", "lostContacted");
  const { created, cohortWon, cohortOpen, createdUndated, open, won, lost, closedUndated, wonPriced, lostPriced, wonAmount, lostAmount, wonCycles, wonDays, wonDaysSquares, closedCycles, closedDays, closedDaysSquares, stopped, lostContacted } = cells;
  const [births, ends, amounts, contacts, flags] = ["created", "closed", "amount", "contacts", "flags"].map(name => facts.column(name)) as [Int32Array, Int32Array, Int32Array, Int32Array, Int32Array];
  const { bits, heed, groups } = pass;
  const { of, width } = pass.slots;
  for (let row = 0; row < facts.rows; row++) {
    if ((bits[row]! & heed) !== 0) continue;
    const group = groups[row]! * width;
    const born = births[row]!;
    const closed = ends[row]!;
    const flag = flags[row]!;
    const isWon = (flag & 1) !== 0;
    const isLost = (flag & 2) !== 0;
    const isOpen = (flag & 4) !== 0;
    const isPriced = (flag & 8) !== 0;
    const birth = group + of[born + 2]!;
    if (born === -1) createdUndated[birth]!++;
    else {
      created[birth]!++;
      if (isWon) cohortWon[birth]!++;
      if (isOpen) cohortOpen[birth]!++;
    }
    // Open ones are counted as they are at the as-of date: in the whole, where undated facts are.
    if (isOpen) {
      open[group + 1]!++;
      continue;
    }
    const ended = group + of[closed + 2]!;
    if (closed === -1) {
      closedUndated[ended]!++;
      continue;
    }
    (isWon ? won : lost)[ended]!++;
    if (isPriced) {
      (isWon ? wonPriced : lostPriced)[ended]!++;
      (isWon ? wonAmount : lostAmount)[ended]! += amounts[row]!;
    }
    if (born >= 0 && closed >= born) {
      const days = closed - born;
      closedCycles[ended]!++;
      closedDays[ended]! += days;
      closedDaysSquares[ended]! += days * days;
      if (isWon) {
        wonCycles[ended]!++;
        wonDays[ended]! += days;
        wonDaysSquares[ended]! += days * days;
      }
    }
    if (isLost && contacts[row]! >= 0) {
      lostContacted[ended]!++;
      if (contacts[row]! <= 3) stopped[ended]!++;
    }
  }
  inUnits(cells, facts.step("amount"), "wonAmount", "lostAmount");
  return cells;
}

export function leadCells(facts: Facts, pass: Pass): Cells {
  const cells = cellsOf(pass, "leads", "matureLeads", "convertedLeads");
  const [days, flags] = [facts.column("day"), facts.column("flags")];
  for (let row = 0; row < facts.rows; row++) {
    if ((pass.bits[row]! & pass.heed) !== 0) continue;
    const cell = pass.groups[row]! * pass.slots.width + pass.slots.of[days[row]! + 2]!;
    cells.leads[cell]!++;
    if (flags[row]! & 1) cells.matureLeads[cell]!++;
    if (flags[row]! & 2) cells.convertedLeads[cell]!++;
  }
  return cells;
}

export function acquisitionCells(facts: Facts, pass: Pass): Cells {
  const cells = cellsOf(pass, "newCustomers", "time", "laterTime", "meetings", "quotes", "opportunities");
  const counted = { 1: cells.newCustomers, 4: cells.meetings, 8: cells.quotes, 16: cells.opportunities } as Record<number, Float64Array>;
  const [days, laters, amounts, flags] = ["day", "later", "amount", "flags"].map(name => facts.column(name)) as [Int32Array, Int32Array, Int32Array, Int32Array];
  const { of, width } = pass.slots;
  for (let row = 0; row < facts.rows; row++) {
    if ((pass.bits[row]! & pass.heed) !== 0) continue;
    const group = pass.groups[row]! * width;
    const flag = flags[row]!;
    if (flag === 2) {
      cells.time[group + of[days[row]! + 2]!]! += amounts[row]!;
      cells.laterTime[group + of[laters[row]! + 2]!]! += amounts[row]!;
    } else counted[flag]![group + of[days[row]! + 2]!]!++;
  }
  inUnits(cells, facts.step("amount"), "time", "laterTime");
  return cells;
}

export function activityCells(facts: Facts, pass: Pass): Cells {
  const cells = cellsOf(pass, "activities", "calls", "callsReached", "callsUntold", "emails", "visits", "prospectMeetings", "customerMeetings", "minutes", "prospectMinutes");
  const [days, minutes, flags] = ["day", "minutes", "flags"].map(name => facts.column(name)) as [Int32Array, Int32Array, Int32Array];
  for (let row = 0; row < facts.rows; row++) {
    if ((pass.bits[row]! & pass.heed) !== 0) continue;
    const cell = pass.groups[row]! * pass.slots.width + pass.slots.of[days[row]! + 2]!;
    const flag = flags[row]!;
    cells.activities[cell]!++;
    cells.minutes[cell]! += minutes[row]!;
    if (flag & 1) cells.calls[cell]!++;
    if (flag & 2) cells.callsReached[cell]!++;
    if (flag & 4) cells.callsUntold[cell]!++;
    if (flag & 8) cells.emails[cell]!++;
    if (flag & 16) cells.visits[cell]!++;
    if (flag & 32) cells.prospectMeetings[cell]!++;
    if (flag & 64) cells.customerMeetings[cell]!++;
    if (flag & 128) cells.prospectMinutes[cell]! += minutes[row]!;
  }
  inUnits(cells, facts.step("minutes"), "minutes", "prospectMinutes");
  return cells;
}

export function satisfactionCells(facts: Facts, pass: Pass): Cells {
  const cells = cellsOf(pass, "complaints", "answers", "score", "scoreSquares", "promoters", "detractors", "unread");
  const [days, flags, scores] = ["day", "flags", "score"].map(name => facts.column(name)) as [Int32Array, Int32Array, Int32Array];
  for (let row = 0; row < facts.rows; row++) {
    if ((pass.bits[row]! & pass.heed) !== 0) continue;
    const cell = pass.groups[row]! * pass.slots.width + pass.slots.of[days[row]! + 2]!;
    const flag = flags[row]!;
    if (flag & 1) cells.complaints[cell]!++;
    if (flag & 2) cells.answers[cell]!++;
    if (flag & 4) cells.promoters[cell]!++;
    if (flag & 8) cells.detractors[cell]!++;
    if (flag & 16) cells.unread[cell]!++;
    cells.score[cell]! += scores[row]!;
    cells.scoreSquares[cell]! += scores[row]! * scores[row]!;
  }
  const step = facts.step("score");
  inUnits(cells, step, "score");
  inUnits(cells, step * step, "scoreSquares");
  return cells;
}

/** The customers as they are at the as-of date: in the whole, where undated facts are. */
export function customerCells(facts: Facts, pass: Pass): Cells {
  const cells = cellsOf(pass, "customers", "earning", "revenue", "revenueSquares", "paretoRevenue", "paretoMargin", "paretoProfit", "withMargin", "marginEarning",
    "withProfit", "profitEarning", "profit", "unprofitable", "losses", "stars", "recurring", "started", "rising", "falling", "lost", "judged", "droppedOff", "atStake");
  const [revenues, margins, profits, stakes, flags] = ["revenue", "margin", "profit", "at_stake", "flags"].map(name => facts.column(name)) as [Int32Array, Int32Array, Int32Array, Int32Array, Int32Array];
  const { customers, earning, revenue: total, revenueSquares, marginEarning, profitEarning, profit: profitTotal, unprofitable, losses, atStake } = cells;
  // The flags' bits in their order.
  const flagged = [cells.paretoRevenue, cells.paretoMargin, cells.paretoProfit, cells.stars, cells.recurring, cells.started, cells.rising, cells.falling, cells.lost,
    cells.judged, cells.droppedOff, cells.withMargin, cells.withProfit];
  const { bits, heed, groups, slots: { width } } = pass;
  for (let row = 0; row < facts.rows; row++) {
    if ((bits[row]! & heed) !== 0) continue;
    const cell = groups[row]! * width + 1;
    const revenue = revenues[row]!;
    const profit = profits[row]!;
    customers[cell]!++;
    total[cell]! += revenue;
    revenueSquares[cell]! += revenue * revenue;
    profitTotal[cell]! += profit;
    atStake[cell]! += stakes[row]!;
    if (revenue > 0) earning[cell]!++;
    if (margins[row]! > 0) marginEarning[cell]!++;
    if (profit > 0) profitEarning[cell]!++;
    if (profit < 0) {
      unprofitable[cell]!++;
      losses[cell]! -= profit;
    }
    for (let flag = flags[row]!, bit = 0; flag !== 0; flag >>= 1, bit++) if (flag & 1) flagged[bit]![cell]!++;
  }
  inUnits(cells, facts.step("revenue"), "revenue");
  inUnits(cells, facts.step("revenue") ** 2, "revenueSquares");
  inUnits(cells, facts.step("profit"), "profit", "losses");
  inUnits(cells, facts.step("at_stake"), "atStake");
  return cells;
}
