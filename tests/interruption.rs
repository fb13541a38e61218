//! Whatever a command does to files can be cut short, or fail, at each call that changes something: nothing is lost,
//! nothing stands half after the next command, and nothing stays stuck. The calls are the system's, and are made to
//! fail by `strace`.

use crate::support::books::{Sheet, filled};
use crate::support::{Said, Sandbox, has, said, words};
use register::language::Tongue;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

const NIGHT_WALK: &str = "register/interventions/nattvandring-i-ryd.toml";

/// A command that changes files.
pub struct Deed {
    /// Its name, as one types it.
    pub command: &'static str,
    /// All of it.
    pub line: &'static str,
    /// What there is before.
    pub before: fn() -> Sandbox,
    pub promise: Promise,
}

/// What is held of a command that was cut short.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Promise {
    /// All of it is there afterwards, or nothing; and what it said is true.
    Whole,
    /// Each file is as it was, or as it shall be; and run again, it does what is left.
    EachFile,
}

pub const WRITES: &[Deed] = &[
    Deed {
        command: "set",
        line: "set nattvandring-i-ryd status=paused",
        before: Sandbox::small,
        promise: Promise::Whole,
    },
    Deed {
        command: "round start",
        line: "round start 2026-T3 -o ut --force",
        before: Sandbox::small,
        promise: Promise::EachFile,
    },
    Deed { command: "round read", line: "round read svar.xlsx --yes", before: with_an_answer, promise: Promise::Whole },
    Deed {
        command: "add",
        line: "add intervention --title Schackkväll --status planned --responsible faltgruppen",
        before: Sandbox::small,
        promise: Promise::Whole,
    },
    Deed { command: "edit", line: "edit nattvandring-i-ryd", before: with_editor, promise: Promise::Whole },
    Deed {
        command: "follow-up",
        line: "follow-up nattvandring-i-ryd --assessment on-track --note 'Fyra kvällar.' --on 2026-11-20",
        before: Sandbox::small,
        promise: Promise::Whole,
    },
    Deed {
        command: "propose",
        line: "propose target-picture/ryd-2026 --at-meeting 2026-09-17-faltgruppen",
        before: Sandbox::small,
        promise: Promise::Whole,
    },
    Deed {
        command: "adopt",
        line: "adopt target-picture/ryd-2026 --at-meeting 2026-09-17-faltgruppen",
        before: with_a_board,
        promise: Promise::Whole,
    },
    Deed { command: "rename", line: "rename ryd rydd", before: Sandbox::small, promise: Promise::Whole },
    Deed {
        command: "hand-over",
        line: "hand-over faltgruppen nattgruppen --on 2026-12-01",
        before: with_successor,
        promise: Promise::Whole,
    },
    Deed { command: "remove", line: "remove 2026-t2-ryd --yes", before: Sandbox::small, promise: Promise::Whole },
    Deed { command: "undo", line: "undo --yes", before: renamed, promise: Promise::Whole },
    Deed { command: "fmt", line: "fmt", before: untidy, promise: Promise::Whole },
    Deed { command: "upgrade", line: "upgrade", before: of_format_1, promise: Promise::Whole },
    Deed {
        command: "meeting decide",
        line: "meeting decide 2026-09-17-faltgruppen --id fortsatt --text 'Nattvandringen fortsätter'",
        before: Sandbox::small,
        promise: Promise::Whole,
    },
    Deed {
        command: "meeting done",
        line: "meeting done 2026-09-17-faltgruppen fortsatt --on 2026-10-01",
        before: with_decision,
        promise: Promise::Whole,
    },
    Deed { command: "resolve", line: "resolve --take ours", before: with_conflict, promise: Promise::Whole },
    Deed {
        command: "git merge-driver",
        line: "git merge-driver base ours theirs register/districts/ryd.toml",
        before: three_versions,
        promise: Promise::Whole,
    },
    Deed {
        command: "import",
        line: "import lista.csv --map karta.toml --yes",
        before: with_an_inventory,
        promise: Promise::Whole,
    },
    Deed { command: "import package", line: "import package ut -o nytt", before: exported, promise: Promise::EachFile },
    Deed { command: "init", line: "init nytt --name Provköping", before: Sandbox::empty, promise: Promise::EachFile },
    Deed { command: "git install", line: "git install", before: repository, promise: Promise::EachFile },
];

