//! What is shown steers no terminal, whoever wrote it: titles, keys, comments, file names, arguments, commits.

use crate::support::{Said, Sandbox, copy, said, words};
use register::language::Tongue;
use register::model::steers;
use std::fs;
use std::path::Path;

/// What a hostile text begins with: colour, a window's title, C1, the directions of writing, delete, backspace.
const HOSTILE: &str = "\u{1b}[31mFRÄMMANDE\u{1b}]0;t\u{7}\u{9b}31m\u{202e}\u{2066}\u{200f}\u{61c}\u{7f}\u{8}\rx";

/// The fields whose texts are anyone's.
const FREE: &[&str] =
    &["title", "name", "text", "summary", "note", "mission", "mandate", "cause", "evidence", "number"];

/// Every command with arguments with which it has something to show; `{}` is a hostile text.
pub const LINES: &[(&str, &[&str])] = &[
    ("status", &["", "--district {}"]),
    ("list intervention", &["", "--text {}"]),
    ("list body", &["", "--text {}"]),
    ("list district", &["", "--sort {}"]),
    ("list meeting", &["", "--columns {}"]),
    ("show", &["nattvandring-i-berga", "berga", "styrgrupp", "register", "{}"]),
    ("check", &["", "--only {}", "--explain {}", "{}"]),
    ("report inventory", &["", "--goal {}"]),
    ("report follow-up", &["", "--period {}"]),
    ("report plan", &["--district berga", "--district {}"]),
    ("report coordination", &[""]),
    ("report board", &["kommunstyrelsen", "socialforvaltningen", "{}"]),
    ("report matrix", &["", "--cycle {}"]),
    ("report trend", &["--by district", "--of {}", "--by {}"]),
    ("sql", &["'SELECT * FROM interventions'", "'SELECT {}'", "--tables"]),
    ("report needs", &[""]),
    ("report model", &["", "--format mermaid"]),
    ("report law", &[""]),
    ("report pivot", &["--rows districts --columns status", "--rows {} --columns status"]),
    ("decisions", &["", "--body {}"]),
    ("meeting decide", &["2026-05-11-platssamverkan-berga --text {} --dry-run", "{} --text a"]),
    ("meeting done", &["2026-05-11-platssamverkan-berga {} --dry-run"]),
    ("round start", &["2026-T3 -o {} --force", "{} -o ut"]),
    ("round read", &["{}", "register/register.toml"]),
    ("round status", &["", "{}"]),
    ("round remind", &["", "--body {}"]),
    ("diff", &["HEAD~1..HEAD", "HEAD~1..HEAD --stat", "{}"]),
    ("log", &["", "nattvandring-i-berga", "{}"]),
    ("export", &["json -o {}.json", "csv -o {}"]),
    (
        "add",
        &[
            "district --name {} --dry-run",
            "district --name Ny --id {}",
            "district --{} a",
            "goal --title {} --dry-run",
            "goal --title Ny --id {}",
            "category --name {} --dry-run",
        ],
    ),
    (
        "set",
        &[
            "berga name={} --dry-run",
            "berga {}=a",
            "berga population={}",
            "register name={} --dry-run",
            "register {}=a",
        ],
    ),
    ("edit", &["berga --dry-run", "{}"]),
    ("follow-up", &["nattvandring-i-berga --assessment on-track --note {} --dry-run"]),
    ("propose", &["target-picture/berga-2026 --at-meeting {}", "{} --at-meeting 2026-09-17-styrgrupp"]),
    ("adopt", &["target-picture/berga-2026 --at-meeting {}", "{} --at-meeting 2026-09-17-styrgrupp"]),
    ("rename", &["berga {}", "berga ryd --dry-run", "{} a"]),
    ("hand-over", &["berga {}", "polisen socialforvaltningen --dry-run", "{} a", "berga berga --on {}"]),
    ("remove", &["berga --dry-run", "nattvandring-i-berga --dry-run", "{}"]),
    ("undo", &["", "--dry-run", "{}"]),
    ("fmt", &["--dry-run", "{}"]),
    ("upgrade", &["--dry-run"]),
    ("resolve", &["--take ours {}"]),
    ("git install", &["--check"]),
    ("git merge-driver", &["{} {} {} {}"]),
    ("git before-rebase", &["{} {}", "HEAD"]),
    ("import package", &["{} -o {}", "register -o ny"]),
    (
        "init",
        &["{}/ny --name {} --municipality-code {}", "{}/annan --name {} --template linkoping", "ny --template {}"],
    ),
    ("schema", &["", "intervention"]),
    ("completions", &["bash", "{}"]),
    ("help", &["", "list", "{}"]),
    ("man", &[""]),
];

