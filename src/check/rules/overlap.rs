//! Tell of interventions that stand side by side, so that someone coordinates them (D5, D31).

use crate::check::rule::{Context, Rule, Run};
use crate::format::RecordFile;
use crate::message::checks;
use crate::model::{Arg, Finding, Intervention, Kind, Overlap, Shared, Spot, Step, Target, TimeOfWeek, overlaps};

pub(in crate::check) const WORK: Rule = Rule::note(checks::OVERLAP, "D31", Run::Register(run));
// Found by the same look.
pub(in crate::check) const PLACE: Rule = Rule::note(checks::SAME_PLACE_SAME_TIME, "D31", Run::Elsewhere);
pub(in crate::check) const TITLE: Rule = Rule::note(checks::ALIKE_TITLES, "D31", Run::Elsewhere);

/// How many of those that stand side by side are named.
const NAMED: usize = 5;

fn run(context: &Context<'_>, findings: &mut Vec<Finding>) {
    findings.extend(
        overlaps(context.register, context.today, &crate::words::WORDS.small)
            .iter()
            .filter_map(|overlap| finding(context, overlap)),
    );
}

fn finding(context: &Context<'_>, overlap: &Overlap<'_>) -> Option<Finding> {
    let register = context.register;
    let ((id, _), others) = overlap.interventions.split_first()?;
    let file = register
        .file(Kind::Intervention, id)
        .map_or_else(|| RecordFile::path_of(Kind::Intervention, id), str::to_owned);
    let at = |field: &'static str| Spot::Value(vec![Step::from(field)]);
    let others = || {
        let mut named: Vec<String> = others.iter().take(NAMED).map(|(_, record)| named(context, record)).collect();
        if others.len() > NAMED {
            named.push("…".to_owned());
        }
        named.join(", ")
    };
    let district = register.district_name(overlap.district);
    let count = overlap.interventions.len();
    let word = |target: Target, id: &str| {
        let names = register.settings.vocabulary.words(target).and_then(|words| words.get(id));
        names.map_or_else(
            || Arg::Text(id.to_owned()),
            |names| {
                Arg::Words(names.0.iter().map(|(language, name)| (language.to_string(), name.to_string())).collect())
            },
        )
    };
    Some(match &overlap.shared {
        Shared::Work { category, groups } => {
            let groups = groups.iter().map(|group| word(Target::TargetGroup, group)).collect();
            let (category, groups) = (word(Target::Category, category), Arg::List(groups));
            let message = checks::Overlap { district, count, category, groups, others: others() };
            Finding::new(message, file, at("title"))
        }
        Shared::Place { place, when } => {
            let when: Vec<Arg> = when.iter().map(|when| Arg::Code(when.code(), &TimeOfWeek::CHOICES)).collect();
            let (place, when) = (*place, Arg::List(when));
            let message = checks::SamePlaceSameTime { count, place, district, when, others: others() };
            Finding::new(message, file, at("places"))
        }
        Shared::Title => {
            let (_, other) = overlap.interventions.last()?;
            let responsible = register.name_of_body(other.responsible_on(context.today));
            Finding::new(checks::AlikeTitles { other: &*other.title, responsible }, file, at("title"))
        }
    })
}

/// A title, and who answers for it.
fn named(context: &Context<'_>, record: &Intervention) -> String {
    let responsible = context.register.name_of_body(record.responsible_on(context.today));
    format!("{} ({responsible})", record.title)
}
