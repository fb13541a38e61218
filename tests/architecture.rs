//! Holds the modules to the order that `ARCHITECTURE.md` tells: who may use whom, who alone touches
//! files, the clock, the environment and other programs, and that fields are asked for by what they are.
#![allow(clippy::expect_used, clippy::unwrap_used)]

use crate::support::paths::named_paths;
use register::catalog::shape_of;
use register::model::{Kind, Settings, Table as _, TableShape};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::ops::Range;
use std::path::{Path, PathBuf};

/// What may be said in some places only, and where.
/// Each is some text, and the files that may have it.
type OnlyIn = (&'static str, fn(&str) -> bool);

const ONLY_IN: &[OnlyIn] = &[
    ("std::fs", |file| is_in(file, "store") || is_in(file, "cli")),
    ("std::env", |file| is_in(file, "cli")),
    ("Local::now", |file| file == "cli/clock.rs"),
    ("Local.", |file| file == "cli/clock.rs"),
    ("process::Command", |file| matches!(file, "cli/patience.rs" | "history/git.rs")),
    ("process::{", |file| matches!(file, "cli/pager.rs" | "history/git.rs")),
    ("toml_spanner", |file| file == "format/fast.rs"),
    // What is shown goes out where it is covered.
    ("io::stdout", |file| file == "cli/ui.rs"),
    ("io::stderr", |file| file == "cli/ui.rs"),
    ("serde_json::to_", |file| matches!(file, "render/json.rs" | "history/kept.rs")),
    ("println!", |_| false),
    ("print!", |_| false),
];

/// What a file asks for by its name, and why: no shape or role tells it, or it is the name of something else.
type ByName = (&'static str, &'static [&'static str], &'static str);

const BY_NAME: &[ByName] = &[
    ("catalog/input/single.rs", &["value"], "the key that a text is put under, so that TOML reads it as a value"),
    ("change/new_id.rs", &["on", "period", "from", "until"], "what the id of one kind is made of"),
    (
        "cli/commands/follow_up.rs",
        &["assessment", "on", "by", "period", "status", "values"],
        "the flags of the command, each for one field",
    ),
    ("cli/commands/meeting/decide.rs", &["concerns"], "whose needs a decision answers"),
    ("cli/commands/meeting/done.rs", &["done_on"], "the one of a decision's days that the command writes"),
    ("cli/commands/meeting/walk.rs", &["present"], "what is asked of every meeting that was held"),
    ("cli/help.rs", &["id"], "a flag"),
    ("format/schema.rs", &["title"], "a keyword of JSON Schema"),
    (
        "format/upgrade/district.rs",
        &[
            "id",
            "title",
            "rank",
            "goal",
            "problem",
            "causes",
            "indicator",
            "name",
            "readings",
            "value",
            "period",
            "seal",
        ],
        "what format 1 had, of which there is no description any more",
    ),
    ("format/upgrade/mod.rs", &["districts", "needs", "format"], "what format 1 had elsewhere"),
    ("cli/commands/round/plan.rs", &["responsible"], "who a record is of that is being made"),
    ("personal_data/plain.rs", &["period"], "a sign, as people name it"),
    ("report/document.rs", &["record"], "the name of a document"),
    ("render/findings/page.rs", &["format"], "what a rule serves that no fact asks for"),
];

/// The folders in which no two files need each other, however far around.
const WITHOUT_CIRCLES: &[&str] = &["catalog", "change", "check", "cli", "compare", "exchange", "history", "report"];

/// A longer file has more than one subject.
const MOST_LINES: usize = 600;

/// What a top module may use besides itself.
enum MayUse {
    All,
    Only(Vec<String>),
}

impl MayUse {
    fn allows(&self, module: &str) -> bool {
        match self {
            MayUse::All => true,
            MayUse::Only(modules) => modules.iter().any(|known| known == module),
        }
    }
}

/// What each top module may use, from the code map of `ARCHITECTURE.md`: the name in the first cell of a row, and what
/// stands in its last.
fn order() -> BTreeMap<String, MayUse> {
    let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("ARCHITECTURE.md")).unwrap();
    let row = |line: &str| {
        let (path, cells) = line.strip_prefix("| `src/")?.split_once("` |")?;
        let module = path.trim_end_matches('/').trim_end_matches(".rs");
        let last = cells.trim_end_matches('|').rsplit('|').next()?;
        let modules: Vec<String> =
            last.split(',').map(str::trim).filter(|name| !name.is_empty()).map(str::to_owned).collect();
        let may_use = if modules == ["all"] { MayUse::All } else { MayUse::Only(modules) };
        Some((module.to_owned(), may_use))
    };
    let order: BTreeMap<String, MayUse> = text.lines().filter_map(row).collect();
    assert!(order.len() > 10, "the code map of ARCHITECTURE.md is not understood");
    for (module, may_use) in &order {
        if let MayUse::Only(used) = may_use {
            let unknown: Vec<&String> = used.iter().filter(|name| !order.contains_key(*name)).collect();
            assert!(unknown.is_empty(), "ARCHITECTURE.md: `{module}` may use {unknown:?}, which have no row");
        }
    }
    order
}

/// What the text calls by a name of the code, or of a file, is there under that name.
#[test]
fn what_the_architecture_names_is_there() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let text = fs::read_to_string(root.join("ARCHITECTURE.md")).unwrap();
    let mut code = fs::read_to_string(root.join("build.rs")).unwrap();
    for file in ["src", "tests"].into_iter().flat_map(|folder| walkdir::WalkDir::new(root.join(folder))) {
        let path = file.unwrap().into_path();
        if path.extension().is_some_and(|ending| ending == "rs") {
            code += &fs::read_to_string(path).unwrap();
        }
    }
    let is_word = |letter: char| letter.is_alphanumeric() || letter == '_';
    let mut lacking = BTreeSet::new();
    // This one is a crate that is not used.
    for name in text.split('`').skip(1).step_by(2).filter(|name| *name != "toml_edit") {
        let last = name.rsplit("::").next().unwrap().trim_end_matches(['…', '!']);
        let is_name = last.contains('_') && last.chars().all(is_word);
        let is_file = name.starts_with("src/") && !name.contains('*');
        if (is_name && !code.contains(last)) || (is_file && !root.join(name).exists()) {
            lacking.insert(name);
        }
    }
    assert!(lacking.is_empty(), "ARCHITECTURE.md names what is not there: {lacking:?}");
}

