import { logOddsEnd, sixDecimals, t975 } from "./intervals";
import { gini, topFifth, type Ranking } from "./pareto";

// The same as pipeline/sql/macros/unequal.sql and global/concentrations.sql.

const fewest = 5;

/** Gini's index with its interval by the jackknife: from how far it changes with each amount that is left out. */
export function giniInterval(ranking: Ranking): [number, number] | null {
  const n = ranking.earning;
  if (n < fewest) return null;
  const index = gini(ranking)!;
  const error = 2 * Math.sqrt(((n - 1) / n) * scatterWithoutOne(ranking, (n * index + n + 1) / 2 - 1)) / (n - 1) * n / (n - 1);
  const [share, reach] = [(n / (n - 1)) * sixDecimals(index), t975(n - 1) * error];
  return [logOddsEnd(share, -reach), logOddsEnd(share, reach)];
}

/** The scatter of the indices without one amount each, of which g is ranked total / total − 1 (Karagiannis and Kovacevic 2000). */
function scatterWithoutOne({ amounts, earning: n, total }: Ranking, g: number): number {
  let [soFar, sum, squares] = [0, 0, 0];
  for (let place = n - 1; place >= 0; place--) {
    const amount = amounts[place]!;
    soFar += amount;
    const w = amount / (total - amount);
    const change = g * w + (1 + w) * (soFar - (n - place) * amount) / total;
    sum += change;
    squares += change * change;
  }
  return Math.max(squares - (sum * sum) / n, 0);
}

/** What the first fifth hold, with its interval by linearisation (Deville 1999; Langel and Tillé 2011). */
export function topFifthInterval(ranking: Ranking): [number, number] | null {
  const { amounts, earning: n, total } = ranking;
  if (n < fewest) return null;
  const k = Math.floor(n / 5);
  const [top, least] = [topFifth(ranking)!, amounts[k - 1]!];
  const [topSquares, squares] = [squaresOf(amounts, k), squaresOf(amounts, n)];
  const share = top / total;
  const scatter = topSquares - 2 * least * top + k * least * least - 2 * share * (topSquares - least * top) + share * share * squares - (k * k / n) * least * least;
  const reach = t975(n - 1) * Math.sqrt(((scatter > 1e-12 * topSquares ? scatter : 0) * n) / (n - 1)) / total;
  return [logOddsEnd(share, -reach), logOddsEnd(share, reach)];
}

function squaresOf(amounts: Float64Array, count: number): number {
  let squares = 0;
  for (let place = 0; place < count; place++) squares += amounts[place]! * amounts[place]!;
  return squares;
}
