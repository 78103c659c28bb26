"""A document that uses every node of the tree, built by hand: what writers are tried on."""

from __future__ import annotations

from socialpolicy.document import (
    Blank,
    Block,
    Box,
    Break,
    Consent,
    Consents,
    Contents,
    ContentsLine,
    Definition,
    Definitions,
    Detail,
    Document,
    Emphasis,
    Execution,
    Field,
    FieldKind,
    Hole,
    Inline,
    Inlines,
    Item,
    Items,
    Link,
    Paragraph,
    Part,
    Parties,
    Party,
    Provision,
    Reference,
    Signer,
    Strong,
    Table,
    Term,
    Text,
    Value,
)

__all__ = ["sample_document", "words"]


def words(*inlines: str | Inline) -> Inlines:
    """Inlines, with a bare string for a Text."""
    return tuple(Text(inline) if isinstance(inline, str) else inline for inline in inlines)


def _section(phrase: str, target: str, number: str) -> Reference:
    return Reference(words(phrase), target, number=number, label=f" (section {number})")


def _paragraph(key: str, number: str, *inlines: str | Inline) -> Paragraph:
    return Paragraph(key, words(*inlines), number=number)


def _letters(key: str, *entries: str) -> Items:
    items = tuple(
        Item(f"{key}/{place}", (_paragraph(f"{key}/{place}/1", "", entry),), number=f"({chr(97 + place)})")
        for place, entry in enumerate(entries)
    )
    return Items(key, items, ordered=True)


def _bullets(key: str, *entries: str) -> Items:
    items = tuple(
        Item(f"{key}/{place}", (_paragraph(f"{key}/{place}/1", "", entry),))
        for place, entry in enumerate(entries)
    )
    return Items(key, items)


def sample_document(**changes: object) -> Document:
    """The whole document, as an addendum of a solo practice in Sydney would be."""
    fields: dict[str, object] = {
        "id": "client-addendum",
        "title": "Social media and online contact",
        "subtitle": words(
            "Addendum to your therapy agreement with ", Value("Banksia Psychology", "practice_name")
        ),
        "locale": "en-AU",
        "paper": "A4",
        "practice": "Banksia Psychology",
        "version": "1.0",
        "date": "22 November 2026",
        "dated": "2026-11-22",
        "edition": "2026.11",
        "blocks": _blocks(),
        "details": (Detail("practice_phone", "02 5550 6021"),),
    }
    return Document(**(fields | changes))  # type: ignore[arg-type]


def _blocks() -> tuple[Block, ...]:
    return (
        Part("", (_parties(), _emergency())),
        Part("What is where", (_contents(),)),
        Part(
            "At a glance",
            (_paragraph("glance", "", "The rest of this document says it in full."), _glance()),
            key="part/glance",
        ),
        Part("How to reach me", (_channels(), _replies()), key="part/reach"),
        Part("Connecting online", (_requests(), _reviews())),
        Part("Your records and privacy", (_records(), _wrong())),
        Part("Words used here", (_definitions(),)),
        Part(
            "Your choices",
            (_paragraph("choices", "", "Each is optional. You can change your mind."), _consents()),
        ),
        Part("Signatures", _executions()),
        *_schedules(),
        Box("note", words("A note"), blocks=(_paragraph("note#1", "", "Keep your copy."), _steps())),
    )


def _schedules() -> tuple[Part, Part]:
    calls = _bullets("calls", "your doctor", "a neighbour")
    return (
        Part("Whom to call", (calls,), key="part/calls", number="Schedule 1"),
        Part("More", (_paragraph("more", "", "Nothing more."),), key="part/more", number="Schedule 2"),
    )


def _parties() -> Parties:
    client = Party("client", "Client", inlines=words(Hole("client_name", label="Client name"), " (“you”)"))
    practice = Party(
        "practitioner",
        "Practitioner",
        inlines=words(
            Value("Dr Alex Marlow", "clinician_name"), " of ", Value("Banksia Psychology", "practice_name")
        ),
    )
    return Parties((client, practice))


def _contents() -> Contents:
    return Contents(
        (
            ContentsLine("part/glance", words("At a glance")),
            ContentsLine("part/reach", words("How to reach me")),
            ContentsLine("approved-channels", words("How to reach me"), number="1", level=2),
            ContentsLine("response-times", words("When I answer"), number="2", level=2),
            ContentsLine("part/elsewhere", words("Elsewhere")),
        )
    )


