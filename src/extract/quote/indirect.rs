//! Reported clauses, with or without quoted words in them: each cue is asked what it reports.

use super::cue::{Cue, Form};
use super::following::following;
use super::headline::headlines;
use super::leading::{inverted, passive, source, tail};
use super::speaker::Phrase;
use super::{Draft, Reader};
use crate::base::Rule;
use crate::extract::QuoteKind;
use crate::lex::{TokenId, TokenKind};

/// Finds the reported clauses of every cue that has no quote of its own yet.
pub fn indirect(reader: &Reader<'_>, used: &[bool], drafts: &mut Vec<Draft>) {
    for (index, cue) in reader.cues.iter().enumerate() {
        if !used.get(index).copied().unwrap_or(false)
            && let Some(draft) = reported(reader, index, cue)
        {
            drafts.push(draft);
        }
    }
    headlines(reader, drafts);
}

/// What one cue reports.
fn reported(reader: &Reader<'_>, index: usize, cue: &Cue) -> Option<Draft> {
    match cue.form {
        Form::Source => source(reader, index, cue),
        Form::PassiveBy => passive(reader, index, cue),
        Form::Finite => inverted(reader, index, cue)
            .or_else(|| following(reader, index, cue, None))
            .or_else(|| tail(reader, index, cue)),
        Form::Participle | Form::Infinitive => following(reader, index, cue, super::direct::subject(reader, cue)),
    }
}

/// The draft of a clause; mixed where quoted words stand in it.
pub fn draft(
    reader: &Reader<'_>,
    parts: Vec<(TokenId, TokenId)>,
    cue: Option<&Cue>,
    speaker: Option<Phrase>,
    rule: &'static Rule,
) -> Option<Draft> {
    let parts: Vec<_> = parts.into_iter().filter_map(|part| trim(reader, part)).collect();
    let whole = |part: &(TokenId, TokenId)| {
        reader
            .quoted_at(part.0)
            .and_then(|q| reader.quoted.get(q))
            .is_some_and(|q| q.first == part.0 && q.last >= part.1)
    };
    let kind = if parts.iter().all(whole) {
        QuoteKind::Direct
    } else if parts.iter().any(|(first, last)| (*first..=*last).any(|t| reader.in_quotes(t))) {
        QuoteKind::Mixed
    } else {
        QuoteKind::Indirect
    };
    (!parts.is_empty()).then_some(Draft {
        kind,
        parts,
        cue: cue.map(|c| (c.first, c.last)),
        act: cue.map(|c| c.act),
        speaker,
        rule,
    })
}

/// Takes commas, stops and dashes off both ends.
fn trim(reader: &Reader<'_>, (mut first, mut last): (TokenId, TokenId)) -> Option<(TokenId, TokenId)> {
    let sign = |t: TokenId| {
        reader.scope.token(t).kind == TokenKind::Sign
            && !matches!(reader.scope.word(t), "$" | "£" | "€" | "(" | ")" | "[" | "]" | "%" | "#")
            && !reader.in_quotes(t)
    };
    while first < last && sign(first) {
        first += 1;
    }
    while last > first && sign(last) {
        last -= 1;
    }
    (last >= first && !sign(first)).then_some((first, last))
}
