//! The ground floor: spans, ids, days, exact decimals, folding. Imports nothing of the house.

pub mod day;
pub mod decimal;
pub mod fold;
pub mod hash;
pub mod rule;
pub mod sort;
pub mod span;

pub use decimal::Decimal;
pub use rule::Rule;
pub use span::Span;

/// A civil day of the proleptic Gregorian calendar, without a zone: what a newspaper means by a date.
pub type Day = jiff::civil::Date;
