//! Every report, each described once: what it is called, the command that gives it, the tables that it has, and what it
//! says where nothing is asked for.

use super::decisions::WantedDecisions;
use super::document::Document;
use super::needs::WantedNeeds;
use super::pivot::{Asked, Figures};
use super::plan::Template;
use super::round::{self, round};
use super::status::WantedStatus;
use super::table::TableForm;
use super::trend::{Point, WantedTrend, terms_until};
use super::{
    board, coordination, decisions, follow_up, inventory, law, matrix, model, needs, pivot, plan, status, trend,
};
use crate::measure::Measure;
use crate::message::{Key, reports};
use crate::model::{Kind, Term};
use crate::query::{self, Asking, Dimension, Figure, Number, Scope};

/// `Name = "name", command, question, measures, forms, sample;` for each report. The command stands as one types it, without
/// what has to be asked for; `measures` are the numbers that it tells, `forms` gives the report's tables, and `sample` the
/// report of a scope.
macro_rules! reports {
    ($($(#[doc = $about:literal])* $report:ident = $name:literal, $command:literal, $question:expr, [$($measure:ident),*], $forms:expr, $sample:expr;)*) => {
        /// A report, or another command's document that has one form.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Report {
            $($(#[doc = $about])* $report,)*
        }

        impl Report {
            /// Every report, in the order of the help.
            pub const ALL: &[Report] = &[$(Report::$report),*];

            /// Its name in data formats and in `schema --of`.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Report::$report => $name,)* }
            }

            /// The command that gives it, as it is typed after `register`, without what has to be asked for.
            #[must_use]
            pub const fn command(self) -> &'static str {
                match self { $(Report::$report => $command,)* }
            }

            /// The message with the question that it answers, as the list of reports in the documentation has it.
            #[must_use]
            pub const fn question(self) -> Key {
                match self { $(Report::$report => $question,)* }
            }

            /// The numbers that it tells, in the order in which they are explained.
            #[must_use]
            pub const fn measures(self) -> &'static [Measure] {
                match self { $(Report::$report => &[$(Measure::$measure),*],)* }
            }

            /// The tables that it has in any register.
            #[must_use]
            pub fn forms<'r>(self) -> Vec<TableForm<'r>> {
                match self { $(Report::$report => $forms,)* }
            }

            /// The report of a scope, with nothing else asked for.
            #[must_use]
            pub fn sample<'r>(self, scope: &Scope<'r>) -> Option<Document<'r>> {
                type Sample<'r> = fn(&Scope<'r>) -> Option<Document<'r>>;
                let sample: Sample<'r> = match self { $(Report::$report => $sample as Sample<'r>,)* };
                sample(scope)
            }
        }
    };
}

