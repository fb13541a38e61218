//! A register under git.

use super::{Said, Sandbox, said};

/// An intervention of [`Sandbox::small`].
pub const WALK: &str = "register/interventions/nattvandring-i-ryd.toml";

/// A register under git, with its first version of 1 September.
pub struct Repo {
    pub sandbox: Sandbox,
}

impl Repo {
    pub fn new() -> Self {
        let repo = Self { sandbox: Sandbox::small() };
        repo.git("init --quiet --initial-branch main").fine();
        repo.git("config core.autocrlf false").fine();
        repo.commit("Första", "2026-09-01");
        repo
    }

    /// A register whose clone is set up.
    pub fn set_up() -> Self {
        let repo = Self::new();
        repo.run("git install").fine();
        repo.commit("Attribut", "2026-09-02");
        repo
    }

    /// Runs git. Words may be held together by `'`.
    #[track_caller]
    pub fn git(&self, line: &str) -> Said {
        self.git_on(line, "2026-10-01")
    }

    pub fn git_on(&self, line: &str, day: &str) -> Said {
        let mut command = self.sandbox.sealed("git");
        command.args(super::words(line)).env("GIT_CONFIG_NOSYSTEM", "1").env("GIT_EDITOR", "true");
        for who in ["AUTHOR", "COMMITTER"] {
            command
                .env(format!("GIT_{who}_NAME"), "Samordnare")
                .env(format!("GIT_{who}_EMAIL"), "samordnare@example.se");
            command.env(format!("GIT_{who}_DATE"), format!("{day}T12:00:00+0000"));
        }
        said(command.output().unwrap())
    }

    #[track_caller]
    pub fn commit(&self, message: &str, day: &str) {
        self.git("add --all").fine();
        self.git_on(&format!("commit --quiet --no-verify --message '{message}'"), day).fine();
    }

    #[track_caller]
    pub fn run(&self, line: &str) -> Said {
        self.sandbox.run(line)
    }

    #[track_caller]
    pub fn edit(&self, file: &str, from: &str, to: &str) {
        let text = self.sandbox.read(file);
        assert!(text.contains(from), "{from:?} is not in {text}");
        self.sandbox.write(file, text.replacen(from, to, 1));
    }

    #[track_caller]
    pub fn follow_up(&self, on: &str, note: &str) {
        self.run(&format!("follow-up nattvandring-i-ryd --assessment on-track --on {on} --note '{note}'")).fine();
    }

    /// Two branches, of which `main` is the one one stands in.
    #[track_caller]
    pub fn branches(&self, ours: impl Fn(&Self), theirs: impl Fn(&Self)) {
        self.git("checkout --quiet -b gren").fine();
        theirs(self);
        self.commit("Deras", "2026-10-02");
        self.git("checkout --quiet main").fine();
        ours(self);
        self.commit("Vår", "2026-10-03");
    }
}

/// What the follow-ups of an intervention say.
pub fn notes(text: &str) -> Vec<&str> {
    text.lines().filter_map(|line| line.strip_prefix("note = ")).collect()
}
