//! The review workflows of `examples/review/`, run as a forge runs them, against one that is none.

use crate::support::repo::{Repo, WALK};
use crate::support::{Said, said};
use serde_json::{Value, json};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::process::Command;
use std::sync::{Arc, Mutex, PoisonError};

/// How many comments somebody else has written before.
const OTHERS: usize = 250;
const MARK: &str = "<!-- register diff -->";

/// A forge that knows comments, a hundred a page, and answers who has a key.
#[derive(Clone)]
struct Forge {
    address: String,
    comments: Arc<Mutex<Vec<String>>>,
    /// Whether it takes no comments.
    is_broken: Arc<Mutex<bool>>,
}

impl Forge {
    fn open() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let forge = Self {
            address: format!("http://{}", listener.local_addr().unwrap()),
            comments: Arc::new(Mutex::new((0..OTHERS).map(|number| format!("Kommentar {number}")).collect())),
            is_broken: Arc::default(),
        };
        let own = forge.clone();
        std::thread::spawn(move || listener.incoming().flatten().for_each(|stream| own.answer(stream)));
        forge
    }

    fn comments(&self) -> Vec<String> {
        self.comments.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn answer(&self, mut stream: TcpStream) {
        let mut reader = BufReader::new(stream.try_clone().unwrap());
        let (mut first, mut length, mut has_key) = (String::new(), 0, false);
        reader.read_line(&mut first).unwrap();
        loop {
            let mut line = String::new();
            reader.read_line(&mut line).unwrap();
            let line = line.trim().to_lowercase();
            if line.is_empty() {
                break;
            }
            length = line.strip_prefix("content-length: ").map_or(length, |length| length.parse().unwrap());
            has_key |= line == "authorization: bearer nyckel" || line == "private-token: nyckel";
        }
        let mut body = vec![0; length];
        reader.read_exact(&mut body).unwrap();
        let mut words = first.split(' ');
        let (method, address) = (words.next().unwrap(), words.next().unwrap());
        let (status, answer) = if has_key { self.said(method, address, &body) } else { (401, Value::Null) };
        let answer = answer.to_string();
        let head = format!("HTTP/1.1 {status} X\r\nContent-Length: {}\r\nConnection: close\r\n\r\n", answer.len());
        stream.write_all(format!("{head}{answer}").as_bytes()).unwrap();
    }

    fn said(&self, method: &str, address: &str, body: &[u8]) -> (u16, Value) {
        let mut comments = self.comments.lock().unwrap_or_else(PoisonError::into_inner);
        let text = || match serde_json::from_slice::<Value>(body) {
            Ok(value) => value["body"].as_str().unwrap().to_owned(),
            Err(_) => decoded(std::str::from_utf8(body).unwrap().strip_prefix("body=").unwrap()),
        };
        let (path, query) = address.split_once('?').unwrap_or((address, ""));
        let is_list = matches!(path, "/repos/o/r/issues/1/comments" | "/projects/7/merge_requests/3/notes");
        match method {
            "GET" if is_list => {
                let page: usize = query.split("&page=").nth(1).unwrap().parse().unwrap();
                let all = comments.iter().enumerate().map(|(id, body)| json!({ "id": id, "body": body }));
                (200, Value::Array(all.skip((page - 1) * 100).take(100).collect()))
            }
            _ if *self.is_broken.lock().unwrap() => (500, Value::Null),
            "POST" if is_list => {
                comments.push(text());
                (201, Value::Null)
            }
            "PATCH" | "PUT" => {
                let own = ["/repos/o/r/issues/comments/", "/projects/7/merge_requests/3/notes/"];
                let id = own.iter().find_map(|own| path.strip_prefix(own)).unwrap();
                comments[id.parse::<usize>().unwrap()] = text();
                (200, Value::Null)
            }
            _ => (404, Value::Null),
        }
    }
}

/// What a form says.
fn decoded(text: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        bytes.push(match byte {
            b'%' => {
                let digits = [rest.next().unwrap(), rest.next().unwrap()];
                u8::from_str_radix(std::str::from_utf8(&digits).unwrap(), 16).unwrap()
            }
            b'+' => b' ',
            other => other,
        });
    }
    String::from_utf8(bytes).unwrap()
}

/// The scripts of a workflow, in their order: what stands indented below a line that ends so, or behind it.
fn scripts(file: &str, begins: &str) -> Vec<String> {
    let text = std::fs::read_to_string(std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(file)).unwrap();
    let lines: Vec<&str> = text.lines().collect();
    let mut found = Vec::new();
    for (place, line) in lines.iter().enumerate() {
        let Some(rest) = line.trim_start().strip_prefix(begins) else { continue };
        if rest.trim() != "|" {
            found.push(rest.trim().to_owned());
            continue;
        }
        let indent = lines[place + 1].len() - lines[place + 1].trim_start().len();
        let own = lines[place + 1..]
            .iter()
            .take_while(|line| line.trim().is_empty() || line.len() - line.trim_start().len() >= indent);
        found.push(own.map(|line| line.get(indent..).unwrap_or_default()).collect::<Vec<_>>().join("\n"));
    }
    found
}

/// Whether there is what the scripts call; where the tests are run as a whole, there is.
fn can_run() -> bool {
    let is_there = |program: &str| Command::new(program).arg("--version").output().is_ok();
    let can = ["bash", "jq", "curl"].into_iter().all(is_there);
    if !can {
        eprintln!("skipped: bash, jq and curl are not all there");
    }
    can
}

/// A branch that changes something.
fn changed() -> Repo {
    let repo = Repo::new();
    repo.git("checkout --quiet -b gren").fine();
    repo.edit(WALK, "\"ongoing\"", "\"paused\"");
    repo.commit("Paus", "2026-10-02");
    repo
}

