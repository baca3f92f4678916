//! One article for the reader: blocks, sentences, runs, and the marks with their cards.

use super::{figure, time, words};
use crate::analyze::Analysis;
use crate::analyze::attach::Attribution;
use crate::base::{Span, sort};
use crate::corpus::Corpus;
use crate::corpus::ItemKind;
use crate::extract::{NameForm, QuoteKind, TimexKind};
use crate::query::dims::{bound_words, speaker_value};
use crate::view::answer::RuleNote;
use crate::view::reading::{BlockView, Detail, MarkView, MarkedRun, Reading, SentenceView};

/// An article of the corpus as the reader shows it.
#[must_use]
pub fn reading(corpus: &Corpus, article: u32) -> Option<Reading> {
    let analysis = corpus.article(article)?;
    let (marks, pieces) = marks(corpus, analysis, article);
    let mut sweep = Sweep { analysis, pieces: &pieces, next: 0, active: Vec::new() };
    let mut at = 0;
    let mut blocks = Vec::new();
    for (block, mention) in analysis.document.blocks.iter().zip(&analysis.found.blocks) {
        let range = block.sentences.start as usize..block.sentences.end as usize;
        let mut view = BlockView {
            kind: mention.value.word().to_owned(),
            label: words::block(mention.value).to_owned(),
            article: mention.value.is_article(),
            before: text(analysis, at, block.span.start),
            sentences: Vec::new(),
            rule: words::note(mention.rule),
        };
        at = block.span.start;
        for sentence in analysis.document.sentences.get(range).unwrap_or(&[]) {
            view.sentences.push(SentenceView {
                at: words::sentence_anchor(&analysis.key, sentence.span),
                before: text(analysis, at, sentence.span.start),
                runs: sweep.runs(sentence.span),
            });
            at = sentence.span.end;
        }
        blocks.push(view);
    }
    let end = u32::try_from(analysis.document.text.len()).unwrap_or(u32::MAX);
    Some(Reading { key: analysis.key.clone(), blocks, marks, tail: text(analysis, at, end) })
}

fn text(analysis: &Analysis, start: u32, end: u32) -> String {
    analysis.slice(Span::new(start, end)).to_owned()
}

/// Cuts sentences into runs under the same marks. The marks under way at any point are few, so a pass over
/// all of them is linear.
struct Sweep<'a> {
    analysis: &'a Analysis,
    /// Spans and their mark, in order of start, longer ones first.
    pieces: &'a [(Span, u32)],
    next: usize,
    active: Vec<(Span, u32)>,
}

impl Sweep<'_> {
    fn runs(&mut self, sentence: Span) -> Vec<MarkedRun> {
        let mut runs = Vec::new();
        let mut at = sentence.start;
        while at < sentence.end {
            self.active.retain(|(span, _)| span.end > at);
            while let Some(piece) = self.pieces.get(self.next).filter(|(span, _)| span.start <= at) {
                if piece.0.end > at {
                    self.active.push(*piece);
                }
                self.next += 1;
            }
            let ends = self.active.iter().map(|(span, _)| span.end);
            let starts = self.pieces.get(self.next).map(|(span, _)| span.start);
            let to = ends.chain(starts).filter(|to| *to > at).min().unwrap_or(sentence.end).min(sentence.end);
            let marks = self.active.iter().map(|(_, mark)| *mark).collect();
            runs.push(MarkedRun { text: text(self.analysis, at, to), marks });
            at = to;
        }
        runs
    }
}

