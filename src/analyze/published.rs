//! The article's own date, from its text.
//!
//! Comes in: the document and what was found in it. Goes out: the day where a dateline states it; else the
//! days that the clues leave open, each clue with its words and its rule, and never a bare guess. To add a
//! clue, add a function that narrows the [`Days`] and names its evidence, and its call in [`published`].

use crate::base::fold::is_one;
use crate::base::{Day, Rule, Span, day};
use crate::extract::timex::calendar::{day, holiday, number, weekday};
use crate::extract::timex::{self, DATELINE};
use crate::extract::{Basis, Days, Found, Grain, Mention, Tense, Timex};
use crate::lex::{Document, TokenId, TokenKind};
use crate::lexicon::Lexicon;
use crate::pack::{Table, TermRow};

/// A date that is told as past.
pub const AFTER: Rule = Rule { name: "published/after", why: "what is told as past was before the text was written" };
/// A date that is told as to come.
pub const BEFORE: Rule =
    Rule { name: "published/before", why: "what is told as still to come was not over when the text was written" };
/// An office named with its holder.
pub const OFFICE: Rule =
    Rule { name: "published/office", why: "who is called by an office held it when the text was written" };
/// A weekday on which a term began.
pub const SWORN_IN: Rule = Rule {
    name: "published/sworn-in",
    why: "the holder's term began on a day of that name, and a bare weekday lies within the last week",
};
/// An election that lies ahead.
pub const ELECTION: Rule = Rule {
    name: "published/election",
    why: "days before an election in the holder's time is within a month of its day",
};
/// A weekday without a date.
pub const WEEKDAY: Rule = Rule {
    name: "published/weekday",
    why: "a weekday told as past without a date lies within the week before publication",
};

