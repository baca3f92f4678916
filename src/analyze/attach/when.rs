//! When a figure holds.

use super::{AsOf, Page};
use crate::base::Rule;
use crate::extract::TimexKind;
use crate::lex::TokenId;

/// "as of".
pub const AS_OF: Rule = Rule { name: "as-of/as-of", why: "The sentence says as of when its figures hold." };
/// A date near it.
pub const NEAR: Rule = Rule { name: "as-of/near", why: "The date stands in the figure's clause." };
/// A date at the head of the sentence.
pub const FIRST: Rule = Rule { name: "as-of/first", why: "The sentence begins with the date." };
/// "In 1987, when 31 people died".
pub const WHEN: Rule = Rule { name: "as-of/when", why: "A “when” behind the date opens the figure's clause." };
/// "already", "still".
pub const WORD: Rule = Rule { name: "as-of/word", why: "A word such as already or still says that it holds now." };

/// "Once estimated".
pub const ONCE: Rule =
    Rule { name: "as-of/once", why: "“Once” before a verb says that it held at some time before." };

/// "Once" stands at most so many tokens before its figure.
const ONCE_REACH: TokenId = 10;
/// A date near a figure stands at most so many tokens away.
const REACH: TokenId = 14;

/// When a figure holds, where its sentence says so.
pub fn as_of(page: &Page<'_>, index: usize) -> Option<AsOf> {
    let mention = page.found.figures.get(index)?;
    let (first, last) = mention.tokens;
    let sentence = page.document.sentence_tokens(first);
    let from = page.found.timexes.partition_point(|t| t.tokens.1 < sentence.start);
    let timexes = || {
        let all = page.found.timexes.iter().skip(from).take_while(|t| t.tokens.0 < sentence.end).take(12);
        all.filter(|t| matches!(t.value.kind, TimexKind::Date | TimexKind::Time))
    };
    let found = |timex: &crate::extract::Mention<crate::extract::Timex>, rule| AsOf {
        span: timex.span,
        days: timex.value.days,
        rule,
    };
    let stated = |t: TokenId| t >= 2 && page.is_any(t - 1, "of") && page.is_any(t - 2, "as");
    if let Some(timex) = timexes().find(|t| stated(t.tokens.0)) {
        return Some(found(timex, &AS_OF));
    }
    // A figure that is part of a date ("the last 4 years") holds for that date; a bare length of time does not.
    let here = page.found.timexes.partition_point(|t| t.tokens.1 < first);
    let mut around = page.found.timexes.iter().skip(here).take_while(|t| t.tokens.0 <= last);
    if let Some(timex) = around.find(|t| {
        let points = (t.tokens.0..first).any(|t| page.is_any(t, "last past next coming"));
        matches!(t.value.kind, TimexKind::Date | TimexKind::Time) || points
    }) {
        return Some(found(timex, &NEAR));
    }
    let distance = |t: (TokenId, TokenId)| if t.1 < first { first - t.1 } else { t.0.saturating_sub(last) };
    let opens = |t: (TokenId, TokenId)| {
        let comma = TokenId::from(page.word(t.1 + 1) == ",");
        let when = t.1 + 1 + comma;
        when < first && page.is_any(when, "when") && !parted(page, t, (first, last))
    };
    if let Some(timex) = timexes().find(|t| opens(t.tokens)) {
        return Some(found(timex, &WHEN));
    }
    let near = timexes()
        .filter(|t| {
            distance(t.tokens) <= REACH
                && !parted(page, t.tokens, (first, last))
                && !after_cue(page, t.tokens.0)
                && !excluded(page, t.tokens.0)
        })
        .min_by_key(|t| distance(t.tokens));
    if let Some(timex) = near {
        return Some(found(timex, &NEAR));
    }
    let leads = |t: (TokenId, TokenId)| t.0 <= sentence.start + 2 && t.1 < first && !inserted(page, t.0, first);
    let head = timexes().find(|t| leads(t.tokens));
    if let Some(timex) = head {
        return Some(found(timex, &FIRST));
    }
    if let Some(once) = once(page, sentence.start, first) {
        return Some(AsOf { span: page.document.span(once, once), days: None, rule: &ONCE });
    }
    let word = |t: &TokenId| page.is_any(*t, "already still currently now");
    let (start, end) = (sentence.start.max(first.saturating_sub(6)), sentence.end.min(last + 10));
    let at = (last + 1..end).find(word).or_else(|| (start..first).rev().find(word))?;
    (page.timexes.at(at).is_none()).then(|| AsOf { span: page.document.span(at, at), days: None, rule: &WORD })
}

