//! Measures the program as a whole process against a program that everyone has, in turn, in the same
//! minute: `rg -c status` over the same files, or `git`; and a register of format 1 against the same in format 2.
//! Absolute times drift from machine to machine and from minute to minute; ratios hold.
//!
//! `cargo bench` measures registers of 1,000, 10,000 and 100,000 records. `REGISTERS=/folder` names a
//! folder of ready-made ones instead, each under its number of records. `RUNS=9` measures more often, and
//! `cargo bench -- history` only what is asked of git.

// A benchmark prints, and stops where it cannot go on.
#![allow(clippy::expect_used, clippy::print_stdout)]

#[path = "registers/make.rs"]
mod make;

use nix::sys::resource::{UsageWho, getrusage};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

const SIZES: [usize; 3] = [1_000, 10_000, 100_000];

/// What one run took.
#[derive(Clone, Copy)]
struct Cost {
    cpu: Duration,
    wall: Duration,
}

fn main() {
    let runs: usize = std::env::var("RUNS").ok().and_then(|runs| runs.parse().ok()).unwrap_or(5);
    println!("| records | command | against | CPU | wall |\n|--:|---|---|--:|--:|");
    if std::env::args().any(|argument| argument == "history") {
        return history(runs);
    }
    for size in SIZES {
        let register = register(size);
        let path = register.display().to_string();
        let rg = words(&["rg", "-c", "status", &path]);
        for command in [
            vec!["report", "inventory", "--format", "csv"],
            vec!["check", "--skip", "invalid-file-name"],
            vec!["report", "coordination"],
            vec!["list", "intervention", "--late"],
            vec!["status"],
        ] {
            row(size, &register, &command, &rg, runs);
        }
        let inventory = ["report", "inventory", "--format", "csv"];
        row(size, &made(size, make::Format::One), &inventory, &program(&register, &inventory), runs);
        let load = program(&register, &["list", "district"]);
        let id = an_intervention(&register);
        let follow_up = ["follow-up", id.as_str(), "--assessment", "on-track", "--note", "Mätning."];
        row(size, &register, &follow_up, &load, runs);
        row(size, &register, &["set", id.as_str(), "staff=2"], &load, runs);
    }
    history(runs);
    let own = Path::new(env!("CARGO_MANIFEST_DIR")).join("register");
    row(0, &own, &["--version"], &words(&["git", "--version"]), runs * 4);
    row(0, &own, &["show", "styrgrupp"], &words(&["git", "-C", env!("CARGO_MANIFEST_DIR"), "status"]), runs * 4);
}

/// Measures what is asked of git: 10,000 records with 20 changed, read as they were, and 1,000 commits of 5 records.
fn history(runs: usize) {
    let size = 10_000;
    let register = with_history(size);
    let git = |arguments: &[&str]| words(&[&["git", "-C", &register.display().to_string()], arguments].concat());
    let list = ["list", "intervention", "--format", "csv"];
    row(size, &register, &["list", "--at=HEAD", "intervention", "--format", "csv"], &program(&register, &list), runs);
    row(size, &register, &["diff", "marked"], &git(&["diff", "--stat", "marked"]), runs);
    row(size, &register, &["log", "--format", "json"], &git(&["log", "--raw", "-M"]), runs.min(3));
}

/// A copy of the register of that size with a history: made once.
fn with_history(size: usize) -> PathBuf {
    let from = register(size);
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("registers").join(format!("{size}-history"));
    if folder.join(".git").exists() {
        return folder;
    }
    let git = |arguments: &[&str]| {
        let who = ["-c", "user.name=bench", "-c", "user.email=bench@example.se", "-c", "gc.auto=0"];
        let status = Command::new("git").arg("-C").arg(&folder).args(who).args(arguments).status();
        assert!(status.is_ok_and(|status| status.success()), "git {arguments:?}");
    };
    for entry in walkdir::WalkDir::new(&from).into_iter().filter_map(Result::ok) {
        let to = folder.join(entry.path().strip_prefix(&from).unwrap_or(entry.path()));
        if entry.file_type().is_dir() {
            std::fs::create_dir_all(&to).expect("a folder");
        } else {
            std::fs::copy(entry.path(), &to).expect("a copy");
        }
    }
    let files = walkdir::WalkDir::new(folder.join("interventions")).sort_by_file_name().into_iter();
    let files: Vec<PathBuf> = files
        .filter_map(Result::ok)
        .filter(|entry| entry.file_type().is_file())
        .map(walkdir::DirEntry::into_path)
        .collect();
    let change = |file: &Path| {
        let text = std::fs::read_to_string(file).expect("a record");
        std::fs::write(file, text.replacen("title = \"", "title = \"Ny ", 1)).expect("the record again");
    };
    git(&["init", "--quiet"]);
    git(&["add", "--all"]);
    git(&["commit", "--quiet", "--message", "Start"]);
    for commit in 0..1_000 {
        (0..5).for_each(|place| change(&files[(commit * 37 + place * 7) % files.len()]));
        git(&["commit", "--quiet", "--all", "--message", "Change"]);
    }
    git(&["gc", "--quiet"]);
    git(&["tag", "marked"]);
    files.iter().step_by(files.len() / 20).take(20).for_each(|file| change(file));
    git(&["commit", "--quiet", "--all", "--message", "Twenty"]);
    folder
}

