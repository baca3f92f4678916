//! The passes of a reading for `read.mjs`: a module of its own, so that the page's stays as it is.

#![allow(missing_docs)] // the bindings' generated items have none

#[cfg(target_family = "wasm")]
#[path = "mod.rs"]
mod passes;

#[cfg(target_family = "wasm")]
mod door {
    use super::passes::{self, Prepared};
    use wasm_bindgen::prelude::*;

    /// Texts that were prepared for the passes.
    #[wasm_bindgen]
    pub struct Passes(Vec<Prepared>);

    #[wasm_bindgen]
    impl Passes {
        /// Prepares the texts.
        #[wasm_bindgen(constructor)]
        #[must_use]
        pub fn new(texts: Vec<String>) -> Self {
            Self(texts.iter().map(|text| Prepared::new(text)).collect())
        }

        /// Takes the learnt model, whose bytes these are.
        pub fn give(bytes: &[u8]) -> bool {
            tallysheet::lexicon::Lexicon::embedded().give_model(bytes)
        }

        /// How many tokens the texts have.
        #[must_use]
        pub fn tokens(&self) -> usize {
            self.0.iter().map(Prepared::tokens).sum()
        }

        /// Runs the learnt model alone over all texts, several times.
        pub fn tag(&self, rounds: u32) {
            for _ in 0..rounds {
                self.0.iter().for_each(Prepared::tag);
            }
        }

        /// The names of the passes, in the order they run.
        #[must_use]
        pub fn names() -> Vec<String> {
            passes::names().into_iter().map(str::to_owned).collect()
        }

        /// Runs one pass over all texts, several times.
        pub fn run(&self, pass: usize, rounds: u32) {
            for _ in 0..rounds {
                self.0.iter().for_each(|text| passes::run(pass, text));
            }
        }
    }
}