/// A register whose texts, keys, comments, file names and commits are hostile.
fn planted() -> Sandbox {
    let sandbox = Sandbox::empty();
    copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/errors/silent"), &sandbox.path("register"));
    let escaped: String = HOSTILE.chars().map(|letter| format!("\\U{:08x}", u32::from(letter))).collect();
    plant(&sandbox.path("register"), &escaped);
    let walk = sandbox.read("register/interventions/2026/nattvandring-i-berga.toml");
    // A comment may hold what steers beyond ASCII.
    sandbox.write("register/interventions/okand.toml", format!("\"{escaped}\" = 1 # \u{9b}31m\u{202e}\n{walk}"));
    sandbox.write("register/interventions/trasig.toml", format!("title = \"{HOSTILE}\"\n"));
    sandbox.write(&format!("register/interventions/{}.toml", HOSTILE.replace('/', "")), walk);
    let git = |line: &str| {
        let mut command = sandbox.sealed("git");
        for who in ["AUTHOR", "COMMITTER"] {
            command.env(format!("GIT_{who}_NAME"), "Samordnare");
            command.env(format!("GIT_{who}_EMAIL"), "samordnare@example.se");
        }
        let arguments: Vec<String> = words(line).iter().map(|word| word.replace("{}", HOSTILE)).collect();
        said(command.args(arguments).output().unwrap()).fine()
    };
    git("init --quiet");
    git("add register/register.toml register/bodies");
    git("commit --quiet --message {}");
    git("add register");
    git("commit --quiet --message {}");
    sandbox
}

/// Makes the free texts of every file in a folder hostile.
fn plant(folder: &Path, escaped: &str) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            plant(&path, escaped);
            continue;
        }
        let mut text = fs::read_to_string(&path).unwrap();
        for field in FREE {
            text = text.replace(&format!("{field} = \""), &format!("{field} = \"{escaped}"));
        }
        fs::write(path, text).unwrap();
    }
}

/// Holds that nothing that steers came out but the program's own styling.
#[track_caller]
fn is_clean(said: &Said, line: &str, is_styled: bool) {
    for text in [&said.out, &said.err] {
        let mut own = text.replace("\r\n", "\n");
        assert!(!own.contains("\u{1b}[31mFRÄMMANDE"), "{line}: {text:?}");
        if is_styled {
            for code in ["0", "1", "2", "4", "31", "32", "33", "36", "91", "92", "93", "94", "96"] {
                own = own.replace(&format!("\u{1b}[{code}m"), "");
            }
        }
        let at = own.find(steers).map(|at| own[at..].chars().take(40).collect::<String>());
        assert_eq!(at, None, "register {line}");
    }
}

/// The commands that are not made of others, as clap knows them.
fn leaves(command: &clap::Command, before: &str) -> Vec<(String, Vec<String>)> {
    let mut found = Vec::new();
    for inner in command.get_subcommands() {
        let name = format!("{before}{}", inner.get_name());
        if inner.has_subcommands() && LINES.iter().all(|(known, _)| *known != name) {
            found.extend(leaves(inner, &format!("{name} ")));
            continue;
        }
        let format = inner.get_arguments().find(|argument| argument.get_id() == "format" && !argument.is_positional());
        let formats = format.into_iter().flat_map(|argument| argument.get_possible_values());
        found.push((name, formats.map(|value| value.get_name().to_owned()).collect()));
    }
    found
}

#[test]
fn no_command_lets_anything_through_that_steers_a_terminal() {
    let sandbox = planted();
    let editor = sandbox.editor(r#"printf 'x = "\033[31m"\n' >> "$1""#);
    let leaves = leaves(&register::cli::command(Tongue::OF_NAMES), "");
    let mut shown = String::new();
    for (name, formats) in &leaves {
        let lines = LINES.iter().find(|(known, _)| known == name).map(|(_, lines)| *lines);
        let lines = lines.or(name.starts_with("list ").then_some(&[""]));
        let lines = lines.unwrap_or_else(|| panic!("LINES does not say what `register {name}` is tried with"));
        let wrong = ["{}", "--{}", "--format {}", "--at {}", "--register {}", "--today {}", "--lang {}"];
        let tried = lines.iter().map(|line| (*line).to_owned());
        let tried = tried.chain(formats.iter().map(|format| format!("{} --format {format}", lines[0])));
        let tried = tried.flat_map(|line| [format!("{line} --color never"), format!("{line} --color always")]);
        let tried = tried.chain(wrong.map(|wrong| format!("{} {wrong} --color always", lines[0])));
        for line in tried {
            let arguments = words(&format!("{name} {line}"));
            let arguments: Vec<String> = arguments.iter().map(|word| word.replace("{}", HOSTILE)).collect();
            let said = sandbox.run_words(&arguments, &[("EDITOR", &editor), ("NO_COLOR", "")]);
            is_clean(&said, &format!("{name} {line}"), line.ends_with("always"));
            shown.push_str(&said.out);
        }
    }
    // It is not that nothing of it was shown.
    assert!(shown.matches("\\u{1b}[31mFRÄMMANDE").count() > 100);
    assert!(shown.contains("\\u001b[31mFRÄMMANDE") && shown.contains("\\u009b"));
    for (known, _) in LINES {
        assert!(leaves.iter().any(|(name, _)| name == known), "there is no register {known}");
    }
}
