//! Numbers and amounts as each language writes them.

use super::{Language, Tongue};
use crate::message::say;
use fixed_decimal::Decimal;
use icu_decimal::{DecimalFormatter, options::DecimalFormatterOptions};

pub(super) struct Numbers(Option<DecimalFormatter>);

impl Numbers {
    fn new(tongue: Tongue) -> Self {
        Self(DecimalFormatter::try_new(tongue.locale().into(), DecimalFormatterOptions::default()).ok())
    }

    fn format(&self, number: &Decimal) -> String {
        match &self.0 {
            Some(formatter) => formatter.format(number).to_string(),
            None => number.to_string(),
        }
    }
}

impl Language {
    fn numbers(&self) -> &Numbers {
        self.numbers.get_or_init(|| Numbers::new(self.tongue))
    }

    /// Whether a comma stands between groups of three digits.
    #[must_use]
    pub fn groups_by_comma(&self) -> bool {
        self.integer(1_000_000).contains(',')
    }

    /// A whole number: `1 234 567`.
    #[must_use]
    pub fn integer(&self, number: i64) -> String {
        self.numbers().format(&Decimal::from(number))
    }

    /// A number with the decimals that it has: `1 234,5`.
    #[must_use]
    pub fn number(&self, number: f64) -> String {
        match Decimal::try_from_str(&number.to_string()) {
            Ok(decimal) => self.numbers().format(&decimal),
            Err(_) => number.to_string(),
        }
    }

    /// A part of the whole, where 1 is all of it, in whole hundredths: `54 %`.
    #[must_use]
    pub fn share(&self, share: f64) -> String {
        self.say(say::share(self.number((rounded_share(share, 100.0) * 100.0).round())))
    }

    /// An amount: `1 234 567 kr`. A currency without a sign of its own here goes by its code.
    #[must_use]
    pub fn money(&self, amount: i64, currency: &str) -> String {
        let amount = self.integer(amount);
        match currency {
            "" | "SEK" => self.say(say::money_sek(amount)),
            _ => self.say(say::MoneyOther { amount, currency: currency.to_owned() }),
        }
    }
}

/// A part of the whole in so many parts, never over a border by rounding: what is short of nothing or of all stays so.
/// 997 of 1,000 is 99 hundredths.
#[must_use]
pub fn rounded_share(share: f64, parts: f64) -> f64 {
    let rounded = (share * parts).round() / parts;
    let crosses = [0.0, 1.0].into_iter().any(|border| share < border && rounded >= border);
    if crosses { (share * parts).floor() / parts } else { rounded }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_language_has_its_own_signs() {
        let swedish = Language::new(Tongue::Sv);
        assert_eq!(swedish.number(1_234_567.5), "1\u{a0}234\u{a0}567,5");
        assert_eq!(swedish.money(400_000, "SEK"), "400\u{a0}000\u{a0}kr");
        let english = Language::new(Tongue::En);
        assert_eq!(english.number(1_234_567.5), "1,234,567.5");
        assert_eq!(english.money(400_000, "EUR"), "400,000\u{a0}EUR");
    }

    #[test]
    fn a_share_is_never_over_a_border_by_rounding() {
        let hundredths =
            [-0.001, 0.0, 0.004, 0.125, 0.995, 0.9999, 1.0, 1.004].map(|share| rounded_share(share, 100.0));
        assert_eq!(hundredths, [-0.01, 0.0, 0.0, 0.13, 0.99, 0.99, 1.0, 1.0]);
        assert_eq!(rounded_share(0.99999, 1000.0), 0.999);
    }
}
