//! The door to the browser: the only file that knows wasm-bindgen, js-sys and web-sys.
//!
//! Few coarse calls, plain data, real errors. Arguments are decoded inside the call, so that a bad one
//! leaves the session usable.

#![allow(missing_docs)] // the bindings' generated items have none

use crate::session::{Error, Session};
use crate::view::request::{Correction, NewArticle, Question};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = r#"
/** What every call throws. */
export interface TallysheetError extends Error { code: string; }
/** Where the marks of an article stand. */
export interface Minimap { place: Float32Array; layer: Uint8Array; }
"#;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(typescript_type = "Question")]
    pub type JsQuestion;
    #[wasm_bindgen(typescript_type = "NewArticle")]
    pub type JsNewArticle;
    #[wasm_bindgen(typescript_type = "Answer")]
    pub type JsAnswer;
    #[wasm_bindgen(typescript_type = "Reading")]
    pub type JsReading;
    #[wasm_bindgen(typescript_type = "EntityPage")]
    pub type JsEntityPage;
    #[wasm_bindgen(typescript_type = "CoMentions")]
    pub type JsCoMentions;
    #[wasm_bindgen(typescript_type = "Correction[]")]
    pub type JsCorrections;
    #[wasm_bindgen(typescript_type = "Minimap")]
    pub type JsMinimap;
}

/// A collection that is being read and asked; begins with the embedded articles.
#[wasm_bindgen(js_name = Session)]
pub struct Door {
    session: Session,
    read_ms: f64,
}

#[wasm_bindgen(js_class = Session)]
impl Door {
    /// Reads the embedded articles.
    #[wasm_bindgen(constructor)]
    #[must_use]
    pub fn new() -> Self {
        let (session, read_ms) = timed(Session::embedded);
        Self { session, read_ms }
    }

    /// How long the last reading took, in milliseconds, by the Worker's own clock; 0 where it has none.
    #[wasm_bindgen(getter, js_name = readMs)]
    #[must_use]
    pub fn read_ms(&self) -> f64 {
        self.read_ms
    }

    /// Answers one question. Throws `bad_question` or `bad_argument`.
    pub fn ask(&self, question: JsQuestion) -> Result<JsAnswer, JsValue> {
        let question: Question = decode(question.into())?;
        encode(&self.session.ask(&question).map_err(throw)?).map(JsCast::unchecked_into)
    }

    /// One article for the reader. Throws `no_such_article`.
    pub fn read(&self, key: &str) -> Result<JsReading, JsValue> {
        encode(&self.session.read(key).map_err(throw)?).map(JsCast::unchecked_into)
    }

    /// Everything the collection says of one entity, by its key. Throws `no_such_entity`.
    pub fn entity(&self, key: &str) -> Result<JsEntityPage, JsValue> {
        encode(&self.session.entity(key).map_err(throw)?).map(JsCast::unchecked_into)
    }

    /// Who and what is named in the same sentences, in at least `minimum` of them.
    #[wasm_bindgen(js_name = coMentions)]
    pub fn co_mentions(&self, minimum: u32) -> Result<JsCoMentions, JsValue> {
        encode(&self.session.co_mentions(minimum)).map(JsCast::unchecked_into)
    }

    /// Reads an article and puts it last; gives its key. Throws `bad_article`, `already_there` or `bad_argument`.
    pub fn add(&mut self, article: JsNewArticle) -> Result<String, JsValue> {
        let article: NewArticle = decode(article.into())?;
        let (added, read_ms) = timed(|| self.session.add(&article));
        self.read_ms = read_ms;
        added.map_err(throw)
    }

    /// Lays these corrections over what was linked, in place of those before. Throws `bad_correction` or `bad_argument`.
    pub fn correct(&mut self, log: JsCorrections) -> Result<(), JsValue> {
        let log: Vec<Correction> = decode(log.into())?;
        self.session.correct(&log).map_err(throw)
    }

    /// Takes an article out. Throws `no_such_article`.
    pub fn remove(&mut self, key: &str) -> Result<(), JsValue> {
        self.session.remove(key).map_err(throw)
    }

    /// Takes the tagger's model in; `false` if the bytes are none. What is here is then read anew by `readOn`.
    #[wasm_bindgen(js_name = takeModel)]
    pub fn take_model(&mut self, bytes: &[u8]) -> bool {
        let (given, read_ms) = timed(|| self.session.take_model(bytes));
        if given {
            self.read_ms = read_ms;
        }
        given
    }

    /// Reads one more article anew with the model; `false` if none was left.
    #[wasm_bindgen(js_name = readOn)]
    pub fn read_on(&mut self) -> bool {
        let (more, read_ms) = timed(|| self.session.read_on());
        self.read_ms += read_ms;
        more
    }

    /// Where the marks of an article stand, as columns for its minimap: `place`, the share of the text
    /// before each mark (0 to 1), and `layer`, its layer (0 figure, 1 name, 2 date, 3 quote).
    /// Throws `no_such_article`.
    pub fn minimap(&self, key: &str) -> Result<JsMinimap, JsValue> {
        let (places, layers) = self.session.minimap(key).map_err(throw)?;
        let columns = js_sys::Object::new();
        // Setting a property of a fresh object does not fail.
        let _ = js_sys::Reflect::set(&columns, &"place".into(), &js_sys::Float32Array::from(places.as_slice()));
        let _ = js_sys::Reflect::set(&columns, &"layer".into(), &js_sys::Uint8Array::from(layers.as_slice()));
        Ok(columns.unchecked_into())
    }
}

impl Default for Door {
    fn default() -> Self {
        Self::new()
    }
}

fn decode<T: DeserializeOwned>(value: JsValue) -> Result<T, JsValue> {
    serde_wasm_bindgen::from_value(value).map_err(|e| throw(Error::new("bad_argument", e.to_string())))
}

fn encode<T: Serialize>(value: &T) -> Result<JsValue, JsValue> {
    let serializer = Serializer::new().serialize_missing_as_null(false);
    value.serialize(&serializer).map_err(|e| throw(Error::new("bad_argument", e.to_string())))
}

/// A real JavaScript error with its code.
fn throw(error: Error) -> JsValue {
    let js = js_sys::Error::new(&error.to_string());
    js.set_name("TallysheetError");
    // Setting a property of a fresh error does not fail.
    let _ = js_sys::Reflect::set(&js, &"code".into(), &error.code().into());
    js.into()
}

/// What `work` gives and how long it took, by the Worker's clock.
fn timed<T>(work: impl FnOnce() -> T) -> (T, f64) {
    let clock = || -> Option<web_sys::Performance> {
        js_sys::global().dyn_into::<web_sys::WorkerGlobalScope>().ok()?.performance()
    };
    let Some(performance) = clock() else { return (work(), 0.0) };
    let start = performance.now();
    let result = work();
    let took = performance.now() - start;
    if took > SLOW_MS {
        web_sys::console::info_2(&"tallysheet: a slow reading, in milliseconds:".into(), &took.into());
    }
    (result, took)
}

/// A reading that takes longer than this is worth a line in the console.
const SLOW_MS: f64 = 1000.0;
