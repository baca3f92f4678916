//! Sorting, once for all types.
//!
//! The standard library's sorts are made anew for every type and every comparison, several kilobytes of
//! wasm each. These sort indices, with one sort, and then put the items in that order.

use core::cmp::Ordering;

/// Sorts stably by a comparison.
pub fn by<T>(items: &mut Vec<T>, compare: impl Fn(&T, &T) -> Ordering) {
    let order = order(items.len(), &|a, b| compare(&items[a], &items[b]));
    let mut taken: Vec<Option<T>> = core::mem::take(items).into_iter().map(Some).collect();
    items.extend(order.into_iter().filter_map(|at| taken[at].take()));
}

/// Sorts stably by a key.
pub fn by_key<T, K: Ord>(items: &mut Vec<T>, key: impl Fn(&T) -> K) {
    by(items, |a, b| key(a).cmp(&key(b)));
}

/// The indices below `len` in the order of what they stand for.
#[inline(never)]
fn order(len: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut order: Vec<usize> = (0..len).collect();
    order.sort_by(|a, b| compare(*a, *b));
    order
}

#[cfg(test)]
mod tests {
    use super::by_key;

    #[test]
    fn equals_keep_their_order() {
        let mut words = vec!["pear", "fig", "plum", "kiwi", "yam"];
        by_key(&mut words, |w| w.len());
        assert_eq!(words, ["fig", "yam", "pear", "plum", "kiwi"]);
    }
}
