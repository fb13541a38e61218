//! What is said of the answers to a round.

use super::plan::{Likely, Plan, ReadFile, Told};
use crate::cli::app::App;
use crate::cli::commands::taking_in;
use crate::cli::expected::{Where, input_error};
use crate::exchange::grid::At;
use crate::exchange::round::{Against, Conflict, Part, Point, Remark, Unwritten, Written};
use crate::message::rounds;
use crate::model::{Intervention, Register, Shape, Table as _, visible};
use crate::personal_data::{find, mask};
use anyhow::Result;

/// The words of a person, and the names of a register.
pub struct RoundWords<'a> {
    /// The register.
    pub register: &'a Register,
    /// The words.
    pub app: &'a App,
}

/// A cell as people name it.
fn cell(at: &At) -> String {
    shown(&at.in_sheet())
}

fn shown(text: &str) -> String {
    visible(&mask(text)).into_owned()
}

/// Refuses answers in which something looks like personal data, and names the cells.
pub fn hold_to_roles(files: &[ReadFile], app: &App) -> Result<()> {
    let mut cells: Vec<String> = Vec::new();
    for file in files {
        let own = file.answer.cells.iter().map(|cell| (&cell.at, &cell.written));
        let new = file.answer.new.iter().flat_map(|row| row.fields.iter().map(|(_, at, written)| (at, written)));
        for (at, written) in own.chain(new) {
            let text = match written {
                Written::Value(value) => value.as_str().map_or_else(|| value.to_string(), str::to_owned),
                // What is not understood is told of with its words covered, and goes nowhere.
                Written::Unclear(_) | Written::Nothing => continue,
            };
            // A number is one, and is held to what it is a number of.
            let is_number = matches!(written, Written::Value(value) if value.is_integer() || value.is_float());
            if !is_number && !find(&text).is_empty() {
                cells.push(format!("{} {}: {}", file.name, cell(at), shown(&text)));
            }
        }
    }
    taking_in::refuse_personal_data(&cells, rounds::PERSONAL_DATA_HINT, app)
}