/// The commands that change no file of a register. What they are asked to write with `-o` is a file of its own, whole
/// or as it was.
const READS: &[(&str, &str)] = &[
    ("status", "status -o ut.json"),
    ("list", "list intervention -o ut.csv"),
    ("show", "show ryd -o ut.md"),
    ("check", ""),
    ("report", "report inventory -o ut.html"),
    ("diff", ""),
    ("decisions", "decisions -o ut.csv"),
    ("round status", "round status -o ut.xlsx"),
    ("round remind", ""),
    ("sql", "sql 'SELECT id FROM interventions' -o ut.csv"),
    ("export", "export json -o ut.json"),
    ("log", ""),
    ("schema", "schema -o scheman"),
    ("git before-rebase", ""),
    ("completions", ""),
    ("man", "man -o man"),
];

/// The calls that change something, or that something waits for. Not every processor has the older ones.
const CALLS: &str = "trace=?open,openat,?creat,?mkdir,mkdirat,?rename,?renameat,renameat2,?unlink,unlinkat,?rmdir,?link,\
                     linkat,?symlink,symlinkat,write,writev,pwrite64,ftruncate,?truncate,?chmod,fchmod,?fchmodat,fsync,\
                     fdatasync,flock";

fn with_editor() -> Sandbox {
    let sandbox = Sandbox::small();
    sandbox.editor(r#"sed -i 's/"ongoing"/"paused"/' "$1""#);
    sandbox
}

/// The body that has met may adopt.
fn with_a_board() -> Sandbox {
    let sandbox = Sandbox::small();
    sandbox.write("register/bodies/faltgruppen.toml", "name = \"Fältgruppen\"\ntype = \"board\"\n");
    sandbox
}

fn with_successor() -> Sandbox {
    let sandbox = Sandbox::small();
    sandbox.write("register/bodies/nattgruppen.toml", "name = \"Nattgruppen\"\ntype = \"unit\"\n");
    let meeting = "body = \"faltgruppen\"\non = 2026-12-10\nstatus = \"planned\"\n";
    sandbox.write("register/meetings/2026-12-10-faltgruppen.toml", meeting);
    sandbox
}

/// What was changed last is of several files.
fn renamed() -> Sandbox {
    let sandbox = Sandbox::small();
    sandbox.run("rename ryd rydd").fine();
    sandbox
}

fn untidy() -> Sandbox {
    let sandbox = Sandbox::small();
    for district in ["berga", "skaggetorp", "vasastaden"] {
        sandbox.write(&format!("register/districts/{district}.toml"), format!("name='{district}'\n"));
    }
    sandbox
}

fn of_format_1() -> Sandbox {
    let sandbox = Sandbox::small();
    for folder in ["target-pictures", "action-plans"] {
        fs::remove_dir_all(sandbox.path(&format!("register/{folder}"))).unwrap();
    }
    let settings = sandbox.read("register/register.toml").replace("format = 2", "format = 1");
    sandbox.write("register/register.toml", settings);
    sandbox.write(
        "register/districts/ryd.toml",
        "name = \"Ryd\"\n\n[target_picture]\ntext = \"Ryd är ljust.\"\n\n\
         [action_plan]\nperiod = { from = 2026-01-01, until = 2027-12-31 }\n",
    );
    sandbox.write(NIGHT_WALK, format!("{}part_of_plan = true\n", sandbox.read(NIGHT_WALK)));
    sandbox
}

fn with_decision() -> Sandbox {
    let sandbox = Sandbox::small();
    sandbox.run(WRITES.iter().find(|deed| deed.command == "meeting decide").unwrap().line).fine();
    sandbox
}

fn with_conflict() -> Sandbox {
    let sandbox = repository();
    let text = "name = \"Ryd\"\n<<<<<<< ours\ncoordinator = \"Ett\"\n=======\ncoordinator = \"Två\"\n>>>>>>> theirs\n";
    sandbox.write("register/districts/ryd.toml", text);
    sandbox
}

/// A round that is asked, and an answer to it.
fn with_an_answer() -> Sandbox {
    let sandbox = Sandbox::small();
    sandbox.run("round start 2026-T3 -o ut --body faltgruppen").fine();
    let book = fs::read(sandbox.path("ut/2026-t3-faltgruppen.xlsx")).unwrap();
    let sheet = Sheet::of(&book, "Insatser");
    let id = &sheet.ids()[0];
    let said = |head: &str, text: &str| (sheet.cell(id, head), text.to_owned());
    let cells = [said("Bedömning T3 2026", "risk"), said("Status", "pausad")];
    sandbox.write("svar.xlsx", filled(&book, "Insatser", &cells));
    sandbox
}

/// A register and the tables that it was exported as.
/// An inventory of two rows, one of a body that is new, with its map.
fn with_an_inventory() -> Sandbox {
    let sandbox = Sandbox::small();
    sandbox.write(
        "lista.csv",
        "Insats;Läge;Ansvarig;Stadsdel\nSchackkväll;Pågår;Klubben;Ryd\nSimskola;Planeras;Fältgruppen;Ryd\n",
    );
    let column = |(heading, field): (&str, &str)| format!("[[column]]\nheading = \"{heading}\"\nfield = \"{field}\"\n");
    let columns = [("Insats", "title"), ("Läge", "status"), ("Ansvarig", "responsible"), ("Stadsdel", "districts")];
    let new = "[words.body]\nKlubben = \"klubben\"\n[new.body.klubben]\nname = \"Klubben\"\ntype = \"association\"\n";
    sandbox.write("karta.toml", format!("kind = \"intervention\"\n{}{new}", columns.map(column).concat()));
    sandbox
}

fn exported() -> Sandbox {
    let sandbox = Sandbox::small();
    sandbox.run("export csv -o ut").fine();
    sandbox
}

fn three_versions() -> Sandbox {
    let sandbox = Sandbox::small();
    sandbox.write("base", "name = \"Ryd\"\n");
    sandbox.write("ours", "name = \"Ryd\"\ncoordinator = \"Ett\"\n");
    sandbox.write("theirs", "name = \"Rydd\"\n");
    sandbox
}

fn repository() -> Sandbox {
    let sandbox = Sandbox::small();
    let init = sandbox.sealed("git").args(["init", "-q"]).status().unwrap();
    assert!(init.success());
    sandbox
}

/// The names of all commands, with those of a group: `git install`.
fn commands() -> BTreeSet<String> {
    let all = register::cli::command(Tongue::En);
    let names = |command: &clap::Command| -> Vec<String> {
        let inner = command.get_subcommands().map(|inner| inner.get_name().to_owned());
        inner.filter(|name| name != "help").collect()
    };
    let of = |command: &clap::Command| -> Vec<String> {
        let name = command.get_name();
        match name {
            "import" => vec![name.to_owned(), format!("{name} package")],
            "git" | "meeting" | "round" => names(command).iter().map(|inner| format!("{name} {inner}")).collect(),
            _ => vec![name.to_owned()],
        }
    };
    all.get_subcommands().filter(|command| command.get_name() != "help").flat_map(of).collect()
}

#[test]
fn every_command_is_known_to_change_files_or_not_to() {
    let writes = WRITES.iter().map(|deed| deed.command.to_owned());
    let known: BTreeSet<String> = writes.chain(READS.iter().map(|(command, _)| (*command).to_owned())).collect();
    let commands = commands();
    let untold: Vec<&String> = commands.difference(&known).collect();
    assert!(untold.is_empty(), "these go into WRITES or READS, as they change files or not: {untold:?}");
    let gone: Vec<&String> = known.difference(&commands).collect();
    assert!(gone.is_empty(), "there is no command of these in WRITES or READS: {gone:?}");
}

/// A call of the system's: which, and the how-manieth of its name.
#[derive(Debug, Clone)]
pub struct Call {
    name: String,
    number: usize,
    line: String,
}

/// How a call is made to go wrong.
#[derive(Debug, Clone, Copy)]
pub enum Fault {
    Kill,
    Fail,
    /// This one and all that follow.
    FailOn,
}

pub fn trace(sandbox: &Sandbox, line: &str, fault: Option<(&Call, Fault)>) -> (Said, Vec<Call>) {
    let log = sandbox.path("home/calls");
    let mut command = sandbox.sealed("strace");
    command.args(["-qq", "-s", "64", "-e", "signal=none", "-e", CALLS, "-o"]).arg(&log);
    if let Some((Call { name, number, .. }, fault)) = fault {
        command.arg("-e").arg(match fault {
            Fault::Kill => format!("inject={name}:signal=KILL:when={number}"),
            Fault::Fail => format!("inject={name}:error=EIO:when={number}"),
            Fault::FailOn => format!("inject={name}:error=ENOSPC:when={number}+"),
        });
    }
    command.env("EDITOR", format!("sh {}", sandbox.path("home/editor.sh").display()));
    command.arg(env!("CARGO_BIN_EXE_register")).args(words(line));
    let said = said(command.output().unwrap());
    let mut numbers: BTreeMap<String, usize> = BTreeMap::new();
    let calls = fs::read_to_string(log).unwrap_or_default();
    let call = |line: &str| {
        let (name, _) = line.split_once('(')?;
        let number = numbers.entry(name.to_owned()).or_default();
        *number += 1;
        Some(Call { name: name.to_owned(), number: *number, line: line.to_owned() })
    };
    (said, calls.lines().filter_map(call).collect())
}

pub fn changes_something(call: &Call) -> bool {
    // What opens a file may make it; the rest of these calls do.
    !call.name.starts_with("open") || call.line.contains("O_CREAT") || call.line.contains("O_TRUNC")
}

/// What a person would miss: each file but for what is this program's own for a while.
pub fn files(sandbox: &Sandbox) -> BTreeMap<String, String> {
    fn walk(folder: &Path, root: &Path, found: &mut BTreeMap<String, String>) {
        for entry in fs::read_dir(folder).unwrap().flatten() {
            let name = entry.file_name().to_string_lossy().into_owned();
            if entry.file_type().unwrap().is_dir() {
                if !["home", ".git", ".register-undo"].contains(&&*name) {
                    walk(&entry.path(), root, found);
                }
            } else if !(name == ".register.lock"
                || name.starts_with(".register-unfinished-")
                || name.starts_with(".tmp"))
            {
                // A workbook is no text, and is compared all the same.
                let text = String::from_utf8_lossy(&fs::read(entry.path()).unwrap()).into_owned();
                found.insert(entry.path().strip_prefix(root).unwrap().display().to_string(), text);
            }
        }
    }
    let mut found = BTreeMap::new();
    walk(sandbox.root(), sandbox.root(), &mut found);
    found
}

/// Whether a call can be made to fail here: not where programs may not be looked into.
pub fn can_trace() -> bool {
    if !has("strace") {
        return false;
    }
    let traced = Sandbox::empty().sealed("strace").args(["-qq", "-e", "trace=none", "true"]).status();
    let can = traced.is_ok_and(|status| status.success());
    if !can {
        eprintln!("skipped: strace may not trace here");
    }
    can
}

fn cut_short(deed: &Deed) {
    if !can_trace() {
        return;
    }
    let undisturbed = (deed.before)();
    let before = files(&undisturbed);
    let (said, calls) = trace(&undisturbed, deed.line, None);
    said.fine();
    let after = files(&undisturbed);
    let calls: Vec<&Call> = calls.iter().filter(|call| changes_something(call)).collect();
    for call in &calls {
        for fault in [Fault::Kill, Fault::Fail, Fault::FailOn] {
            let what = format!("{}, {fault:?} at {call:?}", deed.command);
            let sandbox = (deed.before)();
            let (said, _) = trace(&sandbox, deed.line, Some((call, fault)));
            match deed.promise {
                Promise::Whole => whole(&sandbox, deed, call, fault, &said, &before, &after),
                Promise::EachFile => {
                    let now = files(&sandbox);
                    assert!(
                        now.iter().all(|(file, text)| [before.get(file), after.get(file)].contains(&Some(text))),
                        "{what}"
                    );
                    sandbox.run(deed.line);
                    assert_eq!(files(&sandbox), after, "{what}: again");
                }
            }
        }
    }
    eprintln!("{}: {} calls, {} faults", deed.command, calls.len(), calls.len() * 3);
}

/// What a change has left beside the records, but for the count of changes.
fn unfinished(sandbox: &Sandbox) -> Vec<String> {
    let names = sandbox.names("register").into_iter();
    names.filter(|name| name.starts_with(".register-unfinished") && !name.ends_with("-count")).collect()
}

type Files = BTreeMap<String, String>;

fn whole(sandbox: &Sandbox, deed: &Deed, call: &Call, fault: Fault, said: &Said, before: &Files, after: &Files) {
    let what = format!("{}, {fault:?} at {call:?}: {said:#?}", deed.command);
    let is_in_register = deed.command != "git merge-driver";
    let is_open = deed.command == "resolve";
    // The next command puts right what is half.
    if is_in_register {
        let next = sandbox.run("check --format json");
        assert!(is_open || next.code == 0, "{what}: then {next:#?}");
    }
    let now = files(sandbox);
    assert!(now == *before || now == *after, "{what}: now {now:#?}");
    // What was said of it is true: that it was done, or that it was not.
    let is_said = ["write(1,", "write(2,"].iter().any(|start| call.line.starts_with(start));
    match fault {
        _ if said.code == 0 => assert!(now == *after, "{what}"),
        Fault::Fail if !is_said => assert!(now == *before, "{what}"),
        _ => {}
    }
    // And nothing is stuck: done again, it is done.
    if now == *before {
        let again =
            sandbox.run_with(deed.line, &[("EDITOR", &format!("sh {}", sandbox.path("home/editor.sh").display()))]);
        assert_eq!(again.code, 0, "{what}: again {again:#?}");
        assert!(files(sandbox) == *after, "{what}: again {again:#?}");
        assert_eq!(unfinished(sandbox), [""; 0], "{what}");
    }
}

macro_rules! each_deed {
    ($($name:ident: $command:literal,)*) => {
        $(#[test] fn $name() {
            cut_short(WRITES.iter().find(|deed| deed.command == $command).unwrap());
        })*
        #[test]
        fn every_deed_is_cut_short() {
            let tried = [$($command),*];
            assert_eq!(tried.to_vec(), WRITES.iter().map(|deed| deed.command).collect::<Vec<_>>());
        }
    };
}

