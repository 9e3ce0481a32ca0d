"""Small made-up texts in the form of the UN's XML."""

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"

META = """<meta>
  <identification><FRBRWork>
    <FRBRdate date="2026-12-03" name="adoption"/><FRBRauthor href="ga"/></FRBRWork></identification>
  <workflow>
    <step outcome="draftResolution" as="A/C.2/81/L.3"
      by="Antigua and Barbuda, the Comoros and Norway (on behalf of all)"/>
    <step outcome="draftResolutionAdditionalSponsors" by="Norway and Peru"/>
  </workflow>
  <analysis><parliamentary><voting outcome="adoptedRecordedVote">
    <count refersTo="inFavour" value="091"/><count refersTo="against" value="2"/>
  </voting></parliamentary></analysis>
</meta>"""

COVER = """<coverPage>
  <p><span><docAuthority refersTo="#publisher">United Nations</docAuthority></span></p>
  <p><docNumber refersTo="#symbol">A/RES/81/7</docNumber></p>
  <p><docAuthority refersTo="#issuingBody">General Assembly</docAuthority></p>
  <p><docStatus>Distr.: General</docStatus></p>
  <p><docDate date="2026-12-09" refersTo="#dateOfIssuance">9 December 2026</docDate></p>
  <p><session>Eighty-first session</session></p>
  <p><inline name="agenda item" title="20 (b)">Agenda item 20 (b)</inline></p>
  <p><inline name="agenda item name">Lighthouses</inline></p>
  <p><docTitle>Resolution adopted by the General Assembly on 3 December 2026</docTitle></p>
  <p><docProponent>[on the report of the Second Committee (<inline>A/81/9, para. 4</inline>)]</docProponent></p>
</coverPage>"""

PREFACE = """<preface><p><docNumber>81/7.</docNumber><docTitle><span class="bold">\tKeeping of
  lighthouses</span></docTitle></p></preface>"""

PREAMBLE = """<formula name="enactingFormula"><p><span class="italic">The General Assembly</span>,</p></formula>
<container name="Recalling"><p xml:space="preserve">\t<span class="italic">Recalling</span> its resolution
<a href="https://undocs.org/en/A/RES/80/7">80/7</a> of 4\u00a0December 2025 on non\u2011visible lamps,<authorialNote
marker="1"><p>\t<span class="italic">Lamp Records</span>, vol. 3.</p></authorialNote></p></container>"""

BODY = """<paragraph class="SingleTxt"><num>1.</num>
  <content><p><span class="italic">Notes</span> the lamps;</p></content></paragraph>
<paragraph class="SingleTxt"><num>2.</num>
  <content><p><span class="italic">Decides</span> to go on.</p></content></paragraph>"""

CONCLUSIONS = """<conclusions><p><inline name="adoptionMeeting">61st plenary meeting</inline><eol/>
<docDate date="2026-12-03" refersTo="#adoptionDate">3 December 2026</docDate></p></conclusions>"""


def numbered(number: int | str, words: str) -> str:
    """A paragraph with its number."""
    return f"<paragraph><num>{number}</num><content><p>{words}</p></content></paragraph>"


def plain(words: str, style: str = "SingleTxt") -> str:
    """A paragraph without a number."""
    return f'<paragraph class="{style}"><content><p>{words}</p></content></paragraph>'


def text(
    body: str = BODY,
    *,
    preamble: str = PREAMBLE,
    after: str = CONCLUSIONS,
    meta: str = META,
    cover: str = COVER,
) -> bytes:
    """A whole file."""
    inner = f"{meta}{cover}{PREFACE}<preamble>{preamble}</preamble><mainBody>{body}</mainBody>{after}"
    return f'<akomaNtoso xmlns="{NAMESPACE}"><statement name="resolution">{inner}</statement></akomaNtoso>'.encode()