reports! {
    /// All interventions, and what is known of them (D6).
    Inventory =
        "inventory", "report inventory", reports::QUESTION_INVENTORY,
        [Day, District, Interventions, Total, Budget, Share, NoMoney, Late, Assessment],
        inventory::forms(), |scope| Some(inventory(scope));
    /// How it went in a term (D33).
    FollowUp =
        "follow-up", "report follow-up", reports::QUESTION_FOLLOW_UP,
        [Day, District, FollowedUp, Owes, Assessment, Progress],
        follow_up::forms(), |scope| Some(follow_up(scope, last_term(scope)).document());
    /// How each intervention was judged, term by term (D33).
    Matrix =
        "matrix", "report matrix", reports::QUESTION_MATRIX,
        [Day, Interventions, FollowedUp, Owes, Late, Assessment],
        matrix::forms(), |scope| Some(matrix::matrix(scope, &last_terms(scope, 6)));
    /// A number over time (D33).
    Trend =
        "trend", "report trend", reports::QUESTION_TREND,
        [Day, Interventions, Total, Budget, Proposed, Outcome, Share, NoMoney, Owes, Late, FollowedUp, Assessment, Decisions, OpenDecisions, LateDecisions, Needs, Unanswered, LeadTime, AnswerTime],
        trend::forms(), ongoing_by_term;
    /// Problem, cause, goal and intervention, in a chain (L2).
    Plan =
        "plan", "report plan", reports::QUESTION_PLAN,
        [Day, Interventions, Total, Budget, Share, NoMoney, Late, Assessment],
        plan::forms(Template::Chain), |scope| Some(plan(scope).document(Template::Chain));
    /// The same in the six columns of the National Council for Crime Prevention (L2).
    PlanBra =
        "plan-bra", "report plan --template bra", reports::QUESTION_PLAN_BRA,
        [Day, Interventions, Total, Budget, Share, NoMoney, Late, Assessment],
        plan::forms(Template::Bra), |scope| Some(plan(scope).document(Template::Bra));
    /// What stands side by side, what nothing is done for, and what is covered (D5, D31, D35).
    Coordination =
        "coordination", "report coordination", reports::QUESTION_COORDINATION,
        [Day, District, Interventions],
        coordination::forms(), |scope| Some(coordination(scope).document());
    /// What a body carries in a year (D11).
    Board =
        "board", "report board", reports::QUESTION_BOARD,
        [Day, District, Interventions, Total, Budget, Proposed, Outcome, Share, NoMoney, Late, Assessment, Progress, Unanswered],
        board::forms(), |scope| Some(board(scope, first_body(scope), scope.today.year()).document());
    /// Resources that are asked for (D32).
    Needs =
        "needs", "report needs", reports::QUESTION_NEEDS,
        [Day, District, Total, Unanswered],
        vec![needs::needs_form()], |scope| Some(needs(scope, &WantedNeeds::default()).document());
    /// The bodies as a tree (D11–D38).
    Model =
        "model", "report model", reports::QUESTION_MODEL,
        [Day],
        model::forms(), |scope| Some(model(scope).document());
    /// The duties of the Act (L1).
    Law =
        "law", "report law", reports::QUESTION_LAW,
        [Day],
        law::forms(), |scope| Some(law(scope).document());
    /// Any field against any other.
    Pivot =
        "pivot", "report pivot", reports::QUESTION_PIVOT,
        [Day, District, Interventions, Total, Budget, Proposed, Outcome, Share, NoMoney, Owes, Late, FollowedUp, Assessment, Decisions, OpenDecisions, LateDecisions, Needs, Unanswered, LeadTime, AnswerTime],
        vec![pivot::pivot_form()], stages_and_aspects;
    /// The decisions of the meetings (D33).
    Decisions =
        "decisions", "decisions", reports::QUESTION_DECISIONS,
        [Day, District, OpenDecisions, LateDecisions],
        vec![decisions::decisions_form()],
        |scope| Some(decisions(scope.known, &WantedDecisions::default()));
    /// Who has answered a round of inventory (D6, D17).
    Round =
        "round", "round status", reports::QUESTION_ROUND,
        [Day],
        round::forms(), |scope| Some(round(scope.known, scope.register.latest_round().map(|(_, round)| round)));
    /// How the register stands.
    Status =
        "status", "status", reports::QUESTION_STATUS,
        [Day, District, Interventions, Total, Budget, Proposed, Share, NoMoney, Late, Assessment, OpenDecisions, LateDecisions, Unanswered],
        status::forms(), |scope| Some(status(scope.known, &WantedStatus::default(), [0; 3]).document());
}

impl Report {
    /// The report of that name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|report| report.name() == name)
    }

    /// Whether it is a subcommand of `register report` by its name.
    #[must_use]
    pub fn is_subcommand(self) -> bool {
        self.command().strip_prefix("report ") == Some(self.name())
    }
}

/// The last term that is over.
fn last_term(scope: &Scope<'_>) -> Term {
    Term::of(scope.today, scope.register.settings.cycle()).previous()
}

/// The last terms, the one under way among them.
fn last_terms(scope: &Scope<'_>, count: usize) -> Vec<Term> {
    terms_until(scope.today, scope.register.settings.cycle(), count)
}

/// How many interventions are ongoing, as it is known today of each of the last terms.
fn ongoing_by_term<'r>(scope: &Scope<'r>) -> Option<Document<'r>> {
    let points: Vec<Point<'r>> =
        last_terms(scope, 4).into_iter().map(|term| Point { term, known: Some(scope.known) }).collect();
    let wanted = WantedTrend { of: Number::Ongoing, by: None, filter: scope.filter, is_of_history: false };
    Some(trend::trend(scope.register, &points, &wanted))
}

/// The id of the first body; empty where there is none.
fn first_body<'r>(scope: &Scope<'r>) -> &'r str {
    scope.register.bodies.ids().next().unwrap_or_default()
}

/// The interventions by stage and aspect.
fn stages_and_aspects<'r>(scope: &Scope<'r>) -> Option<Document<'r>> {
    let field = |name| Dimension::find(Kind::Intervention, name).ok();
    let (down, across) = (field("status")?, field("aspects")?);
    let figures = [Figure::of(Number::Count)];
    let counts = query::pivot(&Asking::new(scope.known, scope.filter), &[], &down, Some(&across), &figures);
    let (kind, told, year) = (Kind::Intervention, Figures::Amount, scope.today.year());
    let asked = Asked { kind, down: &down, across: Some(&across), figures: &figures, told, year, within: &[] };
    Some(pivot::pivot(scope.register, &counts, &asked))
}
