//! Weights to bytes: the small ones dropped, the rest in logarithmic steps. See `src/lexicon/model.rs`.

use crate::data::Allowed;
use crate::learn::{BITS, Learnt};
use tallysheet::lexicon::lists::Lists;
use tallysheet::lexicon::model::{LABELS, MAGIC, STEPS};

/// The largest weight as a whole number.
const TOP: f64 = 8000.0;

/// The size of the smallest of the `count` largest weights.
fn least(learnt: &Learnt, count: usize) -> f64 {
    let mut sizes: Vec<f64> = learnt.weights.iter().flatten().map(|w| w.abs()).filter(|w| *w > 0.0).collect();
    sizes.sort_by(|a, b| b.total_cmp(a));
    sizes.get(count).or(sizes.last()).copied().unwrap_or(1.0)
}

/// For each bucket the labels for which it has one of the `count` largest weights.
pub fn chosen(learnt: &Learnt, count: usize) -> Vec<Allowed> {
    let least = least(learnt, count);
    let labels = |row: &[f64; LABELS]| (0..LABELS).filter(|l| row[*l].abs() > least).fold(0, |set, l| set | 1 << l);
    learnt.weights.iter().map(labels).collect()
}

/// The model file, with about `cells` weights and all lists.
pub fn model(learnt: &Learnt, cells: usize, lists: &Lists) -> Vec<u8> {
    let most = least(learnt, 1000);
    // Below that, the steps would be too wide for the others.
    let least = least(learnt, cells).max(most / 40.0);
    let widest = learnt.transitions.iter().flatten().fold(0.0f64, |most, w| most.max(w.abs()));
    let half = STEPS / 2;
    let ratio = (most / least).powf(1.0 / (half as f64 - 1.0));
    let scale = (TOP / most).min(30_000.0 / widest.max(1e-9));
    let code = |weight: f64| -> u8 {
        let step = ((weight.abs() / least).ln() / ratio.ln()).round().clamp(0.0, half as f64 - 1.0) as usize;
        (step + if weight > 0.0 { half } else { 0 }) as u8
    };
    let mut out = MAGIC.to_vec();
    out.extend([BITS as u8, LABELS as u8]);
    for step in 0..STEPS {
        let size = (least * ratio.powi((step % half) as i32) * scale).round() as i16;
        out.extend((if step < half { -size } else { size }).to_le_bytes());
    }
    for weight in learnt.transitions.iter().flatten() {
        out.extend(((weight * scale).round().clamp(-32000.0, 32000.0) as i16).to_le_bytes());
    }
    let (mut index, mut labels, mut codes) = (Vec::new(), Vec::new(), Vec::new());
    let (mut features, mut last) = (0u32, 0);
    for (bucket, weights) in learnt.weights.iter().enumerate() {
        let before = labels.len();
        for (label, weight) in weights.iter().enumerate().filter(|(_, w)| w.abs() > least) {
            labels.push(label as u8);
            codes.push(code(*weight));
        }
        if labels.len() > before {
            number(&mut index, (bucket - last) as u32);
            index.push((labels.len() - before) as u8);
            last = bucket;
            features += 1;
        }
    }
    number(&mut out, features);
    number(&mut out, labels.len() as u32);
    out.extend(index);
    out.extend(labels);
    out.extend(codes);
    names(&mut out, lists);
    out
}

fn names(out: &mut Vec<u8>, lists: &Lists) {
    number(out, lists.iter().len() as u32);
    let mut last = 0;
    for (key, _) in lists.iter() {
        number(out, key - last);
        last = key;
    }
    out.extend(lists.iter().map(|(_, classes)| classes.to_le_bytes()[0]));
    out.extend(lists.iter().map(|(_, classes)| classes.to_le_bytes()[1]));
}

fn number(out: &mut Vec<u8>, mut number: u32) {
    while number >= 0x80 {
        out.push(number as u8 | 0x80);
        number >>= 7;
    }
    out.push(number as u8);
}
