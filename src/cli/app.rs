//! What every command needs: the flags that go for all, the day, the languages and the terminal.

use super::clock::now;
use super::error::{CommandError, Exit, command_error, is_broken_pipe};
use super::global::{Global, tongue};
use super::reader::{Memory, Reader};
use super::ui::Ui;
use crate::check::Waived;
use crate::exchange::workbook::Origin;
use crate::history::Repository;
use crate::language::Language;
use crate::message::{say, told};
use crate::model::{Day, Finding, Register, Settings, Unread, When, visible};
use crate::personal_data::mask;
use crate::render::{Findings, Sources, Style, TABLE, Words, unread_names, write_findings};
use crate::store::Store;
use anyhow::Result;
use std::cell::{OnceCell, RefCell};

/// What every command needs.
pub struct App {
    /// The flags that go for every command.
    pub global: Global,
    /// The command as it is told of afterwards: its name, and the record that it was given.
    pub command: String,
    /// What is known of the terminal: its width, and whether it has colours.
    pub ui: Ui,
    /// The language of everything but reports.
    pub language: Language,
    report_language: OnceCell<Language>,
    /// The registers that were found, for what was put right in them.
    stores: RefCell<Vec<Store>>,
    repository: OnceCell<Repository>,
    /// What a person was asked, and what is to be told of what they wrote.
    pub memory: Memory,
}

impl App {
    /// Takes what the flags and the environment say.
    pub fn new(global: Global) -> Self {
        let ui = Ui::new(global.color.into(), !global.no_pager);
        let language = Language::new(tongue(global.lang));
        Self {
            global,
            command: String::new(),
            ui,
            language,
            report_language: OnceCell::new(),
            stores: RefCell::default(),
            repository: OnceCell::new(),
            memory: Memory::default(),
        }
    }

    /// The same, for a command as it is told of afterwards.
    #[must_use]
    pub fn of_command(self, command: String) -> Self {
        Self { command, ..self }
    }

    /// Refuses `--at` where what is read is said in another way.
    pub fn refuse_at_beside(&self, other: &str) -> Result<()> {
        match self.global.at {
            Some(_) => Err(CommandError::usage(self.language.say(say::at_beside(other))).into()),
            None => Ok(()),
        }
    }

    /// Finds the register's folder.
    pub fn store(&self) -> Result<Store> {
        let here = std::env::current_dir()?;
        let store = Store::find(&here, self.global.register.as_deref())?;
        self.stores.borrow_mut().push(store.clone());
        Ok(store)
    }

    /// The repository that the register's folder is in.
    pub fn around(&self) -> Result<&Repository> {
        if let Some(known) = self.repository.get() {
            return Ok(known);
        }
        let found = Repository::around(self.store()?.root())?;
        Ok(self.repository.get_or_init(|| found))
    }

    /// Says what was put right of changes that were cut short.
    pub fn tell_recoveries(&self) {
        for recovery in self.stores.borrow().iter().flat_map(Store::take_recoveries) {
            let left = recovery.left.join(", ");
            self.warn(
                &self
                    .language
                    .say(say::Recovered { count: recovery.restored.len(), files: recovery.restored.join(", ") }),
                &[],
            );
            if !left.is_empty() {
                self.warn(&self.language.say(say::recovered_left(left)), &[&self.language.text(told::CHECK)]);
            }
        }
    }

    /// Says what could not be read, where there is any.
    pub fn warn_of_unread(&self, unread: &[Unread]) {
        if !unread.is_empty() {
            self.warn(
                &self.language.say(say::Unread { count: unread.len(), names: unread_names(unread) }),
                &[&self.language.text(told::CHECK)],
            );
        }
    }

    /// The day that `--at` names, where it names one.
    fn day_of_at(&self) -> Option<Day> {
        self.global.at.as_deref().and_then(|at| at.trim().parse().ok())
    }

    /// The day to compute with: the one given, that of a register of the past that is asked for by its day, or
    /// the day that it is.
    pub fn today(&self) -> Result<Day> {
        match &self.global.today {
            None => Ok(self.day_of_at().map_or(now(), |day| day.min(now()))),
            Some(text) => self
                .language
                .read_day(text, now(), When::default())
                .ok_or_else(|| CommandError::usage(self.language.say(say::not_a_day(text.clone()))).into()),
        }
    }

