"""The pages of the rules in Dutch: of each what it is about, and why. The examples are YAML, and the
same in every language."""

from __future__ import annotations

import re
from collections.abc import Mapping

#: A code, and behind it what the rule is about and why, with an empty line between paragraphs.
_PAGES = """
DT001
Een bestand is geen YAML, dus wat erin staat is niet te weten.

Inspringing, een dubbele punt in tekst zonder aanhalingstekens en een haakje te weinig zijn de
gewone oorzaken.

DT002
Een sleutel staat twee keer in één record.

Andere lezers van YAML houden stilzwijgend de laatste; welke bedoeld is weet alleen de schrijver.

DT003
Er is een anker of alias gebruikt.

Een catalogus zegt alles waar het staat, zodat elke regel op zichzelf te lezen en aan te halen is.

DT004
Er is een tag gebruikt.

Tags vragen een lezer van YAML om eigen soorten waarden; een catalogus heeft er geen.

DT005
Een bestand bevat een tweede document.

Wat achter --- staat zou door veel lezers van YAML worden weggelaten.

DT006
Een sleutel is geen tekst.

Elke sleutel is de naam van een veld; een getal of een lege sleutel is een verschrijving.

DT007
Waarden zijn meer dan 64 lagen diep genest.

Een catalogus heeft er vijf nodig; meer is een haakje te veel, of een poging om de lezer te laten
hangen.

DT008
Een bestand is geen UTF-8, dus de letters zijn niet te vertrouwen.

Een oude tekstverwerker bewaarde het in een andere codering; een naam of citaat kan mee veranderd
zijn.

DT009
In een tekst staat een teken dat niet te zien is.

Het kwam mee met tekst uit een pagina of pdf, en maakt twee woorden verschillend die er hetzelfde
uitzien.

DT010
Een bestand begint niet met een van de sleutels van een catalogus.

DT011
Een bestand is niet te lezen.

Niemand mag het lezen, het is een map met de naam van een bestand, of de schijf faalt.

DT012
Een bestand of een tekst erin is groter dan een catalogus nodig heeft.

Een bestand wordt gelezen tot 256 MB (DOSA_TRACE_MAX_MB verhoogt dat), een tekst erin tot
1.000.000 tekens, een bewaarde tekst tot 16 MB: wat groter is houdt alleen de lezer op.

DT013
Een bestand of map is een koppeling die buiten de catalogus uitkomt.

Wat elders staat hoort niet bij de catalogus, en een koppeling van een vreemde zou het kunnen
tonen.

DT101
Een record heeft een veld dat niet bestaat.

Verkeerd getypt zou de waarde nergens voor tellen, zonder dat iemand het merkt.

DT102
Een record mist een veld dat er moet staan.

DT103
In een veld staat een verkeerde soort waarde, of geen.

DT104
Een id bestaat niet uit kleine letters en cijfers met - of . ertussen.

Id's worden getypt in opdrachten, staan in verbanden en in notities: één spelling, geen
verrassingen.

DT105
Een datum is geen dag, maand of jaar.

DT106
Een woord is geen van de woorden die in een veld mogen staan.

DT107
Twee records hebben één id.

Een verband met dat id kan elk van beide bedoelen.

DT108
Een catalogus zegt in twee bestanden wat hij is.

DT109
Een bestand heeft op het hoogste niveau een sleutel die niet bestaat.

Alles eronder zou buiten elk cijfer blijven.

DT110
Een instelling of ontheffing noemt een regel die niet bestaat, of niet in te stellen is.

Een verkeerd getypte naam zou de controle laten zoals ze was, zonder dat iemand het merkt; en
zonder de controles van verbanden en verwijzingen is geen cijfer te vertrouwen, dus die kunnen
niet uit.

DT111
Een bevinding is zonder reden ontheven.

Een lezer moet kunnen beoordelen of de ontheffing klopt, en een opvolger of ze nog klopt. Zonder
reden ontheft ze niets.

DT112
Een ontheffing is over haar datum.

Ze ontheft niets meer: herstel wat ze opzij zette, of beoordeel opnieuw hoe lang dat mag wachten.

DT113
Een ontheffing zet niets opzij: het record heeft zo'n bevinding niet.

Blijft ze na het herstel staan, dan verbergt ze dezelfde fout als die opnieuw wordt gemaakt.

DT114
Een catalogus heeft helemaal geen records.

Een map of sleutel met een verkeerde naam ziet er ook zo uit, en een controle die in niets niets
vond zou voor een controle van alles doorgaan.

DT201
Een record noemt een id dat niet in de catalogus staat.

Een verkeerd getypt id breekt de keten waarin het staat: een aanbeveling zou door een typefout als
open gelden.

DT202
Een record noemt een ander van een soort die daar niet kan staan.

Een verband gaat van een aanbeveling naar een doelstelling of instrument, of van een doelstelling
naar een andere doelstelling of een instrument; source noemt een bron, part_of een instrument.
Iets anders heeft in een keten geen plaats.

DT203
Twee verbanden zeggen hetzelfde van dezelfde twee records.

Het tweede voegt niets toe dat telt, en wordt er één hersteld, dan blijft het andere staan. Twee
verbanden tussen dezelfde records mogen verschillen in relatie of basis: een bron kan minder
stellen dan een analist concludeert.

DT204
Ondersteunende verbanden lopen in een kring.

Een kring verandert geen cijfer: steun komt alleen van een instrument dat draagt. Maar een record
dat langs welke omweg ook zichzelf beantwoordt is een fout in het oordeel.

DT205
Een instrument is een deel van zichzelf, direct of langs een omweg.

DT206
Een verband zegt hoeveel het beantwoordt als het ondersteunt, en alleen dan.

Dekking is de zwakste mate van een keten; een ondersteunend verband zonder mate is niet te tellen,
en een verband dat tegenspreekt of is verworpen beantwoordt niets.

DT207
Verbanden die alleen samen tellen moeten het eens zijn, en kunnen tellen.

Alle verbanden van een groep noemen één en dezelfde mate, en die is van de groep. Alleen
ondersteunende verbanden kunnen samen gaan, en een verband dat een machine voorstelt niet: als lid
dat nooit telt zou het de andere uitzetten. Geen lid leidt terug naar waar de groep begint, want
dan zou de groep op zichzelf leunen.

DT208
Een verband leidt naar een instrument dat was geëindigd voordat de aanbeveling verscheen.

Wat gestopt was voordat iets werd gevraagd kan er het antwoord niet op zijn; misschien is de
opvolger bedoeld.

DT209
Verbanden op één paar records spreken elkaar tegen.

Het ene zegt dat het doel de aanbeveling beantwoordt, het andere dat het haar tegenwerkt of er
niets mee te maken heeft. Beide kunnen ooit hebben geklopt: dan gaat het oudste weg, en zegt het
nieuwste waarom.

DT210
Een aanbeveling is afgewezen, en toch zegt een verband dat iets haar beantwoordt.

Beide kunnen waar zijn, als de overheid onder een andere naam doet wat zij afwees; een lezer zal
ernaar vragen. Zei zij dat bestaand beleid volstaat, dan is een verband met dat beleid wat men
verwacht: geen bevinding.

DT211
Een deel gaat door terwijl het geheel waarvan het deel is, is geëindigd.

Misschien ging het deel zelf verder, of is het einde van het geheel niet overgenomen bij de delen.
Zolang beide zo staan draagt het deel wel, en het geheel niet.

DT212
Een verband eindigt op een geheel dat volgens zijn eigen status loopt, terwijl elk deel ervan is
geëindigd.

Het geheel draagt nog wat ernaartoe leidt, dus een cijfer kan rusten op iets dat er niet meer is.

DT213
Niets in de catalogus leidt naar een record, en het leidt nergens heen: geen vraag zal het ooit
tonen.

Een bron die niets aanhaalt, een thema dat niets gebruikt, een doelstelling zonder verband, een
instrument dat geen verband, deel, opvolger of overweging noemt: elders een verkeerd getypt id, of
een los eind.

DT214
Een aanbeveling zegt dat een instrument is bekeken en ontoereikend bevonden, en er leiden
verbanden naartoe.

Een van de twee is verouderd: wat de aanbeveling niet beantwoordt heeft geen verband, en wat er
een heeft was niet ontoereikend.

DT215
Een aanbeveling staat in een bron zonder datum.

Niemand weet vanaf wanneer ze is gedaan, dus ze zou op geen enkele datum in een cijfer staan. Een
jaar is genoeg.

DT216
Een aanbeveling is met zichzelf vergeleken, of is het met een andere zowel eens als oneens.

DT217
Een organisatie is een deel van zichzelf, of nam haar eigen plaats in, direct of langs een omweg.

DT218
Waar de catalogus over gaat past op geen enkele aanbeveling.

Elke samenvatting begint ermee, en zou met niets beginnen.

DT301
Een verband dat een analist concludeerde noemt geen reden.

Zonder redenering is een conclusie niet te wegen; een lezer zou haar moeten geloven.

DT302
Een verband zegt dat een bron het stelt, en noemt er geen.

stated is de sterkere bewering: ze telt bij --basis stated. Ze moet na te slaan zijn.

DT303
Een citaat staat niet in de bewaarde tekst van zijn bron.

Een citaat wordt woord voor woord gezocht. Alleen wat zetten met een tekst doet telt niet: een
regeleinde waar het citaat een spatie heeft, een streepje aan het eind van een regel, en de vorm
van aanhalingstekens.

DT304
Een citaat heeft meer dan vijftien woorden.

Een citaat is er om in de bron te herkennen, niet om die over te nemen: korte citaten zijn in één
oogopslag na te gaan en hebben niemands toestemming nodig.

DT305
Een instrument is vervangen, en niets zegt waardoor.

Wat vervangen is draagt niets; zonder opvolger kan een lezer niet zien of de inspanning ophield of
onder een andere naam doorging.

DT306
Een bron noemt een bewaarde tekst die er niet is of niet te lezen is.

Citaten worden met de bewaarde tekst vergeleken; zonder die tekst gaan ze ongezien door.

DT307
Een tekst staat er in enkele talen van de catalogus, en niet in alle.

Wie om de andere taal vraagt leest een regel in de verkeerde. Een tekst die in elke taal dezelfde
is, zoals een naam, wordt één keer geschreven zonder talen.

DT308
Een adres dient niet wie het volgt: het volgt mee, logt in, of is niet openbaar.

Volgcodes, een passage die een browser koos, een naam en wachtwoord, een host zonder punt en
leestekens achter het adres komen mee bij kopiëren uit een browser of een mail.

DT309
Het nummer van een document heeft niet de officiële vorm, dus niemand kan het ermee vinden.

De vormen zijn die van de uitgevers: Kamerstuk 26 643, nr. 1383, van een hoofdstuk van de
begroting Kamerstuk 36 850 XIII, nr. 4, van een deel van een dossier Kamerstuk 21 501-02, nr.
2956; COM(2025) 165, CELEX 52025DC0165 (EUR-Lex), eli/reg/2024/1689/oj (conclusies van de Raad
over ELI, 2012/C 325/02). Meer nummers staan achter elkaar met een puntkomma; een getal tussen
haakjes achter een Kamerstuk is het documentnummer. Andere nummers blijven met rust.

DT310
Twee records van één soort hebben bijna dezelfde titel.

Ze kunnen twee keer hetzelfde zijn, en dan telt elk cijfer het dubbel. Titels zijn nabij als ze
dezelfde woorden hebben in welke volgorde ook, of als één woord van minstens vier letters iets
verschilt. Aanbevelingen uit verschillende bronnen worden niet vergeleken; twee adviseurs mogen
best hetzelfde vragen.

DT311
Een getoetst verband is niet meer wat de toetser heeft gezien.

Een van de einden of het verband zelf is sindsdien gewijzigd. Het telt nog, en de dekking zegt
hoeveel zulke verbanden er zijn; --no-suspect laat ze weg. Kijk opnieuw, en geef de toetsing haar
nieuwe datum en kenmerk.

DT312
Een toetsing van een verband zegt niet wat is bekeken.

Zonder kenmerk merkt niemand dat een van de teksten waarop het oordeel rust later is gewijzigd.

DT401
Reacties of statussen staan niet in de volgorde van hun datums.

De laatste gebeurtenis in het bestand die op een dag bekend is geldt op die dag, dus de volgorde
van het bestand moet die van de gebeurtenissen zijn. Een maand of jaar mag vóór een dag daarin
staan: dat is geen tegenspraak.

DT402
Een aanbeveling staat al zoveel maanden zonder reactie, verband, of iemand die zocht.

Stilte van de overheid is het melden waard, en stilte van de catalogus is iets anders. Zoek een
reactie of een instrument; is er geen, dan zegt considered dat met wat is bekeken.

DT403
Een instrument heeft geen status, dus het draagt op geen enkele datum iets.

Wat ernaartoe leidt blijft open, en niemand kan zien vanaf wanneer het bestaat.

DT404
Wat van een nationaal instrument bekend is dateert van vóór het huidige kabinet.

Een nieuw kabinet kan het hebben beëindigd of veranderd zonder een regel in de catalogus. De
catalogus zegt in governments welk kabinet wanneer begon; zegt hij niets, dan wordt niets
gevonden.

DT405
Iets zou zijn gebeurd op een dag die nog moet komen.

Het telt nergens voor tot die dag, zonder dat iemand het merkt; meestal is een cijfer van het jaar
fout. Wat gepland is staat in targets, met de dag waarop de planning is gegeven.

DT406
Niets beantwoordt een aanbeveling, en van niemand staat vast dat hij in zoveel maanden zocht.

Dat niemand iets doet en dat niemand zocht zijn twee dingen. Een zoektocht met woorden en plaatsen
houdt ze uit elkaar, en een oude zegt weinig over nu.

DT501
De catalogus zegt niet meer wat de momentopname van zijn cijfers zegt.

Een wijziging verschoof een stand, misschien zonder dat dat de bedoeling was. Klopt het, schrijf
de momentopname dan opnieuw en laat een toetser beide zien; zo niet, herstel de wijziging. check
--snapshot BESTAND kijkt ernaar.

"""


def _pages(text: str) -> Mapping[str, tuple[str, ...]]:
    _, *pieces = re.split(r"^(DT\d{3})\n", text, flags=re.MULTILINE)
    return {
        code: tuple(" ".join(part.split()) for part in page.strip().split("\n\n"))
        for code, page in zip(pieces[::2], pieces[1::2], strict=True)
    }


#: What the rule of each code is about, and why, a paragraph each.
DUTCH: Mapping[str, tuple[str, ...]] = _pages(_PAGES)
