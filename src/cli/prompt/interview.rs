//! Questions one after another: each answer is checked when it is given, one can go back, and what was answered is kept
//! until it has come to something.
//!
//! What is asked next follows from what was answered. A flow of questions is therefore a function that asks them in turn:
//! to go a step back, it is run once more with all the answers but the last.

use super::draft::{Answered, Draft, Kept};
use super::line::{Given, Line, read};
use super::question::Question;
use super::simple::{confirm, pick};
use crate::cli::app::App;
use crate::cli::error::CommandError;
use crate::cli::ui::Ui;
use crate::message::say;
use crate::model::visible;
use crate::personal_data::{find, mask};
use anyhow::Result;
use std::collections::BTreeMap;
use toml::{Table, Value};

/// How a person left a question without an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
enum Left {
    /// To the question before it.
    #[error("one step back")]
    Back,
    /// To one before that.
    #[error("back to question {0}")]
    To(usize),
    /// For good.
    #[error("no more questions")]
    End,
}

/// The questions of a command, and what was answered.
pub struct Interview<'a> {
    app: &'a App,
    draft: Option<Draft>,
    /// What to run to take the answers up again.
    again: String,
    /// What was said before anything was asked.
    given: Table,
    answers: Vec<Answered>,
    /// What stands on the lines of questions that are not answered, by what they ask for.
    begun: BTreeMap<String, String>,
    /// How many questions were asked.
    place: usize,
    /// Whether the command has written something already.
    has_written: bool,
}

/// How much is told of what a draft begins with, in characters.
const MOST_OF_A_DRAFT: usize = 60;

impl<'a> Interview<'a> {
    /// Begins to ask. Answers that were kept are taken up, where somebody wants that.
    pub fn begin(draft: Option<Draft>, again: String, resume: bool, given: Table, app: &'a App) -> Result<Self> {
        let mut interview = Self {
            app,
            draft,
            again,
            given,
            answers: Vec::new(),
            begun: BTreeMap::new(),
            place: 0,
            has_written: false,
        };
        let earlier = interview.draft.as_ref().and_then(Draft::earlier);
        let Some((earlier, kept)) = earlier.and_then(|earlier| Some((earlier.clone(), earlier.read()?))) else {
            if resume {
                return Err(CommandError::failed(app.language.text(say::NO_DRAFT)).into());
            }
            return Ok(interview);
        };
        let is_telling = |text: &&str| text.chars().any(char::is_alphabetic);
        let said = kept.answers.iter().chain(&kept.begun).filter_map(|answer| answer.text.lines().next());
        let first = said.map(str::trim).find(is_telling).unwrap_or("…");
        let question = app.language.say(say::take_up_draft(textwrap::wrap(first, MOST_OF_A_DRAFT)[0].to_string()));
        if resume || confirm(&question, true, app)? {
            // What is said anew goes before what was.
            for (name, value) in kept.given {
                interview.given.entry(name).or_insert(value);
            }
            interview.answers = kept.answers;
            interview.begun = kept.begun.into_iter().map(|begun| (begun.asked, begun.text)).collect();
            interview.draft = Some(earlier);
            interview.recall();
        } else {
            earlier.lay_aside();
        }
        Ok(interview)
    }

    /// Shows what was answered before.
    fn recall(&self) {
        let options = || textwrap::Options::new(self.app.ui.width).initial_indent("  ").subsequent_indent("    ");
        for answer in self.answers.iter().filter(|answer| !answer.text.trim().is_empty()) {
            let line = format!("{}: {}", answer.title, answer.text.split_whitespace().collect::<Vec<_>>().join(" "));
            Ui::say(&visible(&mask(&textwrap::fill(&line, options()))));
        }
    }

    /// Runs a flow of questions to its end, whatever steps back are taken.
    pub fn run<T>(&mut self, flow: impl Fn(&mut Self) -> Result<T>) -> Result<T> {
        loop {
            self.place = 0;
            let error = match flow(self) {
                Ok(done) => return Ok(done),
                Err(error) => error,
            };
            match error.downcast_ref::<Left>() {
                Some(Left::Back) => self.ask_again(self.place.saturating_sub(1)),
                Some(Left::To(place)) => self.ask_again(*place),
                Some(Left::End) => return Err(self.ended()),
                None => return Err(error),
            }
        }
    }

    /// What was said before anything was asked.
    pub fn given(&self) -> Table {
        self.given.clone()
    }