impl RoundWords<'_> {
    /// What an intervention is called.
    pub fn title(&self, id: &str) -> String {
        let title = self.register.interventions.get(id).map(|own| own.title.to_string());
        shown(&title.unwrap_or_else(|| id.to_owned()))
    }

    /// What is asked, as people call it.
    pub fn point(&self, intervention: &str, point: &Point) -> String {
        let language = &self.app.language;
        match point {
            Point::Status | Point::Assessment | Point::Trend | Point::Note => {
                point.field().map_or(String::new(), |(table, field)| language.field(table, field.name))
            }
            Point::Reading(id) => {
                let own = self.register.interventions.get(intervention);
                let indicator = own.and_then(|own| own.indicator.iter().find(|own| own.id.as_str() == id));
                shown(&indicator.map_or_else(|| id.clone(), |indicator| indicator.name.to_string()))
            }
            Point::Used => language.text(rounds::USED),
            Point::Granted => language.text(rounds::GRANTED),
            Point::Comment => language.text(rounds::HEAD_COMMENT),
        }
    }

    /// What is said at a point, in words.
    pub fn value(&self, point: &Point, said: &str) -> String {
        let language = &self.app.language;
        if said.is_empty() {
            return language.text(rounds::NOTHING);
        }
        match (point, point.asked().shape) {
            (_, Shape::Choice(list)) if list.codes.contains(&said) => language.choice(list.name, said),
            (Point::Used | Point::Granted, _) => {
                let amount = said.parse().ok();
                amount.map_or_else(|| shown(said), |own| language.money(own, &self.register.settings.currency))
            }
            (Point::Reading(_), _) => said.parse().map_or_else(|_| shown(said), |own: f64| language.number(own)),
            _ => shown(said),
        }
    }

    /// What two say differently.
    pub fn conflict(&self, conflict: &Conflict) -> String {
        let (language, own) = (&self.app.language, &conflict.answer);
        let (at, title) = (self.place(&own.at), self.title(&own.intervention));
        let field = self.point(&own.intervention, &own.point);
        let value = |said: &str| self.value(&own.point, said);
        let answer = value(&own.said);
        match &conflict.other {
            Against::Register(now) => {
                let (asked, now) = (value(&conflict.asked), value(now));
                language.say(rounds::Conflict { answer, asked, at, field, now, title })
            }
            Against::File(other) => {
                let (other, place) = (value(&other.said), self.place(&other.at));
                language.say(rounds::ConflictOfFiles { answer, at, field, other, place, title })
            }
        }
    }

    /// A cell and the file that it is in.
    pub fn place(&self, at: &At) -> String {
        format!("{} {}", shown(&at.file), cell(at))
    }

    /// What a new row may be.
    pub fn likely(&self, likely: &Likely) -> String {
        let among: Vec<String> = likely.among.iter().map(|(_, title)| shown(title)).collect();
        self.app.language.say(rounds::Likely {
            among: among.join("; "),
            at: self.place(&likely.row.at),
            body: shown(self.register.body_name(&likely.body)),
            title: shown(&likely.title),
        })
    }

    /// What is told of the answers beside what they change, under the name of each body.
    pub fn told(&self, plan: &Plan) -> Vec<String> {
        let mut lines = Vec::new();
        let mut last = None;
        for (body, told) in &plan.told {
            if last != Some(body) {
                lines.push(format!("\n{}", shown(self.register.body_name(body))));
                last = Some(body);
            }
            lines.push(format!("  {}", self.line(told)));
        }
        lines
    }

    fn line(&self, told: &Told) -> String {
        let language = &self.app.language;
        match told {
            Told::Known(file) => language.say(rounds::known(file.clone())),
            Told::Remark(remark) => self.remark(remark),
            Told::Unclear(at, table, error) => {
                let place = Where { table, register: Some(self.register), language };
                let error = input_error(error, place);
                let why = std::iter::once(error.message).chain(error.hints).collect::<Vec<_>>().join("; ");
                language.say(rounds::Unclear { at: cell(at), why: shown(&why) })
            }
            Told::Gone(id) => language.say(rounds::gone(id.clone())),
            Told::Emptied(own) => {
                let (title, field) = (self.title(&own.intervention), self.point(&own.intervention, &own.point));
                language.say(rounds::Emptied { at: cell(&own.at), field, title })
            }
            Told::Unwritten(own, why) => {
                let (at, title) = (cell(&own.at), self.title(&own.intervention));
                let field = self.point(&own.intervention, &own.point);
                match why {
                    Unwritten::NoAssessment => language.say(rounds::NoAssessment { at, field, title }),
                    Unwritten::MoneyInParts => language.say(rounds::MoneyByNow { at, field, title }),
                }
            }
            Told::Unfinished(row, missing) => {
                let missing: Vec<String> =
                    missing.iter().map(|field| language.field(Intervention::TABLE.name, field)).collect();
                language.say(rounds::Unfinished { at: cell(&row.at), missing: missing.join(", ") })
            }
            Told::Added(row, id) => language.say(rounds::Added { at: cell(&row.at), title: self.title(id) }),
            Told::Comment(id, text) => language.say(rounds::Comment { text: shown(text), title: self.title(id) }),
        }
    }

    fn remark(&self, remark: &Remark) -> String {
        let language = &self.app.language;
        match remark {
            Remark::SheetGone(part) => language.say(rounds::sheet_gone(language.text(match part {
                Part::Own => rounds::SHEET_OWN,
                Part::Partner => rounds::SHEET_PARTNER,
                Part::New => rounds::SHEET_NEW,
            }))),
            Remark::ColumnGone(sheet, head) => {
                language.say(rounds::ColumnGone { head: shown(head), sheet: shown(sheet) })
            }
            Remark::RowGone(id) => language.say(rounds::row_gone(self.title(id))),
            Remark::RowTwice(at, id) => language.say(rounds::RowTwice { at: cell(at), title: self.title(id) }),
            Remark::RowUnknown(at) => language.say(rounds::row_unknown(cell(at))),
            Remark::LeftOut(at, text) => language.say(rounds::LeftOut { at: cell(at), text: shown(text) }),
            Remark::Closed(at, id, text) => {
                language.say(rounds::Closed { at: cell(at), text: shown(text), title: self.title(id) })
            }
        }
    }
}
