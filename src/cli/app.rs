//! What every command needs: the register, the day, the languages and the terminal.

use super::args::{Global, Lang};
use super::error::{CommandError, Exit, in_words, is_broken_pipe};
use super::source::Source;
use super::ui::Ui;
use crate::catalog::{Understand, shape_of};
use crate::change::{Ambiguous, FoundRecord, find};
use crate::check::{Checked, Waived, check_with, scan};
use crate::format::Texts;
use crate::language::{Language, Tongue, say};
use crate::model::{Choices, Day, Finding, Kind, RecordId, Register, Settings, Shape, Target, Unread, visible};
use crate::personal_data::mask;
use crate::query::Filter;
use crate::render::{FindingFormat, Findings, Palette, Sources, Style, Words, unread_names, write_findings};
use crate::store::Store;
use anyhow::Result;
use std::cell::{OnceCell, RefCell};

/// Understands what a person writes, on a day, in a language.
pub struct Reader<'l> {
    /// The language.
    pub language: &'l Language,
    /// The day.
    pub today: Day,
}

impl Understand for Reader<'_> {
    fn day(&self, text: &str) -> Option<Day> {
        self.language.read_day(text, self.today)
    }
    fn code(&self, list: &'static Choices, text: &str) -> Option<&'static str> {
        // Whichever of the languages the user works in.
        self.language
            .read_choice(list, text)
            .or_else(|| self.language.others().find_map(|other| other.read_choice(list, text)))
    }
}

/// Which records' ages are asked for.
pub enum Aged<'a> {
    /// Those of all of a kind.
    All(Kind),
    /// That of one, as a person names it.
    One(&'a str),
}

/// What every command needs.
pub struct App {
    /// The global options.
    pub global: Global,
    /// The terminal.
    pub ui: Ui,
    /// The language of everything but reports.
    pub language: Language,
    report_language: OnceCell<Language>,
    /// The registers that were found, for what was put right in them.
    stores: RefCell<Vec<Store>>,
}

impl App {
    /// Takes what the flags and the environment say.
    pub fn new(global: Global) -> Self {
        let ui = Ui::new(global.color.into());
        let language = Language::new(tongue(global.lang));
        Self { global, ui, language, report_language: OnceCell::new(), stores: RefCell::default() }
    }

    /// Finds the register, to write in it.
    pub fn store(&self) -> Result<Store> {
        self.refuse_at()?;
        self.disk()
    }

    /// Refuses `--at` where what is read is said in another way.
    pub fn refuse_at_beside(&self, other: &str) -> Result<()> {
        match self.global.at {
            Some(_) => Err(CommandError::usage(say::at_beside(&self.language, other)).into()),
            None => Ok(()),
        }
    }

    /// Refuses `--at`, where it says nothing.
    pub fn refuse_at(&self) -> Result<()> {
        match self.global.at {
            Some(_) => Err(CommandError::usage(say::at_is_for_reading(&self.language)).into()),
            None => Ok(()),
        }
    }

    /// Finds the register's folder.
    pub fn disk(&self) -> Result<Store> {
        let here = std::env::current_dir()?;
        let store = Store::find(&here, self.global.register.as_deref())?;
        self.stores.borrow_mut().push(store.clone());
        Ok(store)
    }

    /// Says what was put right of changes that were cut short.
    pub fn tell_recoveries(&self) {
        for recovery in self.stores.borrow().iter().flat_map(Store::take_recoveries) {
            let left = recovery.left.join(", ");
            self.warn(&say::recovered(&self.language, recovery.restored.len(), recovery.restored.join(", ")), &[]);
            if !left.is_empty() {
                self.warn(&say::recovered_left(&self.language, left), &["register check"]);
            }
        }
    }

