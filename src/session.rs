//! A corpus and its answers: the one object both doors (the browser's and the command line's) hold, and
//! the one public error.
//!
//! To add a question the page can ask: a method here, its types in [`crate::view`], its line in `wasm.rs`.

use crate::analyze::{self, Analysis, Article, Fact};
use crate::base::day;
use crate::corpus::Corpus;
use crate::corpus::correct::{self, Change};
use crate::lexicon::Lexicon;
use crate::pack::{Known, PackedArticle, PackedFact};
use crate::query::{self, Index};
use crate::view::answer::Answer;
use crate::view::compose;
use crate::view::entity::{CoMentions, EntityPage};
use crate::view::reading::Reading;
use crate::view::request::{Correction, NewArticle, Question};
use std::cell::OnceCell;
use std::rc::Rc;

static ARTICLES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/articles.bin"));

/// A text longer than this is refused: it is no article, and a page's memory is bounded.
pub const MAX_TEXT: usize = 4 << 20;

/// What went wrong: a code for programs and a sentence for people.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Error {
    code: &'static str,
    message: String,
}

impl Error {
    /// An error with a code of the door.
    #[must_use]
    pub fn new(code: &'static str, message: impl Into<String>) -> Self {
        Self { code, message: message.into() }
    }

    /// `bad_question`, `bad_article`, `no_such_article`, `no_such_entity`, `already_there`, `bad_correction` or `bad_argument`.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        self.code
    }
}

impl core::fmt::Display for Error {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str(&self.message)
    }
}
impl core::error::Error for Error {}

/// A collection that is being read and asked.
///
/// ```
/// use tallysheet::session::Session;
/// use tallysheet::view::request::{NewArticle, Question};
///
/// let mut session = Session::embedded();
/// let all = session.ask(&Question::default()).unwrap();
/// assert_eq!(all.articles.len(), 3);
///
/// let text = "The council said on Monday that 1,200 homes were flooded.".to_owned();
/// let key = session.add(&NewArticle { text, ..NewArticle::default() }).unwrap();
/// assert!(session.read(&key).is_ok());
/// ```
#[derive(Debug)]
pub struct Session {
    /// The articles as they were read, in the order they came.
    articles: Vec<Rc<Analysis>>,
    /// What links them; made when it is first asked for, so that adding many articles costs their reading only.
    linked: OnceCell<Linked>,
    /// Keys of articles still to be read anew with the tagger's model, the next one last.
    waiting: Vec<String>,
    /// Articles read anew that wait for the others.
    anew: Vec<Rc<Analysis>>,
    /// The reader's corrections.
    changes: Vec<Change>,
}

/// Articles linked, and what questions are answered from.
#[derive(Debug)]
struct Linked {
    corpus: Corpus,
    index: Index,
}

/// The embedded articles, unread. Empty only if the build's own pack could not be unpacked, which a test
/// would show.
#[must_use]
pub fn embedded() -> Vec<Article> {
    let fact = |f: &PackedFact<'_>| Fact::new(f.value, f.known, f.why);
    let packed: Vec<PackedArticle<'_>> = postcard::from_bytes(ARTICLES).unwrap_or_default();
    let article = |a: &PackedArticle<'_>| Article {
        headline: fact(&a.headline),
        outlet: fact(&a.outlet),
        published: fact(&a.published),
        embedded: true,
        ..Article::of(a.text.to_owned())
    };
    packed.iter().map(article).collect()
}

impl Session {
    /// Reads the embedded articles.
    #[must_use]
    pub fn embedded() -> Self {
        Self::with(embedded().into_iter().map(|article| Rc::new(analyze::read(article))).collect())
    }

    fn with(articles: Vec<Rc<Analysis>>) -> Self {
        let linked = OnceCell::new();
        Self { articles, linked, waiting: Vec::new(), anew: Vec::new(), changes: Vec::new() }
    }

