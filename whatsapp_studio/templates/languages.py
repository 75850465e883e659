"""Decides which languages a template can be in, and what each is called: in English and by its own speakers."""

from __future__ import annotations

from typing import NamedTuple

# Meta's codes (Templates › Supported languages), English name and own name.
_TABLE = """
af|Afrikaans|Afrikaans
sq|Albanian|shqip
ar|Arabic|العربية
ar_EG|Arabic (Egypt)|العربية (مصر)
ar_LB|Arabic (Lebanon)|العربية (لبنان)
ar_MA|Arabic (Morocco)|العربية (المغرب)
ar_QA|Arabic (Qatar)|العربية (قطر)
ar_SA|Arabic (Saudi Arabia)|العربية (المملكة العربية السعودية)
ar_AE|Arabic (United Arab Emirates)|العربية (الإمارات العربية المتحدة)
az|Azerbaijani|azərbaycan
be_BY|Belarusian (Belarus)|беларуская (Беларусь)
bn|Bengali|বাংলা
bn_IN|Bengali (India)|বাংলা (ভারত)
bg|Bulgarian|български
ca|Catalan|català
zh_CN|Chinese (China)|中文（中国）
zh_HK|Chinese (Hong Kong)|中文（香港）
zh_TW|Chinese (Taiwan)|中文（台灣）
hr|Croatian|hrvatski
cs|Czech|čeština
da|Danish|dansk
prs_AF|Dari (Afghanistan)|دری (افغانستان)
nl|Dutch|Nederlands
nl_BE|Dutch (Belgium)|Nederlands (België)
en|English|English
en_AU|English (Australia)|English (Australia)
en_CA|English (Canada)|English (Canada)
en_GH|English (Ghana)|English (Ghana)
en_IN|English (India)|English (India)
en_IE|English (Ireland)|English (Ireland)
en_JM|English (Jamaica)|English (Jamaica)
en_MY|English (Malaysia)|English (Malaysia)
en_NZ|English (New Zealand)|English (New Zealand)
en_QA|English (Qatar)|English (Qatar)
en_SG|English (Singapore)|English (Singapore)
en_ZA|English (South Africa)|English (South Africa)
en_UG|English (Uganda)|English (Uganda)
en_AE|English (United Arab Emirates)|English (United Arab Emirates)
en_GB|English (United Kingdom)|English (United Kingdom)
en_US|English (United States)|English (United States)
et|Estonian|eesti
fil|Filipino|Filipino
fi|Finnish|suomi
fr|French|français
fr_BE|French (Belgium)|français (Belgique)
fr_CA|French (Canada)|français (Canada)
fr_CI|French (Côte d'Ivoire)|français (Côte d’Ivoire)
fr_MA|French (Morocco)|français (Maroc)
fr_CH|French (Switzerland)|français (Suisse)
ka|Georgian|ქართული
de|German|Deutsch
de_AT|German (Austria)|Deutsch (Österreich)
de_CH|German (Switzerland)|Deutsch (Schweiz)
el|Greek|Ελληνικά
gu|Gujarati|ગુજરાતી
ha|Hausa|Hausa
he|Hebrew|עברית
hi|Hindi|हिन्दी
hu|Hungarian|magyar
id|Indonesian|Bahasa Indonesia
ga|Irish|Gaeilge
it|Italian|italiano
ja|Japanese|日本語
kn|Kannada|ಕನ್ನಡ
kk|Kazakh|қазақ тілі
rw_RW|Kinyarwanda (Rwanda)|Ikinyarwanda (U Rwanda)
ko|Korean|한국어
ky_KG|Kyrgyz (Kyrgyzstan)|кыргызча (Кыргызстан)
lo|Lao|ລາວ
lv|Latvian|latviešu
lt|Lithuanian|lietuvių
mk|Macedonian|македонски
ms|Malay|Bahasa Melayu
ml|Malayalam|മലയാളം
mr|Marathi|मराठी
nb|Norwegian|norsk bokmål
ps_AF|Pashto (Afghanistan)|پښتو (افغانستان)
fa|Persian|فارسی
pl|Polish|polski
pt_BR|Portuguese (Brazil)|português (Brasil)
pt_PT|Portuguese (Portugal)|português (Portugal)
pa|Punjabi|ਪੰਜਾਬੀ
ro|Romanian|română
ru|Russian|русский
sr|Serbian|српски
si_LK|Sinhala (Sri Lanka)|සිංහල (ශ්‍රී ලංකාව)
sk|Slovak|slovenčina
sl|Slovenian|slovenščina
es|Spanish|español
es_AR|Spanish (Argentina)|español (Argentina)
es_CL|Spanish (Chile)|español (Chile)
es_CO|Spanish (Colombia)|español (Colombia)
es_CR|Spanish (Costa Rica)|español (Costa Rica)
es_DO|Spanish (Dominican Republic)|español (República Dominicana)
es_EC|Spanish (Ecuador)|español (Ecuador)
es_HN|Spanish (Honduras)|español (Honduras)
es_MX|Spanish (Mexico)|español (México)
es_PA|Spanish (Panama)|español (Panamá)
es_PE|Spanish (Peru)|español (Perú)
es_ES|Spanish (Spain)|español (España)
es_UY|Spanish (Uruguay)|español (Uruguay)
es_VE|Spanish (Venezuela)|español (Venezuela)
sw|Swahili|Kiswahili
sv|Swedish|svenska
ta|Tamil|தமிழ்
te|Telugu|తెలుగు
th|Thai|ไทย
tr|Turkish|Türkçe
uk|Ukrainian|українська
ur|Urdu|اردو
uz|Uzbek|o‘zbek
vi|Vietnamese|Tiếng Việt
zu|Zulu|isiZulu
"""
_RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "prs", "ps", "ur"})
_UNSURE = frozenset({"ar_SA", "es_VE"})  # other programs know them; Meta's page does not list them


class Language(NamedTuple):
    """One language of templates. ``listed`` is False for one that Meta's own page does not name."""

    code: str
    english: str
    own: str
    rtl: bool
    listed: bool


def _read(line: str) -> Language:
    code, english, own = line.split("|")
    return Language(code, english, own, code.split("_")[0] in _RIGHT_TO_LEFT, code not in _UNSURE)


LANGUAGES: dict[str, Language] = {found.code: found for found in map(_read, _TABLE.strip().splitlines())}


def own_name(code: str) -> str:
    """What the speakers of a language call it (``Nederlands (België)``); the code itself where it is not known."""
    return LANGUAGES[code].own if code in LANGUAGES else code


def english_name(code: str) -> str:
    """The English name of a language (``Dutch (Belgium)``); the code itself where it is not known."""
    return LANGUAGES[code].english if code in LANGUAGES else code
