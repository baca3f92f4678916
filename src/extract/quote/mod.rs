//! Words given to somebody: direct, mixed and indirect speech.
//!
//! Comes in: the document, its blocks and names. Goes out: quotes with their parts, cue and speaker as
//! written; who the speaker is comes later, when the names are linked. Steps, one file each: [`marks`]
//! pairs the quotation marks, [`cue`] finds the verbs and prepositions that report, [`subject`] the phrase
//! before them, [`agent`] the one after, [`speaker`] what both share; [`direct`] gives quoted words to a
//! cue, [`indirect`] asks every other cue what it reports: [`following`] it, [`leading`] to it, or across a
//! [`headline`]'s colon; [`clause`] knows where that ends.
//! To add a reporting word: a row of `data/speech.tsv`.

mod agent;
mod clause;
mod cue;
mod direct;
mod following;
mod headline;
mod indirect;
mod leading;
mod marks;
mod speaker;
mod subject;

use super::{Extractor, Kind, Layer, Mention, Quote, QuoteKind, Scope};
use crate::base::{Rule, Span, sort};
use crate::extract::{Cover, dateline};
use crate::lex::{Case, TokenId, TokenKind};
use crate::pack::{CalendarKind, SpeechAct, Table};
use cue::Cue;
use marks::Quoted;

/// This kind's line in [`super::EXTRACTORS`].
pub const EXTRACTOR: Extractor = Extractor { kind: Kind::Quote, reads: &[Kind::Block, Kind::Timex, Kind::Name], run };

/// What the steps share: the text with its quoted parts and its cues.
struct Reader<'a> {
    scope: &'a Scope<'a>,
    names: Cover,
    timexes: Cover,
    quoted: Vec<Quoted>,
    /// For each token the quoted part it stands in, plus one.
    inside: Vec<u32>,
    cues: Vec<Cue>,
}

/// A quote before it is put in order: tokens instead of spans.
struct Draft {
    kind: QuoteKind,
    /// First and last token of each part.
    parts: Vec<(TokenId, TokenId)>,
    cue: Option<(TokenId, TokenId)>,
    act: Option<SpeechAct>,
    speaker: Option<(TokenId, TokenId)>,
    rule: &'static Rule,
}

/// Tokens to either side past which nothing belongs to a cue: keeps a text without full stops linear.
const REACH: TokenId = 160;

fn run(scope: &Scope<'_>) -> Layer {
    let quoted = marks::quoted(scope);
    let mut reader = Reader {
        scope,
        names: Cover::new(&scope.found.names, scope.document.len()),
        timexes: Cover::new(&scope.found.timexes, scope.document.len()),
        inside: marks::inside(&quoted, scope.document.len()),
        quoted,
        cues: Vec::new(),
    };
    reader.cues = cue::cues(&reader);
    let mut drafts = Vec::new();
    let used = direct::direct(&reader, &mut drafts);
    indirect::indirect(&reader, &used, &mut drafts);
    for draft in &mut drafts {
        draft.speaker = draft.speaker.map(|phrase| speaker::narrow(&reader, phrase));
    }
    let mut layer: Vec<Mention<Quote>> = drafts.into_iter().filter_map(|draft| finish(scope, draft)).collect();
    sort::by_key(&mut layer, |m| (m.span.start, core::cmp::Reverse(m.span.end)));
    layer.dedup_by(|b, a| a.span == b.span);
    Layer::Quotes(layer)
}

/// A draft as a mention.
fn finish(scope: &Scope<'_>, draft: Draft) -> Option<Mention<Quote>> {
    let span = |(first, last): (TokenId, TokenId)| scope.document.span(first, last);
    let segments: Vec<Span> = draft.parts.iter().map(|part| span(*part)).collect();
    let (first, last) = (draft.parts.first()?.0, draft.parts.last()?.1);
    let quote = Quote {
        kind: draft.kind,
        segments,
        cue: draft.cue.map(span),
        act: draft.act,
        speaker: draft.speaker.map(span),
    };
    Some(scope.mention(first, last.max(first), quote, draft.rule))
}

impl Reader<'_> {
    /// The quoted part a token stands in.
    fn quoted_at(&self, token: TokenId) -> Option<usize> {
        (*self.inside.get(token as usize)? as usize).checked_sub(1)
    }

    /// Whether a token stands within quotation marks.
    fn in_quotes(&self, token: TokenId) -> bool {
        self.quoted_at(token).is_some()
    }

    /// The class of a word of no meaning of its own; empty for other words.
    fn class(&self, token: TokenId) -> &'static str {
        let class = self.stop_class(token);
        // "Will", "May", "US" are names where a name was found.
        let named = !class.is_empty() && self.scope.token(token).is_capital() && self.names.at(token).is_some();
        if named { "" } else { class }
    }

    fn stop_class(&self, token: TokenId) -> &'static str {
        let hits = self.scope.hits.at(token).iter();
        let row = hits.filter(|h| h.sense.table == Table::Stop && h.len == 1).map(|h| usize::from(h.sense.row)).next();
        row.and_then(|row| self.scope.lexicon.rows.stops.get(row)).map_or("", |row| row.class)
    }

    /// Whether a token is a word that can stand in a noun phrase: a noun, name or adjective.
    fn is_content(&self, token: TokenId) -> bool {
        self.scope.token(token).kind == TokenKind::Word && self.class(token).is_empty()
    }

    /// Whether a token tells when: part of a date, or a word of the calendar.
    fn is_time(&self, token: TokenId) -> bool {
        let row = self.scope.hits.longest(token, Table::Calendar);
        let kind = row.and_then(|(_, row)| self.scope.lexicon.rows.calendar.get(row)).map(|row| row.kind);
        self.timexes.at(token).is_some()
            || matches!(kind, Some(CalendarKind::Month | CalendarKind::Weekday | CalendarKind::Deictic))
    }

    /// Whether a number, or a word that says how firmly one is meant ("at least ten"), begins at the token.
    fn is_amount(&self, token: TokenId) -> bool {
        let number = |t: TokenId| self.scope.token(t).kind == TokenKind::Number || self.scope.has(t, Table::Number);
        let qualifier = self.scope.hits.longest(token, Table::Qualifier).map(|(len, _)| token + len);
        let after = qualifier.unwrap_or(token);
        let sign = |t: TokenId| matches!(self.scope.word(t), "$" | "£" | "€");
        let one = self.scope.is(token, "one");
        !one && self.timexes.at(token).is_none() && (number(after) || sign(after) && number(after + 1))
    }

    /// Whether a token is an adverb.
    fn is_adverb(&self, token: TokenId) -> bool {
        let word = self.scope.word(token);
        matches!(self.class(token), "adv" | "neg")
            || (word.len() > 4 && word.ends_with("ly") && !self.scope.token(token).is_capital())
    }

    /// The tokens of the sentence, as far as anybody looks for a speaker or the end of a clause.
    fn sentence(&self, token: TokenId) -> core::ops::Range<TokenId> {
        let whole = self.scope.document.sentence_tokens(token);
        let start = self.behind_dateline(&whole).filter(|start| *start <= token).unwrap_or(whole.start);
        start.max(token.saturating_sub(REACH))..whole.end.min(token.saturating_add(REACH))
    }

    /// Where the text begins behind an agency's dateline, if the sentence begins with one: its first word is in capitals.
    fn behind_dateline(&self, sentence: &core::ops::Range<TokenId>) -> Option<TokenId> {
        let first = self.scope.token(sentence.start);
        (first.case == Case::Upper && first.span.len() >= 3).then(|| dateline::behind(self.scope, sentence)).flatten()
    }
}
