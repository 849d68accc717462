"""Where the words of other formats meet the fields of ours: one line a word, and nothing else.

A target is the path of a field, `role.url`. A field that a model does not have yet is passed over,
so that what would go there is kept in a private section until the model has it.
"""

from __future__ import annotations

from collections.abc import Mapping

from dossier.prose.headings import NAMES

Aliases = Mapping[str, str]


def _turned(table: Mapping[str, str]) -> Aliases:
    """Return each name to what it stands for, from a table of comma-separated names."""
    return {name: target for target, names in table.items() for name in names.split(", ")}


SECTIONS: Aliases = {
    **_turned(
        {
            "context": "company background, company overview, company research, about them, "
            "background, company notes, the company, who they are, company snapshot",
            "angle": "strategy, positioning, approach, application strategy, angle of attack",
            "lead": "lead, profile to lead with, framing",
            "pitch": "the pitch, my pitch, tailored summary, elevator speech, summary pitch",
            "emphasis": "what to emphasize, resume focus, cv emphasis, resume highlights, "
            "resume tailoring, cv tailoring, what to foreground, resume bullets to lead with",
            "proof-points": "proof, evidence map, evidence mapping, requirements map, "
            "requirement mapping, requirements mapping, requirements, requirement match, "
            "requirements match, match table, fit matrix, evidence table, evidence matrix, "
            "skills match, qualifications match, key proof points, requirements vs evidence",
            "why": "why this job, motivation, why i want this, why us, why i want to work here, "
            "why this role excites me, my motivation",
            "gaps": "gaps and mitigations, gaps & mitigations, gaps and risks, gaps & risks, "
            "risks, weaknesses, concerns, risks and gaps, gaps and framing, skill gaps, "
            "known gaps, honest gaps, potential concerns, gap mitigation",
            "questions": "q&a, q & a, faq, interview prep, interview preparation, "
            "likely questions, likely interview questions, anticipated questions, prepared "
            "questions, questions and answers, questions & answers, interview q&a, "
            "questions they may ask, behavioral questions, if they ask",
            "hooks": "opening lines, openers, cover letter openers, opening hooks, "
            "cover letter opening, cover letter hook, letter openings",
            "letter": "cover letter draft, draft letter, draft cover letter, application letter",
            "notes": "misc, miscellaneous, other notes, additional notes, misc notes, next steps",
        }
    ),
    **NAMES,
}
"""Headings of a dossier, in lower case and without numbers and signs."""
ROLES = frozenset(
    """role summary, role, the role, role overview, role details, job summary, job details, job,
    the job, position, position summary, position details, posting, job posting, the posting,
    overview, at a glance, snapshot, quick facts, key facts, facts, details, basics, summary,
    application details, application summary, logistics, status, tracking, application status,
    job info, role info, job overview, opportunity, opportunity overview, metadata""".replace(
        "\n   ", ""
    ).split(", ")
)
"""Headings below which facts of a role stand."""
RESUME: Aliases = _turned(
    {
        "work": "experience, work experience, professional experience, employment, work history, "
        "employment history, career history, career, relevant experience, work, jobs, "
        "professional background, industry experience, academic appointments, appointments, "
        "berufserfahrung, beruflicher werdegang, expérience professionnelle, expériences, "
        "experiencia profesional, experiencia laboral, experiencia",
        "education": "education, academic background, studies, education and training, "
        "education & training, academic history, degrees, ausbildung, studium, formation, "
        "formación, educación, estudios",
        "projects": "projects, selected projects, personal projects, side projects, open source, "
        "open-source projects, open source projects, key projects, notable projects",
        "skills": "skills, technical skills, core skills, key skills, competencies, expertise, "
        "core competencies, technologies, tech stack, tools, areas of expertise, kenntnisse, "
        "fähigkeiten, compétences, habilidades, competencias",
        "summary": "summary, professional summary, about, about me, profile, objective, "
        "career objective, career summary, executive summary, bio, personal statement",
        "contact": "contact, contact information, contact details, contact info, personal details, "
        "personal information, details, links, online, online profiles",
        "languages": "languages, sprachen, langues, idiomas, language skills, spoken languages",
        "certificates": "certifications, certificates, licenses, licences, "
        "licenses & certifications, licences & certificates, licenses and certifications, "
        "certificates and licences, certifications and licenses, registrations, registration, "
        "professional registration, accreditations, zertifikate",
        "awards": "awards, honors, honours, awards and honors, awards & honors, "
        "honours and awards, competitions, awards and competitions, competitions and awards, "
        "prizes, medals, auszeichnungen, distinctions, premios",
        "publications": "publications, selected publications, articles, talks, speaking, "
        "presentations, conference papers, conference talks, veröffentlichungen, publikationen, "
        "publicaciones, vorträge",
        "relocation": "relocation, willing to relocate, willingness to relocate, "
        "open to relocation",
        "other": "volunteering, volunteer experience, professional memberships, "
        "interests, hobbies, references, patents, memberships, courses, "
        "interessen, grants, teaching",
    }
)
"""Headings of a résumé."""
JOB_LINES: Aliases = _turned(
    {
        "highlights": "achievements, key achievements, highlights, key highlights, results, "
        "key results, impact, outcome, outcomes, accomplishments, key accomplishments, erfolge",
        "summary": "responsibilities, key responsibilities, main responsibilities, duties, "
        "main duties, tasks, role, scope, aufgaben, missions",
        "skills": "stack, technology, tools used, technologies used, methods, equipment, "
        "environment",
    }
)
"""Labels of lines below a job, beside the headings of a résumé that recipients read."""
POSTING = frozenset(
    """responsibilities, requirements, qualifications, about the role, about the job, the role,
    what you will do, what you'll do, what you’ll do, who you are, about you, nice to have,
    nice to haves, benefits, perks, what we offer, about us, equal opportunity, how to apply,
    minimum qualifications, preferred qualifications, your profile, your responsibilities,
    compensation, about the team, what we're looking for, what we’re looking for, job description,
    key responsibilities, basic qualifications, what you bring, what you'll bring, bonus points,
    perks and benefits, benefits and perks, must have, must haves, must-haves, nice-to-haves,
    your tasks, duties, we offer, what you need, who we are, the job""".replace("\n   ", "").split(
        ", "
    )
)
"""Headings of a job posting."""
LABELS: Aliases = _turned(
    {
        "company": "company, employer, organization, organisation, company name",
        "title": "application, position applied for",
        "role.title": "role, title, position, job title, role title, job",
        "role.url": "link, url, posting, posting url, posting link, job link, job url, "
        "job posting, apply link, apply, application link, listing, source url, website, web",
        "role.location": "location, place, office, based in, where, city, place of work, "
        "work location, job location, einsatzort, standort, arbeitsort, dienstort, ort",
        "role.fit": "fit score, fit, match score, overall fit, fit rating, score",
        "role.asks": "key requirements, requirements, must haves, must-haves, asks, they ask for, "
        "key skills, required skills, key asks",
        "role.assessment": "honest assessment, assessment, verdict, my take, fit assessment",
        "role.compensation.posted": "comp, compensation, salary, pay, salary range, comp range, "
        "pay range, posted salary, listed salary, base salary, base, tc, total comp",
        "role.compensation.estimate": "estimated comp, comp estimate, estimated salary, "
        "salary estimate, estimate, estimated compensation, market salary",
        "role.posting.posted": "posted, date posted, posted on, posting date, posted date",
        "role.posting.checked": "checked, last checked, verified, retrieved, accessed, saved on",
        "role.seniority": "seniority, level",
        "role.mode": "work mode, remote, workplace, work model, remote policy, arrangement",
        "status": "status, stage, application status, current status",
        "event.applied": "applied, date applied, applied on, application date, applied date",
        "tier": "tier, priority tier",
        "lead": "lead, lead profile, profile",
        "contact": "recruiter, hiring manager, contact, referral, referrer, referred by, "
        "recruiter contact, hiring contact, point of contact",
        "next.do": "next, next step, next action, next steps, to do, todo, action",
        "next.due": "due, deadline, due date, follow-up date, follow up by, next due",
        "aliases": "aka, also known as, aliases, other names, legal name",
    }
)
"""Labels of facts in a dossier: `**Link:** …`."""
COLUMNS: Mapping[str, Aliases] = {
    "rows": _turned(
        {
            "requirement": "requirement, requirements, job requirement, what they ask, ask, "
            "what they want, they want, they ask for, qualification, criterion, criteria, skill, "
            "need, what they need, posting asks, jd requirement, role requirement, competency",
            "claim": "evidence, proof, proof point, proof points, my evidence, my experience, "
            "experience, what i have, how i meet it, how i match, i offer, my proof, "
            "supporting evidence, match detail, demonstrated by, answer, my background",
            "strength": "strength, rating, level, fit, match strength, match level, confidence, "
            "strength of match, match rating, how strong, score, status",
            "match": "match",
            "source": "source, sources, link, links, where, reference, artifact, url",
            "note": "note, notes, comment, comments, caveat, caveats, remark, remarks",
            "quote": "quote, posting says, jd says, their words, verbatim, posting quote",
            "priority": "priority, must/nice, importance, must or nice, required?, type",
            "number": "#, no, no., nr, nr., №, number, id",
        }
    ),
    "gaps": _turned(
        {
            "gap": "gap, gaps, weakness, risk, concern, missing, issue, area, what's missing",
            "framing": "how to frame, framing, mitigation, response, how to address, answer, plan, "
            "how to handle, mitigation strategy, mitigations, frame, how to frame it, "
            "counter, reframe, my response, how i address it, strategy, approach, honest framing",
            "severity": "severity, level, impact, priority, importance, seriousness, weight",
            "number": "#, no, no., nr, nr., №, number, id",
        }
    ),
    "questions": _turned(
        {
            "question": "question, questions, if they ask, they ask, q, if they ask x, prompt",
            "answer": "answer, answers, i say, say, response, a, say y, my answer, talking points",
            "number": "#, no, no., nr, nr., №, number, id",
        }
    ),
    "facts": _turned(
        {
            "label": "field, item, detail, key, attribute, property, fact, category, what",
            "value": "value, details, info, information, description, content, answer, data",
            "number": "#, no, no., nr, nr., №, number, id",
        }
    ),
}
"""Columns of the tables in a dossier, by what the rows are."""
STRENGTHS: Aliases = _turned(
    {
        "direct": "direct, direct match, exact, exact match",
        "strong": "strong, strong match, very strong, high",
        "moderate": "moderate, moderate match, partial, partial match, medium",
        "weak": "weak, weak match, low",
        "none": "none, no match, missing, gap, no",
    }
)
"""Words for how well a row is shown."""
SEVERITIES: Aliases = _turned(
    {
        "blocker": "blocker, blocking, critical, dealbreaker, deal-breaker, showstopper",
        "major": "major, high, serious, significant",
        "minor": "minor, low, small, trivial, cosmetic",
    }
)
"""Words for how much a gap weighs. *Medium* is none: it is neither major nor minor."""
PRIORITIES: Aliases = _turned(
    {
        "must": "must, must have, must-have, required, mandatory, essential, yes",
        "nice": "nice, nice to have, nice-to-have, preferred, optional, bonus, plus, desirable",
        "task": "task, tasks, duty, responsibility",
    }
)
"""Words for how much a requirement weighs."""
_TITLE_WORDS_TEXT = """
engineer developer scientist manager director analyst architect designer consultant lead
researcher intern programmer administrator specialist founder officer head president teacher
technician assistant associate coordinator supervisor nurse editor writer accountant lecturer
professor staff sre devops swe cto ceo cfo vp principal contractor freelancer producer
apprentice trainee fellow instructor tutor owner representative clerk chef cook barista driver
archivist auditor baker binder biologist bookbinder bookkeeper brewer butcher caretaker carer
captain chemist concierge conservator curator dentist economist farmer firefighter fitter forester
gardener geologist hairdresser joiner machinist mason midwife optician painter paramedic pilot
plumber porter radiographer receptionist restorer roofer secretary statistician surveyor tailor
superintendent veterinarian welder
advisor adviser strategist recruiter lawyer paralegal counsel therapist physician pharmacist
electrician mechanic carpenter planner buyer operator inspector librarian translator
journalist photographer artist musician member technologist practitioner executive partner
volunteer tester qa ux ui pm tpm mts server bartender cashier
"""
TITLE_WORDS = frozenset(_TITLE_WORDS_TEXT.split())
"""Words that tell a job's title from an employer's name."""