    /// Takes the tagger's model in and reads every article anew with it; keys and order stay. `false` if the
    /// bytes are no model: all is then as it was.
    pub fn give_model(&mut self, bytes: &[u8]) -> bool {
        let given = self.take_model(bytes);
        while self.read_on() {}
        given
    }

    /// Takes the tagger's model in. Articles added from now on are read with it; those that are here are read
    /// anew by [`Session::read_on`]. `false` if the bytes are no model.
    pub fn take_model(&mut self, bytes: &[u8]) -> bool {
        let given = Lexicon::embedded().give_model(bytes);
        if given {
            self.waiting = self.articles.iter().rev().map(|a| a.key.clone()).collect();
            self.anew.clear();
        }
        given
    }

    /// Reads one more article anew, so that a long collection can be asked between two of them. Answers change
    /// with the last one, all at once. `false` if none was left.
    pub fn read_on(&mut self) -> bool {
        let Some(key) = self.waiting.pop() else { return false };
        if let Some(analysis) = self.articles.iter().find(|a| a.key == key) {
            self.anew.push(Rc::new(analyze::read(analysis.article.clone())));
        }
        if self.waiting.is_empty() {
            let anew = core::mem::take(&mut self.anew);
            let newest = |old: &Rc<Analysis>| anew.iter().find(|a| a.key == old.key).unwrap_or(old).clone();
            self.relink(self.articles.iter().map(newest).collect());
        }
        true
    }

    /// Other articles in place of those that were linked; those of which the reader said something else since they were
    /// read are read anew.
    fn relink(&mut self, mut articles: Vec<Rc<Analysis>>) {
        for analysis in &mut articles {
            if let Some(article) = correct::article(analysis, &self.changes) {
                *analysis = Rc::new(analyze::read(article));
            }
        }
        self.articles = articles;
        self.linked = OnceCell::new();
    }

    fn linked(&self) -> &Linked {
        self.linked.get_or_init(|| {
            let corpus = Corpus::corrected(self.articles.clone(), &self.changes);
            let index = Index::new(&corpus);
            Linked { corpus, index }
        })
    }

    /// The articles as they were read.
    #[must_use]
    pub fn articles(&self) -> &[Rc<Analysis>] {
        &self.articles
    }

    /// Answers one question, whole.
    ///
    /// # Errors
    /// `bad_question`, with a sentence that names the filter or value that means nothing here.
    pub fn ask(&self, question: &Question) -> Result<Answer, Error> {
        let Linked { corpus, index } = self.linked();
        let filter = compose::filter(index, question).map_err(|what| Error::new("bad_question", what))?;
        let selection = query::select(corpus, index, &filter);
        Ok(compose::answer(corpus, index, &filter, &selection))
    }

    /// One article for the reader.
    ///
    /// # Errors
    /// `no_such_article`.
    pub fn read(&self, key: &str) -> Result<Reading, Error> {
        let at = self.articles.iter().position(|a| a.key == key);
        at.and_then(|at| compose::reading(&self.linked().corpus, u32::try_from(at).ok()?))
            .ok_or_else(|| Error::new("no_such_article", format!("no article here has the key “{key}”")))
    }

    /// Everything the collection says of one entity, by the key that [`crate::view::answer::MatrixRow`] and the marks of a
    /// reading give.
    ///
    /// # Errors
    /// `no_such_entity`.
    pub fn entity(&self, key: &str) -> Result<EntityPage, Error> {
        let corpus = &self.linked().corpus;
        let at = (0..).zip(&corpus.entities).find(|(_, e)| e.key == key);
        at.and_then(|(at, _)| compose::entity(corpus, at))
            .ok_or_else(|| Error::new("no_such_entity", format!("nothing named here has the key “{key}”")))
    }

    /// Who and what is named in the same sentences, in at least `minimum` of them.
    #[must_use]
    pub fn co_mentions(&self, minimum: u32) -> CoMentions {
        compose::co_mentions(&self.linked().corpus, minimum)
    }

