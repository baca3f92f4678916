//! The values of every item in every dimension, made once for a corpus.

use super::dims::{DIMS, Dim, Value};
use crate::base::{Named, sort};
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
        Self { dims: DIMS.iter().map(|dim| Column::new(corpus, dim)).collect() }
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

impl Column {
    fn new(corpus: &Corpus, dim: &Dim) -> Self {
        let mut numbers = Numbers::default();
        let own: Vec<Vec<u32>> = corpus.items.iter().map(|item| numbers.of((dim.own)(corpus, item))).collect();
        let beside = if dim.shared { by_sentence(corpus, &own) } else { BTreeMap::new() };
        let mut column = Self::default();
        for (item, own) in corpus.items.iter().zip(own) {
            column.first.push(u32::try_from(column.ids.len()).unwrap_or(u32::MAX));
            if !own.is_empty() {
                column.ids.extend(own);
                continue;
            }
            let sentences = beside.range((item.article, item.first)..=(item.article, item.last));
            let mut shared: Vec<u32> = sentences.flat_map(|(_, ids)| ids).copied().collect();
            if shared.is_empty() {
                column.ids.extend(numbers.of((dim.rest)(corpus, item)));
                continue;
            }
            sort::by_key(&mut shared, |id| *id);
            shared.dedup();
            column.ids.extend(shared);
        }
        column.first.push(u32::try_from(column.ids.len()).unwrap_or(u32::MAX));
        let places;
        (column.values, places) = numbers.in_order();
        column.ids.iter_mut().for_each(|id| *id = places.get(*id as usize).copied().unwrap_or(u32::MAX));
        column
    }
}

/// Values, each with a number in the order they came.
#[derive(Default)]
struct Numbers {
    values: Vec<Value>,
    by_name: Named<u32>,
}

impl Numbers {
    fn of(&mut self, values: Vec<Value>) -> Vec<u32> {
        values.into_iter().map(|value| self.one(value)).collect()
    }

    fn one(&mut self, value: Value) -> u32 {
        if let Some(number) = self.by_name.get(&value.name) {
            return *number;
        }
        let number = u32::try_from(self.values.len()).unwrap_or(u32::MAX);
        self.by_name.put(&value.name, number);
        self.values.push(value);
        number
    }

    /// The values in their order, and for each number the place of its value there.
    fn in_order(self) -> (Vec<Value>, Vec<u32>) {
        let mut numbered: Vec<(Value, u32)> = self.values.into_iter().zip(0..).collect();
        sort::by(&mut numbered, |(a, _), (b, _)| a.cmp(b));
        let mut places = vec![0; numbered.len()];
        for ((_, number), place) in numbered.iter().zip(0..) {
            places[*number as usize] = place;
        }
        (numbered.into_iter().map(|(value, _)| value).collect(), places)
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