each_deed! {
    set_is_whole: "set",
    asking_goes_on: "round start",
    reading_answers_is_whole: "round read",
    add_is_whole: "add",
    edit_is_whole: "edit",
    follow_up_is_whole: "follow-up",
    propose_is_whole: "propose",
    adopt_is_whole: "adopt",
    rename_is_whole: "rename",
    hand_over_is_whole: "hand-over",
    remove_is_whole: "remove",
    undo_is_whole: "undo",
    fmt_is_whole: "fmt",
    upgrade_is_whole: "upgrade",
    decide_is_whole: "meeting decide",
    done_is_whole: "meeting done",
    resolve_is_whole: "resolve",
    merging_is_whole: "git merge-driver",
    importing_is_whole: "import",
    import_goes_on: "import package",
    init_goes_on: "init",
    install_goes_on: "git install",
}

/// A file asked for is whole, or what it was.
#[test]
fn what_is_written_beside_the_register_is_whole() {
    if !can_trace() {
        return;
    }
    for (_, line) in READS.iter().filter(|(_, line)| !line.is_empty()) {
        let undisturbed = Sandbox::small();
        let (said, calls) = trace(&undisturbed, line, None);
        said.fine();
        let after = files(&undisturbed);
        for call in
            calls.iter().filter(|call| changes_something(call)).step_by(if line.contains("man") { 29 } else { 1 })
        {
            for fault in [Fault::Kill, Fault::Fail] {
                let sandbox = Sandbox::small();
                let (said, _) = trace(&sandbox, line, Some((call, fault)));
                let now = files(&sandbox);
                let what = format!("{line}, {fault:?} at {call:?}: {said:#?}");
                assert!(now.iter().all(|(file, text)| after.get(file) == Some(text)), "{what}");
                assert!(said.code != 0 || now == after, "{what}");
            }
        }
    }
}