    /// Understands what a person writes, without knowing what there is in a register.
    pub fn reader(&self) -> Result<Reader<'_>> {
        Ok(Reader { language: &self.language, today: self.today()?, register: None, memory: &self.memory })
    }

    /// Understands what a person writes, and the names of what there is in a register.
    pub fn reader_of<'s>(&'s self, register: &'s Register) -> Result<Reader<'s>> {
        Ok(self.reader()?.knowing(register))
    }

    /// Says what was understood by what does not say all of it.
    pub fn tell_understood(&self) {
        for (text, meant) in self.memory.take_notes() {
            Ui::say(&visible(&mask(&self.language.say(say::Understood { meant, text }))));
        }
    }

    /// The language of reports: the one asked for, or else the register's own.
    pub fn report_language(&self, settings: &Settings) -> &Language {
        self.report_language.get_or_init(|| {
            let own = settings.language.filter(|_| self.global.lang.is_none());
            Language::new(own.unwrap_or_else(|| tongue(self.global.lang)))
        })
    }

    /// How to write a report, to a file or on standard output.
    pub fn report_style<'s>(&'s self, settings: &'s Settings, to_file: bool) -> Style<'s> {
        let words = Words { language: self.report_language(settings), currency: &settings.currency, ids: false };
        let plain = Style { width: self.ui.width, origin: self.origin(settings), ..Style::plain(words) };
        if to_file { plain } else { Style { palette: self.ui.palette(), ..plain } }
    }

    /// What a file that has properties says of itself in them.
    pub fn origin<'s>(&self, settings: &'s Settings) -> Origin<'s> {
        Origin { publisher: &settings.name, notice: settings.notice.trim(), on: self.today().ok() }
    }

    /// How to write findings and refusals on standard error.
    pub fn talk_style(&self) -> Style<'_> {
        let words = Words { language: &self.language, currency: "", ids: false };
        Style { width: self.ui.width, palette: self.ui.talk_palette(), ..Style::plain(words) }
    }

    /// Says something that a person should know, and what to do about it.
    pub fn warn(&self, message: &str, hints: &[&str]) {
        let palette = self.ui.talk_palette();
        let style = palette.severity(crate::model::Severity::Warning);
        let word = palette.paint(style, &self.language.severity(crate::model::Severity::Warning));
        Ui::say(&format!("{word}: {}", visible(message)));
        for hint in hints {
            Ui::say(&format!("  {}", visible(hint)));
        }
    }

    /// Shows findings on standard error.
    pub fn show_findings(&self, findings: &[Finding], sources: &dyn Sources) -> Result<()> {
        let mut text = Vec::new();
        let found = Findings { findings, waived: &Waived::default(), unread: &[], folder: "", most: None };
        write_findings(found, sources, &TABLE, &self.talk_style(), &mut text)?;
        Ui::say(String::from_utf8_lossy(&text).trim_end());
        Ok(())
    }

    /// Says what went wrong, and how the program ends for it.
    pub fn report(&self, error: &anyhow::Error) -> Exit {
        if is_broken_pipe(error) {
            return Exit::Fine;
        }
        let own;
        let error = match error.downcast_ref::<CommandError>() {
            Some(error) => error,
            None => {
                own = command_error(error, &self.language);
                &own
            }
        };
        self.show_error(error);
        error.exit
    }

    /// Talk in lines that are broken between words where a person reads it on a terminal.
    fn filled(&self, text: &str, first: &str, then: &str) -> String {
        if !Ui::can_ask() {
            return format!("{first}{text}");
        }
        let lines = text.lines().enumerate().map(|(place, line)| {
            let begin = if place == 0 { first } else { then };
            let options = textwrap::Options::new(self.ui.width).initial_indent(begin).subsequent_indent(then);
            textwrap::fill(line, options.word_splitter(textwrap::WordSplitter::NoHyphenation).break_words(false))
        });
        lines.collect::<Vec<_>>().join("\n")
    }

    /// Shows an error and its hints on standard error, in plain signs and without personal data.
    pub fn show_error(&self, error: &CommandError) {
        let palette = self.ui.talk_palette();
        let style = palette.severity(crate::model::Severity::Error);
        let word = palette.paint(style, &self.language.severity(crate::model::Severity::Error));
        // What was written may be what must not be shown.
        let message = format!("{word}: {}", visible(&mask(&error.message)));
        Ui::say(&self.filled(&message, "", "  "));
        for hint in &error.hints {
            Ui::say(&self.filled(&visible(&mask(hint)), "  ", "  "));
        }
    }
}