/// The register of that size: ready-made, or made once.
fn register(size: usize) -> PathBuf {
    if let Some(folder) = std::env::var_os("REGISTERS") {
        return PathBuf::from(folder).join(size.to_string());
    }
    made(size, make::Format::Two)
}

fn made(size: usize, format: make::Format) -> PathBuf {
    let name = format!("{size}-{format:?}").to_lowercase();
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("registers").join(name);
    if !folder.join("register.toml").exists() {
        make::register(&folder, size, format).expect("a folder to make a register in");
    }
    folder
}

/// The stem of some intervention's file.
fn an_intervention(register: &Path) -> String {
    let files = walkdir::WalkDir::new(register.join("interventions")).sort_by_file_name();
    let is_fit = |path: &Path| path.file_stem().is_some_and(|stem| stem.len() <= 80);
    files
        .into_iter()
        .filter_map(Result::ok)
        .find(|entry| entry.file_type().is_file() && is_fit(entry.path()))
        .and_then(|entry| Some(entry.path().file_stem()?.to_str()?.to_owned()))
        .expect("an intervention")
}

fn words(words: &[&str]) -> Vec<String> {
    words.iter().map(|&word| word.to_owned()).collect()
}

fn program(register: &Path, arguments: &[&str]) -> Vec<String> {
    let program = env!("CARGO_BIN_EXE_register");
    let mut all = words(&[program, "--today", "2026-11-23", "--register", &register.display().to_string()]);
    all.extend(words(arguments));
    all
}

/// Measures a command and another in turn, and prints the medians' ratio.
fn row(size: usize, register: &Path, arguments: &[&str], other: &[String], runs: usize) {
    let own = program(register, arguments);
    let mut costs: [Vec<Cost>; 2] = [Vec::new(), Vec::new()];
    for run in 0..=runs {
        for (command, costs) in [&own[..], other].into_iter().zip(&mut costs) {
            let cost = measure(command);
            // The first is to warm up.
            if run > 0 {
                costs.push(cost);
            }
        }
    }
    let ratio = |part: fn(&Cost) -> Duration| {
        let [own, other] = [0, 1].map(|which| median(costs[which].iter().map(part).collect()));
        own.as_secs_f64() / other.as_secs_f64()
    };
    let name = Path::new(&other[0]).file_name().map_or_else(|| other[0].clone(), |name| name.to_string_lossy().into());
    let rest = other.iter().skip(1).filter(|word| !word.contains('/')).cloned().collect::<Vec<_>>().join(" ");
    let command = arguments.iter().take(2).copied().collect::<Vec<_>>().join(" ");
    println!("| {size} | {command} | {name} {rest} | {:.2} | {:.2} |", ratio(|cost| cost.cpu), ratio(|cost| cost.wall));
}

fn measure(command: &[String]) -> Cost {
    let used = || {
        let usage = getrusage(UsageWho::RUSAGE_CHILDREN).expect("the children's times");
        let time = |time: nix::sys::time::TimeVal| {
            Duration::from_micros(u64::try_from(time.tv_sec() * 1_000_000 + time.tv_usec()).unwrap_or_default())
        };
        time(usage.user_time()) + time(usage.system_time())
    };
    let (cpu, begun) = (used(), Instant::now());
    Command::new(&command[0])
        .args(&command[1..])
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .unwrap_or_else(|error| panic!("{}: {error}", command[0]));
    Cost { cpu: used() - cpu, wall: begun.elapsed() }
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort();
    times[times.len() / 2]
}