/// The marks of an article in order of the text, and the spans they are drawn over.
fn marks(corpus: &Corpus, analysis: &Analysis, article: u32) -> (Vec<MarkView>, Vec<(Span, u32)>) {
    let found = &analysis.found;
    let mut all: Vec<(Span, ItemKind, u32)> = Vec::new();
    all.extend(found.figures.iter().zip(0..).map(|(m, i)| (m.span, ItemKind::Figure, i)));
    all.extend(found.names.iter().zip(0..).map(|(m, i)| (m.span, ItemKind::Name, i)));
    all.extend(found.timexes.iter().zip(0..).map(|(m, i)| (m.span, ItemKind::Date, i)));
    all.extend(found.quotes.iter().zip(0..).map(|(m, i)| (m.span, ItemKind::Quote, i)));
    let rank = |kind| match kind {
        ItemKind::Quote => 0,
        ItemKind::Date => 1,
        ItemKind::Figure => 2,
        ItemKind::Name => 3,
    };
    sort::by_key(&mut all, |(span, kind, _)| (span.start, core::cmp::Reverse(span.end), rank(*kind)));
    let mut marks = Vec::new();
    let mut pieces: Vec<(Span, u32)> = Vec::new();
    for (span, kind, index) in all {
        let view = match kind {
            ItemKind::Figure => figure_mark(corpus, analysis, article, index),
            ItemKind::Name => name_mark(corpus, analysis, article, index),
            ItemKind::Date => date_mark(analysis, index),
            ItemKind::Quote => quote_mark(corpus, analysis, article, index),
        };
        let Some(view) = view else { continue };
        let id = u32::try_from(marks.len()).unwrap_or(u32::MAX);
        marks.push(view);
        match found.quotes.get(index as usize).filter(|_| kind == ItemKind::Quote) {
            Some(quote) => pieces.extend(quote.value.segments.iter().map(|s| (*s, id))),
            None => pieces.push((span, id)),
        }
    }
    sort::by_key(&mut pieces, |(span, id)| (span.start, core::cmp::Reverse(span.end), *id));
    (marks, pieces)
}

fn detail(label: &str, value: String, at: String) -> Detail {
    let stated = !value.is_empty();
    let value = if stated { value } else { "not stated".to_owned() };
    Detail { label: label.to_owned(), value, stated, at }
}

/// The quote that gives a figure its source.
fn source_anchor(analysis: &Analysis, source: &Attribution) -> String {
    let quote = source.quote.and_then(|quote| analysis.found.quotes.get(quote as usize));
    quote.map_or_else(|| name_anchor(analysis, source.speaker), |q| words::mark_anchor(&analysis.key, q.span, 'q'))
}

/// The mark of the date that stands within a phrase.
fn date_anchor(analysis: &Analysis, span: Span) -> String {
    let timexes = &analysis.found.timexes;
    let shown = |kind| matches!(kind, TimexKind::Date | TimexKind::Time);
    let at = timexes.partition_point(|t| t.span.end <= span.start);
    let hit = timexes.get(at).filter(|t| t.span.overlaps(span) && shown(t.value.kind));
    hit.map_or_else(String::new, |t| words::mark_anchor(&analysis.key, t.span, 'd'))
}

/// The mark of the name that stands within a phrase.
fn name_anchor(analysis: &Analysis, span: Span) -> String {
    let names = &analysis.found.names;
    let at = names.partition_point(|n| n.span.end <= span.start);
    let hit = names.get(at).filter(|n| n.span.overlaps(span) && n.value.form == NameForm::Name);
    hit.map_or_else(String::new, |n| words::mark_anchor(&analysis.key, n.span, 'n'))
}

fn figure_mark(corpus: &Corpus, analysis: &Analysis, article: u32, index: u32) -> Option<MarkView> {
    let mention = analysis.found.figures.get(index as usize)?;
    let context = analysis.attached.figures.get(index as usize)?;
    let row = figure::row(corpus, article, index)?;
    let qualifier = mention.value.qualifier.map_or_else(String::new, |s| format!(" (“{}”)", analysis.slice(s)));
    let part = context.part_of.and_then(|(part, _)| analysis.found.figures.get(part as usize));
    let cue = context.status_cue.map_or_else(String::new, |(s, _)| format!(" (“{}”)", analysis.slice(s)));
    let said = context.attribution.as_ref();
    let details = vec![
        detail("How firmly", format!("{}{qualifier}", bound_words(mention.value.bound)), String::new()),
        detail("What is counted", row.thing, String::new()),
        detail("Whose", row.whose, String::new()),
        detail(
            "Source",
            said.map_or_else(String::new, |_| row.source),
            said.map_or_else(String::new, |a| source_anchor(analysis, a)),
        ),
        detail("As of", row.as_of, context.as_of.as_ref().map_or_else(String::new, |a| date_anchor(analysis, a.span))),
        detail("Where", row.place, context.place.map_or_else(String::new, |(span, _)| name_anchor(analysis, span))),
        detail(
            "Status",
            match words::status(context.status) {
                "" => "as stated".to_owned(),
                word => format!("{word}{cue}"),
            },
            String::new(),
        ),
        detail(
            "Part of",
            part.map_or_else(String::new, |p| analysis.slice(p.span).to_owned()),
            part.map_or_else(String::new, |p| figure::anchor(analysis, p.span)),
        ),
    ];
    let attached = [
        said.map(|a| a.rule),
        context.as_of.as_ref().map(|a| a.rule),
        context.place.map(|p| p.1),
        context.status_cue.map(|s| s.1),
        context.part_of.map(|p| p.1),
    ];
    let mut rule = row.rule;
    for other in attached.into_iter().flatten() {
        rule.name = format!("{}, {}", rule.name, other.name);
        rule.why = format!("{} {}", rule.why, other.why);
    }
    Some(MarkView {
        at: row.at,
        layer: "figure".to_owned(),
        kind: "Figure".to_owned(),
        words: row.words,
        entity: String::new(),
        reading: row.value,
        details,
        rule,
    })
}

