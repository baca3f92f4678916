//! Any bytes as the tagger's model: read or refused, and what was read can be used.

#![no_main]

use libfuzzer_sys::fuzz_target;
use tallysheet::lexicon::model::{LABELS, Model};

fuzz_target!(|bytes: &[u8]| {
    let Some(model) = Model::read(bytes) else { return };
    let mut scores = vec![[0; LABELS]; 3];
    for (feature, scores) in (0u32..).step_by(0x0fff_ffff).zip(scores.iter_mut()) {
        model.weights.add(feature, scores);
    }
    assert_eq!(model.best(&scores).len(), 3);
});
