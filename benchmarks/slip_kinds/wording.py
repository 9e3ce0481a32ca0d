"""Slips of wording, spelling and names, of numbers, dates and money."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from precedent.resolution import Resolution
from slip_kinds.planting import Slip, SlipKind, main_paragraphs, one_of, swapped

_MONTH: Final = (
    "(?P<month>January|February|March|April|May|June|July|August|September|October|November|December)"
)
_DAY: Final = rf"\b(?P<day>\d{{1,2}}) {_MONTH} (?P<year>\d{{4}})\b"
_AMERICAN: Final = (
    ("programme", "program"), ("programmes", "programs"), ("centre", "center"), ("centres", "centers"),
    ("labour", "labor"), ("behaviour", "behavior"), ("fulfil", "fulfill"), ("fulfilment", "fulfillment"),
    ("travelling", "traveling"), ("ageing", "aging"), ("favour", "favor"), ("honour", "honor"),
    ("defence", "defense"), ("neighbouring", "neighboring"), ("endeavour", "endeavor"), ("harbour", "harbor"),
    ("endeavours", "endeavors"), ("enrolment", "enrollment"), ("skilful", "skillful"), ("judgment", "judgement"),
    ("signalling", "signaling"), ("modelling", "modeling"), ("counselling", "counseling"), ("fuelled", "fueled"),
    ("favourable", "favorable"), ("paediatric", "pediatric"), ("licence", "license"), ("metres", "meters"),
)  # fmt: skip
_HYPHENS: Final = (
    ("capacity-building", "capacity building"), ("decision-making", "decision making"),
    ("multi-stakeholder", "multistakeholder"), ("socioeconomic", "socio-economic"), ("midterm", "mid-term"),
    ("well-being", "wellbeing"), ("policymakers", "policy-makers"), ("peacebuilding", "peace-building"),
    ("peacekeeping", "peace-keeping"), ("intergovernmental", "inter-governmental"),
    ("inter-agency", "interagency"), ("subregional", "sub-regional"),
    ("non-governmental", "nongovernmental"), ("cross-border", "crossborder"), ("cross-cutting", "crosscutting"),
    ("counter-terrorism", "counterterrorism"), ("road map", "roadmap"), ("time frame", "timeframe"),
    ("website", "web site"), ("online", "on-line"), ("Internet", "internet"), ("cybersecurity", "cyber-security"),
    ("long-term", "long term"), ("high-level political forum", "high level political forum"),
    ("public-private", "public–private"), ("follow-up to", "followup to"), ("policymaking", "policy-making"),
    ("self-determination", "self determination"),
    ("peacekeepers", "peace-keepers"),
    ("evidence-based", "evidence based"), ("gender-based violence", "gender based violence"),
    ("nuclear-weapon-free", "nuclear weapon free"), ("cooperation", "co-operation"),
    ("coordination", "co-ordination"), ("interregional", "inter-regional"), ("ongoing", "on-going"),
    ("worldwide", "world-wide"), ("stakeholders", "stake-holders"), ("South-South", "South–South"),
    ("North-South", "North–South"), ("data sets", "datasets"), ("capacity-building", "capacity–building"),
    ("interrelated", "inter-related"), ("decision-making", "decisionmaking"), ("workplace", "work place"),
)  # fmt: skip
_BODIES: Final = (
    ("Commission on Science and Technology for Development", "Commission on Science Technology and Development"),
    ("Office of the United Nations High Commissioner for Human Rights",
     "Office of United Nations High Commissioner for Human Rights"),
    ("Office of the United Nations High Commissioner for Refugees",
     "Office of the United Nations High Commissioner of Refugees"),
    ("United Nations Conference on Trade and Development", "United Nations Conference for Trade and Development"),
    ("United Nations Development Programme", "United Nations Development Program"),
    ("United Nations Environment Programme", "United Nations Environmental Programme"),
    ("Food and Agriculture Organization of the United Nations",
     "Food and Agricultural Organization of the United Nations"),
    ("United Nations Educational, Scientific and Cultural Organization",
     "United Nations Educational Scientific and Cultural Organization"),
    ("World Health Organization", "World Health Organisation"),
    ("International Labour Organization", "International Labor Organization"),
    ("International Telecommunication Union", "International Telecommunications Union"),
    ("Economic and Social Commission for Asia and the Pacific",
     "Economic and Social Commission of Asia and the Pacific"),
    ("Economic Commission for Latin America and the Caribbean",
     "Economic Commission for Latin America and Caribbean"),
    ("Joint United Nations Programme on HIV/AIDS", "Joint United Nations Programme for HIV/AIDS"),
    ("United Nations Office on Drugs and Crime", "United Nations Office for Drugs and Crime"),
    ("United Nations Human Settlements Programme", "United Nations Human Settlement Programme"),
    ("United Nations Children’s Fund", "United Nations Childrens’ Fund"),
    ("International Atomic Energy Agency", "International Atomic Agency"),
    ("Organization for the Prohibition of Chemical Weapons",
     "Organisation for the Prohibition of Chemical Weapons"),
    ("Conference on Disarmament", "Conference for Disarmament"),
    ("Advisory Committee on Administrative and Budgetary Questions",
     "Advisory Committee for Administrative and Budgetary Questions"),
    ("Committee for Programme and Coordination", "Committee on Programme and Coordination"),
    ("United Nations Relief and Works Agency for Palestine Refugees in the Near East",
     "United Nations Relief and Work Agency for Palestine Refugees in the Near East"),
    ("World Intellectual Property Organization", "World Intellectual Properties Organization"),
    ("United Nations Population Fund", "United Nations Populations Fund"),
    ("Organization of Islamic Cooperation", "Organization for Islamic Cooperation"),
    ("Association of Southeast Asian Nations", "Association of South-East Asian Nations"),
    ("Permanent Forum on Indigenous Issues", "Permanent Forum for Indigenous Issues"),
    ("Department of Economic and Social Affairs", "Department for Economic and Social Affairs"),
    ("International Organization for Migration", "International Organization on Migration"),
    ("Intergovernmental Panel on Climate Change", "Inter-governmental Panel on Climate Change"),
)  # fmt: skip
_INSTRUMENTS: Final = (
    ("Universal Declaration of Human Rights", "Universal Declaration on Human Rights"),
    ("International Covenant on Civil and Political Rights", "International Covenant of Civil and Political Rights"),
    ("International Covenant on Economic, Social and Cultural Rights",
     "International Covenant on Economic Social and Cultural Rights"),
    ("Convention on the Rights of the Child", "Convention on the Rights of Child"),
    ("Convention on the Rights of Persons with Disabilities",
     "Convention on the Rights of Persons with Disability"),
    ("Convention on the Elimination of All Forms of Discrimination against Women",
     "Convention for the Elimination of All Forms of Discrimination against Women"),
    ("International Convention on the Elimination of All Forms of Racial Discrimination",
     "International Convention on the Elimination of all forms of Racial Discrimination"),
    ("United Nations Framework Convention on Climate Change",
     "United Nations Framework Convention for Climate Change"),
    ("Convention on Biological Diversity", "Convention on Biodiversity"),
    ("2030 Agenda for Sustainable Development", "2030 Agenda on Sustainable Development"),
    ("Addis Ababa Action Agenda of the Third International Conference on Financing for Development",
     "Addis Ababa Action Agenda of the Third International Conference on Finance for Development"),
    ("Sendai Framework for Disaster Risk Reduction 2015–2030",
     "Sendai Framework on Disaster Risk Reduction 2015–2030"),
    ("Beijing Declaration and Platform for Action", "Beijing Declaration and Platform of Action"),
    ("Vienna Declaration and Programme of Action", "Vienna Declaration and Plan of Action"),
    ("Durban Declaration and Programme of Action", "Durban Declaration and Program of Action"),
    ("United Nations Convention on the Law of the Sea", "United Nations Convention on Law of the Sea"),
    ("Treaty on the Non-Proliferation of Nuclear Weapons", "Treaty on Non-Proliferation of Nuclear Weapons"),
    ("Comprehensive Nuclear-Test-Ban Treaty", "Comprehensive Nuclear Test-Ban Treaty"),
    ("United Nations Convention against Corruption", "United Nations Convention on Corruption"),
    ("Programme of Action of the International Conference on Population and Development",
     "Plan of Action of the International Conference on Population and Development"),
    ("Charter of the United Nations", "Charter of United Nations"),
    ("Optional Protocol to the Convention", "Optional Protocol of the Convention"),
)  # fmt: skip
_STATES: Final = (
    ("Türkiye", "Turkey"), ("Czechia", "Czech Republic"), ("Eswatini", "Swaziland"),
    ("North Macedonia", "Macedonia"), ("Viet Nam", "Vietnam"), ("Cabo Verde", "Cape Verde"),
    ("Côte d’Ivoire", "Ivory Coast"), ("Timor-Leste", "East Timor"), ("Myanmar", "Burma"),
    ("Syrian Arab Republic", "Syria"), ("Russian Federation", "Russia"),
    ("Republic of Moldova", "Moldova"), ("Lao People’s Democratic Republic", "Laos"),
    ("United Republic of Tanzania", "Tanzania"), ("Islamic Republic of Iran", "Iran"),
    ("Republic of Korea", "South Korea"), ("Democratic People’s Republic of Korea", "North Korea"),
    ("Bolivarian Republic of Venezuela", "Venezuela"), ("Plurinational State of Bolivia", "Bolivia"),
)  # fmt: skip
_SHORT: Final = (
    ("Sustainable Development Goals", "SDGs"), ("least developed countries", "LDCs"),
    ("artificial intelligence", "AI"), ("official development assistance", "ODA"),
    ("small island developing States", "SIDS"), ("non-governmental organizations", "NGOs"),
    ("gross domestic product", "GDP"), ("foreign direct investment", "FDI"),
    ("information and communications technologies", "ICTs"), ("disaster risk reduction", "DRR"),
    ("Economic and Social Council", "ECOSOC"), ("General Assembly", "UNGA"), ("Human Rights Council", "HRC"),
    ("World Health Organization", "WHO"), ("Security Council", "UNSC"),
)  # fmt: skip
_COUNTED: Final = (
    ("two", "2"), ("three", "3"), ("four", "4"), ("five", "5"), ("six", "6"), ("seven", "7"), ("eight", "8"),
    ("nine", "9"),
)  # fmt: skip
_THINGS: Final = (
    "countries|years|days|regional|members|meetings|sessions|weeks|months|working|dimensions|pillars"
)
_IZE: Final = r"\b(?P<stem>\w+(?:[rnldsmgtvpc]i))z(?P<end>e|es|ed|ing|ation|ations)\b"
_ITS: Final = (
    r"\b(?<=Reaffirming )its(?= commitment| resolution| determination)"
    r"|(?<=[a-z] )its(?= commitment to| resolutions? \d| previous resolutions)"
)
_AMOUNT: Final = r"\b(?P<n>\d[\d.,]*(?: (?:million|billion|trillion))?) United States dollars"
_CAPITALS: Final = (
    ("Secretary-General", "Secretary General"), ("Vice-Chair", "Vice Chair"), ("Co-Chairs", "Co-chairs"),
    ("Under-Secretary-General", "Under Secretary-General"), ("Heads of State", "heads of State"),
    ("Director-General", "Director General"), ("Vice-Chairs", "Vice-chairs"),
    ("Secretary-General", "secretary-general"), ("High Commissioner", "high commissioner"),
    ("Sustainable Development Goals", "sustainable development goals"), ("Member States", "Member states"),
    ("Special Rapporteur", "special rapporteur"), ("Deputy Secretary-General", "Deputy Secretary General"),
    ("developing States", "developing states"), ("Vice-Presidents", "Vice-presidents"),
    ("human rights", "Human Rights"), ("Executive Director", "executive director"),
)  # fmt: skip

_COVID: Final = swapped("", r"\bcoronavirus disease \(COVID-19\)", "COVID-19")


def _covid(text: Resolution) -> Iterator[Slip]:
    first = next((p for p in main_paragraphs(text) if "COVID-19" in p.text), None)
    if first is not None and first.text.count("COVID-19") == 1:
        yield from (slip for slip in _COVID.find(text) if slip.label == first.label)


WORDING: Final = (
    swapped("-ise for -ize", _IZE, r"\g<stem>s\g<end>"),
    swapped("-yze for -yse", r"\b(anal|catal|paral)ys(e|es|ed|ing)\b", r"\1yz\2", fold=True),
    one_of("an American spelling", _AMERICAN),
    swapped("toward for towards", r"\btowards\b", "toward"),
    one_of("a hyphen lost or put in", _HYPHENS),
    swapped("member States", r"(?<!by )\bMember States\b(?! of)(?! parties)", "member States"),
    one_of("a capital or hyphen of an office lost", _CAPITALS),
    swapped("indigenous", r"\bIndigenous(?= (?:P|p)eoples|(?= women| children| communities))", "indigenous"),
    one_of("an old or short country name", _STATES),
    one_of("an abbreviation in the place of words", _SHORT),
    swapped(
        "UN for United Nations", r"\bUnited Nations(?= system| entit| agenc| development)", "UN"
    ),
    swapped("communication technologies", r"\b(?P<first>[Ii])nformation and communications (?P<t>technolog\w+)",
            r"\g<first>nformation and communication \g<t>"),
    swapped("etc.", r", inter alia,(?= )", ", etc.,"),
    swapped("e.g. for such as", r", such as (?=\w)", ", e.g. "),
    swapped("our for its", _ITS, "our"),
    SlipKind("COVID-19 without its full name", _covid),
    swapped("legislations", r"\bnational legislation\b", "national legislations"),
    one_of("the name of a body misspelt", _BODIES),
    one_of("the name of an instrument misspelt", _INSTRUMENTS),
    swapped("titled for entitled", r"\bentitled(?= “)", "titled"),
    swapped("Calls on for Calls upon", r"^(?P<first>(?:Also |Further )?[Cc]all(?:s|ing)) upon\b", r"\g<first> on"),
)  # fmt: skip

NUMBERS: Final = (
    swapped("%", r"\b(\d[\d.,]*) per cent", r"\1%"),
    swapped("percent", r"\b(\d[\d.,]*) per cent", r"\1 percent"),
    one_of("a small number in figures", _COUNTED, after=rf"(?= (?:{_THINGS})\b)"),
    swapped("thousands without a comma", r"(?<![\d,])(\d{1,3}),(\d{3})\b(?!,)", r"\1\2"),
    swapped("all the noughts", r"(?<![\d.,])(\d+) million\b(?! of| dollars| United)", r"\1,000,000"),
    swapped("a date with the month first", _DAY, r"\g<month> \g<day>, \g<year>"),
    swapped("an ordinal day", _DAY, r"\g<day>th \g<month> \g<year>"),
    swapped("a date with a comma", _DAY, r"\g<day> \g<month>, \g<year>"),
    swapped(
        "a day that no month has",
        r"\b\d{1,2} (?P<m>February|April|June|September|November) (?P<y>\d{4})\b",
        r"31 \g<m> \g<y>",
    ),
    swapped("a relative date", r"\bin 2023\b", "last year"),
    swapped("US$ in figures", _AMOUNT, r"US$ \g<n>"),
    swapped("$ in figures", _AMOUNT, r"$\g<n>"),
    swapped("US dollars", r"\bUnited States dollars", "US dollars"),
)  # fmt: skip