    /// Lets go of what was kept: it has come to something.
    pub fn done(&self) {
        self.draft.iter().for_each(Draft::discard);
    }

    /// Takes the person back to the last question.
    fn step_back<T>(&self) -> Result<T> {
        Err(if self.place == 0 { Left::End.into() } else { Left::Back.into() })
    }

    /// Says what is wrong with what was told, and takes the person back to the answer that it is in, or to the last one.
    pub fn back_from<T>(&self, error: &anyhow::Error) -> Result<T> {
        self.app.report(error);
        let wrong = error.downcast_ref::<CommandError>().and_then(|error| error.at.as_deref()).unwrap_or_default();
        // It may be a part of what was answered, or what was told be a part of a record.
        let is_it = |answer: &Answered| {
            let is_part = wrong.strip_prefix(&*answer.asked).is_some_and(|rest| rest.starts_with(['.', '[']));
            let is_of = wrong.strip_suffix(&*answer.asked).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'));
            is_part || is_of
        };
        // Of personal data a file tells where it stands, and not in which value.
        let has_personal_data = |answer: &Answered| !find(&answer.text).is_empty();
        let of_data = || self.answers.iter().rposition(has_personal_data).filter(|_| wrong.is_empty());
        match self.answers.iter().rposition(is_it).or_else(of_data) {
            Some(place) => Err(Left::To(place).into()),
            None => self.step_back(),
        }
    }

    /// The same interview, of a command that may have written something already.
    #[must_use]
    pub fn after_writing(self, has_written: bool) -> Self {
        Self { has_written, ..self }
    }

    /// Lets a question be asked again; what was answered to it stands on its line, and the later answers are kept.
    fn ask_again(&mut self, place: usize) {
        if place < self.answers.len() {
            let answer = self.answers.remove(place);
            self.begun.insert(answer.asked, answer.text);
        }
    }

    /// Says something between two questions, once.
    pub fn say(&self, text: &str) {
        if self.place >= self.answers.len() {
            let lines = text.lines().map(|line| textwrap::wrap(line, self.app.ui.width).join("\n"));
            Ui::say(&lines.collect::<Vec<_>>().join("\n"));
        }
    }

    /// Asks; nothing where the person left it out.
    pub fn ask(&mut self, question: &Question<'_>) -> Result<Option<Value>> {
        let rest = self.answers.get(self.place..).unwrap_or_default();
        if let Some(ahead) = rest.iter().position(|kept| kept.asked == question.asked) {
            // What was answered to questions that are not asked now is begun again with.
            for answer in self.answers.drain(self.place..self.place + ahead) {
                self.begun.entry(answer.asked).or_insert(answer.text);
            }
            self.place += 1;
            return Ok(self.answers[self.place - 1].value.clone());
        }
        self.show(question);
        let mut begun = self.begun.get(&question.asked).cloned().unwrap_or_default();
        loop {
            let given = read(&self.line(question, &begun), self.app)?;
            match given {
                Given::Text(text) => match self.understood(question, &text).map_err(|_| {
                    // Whoever was asked which is meant wants no more questions.
                    self.begin_with(question, text.clone());
                    self.keep();
                    Left::End
                })? {
                    Ok(value) => {
                        self.app.tell_understood();
                        if let Some(named) = value.as_ref().and_then(|value| question.stands_for(&text, value)) {
                            Ui::say(&textwrap::fill(&format!("  → {named}"), self.app.ui.width));
                        }
                        self.begun.remove(&question.asked);
                        let (asked, title) = (question.asked.clone(), question.title.clone());
                        self.answers.insert(self.place, Answered { asked, title, text, value: value.clone() });
                        self.place += 1;
                        self.keep();
                        return Ok(value);
                    }
                    Err(error) => {
                        self.app.memory.take_notes();
                        self.app.show_error(&error);
                        begun = text;
                    }
                },
                Given::Back(text) if self.place == 0 => begun = text,
                Given::Back(text) => {
                    self.begin_with(question, text);
                    return Err(Left::Back.into());
                }
                Given::End(text) => {
                    self.begin_with(question, text);
                    self.keep();
                    return Err(Left::End.into());
                }
            }
        }
    }

