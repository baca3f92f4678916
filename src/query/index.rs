//! The values of every item in every dimension, made once for a corpus.

use super::dims::{DIMS, Value};
use crate::base::sort;
use crate::corpus::Corpus;
use std::collections::BTreeMap;

/// For each dimension its values, and for each item the ids of its values.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Index {
    dims: Vec<Column>,
}

#[derive(Clone, Debug, Default, PartialEq)]
struct Column {
    values: Vec<Value>,
    /// Where each item's values begin in `ids`; one more than there are items.
    first: Vec<u32>,
    ids: Vec<u32>,
}

impl Index {
    /// Indexes a corpus.
    #[must_use]
    pub fn new(corpus: &Corpus) -> Self {
        let columns = DIMS.iter().map(|dim| {
            let own: Vec<Vec<Value>> = corpus.items.iter().map(|item| (dim.own)(corpus, item)).collect();
            let rest: Vec<Vec<Value>> = corpus.items.iter().map(|item| (dim.rest)(corpus, item)).collect();
            let mut values: Vec<Value> = own.iter().chain(&rest).flatten().cloned().collect();
            sort::by(&mut values, Ord::cmp);
            values.dedup_by(|a, b| a.name == b.name);
            let mut ids: BTreeMap<&str, u32> = BTreeMap::new();
            ids.extend(values.iter().map(|v| v.name.as_str()).zip(0..));
            let numbered = |values: &[Value]| -> Vec<u32> {
                values.iter().filter_map(|v| ids.get(v.name.as_str()).copied()).collect()
            };
            let own: Vec<Vec<u32>> = own.iter().map(|values| numbered(values)).collect();
            let beside = if dim.shared { by_sentence(corpus, &own) } else { BTreeMap::new() };
            let mut column = Column::default();
            for ((item, own), rest) in corpus.items.iter().zip(&own).zip(&rest) {
                column.first.push(u32::try_from(column.ids.len()).unwrap_or(u32::MAX));
                let sentences = beside.range((item.article, item.first)..=(item.article, item.last));
                let mut shared: Vec<u32> = sentences.flat_map(|(_, ids)| ids).copied().collect();
                sort::by_key(&mut shared, |id| *id);
                shared.dedup();
                match (own.is_empty(), shared.is_empty()) {
                    (false, _) => column.ids.extend(own),
                    (true, false) => column.ids.extend(shared),
                    (true, true) => column.ids.extend(numbered(rest)),
                }
            }
            column.first.push(u32::try_from(column.ids.len()).unwrap_or(u32::MAX));
            column.values = values;
            column
        });
        Self { dims: columns.collect() }
    }

    /// A dimension's values, by id.
    #[must_use]
    pub fn values(&self, dim: usize) -> &[Value] {
        self.dims.get(dim).map_or(&[], |column| &column.values)
    }

    /// The ids of an item's values in a dimension.
    #[must_use]
    pub fn of(&self, dim: usize, item: usize) -> &[u32] {
        let Some(column) = self.dims.get(dim) else { return &[] };
        match (column.first.get(item), column.first.get(item + 1)) {
            (Some(first), Some(end)) => column.ids.get(*first as usize..*end as usize).unwrap_or(&[]),
            _ => &[],
        }
    }
}

/// The values that stand in each sentence.
fn by_sentence(corpus: &Corpus, own: &[Vec<u32>]) -> BTreeMap<(u32, u32), Vec<u32>> {
    let mut sentences: BTreeMap<(u32, u32), Vec<u32>> = BTreeMap::new();
    for (item, values) in corpus.items.iter().zip(own).filter(|(_, values)| !values.is_empty()) {
        for sentence in item.first..=item.last {
            sentences.entry((item.article, sentence)).or_default().extend(values);
        }
    }
    sentences
}
