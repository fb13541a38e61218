//! A folder of one's own to run the program in, cut off from whoever runs the tests.

pub mod any;
pub mod books;
pub mod made;
pub mod merge_cases;
pub mod paths;
pub mod repo;
pub mod terminal;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use tempfile::TempDir;

/// The day that every test takes place on.
pub const TODAY: &str = "2026-11-23";

/// A folder with a register in `register/`, and the program to run there.
pub struct Sandbox {
    folder: TempDir,
}

/// What the program said.
#[derive(Debug)]
pub struct Said {
    /// Standard output.
    pub out: String,
    /// Standard error.
    pub err: String,
    /// How it ended.
    pub code: i32,
}

impl Said {
    /// That it ended with that code.
    #[track_caller]
    pub fn code(self, code: i32) -> Self {
        assert_eq!(self.code, code, "{self:#?}");
        self
    }

    /// That all went well.
    #[track_caller]
    pub fn fine(self) -> Self {
        self.code(0)
    }

    /// That standard error says all of that.
    #[track_caller]
    pub fn says(self, parts: &[&str]) -> Self {
        for part in parts {
            assert!(self.err.contains(part), "{part:?} is missing: {self:#?}");
        }
        self
    }
}

impl Sandbox {
    /// An empty folder.
    pub fn empty() -> Self {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("home")).unwrap();
        Self { folder }
    }

    /// The register of this repository.
    pub fn linkoping() -> Self {
        let sandbox = Self::empty();
        copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("register"), &sandbox.path("register"));
        sandbox
    }

    /// A register of one record a kind.
    pub fn small() -> Self {
        let sandbox = Self::empty();
        for (file, text) in SMALL {
            sandbox.write(file, text);
        }
        sandbox
    }

    /// The folder that commands are run in.
    pub fn root(&self) -> &Path {
        self.folder.path()
    }

    pub fn path(&self, file: &str) -> PathBuf {
        self.folder.path().join(file)
    }

    pub fn write(&self, file: &str, text: impl AsRef<[u8]>) {
        let path = self.path(file);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    #[track_caller]
    pub fn read(&self, file: &str) -> String {
        fs::read_to_string(self.path(file)).unwrap_or_else(|error| panic!("{file}: {error}"))
    }

    /// The names in a folder, hidden ones and all, in order.
    #[track_caller]
    pub fn names(&self, folder: &str) -> Vec<String> {
        let entries = fs::read_dir(self.path(folder)).unwrap_or_else(|error| panic!("{folder}: {error}"));
        let mut names: Vec<String> =
            entries.map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect();
        names.sort();
        names
    }

    /// The program in this folder, with nothing of the environment that is around the tests.
    pub fn command(&self) -> Command {
        self.sealed(env!("CARGO_BIN_EXE_register"))
    }

    /// Any program in this folder, likewise.
    pub fn sealed(&self, program: &str) -> Command {
        let mut command = Command::new(program);
        let path = std::env::var_os("PATH").unwrap_or_default();
        command.env_clear().env("PATH", path).env("HOME", self.path("home")).env("TMPDIR", self.path("home"));
        for (name, value) in [
            ("TZ", "UTC"),
            ("LANG", "C.UTF-8"),
            ("REGISTER_TODAY", TODAY),
            ("REGISTER_LANG", "sv"),
            ("COLUMNS", "80"),
            ("NO_COLOR", "1"),
            ("GIT_CONFIG_GLOBAL", "/dev/null"),
        ] {
            command.env(name, value);
        }
        command.current_dir(self.root()).stdin(Stdio::null());
        command
    }

    /// Runs a command line. Words may be held together by `'`.
    #[track_caller]
    pub fn run(&self, line: &str) -> Said {
        self.run_with(line, &[])
    }

    /// Runs a command line with variables set, or, where they are empty, taken away.
    #[track_caller]
    pub fn run_with(&self, line: &str, variables: &[(&str, &str)]) -> Said {
        self.run_words(&words(line), variables)
    }

    /// Runs the program with arguments as they are.
    #[track_caller]
    pub fn run_words(&self, arguments: &[String], variables: &[(&str, &str)]) -> Said {
        let mut command = self.command();
        for (name, value) in variables {
            if value.is_empty() {
                command.env_remove(name)
            } else {
                command.env(name, value)
            };
        }
        said(command.args(arguments).output().unwrap())
    }

    /// Starts a command line, and does not wait.
    pub fn spawn(&self, line: &str) -> Child {
        let mut command = self.command();
        command.args(words(line)).stdout(Stdio::piped()).stderr(Stdio::piped());
        command.spawn().unwrap()
    }

    /// Makes an editor of shell commands, in which `$1` is the file.
    pub fn editor(&self, commands: &str) -> String {
        self.write("home/editor.sh", commands);
        format!("sh {}", self.path("home/editor.sh").display())
    }

    /// The drafts that editors left behind.
    pub fn drafts(&self) -> Vec<String> {
        self.names("home").into_iter().filter(|name| name.ends_with(".toml")).collect()
    }
}

