//! Ensure that what goes on is not left with a body or a district that is no more (D8).

use crate::check::rule::{AnyRecordAt, Context, Rule, Run, at};
use crate::format::SETTINGS_FILE;
use crate::message::checks;
use crate::model::{
    Agreement, Body, BodyId, Day, District, DistrictId, Finding, Intervention, Kind, Meeting, MeetingStatus, Recipient,
    Situation, Spot,
};

pub(in crate::check) const RULE: Rule = Rule::warning(checks::LEFT_WITH_ENDED, "D8", Run::Record(run));

fn run(context: &Context<'_>, placed: &AnyRecordAt<'_>, findings: &mut Vec<Finding>) {
    let register = context.register;
    let mut left = Left { context, placed, findings };
    match placed.kind {
        Kind::Intervention => drop(register.interventions.get(placed.id).map(|own| left.intervention(own))),
        Kind::Meeting => drop(register.meetings.get(placed.id).map(|own| left.meeting(own))),
        Kind::Agreement => drop(register.agreements.get(placed.id).map(|own| left.agreement(own))),
        Kind::District => drop(register.districts.get(placed.id).map(|own| left.district(own))),
        Kind::Body => drop(register.bodies.get(placed.id).map(|own| left.a_body(own))),
        Kind::Situation => drop(register.situations.get(placed.id).map(|own| left.situation(own))),
        // What was decided or asked stays as it was.
        Kind::TargetPicture | Kind::ActionPlan | Kind::Round => {}
    }
}

/// Finds those that have ended and that the register goes by.
pub(super) fn in_settings(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let settings = &context.register.settings;
    let placed = AnyRecordAt { kind: Kind::Body, id: "", file: SETTINGS_FILE, fields: settings };
    let mut left = Left { context, placed: &placed, findings };
    for (name, body) in
        [("council", &settings.law.council), ("coordination", &settings.law.coordination), ("lead", &settings.law.lead)]
    {
        left.named(&settings.name, body.as_ref(), at!["law", name]);
    }
}

/// What of a record is left with those that have ended.
struct Left<'f, 'c, 'p> {
    context: &'f Context<'c>,
    placed: &'f AnyRecordAt<'p>,
    findings: &'f mut Vec<Finding>,
}

