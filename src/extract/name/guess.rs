//! A name as found before it is a mention: tokens, kind, what a table knows, and the rule.

use crate::base::Rule;
use crate::extract::EntityKind;
use crate::lex::TokenId;

/// A name that is found; what finds names, rules or a learnt model, gives these.
#[derive(Clone, Copy, Debug)]
pub struct Guess {
    /// Its first token.
    pub first: TokenId,
    /// Its last token.
    pub last: TokenId,
    /// What it names.
    pub kind: EntityKind,
    /// The name by which a table links it; empty where no table knows it.
    pub known: &'static str,
    /// Bytes of the first and the last token that are not part of it: only where words ran together.
    pub cut: (u32, u32),
    /// Who says so.
    pub rule: &'static Rule,
}
