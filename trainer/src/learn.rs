//! The learner, in two steps. A structured perceptron chooses which weights there are at all: it is sparse by
//! nature, for it touches only what it gets wrong. A conditional random field then learns the chosen weights
//! anew, each annotated label made as likely as it can be.
//!
//! In both the right answer may be any that the annotation allows: the sum over all of them (the latent-variable
//! form of Quattoni and others, 2007), or the best.

use crate::data::{Allowed, Sentence};
use tallysheet::lexicon::model::{LABELS, Scores, best};

/// Bits of the feature hash.
pub const BITS: u32 = 20;
/// Features seen less often than this say nothing that holds elsewhere.
const LEAST: u8 = 3;
/// Of a hundred features so many are left out at each look, so that none is relied on alone.
const LEFT_OUT: u64 = 50;
/// The perceptron: a wrong label must be worse by this much, or it is corrected all the same.
const MARGIN: i32 = 30;
/// So many perceptrons, which see the sentences in different orders, are one.
const PERCEPTRONS: u64 = 2;
/// How often each sees all sentences.
const ROUNDS: usize = 8;
/// How much more the field weighs than the perceptron where both are joined.
const FIELD: f64 = 2.0;
/// The last rounds see news alone: what is learnt last weighs most.
const NEWS_ROUNDS: usize = 2;

/// What was learnt: a weight for each bucket and label, and for each label after another.
pub struct Learnt {
    pub weights: Vec<[f64; LABELS]>,
    pub transitions: [[f64; LABELS]; LABELS],
}

impl Learnt {
    fn rows(&mut self) -> impl Iterator<Item = &mut [f64; LABELS]> {
        self.weights.iter_mut().chain(&mut self.transitions)
    }

    /// Adds another's weights, so many times as large.
    fn add(&mut self, other: &Self, times: f64) {
        for (row, more) in self.rows().zip(other.weights.iter().chain(&other.transitions)) {
            row.iter_mut().zip(more).for_each(|(row, more)| *row += times * more);
        }
    }

    /// Leaves only the weights that `chosen` has a bit for.
    pub fn keep(&mut self, chosen: &[Allowed]) {
        for (row, chosen) in self.weights.iter_mut().zip(chosen) {
            (0..LABELS).filter(|l| chosen >> l & 1 == 0).for_each(|l| row[l] = 0.0);
        }
    }

    /// Adds what a field learnt for the same weights: their errors differ, and the sum is better than both.
    pub fn join(&mut self, field: &Self) {
        let times = FIELD * self.size() / field.size();
        self.add(field, times);
    }

    /// How large its weights are together.
    fn size(&self) -> f64 {
        self.weights.iter().flatten().map(|w| w.abs()).sum()
    }
}

/// Weights and, for the average, their sums over time.
struct State {
    now: Vec<[i32; LABELS]>,
    sum: Vec<[f64; LABELS]>,
    step: f64,
}

impl State {
    fn new(size: usize) -> Self {
        Self { now: vec![[0; LABELS]; size], sum: vec![[0.0; LABELS]; size], step: 1.0 }
    }
    fn add(&mut self, at: usize, label: usize, by: i32) {
        self.now[at][label] += by;
        self.sum[at][label] += self.step * f64::from(by);
    }
    fn average(&self) -> Vec<[f64; LABELS]> {
        let mean = |(now, sum): (&[i32; LABELS], &[f64; LABELS])| {
            core::array::from_fn(|l| f64::from(now[l]) - sum[l] / self.step)
        };
        self.now.iter().zip(&self.sum).map(mean).collect()
    }
}

/// The same numbers on every run: xorshift.
pub struct Random(u64);

impl Random {
    pub const fn new(seed: u64) -> Self {
        Self(0x2545_f491_4f6c_dd1d ^ seed << 32)
    }
    fn below(&mut self, end: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 16) % end
    }
    pub fn shuffle(&mut self, order: &mut [usize]) {
        for at in (1..order.len()).rev() {
            order.swap(at, self.below(at as u64 + 1) as usize);
        }
    }
    /// The features of each token of a sentence, but for those left out this time.
    pub fn some(&mut self, sentence: &Sentence, kept: &mut Vec<Vec<u32>>) {
        kept.resize_with(sentence.features.len(), Vec::new);
        for (kept, features) in kept.iter_mut().zip(&sentence.features) {
            kept.clear();
            kept.extend(features.iter().filter(|_| self.below(100) >= LEFT_OUT));
        }
    }
}

