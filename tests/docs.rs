//! Holds the documentation to the program: every `console` block is run, and what is made from the code
//! is made again. `SNAPSHOTS=overwrite cargo test --test main docs` writes it anew.
//!
//! A block runs in a folder that holds a copy of `register/` under git, which the blocks of one file
//! share, so that an example can go on from the one before it. `[..]` stands for some of a line, and a
//! line `...` for some lines. `? 2` after a command is the code that it ended with, where that is not 0.
#![allow(clippy::expect_used, clippy::unwrap_used)]

use register::catalog::shape_of;
use register::language::{Language, Tongue};
use register::model::{Choices, Kind, Layout, Settings, Shape, Table as _, TableShape, Target};
use register::report::Report;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

#[cfg(unix)]
#[test]
fn the_manual_is_true() {
    // A performance page tells what was measured once, elsewhere.
    let documents = documents().into_iter().filter(|file| !file.ends_with("performance.md"));
    for file in documents {
        let text = fs::read_to_string(&file).unwrap();
        // The README is in English; what is for the users is in their language.
        let language = if file.ends_with("README.md") { "en" } else { "sv" };
        if text.contains(BLOCK) {
            let sandbox = Sandbox::new(language);
            // Where a register is made from nothing there is none to begin with.
            if text.starts_with(FROM_NOTHING) {
                sandbox.empty();
            }
            same(&file, run_blocks(&text, &sandbox));
        }
    }
}

#[test]
fn the_list_of_checks_is_complete_in_every_language() {
    let mut files = BTreeMap::new();
    for tongue in Tongue::ALL {
        let (name, text) = register::render::checks_page(&Language::new(*tongue));
        let other = files.insert(name.clone(), tongue);
        assert!(other.is_none(), "checks-page-file: {name} is the page of {other:?} and of {tongue:?}");
        same(&root().join("docs").join(name), text);
    }
}

#[test]
fn the_page_of_numbers_tells_all_of_them_in_every_language() {
    let mut names = BTreeSet::new();
    for tongue in Tongue::ALL {
        let (name, text) = register::render::numbers_page(&Language::new(*tongue));
        assert!(names.insert(name.clone()), "numbers-page-file: {name} is the page of two languages");
        same(&root().join("docs").join(name), text);
    }
}

#[test]
fn the_manual_lists_every_report() {
    let file = root().join("docs/handbok.md");
    let swedish = Language::new(Tongue::Sv);
    let mut list = "| rapport | svarar på |\n|---|---|\n".to_owned();
    for report in Report::ALL {
        writeln!(list, "| `register {}` | {} |", report.command(), swedish.text(report.question())).unwrap();
    }
    same(&file, between(&fs::read_to_string(&file).unwrap(), "reports", &list));
}

#[test]
fn the_tables_of_the_format_are_those_of_the_code() {
    let file = root().join("docs/format.md");
    let text = fs::read_to_string(&file).unwrap();
    let mut tables = tables(&Settings::TABLE, "register.toml", "`register.toml`");
    for kind in Kind::ALL {
        let title = format!("{} (`{}/`)", kind.name(), kind.folder());
        tables += &tables_of(kind, &title);
    }
    let text = between(&text, "fields", &tables);
    same(&file, between(&text, "codes", &code_lists()));
}

/// How a document begins whose examples make a register.
const FROM_NOTHING: &str = "# Ett register från början\n";

/// How a block begins that is run.
const BLOCK: &str = "```console\n";

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn documents() -> Vec<PathBuf> {
    let files = fs::read_dir(root().join("docs")).unwrap().map(|entry| entry.unwrap().path());
    let mut files: Vec<PathBuf> = files.filter(|file| file.extension().is_some_and(|end| end == "md")).collect();
    files.sort();
    files.insert(0, root().join("README.md"));
    files
}

