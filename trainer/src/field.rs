//! A linear-chain conditional random field over chosen weights, by stochastic gradients with a step of its own for
//! each weight (AdaGrad; Duchi and others, 2011).

use crate::data::{Allowed, Sentence};
use crate::learn::{Learnt, MORE, Random};
use tallysheet::lexicon::model::{LABELS, may_follow};

type Row = [f32; LABELS];
type Square = [Row; LABELS];

/// The size of a step.
const RATE: f32 = 0.1;
/// How often all sentences are seen.
const ROUNDS: usize = 8;
/// The last rounds see news alone.
const NEWS_ROUNDS: usize = 2;
/// A wrong label counts as if it were more likely by this much (softmax margin; Gimpel and Smith, 2010).
const MARGIN: f32 = 1.5;

/// A weight for each label, and the sum of the squares of its gradients.
#[derive(Clone)]
struct Cell {
    weight: Row,
    squares: Row,
}

impl Cell {
    const NEW: Self = Self { weight: [0.0; LABELS], squares: [1.0; LABELS] };

    fn step(&mut self, label: usize, gradient: f32) {
        self.squares[label] += gradient * gradient;
        self.weight[label] += RATE * gradient / self.squares[label].sqrt();
    }
}

/// What one pass forwards and backwards says of a sentence.
#[derive(Default)]
struct Lattice {
    forward: Vec<Row>,
    backward: Vec<Row>,
}

impl Lattice {
    /// Each token's row is scaled to sum to one, so that nothing runs over. `false` where no sequence is possible.
    fn run(&mut self, emit: &[Row], follow: &Square) -> bool {
        self.forward.clear();
        for own in emit {
            let mut row = follow[0];
            if let Some(before) = self.forward.last() {
                row = [0.0; LABELS];
                for (before, follow) in before.iter().zip(follow) {
                    row.iter_mut().zip(follow).for_each(|(to, by)| *to += before * by);
                }
            }
            row.iter_mut().zip(own).for_each(|(to, by)| *to *= by);
            let sum: f32 = row.iter().sum();
            if sum.is_nan() || sum < 1e-30 {
                return false;
            }
            self.forward.push(row.map(|r| r / sum));
        }
        self.backward.clear();
        self.backward.resize(emit.len(), [1.0; LABELS]);
        for at in (1..emit.len()).rev() {
            let ahead: Row = core::array::from_fn(|l| emit[at][l] * self.backward[at][l]);
            let row = follow.map(|follow| follow.iter().zip(&ahead).map(|(a, b)| a * b).sum::<f32>());
            let sum: f32 = row.iter().sum();
            self.backward[at - 1] = row.map(|r| r / sum);
        }
        true
    }

    /// How likely each label is for a token.
    fn likely(&self, at: usize) -> Row {
        let row: Row = core::array::from_fn(|l| self.forward[at][l] * self.backward[at][l]);
        let sum: f32 = row.iter().sum();
        row.map(|r| r / sum)
    }

    /// Adds how often each label is expected after another.
    fn pairs(&self, emit: &[Row], follow: &Square, sign: f32, out: &mut Square) {
        for ((own, backward), before) in emit.iter().zip(&self.backward).skip(1).zip(&self.forward) {
            let ahead: Row = core::array::from_fn(|l| own[l] * backward[l]);
            let both: Square = core::array::from_fn(|p| core::array::from_fn(|l| before[p] * follow[p][l] * ahead[l]));
            let share = sign / both.iter().flatten().sum::<f32>().max(1e-30);
            out.iter_mut().flatten().zip(both.iter().flatten()).for_each(|(out, both)| *out += both * share);
        }
    }
}

/// Learns the weights that `chosen` has a bit for, and gives their sum over the later rounds. The first `news` sentences are from news.
pub fn learn(sentences: &[Sentence], news: usize, chosen: &[Allowed]) -> Learnt {
    let mut cells = vec![Cell::NEW; chosen.len()];
    let mut follows = vec![Cell::NEW; LABELS];
    let mut sum = Learnt { weights: vec![[0.0; LABELS]; chosen.len()], transitions: [[0.0; LABELS]; LABELS] };
    let mut order: Vec<usize> = (0..sentences.len()).collect();
    let mut random = Random::new(0);
    let mut kept: Vec<Vec<u32>> = Vec::new();
    let (mut all, mut right) = (Lattice::default(), Lattice::default());
    let (mut emit, mut emit_right): (Vec<Row>, Vec<Row>) = Default::default();
    for round in 0..ROUNDS {
        random.shuffle(&mut order);
        if round + NEWS_ROUNDS >= ROUNDS {
            order.retain(|at| *at < news);
        }
        let mut missed = 0.0;
        for sentence in order.iter().map(|at| &sentences[*at]) {
            random.some(sentence, &mut kept);
            emit.clear();
            emit_right.clear();
            for (features, allowed) in kept.iter().zip(&sentence.allowed) {
                let mut row = [0.0; LABELS];
                for feature in features {
                    row.iter_mut().zip(&cells[*feature as usize].weight).for_each(|(row, w)| *row += w);
                }
                let is_right = |label: usize| allowed >> label & 1 == 1;
                let mut row: Row = core::array::from_fn(|l| row[l] * MORE + if is_right(l) { 0.0 } else { MARGIN });
                let most = row.iter().copied().fold(f32::MIN, f32::max);
                row = row.map(|r| (r - most).max(-60.0).exp());
                emit.push(row);
                emit_right.push(core::array::from_fn(|l| if is_right(l) { row[l] } else { 0.0 }));
            }
            let follow: Square = core::array::from_fn(|p| {
                core::array::from_fn(|l| if may_follow(p, l) { follows[p].weight[l].exp() } else { 0.0 })
            });
            if !all.run(&emit, &follow) || !right.run(&emit_right, &follow) {
                continue;
            }
            let mut pairs = [[0.0; LABELS]; LABELS];
            let mut any = false;
            for (at, features) in kept.iter().enumerate() {
                let (likely, wanted) = (all.likely(at), right.likely(at));
                let gradient: Row = core::array::from_fn(|l| wanted[l] - likely[l]);
                missed += f64::from(gradient.iter().map(|g| g.abs()).sum::<f32>()) / 2.0;
                if gradient.iter().all(|g| g.abs() < 0.002) {
                    continue;
                }
                any = true;
                for feature in features {
                    let chosen = chosen[*feature as usize];
                    for label in (0..LABELS).filter(|l| chosen >> l & 1 == 1) {
                        cells[*feature as usize].step(label, gradient[label]);
                    }
                }
            }
            if any {
                all.pairs(&emit, &follow, -1.0, &mut pairs);
                right.pairs(&emit_right, &follow, 1.0, &mut pairs);
                for (cell, row) in follows.iter_mut().zip(&pairs) {
                    (0..LABELS).for_each(|l| cell.step(l, row[l]));
                }
            }
        }
        println!("field, round {}: {missed:.0} labels missed", round + 1);
        if round >= ROUNDS / 2 {
            for (sum, cell) in sum.weights.iter_mut().chain(&mut sum.transitions).zip(cells.iter().chain(&follows)) {
                sum.iter_mut().zip(&cell.weight).for_each(|(sum, w)| *sum += f64::from(*w));
            }
        }
    }
    sum
}
