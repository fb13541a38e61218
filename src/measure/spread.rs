//! An amount parted by weights into whole units that add up to it.

/// Parts of an amount by weights, in whole units, that add up to it: what is left when each has been rounded down goes to
/// those that lost most by that, the first of equals first (the method of the largest remainder). Weights of nothing at all
/// part it equally.
#[must_use]
pub fn spread(amount: i64, weights: &[f64]) -> Vec<i64> {
    let sum: f64 = weights.iter().copied().filter(|weight| is_weight(*weight)).sum();
    if weights.is_empty() {
        return Vec::new();
    }
    #[allow(clippy::cast_precision_loss)]
    let share = |weight: f64| match is_weight(sum) {
        true if is_weight(weight) => weight / sum,
        true => 0.0,
        false => 1.0 / weights.len() as f64,
    };
    #[allow(clippy::cast_precision_loss, clippy::cast_possible_truncation)]
    let mut parts: Vec<(i64, f64)> = weights
        .iter()
        .map(|weight| {
            let exact = amount as f64 * share(*weight);
            // An amount that is a whole number of parts may come out just below it.
            let whole = (exact + 1e-9 + exact.abs() * 1e-14).floor();
            (whole as i64, exact - whole)
        })
        .collect();
    let mut left = amount - parts.iter().map(|(whole, _)| whole).sum::<i64>();
    let mut order: Vec<usize> = (0..parts.len()).filter(|place| share(weights[*place]) > 0.0).collect();
    order.sort_by(|one, other| parts[*other].1.total_cmp(&parts[*one].1).then(one.cmp(other)));
    let step = left.signum();
    for place in order.into_iter().cycle() {
        if left == 0 {
            break;
        }
        parts[place].0 += step;
        left -= step;
    }
    parts.into_iter().map(|(whole, _)| whole).collect()
}

fn is_weight(weight: f64) -> bool {
    weight.is_finite() && weight > 0.0
}

/// The same in two directions at once: a row for each of some weights, a column for each of others. Each row adds up to
/// its part by the first alone, and each column to its part by the others alone, so that an amount comes to the same
/// whatever it is told beside.
#[must_use]
pub fn spread_both(amount: i64, down: &[f64], across: &[f64]) -> Vec<Vec<i64>> {
    let (mut of_rows, mut of_columns) = (spread(amount, down), spread(amount, across));
    let mut cells: Vec<Vec<i64>> = of_rows.iter().map(|row| spread(*row, across)).collect();
    // What each column has too much goes to the next that has too little, within a row.
    for (column, whole) in of_columns.iter_mut().enumerate() {
        *whole -= cells.iter().map(|row| row[column]).sum::<i64>();
    }
    of_rows.clear();
    while let Some(over) = of_columns.iter().position(|left| *left < 0) {
        let Some(under) = of_columns.iter().position(|left| *left > 0) else { break };
        // The row that has most there can best miss one.
        let Some(row) = cells.iter_mut().max_by_key(|row| row[over]) else { break };
        row[over] -= 1;
        row[under] += 1;
        of_columns[over] += 1;
        of_columns[under] -= 1;
    }
    cells
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_largest_remainder_comes_first() {
        assert_eq!(spread(100, &[1.0, 1.0, 1.0]), [34, 33, 33]);
        assert_eq!(spread(100, &[60.0, 40.0]), [60, 40]);
        assert_eq!(spread(10, &[1.0, 2.0, 4.0]), [1, 3, 6]);
        assert_eq!(spread(7, &[0.0, 0.0]), [4, 3], "weights of nothing");
        assert_eq!(spread(7, &[0.0, 1.0]), [0, 7]);
        assert_eq!(spread(7, &[]), [] as [i64; 0]);
    }

    proptest! {
        #[test]
        fn parts_add_up(amount in 0..=100_000_000_000_i64, down in prop::collection::vec(0.0..100.0_f64, 1..6), across in prop::collection::vec(0.0..100.0_f64, 1..6)) {
            let (rows, columns) = (spread(amount, &down), spread(amount, &across));
            prop_assert_eq!(rows.iter().sum::<i64>(), amount);
            let cells = spread_both(amount, &down, &across);
            for (row, whole) in cells.iter().zip(&rows) {
                prop_assert_eq!(row.iter().sum::<i64>(), *whole);
            }
            for (column, whole) in columns.iter().enumerate() {
                prop_assert_eq!(cells.iter().map(|row| row[column]).sum::<i64>(), *whole);
            }
            prop_assert!(rows.iter().all(|part| *part >= 0));
        }
    }
}
