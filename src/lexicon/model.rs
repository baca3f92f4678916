//! The tagger's weights: which features speak for which label, read from `model.bin`.
//!
//! Comes in: the model's bytes, from outside at any time. Goes out: a [`Model`] that scores the features
//! of a token; whole numbers only, so that every machine tags alike. How it was made: `data/model.md`.
//!
//! The file: magic, bits of the feature hash, number of labels, steps of the weights, transitions; then
//! three runs of bytes, one behind the other, because each packs well by itself: for each feature that has
//! weights the distance from the one before and how many, then all labels, then all weights as step codes.
//! Then the lists of names ([`super::lists`]).

use super::lists::Lists;
use crate::pack::EntityKind;

/// The kinds that the tagger tells apart, in the order of their labels. Countries and settlements are one:
/// the table of places tells them apart.
pub const KINDS: [EntityKind; 9] = [
    EntityKind::Person,
    EntityKind::Organisation,
    EntityKind::Settlement,
    EntityKind::Place,
    EntityKind::Facility,
    EntityKind::Group,
    EntityKind::Law,
    EntityKind::Event,
    EntityKind::Product,
];
/// Outside, and for each kind its first and its further tokens.
pub const LABELS: usize = 1 + 2 * KINDS.len();
/// A score for each label.
pub type Scores = [i32; LABELS];

/// What the file begins with.
pub const MAGIC: &[u8; 4] = b"TSM2";
/// Codes of weights: 0 to 15 negative, 16 to 31 positive, from small to large.
pub const STEPS: usize = 32;

/// Whether a label may follow another: a further token only follows its own kind.
#[must_use]
pub const fn may_follow(before: usize, label: usize) -> bool {
    label == 0 || label % 2 == 1 || before == label || before + 1 == label
}

/// The model, ready to be asked.
#[derive(Clone, Debug)]
pub struct Model {
    /// What each feature says.
    pub weights: Weights,
    /// What it costs that a label follows another.
    pub transitions: [Scores; LABELS],
    /// The lists of names and words that its features ask.
    pub lists: Lists,
}

/// Weights of hashed features.
#[derive(Clone, Debug)]
pub struct Weights {
    /// How far a feature's hash is shifted right to give its bucket.
    shift: u32,
    /// A bit for each bucket: whether it has cells. With each run of them how many buckets before it have some.
    filled: Vec<(u64, u32)>,
    /// Where the cells of each filled bucket begin; one more at the end.
    starts: Vec<u32>,
    /// Label and weight.
    cells: Vec<(u8, i16)>,
}

impl Weights {
    fn read(at: &mut Reader<'_>, bits: u32, steps: &[i16; STEPS]) -> Option<Self> {
        let (features, count) = (at.number()? as usize, at.number()? as usize);
        let size = 1usize << bits;
        let mut filled = vec![(0u64, 0u32); size.div_ceil(64)];
        let mut starts = Vec::with_capacity(features.min(at.left()) + 1);
        let (mut bucket, mut total) = (0usize, 0u32);
        for _ in 0..features {
            bucket = bucket.checked_add(at.number()? as usize).filter(|b| *b < size)?;
            filled.get_mut(bucket / 64)?.0 |= 1 << (bucket % 64);
            starts.push(total);
            total = total.checked_add(u32::from(at.byte()?))?;
        }
        starts.push(total);
        let mut before = 0;
        for (bits, rank) in &mut filled {
            *rank = before;
            before += bits.count_ones();
        }
        if total as usize != count || before as usize != features {
            return None;
        }
        let (labels, codes) = (at.take(count)?, at.take(count)?);
        let cell = |(label, code): (&u8, &u8)| {
            (usize::from(*label) < LABELS).then_some((*label, *steps.get(usize::from(*code))?))
        };
        let cells = labels.iter().zip(codes).map(cell).collect::<Option<Vec<_>>>()?;
        Some(Self { shift: 32 - bits, filled, starts, cells })
    }

    /// Adds what one feature says to the scores.
    pub fn add(&self, feature: u32, scores: &mut Scores) {
        let bucket = feature >> self.shift;
        let Some((bits, rank)) = self.filled.get(bucket as usize / 64) else { return };
        let bit = 1u64 << (bucket % 64);
        if bits & bit == 0 {
            return;
        }
        let at = (rank + (bits & (bit - 1)).count_ones()) as usize;
        let (Some(from), Some(to)) = (self.starts.get(at), self.starts.get(at + 1)) else { return };
        for (label, weight) in self.cells.get(*from as usize..*to as usize).unwrap_or(&[]) {
            if let Some(score) = scores.get_mut(usize::from(*label)) {
                *score += i32::from(*weight);
            }
        }
    }
}