/// When an article was published, by its own text.
#[derive(Clone, Debug, PartialEq)]
pub struct Published {
    /// The day, where the text states it.
    pub day: Option<Day>,
    /// The days that the clues leave.
    pub days: Days,
    /// Stated in the text, or open.
    pub basis: Basis,
    /// The words that speak for it, and the rule that reads them so.
    pub evidence: Vec<(Span, &'static Rule)>,
}

/// Clues shown of one kind; the first few tell enough.
const MOST: usize = 4;

/// Collects what the text says of its own date.
#[must_use]
pub fn published(document: &Document, found: &Found) -> Published {
    if let Some(line) = found.timexes.iter().find(|t| t.rule.name == DATELINE.name)
        && let Some(day) = line.value.days.and_then(|d| d.first)
    {
        let days = Days { first: Some(day), last: Some(day) };
        return Published { day: Some(day), days, basis: Basis::Stated, evidence: vec![(line.span, &DATELINE)] };
    }
    let mut clues = Clues::default();
    dates(found, &mut clues);
    let holders = holders(document);
    for holder in &holders {
        office(*holder, &mut clues);
    }
    for holder in &holders {
        sworn_in(document, found, *holder, &mut clues);
        election(document, found, *holder, &mut clues);
    }
    weekdays(found, &mut clues);
    let days = Days { first: clues.first.and_then(day), last: clues.last.and_then(day) };
    Published { day: None, days, basis: Basis::Open, evidence: clues.evidence }
}

/// What is known so far; days by their numbers.
#[derive(Default)]
struct Clues {
    first: Option<i32>,
    last: Option<i32>,
    evidence: Vec<(Span, &'static Rule)>,
}

impl Clues {
    /// Narrows the days. A clue that would leave none contradicts a better one before it and is left out.
    fn narrow(&mut self, first: Option<i32>, last: Option<i32>, span: Span, rule: &'static Rule) {
        let low = self.first.max(first);
        let high = match (self.last, last) {
            (Some(a), Some(b)) => Some(a.min(b)),
            (a, b) => a.or(b),
        };
        if low.zip(high).is_some_and(|(low, high)| low > high) {
            return;
        }
        let news = low != self.first || high != self.last;
        (self.first, self.last) = (low, high);
        if news {
            self.evidence.push((span, rule));
        }
    }
}

/// Dates given with their year: the latest past one and the first that is to come.
fn dates(found: &Found, clues: &mut Clues) {
    let stated = || found.timexes.iter().filter(|t| t.value.basis == Basis::Stated && t.value.grain <= Grain::Year);
    let edge = |t: &Mention<Timex>, first: bool| {
        let days = t.value.days?;
        if first { days.first } else { days.last }.map(number)
    };
    let past = stated().filter(|t| t.value.tense == Tense::Past).max_by_key(|t| edge(t, true));
    let ahead = stated().filter(|t| t.value.tense == Tense::Future).min_by_key(|t| edge(t, false));
    if let Some(t) = past {
        clues.narrow(edge(t, true), None, t.span, &AFTER);
    }
    if let Some(t) = ahead {
        clues.narrow(None, edge(t, false), t.span, &BEFORE);
    }
}

/// An office-holder as named: the words, and the row.
type Holder = (Span, &'static TermRow<'static>);

/// Who is called by an office: "President Donald Trump", not "former President".
fn holders(document: &Document) -> Vec<Holder> {
    let lexicon = Lexicon::embedded();
    let mut holders: Vec<Holder> = Vec::new();
    for at in 0..document.len() {
        let word = document.word(at);
        if !matches!(word, "President" | "Minister" | "Chancellor") || holders.len() >= MOST {
            continue;
        }
        let before = at.checked_sub(1).map_or("", |b| document.word(b));
        if is_one(before, "former ex then vice late - deputy") {
            continue;
        }
        let names = (1..=3).rev().filter_map(|len: TokenId| {
            let span = document.span(at + 1, at + len);
            let row = lexicon.find(Table::Term, document.slice(span))?;
            let row = lexicon.rows.term_rows.get(usize::from(row)).filter(|row| row.title == word)?;
            Some((document.span(at, at + len), row))
        });
        if let Some(holder) = names.into_iter().next()
            && !holders.iter().any(|(_, row)| core::ptr::eq(*row, holder.1))
        {
            holders.push(holder);
        }
    }
    holders
}

/// The terms of a row as numbers of days; the last one may be open.
fn terms(row: &TermRow<'static>) -> impl Iterator<Item = (i32, Option<i32>)> {
    row.terms.split(' ').filter_map(|term| {
        let (first, last) = term.split_once("..")?;
        Some((number(day::parse(first)?), day::parse(last).map(number)))
    })
}

/// Within the holder's terms.
fn office((span, row): Holder, clues: &mut Clues) {
    let first = terms(row).map(|(first, _)| first).min();
    let open = terms(row).any(|(_, last)| last.is_none());
    let last = if open { None } else { terms(row).filter_map(|(_, last)| last).max() };
    clues.narrow(first, last, span, &OFFICE);
}

/// "sworn in on Monday": the term that began on that weekday.
fn sworn_in(document: &Document, found: &Found, (_, row): Holder, clues: &mut Clues) {
    let cue = found.timexes.iter().filter(|t| t.rule.name == "timex/weekday").find_map(|t| {
        let low = t.tokens.0.saturating_sub(5);
        let start = (low..t.tokens.0).find(|at| {
            let next = document.word(at + 1);
            matches!(document.word(*at), "sworn" | "inaugurated") || document.word(*at) == "took" && next == "office"
        })?;
        Some((document.span(start, t.tokens.1), weekday_of(document, t)?))
    });
    let Some((span, named)) = cue else { return };
    let mut starts = terms(row).map(|(first, _)| first).filter(|first| weekday(*first) == named);
    if let (Some(start), None) = (starts.next(), starts.next()) {
        clues.narrow(Some(start), Some(start + 6), span, &SWORN_IN);
    }
}

/// The weekday that a mention names, from the letters it begins with.
fn weekday_of(document: &Document, mention: &Mention<Timex>) -> Option<i32> {
    const NAMES: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
    let words = (mention.tokens.0..=mention.tokens.1).map(|at| document.word(at));
    words.filter_map(|word| word.get(..3)).find_map(|word| {
        let at = NAMES.iter().position(|name| word.eq_ignore_ascii_case(name))?;
        i32::try_from(at + 1).ok()
    })
}

/// "days before the midterm election": within a month of it.
fn election(document: &Document, found: &Found, (_, row): Holder, clues: &mut Clues) {
    if !row.midterm {
        return;
    }
    let cue = found.timexes.iter().find_map(|t| {
        let next = t.tokens.1 + 1;
        let vote = (next + 1..next + 4).find(|at| document.word(*at).starts_with("midterm"))?;
        (document.word(next) == "before" && document.token(vote).kind == TokenKind::Word)
            .then(|| document.span(t.tokens.0, vote))
    });
    let Some(span) = cue else { return };
    // Two years into each term.
    let votes = terms(row).filter_map(|(first, _)| {
        let year = i32::from(day(first)?.year()) + 1;
        holiday("11-1#1+1", year)
    });
    let votes: Vec<i32> = votes.collect();
    if let (Some(first), Some(last)) = (votes.iter().min(), votes.iter().max()) {
        clues.narrow(Some(first - 30), Some(last - 1), span, &ELECTION);
    }
}

/// Weekdays told as past: shown, for who can name the week; they narrow a week that is known.
fn weekdays(found: &Found, clues: &mut Clues) {
    let bare = found.timexes.iter().filter(|t| t.rule.name == timex::WEEKDAY.name && t.value.tense == Tense::Past);
    clues.evidence.extend(bare.take(MOST).map(|t| (t.span, &WEEKDAY)));
}

#[cfg(test)]
mod tests {
    use super::{Published, published};
    use crate::extract::{Basis, extract};
    use crate::lex;
    use crate::lexicon::Lexicon;