fn run(repo: &Repo, script: &str, forge: &Forge, more: &[(&str, &str)]) -> Said {
    let program = std::path::Path::new(env!("CARGO_BIN_EXE_register")).parent().unwrap();
    let mut command = repo.sandbox.sealed("bash");
    let path = format!("{}:{}", program.display(), std::env::var("PATH").unwrap());
    // As GitHub calls a step with `shell: bash`, and GitLab a job.
    command.args(["--noprofile", "--norc", "-eo", "pipefail", "-c", script]).env("PATH", path);
    let base = repo.git("rev-parse main").fine().out.trim().to_owned();
    for (name, value) in [
        ("BASE", base.as_str()),
        ("FOLDER", "register/"),
        ("LINKS", "https://forge.example/o/r/blob/abc"),
        ("TOKEN", "nyckel"),
        ("NUMBER", "1"),
        ("GITHUB_API_URL", &forge.address),
        ("GITHUB_REPOSITORY", "o/r"),
        ("GITHUB_STEP_SUMMARY", "sammanfattning.md"),
        ("CI_MERGE_REQUEST_DIFF_BASE_SHA", &base),
        ("CI_API_V4_URL", &forge.address),
        ("CI_MERGE_REQUEST_PROJECT_ID", "7"),
        ("CI_MERGE_REQUEST_IID", "3"),
        ("CI_MERGE_REQUEST_SOURCE_PROJECT_URL", "https://forge.example/o/r"),
        ("CI_COMMIT_SHA", "abc"),
        ("REGISTER_TOKEN", "nyckel"),
    ] {
        command.env(name, value);
    }
    command.envs(more.iter().copied());
    said(command.output().unwrap())
}

/// That there is one comment of the program's, which says what is wanted.
fn says(forge: &Forge, what: &str) {
    let comments = forge.comments();
    let own: Vec<&String> = comments.iter().filter(|comment| comment.starts_with(MARK)).collect();
    assert_eq!((own.len(), comments.len()), (1, OTHERS + 1));
    assert!(own[0].contains(what) && own[0].contains("https://forge.example/o/r"), "{}", own[0]);
}

#[test]
fn github_is_told_once_and_told_anew() {
    if !can_run() {
        return;
    }
    let scripts = scripts("examples/review/github.yml", "run: ");
    let [_, check, merged, diff, comment] = scripts.as_slice() else { panic!("{scripts:#?}") };
    let (repo, forge) = (changed(), Forge::open());
    run(&repo, check, &forge, &[]).fine();
    run(&repo, merged, &forge, &[]).fine();
    for (is_first, told) in [(true, "pågående → pausad"), (false, "pågående → avslutad")] {
        if !is_first {
            repo.edit(WALK, "\"paused\"", "\"completed\"");
            repo.commit("Status", "2026-10-03");
        }
        run(&repo, diff, &forge, &[]).fine();
        run(&repo, comment, &forge, &[]).fine();
        says(&forge, told);
    }
    assert!(repo.sandbox.read("sammanfattning.md").contains("avslutad"));
    // What can't be told is no success, and neither is a forge that does not take it.
    assert_ne!(run(&repo, diff, &forge, &[("BASE", "0123456789012345678901234567890123456789")]).code, 0);
    assert_ne!(run(&repo, comment, &forge, &[("TOKEN", "fel")]).code, 0);
    *forge.is_broken.lock().unwrap() = true;
    assert_ne!(run(&repo, comment, &forge, &[]).code, 0);
    says(&forge, "avslutad");
    // A new error is shown beside its line.
    repo.edit(WALK, "\"ryd\"", "\"borta\"");
    repo.commit("Fel", "2026-10-04");
    let told = run(&repo, check, &forge, &[]);
    assert!(told.code == 3 && told.out.contains("::error file=register/interventions/"), "{told:#?}");
}

#[test]
fn gitlab_is_told_once_and_told_anew() {
    if !can_run() {
        return;
    }
    let all = scripts("examples/review/gitlab.yml", "- ");
    let script = all.iter().find(|script| script.contains("forge()")).unwrap();
    let (repo, forge) = (changed(), Forge::open());
    for (is_first, told) in [(true, "pågående → pausad"), (false, "pågående → avslutad")] {
        if !is_first {
            repo.edit(WALK, "\"paused\"", "\"completed\"");
            repo.commit("Status", "2026-10-03");
        }
        run(&repo, script, &forge, &[]).fine();
        says(&forge, told);
    }
    // From somebody's copy there is no key: it is no fault, and nothing is sent.
    let told = run(&repo, script, &forge, &[("REGISTER_TOKEN", ""), ("CI_API_V4_URL", "http://127.0.0.1:9")]).fine();
    assert!(told.out.contains("Ingen kommentar"), "{told:#?}");
    assert!(repo.sandbox.read("comment.md").contains("avslutad"));
    let unknown = ("CI_MERGE_REQUEST_DIFF_BASE_SHA", "0123456789012345678901234567890123456789");
    assert_ne!(run(&repo, script, &forge, &[unknown]).code, 0);
    *forge.is_broken.lock().unwrap() = true;
    assert_ne!(run(&repo, script, &forge, &[]).code, 0);
    *forge.is_broken.lock().unwrap() = false;
    // A new error fails the job, which has told of it all the same.
    repo.edit(WALK, "\"ryd\"", "\"borta\"");
    repo.commit("Fel", "2026-10-04");
    assert_eq!(run(&repo, script, &forge, &[]).code, 3);
    says(&forge, "borta");
    let report: Value = serde_json::from_str(&repo.sandbox.read("gl-code-quality-report.json")).unwrap();
    assert_eq!(report[0]["location"]["path"], "register/interventions/nattvandring-i-ryd.toml");
}
