//! Who and where, as entities × articles; and who said what.

use super::{Scope, words};
use crate::analyze::Analysis;
use crate::base::{Named, Span, sort};
use crate::corpus::ItemKind;
use crate::query::dims::speaker_value;
use crate::view::answer::{Matrix, MatrixCell, MatrixRow, QuoteRow, Speaker};
use crate::view::jsonl::quote_kind;
use std::collections::BTreeMap;

/// Entities × articles, most mentioned first.
pub fn matrix(scope: &Scope<'_>) -> Matrix {
    let columns = scope.cards.len();
    let mut rows: BTreeMap<u32, Vec<MatrixCell>> = BTreeMap::new();
    for item in scope.shown(ItemKind::Name) {
        let Some(entity) = scope.corpus.entity_of_name(item.article, item.index) else { continue };
        let row = rows.entry(entity).or_insert_with(|| vec![MatrixCell::default(); columns]);
        if let Some(cell) = row.get_mut(item.article as usize) {
            if cell.count == 0 {
                cell.first = words::mark_anchor(scope.key(item.article), item.span, 'n');
            }
            cell.count += 1;
        }
    }
    let mut rows: Vec<MatrixRow> = rows
        .into_iter()
        .filter_map(|(id, cells)| {
            let entity = scope.corpus.entities.get(id as usize)?;
            Some(MatrixRow {
                key: entity.key.clone(),
                label: entity.name.clone(),
                kind: entity.kind.word().to_owned(),
                kind_label: words::kind(entity.kind).to_owned(),
                aliases: entity.aliases().map(str::to_owned).collect(),
                corrected: entity.corrected,
                total: cells.iter().map(|c| c.count).sum(),
                cells,
            })
        })
        .collect();
    sort::by(&mut rows, |a, b| b.total.cmp(&a.total).then_with(|| a.label.cmp(&b.label)));
    Matrix { articles: scope.cards.iter().map(|c| c.key.clone()).collect(), rows }
}

/// Who is quoted, most quoted first; quotes without a speaker last.
pub fn speakers(scope: &Scope<'_>) -> Vec<Speaker> {
    let mut speakers: Named<Speaker> = Named::default();
    for item in scope.shown(ItemKind::Quote) {
        let Some(analysis) = scope.corpus.article(item.article) else { continue };
        let Some(voice) = analysis.attached.quotes.get(item.index as usize) else { continue };
        let Some(row) = quote(analysis, item.index) else { continue };
        let value = speaker_value(scope.corpus, item.article, voice.entity, &voice.canonical);
        let key = voice.entity.and_then(|e| scope.corpus.entity(item.article, e));
        let key = key.and_then(|e| scope.corpus.entities.get(e as usize)).map_or("", |e| &e.key);
        let speaker = speakers.entry(&value.name, || Speaker {
            speaker: value.name.clone(),
            label: value.label,
            key: key.to_owned(),
            quotes: Vec::new(),
        });
        speaker.quotes.push(row);
    }
    let mut speakers: Vec<Speaker> = speakers.into_values();
    let nobody = |s: &Speaker| s.speaker == crate::query::dims::NO_SOURCE;
    sort::by(&mut speakers, |a, b| {
        (nobody(a), core::cmp::Reverse(a.quotes.len()), &a.label).cmp(&(
            nobody(b),
            core::cmp::Reverse(b.quotes.len()),
            &b.label,
        ))
    });
    speakers
}

/// One quote as a row.
pub fn quote(analysis: &Analysis, index: u32) -> Option<QuoteRow> {
    let mention = analysis.found.quotes.get(index as usize)?;
    let quote = &mention.value;
    let text = |span: Span| analysis.slice(span).to_owned();
    Some(QuoteRow {
        at: words::mark_anchor(&analysis.key, mention.span, 'q'),
        article: analysis.key.clone(),
        words: quote.segments.iter().map(|s| text(*s)).collect(),
        kind: quote_kind(quote.kind).to_owned(),
        cue: quote.cue.map_or_else(String::new, text),
        speaker_words: quote.speaker.map_or_else(String::new, text),
        rule: words::note(mention.rule),
    })
}
