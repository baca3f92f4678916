//! Exact decimal numbers that keep the writer's digits.

use core::cmp::Ordering;

/// `mantissa × 10^exponent`, exact, with the digits as written: 1.20 is (120, -2), 1.2 billion is
/// (12, 8). Numerically equal values compare equal whatever their digits.
#[derive(Clone, Copy, Debug)]
pub struct Decimal {
    /// The digits, as a whole number.
    pub mantissa: i128,
    /// The power of ten they are multiplied by.
    pub exponent: i16,
}

/// Digits a mantissa may have. Longer runs of digits in a text are not numbers anybody compares.
const MAX_DIGITS: usize = 30;

impl Decimal {
    /// Zero.
    pub const ZERO: Self = Self { mantissa: 0, exponent: 0 };

    /// A whole number.
    #[must_use]
    pub const fn whole(value: i64) -> Self {
        Self { mantissa: value as i128, exponent: 0 }
    }

    /// Reads digits with an optional sign and one optional `.`; `,` and spaces between digits are skipped.
    /// `None` for anything else, or for more than 30 digits.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (negative, body) = match text.strip_prefix(['-', '−']) {
            Some(rest) => (true, rest),
            None => (false, text),
        };
        let (mut mantissa, mut exponent, mut digits, mut point) = (0i128, 0i16, 0, false);
        for c in body.chars() {
            match c {
                '0'..='9' => {
                    digits += 1;
                    if digits > MAX_DIGITS {
                        return None;
                    }
                    mantissa = mantissa * 10 + i128::from(c as u32 - '0' as u32);
                    exponent -= i16::from(point);
                }
                '.' if !point => point = true,
                // "6 . 2", where a text sets its signs apart.
                ' ' if digits > 0 => {}
                ',' | '\u{a0}' | '\u{202f}' | '\u{2009}' if digits > 0 && !point => {}
                _ => return None,
            }
        }
        let mantissa = if negative { -mantissa } else { mantissa };
        (digits > 0).then_some(Self { mantissa, exponent })
    }

    /// Times a power of ten: "1.2" and 9 give 1.2 billion with two digits.
    #[must_use]
    pub const fn scaled(self, power: i16) -> Self {
        Self { mantissa: self.mantissa, exponent: self.exponent.saturating_add(power) }
    }

    /// The product; `None` where it does not fit.
    #[must_use]
    pub fn times(self, other: Self) -> Option<Self> {
        Some(Self {
            mantissa: self.mantissa.checked_mul(other.mantissa)?,
            exponent: self.exponent.checked_add(other.exponent)?,
        })
    }

    /// The sum; `None` where it does not fit.
    #[must_use]
    pub fn plus(self, other: Self) -> Option<Self> {
        let exponent = self.exponent.min(other.exponent);
        let (a, b) = (self.at_exponent(exponent)?, other.at_exponent(exponent)?);
        Some(Self { mantissa: a.checked_add(b)?, exponent })
    }

    /// `a / b`: exact where it ends within twelve places, rounded there otherwise; `None` for a division by zero.
    #[must_use]
    pub fn quotient(a: i128, b: i64) -> Option<Self> {
        const PLACES: i16 = 12;
        let b = i128::from(b);
        let scaled = a.checked_mul(10i128.pow(PLACES.unsigned_abs().into()))?;
        let (whole, rest) = (scaled.checked_div(b)?, scaled.checked_rem(b)?);
        let half = rest.unsigned_abs() * 2 >= b.unsigned_abs();
        let rounded = if half { whole + rest.signum() * b.signum() } else { whole };
        let mut value = Self { mantissa: rounded, exponent: -PLACES };
        while rest == 0 && value.mantissa % 10 == 0 && value.exponent < 0 {
            value.mantissa /= 10;
            value.exponent += 1;
        }
        Some(value)
    }

    /// The same size with the other sign.
    #[must_use]
    pub const fn negated(self) -> Self {
        Self { mantissa: self.mantissa.wrapping_neg(), exponent: self.exponent }
    }

    /// The mantissa this value has at a lower exponent.
    fn at_exponent(self, exponent: i16) -> Option<i128> {
        let steps = u32::try_from(i32::from(self.exponent) - i32::from(exponent)).ok()?;
        self.mantissa.checked_mul(10i128.checked_pow(steps)?)
    }

    /// The nearest double.
    #[must_use]
    #[allow(clippy::cast_precision_loss)] // what a double is
    pub fn to_f64(self) -> f64 {
        let mantissa = self.mantissa as f64;
        match self.exponent {
            0 => mantissa,
            up @ 1.. => mantissa * 10f64.powi(i32::from(up)),
            down => mantissa / 10f64.powi(-i32::from(down)),
        }
    }

    /// Without needless zeros: the digits a comparison uses.
    #[must_use]
    pub fn normal(self) -> Self {
        if self.mantissa == 0 {
            return Self::ZERO;
        }
        let mut value = self;
        while value.mantissa % 10 == 0 {
            value.mantissa /= 10;
            value.exponent = value.exponent.saturating_add(1);
        }
        value
    }

    /// Plain digits with thousands separators, as a reader expects them: `45,000`, `-1.25`.
    #[must_use]
    pub fn plain(self) -> String {
        // A value with hundreds of zeros is not written out.
        let value = if self.exponent > 40 { self.normal() } else { self };
        let mut digits = value.mantissa.unsigned_abs().to_string();
        if value.exponent > 0 {
            digits.extend(core::iter::repeat_n('0', value.exponent.unsigned_abs().min(60) as usize));
        }
        let places = usize::from(if value.exponent < 0 { value.exponent.unsigned_abs() } else { 0 });
        while digits.len() <= places {
            digits.insert(0, '0');
        }
        let (whole, part) = digits.split_at(digits.len() - places);
        let mut out = String::from(if value.mantissa < 0 { "-" } else { "" });
        for (index, digit) in whole.chars().enumerate() {
            if index > 0 && (whole.len() - index) % 3 == 0 {
                out.push(',');
            }
            out.push(digit);
        }
        if !part.is_empty() {
            out.push('.');
            out.push_str(part);
        }
        out
    }
}