    /// Reads the register, and says on standard error what could not be read.
    ///
    /// It is kept until the program ends, which is when the command does: taking a large one apart
    /// first would only take time.
    pub fn load(&self) -> Result<&'static Register> {
        Ok(self.kept(self.source()?.load(None, Texts::All)?.register))
    }

    /// Reads the register likewise, without the long texts of interventions.
    pub fn load_short(&self) -> Result<&'static Register> {
        Ok(self.kept(self.source()?.load(None, Texts::Short)?.register))
    }

    /// Reads the register likewise, with the ages of some of its records.
    pub fn load_aged(&self, aged: Aged<'_>) -> Result<&'static Register> {
        let source = self.source()?;
        let mut register = source.load(None, Texts::All)?.register;
        match aged {
            Aged::All(kind) => {
                let records: Vec<RecordId> = register.records(kind).map(|(id, _, _)| RecordId::new(kind, id)).collect();
                register.ages = self.ages(&source, &records, &register)?;
            }
            Aged::One(text) => {
                if let Ok(FoundRecord::Record(record) | FoundRecord::Renamed(record)) = find(&register, text)
                    && let Some(age) = self.age(&source, &record, &register)
                {
                    register.ages.insert(record, age);
                }
            }
        }
        Ok(self.kept(register))
    }

    /// Says what could not be read, and keeps the rest.
    fn kept(&self, register: Register) -> &'static Register {
        self.warn_of_unread(&register.unread);
        Box::leak(Box::new(register))
    }

    /// Says what could not be read, where there is any.
    pub fn warn_of_unread(&self, unread: &[Unread]) {
        if !unread.is_empty() {
            self.warn(&say::unread(&self.language, unread.len(), unread_names(unread)), &["register check"]);
        }
    }

    /// Reads the register and finds everything wrong with it, what could not be read among it. It is kept as
    /// [`load`](App::load) keeps it.
    pub fn check(&self, source: &Source) -> Result<(&'static Register, Vec<Finding>, Waived)> {
        let mut loaded = source.load(Some(&|file, text| scan(file, text)), Texts::All)?;
        loaded.findings.extend(source.look_beside(&|file, text| scan(file, text))?);
        let today = self.today()?;
        let Checked { register, mut findings, waived } = check_with(loaded, today, self.past(source, today));
        self.leave_out_unfinished(source, &mut findings);
        Ok((Box::leak(Box::new(register)), findings, waived))
    }

    /// The day that it is.
    pub fn now(&self) -> Day {
        Day::from(chrono::Local::now().date_naive())
    }

    /// The day to compute with: the one given, that of a register of the past that is asked for by its day, or
    /// the day that it is.
    pub fn today(&self) -> Result<Day> {
        match &self.global.today {
            None => Ok(self.day_of_at().map_or(self.now(), |day| day.min(self.now()))),
            Some(text) => self
                .language
                .read_day(text, self.now())
                .ok_or_else(|| CommandError::usage(say::not_a_day(&self.language, text.clone())).into()),
        }
    }

    /// Understands what a person writes.
    pub fn reader(&self) -> Result<Reader<'_>> {
        Ok(Reader { language: &self.language, today: self.today()? })
    }

    /// The language of reports: the one asked for, or else the register's own.
    pub fn report_language(&self, settings: &Settings) -> &Language {
        self.report_language.get_or_init(|| {
            let own = settings.language.filter(|_| self.global.lang.is_none());
            Language::new(own.unwrap_or_else(|| tongue(self.global.lang)))
        })
    }

    /// Finds the record that a person means.
    pub fn find(&self, register: &Register, text: &str) -> Result<RecordId> {
        let language = &self.language;
        let lines = |records: &[RecordId]| records.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
        match find(register, text) {
            Ok(FoundRecord::Record(record)) => Ok(record),
            Ok(FoundRecord::Renamed(record)) => {
                self.warn(&say::was_renamed(language, record.to_string(), text), &[]);
                Ok(record)
            }
            Err(Ambiguous::Several(records)) => {
                let shown = records.len().min(8);
                let more = records.len() - shown;
                let error = CommandError::failed(say::several_records(language, text));
                Err(error.hint(say::several_records_hint(language, lines(&records[..shown]), more)).into())
            }
            Err(Ambiguous::None(near)) => {
                let error = CommandError::failed(say::no_record(language, text));
                Err(match near.as_slice() {
                    [] => {
                        let kind = text.split_once('/').and_then(|(kind, _)| Kind::from_name(kind));
                        error.hint(say::no_record_hint(language, kind.unwrap_or(Kind::Intervention).name()))
                    }
                    near => error.hint(say::did_you_mean(language, lines(near))),
                }
                .into())
            }
        }
    }

    /// Finds the records that a filter names, so that one that names nothing is told of.
    pub fn resolve(&self, filter: &mut Filter, kind: Kind, register: &Register) -> Result<()> {
        for wanted in &mut filter.wanted {
            let field = shape_of(kind).field(wanted.field);
            let Some(Shape::Reference(target)) = field.map(|field| *field.shape.single()) else { continue };
            for value in &mut wanted.values {
                if let Target::Record(of) = target {
                    *value = self.find(register, &format!("{}/{value}", of.name()))?.id.to_string();
                } else if !register.has(target, value) {
                    return Err(CommandError::failed(say::no_record(&self.language, value.clone())).into());
                }
            }
        }
        Ok(())
    }

    /// How to write a report, to a file or on standard output.
    pub fn report_style<'s>(&'s self, settings: &'s Settings, to_file: bool) -> Style<'s> {
        Style {
            words: Words { language: self.report_language(settings), currency: &settings.currency, ids: false },
            width: self.ui.width,
            palette: if to_file { Palette { on: false } } else { self.ui.palette() },
            totals: false,
            spreadsheet: false,
        }
    }

    /// How to write findings and refusals on standard error.
    pub fn talk_style(&self) -> Style<'_> {
        Style {
            words: Words { language: &self.language, currency: "", ids: false },
            width: self.ui.width,
            palette: self.ui.talk_palette(),
            totals: false,
            spreadsheet: false,
        }
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
        let found = Findings { findings, waived: &Waived::default(), unread: &[], folder: "" };
        let format = FindingFormat::Text { most: None };
        write_findings(found, sources, format, &self.talk_style(), &mut text)?;
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
                own = in_words(error, &self.language);
                &own
            }
        };
        self.tell(error);
        error.exit
    }

    /// Says what went wrong.
    pub fn tell(&self, error: &CommandError) {
        let palette = self.ui.talk_palette();
        let style = palette.severity(crate::model::Severity::Error);
        let word = palette.paint(style, &self.language.severity(crate::model::Severity::Error));
        // What was written may be what must not be shown.
        Ui::say(&format!("{word}: {}", visible(&mask(&error.message))));
        for hint in &error.hints {
            Ui::say(&format!("  {}", visible(&mask(hint))));
        }
    }
}

/// The language asked for, or else the locale's.
pub fn tongue(given: Option<Lang>) -> Tongue {
    match given {
        Some(Lang::Sv) => Tongue::Sv,
        Some(Lang::En) => Tongue::En,
        None => Tongue::from_locale(&sys_locale::get_locale().unwrap_or_default()),
    }
}

impl Sources for Store {
    fn text(&self, file: &str) -> Option<String> {
        let path = self.root().join(file);
        let is_small = path.metadata().is_ok_and(|metadata| metadata.is_file() && metadata.len() <= 1 << 20);
        let bytes = if is_small {
            std::fs::read(path).ok()?
        } else {
            return None;
        };
        Some(String::from_utf8_lossy(&bytes).into_owned())
    }
}