/// Holds a text to what a file says.
fn same(file: &Path, actual: String) {
    let expected = snapbox::Data::read_from(file, Some(snapbox::data::DataFormat::Text)).raw();
    snapbox::Assert::new().action_env(snapbox::assert::DEFAULT_ACTION_ENV).normalize_paths(false).eq(actual, expected);
}

/// A folder to run examples in.
struct Sandbox {
    folder: tempfile::TempDir,
    home: tempfile::TempDir,
    language: &'static str,
}

impl Sandbox {
    fn new(language: &'static str) -> Self {
        let [folder, home] = [(); 2].map(|()| tempfile::tempdir().unwrap());
        let sandbox = Self { folder, home, language };
        for entry in walkdir::WalkDir::new(root().join("register")) {
            let entry = entry.unwrap();
            let to = sandbox.folder.path().join(entry.path().strip_prefix(root()).unwrap());
            if entry.file_type().is_dir() {
                fs::create_dir(to).unwrap();
            } else {
                fs::copy(entry.path(), to).unwrap();
            }
        }
        let begun = "git init --quiet && git add --all && git commit --quiet --message Start";
        assert_eq!(sandbox.run(begun), (Some(0), String::new()));
        sandbox
    }

    /// Takes away what there is.
    fn empty(&self) {
        for name in ["register", ".git"] {
            fs::remove_dir_all(self.folder.path().join(name)).unwrap();
        }
    }

    /// Runs a command in the shell, where nothing of the surroundings can be seen: the code that it ended
    /// with, and what it wrote.
    fn run(&self, command: &str) -> (Option<i32>, String) {
        let program = Path::new(env!("CARGO_BIN_EXE_register"));
        let path = std::env::var_os("PATH").unwrap_or_default();
        let folders = [program.parent().unwrap().to_owned()].into_iter().chain(std::env::split_paths(&path));
        let output = std::process::Command::new("sh")
            .args(["-c", &format!("exec 2>&1\n{command}")])
            .current_dir(self.folder.path())
            .env_clear()
            .env("PATH", std::env::join_paths(folders).unwrap())
            .env("HOME", self.home.path())
            .env("TMPDIR", self.home.path())
            .envs([("COLUMNS", "80"), ("NO_COLOR", "1"), ("TZ", "UTC"), ("LC_ALL", "C.UTF-8")])
            .envs([("REGISTER_TODAY", "2026-11-23"), ("REGISTER_LANG", self.language)])
            .envs([("GIT_CONFIG_NOSYSTEM", "1"), ("GIT_CONFIG_GLOBAL", "/dev/null"), ("GIT_PAGER", "cat")])
            .envs([("GIT_AUTHOR_NAME", "Samordnare"), ("GIT_AUTHOR_EMAIL", "samordnare@example.se")])
            .envs([("GIT_AUTHOR_DATE", "2026-11-23T12:00:00Z"), ("GIT_COMMITTER_DATE", "2026-11-23T12:00:00Z")])
            .envs([("GIT_COMMITTER_NAME", "Samordnare"), ("GIT_COMMITTER_EMAIL", "samordnare@example.se")])
            .stdin(std::process::Stdio::null())
            .output()
            .unwrap();
        (output.status.code(), String::from_utf8(output.stdout).unwrap())
    }
}

/// The text of a document, with what its commands really write.
fn run_blocks(text: &str, sandbox: &Sandbox) -> String {
    let mut told = String::new();
    let mut lines = text.split_inclusive('\n').peekable();
    while let Some(line) = lines.next() {
        told += line;
        if line != BLOCK {
            continue;
        }
        while let Some(line) = lines.next_if(|line| line.starts_with("$ ")) {
            let mut command = line[2..].to_owned();
            told += line;
            while let Some(more) = lines.next_if(|line| line.starts_with("> ")) {
                told += more;
                command += &more[2..];
            }
            let mut before = String::new();
            while let Some(line) = lines.next_if(|line| !line.starts_with("$ ") && !line.starts_with("```")) {
                before += line;
            }
            let (code, output) = sandbox.run(&command);
            let mut now = String::new();
            if code != Some(0) {
                writeln!(now, "? {}", code.unwrap_or(-1)).unwrap();
            }
            for line in output.lines() {
                // Without what an editor takes away at the end of a line.
                writeln!(now, "{}", line.trim_end()).unwrap();
            }
            told += if says(&before, &now) { &before } else { &now };
        }
    }
    told
}