impl PartialEq for Decimal {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}
impl Eq for Decimal {}
impl PartialOrd for Decimal {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}
impl Ord for Decimal {
    fn cmp(&self, other: &Self) -> Ordering {
        let (a, b) = (self.normal(), other.normal());
        let exponent = a.exponent.min(b.exponent);
        match (a.at_exponent(exponent), b.at_exponent(exponent)) {
            (Some(x), Some(y)) => x.cmp(&y),
            // One is beyond 10^38 times the other: the doubles tell them apart.
            _ => a.to_f64().total_cmp(&b.to_f64()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Decimal;

    fn read(text: &str) -> Decimal {
        Decimal::parse(text).unwrap_or(Decimal::ZERO)
    }

    #[test]
    fn keeps_the_digits_as_written() {
        assert_eq!(read("1,500").plain(), "1,500");
        assert_eq!(read("1.20").plain(), "1.20");
        assert_eq!(read("1.2").scaled(9).plain(), "1,200,000,000");
        assert_eq!(read("-0.05").plain(), "-0.05");
        assert_eq!(read("0").plain(), "0");
    }

    #[test]
    fn equal_values_are_equal_whatever_their_digits() {
        assert_eq!(read("1.2").scaled(9), Decimal::whole(1_200_000_000));
        assert!(read("1.19") < read("1.2"));
        assert!(read("-3") < Decimal::ZERO);
        assert!(read("1").scaled(300) > read("1").scaled(2));
        assert_eq!(read("0").scaled(7), Decimal::ZERO);
    }

    #[test]
    fn refuses_what_is_no_number() {
        for text in ["", ".", ",5", "1.2.3", "12a", &"9".repeat(31)] {
            assert!(Decimal::parse(text).is_none(), "{text}");
        }
    }

    #[test]
    fn doubles_are_the_nearest() {
        assert!((read("0.1").to_f64() - 0.1).abs() < f64::EPSILON);
        assert!((read("1.23").scaled(9).to_f64() - 1.23e9).abs() < 1.0);
    }
}