    fn read(text: &str) -> Published {
        let document = lex::read(text, Lexicon::embedded());
        published(&document, &extract(&document, Lexicon::embedded(), None))
    }
    fn days(text: &str) -> String {
        let days = read(text).days;
        let show = |day: Option<crate::base::Day>| day.map_or("…".to_owned(), crate::base::day::iso);
        format!("{} {}", show(days.first), show(days.last))
    }
    fn rules(text: &str) -> Vec<&'static str> {
        read(text).evidence.iter().map(|(_, rule)| rule.name).collect()
    }

    #[test]
    fn a_dateline_states_the_day() {
        let found = read("Harbour shut\n\nUpdated on Monday, March 2, 2020\n\nThe harbour was shut in 2019.");
        assert_eq!(found.day.map(crate::base::day::iso).as_deref(), Some("2020-03-02"));
        assert_eq!(found.basis, Basis::Stated);
        // A date within a sentence states nothing.
        assert_eq!(read("The harbour was shut on March 2, 2020.").day, None);
    }

    #[test]
    fn without_one_the_clues_leave_an_interval() {
        assert_eq!(
            days("The pier burnt down in May 2011. It will open again by June 3, 2013."),
            "2011-05-01 2013-06-03"
        );
        assert_eq!(days("Nothing is told of time here."), "… …");
        assert_eq!(
            days("President Jimmy Carter spoke. The former President Barack Obama did not."),
            "1977-01-20 1981-01-20"
        );
        let sworn = "President Barack Obama was sworn in on Monday, and on Tuesday he went to work.";
        assert_eq!(rules(sworn).first(), Some(&"published/office"));
        assert_eq!(
            days("President Biden was sworn in on Wednesday. “We begin,” said President Biden."),
            "2021-01-20 2021-01-26"
        );
        assert_eq!(
            days("President Joe Biden flew to Ohio just days before the midterm election."),
            "2022-10-09 2022-11-07"
        );
    }
}