    /// Lays these corrections, in their order, over what was linked, in place of those before. What was read stays, but for
    /// an article of which the log says another day, outlet or headline, or which of its blocks count: it is read anew. With
    /// an empty log all is as it was.
    ///
    /// # Errors
    /// `bad_correction`, with the number of the one that means nothing; all is then as it was.
    pub fn correct(&mut self, log: &[Correction]) -> Result<(), Error> {
        let mut changes = Vec::with_capacity(log.len());
        for (number, one) in (1..).zip(log) {
            let bad = || Error::new("bad_correction", format!("correction {number} means nothing here"));
            changes.push(one.change().ok_or_else(bad)?);
        }
        self.changes = changes;
        self.relink(self.articles.clone());
        Ok(())
    }

    /// Reads an article and puts it last. Gives its key.
    ///
    /// # Errors
    /// `bad_article` for an empty or overlong text or a date that is none; `already_there` for a text that
    /// is here. The collection is then as it was.
    pub fn add(&mut self, new: &NewArticle) -> Result<String, Error> {
        let bad = |what: String| Err(Error::new("bad_article", what));
        if new.text.trim().is_empty() {
            return bad("the text is empty".to_owned());
        }
        if new.text.len() > MAX_TEXT {
            return bad(format!("the text is {} bytes long; up to {MAX_TEXT} can be read", new.text.len()));
        }
        if !new.published.is_empty() && day::parse(&new.published).is_none() {
            return bad(format!("“{}” is not a day written as YYYY-MM-DD", new.published));
        }
        let text = new.text.replace("\r\n", "\n").replace('\r', "\n");
        let key = analyze::key(&text);
        if self.articles.iter().any(|a| a.key == key) {
            return Err(Error::new("already_there", "this text is already in the collection"));
        }
        let fact = |value: &str, at: usize| match (value.trim(), new.by.get(at).map_or("", String::as_str)) {
            ("", _) => Fact::absent("Not stated in the text, and not set."),
            (value, "") => Fact::new(value, Known::Yours, "Set by you."),
            (value, by) => Fact::new(value, Known::Stated, &["Stated in the page’s data (", by, ")."].concat()),
        };
        let article = Article {
            headline: fact(&new.headline, 0),
            outlet: fact(&new.outlet, 1),
            published: fact(&new.published, 2),
            ..Article::of(text)
        };
        let mut articles = self.articles.clone();
        articles.push(Rc::new(analyze::read(article)));
        self.relink(articles);
        Ok(key)
    }

    /// Takes an article out of the collection.
    ///
    /// # Errors
    /// `no_such_article`.
    pub fn remove(&mut self, key: &str) -> Result<(), Error> {
        let mut articles = self.articles.clone();
        articles.retain(|a| a.key != key);
        if articles.len() == self.articles.len() {
            return Err(Error::new("no_such_article", format!("no article here has the key “{key}”")));
        }
        self.relink(articles);
        Ok(())
    }

    /// Where the marks of an article stand: for each, the share of the text before it, and its layer
    /// (0 figure, 1 name, 2 date, 3 quote), in order of the text.
    ///
    /// # Errors
    /// `no_such_article`.
    #[allow(clippy::cast_precision_loss)] // a share of a picture's height
    pub fn minimap(&self, key: &str) -> Result<(Vec<f32>, Vec<u8>), Error> {
        let articles = &self.articles;
        let at = articles.iter().position(|a| a.key == key);
        let at = at.ok_or_else(|| Error::new("no_such_article", format!("no article here has the key “{key}”")))?;
        let length = articles.get(at).map_or(1, |a| a.document.text.len().max(1)) as f32;
        let items = self.linked().corpus.items.iter().filter(|item| item.article as usize == at);
        Ok(items.map(|item| (item.span.start as f32 / length, item.kind as u8)).unzip())
    }
}