impl Model {
    /// Reads a model; `None` if the bytes are none.
    #[must_use]
    pub fn read(bytes: &[u8]) -> Option<Self> {
        let mut at = Reader { rest: bytes.strip_prefix(MAGIC)? };
        let bits = u32::from(at.byte()?);
        if !(8..=22).contains(&bits) || usize::from(at.byte()?) != LABELS {
            return None;
        }
        let mut steps = [0i16; STEPS];
        for step in &mut steps {
            *step = at.short()?;
        }
        let mut transitions = [[0; LABELS]; LABELS];
        for to in transitions.iter_mut().flatten() {
            *to = i32::from(at.short()?);
        }
        let weights = Weights::read(&mut at, bits, &steps)?;
        let lists = Lists::read(&mut at)?;
        Some(Self { weights, transitions, lists })
    }

    /// The best labels for a sentence, by its tokens' scores.
    #[must_use]
    pub fn best(&self, scores: &[Scores]) -> Vec<u8> {
        best(scores, &self.transitions, |_, _| true)
    }
}

/// The best allowed sequence of labels: Viterbi. The trainer uses it with what the annotation allows.
pub fn best(scores: &[Scores], transitions: &[Scores; LABELS], allowed: impl Fn(usize, usize) -> bool) -> Vec<u8> {
    const NEVER: i32 = i32::MIN / 4;
    let mut back: Vec<[u8; LABELS]> = Vec::with_capacity(scores.len());
    let mut now = [NEVER; LABELS];
    now[0] = 0;
    for (at, own) in scores.iter().enumerate() {
        let mut next = [NEVER; LABELS];
        let mut from = [0u8; LABELS];
        for label in 0..LABELS {
            if !allowed(at, label) {
                continue;
            }
            let (mut top, mut which) = (NEVER, 0u8);
            // What [`may_follow`] allows: a further token only its own kind, any other everything.
            let befores = if label == 0 || label % 2 == 1 { 0..LABELS } else { label - 1..label + 1 };
            for before in befores {
                let score = now[before] + transitions[before][label];
                if now[before] > NEVER && score > top {
                    (top, which) = (score, before as u8);
                }
            }
            if top > NEVER {
                (next[label], from[label]) = (top + own[label], which);
            }
        }
        back.push(from);
        now = next;
    }
    let mut label = (0..LABELS).max_by_key(|l| (now[*l], core::cmp::Reverse(*l))).unwrap_or(0);
    let mut labels = vec![0; scores.len()];
    for (slot, from) in labels.iter_mut().zip(&back).rev() {
        *slot = label as u8;
        label = usize::from(from[label]);
    }
    labels
}

/// The bytes not yet read.
pub(super) struct Reader<'a> {
    rest: &'a [u8],
}

impl<'a> Reader<'a> {
    pub(super) const fn left(&self) -> usize {
        self.rest.len()
    }
    pub(super) fn take(&mut self, count: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.rest.split_at_checked(count)?;
        self.rest = rest;
        Some(taken)
    }
    fn byte(&mut self) -> Option<u8> {
        self.take(1)?.first().copied()
    }
    fn short(&mut self) -> Option<i16> {
        Some(i16::from_le_bytes(self.take(2)?.try_into().ok()?))
    }
    /// Seven bits a byte, low first.
    pub(super) fn number(&mut self) -> Option<u32> {
        let mut number = 0u32;
        for shift in [0, 7, 14, 21, 28] {
            let byte = self.byte()?;
            number |= u32::from(byte & 0x7f).checked_shl(shift)?;
            if byte < 0x80 {
                return Some(number);
            }
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::{LABELS, MAGIC, Model, STEPS, best, may_follow};

    /// A model of one weight: feature 0 speaks for label 1.
    fn small() -> Vec<u8> {
        let mut bytes = MAGIC.to_vec();
        bytes.extend([8, LABELS as u8]);
        (0..STEPS as i16).for_each(|step| bytes.extend((step * 10).to_le_bytes()));
        bytes.resize(bytes.len() + 2 * LABELS * LABELS, 0);
        bytes.extend([1, 1, 0, 1, 1, 31]);
        // No lists.
        bytes.push(0);
        bytes
    }

    #[test]
    fn reads_what_is_a_model_and_nothing_else() {
        let bytes = small();
        let model = Model::read(&bytes);
        let mut scores = [0; LABELS];
        model.iter().for_each(|m| m.weights.add(0, &mut scores));
        assert_eq!(scores[1], 310);
        for cut in 0..bytes.len() {
            assert!(Model::read(&bytes[..cut]).is_none(), "cut at {cut}");
        }
        for at in 0..bytes.len() {
            let mut bad = bytes.clone();
            bad[at] ^= 0xff;
            let _ = Model::read(&bad);
        }
    }

    #[test]
    fn a_further_token_follows_only_its_own_kind() {
        let mut scores = vec![[0; LABELS]; 3];
        scores[0][2] = 100;
        scores[1][2] = 100;
        scores[2][4] = 100;
        let labels = best(&scores, &[[0; LABELS]; LABELS], |_, _| true);
        assert_eq!(labels, [1, 2, 0]);
        let mut before = 0;
        for label in labels {
            assert!(may_follow(before, usize::from(label)));
            before = usize::from(label);
        }
    }
}