/// Taking back what was cut short can be cut short too.
#[test]
fn taking_back_is_taken_up_again() {
    if !can_trace() {
        return;
    }
    let deed = WRITES.iter().find(|deed| deed.command == "rename").unwrap();
    let (_, calls) = trace(&(deed.before)(), deed.line, None);
    let last = calls.iter().rfind(|call| call.name.starts_with("unlink") && call.line.contains("journal")).unwrap();
    let half = || {
        let sandbox = (deed.before)();
        trace(&sandbox, deed.line, Some((last, Fault::Kill)));
        sandbox
    };
    let (before, done) = (files(&(deed.before)()), files(&half()));
    assert_ne!(before, done, "all was done but for saying so");
    let undisturbed = half();
    let (said, calls) = trace(&undisturbed, "check", None);
    said.fine().says(&["togs tillbaka"]);
    assert_eq!(files(&undisturbed), before);
    for call in calls.iter().filter(|call| changes_something(call)) {
        for fault in [Fault::Kill, Fault::Fail, Fault::FailOn] {
            let sandbox = half();
            let (said, _) = trace(&sandbox, "check", Some((call, fault)));
            let next = sandbox.run("check");
            assert_eq!(next.code, 0, "{fault:?} at {call:?}: {said:#?}: then {next:#?}");
            assert_eq!(files(&sandbox), before, "{fault:?} at {call:?}: {said:#?}: then {next:#?}");
        }
    }
}