    /// What an answer says. Where a name in it may be that of any of several, the person says which.
    fn understood(&self, question: &Question<'_>, text: &str) -> Result<Result<Option<Value>, CommandError>> {
        loop {
            let error = match question.answer(text, self.app) {
                Err(error) => error,
                understood => return Ok(understood),
            };
            let Some(choice) = error.choice.as_ref().filter(|choice| self.app.memory.chosen(&choice.text).is_none())
            else {
                return Ok(Err(error));
            };
            let title = self.app.language.say(say::which_is_meant(choice.text.clone()));
            let names = choice.among.iter().map(|(_, name)| name.clone()).collect();
            match pick(&title, names, self.app)? {
                Some(place) => self.app.memory.choose(choice.text.clone(), choice.among[place].0.clone()),
                None => return Ok(Err(error)),
            }
        }
    }

    /// What is asked about yes and no, for short.
    pub fn ask_whether(&mut self, asked: &str, title: String, granted: bool) -> Result<bool> {
        let question = Question::yes_or_no(asked, title, granted, self.app);
        Ok(self.ask(&question)?.and_then(|value| value.as_bool()).unwrap_or(granted))
    }

    fn begin_with(&mut self, question: &Question<'_>, text: String) {
        if text.trim().is_empty() {
            self.begun.remove(&question.asked);
        } else {
            self.begun.insert(question.asked.clone(), text);
        }
    }

    fn line<'l>(&self, question: &'l Question<'_>, begun: &'l str) -> Line<'l> {
        Line {
            title: &question.title,
            granted: question.granted.as_ref().map(|granted| &*granted.name),
            begun,
            offered: &question.offered,
            several: question.several,
        }
    }

    /// Shows what helps to answer.
    fn show(&self, question: &Question<'_>) {
        let language = &self.app.language;
        let palette = self.app.ui.talk_palette();
        let faint = |text: &str| palette.paint(palette.faint(), text);
        let wrapped = |text: &str| {
            let options =
                textwrap::Options::new(self.app.ui.width.min(100)).initial_indent("  ").subsequent_indent("  ");
            textwrap::wrap(&visible(&mask(text)), options).join("\n")
        };
        if !question.hint.is_empty() {
            Ui::say(&faint(&wrapped(&question.hint)));
        }
        let numbered = |(place, offered): (usize, &super::offered::Offered)| {
            // A number stays with its name.
            format!("{}\u{a0}{}", place + 1, offered.name.replace(' ', "\u{a0}"))
        };
        if question.is_numbered() {
            let shown = question.offered.iter().enumerate().take(question.numbered());
            let mut all: Vec<String> = shown.map(numbered).collect();
            let more = question.offered.len() - all.len();
            if more > 0 {
                all.push(language.say(say::prompt_more_offered(more)));
            }
            let whole = all.join(" · ");
            // Long names are told apart on lines of their own.
            let lines = if whole.chars().count() > 3 * self.app.ui.width {
                all.iter().map(|one| wrapped(&one.replace('\u{a0}', " "))).collect::<Vec<_>>().join("\n")
            } else {
                wrapped(&whole).replace('\u{a0}', " ")
            };
            Ui::say(&faint(&lines));
        } else if question.offered.iter().any(|offered| !offered.value.is_bool()) {
            Ui::say(&faint(&wrapped(&language.say(say::prompt_offered(question.offered.len())))));
        }
    }

    /// Keeps the answers. That they can't be kept is told once, where they would be taken up.
    fn keep(&self) {
        let begun = self.begun.iter().map(|(asked, text)| Answered {
            asked: asked.clone(),
            title: String::new(),
            text: text.clone(),
            value: None,
        });
        let kept = Kept { given: self.given.clone(), begun: begun.collect(), answers: self.answers.clone() };
        if let Some(draft) = &self.draft {
            // It is of help and no more.
            let _ = draft.keep(&kept);
        }
    }

    /// That the person wants no more questions, and where the answers are.
    fn ended(&self) -> anyhow::Error {
        let language = &self.app.language;
        let error = CommandError::failed(language.text(if self.has_written {
            say::INTERRUPTED_LATER
        } else {
            say::INTERRUPTED
        }));
        let is_kept = self.draft.as_ref().is_some_and(|draft| draft.read().is_some());
        if is_kept { error.hint(language.say(say::draft_is_kept(self.again.clone()))).into() } else { error.into() }
    }

    /// That nothing was written after all: the last answer was no, and the others are kept.
    pub fn not_written(&mut self) -> anyhow::Error {
        self.answers.truncate(self.place.saturating_sub(1));
        self.keep();
        self.ended()
    }
}