def _emergency() -> Box:
    lines = Table(
        "crisis_lines",
        (words("Service"), words("Call"), words("When")),
        rows=(
            (words("Lifeline"), words("13 11 14"), words("day and night")),
            (words("13YARN"), words("13 92 76"), words("day and night")),
            (words("Kids Helpline"), words("1800 55 1800"), words("day and night")),
        ),
    )
    blocks = (
        _paragraph(
            "crisis#full:1",
            "",
            "I am not an emergency service, and I do not read messages all day. "
            "If you or someone near you is in danger, call ",
            Strong(words(Value("000", "emergency_number"))),
            " or go to the nearest emergency department.",
        ),
        _paragraph("crisis#full:2", "", "You can also talk to someone now:"),
        lines,
        _paragraph(
            "crisis#full:3", "", "Then tell me, in the way that section ", _replies_number(), " says."
        ),
    )
    return Box("emergency", words("In an emergency, do not message me"), blocks=blocks)


def _replies_number() -> Reference:
    return Reference((), "response-times", number="2", label="2")


def _glance() -> Table:
    rows = (
        ("Messages", "I answer within 2 working days.", "Call me if it cannot wait a day."),
        (
            "Emergencies",
            "I do not watch messages for emergencies.",
            "Call 000, or a crisis line in the box above.",
        ),
        ("Friend requests", "I decline every one, from every client.", "Talk to me about it in a session."),
        ("Searching", "I do not look you up online.", "Show me what you would like me to see."),
        (
            "Reviews",
            "I never ask you for a review, and never answer one.",
            "Write what you like; it is your choice.",
        ),
        ("Records", "I keep messages that matter to your care.", "Ask to see your record."),
    )
    return Table(
        "glance#table",
        (words("Topic"), words("I do"), words("You can")),
        rows=tuple(tuple(words(cell) for cell in row) for row in rows),
    )


def _channels() -> Provision:
    table = Table(
        "approved-channels#full:2/table",
        (words("Channel"), words("Good for")),
        rows=(
            (words("Phone"), words("Anything that cannot wait; I ring back the same day")),
            (
                words("Email"),
                words("Appointments and forms, ", Emphasis(words("never")), " what we talk about"),
            ),
        ),
        caption="Where to write to me",
    )
    blocks = (
        _paragraph(
            "approved-channels#full:1",
            "1.1",
            "Please reach me at ",
            Link(words("hello@banksia.example"), "mailto:hello@banksia.example"),
            " or on ",
            Value("02 5550 0100", "phone"),
            ". I answer as ",
            _section("response times", "response-times", "2"),
            " says. I do not use a ",
            Term(words("professional account"), "professional-account"),
            " for private messages, as ",
            _section("what I keep", "electronic-records#full:2", "5.2"),
            " explains.",
        ),
        _paragraph("approved-channels#full:2", "1.2", "These are the channels that I use:"),
        table,
        _paragraph("approved-channels#full:3", "", "Other ways of writing may not reach me at all."),
        _paragraph("approved-channels#full:4", "1.3", "Please do not send me:"),
        _letters(
            "approved-channels#full:5",
            "pictures of other people;",
            "links that you have not opened;",
            "anything urgent.",
        ),
    )
    return Provision(
        "approved-channels", "1.0.0", heading=words("How to reach me"), blocks=blocks, number="1"
    )


def _replies() -> Provision:
    nested = Items(
        "response-times#full:2",
        (
            Item(
                "response-times#full:2/0",
                (
                    _paragraph("response-times#full:2/0/1", "", "on a working day:"),
                    Items(
                        "response-times#full:2/0/2",
                        (
                            Item("r/i", (_paragraph("r/i/1", "", "before noon, that day;"),), number="(i)"),
                            Item("r/ii", (_paragraph("r/ii/1", "", "after noon, the next;"),), number="(ii)"),
                        ),
                        ordered=True,
                    ),
                    _paragraph("response-times#full:2/0/3", "", "unless I am ill;"),
                ),
                number="(a)",
            ),
            Item(
                "response-times#full:2/1",
                (_paragraph("r/b", "", "at any other time, when I am back."),),
                number="(b)",
            ),
        ),
        ordered=True,
    )
    blocks = (
        _paragraph(
            "response-times#full:1",
            "2.1",
            "I answer within ",
            Value("2 working days", "reply_within"),
            ". In an emergency see ",
            Reference(words("who to call"), "emergency", label=" (the box at the top)"),
            ", and for friend requests ",
            _section("connection requests", "connection-requests", "3"),
            ".",
        ),
        _paragraph("response-times#full:1b", "2.2", "I read what you send me"),
        nested,
        _paragraph(
            "response-times#full:3",
            "2.3",
            "If I am away, ",
            Blank("Who covers for you?", "cover"),
            " answers. Ask me for ",
            _section("your record", "electronic-records", "5"),
            " or read about ",
            _section("pictures and links", "approved-channels#full:4", "1.3"),
            ".",
        ),
    )
    return Provision("response-times", "1.1.0", heading=words("When I answer"), blocks=blocks, number="2")