/// "Once" with its verb before a figure: "once estimated at 200", "once home to 200".
fn once(page: &Page<'_>, start: TokenId, first: TokenId) -> Option<TokenId> {
    let from = start.max(first.saturating_sub(ONCE_REACH));
    let ends = |t: TokenId| matches!(page.word(t), "," | ";") || page.figures.at(t).is_some();
    let at = (from..first).rev().take_while(|t| !ends(*t)).find(|t| page.is_any(*t, "once"))?;
    // "Once a week", "once the bridge opens", "once again" are no time before.
    let verb = page.word(at + 1).ends_with("ed") || page.is_any(at + 1, "thought held home had put");
    verb.then_some(at)
}

/// Whether a token stands in an insertion between commas ("…, which was built in 2010, …") that another one stands
/// outside of, before or behind it.
fn inserted(page: &Page<'_>, token: TokenId, other: TokenId) -> bool {
    let sentence = page.document.sentence_tokens(token);
    let comma = (sentence.start..token).rev().take(INSERTION).find(|t| page.word(*t) == ",");
    let opens = |t: TokenId| page.is_any(t, "which who whose once already") || page.word(t).ends_with("ed");
    // "Founded in 2010, the group has 14 members"
    let opens = |open: TokenId| opens(open) || page.is_any(open, PARTICIPLES);
    let open = comma.map(|comma| comma + 1).or((token < sentence.start + 8).then_some(sentence.start));
    open.is_some_and(|open| {
        let close = || (token..sentence.end).take(INSERTION).find(|t| page.word(*t) == ",");
        opens(open) && close().is_some_and(|close| other < open || other > close)
    })
}

/// Irregular participles that open an insertion.
const PARTICIPLES: &str = "born built begun held made set won";

/// Tokens of an insertion before and behind what stands in it, at most.
const INSERTION: usize = 14;

/// Verbs that open a part of their own behind "and".
const MODALS: &str = "will would is are was were has have had can could may might";

/// Whether a semicolon, another figure, or the end of an insertion stands between.
fn parted(page: &Page<'_>, timex: (TokenId, TokenId), figure: (TokenId, TokenId)) -> bool {
    if inserted(page, figure.0, timex.0) || inserted(page, timex.0, figure.0) {
        return true;
    }
    let between = if timex.1 < figure.0 { timex.1 + 1..figure.0 } else { figure.1 + 1..timex.0 };
    // "had hired 300 nurses since May and would open two wards by June": another verb begins its own part.
    let turns = |t: TokenId| page.is_any(t, "and but") && page.is_any(t + 1, MODALS);
    // "41 this year, compared with 37": what is compared has a date of its own.
    let compared = |t: TokenId| timex.1 < figure.0 && page.is_any(t, "compared versus against");
    between.into_iter().any(|t| page.word(t) == ";" || page.figures.at(t).is_some() || turns(t) || compared(t))
}

/// Whether the words before a date say that it is when something else begins or ends, or what the figure is
/// compared with: "after 7.30pm", "until May", "more than in 2022".
fn excluded(page: &Page<'_>, token: TokenId) -> bool {
    // "2022-23"
    let dashed = token >= 2 && matches!(page.word(token - 1), "-" | "–");
    let token = if dashed { token - 2 } else { token };
    token.checked_sub(1).is_some_and(|t| page.is_any(t, "after before until till than"))
        || token.checked_sub(2).is_some_and(|t| page.is_any(t, "than"))
        // "compared with none in 1927"
        || (2..6).any(|back| token.checked_sub(back).is_some_and(|t| page.is_any(t, "compared")))
}

/// Whether the date tells when something was said: right after a verb of speech.
fn after_cue(page: &Page<'_>, token: TokenId) -> bool {
    (1..=3)
        .any(|back| token.checked_sub(back).is_some_and(|t| page.lexicon.has(crate::pack::Table::Speech, page.word(t))))
}
