//! What the phrases beside a cue have in common: names in them, heads, and how a speaker is shown.
//!
//! [`super::subject`] finds the phrase before a verb, [`super::agent`] the one after.

use super::Reader;
use crate::extract::NameForm;
use crate::extract::phrase::{self, Class};
use crate::lex::{Case, TokenId};
use crate::pack::EntityKind;

/// A phrase of tokens, both ends included.
pub type Phrase = (TokenId, TokenId);

/// No speaker is named with more words …
pub const LONGEST: TokenId = 16;

/// The person named by an aside that is no more than a name, with or without a description before it.
pub fn person_between(reader: &Reader<'_>, first: TokenId, close: TokenId) -> Option<Phrase> {
    let name = close.checked_sub(1).and_then(|last| person_at(reader, last))?;
    (name.0 >= first
        && name.0 - first <= 5
        && (first..name.0).all(|t| reader.scope.is(t, "and") || reader.is_content(t) && !is_verb(reader, t)))
    .then_some(name)
}

/// The person's name that ends at a token.
pub fn person_at(reader: &Reader<'_>, last: TokenId) -> Option<Phrase> {
    let name = reader.names.at(last).and_then(|n| reader.scope.found.names.get(n))?;
    let person = name.value.kind == EntityKind::Person && name.value.form == NameForm::Name && name.tokens.1 == last;
    person.then_some(name.tokens)
}

/// A speaker as shown: of a title or description that ends in a person's name the name alone; with the
/// letters that stand in brackets after the name of a body.
pub fn narrow(reader: &Reader<'_>, (first, last): Phrase) -> Phrase {
    if let Some(name) = person_at(reader, last).filter(|name| name.0 > first) {
        // "a spokesman for Ann Gray" is not Ann Gray, "Ann Lee and Ann Gray" not one of them.
        let title =
            reader.scope.found.names.iter().skip(reader.scope.found.names.partition_point(|n| n.tokens.0 < first));
        let title = title.take(3).any(|n| n.value.form == NameForm::Title && n.tokens.1 + 1 == name.0);
        let tied = !title && (first..name.0).any(|t| reader.scope.is_any(t, "for from by and to with &"))
            || reader.class(name.0 - 1) == "prep";
        if title || !tied {
            return name;
        }
    }
    let scope = reader.scope;
    let letters = scope.is(last + 1, "(") && scope.is(last + 3, ")") && scope.token(last + 2).case == Case::Upper;
    if letters && reader.sentence(last).contains(&(last + 3)) { (first, last + 3) } else { (first, last) }
}

/// Words that tell how many of those named speak: "one of the authors", "some critics".
pub const AMOUNTS: &str = "one two three some most many several part half few other another";

/// Pronouns that are no subject.
pub const OBJECTS: &str = "him them me us himself herself itself themselves";

/// Whether a token can be the head of a noun phrase that goes on with a preposition.
pub fn is_head(reader: &Reader<'_>, at: TokenId) -> bool {
    reader.is_content(at) && !is_verb(reader, at) && !reader.in_quotes(at)
}

/// Whether a lower-case word is rather a verb than a noun: a past form, or a reporting verb.
pub fn is_verb(reader: &Reader<'_>, at: TokenId) -> bool {
    let word = reader.scope.word(at);
    !reader.scope.token(at).is_capital()
        && (word.len() > 4 && word.ends_with("ed") || phrase::class(reader.scope, at) == Class::Verb)
}
