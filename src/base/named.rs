//! Values under names, in the order of the names.
//!
//! The standard library's maps are made anew for every type of key and value, some two kilobytes of wasm
//! each. Here one map leads from a name to a place in a list, whatever stands in the list.

use std::collections::BTreeMap;

/// A map from strings.
#[derive(Clone, Debug)]
pub struct Named<V> {
    places: BTreeMap<String, u32>,
    values: Vec<V>,
}

impl<V> Default for Named<V> {
    fn default() -> Self {
        Self { places: BTreeMap::new(), values: Vec::new() }
    }
}

impl<V> Named<V> {
    /// The value under a name; a new one if there was none.
    pub fn entry(&mut self, name: &str, new: impl FnOnce() -> V) -> &mut V {
        let place = match self.places.get(name) {
            Some(place) => *place as usize,
            None => {
                let place = self.values.len();
                note(&mut self.places, name, place);
                self.values.push(new());
                place
            }
        };
        &mut self.values[place]
    }

    /// Puts a value in the place of the one under a name, if there is one.
    pub fn put(&mut self, name: &str, value: V) {
        match self.places.get(name) {
            Some(place) => self.values[*place as usize] = value,
            None => {
                note(&mut self.places, name, self.values.len());
                self.values.push(value);
            }
        }
    }

    /// The value under a name.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&V> {
        self.values.get(*self.places.get(name)? as usize)
    }

    /// Whether there is a value under a name.
    #[must_use]
    pub fn contains(&self, name: &str) -> bool {
        self.places.contains_key(name)
    }

    /// Names and values from a name on, in the order of the names.
    pub fn from(&self, name: &str) -> impl Iterator<Item = (&str, &V)> {
        let rest = self.places.range::<str, _>((core::ops::Bound::Included(name), core::ops::Bound::Unbounded));
        rest.filter_map(|(name, place)| Some((name.as_str(), self.values.get(*place as usize)?)))
    }

    /// All names and values, in the order of the names.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &V)> {
        self.from("")
    }

    /// The values, in the order of their names.
    #[must_use]
    pub fn into_values(self) -> Vec<V> {
        let mut values: Vec<Option<V>> = self.values.into_iter().map(Some).collect();
        self.places.values().filter_map(|place| values.get_mut(*place as usize)?.take()).collect()
    }
}

#[inline(never)]
fn note(places: &mut BTreeMap<String, u32>, name: &str, place: usize) {
    places.insert(name.to_owned(), u32::try_from(place).unwrap_or(u32::MAX));
}

#[cfg(test)]
mod tests {
    use super::Named;

    #[test]
    fn values_come_in_the_order_of_their_names() {
        let mut counts: Named<u32> = Named::default();
        for word in ["pear", "fig", "plum", "fig"] {
            *counts.entry(word, || 0) += 1;
        }
        counts.put("plum", 7);
        let all: Vec<(&str, u32)> = counts.iter().map(|(word, count)| (word, *count)).collect();
        assert_eq!(all, [("fig", 2), ("pear", 1), ("plum", 7)]);
        assert_eq!(counts.from("p").count(), 2);
        assert_eq!((counts.get("fig"), counts.get("yam")), (Some(&2), None));
        assert_eq!(counts.into_values(), [2, 1, 7]);
    }
}