impl Left<'_, '_, '_> {
    fn intervention(&mut self, own: &Intervention) {
        if !own.is_alive() {
            return;
        }
        let title = &*own.title;
        self.body(title, own.responsible.as_ref(), at!["responsible"]);
        self.body(title, own.board.as_ref(), at!["board"]);
        for (place, partner) in own.partners.iter().enumerate() {
            self.body(title, Some(partner), at!["partners", place]);
        }
        self.districts(title, &own.districts);
        for (place, need) in own.needs.iter().enumerate().filter(|(_, need)| need.answered.is_none()) {
            self.body(&need.what, need.raised_to.as_ref(), at!["needs", place, "raised_to"]);
        }
    }

    fn meeting(&mut self, own: &Meeting) {
        if own.status == Some(MeetingStatus::Planned) {
            let body = own.body.as_ref().and_then(|id| self.context.register.bodies.get(id.as_str()));
            if let Some((body, until, on)) = body.and_then(|body| Some((body, body.until?, own.on?)))
                && until < on
            {
                let message = checks::LeftWithEnded { what: "meeting", title: on, name: &*body.name, until };
                self.findings.push(self.placed.finding(message, at!["body"]));
            }
            if own.on.is_some_and(|on| on >= self.context.today) {
                let name = body.map_or("", |body| &body.name);
                self.recipients(name, &own.distribution);
                for (place, item) in own.item.iter().enumerate() {
                    self.named(&item.title, item.from.as_ref(), at!["item", place, "from"]);
                }
            }
        }
        for (place, decision) in own.decision.iter().enumerate().filter(|(_, decision)| decision.is_open()) {
            self.body(&decision.text, decision.responsible.as_ref(), at!["decision", place, "responsible"]);
            self.body(&decision.text, decision.referred_to.as_ref(), at!["decision", place, "referred_to"]);
        }
    }

    /// What is done about what was seen, and is not done yet.
    fn situation(&mut self, own: &Situation) {
        for (place, observation) in own.observation.iter().enumerate() {
            let action = &observation.action;
            if action.done_on.is_none() {
                self.body(
                    &action.text,
                    action.responsible.as_ref(),
                    at!["observation", place, "action", "responsible"],
                );
            }
        }
    }

    /// Whom it reports to, belongs to and works with, as long as it is there itself.
    fn a_body(&mut self, own: &Body) {
        if own.until.is_some_and(|until| until < self.context.today) {
            return;
        }
        self.named(&own.name, own.reports_to.as_ref(), at!["reports_to"]);
        self.named(&own.name, own.part_of.as_ref(), at!["part_of"]);
        for (place, body) in own.support.iter().enumerate() {
            self.named(&own.name, Some(body), at!["support", place]);
        }
        for (place, member) in own.members.iter().enumerate() {
            self.named(&own.name, member.body.as_ref(), at!["members", place, "body"]);
        }
        self.recipients(&own.name, &own.distribution);
        for (place, id) in own.districts.iter().enumerate() {
            let district = self.context.register.districts.get(id.as_str());
            if let Some((name, until)) = district.and_then(|own| Some((&*own.name, own.until?))) {
                self.tell("named", &own.name, name, until, at!["districts", place]);
            }
        }
    }

    /// Those whom decisions are sent to.
    fn recipients(&mut self, title: &str, all: &[Recipient]) {
        for (place, recipient) in all.iter().enumerate() {
            self.named(title, recipient.body.as_ref(), at!["distribution", place, "body"]);
        }
    }

    /// Who works in it and leads its events; and what is to come after its end.
    fn district(&mut self, own: &District) {
        if own.until.is_none_or(|until| until >= self.context.today) {
            for (place, body) in own.bodies.iter().enumerate() {
                self.named(&own.name, Some(body), at!["bodies", place]);
            }
        }
        for (place, event) in own.event.iter().enumerate() {
            // One that has begun is led by who led it when it did.
            if event.from.is_none_or(|from| from >= self.context.today) {
                self.body(&event.title, event.lead.as_ref(), at!["event", place, "lead"]);
            }
        }
        let Some(until) = own.until else { return };
        for (place, event) in
            own.event.iter().enumerate().filter(|(_, event)| event.from.is_some_and(|from| from > until))
        {
            if event.from.is_some_and(|from| from >= self.context.today) {
                self.tell("other", &event.title, &own.name, until, at!["event", place]);
            }
        }
    }

    fn agreement(&mut self, own: &Agreement) {
        if own.period.until.is_some_and(|until| until < self.context.today) {
            return;
        }
        for (place, party) in own.parties.iter().enumerate() {
            self.body(&own.title, Some(party), at!["parties", place]);
        }
        self.districts(&own.title, &own.districts);
        for (place, commitment) in own.commitment.iter().enumerate().filter(|(_, own)| own.outcome.is_none()) {
            for (at, body) in commitment.responsible.iter().enumerate() {
                self.body(&commitment.text, Some(body), at!["commitment", place, "responsible", at]);
            }
        }
    }

    fn districts(&mut self, title: &str, districts: &[DistrictId]) {
        for (place, id) in districts.iter().enumerate() {
            let district = self.context.register.districts.get(id.as_str());
            if let Some((name, until)) = district.and_then(|own| Some((&*own.name, own.until?))) {
                self.tell("other", title, name, until, at!["districts", place]);
            }
        }
    }

    /// Something that lies with a body.
    fn body(&mut self, title: &str, body: Option<&BodyId>, spot: Spot) {
        self.with("other", title, body, spot);
    }

    /// Something that only names a body.
    fn named(&mut self, title: &str, body: Option<&BodyId>, spot: Spot) {
        self.with("named", title, body, spot);
    }

    fn with(&mut self, what: &'static str, title: &str, body: Option<&BodyId>, spot: Spot) {
        let body = body.and_then(|id| self.context.register.bodies.get(id.as_str()));
        if let Some((name, until)) = body.and_then(|own| Some((&*own.name, own.until?))) {
            self.tell(what, title, name, until, spot);
        }
    }

    fn tell(&mut self, what: &'static str, title: &str, name: &str, until: Day, spot: Spot) {
        if until < self.context.today {
            let message = checks::LeftWithEnded { what, title, name, until };
            self.findings.push(self.placed.finding(message, spot));
        }
    }
}