def _requests() -> Provision:
    blocks = (
        _paragraph(
            "connection-requests#full:1",
            "3.1",
            "I do not accept friend requests, follows or invitations from clients. "
            "A connection could show other people that we know each other, "
            "and it would blur what our work is for.",
        ),
        _paragraph("connection-requests#full:2", "3.2", "That covers:"),
        _bullets(
            "connection-requests#full:3",
            "friend and follow requests;",
            "groups, pages and events;",
            "games and fitness apps.",
        ),
        _paragraph(
            "connection-requests#full:4",
            "3.3",
            "If you ask by mistake I will decline without a word, and we can talk about it. See ",
            _section("reviews", "reviews", "4"),
            " and ",
            _section("the first way to reach me", "approved-channels#full:1", "1.1"),
            ".",
        ),
    )
    return Provision(
        "connection-requests",
        "1.0.0",
        heading=words("Friend requests and follows"),
        blocks=blocks,
        number="3",
    )


def _reviews() -> Provision:
    blocks = (
        _paragraph(
            "reviews#full:1",
            "4.1",
            "I never ask clients for reviews. You may write what you like about me. "
            "I cannot answer in public, because even “thank you” would tell readers that you are "
            "my client. My ",
            Reference(words("testimonials"), ""),
            " rule follows the law.",
        ),
        _paragraph(
            "reviews#full:2",
            "4.2",
            "If something went wrong, tell me first if you can",
            Break(),
            "or read ",
            _section("complaints", "complaints", "6"),
            ". The regulator is the ",
            Link(words("Psychology Board"), "https://www.psychologyboard.gov.au/"),
            ".",
        ),
    )
    return Provision("reviews", "2.0.1", heading=words("Reviews"), blocks=blocks, number="4")


def _records() -> Provision:
    blocks = (
        _paragraph(
            "electronic-records#full:1", "5.1", "Messages that matter to your care go into your record."
        ),
        _paragraph(
            "electronic-records#full:2",
            "5.2",
            "I keep your record for ",
            Value("7 years", "retention"),
            ", and longer for children. My ",
            Term(words("professional account"), "professional-account"),
            " holds nothing about you (",
            _section("see reviews", "reviews#full:2", "4.2"),
            ").",
        ),
    )
    return Provision("electronic-records", "1.0.0", heading=words("What I keep"), blocks=blocks, number="5")


def _wrong() -> Provision:
    blocks = (_paragraph("complaints#full:1", "6.1", "Tell me, or write to the body that registers me."),)
    return Provision(
        "complaints", "1.0.0", heading=words("If something goes wrong"), blocks=blocks, number="6"
    )


def _definitions() -> Definitions:
    entry = Definition(
        "professional-account",
        "Professional account",
        inlines=words(
            "An account in the name of the practice, open to everyone, with nothing private in it."
        ),
    )
    other = Definition("working-day", "Working day", inlines=words("A day on which the practice is open."))
    return Definitions((entry, other))


def _field(party: str, kind: FieldKind, *inlines: str | Inline, required: bool = True) -> Field:
    labels = {"name": "Name", "signature": "Signature", "date": "Date", "initials": "Initials", "tick": "Yes"}
    return Field(party, kind, label=labels[kind], required=required, inlines=words(*inlines))


def _consents() -> Consents:
    texts = Consent(
        "texts",
        "text-messages",
        asks=words("You may send me appointment reminders by text."),
        withdraw=words("Tell me, or answer STOP."),
        fields=(_field("client", "tick"), _field("client", "initials"), _field("client", "date")),
    )
    both = Consent(
        "recording",
        "session-recording",
        asks=words("You may record our sessions for your supervision."),
        withdraw=words("Say so at any time, and the recording is deleted within 7 days."),
        fields=(
            Field("client", "tick", label="You"),
            Field("partner", "tick", label="Your partner"),
            _field("client", "date"),
        ),
    )
    return Consents((texts, both))


def _signer(party: str, label: str, *name: str | Inline) -> Signer:
    fields = (_field(party, "name", *name), _field(party, "signature"), _field(party, "date"))
    return Signer(party, label, fields=fields)


def _executions() -> tuple[Execution, ...]:
    practitioner = _signer("practitioner", "Practitioner", Value("Dr Alex Marlow", "clinician_name"))
    adult = Execution(
        "",
        statement=words("By signing, you say that you have read this and could ask about it."),
        signers=(_signer("client", "Client", Hole("client_name", label="Client name")), practitioner),
    )
    assent = Signer(
        "young-person",
        "Young person",
        fields=(_field("young-person", "name"), _field("young-person", "tick")),
    )
    minor = Execution(
        "If the client is under 18",
        statement=words("The parent or guardian signs; the young person agrees."),
        signers=(assent, _signer("guardian", "Parent or guardian"), practitioner),
    )
    return adult, minor


def _steps() -> Items:
    items = tuple(
        Item(f"steps/{n}", (_paragraph(f"steps/{n}/1", "", entry),), number=f"{n}.")
        for n, entry in enumerate(("Read it.", "Ask about it.", "Sign it."), start=1)
    )
    return Items("steps", items, ordered=True)