/// Whether what a document says of a command is what the command said: all of it, or with `...` and `[..]` in
/// the place of some.
fn says(document: &str, command: &str) -> bool {
    let document = snapbox::Data::text(document);
    let command =
        snapbox::filter::NormalizeToExpected::new().redact().normalize(snapbox::Data::text(command), &document);
    command == document
}

/// A text whose part between two marks is another.
fn between(text: &str, name: &str, part: &str) -> String {
    let (begin, end) = (format!("<!-- {name} -->\n"), format!("<!-- /{name} -->\n"));
    let (before, rest) = text.split_once(&begin).unwrap();
    let (_, after) = rest.split_once(&end).unwrap();
    format!("{before}{begin}\n{}\n\n{end}{after}", part.trim())
}

/// Text that Markdown shows as it is.
fn escaped(text: &str) -> String {
    text.replace('<', "&lt;").replace('|', "\\|").replace('*', "\\*")
}

fn tables_of(kind: Kind, title: &str) -> String {
    tables(shape_of(kind), kind.name(), title)
}

/// The fields of a file, and of each table within it.
fn tables(shape: &'static TableShape, name: &str, title: &str) -> String {
    let mut text = format!("\n## {title}\n");
    table(shape, &mut text);
    let mut inner = Vec::new();
    collect(shape, "", &mut inner);
    for (path, shape, how) in inner {
        write!(text, "\n### {name}: `{path}`\n\n{how}\n").unwrap();
        table(shape, &mut text);
    }
    text
}

/// The tables within a table, each with the way to it and how it lies in the file.
fn collect(shape: &'static TableShape, before: &str, found: &mut Vec<(String, &'static TableShape, String)>) {
    for field in shape.fields {
        let path = format!("{before}{}", field.name);
        let inner = match field.shape {
            Shape::Cadence => register::model::Cadence::PHASE,
            other => match other.table() {
                Some(inner) if inner.name != "period" => inner,
                _ => continue,
            },
        };
        let how = match (field.layout, field.shape.is_list()) {
            (Layout::Headed, true) => format!("A list: each under a heading `[[{path}]]`"),
            (Layout::Headed, false) => format!("Under the heading `[{path}]`"),
            (Layout::Plain, true) => format!("A list: `{} = [`, one `{{ … }}` a line, `]`", field.name),
            (Layout::Plain, false) => format!("On one line: `{} = {{ … }}`", field.name),
        };
        let phases = if matches!(field.shape, Shape::Cadence) { ", or a list of such, one for each phase" } else { "" };
        let key = inner.key.filter(|_| field.shape.is_list()).map(|key| format!("; one is told by its `{key}`"));
        found.push((path.clone(), inner, how + phases + &key.unwrap_or_default() + "."));
        collect(inner, &format!("{path}."), found);
    }
}

fn table(shape: &TableShape, text: &mut String) {
    text.push_str("\n| key | type | required | meaning |\n|---|---|---|---|\n");
    for field in shape.fields {
        let required = if field.required { "yes" } else { "" };
        let about: Vec<&str> = field.doc.iter().map(|line| line.trim()).collect();
        let about = without_rows(&about.join(" "));
        writeln!(text, "| `{}` | {} | {required} | {} |", field.name, type_of(&field.shape), escaped(&about)).unwrap();
    }
}

/// A sentence without the rows of the decision that it serves: `(D4)`, `(D9, D19, L5)`.
fn without_rows(text: &str) -> String {
    regex::Regex::new(r" \([DL]\d[^)]*\)").unwrap().replace_all(text, "").into_owned()
}