fn name_mark(corpus: &Corpus, analysis: &Analysis, article: u32, index: u32) -> Option<MarkView> {
    let mention = analysis.found.names.get(index as usize)?;
    let entity = corpus.entity_of_name(article, index).and_then(|e| corpus.entities.get(e as usize));
    let kind = match mention.value.form {
        NameForm::Title => "Office",
        NameForm::Nominal | NameForm::Name => words::kind(entity.map_or(mention.value.kind, |e| e.kind)),
    };
    let why = analysis.linked.why.get(index as usize).copied().flatten();
    let mut details = Vec::new();
    if let Some(entity) = entity {
        details.push(detail("Also written", entity.aliases().collect::<Vec<_>>().join(", "), String::new()));
        details.push(detail("Mentions", entity.mentions.to_string(), String::new()));
    }
    if let Some(rule) = why {
        details.push(detail("Why linked", rule.why.to_owned(), String::new()));
    }
    Some(MarkView {
        at: words::mark_anchor(&analysis.key, mention.span, 'n'),
        layer: "name".to_owned(),
        kind: kind.to_owned(),
        words: analysis.slice(mention.span).to_owned(),
        entity: entity.map_or_else(String::new, |e| e.key.clone()),
        reading: entity.map_or_else(|| analysis.slice(mention.span).to_owned(), |e| e.name.clone()),
        details,
        rule: words::note(mention.rule),
    })
}

fn date_mark(analysis: &Analysis, index: u32) -> Option<MarkView> {
    let mention = analysis.found.timexes.get(index as usize)?;
    let timex = &mention.value;
    let kind = match timex.kind {
        TimexKind::Date => "Date",
        TimexKind::Time => "Time",
        TimexKind::Duration => "Length of time",
        TimexKind::Set => "Recurring time",
    };
    Some(MarkView {
        at: words::mark_anchor(&analysis.key, mention.span, 'd'),
        layer: "date".to_owned(),
        kind: kind.to_owned(),
        words: analysis.slice(mention.span).to_owned(),
        entity: String::new(),
        reading: words::date_label(timex),
        details: vec![
            detail("How known", time::why(analysis, timex), String::new()),
            detail("TIMEX3 value", timex.iso.clone(), String::new()),
        ],
        rule: words::note(mention.rule),
    })
}

fn quote_mark(corpus: &Corpus, analysis: &Analysis, article: u32, index: u32) -> Option<MarkView> {
    let mention = analysis.found.quotes.get(index as usize)?;
    let voice = analysis.attached.quotes.get(index as usize)?;
    let quote = &mention.value;
    let text = |span: Option<Span>| span.map_or_else(String::new, |s| analysis.slice(s).to_owned());
    let kind = match quote.kind {
        QuoteKind::Direct => "Direct quote",
        QuoteKind::Mixed => "Partly quoted",
        QuoteKind::Indirect => "Reported speech",
    };
    let speaker = speaker_value(corpus, article, voice.entity, &voice.canonical);
    Some(MarkView {
        at: words::mark_anchor(&analysis.key, mention.span, 'q'),
        layer: "quote".to_owned(),
        kind: kind.to_owned(),
        words: quote.segments.iter().map(|s| analysis.slice(*s)).collect::<Vec<_>>().join(" … "),
        entity: String::new(),
        reading: speaker.label,
        details: vec![
            detail("Speaker as written", text(quote.speaker), String::new()),
            detail("Cue", text(quote.cue), String::new()),
        ],
        rule: voice.rule.map_or_else(
            || words::note(mention.rule),
            |rule| RuleNote {
                name: format!("{}, {}", mention.rule.name, rule.name),
                why: format!("{} {}", mention.rule.why, rule.why),
            },
        ),
    })
}
