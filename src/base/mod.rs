//! The ground floor: spans, ids, days, exact decimals, folding. Imports nothing of the house.

pub mod day;
pub mod decimal;
pub mod fold;
pub mod hash;
pub mod named;
pub mod rule;
pub mod sort;
pub mod span;

pub use day::Day;
pub use decimal::Decimal;
pub use named::Named;
pub use rule::Rule;
pub use span::Span;