#[test]
fn nobody_uses_what_is_above_them() {
    let order = order();
    let known = |module: &str| order.contains_key(module);
    let mut faults = Vec::new();
    for source in sources() {
        let own = source.module();
        if matches!(own, "lib" | "main") {
            continue;
        }
        let Some(may_use) = order.get(own) else {
            faults
                .push(format!("src/{}: the module `{own}` has no row in the code map of ARCHITECTURE.md", source.file));
            continue;
        };
        for (line, text) in source.code() {
            if text.contains("crate::{") {
                faults.push(format!("src/{}:{line}: takes several modules in one `use`", source.file));
            }
            for used in used_modules(text) {
                if known(used) && used != own && !may_use.allows(used) {
                    faults.push(format!("src/{}:{line}: `{own}` uses `{used}`", source.file));
                }
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn only_the_edges_touch_the_world() {
    let mut faults = Vec::new();
    for source in sources() {
        for (line, text) in source.code() {
            for (words, is_allowed) in ONLY_IN {
                if says(text, words) && !is_allowed(&source.file) {
                    faults.push(format!("src/{}:{line}: says `{words}`", source.file));
                }
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn fields_are_asked_for_by_what_they_are() {
    let mut names = BTreeSet::new();
    for kind in Kind::ALL {
        collect_names(shape_of(kind), &mut names);
    }
    collect_names(&Settings::TABLE, &mut names);
    let mut faults = Vec::new();
    let mut used = BTreeSet::new();
    for source in sources().iter().filter(|source| source.module() != "model" && !source.is_tests()) {
        for (line, text) in source.code() {
            for name in asked_for(text).into_iter().filter(|name| names.contains(name)) {
                match BY_NAME.iter().find(|(file, known, _)| *file == source.file && known.contains(&name)) {
                    Some((file, ..)) => drop(used.insert(*file)),
                    None => faults.push(format!("src/{}:{line}: asks for `{name}` by its name", source.file)),
                }
            }
        }
    }
    let unused = BY_NAME.iter().filter(|(file, ..)| !used.contains(file));
    faults.extend(unused.map(|(file, ..)| format!("src/{file} no longer asks for anything by its name")));
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn no_swedish_stands_in_code() {
    let swedish = swedish_words();
    let mut faults = Vec::new();
    for source in sources().iter().filter(|source| !source.is_tests()) {
        for (line, text) in source.code() {
            let has_letter = text.contains(['å', 'ä', 'ö', 'Å', 'Ä', 'Ö']);
            let word = texts(text).map(|ends| &text[ends]).find(|said| swedish.contains(&said.to_lowercase()));
            if has_letter || word.is_some() {
                faults.push(format!("src/{}:{line}: says {}", source.file, word.unwrap_or(text.trim())));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// Words that are Swedish and nothing else: of its lists, its codes and its fields, but those that English has too.
fn swedish_words() -> BTreeSet<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("locales");
    let read = |path: &str| fs::read_to_string(root.join(path)).unwrap();
    let words = |language: &str| -> BTreeSet<String> {
        let lists = ["words.txt", "personal_data.txt"].map(|file| read(&format!("{language}/{file}")));
        let messages = ["choices.ftl", "fields.ftl", "say.ftl"].map(|file| read(&format!("{language}/{file}")));
        let named = messages.iter().flat_map(|text| text.lines()).filter_map(|line| Some(line.split_once(" = ")?.1));
        let all = lists.iter().flat_map(|text| text.lines()).chain(named.flat_map(|words| words.split('|')));
        all.map(|word| word.trim().to_lowercase()).collect()
    };
    let known = words("en");
    let is_swedish = |word: &String| !word.is_empty() && !known.contains(word) && !NOT_ONLY_SWEDISH.contains(&&**word);
    words("sv").into_iter().filter(is_swedish).collect()
}

/// Swedish words that are something else too: the code of English, and a word of English.
const NOT_ONLY_SWEDISH: &[&str] = &["en", "risk"];

/// The names of a table and of its fields, and of the tables within it.
fn collect_names(table: &TableShape, names: &mut BTreeSet<&'static str>) {
    names.insert(table.name);
    for field in table.fields {
        names.insert(field.name);
        if let Some(inner) = field.shape.inner() {
            collect_names(inner, names);
        }
    }
}

#[test]
fn a_file_has_one_subject() {
    let lengths = sources().into_iter().map(|source| (source.text.lines().count(), source.file));
    let long: Vec<String> = lengths
        .filter(|(lines, _)| *lines > MOST_LINES)
        .map(|(lines, file)| format!("src/{file}: {lines} lines, of {MOST_LINES} at most"))
        .collect();
    assert!(long.is_empty(), "{}", long.join("\n"));
}

/// A file that nothing declares is no part of the program, and nothing else would say so.
#[test]
fn every_file_is_a_module() {
    let sources = sources();
    let modules: BTreeMap<String, String> = sources.iter().map(|source| (source.path(), source.joined())).collect();
    let is_declared = |source: &&Source| {
        let path = source.path();
        let (folder, name) = path.rsplit_once("::").unwrap_or(("lib", &path));
        let parent = modules.get(folder).map_or("", String::as_str);
        parent.lines().any(|line| line.trim_end().ends_with(&format!("mod {name};")))
    };
    let is_root = |source: &&Source| matches!(source.path().as_str(), "lib" | "main") || source.is_tests();
    let lost: Vec<String> = sources
        .iter()
        .filter(|source| !is_root(source) && !is_declared(source))
        .map(|source| format!("src/{}: its folder's mod.rs has no `mod` of it", source.file))
        .collect();
    assert!(lost.is_empty(), "{}", lost.join("\n"));
}

#[test]
fn files_of_a_folder_look_one_way() {
    let sources = sources();
    let circles: Vec<String> =
        WITHOUT_CIRCLES.iter().filter_map(|folder| circle(&needs_within(folder, &sources))).collect();
    assert!(circles.is_empty(), "files that need each other:\n{}", circles.join("\n"));
}

#[test]
fn needs_are_seen_however_they_are_written() {
    let file = |file: &str, text: &str| Source { file: file.to_owned(), text: text.to_owned() };
    let needs = needs_within(
        "a",
        &[
            file("a/mod.rs", "mod b;\nmod c;\npub use b::B;\n"),
            file("a/b.rs", "use super::c::{\n    self, d::{D, E},\n};\nfn f() { c::g() } // super::A\n"),
            file("a/c/mod.rs", "mod d;\nfn g() -> crate::a::c::d::D { d::D }\n"),
            file("a/c/d.rs", "fn h() { super::super::super::z::y(); letter_b::x() }\n"),
        ],
    );
    let of = |name: &str| needs[name].iter().map(String::as_str).collect::<Vec<_>>();
    assert_eq!((of("a"), of("a::b"), of("a::c")), (vec!["a::b"], vec!["a::c", "a::c::d"], vec!["a::c::d"]));
    assert!(of("a::c::d").is_empty() && circle(&needs).is_none());
    let round = needs_within("a", &[file("a/b.rs", "use super::c;"), file("a/c.rs", "use crate::a::b::B;")]);
    assert_eq!(circle(&round).as_deref(), Some("a::b -> a::c -> a::b"));
}

#[test]
fn uses_are_seen_however_they_are_written() {
    let used = |line| used_modules(line).collect::<Vec<_>>();
    assert_eq!(used("use crate::model::{Day, Kind};"), ["model"]);
    assert_eq!(used("let text = crate::format::key(crate::check::mask(text));"), ["format", "check"]);
    assert_eq!(without_comment("let a = 1; // crate::cli"), "let a = 1; ");
    assert_eq!(without_comment("let a = \"https://example.se\";"), "let a = \"https://example.se\";");
    assert!(says("std::fs::read(path)", "std::fs") && says("use std::{env, fs};", "std::fs"));
    for asks in [
        "Shape::Table(table) if table.name == \"on\" => Holds::Period,",
        "if \"on\" != name {",
        "(\"year\" | \"on\", Value::Integer(year)) => cell,",
        "\"on\" => cell,",
        "Some(\"on\") => cell,",
        "let is_title = matches!(field.name, \"on\");",
        "let day = table.get(\"on\");",
        "let day = table[\"on\"];",
    ] {
        assert!(asked_for(asks).contains(&"on"), "{asks}");
    }
    for says in
        ["put(\"on\", day);", "vec![(\"on\", cell)]", "names.map(|name| \"on\")", "Kind::Meeting => (\"on\", day),"]
    {
        assert!(asked_for(says).is_empty(), "{says}");
    }
    assert!(!says("eprint!(\"\")", "println!") && says("eprintln!(\"\")", "println!"));
}

/// A file of the program.
struct Source {
    /// Its path below `src/`, with `/` between folders.
    file: String,
    text: String,
}

impl Source {
    /// The top module that it is a part of.
    fn module(&self) -> &str {
        let first = self.file.split('/').next().unwrap();
        first.strip_suffix(".rs").unwrap_or(first)
    }

    /// Whether it is the tests of the module whose folder it lies in.
    fn is_tests(&self) -> bool {
        self.file.ends_with("/tests.rs")
    }

    /// Its own path as a module, from the top.
    fn path(&self) -> String {
        let path = self.file.strip_suffix(".rs").unwrap();
        path.strip_suffix("/mod").unwrap_or(path).replace('/', "::")
    }

    /// Its code as one text, without who may see what.
    fn joined(&self) -> String {
        self.code().map(|(_, line)| format!("{}\n", line.replace("pub(in crate::check)", "pub"))).collect()
    }

    /// Its lines with their numbers, without comments and without the tests at its end.
    fn code(&self) -> impl Iterator<Item = (usize, &str)> {
        let lines: Vec<&str> = self.text.lines().collect();
        let is_tests = |place: usize| {
            let next = lines[place + 1..].iter().find(|line| !line.starts_with("#["));
            lines[place].trim() == "#[cfg(test)]" && next.is_some_and(|next| next.starts_with("mod "))
        };
        let end = (0..lines.len()).find(|&place| is_tests(place)).unwrap_or(lines.len());
        lines.into_iter().take(end).enumerate().map(|(place, line)| (place + 1, without_comment(line)))
    }
}

fn is_in(file: &str, module: &str) -> bool {
    file.strip_prefix(module).is_some_and(|rest| rest.starts_with('/') || rest == ".rs")
}

/// A line up to its comment. Two slashes behind a colon are part of an address.
fn without_comment(line: &str) -> &str {
    let comment = line.match_indices("//").map(|(at, _)| at).find(|&at| !line[..at].ends_with(':'));
    comment.map_or(line, |at| &line[..at])
}

/// Whether a line says some words, also where it takes several things from `std` at once.
fn says(line: &str, words: &str) -> bool {
    let from_list = || {
        let part = words.strip_prefix("std::")?;
        let list = line.trim_start().strip_prefix("use std::{")?;
        Some(list.split([',', '{', '}', ' ', ':', ';']).any(|name| name == part))
    };
    line.contains(words) || from_list().unwrap_or(false)
}

/// The texts that a line compares with, matches on or looks up, as code does that asks for something by its name.
fn asked_for(line: &str) -> Vec<&str> {
    let asks = |ends: &Range<usize>| {
        let (before, after) = (line[..ends.start - 1].trim_end(), line[ends.end + 1..].trim_start());
        is_compared(before, after) || is_pattern(before, after) || is_looked_up(before)
    };
    texts(line).filter(asks).map(|ends| &line[ends]).collect()
}

/// Where the texts of a line stand, without their quotes.
fn texts(line: &str) -> impl Iterator<Item = Range<usize>> {
    let is_quote = |at: &usize| !line[..*at].ends_with(['\\', '\'']);
    let quotes: Vec<usize> = line.match_indices('"').map(|(at, _)| at).filter(is_quote).collect();
    let ends: Vec<Range<usize>> = quotes.chunks_exact(2).map(|ends| ends[0] + 1..ends[1]).collect();
    ends.into_iter()
}

fn is_compared(before: &str, after: &str) -> bool {
    ["==", "!="].iter().any(|sign| before.ends_with(sign) || after.starts_with(sign))
}

/// Whether a text between two others is one of an arm's or of a `matches!`.
fn is_pattern(before: &str, after: &str) -> bool {
    let is_last = |macro_at: usize| before.ends_with(',') && !before[macro_at..].contains(')');
    before.ends_with(" |")
        || after.starts_with("| ")
        || after.trim_start_matches([')', ' ']).starts_with("=>")
        || before.rfind("matches!(").is_some_and(is_last)
}

/// Whether what stands before a text looks it up in a table, or takes it out.
fn is_looked_up(before: &str) -> bool {
    let calls = [".get(", ".get_mut(", ".field(", ".contains_key(", ".remove("];
    let is_index = before.strip_suffix('[').is_some_and(|table| table.ends_with(|end: char| end.is_alphanumeric()));
    is_index || calls.iter().any(|call| before.ends_with(call))
}

/// The top modules that a line names.
fn used_modules(line: &str) -> impl Iterator<Item = &str> {
    let is_part = |letter: char| letter.is_ascii_alphanumeric() || letter == '_';
    line.match_indices("crate::").map(move |(at, prefix)| {
        let rest = &line[at + prefix.len()..];
        rest.split(|letter| !is_part(letter)).next().unwrap_or_default()
    })
}

/// The modules of a folder, a file each, and those of them that each names.
type Needs = BTreeMap<String, BTreeSet<String>>;

fn needs_within(folder: &str, sources: &[Source]) -> Needs {
    let sources = sources.iter().filter(|source| is_in(&source.file, folder) && !source.file.ends_with("/tests.rs"));
    let files: BTreeMap<String, String> = sources.map(|source| (source.path(), source.joined())).collect();
    let is_module = |path: &str| files.contains_key(path);
    let needs = |(own, text): (&String, &String)| {
        let paths: Vec<String> = named_paths(text, own, &is_module);
        let mut needed: BTreeSet<String> = paths.iter().filter_map(|path| nearest(path, &is_module)).collect();
        needed.remove(own);
        (own.clone(), needed)
    };
    files.iter().map(needs).collect()
}

/// The module that a path leads to, or to something in.
fn nearest(path: &str, is_module: &dyn Fn(&str) -> bool) -> Option<String> {
    let mut path = path;
    while !is_module(path) {
        path = path.rsplit_once("::")?.0;
    }
    Some(path.to_owned())
}

/// The first way around from a module back to itself.
fn circle(needs: &Needs) -> Option<String> {
    fn walk<'n>(at: &'n str, way: &mut Vec<&'n str>, done: &mut BTreeSet<&'n str>, needs: &'n Needs) -> Option<String> {
        if let Some(start) = way.iter().position(|passed| *passed == at) {
            return Some(way[start..].iter().chain([&at]).copied().collect::<Vec<_>>().join(" -> "));
        }
        if !done.insert(at) {
            return None;
        }
        way.push(at);
        let found = needs[at].iter().find_map(|next| walk(next, way, done, needs));
        way.pop();
        found
    }
    let mut done = BTreeSet::new();
    needs.keys().find_map(|module| walk(module, &mut Vec::new(), &mut done, needs))
}

fn sources() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    collect(&root, &mut files);
    files.sort();
    let source = |path: &PathBuf| Source {
        file: path.strip_prefix(&root).unwrap().to_string_lossy().replace('\\', "/"),
        text: fs::read_to_string(path).unwrap(),
    };
    files.iter().map(source).collect()
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, files);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
}

/// The fuzz targets are a package of their own, whose lock a new dependency of the program has to reach.
#[test]
fn the_fuzz_targets_lock_names_what_the_program_needs() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let read = |path: &str| -> toml::Table { fs::read_to_string(root.join(path)).unwrap().parse().unwrap() };
    let needed: Vec<String> =
        read("Cargo.toml")["dependencies"].as_table().unwrap().keys().map(ToOwned::to_owned).collect();
    let locked = read("fuzz/Cargo.lock");
    let program = locked["package"]
        .as_array()
        .unwrap()
        .iter()
        .find(|package| package["name"].as_str() == Some("register"))
        .expect("the fuzz targets use the program");
    // A crate of which there are several versions stands there with its version.
    let locked: BTreeSet<&str> = program["dependencies"]
        .as_array()
        .unwrap()
        .iter()
        .filter_map(|name| name.as_str()?.split(' ').next())
        .collect();
    let forgotten: Vec<&String> = needed.iter().filter(|name| !locked.contains(name.as_str())).collect();
    assert!(forgotten.is_empty(), "run cargo check in fuzz/, which locks {forgotten:?} there too");
}