/// What a program said that has ended.
pub fn said(output: std::process::Output) -> Said {
    Said {
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
        code: output.status.code().unwrap_or(-1),
    }
}

/// A command line in words, as a shell would split it.
pub fn words(line: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut word = String::new();
    let (mut is_held, mut is_word) = (false, false);
    for letter in line.chars() {
        match letter {
            '\'' => (is_held, is_word) = (!is_held, true),
            letter if letter.is_whitespace() && !is_held => {
                if is_word {
                    words.push(std::mem::take(&mut word));
                }
                is_word = false;
            }
            letter => {
                word.push(letter);
                is_word = true;
            }
        }
    }
    if is_word {
        words.push(word);
    }
    words
}

/// Whether a program can be started; where it can't, that a test was not run for want of it.
pub fn has(program: &str) -> bool {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let is_there = std::env::split_paths(&path).any(|folder| folder.join(program).is_file());
    if !is_there {
        eprintln!("skipped: there is no {program} here");
    }
    is_there
}

/// The same, of what has to be there where all is tried (`CI=true`).
#[track_caller]
pub fn has_all(programs: &[&str]) -> bool {
    let are_there = programs.iter().filter(|program| has(program)).count() == programs.len();
    assert!(are_there || !is_ci(), "not all of {programs:?} are here");
    are_there
}

/// Whether all is tried, and nothing may be skipped.
pub fn is_ci() -> bool {
    std::env::var("CI").is_ok_and(|value| value == "true")
}

/// An identity number of a day (`YYMMDD`) that no person has: the birth number begins with three noughts
/// and is chosen by the check digit alone.
pub fn identity_number(day: &str) -> String {
    let digits: Vec<u32> = format!("{day}000").chars().filter_map(|digit| digit.to_digit(10)).collect();
    let sum: u32 = digits
        .iter()
        .enumerate()
        .map(|(place, digit)| if place % 2 == 0 { digit * 2 / 10 + digit * 2 % 10 } else { *digit })
        .sum();
    format!("{day}-000{}", (10 - sum % 10) % 10)
}

/// What changed between two texts: the lines that went and those that came.
pub fn changed_lines(before: &str, after: &str) -> (Vec<String>, Vec<String>) {
    let diff = similar::TextDiff::from_lines(before, after);
    let (mut gone, mut come) = (Vec::new(), Vec::new());
    for change in diff.iter_all_changes() {
        match change.tag() {
            similar::ChangeTag::Delete => gone.push(change.value().to_owned()),
            similar::ChangeTag::Insert => come.push(change.value().to_owned()),
            similar::ChangeTag::Equal => {}
        }
    }
    (gone, come)
}

pub fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}

/// A register with one record a kind.
const SMALL: &[(&str, &str)] = &[
    ("register/register.toml", "format = 2\nname = \"Provstad\"\nlanguage = \"sv\"\ncurrency = \"SEK\"\n"),
    ("register/districts/ryd.toml", "name = \"Ryd\"\n"),
    ("register/bodies/faltgruppen.toml", "name = \"Fältgruppen\"\ntype = \"unit\"\n"),
    (
        "register/interventions/nattvandring-i-ryd.toml",
        "title = \"Nattvandring i Ryd\"\nstatus = \"ongoing\"\ndistricts = [\"ryd\"]\nresponsible = \"faltgruppen\"\n",
    ),
    (
        "register/meetings/2026-09-17-faltgruppen.toml",
        "body = \"faltgruppen\"\non = 2026-09-17\nstatus = \"held\"\n\n[[item]]\nid = \"nattvandring\"\n\
         title = \"Nattvandringen\"\nconcerns = [\"intervention/nattvandring-i-ryd\"]\n",
    ),
    (
        "register/situations/2026-t2-ryd.toml",
        "district = \"ryd\"\nperiod = { from = 2026-05-01, until = 2026-08-31 }\n",
    ),
    (
        "register/target-pictures/ryd-2026.toml",
        "district = \"ryd\"\nperiod = { from = 2026-01-01, until = 2027-12-31 }\ntext = \"Ryd är ljust.\"\n",
    ),
    (
        "register/action-plans/ryd-2026.toml",
        "districts = [\"ryd\"]\nperiod = { from = 2026-01-01, until = 2027-12-31 }\n\
         text = \"Ryd blir ljusare.\"\n",
    ),
    (
        "register/agreements/medborgarlofte.toml",
        "title = \"Medborgarlöfte\"\ntype = \"citizen-promise\"\nparties = [\"faltgruppen\"]\n\
         period = { from = 2026-01-01, until = 2027-12-31 }\n",
    ),
    ("register/rounds/2026-t2.toml", "period = \"2026-t2\"\nbegan = 2026-08-24\ndue = 2026-09-18\n"),
];