fn type_of(shape: &Shape) -> String {
    match shape {
        Shape::Text => "text".to_owned(),
        Shape::Flag => "`true` or `false`".to_owned(),
        Shape::Integer | Shape::Ordinal | Shape::Year => "whole number".to_owned(),
        Shape::Number => "number".to_owned(),
        Shape::Money => "whole number, not below 0".to_owned(),
        Shape::Day => "date".to_owned(),
        Shape::Term => "term, as `\"2026-t2\"`".to_owned(),
        Shape::Choice(choices) => format!("code: [{}](#{})", choices.name, choices.name),
        Shape::Element => "id, defined here".to_owned(),
        Shape::CaseNumber => "case number".to_owned(),
        Shape::AreaCode => "area code".to_owned(),
        Shape::FormerId => "id".to_owned(),
        Shape::Reference(target) => target_of(*target),
        Shape::Readings => "`{ indicator = number }`".to_owned(),
        Shape::Cadence => "table, or list of tables".to_owned(),
        Shape::Words => "words: `id = { sv = \"…\", en = \"…\" }`".to_owned(),
        Shape::Table(table) if table.is::<register::model::Period>() => "`{ from = date, until = date }`".to_owned(),
        Shape::Table(_) => "table".to_owned(),
        Shape::List(inner) if inner.table().is_some() => "list of tables".to_owned(),
        Shape::List(Shape::Text) => "list of texts".to_owned(),
        Shape::List(Shape::FormerId) => "list of ids".to_owned(),
        Shape::List(Shape::Choice(choices)) => format!("list of codes: [{}](#{})", choices.name, choices.name),
        Shape::List(Shape::Reference(Target::Record(kind))) => format!("list of `{}` ids", kind.name()),
        Shape::List(inner) => format!("list, each: {}", type_of(inner)),
    }
}

fn target_of(target: Target) -> String {
    match target {
        Target::Record(kind) => format!("`{}` id", kind.name()),
        Target::Goal => "`district#goal`, or the id of a municipality-wide goal".to_owned(),
        Target::Problem => "`district#problem`".to_owned(),
        Target::Cause => "`district#cause`".to_owned(),
        Target::Decision => "`meeting` id, or `meeting#decision`".to_owned(),
        Target::MunicipalGoal => "id of a municipality-wide goal".to_owned(),
        Target::OwnGoal => "id of a goal of the same district".to_owned(),
        Target::OwnIndicator => "id of an indicator of the same district".to_owned(),
        Target::Anything => "`kind/id` or `kind/id#element`".to_owned(),
        Target::TargetGroup => "word of `vocabulary.target_group`".to_owned(),
        Target::Category => "word of `vocabulary.category`".to_owned(),
    }
}

/// Every list of codes, with what they are called.
fn code_lists() -> String {
    fn find(shape: &'static TableShape, lists: &mut BTreeMap<&'static str, &'static Choices>) {
        for field in shape.fields {
            match field.shape.single() {
                Shape::Choice(choices) => {
                    lists.insert(choices.name, choices);
                }
                Shape::Table(inner) => find(inner, lists),
                Shape::Cadence => find(register::model::Cadence::PHASE, lists),
                _ => {}
            }
        }
    }
    let mut lists = BTreeMap::new();
    find(&Settings::TABLE, &mut lists);
    Kind::ALL.iter().for_each(|kind| find(shape_of(*kind), &mut lists));
    let languages: Vec<Language> = Tongue::ALL.iter().copied().map(Language::new).collect();
    let names = |each: &dyn Fn(&Language) -> String| languages.iter().map(each).collect::<Vec<_>>().join(" | ");
    let heading = names(&|language| language.tongue().code().to_owned());
    let mut text = String::new();
    for (name, choices) in lists {
        write!(text, "\n### {name}\n\n| code | {heading} |\n|---|{}\n", "---|".repeat(languages.len())).unwrap();
        for code in choices.codes {
            writeln!(text, "| `{code}` | {} |", names(&|language| language.choice(name, code))).unwrap();
        }
    }
    text
}