/// Whether a command wrote; where it did not, it was for somebody else who did, or was about to.
#[track_caller]
fn written_or_refused(said: &Said) -> bool {
    let others = [
        "har ändrats av någon annan",
        "registret är låst",
        "går inte att läsa",
        "syntax-error",
        "missing-field",
        // What was begun in an editor refers to what has been renamed meanwhile.
        "unknown-reference",
    ];
    assert!(said.code == 0 || others.iter().any(|other| said.err.contains(other)), "{said:#?}");
    said.code == 0
}

/// Writers, editors and hand saves at once: what was said to be written is there, and whoever reads beside them sees
/// nothing half.
#[test]
fn what_was_said_to_be_written_is_there() {
    let seconds = std::env::var("REGISTER_TEST_SECONDS").ok().and_then(|seconds| seconds.parse().ok()).unwrap_or(4);
    let until = Instant::now() + Duration::from_secs(seconds);
    let sandbox = Sandbox::small();
    sandbox.write("register/interventions/lovskola.toml", sandbox.read(NIGHT_WALK).replace("Nattvandring", "Lovskola"));
    sandbox.write("register/interventions/laxhjalp.toml", sandbox.read(NIGHT_WALK).replace("Nattvandring", "Läxhjälp"));
    let editor = sandbox.editor("sleep 0.0$(($$ % 9)); echo '# edit' >> \"$1\"");
    let (written, saved, looked) = (AtomicUsize::new(0), AtomicUsize::new(0), AtomicUsize::new(0));
    std::thread::scope(|scope| {
        // Follow-ups of one record by several.
        for writer in 0..3 {
            let (sandbox, written) = (&sandbox, &written);
            scope.spawn(move || {
                let mut said = Vec::new();
                for number in 0.. {
                    if Instant::now() > until {
                        break;
                    }
                    let note = format!("Nummer {writer}-{number}.");
                    let day = format!("20{writer}{}-{:02}-{:02}", number / 336, number / 28 % 12 + 1, number % 28 + 1);
                    let line = format!("follow-up nattvandring-i-ryd -a on-track --on {day} --note '{note}'");
                    if written_or_refused(&sandbox.run(&line)) {
                        said.push(note);
                    }
                }
                written.fetch_add(said.len(), Ordering::Relaxed);
                let text = sandbox.read(NIGHT_WALK);
                for note in said {
                    assert!(text.contains(&note), "{note} is lost");
                }
            });
        }
        // Somebody with an editor of the program's, on the same record.
        scope.spawn(|| {
            let mut said = 0;
            while Instant::now() < until {
                let edit = sandbox.run_with("edit nattvandring-i-ryd", &[("EDITOR", &editor)]);
                said += usize::from(written_or_refused(&edit));
            }
            written.fetch_add(said, Ordering::Relaxed);
            assert!(sandbox.read(NIGHT_WALK).matches("# edit").count() >= said, "an edit is lost");
        });
        // Somebody with an editor of their own, who takes no notice of the lock, and the program on the same file.
        for (file, is_in_place) in [("lovskola", false), ("laxhjalp", true)] {
            let (sandbox, saved) = (&sandbox, &saved);
            let path = format!("register/interventions/{file}.toml");
            scope.spawn(move || {
                let mut number = 0;
                while Instant::now() < until {
                    let text = sandbox.read(&path);
                    assert_eq!(text.matches("# by hand").count(), number, "a save of {path} is lost: {text}");
                    let text = format!("{text}# by hand {number}\n");
                    if is_in_place {
                        sandbox.write(&path, &text);
                    } else {
                        sandbox.write("home/saved", &text);
                        fs::rename(sandbox.path("home/saved"), sandbox.path(&path)).unwrap();
                    }
                    number += 1;
                    std::thread::sleep(Duration::from_millis(7));
                }
                saved.fetch_add(number, Ordering::Relaxed);
            });
            scope.spawn(move || {
                for status in ["paused", "ongoing"].into_iter().cycle().take_while(|_| Instant::now() < until) {
                    written_or_refused(&sandbox.run(&format!("set {file} status={status}")));
                }
            });
        }
        // Somebody who renames what the others refer to, and a cleaning that takes the count away.
        scope.spawn(|| {
            for (old, new) in [("ryd", "rydd"), ("rydd", "ryd")].into_iter().cycle() {
                if Instant::now() > until && old == "ryd" {
                    break;
                }
                while sandbox.run(&format!("rename district/{old} {new}")).code != 0 {}
                let _ = fs::remove_file(sandbox.path("register/.register-unfinished-count"));
                std::thread::sleep(Duration::from_millis(200));
            }
        });
        // Whoever reads, reads a whole.
        scope.spawn(|| {
            while Instant::now() < until {
                let check = sandbox.run("check --format json");
                let half = ["unknown-reference", "duplicate-id"].iter().any(|code| check.out.contains(code));
                assert!(!half, "{check:#?}");
                looked.fetch_add(1, Ordering::Relaxed);
            }
        });
    });
    assert_eq!(unfinished(&sandbox), [""; 0]);
    sandbox.run("check").fine();
    eprintln!("{written:?} written, {saved:?} saved by hand, {looked:?} readings");
}

