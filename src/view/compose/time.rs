//! What is dated, in order of time.

use super::{Scope, words};
use crate::analyze::Analysis;
use crate::base::{day, sort};
use crate::corpus::ItemKind;
use crate::extract::{Basis, Timex, TimexKind};
use crate::pack::Known;
use crate::view::answer::Event;

/// The dated sentences: every date that is resolved to days.
pub fn events(scope: &Scope<'_>) -> Vec<Event> {
    let shown = scope.shown(ItemKind::Date);
    let mut events: Vec<Event> = shown.filter_map(|i| event(scope.corpus.article(i.article)?, i.index)).collect();
    sort::by(&mut events, |a, b| (&a.first, &a.last).cmp(&(&b.first, &b.last)));
    events
}

/// A date as a row, where it is resolved to days.
pub fn event(analysis: &Analysis, index: u32) -> Option<Event> {
    let mention = analysis.found.timexes.get(index as usize)?;
    // A length with an end at now is no event.
    let days = mention.value.days.filter(|_| mention.value.kind != TimexKind::Duration)?;
    let (first, last) = (days.first.or(days.last)?, days.last.or(days.first)?);
    let sentence = analysis.document.sentences.get(mention.sentence as usize)?;
    Some(Event {
        at: words::mark_anchor(&analysis.key, mention.span, 'd'),
        article: analysis.key.clone(),
        words: analysis.slice(mention.span).to_owned(),
        first: day::iso(first),
        last: day::iso(last),
        label: words::date_label(&mention.value),
        grain: words::grain(mention.value.grain).to_owned(),
        basis: if mention.value.basis == Basis::Stated { "stated" } else { "inferred" }.to_owned(),
        why: why(analysis, &mention.value),
        sentence: words::lit(analysis, sentence.span, &[mention.span]),
        rule: words::note(mention.rule),
    })
}

/// From what a date was resolved, as a sentence.
pub fn why(analysis: &Analysis, timex: &Timex) -> String {
    match timex.basis {
        Basis::Stated => "The words give the whole date.".to_owned(),
        Basis::Open => "Not resolved to the calendar.".to_owned(),
        Basis::Earlier(span) => format!("Reckoned from “{}” earlier in the text.", analysis.slice(span)),
        Basis::Publication => {
            let how = match analysis.article.published.known {
                Known::Stated => "as stated",
                Known::Set => "which we set",
                Known::Yours => "which you set",
                Known::Absent => "as the text gives it",
            };
            analysis.day().map_or_else(
                || "Reckoned from the day of publication.".to_owned(),
                |day| format!("Reckoned from the day of publication, {}, {how}.", words::long_day(day)),
            )
        }
    }
}