/// How much more a feature counts while others are left out.
pub const MORE: f32 = 100.0 / (100 - LEFT_OUT) as f32;

/// Drops rare features and turns the rest into buckets.
pub fn buckets(sentences: &mut [Sentence]) {
    let mut seen = vec![0u8; 1 << 26];
    let place = |feature: u32| (feature >> 6) as usize;
    for feature in sentences.iter().flat_map(|s| &s.features).flatten() {
        let count = &mut seen[place(*feature)];
        *count = count.saturating_add(1);
    }
    for features in sentences.iter_mut().flat_map(|s| &mut s.features) {
        features.retain(|feature| seen[place(*feature)] >= LEAST);
        features.iter_mut().for_each(|feature| *feature >>= 32 - BITS);
        features.shrink_to_fit();
    }
}

/// Perceptrons that see the sentences in different orders, averaged.
/// The first `news` sentences are from news.
pub fn perceptrons(sentences: &[Sentence], news: usize) -> Learnt {
    let mut all = perceptron(sentences, news, 0);
    for seed in 1..PERCEPTRONS {
        all.add(&perceptron(sentences, news, seed), 1.0);
    }
    all
}

fn perceptron(sentences: &[Sentence], news: usize, seed: u64) -> Learnt {
    let mut weights = State::new(1 << BITS);
    let mut follows = State::new(LABELS);
    let mut order: Vec<usize> = (0..sentences.len()).collect();
    let mut random = Random::new(seed);
    let mut kept: Vec<Vec<u32>> = Vec::new();
    let mut scores: Vec<Scores> = Vec::new();
    for round in 0..ROUNDS {
        random.shuffle(&mut order);
        let mut wrong = 0;
        if round + NEWS_ROUNDS >= ROUNDS {
            order.retain(|at| *at < news);
        }
        for sentence in order.iter().map(|at| &sentences[*at]) {
            scores.clear();
            random.some(sentence, &mut kept);
            for features in &kept {
                let mut score = [0; LABELS];
                for feature in features {
                    for (score, weight) in score.iter_mut().zip(&weights.now[*feature as usize]) {
                        *score += weight;
                    }
                }
                scores.push(score);
            }
            let transitions: [Scores; LABELS] = core::array::from_fn(|l| follows.now[l]);
            let right = best(&scores, &transitions, |at, label| sentence.allowed[at] >> label & 1 == 1);
            for (score, allowed) in scores.iter_mut().zip(&sentence.allowed) {
                for (label, score) in score.iter_mut().enumerate() {
                    *score += MARGIN * i32::from(allowed >> label & 1 == 0);
                }
            }
            let guess = best(&scores, &transitions, |_, _| true);
            if right.iter().zip(&sentence.allowed).any(|(label, allowed)| allowed >> label & 1 == 0) {
                // No sequence is allowed whole: two annotated names overlap.
                continue;
            }
            let (mut right_before, mut guess_before) = (0, 0);
            for ((features, right), guess) in kept.iter().zip(&right).zip(&guess) {
                let (right, guess) = (usize::from(*right), usize::from(*guess));
                if right != guess {
                    wrong += 1;
                    for feature in features {
                        weights.add(*feature as usize, right, 1);
                        weights.add(*feature as usize, guess, -1);
                    }
                }
                if (right_before, right) != (guess_before, guess) {
                    follows.add(right_before, right, 1);
                    follows.add(guess_before, guess, -1);
                }
                (right_before, guess_before) = (right, guess);
            }
            weights.step += 1.0;
            follows.step += 1.0;
        }
        println!("perceptron, round {}: {wrong} labels corrected", round + 1);
    }
    let transitions = follows.average();
    Learnt { weights: weights.average(), transitions: core::array::from_fn(|l| transitions[l]) }
}