/// What lies where this program's own files go is not followed, and not waited for.
#[cfg(unix)]
#[test]
fn what_lies_in_the_way_is_no_way_out() {
    let own = [".register.lock", ".register-unfinished-count", ".register-unfinished-journal", ".register-undo"];
    for name in own {
        for command in ["set nattvandring-i-ryd status=paused", "rename ryd rydd"] {
            let sandbox = Sandbox::small();
            std::os::unix::fs::symlink(sandbox.path("outside"), sandbox.path("register").join(name)).unwrap();
            let linked = sandbox.run(command);
            assert!(!sandbox.path("outside").exists(), "{name}, {command}: {linked:#?}");
            if !name.ends_with("journal") {
                linked.fine();
            }
            fs::remove_file(sandbox.path("register").join(name)).unwrap_or_default();
            let sandbox = Sandbox::small();
            let pipe = sandbox.sealed("mkfifo").arg(sandbox.path("register").join(name)).status().unwrap();
            assert!(pipe.success());
            let piped = sandbox.run(command);
            // A journal that can't be read is told of, with what to do.
            assert_eq!(piped.code, i32::from(name.ends_with("journal")), "{name}, {command}: {piped:#?}");
            assert!(piped.code == 0 || piped.err.contains(name), "{piped:#?}");
        }
    }
}
