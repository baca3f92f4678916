//! Tallysheet.
