<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nl" sourcelanguage="en">
<context>
    <name>studio</name>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source> days</source>
        <translation> dagen</translation>
    </message>
    <message>
        <source> h</source>
        <translation> uur</translation>
    </message>
    <message>
        <source> messages a second</source>
        <translation> berichten per seconde</translation>
    </message>
    <message>
        <source> messages per second</source>
        <translation> berichten per seconde</translation>
    </message>
    <message>
        <source> of {total}</source>
        <translation> van {total}</translation>
    </message>
    <message>
        <source>%</source>
        <translation>%</translation>
    </message>
    <message>
        <source>&amp;About WhatsApp Studio</source>
        <translation>&amp;Over WhatsApp Studio</translation>
    </message>
    <message>
        <source>&amp;Actual size</source>
        <translation>&amp;Ware grootte</translation>
    </message>
    <message>
        <source>&amp;Add a contact…</source>
        <translation>&amp;Contact toevoegen…</translation>
    </message>
    <message>
        <source>&amp;Back up workspace…</source>
        <translation>Werkruimte &amp;back-uppen…</translation>
    </message>
    <message>
        <source>&amp;Campaign</source>
        <translation>&amp;Campagne</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>A&amp;nnuleren</translation>
    </message>
    <message>
        <source>&amp;Clear this list</source>
        <translation>Deze lijst &amp;wissen</translation>
    </message>
    <message>
        <source>&amp;Close journey</source>
        <translation>Journey &amp;sluiten</translation>
    </message>
    <message>
        <source>&amp;Close to new contacts…</source>
        <translation>&amp;Sluiten voor nieuwe contacten…</translation>
    </message>
    <message>
        <source>&amp;Comes from</source>
        <translation>&amp;Komt van</translation>
    </message>
    <message>
        <source>&amp;Connect with keys</source>
        <translation>Verbin&amp;den met toetsen</translation>
    </message>
    <message>
        <source>&amp;Connection…</source>
        <translation>&amp;Verbinding…</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopiëren</translation>
    </message>
    <message>
        <source>&amp;Copy details</source>
        <translation>Details &amp;kopiëren</translation>
    </message>
    <message>
        <source>&amp;Country</source>
        <translation>&amp;Land</translation>
    </message>
    <message>
        <source>&amp;Country of numbers without +</source>
        <translation>&amp;Land van nummers zonder +</translation>
    </message>
    <message>
        <source>&amp;Details</source>
        <translation>&amp;Details</translation>
    </message>
    <message>
        <source>&amp;Drawing (SVG)…</source>
        <translation>&amp;Tekening (SVG)…</translation>
    </message>
    <message>
        <source>&amp;Duplicate</source>
        <translation>&amp;Dupliceren</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>B&amp;ewerken</translation>
    </message>
    <message>
        <source>&amp;Edit the draft</source>
        <translation>&amp;Concept bewerken</translation>
    </message>
    <message>
        <source>&amp;Event</source>
        <translation>&amp;Gebeurtenis</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>&amp;Exporteren</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Bestand</translation>
    </message>
    <message>
        <source>&amp;Find a step…</source>
        <translation>Stap &amp;zoeken…</translation>
    </message>
    <message>
        <source>&amp;Find on this page</source>
        <translation>Op d&amp;eze pagina zoeken</translation>
    </message>
    <message>
        <source>&amp;First name</source>
        <translation>&amp;Voornaam</translation>
    </message>
    <message>
        <source>&amp;First row names the columns</source>
        <translation>&amp;Eerste rij bevat kolomnamen</translation>
    </message>
    <message>
        <source>&amp;Fit the journey</source>
        <translation>&amp;Journey passend maken</translation>
    </message>
    <message>
        <source>&amp;Frame</source>
        <translation>Kader &amp;maken</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Help</translation>
    </message>
    <message>
        <source>&amp;History</source>
        <translation>Ges&amp;chiedenis</translation>
    </message>
    <message>
        <source>&amp;Import contacts…</source>
        <translation>Contacten &amp;importeren…</translation>
    </message>
    <message>
        <source>&amp;Inspector</source>
        <translation>Ei&amp;genschappen</translation>
    </message>
    <message>
        <source>&amp;Journey</source>
        <translation>&amp;Journey</translation>
    </message>
    <message>
        <source>&amp;Journey file…</source>
        <translation>&amp;Journeybestand…</translation>
    </message>
    <message>
        <source>&amp;Keep this version…</source>
        <translation>De&amp;ze versie bewaren…</translation>
    </message>
    <message>
        <source>&amp;Keep…</source>
        <translation>&amp;Bewaren…</translation>
    </message>
    <message>
        <source>&amp;Last name</source>
        <translation>&amp;Achternaam</translation>
    </message>
    <message>
        <source>&amp;Listen on this computer (from the next start)</source>
        <translation>&amp;Luisteren op deze computer (vanaf de volgende start)</translation>
    </message>
    <message>
        <source>&amp;Minimap</source>
        <translation>Over&amp;zichtskaart</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Naam</translation>
    </message>
    <message>
        <source>&amp;New campaign</source>
        <translation>&amp;Nieuwe campagne</translation>
    </message>
    <message>
        <source>&amp;Next step</source>
        <translation>Vo&amp;lgende stap</translation>
    </message>
    <message>
        <source>&amp;Numbers that are here already</source>
        <translation>&amp;Nummers die er al zijn</translation>
    </message>
    <message>
        <source>&amp;Open a file…</source>
        <translation>Een bestand o&amp;penen…</translation>
    </message>
    <message>
        <source>&amp;Open in the inspector</source>
        <translation>&amp;Openen in eigenschappen</translation>
    </message>
    <message>
        <source>&amp;Open to new contacts</source>
        <translation>&amp;Openen voor nieuwe contacten</translation>
    </message>
    <message>
        <source>&amp;Palette</source>
        <translation>&amp;Palet</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>&amp;Plakken</translation>
    </message>
    <message>
        <source>&amp;Pause all sending</source>
        <translation>Alle verzending &amp;pauzeren</translation>
    </message>
    <message>
        <source>&amp;Pause…</source>
        <translation>&amp;Pauzeren…</translation>
    </message>
    <message>
        <source>&amp;Phone</source>
        <translation>Tele&amp;foon</translation>
    </message>
    <message>
        <source>&amp;Picture (PNG)…</source>
        <translation>&amp;Afbeelding (PNG)…</translation>
    </message>
    <message>
        <source>&amp;Play</source>
        <translation>Af&amp;spelen</translation>
    </message>
    <message>
        <source>&amp;Port (from the next start)</source>
        <translation>&amp;Poort (vanaf de volgende start)</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>Afd&amp;rukken…</translation>
    </message>
    <message>
        <source>&amp;Publish…</source>
        <translation>Pu&amp;bliceren…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Afsluiten</translation>
    </message>
    <message>
        <source>&amp;Rate</source>
        <translation>T&amp;empo</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>Opnie&amp;uw</translation>
    </message>
    <message>
        <source>&amp;Refresh</source>
        <translation>&amp;Vernieuwen</translation>
    </message>
    <message>
        <source>&amp;Reports</source>
        <translation>&amp;Rapporten</translation>
    </message>
    <message>
        <source>&amp;Resume</source>
        <translation>&amp;Hervatten</translation>
    </message>
    <message>
        <source>&amp;Resume all sending</source>
        <translation>Alle verzending &amp;hervatten</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>&amp;Uitvoeren</translation>
    </message>
    <message>
        <source>&amp;Save now</source>
        <translation>Nu &amp;opslaan</translation>
    </message>
    <message>
        <source>&amp;Save report…</source>
        <translation>Rapport &amp;opslaan…</translation>
    </message>
    <message>
        <source>&amp;Send…</source>
        <translation>&amp;Verzenden…</translation>
    </message>
    <message>
        <source>&amp;Settings</source>
        <translation>&amp;Instellingen</translation>
    </message>
    <message>
        <source>&amp;Steps</source>
        <translation>&amp;Stappen</translation>
    </message>
    <message>
        <source>&amp;Steps as a list</source>
        <translation>Stappen als &amp;lijst</translation>
    </message>
    <message>
        <source>&amp;Stop for everybody…</source>
        <translation>S&amp;toppen voor iedereen…</translation>
    </message>
    <message>
        <source>&amp;Sync with Meta</source>
        <translation>&amp;Synchroniseren met Meta</translation>
    </message>
    <message>
        <source>&amp;Test contact: may get test messages</source>
        <translation>T&amp;estcontact: mag testberichten krijgen</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>Them&amp;a</translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation>E&amp;xtra</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Ongedaan maken</translation>
    </message>
    <message>
        <source>&amp;Versions…</source>
        <translation>&amp;Versies…</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>Bee&amp;ld</translation>
    </message>
    <message>
        <source>&amp;Watch it run</source>
        <translation>&amp;Kijken hoe het loopt</translation>
    </message>
    <message>
        <source>&amp;Where they agreed</source>
        <translation>&amp;Waar toestemming is gegeven</translation>
    </message>
    <message>
        <source>(deleted)</source>
        <translation>(verwijderd)</translation>
    </message>
    <message>
        <source>(guess)</source>
        <translation>(vermoedelijk)</translation>
    </message>
    <message numerus="yes">
        <source>({n} more)</source>
        <extracomment>One: ({n} more)</extracomment>
        <translation>
            <numerusform>(nog {n})</numerusform>
            <numerusform>(nog {n})</numerusform>
        </translation>
    </message>
    <message>
        <source>,</source>
        <comment>digit group separator</comment>
        <translation>.</translation>
    </message>
    <message>
        <source>1,000 messages per second</source>
        <translation>1.000 berichten per seconde</translation>
    </message>
    <message>
        <source>1,000 people a day</source>
        <translation>1.000 mensen per dag</translation>
    </message>
    <message>
        <source>1,000 people in 24 hours</source>
        <translation>1.000 mensen in 24 uur</translation>
    </message>
    <message>
        <source>10,000 people a day</source>
        <translation>10.000 mensen per dag</translation>
    </message>
    <message>
        <source>10,000 people in 24 hours</source>
        <translation>10.000 mensen in 24 uur</translation>
    </message>
    <message>
        <source>100,000 people a day</source>
        <translation>100.000 mensen per dag</translation>
    </message>
    <message>
        <source>100,000 people in 24 hours</source>
        <translation>100.000 mensen in 24 uur</translation>
    </message>
    <message>
        <source>2,000 people a day</source>
        <translation>2.000 mensen per dag</translation>
    </message>
    <message>
        <source>2,000 people in 24 hours</source>
        <translation>2.000 mensen in 24 uur</translation>
    </message>
    <message>
        <source>250 people a day</source>
        <translation>250 mensen per dag</translation>
    </message>
    <message>
        <source>250 people in 24 hours</source>
        <translation>250 mensen in 24 uur</translation>
    </message>
    <message>
        <source>50 people a day</source>
        <translation>50 mensen per dag</translation>
    </message>
    <message>
        <source>50 people in 24 hours</source>
        <translation>50 mensen in 24 uur</translation>
    </message>
    <message>
        <source>52.37, 4.89; Shop; Main Street 1</source>
        <translation>52.37, 4.89; Winkel; Hoofdstraat 1</translation>
    </message>
    <message>
        <source>80 messages per second</source>
        <translation>80 berichten per seconde</translation>
    </message>
    <message>
        <source>A CSV or Excel file will do.</source>
        <translation>Een CSV- of Excel-bestand is genoeg.</translation>
    </message>
    <message>
        <source>A POST to it; the last part is the name of the event. It is heard on this computer only.</source>
        <translation>Stuur er een POST naartoe; het laatste deel is de naam van de gebeurtenis. Het adres werkt alleen op deze computer.</translation>
    </message>
    <message>
        <source>A WhatsApp Business account at Meta, or the sandbox to try everything.</source>
        <translation>Een WhatsApp Business-account bij Meta, of de sandbox om alles te proberen.</translation>
    </message>
    <message>
        <source>A backup is one file with all of it, without the token. To put it back, close the Studio and run “whatsapp-studio restore FILE”.</source>
        <translation>Een back-up is één bestand met alles erin, zonder het token. Om hem terug te zetten, sluit je de Studio en voer je “whatsapp-studio restore FILE” uit.</translation>
    </message>
    <message>
        <source>A button that opens a list of at most ten.</source>
        <translation>Een knop die een lijst van hooguit tien opent.</translation>
    </message>
    <message>
        <source>A campaign sends one approved template to many people at once, each with their own values.</source>
        <translation>Een campagne verzendt één goedgekeurd sjabloon naar veel mensen tegelijk, elk met eigen waarden.</translation>
    </message>
    <message>
        <source>A capability or permission is missing on the app.</source>
        <translation>De app mist een mogelijkheid of machtiging.</translation>
    </message>
    <message>
        <source>A code has a space</source>
        <translation>Een code bevat een spatie</translation>
    </message>
    <message>
        <source>A command, journey, campaign, template or contact</source>
        <translation>Een opdracht, journey, campagne, sjabloon of contact</translation>
    </message>
    <message>
        <source>A contact enters on joining or leaving a list, or when a rule becomes true or false.</source>
        <translation>Een contact komt binnen als het op een lijst komt of eraf gaat, of als een regel gaat kloppen of niet meer klopt.</translation>
    </message>
    <message>
        <source>A contact is known by its number.</source>
        <translation>Een contact is te herkennen aan zijn nummer.</translation>
    </message>
    <message>
        <source>A copy would need changes that this version cannot make safely.</source>
        <translation>Voor een kopie zijn wijzigingen nodig die deze versie niet veilig kan doen.</translation>
    </message>
    <message>
        <source>A date and time cannot be read</source>
        <translation>Een datum en tijd is niet leesbaar</translation>
    </message>
    <message>
        <source>A file dropped in the folder</source>
        <translation>Een bestand dat je in de map zet</translation>
    </message>
    <message>
        <source>A file or another program put it there.</source>
        <translation>Een bestand of een ander programma heeft het erin gezet.</translation>
    </message>
    <message>
        <source>A group of the rule is empty.</source>
        <translation>Een groep van de regel is leeg.</translation>
    </message>
    <message>
        <source>A journey begins with who enters.</source>
        <translation>Een journey begint met wie er binnenkomt.</translation>
    </message>
    <message>
        <source>A journey calls you in</source>
        <translation>Een journey roept je erbij</translation>
    </message>
    <message>
        <source>A journey file is text in UTF-8.</source>
        <translation>Een journeybestand is tekst in UTF-8.</translation>
    </message>
    <message>
        <source>A journey has room for {most} steps.</source>
        <translation>Een journey heeft plaats voor {most} stappen.</translation>
    </message>
    <message>
        <source>A journey needs a name.</source>
        <translation>Een journey heeft een naam nodig.</translation>
    </message>
    <message>
        <source>A journey of WhatsApp Studio ends in .wsjourney and says so inside.</source>
        <translation>Een journey van WhatsApp Studio eindigt op .wsjourney en zegt dat ook in het bestand.</translation>
    </message>
    <message>
        <source>A journey that is gone</source>
        <translation>Een journey die er niet meer is</translation>
    </message>
    <message>
        <source>A launched campaign is kept as it was sent.</source>
        <translation>Een gestarte campagne wordt bewaard zoals die is verzonden.</translation>
    </message>
    <message>
        <source>A link ending has a space</source>
        <translation>Het eind van een link bevat een spatie</translation>
    </message>
    <message>
        <source>A list</source>
        <translation>Een lijst</translation>
    </message>
    <message>
        <source>A list is found by its name.</source>
        <translation>Een lijst is te vinden aan de naam.</translation>
    </message>
    <message>
        <source>A location cannot be read</source>
        <translation>Een locatie is niet leesbaar</translation>
    </message>
    <message>
        <source>A message comes in</source>
        <translation>Er komt een bericht binnen</translation>
    </message>
    <message>
        <source>A message is delivered before it is read, clicked or answered, and the first to happen wins.</source>
        <translation>Een bericht wordt eerst afgeleverd en pas daarna gelezen, aangeklikt of beantwoord, en wat het eerst gebeurt, wint.</translation>
    </message>
    <message>
        <source>A moment back</source>
        <translation>Een moment terug</translation>
    </message>
    <message>
        <source>A moment on</source>
        <translation>Een moment verder</translation>
    </message>
    <message>
        <source>A name holds letters, digits and “_”.</source>
        <translation>Een naam bestaat uit letters, cijfers en “_”.</translation>
    </message>
    <message>
        <source>A name starts with a letter and holds lower-case letters, digits and “_”.</source>
        <translation>Een naam begint met een letter en bestaat uit kleine letters, cijfers en “_”.</translation>
    </message>
    <message>
        <source>A new name makes a new list.</source>
        <translation>Een nieuwe naam maakt een nieuwe lijst.</translation>
    </message>
    <message>
        <source>A new version has another audience, so what the old one was reading was left off.</source>
        <translation>Een nieuwe versie heeft een andere doelgroep, dus het inlezen van de oude is afgebroken.</translation>
    </message>
    <message>
        <source>A new workspace can be made, and an old one becomes as a new one.</source>
        <translation>Een nieuwe werkruimte kan worden gemaakt, en een oude wordt als een nieuwe.</translation>
    </message>
    <message>
        <source>A newer version made it.</source>
        <translation>De stap is met een nieuwere versie gemaakt.</translation>
    </message>
    <message>
        <source>A newer version of WhatsApp Studio made the backup {path}.</source>
        <translation>De back-up {path} is gemaakt met een nieuwere versie van WhatsApp Studio.</translation>
    </message>
    <message>
        <source>A newer version of WhatsApp Studio made the journey “{name}”.</source>
        <translation>De journey “{name}” is met een nieuwere versie van WhatsApp Studio gemaakt.</translation>
    </message>
    <message>
        <source>A newer version of WhatsApp Studio made the workspace {path}.</source>
        <translation>De werkruimte {path} is gemaakt met een nieuwere versie van WhatsApp Studio.</translation>
    </message>
    <message>
        <source>A newer version of the program made this journey. It can only be looked at.</source>
        <translation>Deze journey is gemaakt met een nieuwere versie van het programma. Je kunt alleen kijken.</translation>
    </message>
    <message>
        <source>A newer version of the program made this journey. You can look at it and copy from it.</source>
        <translation>Deze journey is gemaakt met een nieuwere versie van het programma. Je kunt alleen kijken en eruit kopiëren.</translation>
    </message>
    <message>
        <source>A newer version of the program made this step. It is kept as it is.</source>
        <translation>Deze stap is gemaakt met een nieuwere versie van het programma. De stap blijft zoals die is.</translation>
    </message>
    <message>
        <source>A newer version of the program made this step; nobody here knows what it does.</source>
        <translation>Deze stap is gemaakt met een nieuwere versie van het programma; hier weet niemand wat die doet.</translation>
    </message>
    <message>
        <source>A number belongs to one contact.</source>
        <translation>Een nummer hoort bij één contact.</translation>
    </message>
    <message>
        <source>A number cannot write to itself.</source>
        <translation>Een nummer kan niet naar zichzelf schrijven.</translation>
    </message>
    <message>
        <source>A part of the program failed and took it down.</source>
        <translation>Een onderdeel van het programma ging fout en nam het hele programma mee.</translation>
    </message>
    <message>
        <source>A part of “{field}” cannot be told from another.</source>
        <translation>Een onderdeel van “{field}” is niet van een ander te onderscheiden.</translation>
    </message>
    <message>
        <source>A part of “{field}” has no {part}.</source>
        <translation>Bij een onderdeel van “{field}” ontbreekt: {part}.</translation>
    </message>
    <message>
        <source>A payment method is missing or was declined, or the credit line is used up.</source>
        <translation>Een betaalmethode ontbreekt of is geweigerd, of het krediet is op.</translation>
    </message>
    <message>
        <source>A period of “{field}” ends before it begins.</source>
        <translation>Een periode van “{field}” eindigt voordat die begint.</translation>
    </message>
    <message>
        <source>A permission is missing, or the WhatsApp account is not assigned to the system user.</source>
        <translation>Er ontbreekt een machtiging, of het WhatsApp-account is niet toegewezen aan de systeemgebruiker.</translation>
    </message>
    <message>
        <source>A permission of the access token was taken away.</source>
        <translation>Een machtiging van het toegangstoken is ingetrokken.</translation>
    </message>
    <message>
        <source>A permission was never given or was taken away, or the business may not use this feature.</source>
        <translation>Een machtiging is nooit gegeven of is ingetrokken, of het bedrijf mag deze functie niet gebruiken.</translation>
    </message>
    <message>
        <source>A picture, video or document is not a web address</source>
        <translation>Een afbeelding, video of document is geen webadres</translation>
    </message>
    <message>
        <source>A place stands at the very start or end of the text.</source>
        <translation>Een invulplek staat helemaal aan het begin of eind van de tekst.</translation>
    </message>
    <message>
        <source>A policy was breached, or the two-step PIN did not match.</source>
        <translation>Er is een beleidsregel overtreden, of de pincode voor verificatie in twee stappen klopte niet.</translation>
    </message>
    <message>
        <source>A proxy, a login page or a wrong address may stand between this computer and Meta.</source>
        <translation>Er kan een proxy, een inlogpagina of een verkeerd adres tussen deze computer en Meta zitten.</translation>
    </message>
    <message>
        <source>A quotation mark before line {line} is never closed.</source>
        <translation>Een aanhalingsteken vóór regel {line} wordt nergens gesloten.</translation>
    </message>
    <message>
        <source>A quotation mark in this row is not closed, so that {lines} or more other rows became part of it.</source>
        <translation>Een aanhalingsteken in deze rij is niet gesloten, waardoor minstens {lines} andere rijen erbij zijn getrokken.</translation>
    </message>
    <message>
        <source>A quote is not closed.</source>
        <translation>Een aanhalingsteken is niet gesloten.</translation>
    </message>
    <message>
        <source>A request goes to {url}.</source>
        <translation>Er gaat een verzoek naar {url}.</translation>
    </message>
    <message>
        <source>A request to this computer</source>
        <translation>Een verzoek aan deze computer</translation>
    </message>
    <message>
        <source>A rule</source>
        <translation>Een regel</translation>
    </message>
    <message>
        <source>A rule cannot say this.</source>
        <translation>Dit kan een regel niet zeggen.</translation>
    </message>
    <message>
        <source>A rule of “{what}” asks for “{field}”, which is not known here.</source>
        <translation>Een regel van “{what}” vraagt naar “{field}”, maar dat is hier niet bekend.</translation>
    </message>
    <message>
        <source>A sample of them</source>
        <translation>Een steekproef daaruit</translation>
    </message>
    <message>
        <source>A secret was kept, read and removed.</source>
        <translation>Een geheim is bewaard, gelezen en verwijderd.</translation>
    </message>
    <message>
        <source>A setting of the account sends them another way.</source>
        <translation>Een instelling van het account verzendt ze op een andere manier.</translation>
    </message>
    <message>
        <source>A shop, a form or a script on this computer can tell of events, such as an order. Journeys that wait for one let its contact in.</source>
        <translation>Een winkel, formulier of script op deze computer kan gebeurtenissen doorgeven, zoals een bestelling. Journeys die op zo’n gebeurtenis wachten, laten het contact binnen.</translation>
    </message>
    <message>
        <source>A simulation that is kept needs a name.</source>
        <translation>Een simulatie die je bewaart, heeft een naam nodig.</translation>
    </message>
    <message>
        <source>A simulation with assumed numbers; nothing was sent.</source>
        <translation>Een simulatie met aangenomen cijfers; er is niets verzonden.</translation>
    </message>
    <message>
        <source>A simulation: nothing is sent.</source>
        <translation>Een simulatie: er wordt niets verzonden.</translation>
    </message>
    <message>
        <source>A step that is gone</source>
        <translation>Een stap die er niet meer is</translation>
    </message>
    <message>
        <source>A template is not approved.</source>
        <translation>Een sjabloon is niet goedgekeurd.</translation>
    </message>
    <message>
        <source>A template of this name and language exists already.</source>
        <translation>Er bestaat al een sjabloon met deze naam en taal.</translation>
    </message>
    <message>
        <source>A template of this name and language is being deleted.</source>
        <translation>Een sjabloon met deze naam en taal wordt op dit moment verwijderd.</translation>
    </message>
    <message>
        <source>A template with this name exists already.</source>
        <translation>Er bestaat al een sjabloon met deze naam.</translation>
    </message>
    <message>
        <source>A test began with {contacts} contacts.</source>
        <translation>Een test is begonnen. Aantal contacten: {contacts}.</translation>
    </message>
    <message>
        <source>A test was stopped; {inside} were inside, and {messages} messages were not sent.</source>
        <translation>Een test is gestopt. In de journey: {inside}; niet verzonden berichten: {messages}.</translation>
    </message>
    <message>
        <source>A text of the template is too long.</source>
        <translation>Een tekst van het sjabloon is te lang.</translation>
    </message>
    <message>
        <source>A value cannot be used</source>
        <translation>Een waarde is niet bruikbaar</translation>
    </message>
    <message>
        <source>A value does not fit its place in the template.</source>
        <translation>Een waarde past niet op de invulplek in het sjabloon.</translation>
    </message>
    <message>
        <source>A value has a line break</source>
        <translation>Een waarde bevat een regeleinde</translation>
    </message>
    <message>
        <source>A value has a name, and is a text, a number, true or false.</source>
        <translation>Een waarde heeft een naam en is een tekst, een getal, true of false.</translation>
    </message>
    <message>
        <source>A value has a tab</source>
        <translation>Een waarde bevat een tab</translation>
    </message>
    <message>
        <source>A value has too many spaces in a row</source>
        <translation>Een waarde bevat te veel spaties achter elkaar</translation>
    </message>
    <message>
        <source>A value is missing</source>
        <translation>Een waarde ontbreekt</translation>
    </message>
    <message>
        <source>A value is too long</source>
        <translation>Een waarde is te lang</translation>
    </message>
    <message>
        <source>A value with the separator in it probably lost its quotes, so values may stand in the wrong column.</source>
        <translation>Een waarde met het scheidingsteken erin is waarschijnlijk zijn aanhalingstekens kwijt, dus waarden kunnen in de verkeerde kolom staan.</translation>
    </message>
    <message>
        <source>A version that is kept needs a name.</source>
        <translation>Een versie die bewaard wordt, heeft een naam nodig.</translation>
    </message>
    <message>
        <source>A&amp;dd a note</source>
        <translation>Not&amp;itie toevoegen</translation>
    </message>
    <message>
        <source>Abandoned cart</source>
        <translation>Verlaten winkelwagen</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Over</translation>
    </message>
    <message>
        <source>About &amp;this step</source>
        <translation>Over &amp;deze stap</translation>
    </message>
    <message>
        <source>About one in a hundred people is in it at any time; the message is not charged.</source>
        <translation>Dat geldt steeds voor ongeveer één op de honderd mensen; het bericht wordt niet in rekening gebracht.</translation>
    </message>
    <message>
        <source>About something people arranged with you: an order, a visit, a payment. Marketing consent is not needed; blocked and opted-out numbers are still left out. Needs a utility template.</source>
        <translation>Over iets wat mensen met je hebben afgesproken: een bestelling, een bezoek, een betaling. Toestemming voor marketing is niet nodig; geblokkeerde en afgemelde nummers worden wel overgeslagen. Vraagt om een servicesjabloon.</translation>
    </message>
    <message>
        <source>Accept the warnings first.</source>
        <translation>Accepteer eerst de waarschuwingen.</translation>
    </message>
    <message>
        <source>Accept them in Meta&apos;s Business settings.</source>
        <translation>Accepteer ze in de bedrijfsinstellingen van Meta.</translation>
    </message>
    <message>
        <source>Accepted by Meta</source>
        <translation>Aangenomen door Meta</translation>
    </message>
    <message>
        <source>Accepted by Meta, no receipt yet</source>
        <translation>Aangenomen, nog geen bevestiging</translation>
    </message>
    <message>
        <source>Access &amp;token</source>
        <translation>Toegangs&amp;token</translation>
    </message>
    <message>
        <source>Access token</source>
        <translation>Toegangstoken</translation>
    </message>
    <message>
        <source>Access token (not stored on this machine)</source>
        <translation>Toegangstoken (wordt niet op deze computer opgeslagen)</translation>
    </message>
    <message>
        <source>Access token with the right permissions</source>
        <translation>Toegangstoken met de juiste machtigingen</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Account</translation>
    </message>
    <message>
        <source>Account &amp;id</source>
        <translation>Account-&amp;id</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Actie</translation>
    </message>
    <message>
        <source>Add --yes to send without being asked.</source>
        <translation>Voeg --yes toe om te verzenden zonder vraag vooraf.</translation>
    </message>
    <message>
        <source>Add a &amp;step…</source>
        <translation>&amp;Stap toevoegen…</translation>
    </message>
    <message>
        <source>Add a button</source>
        <translation>Knop toevoegen</translation>
    </message>
    <message>
        <source>Add a change</source>
        <translation>Wijziging toevoegen</translation>
    </message>
    <message>
        <source>Add a choice</source>
        <translation>Keuze toevoegen</translation>
    </message>
    <message>
        <source>Add a comparison</source>
        <translation>Vergelijking toevoegen</translation>
    </message>
    <message>
        <source>Add a condition or a reaction that leads out of it.</source>
        <translation>Voeg een voorwaarde of een reactie toe die eruit leidt.</translation>
    </message>
    <message>
        <source>Add a fallback, or leave those contacts out.</source>
        <translation>Voeg een reservetekst toe of sla die contacten over.</translation>
    </message>
    <message>
        <source>Add a first line such as: event,phone,total</source>
        <translation>Voeg een eerste regel toe zoals: event,phone,total</translation>
    </message>
    <message>
        <source>Add a frame</source>
        <translation>Een kader toevoegen</translation>
    </message>
    <message>
        <source>Add a group</source>
        <translation>Groep toevoegen</translation>
    </message>
    <message>
        <source>Add a header</source>
        <translation>Header toevoegen</translation>
    </message>
    <message>
        <source>Add a note</source>
        <translation>Een notitie toevoegen</translation>
    </message>
    <message>
        <source>Add a path</source>
        <translation>Pad toevoegen</translation>
    </message>
    <message>
        <source>Add a path, or hold out a part of the contacts.</source>
        <translation>Voeg een pad toe of houd een deel van de contacten apart als controlegroep.</translation>
    </message>
    <message>
        <source>Add a rule</source>
        <translation>Regel toevoegen</translation>
    </message>
    <message>
        <source>Add a rule to it, or remove the group.</source>
        <translation>Voeg er een regel aan toe of verwijder de groep.</translation>
    </message>
    <message>
        <source>Add a step by typing</source>
        <translation>Stap toevoegen door te typen</translation>
    </message>
    <message>
        <source>Add a step from Entry first.</source>
        <translation>Voeg eerst een stap uit Ingang toe.</translation>
    </message>
    <message>
        <source>Add a step from Entry, and link it.</source>
        <translation>Voeg een stap uit de groep Ingang toe en verbind die.</translation>
    </message>
    <message>
        <source>Add a step here</source>
        <translation>Voeg hier een stap toe</translation>
    </message>
    <message>
        <source>Add a step…</source>
        <translation>Stap toevoegen…</translation>
    </message>
    <message>
        <source>Add a translation</source>
        <translation>Vertaling toevoegen</translation>
    </message>
    <message>
        <source>Add a value</source>
        <translation>Waarde toevoegen</translation>
    </message>
    <message>
        <source>Add a way out</source>
        <translation>Vertrek toevoegen</translation>
    </message>
    <message>
        <source>Add a word, then Enter</source>
        <translation>Voeg een woord toe en druk op Enter</translation>
    </message>
    <message>
        <source>Add an entry and connect it to the first step.</source>
        <translation>Voeg een ingang toe en verbind die met de eerste stap.</translation>
    </message>
    <message>
        <source>Add an entry, for example “Read audience”.</source>
        <translation>Voeg een ingang toe, bijvoorbeeld “Doelgroep inlezen”.</translation>
    </message>
    <message>
        <source>Add an event</source>
        <translation>Gebeurtenis toevoegen</translation>
    </message>
    <message>
        <source>Add an outcome</source>
        <translation>Uitkomst toevoegen</translation>
    </message>
    <message>
        <source>Add contact</source>
        <translation>Contact toevoegen</translation>
    </message>
    <message>
        <source>Add it to that event, or give a fallback, for example with the default filter.</source>
        <translation>Voeg het toe aan die gebeurtenis of geef een reservetekst op, bijvoorbeeld met het filter default.</translation>
    </message>
    <message>
        <source>Add one by hand</source>
        <translation>Eén toevoegen</translation>
    </message>
    <message>
        <source>Add one.</source>
        <translation>Voeg er een toe.</translation>
    </message>
    <message>
        <source>Add or correct it in Meta&apos;s Billing page.</source>
        <translation>Voeg die toe of herstel die op de pagina Facturering van Meta.</translation>
    </message>
    <message>
        <source>Add or correct the payment method in Meta&apos;s Billing page, then resume.</source>
        <translation>Voeg op de pagina Facturering van Meta een betaalmethode toe of herstel die, en hervat daarna het verzenden.</translation>
    </message>
    <message>
        <source>Add or correct the payment method in Meta&apos;s Billing page.</source>
        <translation>Voeg op de pagina Facturering van Meta een betaalmethode toe of herstel die.</translation>
    </message>
    <message>
        <source>Add the contact first, or check the number.</source>
        <translation>Voeg eerst het contact toe of controleer het nummer.</translation>
    </message>
    <message>
        <source>Add the number in WhatsApp Manager and have its display name approved.</source>
        <translation>Voeg het nummer toe in WhatsApp Manager en laat de weergavenaam goedkeuren.</translation>
    </message>
    <message>
        <source>Add the number in the app dashboard under API setup, or use your own business number.</source>
        <translation>Voeg het nummer toe in het appdashboard onder API Setup, of gebruik je eigen bedrijfsnummer.</translation>
    </message>
    <message>
        <source>Add to list</source>
        <translation>Op lijst zetten</translation>
    </message>
    <message>
        <source>Add to the list</source>
        <translation>Op de lijst zetten</translation>
    </message>
    <message>
        <source>Add to {list}</source>
        <translation>Zet op lijst {list}</translation>
    </message>
    <message>
        <source>Add “{what}”</source>
        <translation>“{what}” toevoegen</translation>
    </message>
    <message>
        <source>Add&amp;ress</source>
        <translation>Ad&amp;res</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Toegevoegd</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adres</translation>
    </message>
    <message>
        <source>Address for events</source>
        <translation>Adres voor gebeurtenissen</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>Toevoegen…</translation>
    </message>
    <message>
        <source>After having left</source>
        <translation>Nadat het contact de journey heeft verlaten</translation>
    </message>
    <message>
        <source>After how long</source>
        <translation>Na hoelang</translation>
    </message>
    <message>
        <source>After that contacts go on by the last path.</source>
        <translation>Daarna gaan contacten verder via het laatste pad.</translation>
    </message>
    <message>
        <source>After {output}</source>
        <translation>Na {output}</translation>
    </message>
    <message>
        <source>Again and again</source>
        <translation>Steeds opnieuw</translation>
    </message>
    <message>
        <source>Agreed</source>
        <translation>Toestemming</translation>
    </message>
    <message>
        <source>Agreed to marketing</source>
        <translation>Toestemming voor marketing</translation>
    </message>
    <message>
        <source>Alex, made up</source>
        <translation>Alex, verzonnen</translation>
    </message>
    <message>
        <source>Ali&amp;gn</source>
        <translation>&amp;Uitlijnen</translation>
    </message>
    <message>
        <source>Align</source>
        <translation>Uitlijnen</translation>
    </message>
    <message>
        <source>Align &amp;bottom</source>
        <translation>&amp;Onder uitlijnen</translation>
    </message>
    <message>
        <source>Align &amp;centres</source>
        <translation>Horizontaal &amp;centreren</translation>
    </message>
    <message>
        <source>Align &amp;left</source>
        <translation>&amp;Links uitlijnen</translation>
    </message>
    <message>
        <source>Align &amp;middles</source>
        <translation>Verticaal c&amp;entreren</translation>
    </message>
    <message>
        <source>Align &amp;right</source>
        <translation>&amp;Rechts uitlijnen</translation>
    </message>
    <message>
        <source>Align &amp;top</source>
        <translation>&amp;Boven uitlijnen</translation>
    </message>
    <message>
        <source>Align bottoms</source>
        <translation>Onder uitlijnen</translation>
    </message>
    <message>
        <source>Align centres</source>
        <translation>Horizontaal centreren</translation>
    </message>
    <message>
        <source>Align left</source>
        <translation>Links uitlijnen</translation>
    </message>
    <message>
        <source>Align middles</source>
        <translation>Verticaal centreren</translation>
    </message>
    <message>
        <source>Align right</source>
        <translation>Rechts uitlijnen</translation>
    </message>
    <message>
        <source>Align tops</source>
        <translation>Boven uitlijnen</translation>
    </message>
    <message numerus="yes">
        <source>Align {n} items</source>
        <extracomment>One: Align {n} item</extracomment>
        <translation>
            <numerusform>{n} onderdeel uitlijnen</numerusform>
            <numerusform>{n} onderdelen uitlijnen</numerusform>
        </translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>All campaigns</source>
        <translation>Alle campagnes</translation>
    </message>
    <message>
        <source>All contacts</source>
        <translation>Alle contacten</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle bestanden (*)</translation>
    </message>
    <message>
        <source>All journeys</source>
        <translation>Alle journeys</translation>
    </message>
    <message>
        <source>All of it</source>
        <translation>Het geheel</translation>
    </message>
    <message>
        <source>All of them work: {names}.</source>
        <translation>Ze werken allemaal: {names}.</translation>
    </message>
    <message>
        <source>All of these</source>
        <translation>Al deze</translation>
    </message>
    <message>
        <source>All paused</source>
        <translation>Alles gepauzeerd</translation>
    </message>
    <message>
        <source>All that contacts do here is assumed. Nothing was sent.</source>
        <translation>Alles wat contacten hier doen, is een aanname. Er is niets verzonden.</translation>
    </message>
    <message numerus="yes">
        <source>All {n} contacts</source>
        <extracomment>One: All {n} contact</extracomment>
        <translation>
            <numerusform>Alle contacten ({n})</numerusform>
            <numerusform>Alle {n} contacten</numerusform>
        </translation>
    </message>
    <message>
        <source>Also enters the journey “{journey}”, and goes on here.</source>
        <translation>Komt ook de journey “{journey}” binnen en gaat hier verder.</translation>
    </message>
    <message>
        <source>Alt while dragging</source>
        <translation>Alt tijdens het slepen</translation>
    </message>
    <message>
        <source>An arrow is written as step:output.</source>
        <translation>Een pijl wordt geschreven als stap:uitgang.</translation>
    </message>
    <message>
        <source>An arrow leads to “{what}” already.</source>
        <translation>Er leidt al een pijl naar “{what}”.</translation>
    </message>
    <message>
        <source>An empty canvas. Choose who enters, then add step after step.</source>
        <translation>Een leeg canvas. Kies wie binnenkomt en voeg stap voor stap toe.</translation>
    </message>
    <message>
        <source>An error in the program stopped it.</source>
        <translation>Het programma is gestopt door een fout in het programma zelf.</translation>
    </message>
    <message>
        <source>An event</source>
        <translation>Een gebeurtenis</translation>
    </message>
    <message>
        <source>An event comes</source>
        <translation>Er komt een gebeurtenis</translation>
    </message>
    <message>
        <source>An example is a journey of your own from the first moment: change what you like.</source>
        <translation>Een voorbeeld is meteen je eigen journey: verander wat je wilt.</translation>
    </message>
    <message>
        <source>An id is made of letters, digits, - and _, 64 at most.</source>
        <translation>Een id bestaat uit letters, cijfers, - en _, maximaal 64.</translation>
    </message>
    <message>
        <source>An id is wrong, or the token has no access to it.</source>
        <translation>Een id is onjuist, of het token heeft er geen toegang toe.</translation>
    </message>
    <message>
        <source>An old workspace does not become as a new one: {names}</source>
        <translation>Een oude werkruimte wordt niet als een nieuwe: {names}</translation>
    </message>
    <message>
        <source>An outcome of “{what}” never comes first.</source>
        <translation>Een uitkomst van “{what}” komt nooit als eerste.</translation>
    </message>
    <message numerus="yes">
        <source>And {n} more steps.</source>
        <extracomment>One: And {n} more step.</extracomment>
        <translation>
            <numerusform>En nog {n} stap.</numerusform>
            <numerusform>En nog {n} stappen.</numerusform>
        </translation>
    </message>
    <message>
        <source>And {n} more.</source>
        <translation>En nog {n}.</translation>
    </message>
    <message>
        <source>Another contact has this phone number.</source>
        <translation>Een ander contact heeft dit telefoonnummer.</translation>
    </message>
    <message>
        <source>Another device of theirs may have shown it.</source>
        <translation>Een ander apparaat van deze persoon heeft het misschien wel getoond.</translation>
    </message>
    <message>
        <source>Another import is running.</source>
        <translation>Er loopt al een andere import.</translation>
    </message>
    <message>
        <source>Another program has this workspace open.</source>
        <translation>Een ander programma heeft deze werkruimte open.</translation>
    </message>
    <message>
        <source>Another program has this workspace open. Journeys move there; here you can only look.</source>
        <translation>Een ander programma heeft deze werkruimte open. Journeys bewegen daar; hier kun je alleen kijken.</translation>
    </message>
    <message>
        <source>Another program has this workspace open. You can look, but change nothing here.</source>
        <translation>Een ander programma heeft deze werkruimte open. Je kunt kijken, maar hier niets wijzigen.</translation>
    </message>
    <message>
        <source>Another program is writing to it.</source>
        <translation>Een ander programma schrijft ernaar.</translation>
    </message>
    <message>
        <source>Answer: {name}</source>
        <translation>Antwoord: {name}</translation>
    </message>
    <message>
        <source>Answers “{text}”</source>
        <translation>Geeft “{text}” terug</translation>
    </message>
    <message>
        <source>Answers…</source>
        <translation>Geeft antwoord…</translation>
    </message>
    <message>
        <source>Any consent</source>
        <translation>Toestemming: alle</translation>
    </message>
    <message>
        <source>Any message</source>
        <translation>Elk bericht</translation>
    </message>
    <message>
        <source>Any of these</source>
        <translation>Een van deze</translation>
    </message>
    <message>
        <source>Anybody can enter here, so this is done as if all contacts did.</source>
        <translation>Iedereen kan hier binnenkomen, dus dit gaat uit van alle contacten.</translation>
    </message>
    <message>
        <source>Anyone who has not opted out</source>
        <translation>Iedereen die zich niet heeft afgemeld</translation>
    </message>
    <message>
        <source>App &amp;secret (optional)</source>
        <translation>App&amp;geheim (optioneel)</translation>
    </message>
    <message>
        <source>Appeal in review</source>
        <translation>Bezwaar in behandeling</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Weergave</translation>
    </message>
    <message>
        <source>Applied to what runs; it is version {n} now.</source>
        <translation>Toegepast op wat loopt; het is nu versie {n}.</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Toepassen</translation>
    </message>
    <message>
        <source>Apply to version {n}, which runs</source>
        <translation>Toepassen op versie {n}, die loopt</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>Goedgekeurd</translation>
    </message>
    <message>
        <source>Approved templates</source>
        <translation>Goedgekeurde sjablonen</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>Gearchiveerd</translation>
    </message>
    <message>
        <source>Arrow keys</source>
        <translation>Pijltoetsen</translation>
    </message>
    <message>
        <source>As a &amp;grid</source>
        <translation>Als &amp;raster</translation>
    </message>
    <message>
        <source>As a &amp;list</source>
        <translation>Als &amp;lijst</translation>
    </message>
    <message>
        <source>As if by a request</source>
        <translation>Als via een verzoek</translation>
    </message>
    <message>
        <source>As if in a dropped file</source>
        <translation>Als via een neergezet bestand</translation>
    </message>
    <message>
        <source>As it was opened</source>
        <translation>Zoals geopend</translation>
    </message>
    <message>
        <source>As of</source>
        <translation>Stand van</translation>
    </message>
    <message>
        <source>As people see it</source>
        <translation>Zoals mensen het zien</translation>
    </message>
    <message>
        <source>As soon as I confirm</source>
        <translation>Zodra ik bevestig</translation>
    </message>
    <message>
        <source>As soon as you confirm</source>
        <translation>Zodra je bevestigt</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Zoals het systeem</translation>
    </message>
    <message>
        <source>Ask Meta again</source>
        <translation>Opnieuw bij Meta opvragen</translation>
    </message>
    <message>
        <source>Ask for approval of the display name in WhatsApp Manager, then resume.</source>
        <translation>Vraag in WhatsApp Manager goedkeuring van de weergavenaam aan en hervat daarna het verzenden.</translation>
    </message>
    <message>
        <source>Ask me</source>
        <translation>Mij vragen</translation>
    </message>
    <message>
        <source>Ask the person for the phone number.</source>
        <translation>Vraag de persoon om het telefoonnummer.</translation>
    </message>
    <message>
        <source>Ask the person for the right number. Do not keep trying.</source>
        <translation>Vraag de persoon om het juiste nummer. Blijf het niet proberen.</translation>
    </message>
    <message>
        <source>Ask with a list</source>
        <translation>Vragen met een lijst</translation>
    </message>
    <message>
        <source>Ask with buttons</source>
        <translation>Vragen met knoppen</translation>
    </message>
    <message>
        <source>Asks how it was after a purchase, and calls you when it was not good.</source>
        <translation>Vraagt na een aankoop hoe het was, en waarschuwt jou als het niet goed was.</translation>
    </message>
    <message>
        <source>Asks who went quiet whether they want to stay; lets the others go.</source>
        <translation>Vraagt wie stil werd of die wil blijven; laat de anderen gaan.</translation>
    </message>
    <message>
        <source>Assumed: nobody knows yet what they will do.</source>
        <translation>Een aanname: niemand weet nog wat ze zullen doen.</translation>
    </message>
    <message>
        <source>At</source>
        <translation>Om</translation>
    </message>
    <message>
        <source>At a date and time</source>
        <translation>Op een datum en tijd</translation>
    </message>
    <message>
        <source>At least one approved template</source>
        <translation>Minstens één goedgekeurd sjabloon</translation>
    </message>
    <message>
        <source>At most an hour</source>
        <translation>Hooguit per uur</translation>
    </message>
    <message>
        <source>At most {most} characters fit there.</source>
        <translation>Er passen hooguit {most} tekens.</translation>
    </message>
    <message>
        <source>At most {most} characters fit.</source>
        <translation>Er passen maximaal {most} tekens.</translation>
    </message>
    <message>
        <source>At most {most} fit.</source>
        <translation>Er passen er maximaal {most}.</translation>
    </message>
    <message>
        <source>At most {n} contacts</source>
        <translation>Hooguit {n} contacten</translation>
    </message>
    <message>
        <source>Audience</source>
        <translation>Doelgroep</translation>
    </message>
    <message>
        <source>Audio</source>
        <translation>Audio</translation>
    </message>
    <message>
        <source>Authentication</source>
        <translation>Verificatie</translation>
    </message>
    <message>
        <source>Autumn offer for regulars</source>
        <translation>Herfstaanbieding voor vaste klanten</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Terug</translation>
    </message>
    <message>
        <source>Back to contacts</source>
        <translation>Terug naar contacten</translation>
    </message>
    <message>
        <source>Back to the &amp;draft</source>
        <translation>Terug naar het &amp;concept</translation>
    </message>
    <message>
        <source>Back to the draft</source>
        <translation>Terug naar het concept</translation>
    </message>
    <message>
        <source>Back to what this program assumes</source>
        <translation>Terug naar de aannames van dit programma</translation>
    </message>
    <message>
        <source>Back up workspace</source>
        <translation>Werkruimte back-uppen</translation>
    </message>
    <message>
        <source>Back up…</source>
        <translation>Back-up maken…</translation>
    </message>
    <message>
        <source>Backed up {size} kB to {file}.</source>
        <translation>Back-up van {size} kB gemaakt in {file}.</translation>
    </message>
    <message>
        <source>Backup (*.wsbackup)</source>
        <translation>Back-up (*.wsbackup)</translation>
    </message>
    <message>
        <source>Because</source>
        <translation>Reden</translation>
    </message>
    <message>
        <source>Before or after it</source>
        <translation>Ervoor of erna</translation>
    </message>
    <message>
        <source>Before you send</source>
        <translation>Voordat je verzendt</translation>
    </message>
    <message>
        <source>Begins</source>
        <translation>Begint</translation>
    </message>
    <message>
        <source>Being deleted</source>
        <translation>Wordt verwijderd</translation>
    </message>
    <message>
        <source>Belongs to no step</source>
        <translation>Hoort bij geen stap</translation>
    </message>
    <message>
        <source>Belongs to “{step}”</source>
        <translation>Hoort bij “{step}”</translation>
    </message>
    <message>
        <source>Below is the copy of before.</source>
        <translation>Hieronder staat de vorige kopie.</translation>
    </message>
    <message>
        <source>Between {source} and {target}</source>
        <translation>Tussen {source} en {target}</translation>
    </message>
    <message>
        <source>Blank</source>
        <translation>Leeg</translation>
    </message>
    <message>
        <source>Block the campaign</source>
        <translation>De campagne tegenhouden</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>Geblokkeerd</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>Blauw</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>Body</translation>
    </message>
    <message>
        <source>Both are kept in this system&apos;s keyring, never in a file of the program.</source>
        <translation>Beide staan in de sleutelhanger van dit systeem, nooit in een bestand van het programma.</translation>
    </message>
    <message>
        <source>Both came out the same.</source>
        <translation>Beide kwamen hetzelfde uit.</translation>
    </message>
    <message>
        <source>Bought something</source>
        <translation>Heeft iets gekocht</translation>
    </message>
    <message>
        <source>Bring an older version back</source>
        <translation>Een oudere versie terughalen</translation>
    </message>
    <message>
        <source>Bring in your contacts.</source>
        <translation>Haal je contacten binnen.</translation>
    </message>
    <message>
        <source>Bring this version back</source>
        <translation>Deze versie terugzetten</translation>
    </message>
    <message>
        <source>Build from rows</source>
        <translation>Opbouwen met rijen</translation>
    </message>
    <message>
        <source>Business event</source>
        <translation>Bedrijfsgebeurtenis</translation>
    </message>
    <message>
        <source>Business event: {event}</source>
        <translation>Bedrijfsgebeurtenis: {event}</translation>
    </message>
    <message>
        <source>Button that opens it</source>
        <translation>Knop die het opent</translation>
    </message>
    <message>
        <source>Button {n}</source>
        <translation>Knop {n}</translation>
    </message>
    <message>
        <source>Button “{text}”</source>
        <translation>Knop “{text}”</translation>
    </message>
    <message>
        <source>Buttons</source>
        <translation>Knoppen</translation>
    </message>
    <message>
        <source>By a file in this folder</source>
        <translation>Met een bestand in deze map</translation>
    </message>
    <message>
        <source>By a request</source>
        <translation>Met een verzoek</translation>
    </message>
    <message>
        <source>By hand, in this program</source>
        <translation>Met de hand, in dit programma</translation>
    </message>
    <message>
        <source>By the contact&apos;s clock.</source>
        <translation>Volgens de klok van het contact.</translation>
    </message>
    <message>
        <source>C&amp;ontacts</source>
        <translation>C&amp;ontacten</translation>
    </message>
    <message>
        <source>CSV file (*.csv)</source>
        <translation>CSV-bestand (*.csv)</translation>
    </message>
    <message>
        <source>CSV with the columns “event” and “phone”, every other column a value; or JSON. A file that was taken moves to “done”; one with a mistake to “failed”, with the reason beside it.</source>
        <translation>CSV met de kolommen “event” en “phone”, elke andere kolom is een waarde; of JSON. Een verwerkt bestand gaat naar “done”; een bestand met een fout naar “failed”, met de reden ernaast.</translation>
    </message>
    <message>
        <source>Call a URL</source>
        <translation>URL aanroepen</translation>
    </message>
    <message>
        <source>Call {host}</source>
        <translation>Roep {host} aan</translation>
    </message>
    <message>
        <source>Came</source>
        <translation>Aangekomen</translation>
    </message>
    <message>
        <source>Campaign</source>
        <translation>Campagne</translation>
    </message>
    <message>
        <source>Campaign in the sandbox</source>
        <translation>Campagne in de sandbox</translation>
    </message>
    <message>
        <source>Campaign was stopped first</source>
        <translation>Campagne was al gestopt</translation>
    </message>
    <message>
        <source>Campaigns</source>
        <translation>Campagnes</translation>
    </message>
    <message>
        <source>Campaigns appear here from their launch until the last message has left.</source>
        <translation>Campagnes staan hier van hun start tot het laatste bericht is verzonden.</translation>
    </message>
    <message>
        <source>Campaigns in other states are hidden now.</source>
        <translation>Campagnes met een andere status zijn nu verborgen.</translation>
    </message>
    <message>
        <source>Can a contact enter again?</source>
        <translation>Kan een contact opnieuw binnenkomen?</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
    <message>
        <source>Cancelled. Nothing was changed.</source>
        <translation>Geannuleerd. Er is niets veranderd.</translation>
    </message>
    <message>
        <source>Cap</source>
        <translation>Maximum</translation>
    </message>
    <message>
        <source>Caption</source>
        <translation>Bijschrift</translation>
    </message>
    <message>
        <source>Card {n}</source>
        <translation>Kaart {n}</translation>
    </message>
    <message>
        <source>Carousel</source>
        <translation>Carrousel</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Categorie</translation>
    </message>
    <message>
        <source>Category of templates</source>
        <translation>Categorie van sjablonen</translation>
    </message>
    <message>
        <source>Chance</source>
        <translation>Toeval</translation>
    </message>
    <message>
        <source>Chance gives this contact the path “{path}” ({percent} %), the same each time.</source>
        <translation>Het toeval geeft dit contact het pad “{path}” ({percent}%), elke keer hetzelfde.</translation>
    </message>
    <message>
        <source>Chance holds this contact out ({percent} %), the same each time.</source>
        <translation>Het toeval plaatst dit contact in de controlegroep ({percent}%), elke keer hetzelfde.</translation>
    </message>
    <message>
        <source>Change a note</source>
        <translation>Een notitie wijzigen</translation>
    </message>
    <message>
        <source>Change it and hand it in again.</source>
        <translation>Wijzig het en dien het opnieuw in.</translation>
    </message>
    <message>
        <source>Change its rule, or remove the path.</source>
        <translation>Wijzig de regel of verwijder het pad.</translation>
    </message>
    <message>
        <source>Change one of them, or remove it.</source>
        <translation>Wijzig een van de twee of verwijder die.</translation>
    </message>
    <message>
        <source>Change one of them.</source>
        <translation>Wijzig een van de twee.</translation>
    </message>
    <message>
        <source>Change the frame “{what}”</source>
        <translation>Het kader “{what}” wijzigen</translation>
    </message>
    <message>
        <source>Change the journey&apos;s settings</source>
        <translation>De instellingen van de journey wijzigen</translation>
    </message>
    <message>
        <source>Change the purpose, or choose another template.</source>
        <translation>Wijzig het doel van de campagne of kies een ander sjabloon.</translation>
    </message>
    <message>
        <source>Change the shares.</source>
        <translation>Wijzig de percentages.</translation>
    </message>
    <message>
        <source>Change {n}</source>
        <translation>Wijziging {n}</translation>
    </message>
    <message>
        <source>Change “{field}” of the journey</source>
        <translation>“{field}” van de journey wijzigen</translation>
    </message>
    <message>
        <source>Change “{field}” of “{what}”</source>
        <translation>“{field}” van “{what}” wijzigen</translation>
    </message>
    <message>
        <source>Change “{what}”</source>
        <translation>“{what}” wijzigen</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Gewijzigd</translation>
    </message>
    <message>
        <source>Changed since it was published; steps with a dot differ</source>
        <translation>Gewijzigd sinds de publicatie; stappen met een stip verschillen</translation>
    </message>
    <message>
        <source>Changed while running, now version {publication} ({steps}).</source>
        <translation>Gewijzigd terwijl de journey liep, nu versie {publication} ({steps}).</translation>
    </message>
    <message>
        <source>Changed: {fields}.</source>
        <translation>Gewijzigd: {fields}.</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Wijzigen…</translation>
    </message>
    <message>
        <source>Check first</source>
        <translation>Eerst controleren</translation>
    </message>
    <message>
        <source>Check in Meta&apos;s app dashboard that the WhatsApp product is added to the app.</source>
        <translation>Controleer in het appdashboard van Meta of het product WhatsApp aan de app is toegevoegd.</translation>
    </message>
    <message>
        <source>Check that it is complete, with its country code.</source>
        <translation>Controleer of het volledig is, met de landcode.</translation>
    </message>
    <message>
        <source>Check that it is still there and that you may open it.</source>
        <translation>Controleer of het er nog is en of je het mag openen.</translation>
    </message>
    <message>
        <source>Check that no other template has the same text.</source>
        <translation>Controleer of geen ander sjabloon dezelfde tekst heeft.</translation>
    </message>
    <message>
        <source>Check that the folder exists and may be read.</source>
        <translation>Controleer of de map bestaat en gelezen mag worden.</translation>
    </message>
    <message>
        <source>Check that you may read it and that no other program keeps it locked.</source>
        <translation>Controleer of je het bestand mag lezen en of geen ander programma het vergrendelt.</translation>
    </message>
    <message>
        <source>Check the PIN in WhatsApp Manager.</source>
        <translation>Controleer de pincode in WhatsApp Manager.</translation>
    </message>
    <message>
        <source>Check the account id and the phone number id under Connection, and what the system user may use.</source>
        <translation>Controleer onder Verbinding de account-id en de telefoonnummer-id, en wat de systeemgebruiker mag.</translation>
    </message>
    <message>
        <source>Check the account id and the phone number id under Connection.</source>
        <translation>Controleer de account-id en de telefoonnummer-id onder Verbinding.</translation>
    </message>
    <message>
        <source>Check the address and the size of the file.</source>
        <translation>Controleer het adres en de grootte van het bestand.</translation>
    </message>
    <message>
        <source>Check the calling settings in WhatsApp Manager.</source>
        <translation>Controleer de belinstellingen in WhatsApp Manager.</translation>
    </message>
    <message>
        <source>Check the code.</source>
        <translation>Controleer de code.</translation>
    </message>
    <message>
        <source>Check the computer&apos;s clock. On a company network, ask for its certificate to be installed.</source>
        <translation>Controleer de klok van de computer. Vraag op een bedrijfsnetwerk om het certificaat daarvan te installeren.</translation>
    </message>
    <message>
        <source>Check the connection and try again.</source>
        <translation>Controleer de verbinding en probeer het opnieuw.</translation>
    </message>
    <message>
        <source>Check the connection and try again. What you made here is safe.</source>
        <translation>Controleer de verbinding en probeer het opnieuw. Wat je hier hebt gemaakt, is veilig.</translation>
    </message>
    <message>
        <source>Check the connection, then resume. What was on its way is listed as in doubt and is not sent again.</source>
        <translation>Controleer de verbinding en hervat daarna. Wat onderweg was, staat als onzeker in de lijst en wordt niet opnieuw verzonden.</translation>
    </message>
    <message>
        <source>Check the digits and the country.</source>
        <translation>Controleer de cijfers en het land.</translation>
    </message>
    <message>
        <source>Check the expression and the contact&apos;s field.</source>
        <translation>Controleer de expressie en het veld van het contact.</translation>
    </message>
    <message>
        <source>Check the file and try again.</source>
        <translation>Controleer het bestand en probeer het opnieuw.</translation>
    </message>
    <message>
        <source>Check the filters ({filters}).</source>
        <translation>Kijk naar de filters ({filters}).</translation>
    </message>
    <message>
        <source>Check the filters.</source>
        <translation>Kijk naar de filters.</translation>
    </message>
    <message>
        <source>Check the folder&apos;s name.</source>
        <translation>Controleer de naam van de map.</translation>
    </message>
    <message>
        <source>Check the message&apos;s status before you send it again.</source>
        <translation>Controleer de status van het bericht voordat je het opnieuw verzendt.</translation>
    </message>
    <message>
        <source>Check the name, or use all.</source>
        <translation>Controleer de naam of gebruik all.</translation>
    </message>
    <message>
        <source>Check the name.</source>
        <translation>Controleer de naam.</translation>
    </message>
    <message>
        <source>Check the phone number id under Connection.</source>
        <translation>Controleer de telefoonnummer-id onder Verbinding.</translation>
    </message>
    <message>
        <source>Check the proxy settings and its user name and password.</source>
        <translation>Controleer de proxy-instellingen en de gebruikersnaam en het wachtwoord ervan.</translation>
    </message>
    <message>
        <source>Check the spelling and the filters.</source>
        <translation>Controleer de spelling en de filters.</translation>
    </message>
    <message>
        <source>Check what fills the template.</source>
        <translation>Controleer waarmee het sjabloon wordt ingevuld.</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Controleren…</translation>
    </message>
    <message>
        <source>Choice list</source>
        <translation>Keuzelijst</translation>
    </message>
    <message>
        <source>Choice {n}</source>
        <translation>Keuze {n}</translation>
    </message>
    <message>
        <source>Choices</source>
        <translation>Keuzes</translation>
    </message>
    <message>
        <source>Choose a comparison that fits the field.</source>
        <translation>Kies een vergelijking die bij het veld past.</translation>
    </message>
    <message>
        <source>Choose a contact field or type a text for it.</source>
        <translation>Kies er een contactveld voor of typ een tekst.</translation>
    </message>
    <message>
        <source>Choose a date and a time.</source>
        <translation>Kies een datum en een tijd.</translation>
    </message>
    <message>
        <source>Choose a date.</source>
        <translation>Kies een datum.</translation>
    </message>
    <message>
        <source>Choose a day that exists, and a time.</source>
        <translation>Kies een dag die bestaat, en een tijd.</translation>
    </message>
    <message>
        <source>Choose a day that exists.</source>
        <translation>Kies een dag die bestaat.</translation>
    </message>
    <message>
        <source>Choose a default country, or add “+” and the country code.</source>
        <translation>Kies een standaardland of zet “+” en de landcode ervoor.</translation>
    </message>
    <message>
        <source>Choose a field</source>
        <translation>Kies een veld</translation>
    </message>
    <message>
        <source>Choose a field with dates.</source>
        <translation>Kies een veld met datums.</translation>
    </message>
    <message>
        <source>Choose a journey</source>
        <translation>Kies een journey</translation>
    </message>
    <message>
        <source>Choose a kept simulation to see what is different.</source>
        <translation>Kies een bewaarde simulatie om te zien wat er anders is.</translation>
    </message>
    <message>
        <source>Choose a language</source>
        <translation>Kies een taal</translation>
    </message>
    <message>
        <source>Choose a language from the list.</source>
        <translation>Kies een taal uit de lijst.</translation>
    </message>
    <message>
        <source>Choose a last day on or after the first.</source>
        <translation>Kies een laatste dag op of na de eerste.</translation>
    </message>
    <message>
        <source>Choose a later date, or remove the wait.</source>
        <translation>Kies een latere datum of verwijder de wachttijd.</translation>
    </message>
    <message>
        <source>Choose a later end, or an earlier start.</source>
        <translation>Kies een later einde of een eerdere start.</translation>
    </message>
    <message>
        <source>Choose a later end.</source>
        <translation>Kies een later einde.</translation>
    </message>
    <message>
        <source>Choose a later last day, or an earlier first time.</source>
        <translation>Kies een latere laatste dag of een vroegere eerste keer.</translation>
    </message>
    <message>
        <source>Choose a later last day, or leave it empty.</source>
        <translation>Kies een latere laatste dag of laat die leeg.</translation>
    </message>
    <message>
        <source>Choose a later time, or an earlier start in the journey&apos;s settings.</source>
        <translation>Kies een later tijdstip, of een eerdere start in de instellingen van de journey.</translation>
    </message>
    <message>
        <source>Choose a later time, or send now.</source>
        <translation>Kies een later tijdstip of verzend nu.</translation>
    </message>
    <message>
        <source>Choose a later time.</source>
        <translation>Kies een later tijdstip.</translation>
    </message>
    <message>
        <source>Choose a list</source>
        <translation>Kies een lijst</translation>
    </message>
    <message>
        <source>Choose a list or a rule.</source>
        <translation>Kies een lijst of een regel.</translation>
    </message>
    <message>
        <source>Choose a marketing template.</source>
        <translation>Kies een marketingsjabloon.</translation>
    </message>
    <message>
        <source>Choose a message that is sent before, or move the step.</source>
        <translation>Kies een bericht dat eerder wordt verzonden of verplaats de stap.</translation>
    </message>
    <message>
        <source>Choose a message.</source>
        <translation>Kies een bericht.</translation>
    </message>
    <message>
        <source>Choose a number from {low} to {high}.</source>
        <translation>Kies een getal van {low} tot en met {high}.</translation>
    </message>
    <message>
        <source>Choose a step that contacts can go on from.</source>
        <translation>Kies een stap waarna contacten verder kunnen.</translation>
    </message>
    <message>
        <source>Choose a step that is on the canvas.</source>
        <translation>Kies een stap die op het canvas staat.</translation>
    </message>
    <message>
        <source>Choose a template first</source>
        <translation>Kies eerst een sjabloon</translation>
    </message>
    <message>
        <source>Choose a template first; its places appear here.</source>
        <translation>Kies eerst een sjabloon; de invulplekken verschijnen hier.</translation>
    </message>
    <message>
        <source>Choose a template without a maximum price.</source>
        <translation>Kies een sjabloon zonder maximumprijs.</translation>
    </message>
    <message>
        <source>Choose a template: here you see it as each contact gets it.</source>
        <translation>Kies een sjabloon: hier zie je het zoals elk contact het krijgt.</translation>
    </message>
    <message>
        <source>Choose a template: here you see it as each person gets it.</source>
        <translation>Kies een sjabloon: hier zie je het zoals elke persoon het krijgt.</translation>
    </message>
    <message>
        <source>Choose a template…</source>
        <translation>Kies een sjabloon…</translation>
    </message>
    <message>
        <source>Choose a value between {low} and {high}.</source>
        <translation>Kies een waarde tussen {low} en {high}.</translation>
    </message>
    <message>
        <source>Choose a zoom</source>
        <translation>Kies een zoom</translation>
    </message>
    <message>
        <source>Choose again.</source>
        <translation>Kies opnieuw.</translation>
    </message>
    <message>
        <source>Choose an approved template.</source>
        <translation>Kies een goedgekeurd sjabloon.</translation>
    </message>
    <message>
        <source>Choose an earlier time, or a later end in the journey&apos;s settings.</source>
        <translation>Kies een eerder tijdstip, of een later einde in de instellingen van de journey.</translation>
    </message>
    <message>
        <source>Choose another arrow.</source>
        <translation>Kies een andere pijl.</translation>
    </message>
    <message>
        <source>Choose another audience, or simulate with made-up contacts.</source>
        <translation>Kies een andere doelgroep, of simuleer met verzonnen contacten.</translation>
    </message>
    <message>
        <source>Choose another audience.</source>
        <translation>Kies een andere doelgroep.</translation>
    </message>
    <message>
        <source>Choose another category.</source>
        <translation>Kies een andere categorie.</translation>
    </message>
    <message>
        <source>Choose another encoding, or let it be guessed.</source>
        <translation>Kies een andere codering of laat het programma ernaar raden.</translation>
    </message>
    <message>
        <source>Choose another end.</source>
        <translation>Kies een ander einde.</translation>
    </message>
    <message>
        <source>Choose another event, or remove the path.</source>
        <translation>Kies een andere gebeurtenis of verwijder het pad.</translation>
    </message>
    <message>
        <source>Choose another field in the rule, or add this one.</source>
        <translation>Kies een ander veld in de regel of voeg dit veld toe.</translation>
    </message>
    <message>
        <source>Choose another field, or add this one to your contacts.</source>
        <translation>Kies een ander veld of voeg dit veld toe aan je contacten.</translation>
    </message>
    <message>
        <source>Choose another field, or declare it at the event.</source>
        <translation>Kies een ander veld of voeg het toe bij de gebeurtenis.</translation>
    </message>
    <message>
        <source>Choose another field.</source>
        <translation>Kies een ander veld.</translation>
    </message>
    <message>
        <source>Choose another file, or export the journey again.</source>
        <translation>Kies een ander bestand of exporteer de journey opnieuw.</translation>
    </message>
    <message>
        <source>Choose another file, or save it as UTF-8.</source>
        <translation>Kies een ander bestand of sla het op als UTF-8.</translation>
    </message>
    <message>
        <source>Choose another file, then resume.</source>
        <translation>Kies een ander bestand en hervat daarna het verzenden.</translation>
    </message>
    <message>
        <source>Choose another file.</source>
        <translation>Kies een ander bestand.</translation>
    </message>
    <message>
        <source>Choose another file; nothing was changed.</source>
        <translation>Kies een ander bestand; er is niets gewijzigd.</translation>
    </message>
    <message>
        <source>Choose another folder, or change its permissions.</source>
        <translation>Kies een andere map, of wijzig de rechten ervan.</translation>
    </message>
    <message>
        <source>Choose another journey, or connect a step of this one.</source>
        <translation>Kies een andere journey of verbind een stap van deze.</translation>
    </message>
    <message>
        <source>Choose another journey.</source>
        <translation>Kies een andere journey.</translation>
    </message>
    <message>
        <source>Choose another list in the rule.</source>
        <translation>Kies een andere lijst in de regel.</translation>
    </message>
    <message>
        <source>Choose another list, or make one of this name.</source>
        <translation>Kies een andere lijst of maak er een met deze naam.</translation>
    </message>
    <message>
        <source>Choose another list.</source>
        <translation>Kies een andere lijst.</translation>
    </message>
    <message>
        <source>Choose another message.</source>
        <translation>Kies een ander bericht.</translation>
    </message>
    <message>
        <source>Choose another name or another language.</source>
        <translation>Kies een andere naam of een andere taal.</translation>
    </message>
    <message>
        <source>Choose another name, for example order.</source>
        <translation>Kies een andere naam, bijvoorbeeld order.</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>Kies een andere naam.</translation>
    </message>
    <message>
        <source>Choose another one, or import contacts.</source>
        <translation>Kies een andere of importeer contacten.</translation>
    </message>
    <message>
        <source>Choose another one, or wait until Meta approves it.</source>
        <translation>Kies een ander sjabloon of wacht tot Meta dit goedkeurt.</translation>
    </message>
    <message>
        <source>Choose another place and try again.</source>
        <translation>Kies een andere plek en probeer het opnieuw.</translation>
    </message>
    <message>
        <source>Choose another port in the settings, or close that program.</source>
        <translation>Kies een andere poort in de instellingen of sluit dat programma.</translation>
    </message>
    <message>
        <source>Choose another template, or change this one and hand it in again.</source>
        <translation>Kies een ander sjabloon, of pas dit aan en dien het opnieuw in.</translation>
    </message>
    <message>
        <source>Choose another template, or wait.</source>
        <translation>Kies een ander sjabloon of wacht.</translation>
    </message>
    <message>
        <source>Choose another template.</source>
        <translation>Kies een ander sjabloon.</translation>
    </message>
    <message>
        <source>Choose another user name in WhatsApp Manager.</source>
        <translation>Kies een andere gebruikersnaam in WhatsApp Manager.</translation>
    </message>
    <message>
        <source>Choose at least one contact that is marked as a test contact.</source>
        <translation>Kies minstens één contact dat als testcontact is gemarkeerd.</translation>
    </message>
    <message>
        <source>Choose at least one contact.</source>
        <translation>Kies minstens één contact.</translation>
    </message>
    <message>
        <source>Choose at least one.</source>
        <translation>Kies er minstens een.</translation>
    </message>
    <message>
        <source>Choose at most {most} days.</source>
        <translation>Kies maximaal {most} dagen.</translation>
    </message>
    <message>
        <source>Choose fields and values instead</source>
        <translation>Velden en waarden kiezen</translation>
    </message>
    <message>
        <source>Choose later days, or remove the path.</source>
        <translation>Kies latere dagen of verwijder het pad.</translation>
    </message>
    <message>
        <source>Choose one from the list.</source>
        <translation>Kies er een uit de lijst.</translation>
    </message>
    <message>
        <source>Choose one of the fields in the list, or add the field to your contacts.</source>
        <translation>Kies een van de velden in de lijst, of voeg het veld toe aan je contacten.</translation>
    </message>
    <message>
        <source>Choose one of the list.</source>
        <translation>Kies er een uit de lijst.</translation>
    </message>
    <message>
        <source>Choose one of the names in the list, or declare the field at the event.</source>
        <translation>Kies een van de namen in de lijst, of geef het veld op bij de gebeurtenis.</translation>
    </message>
    <message>
        <source>Choose one of them.</source>
        <translation>Kies er een van.</translation>
    </message>
    <message>
        <source>Choose one of these languages, or have it translated at Meta.</source>
        <translation>Kies een van deze talen of laat het vertalen bij Meta.</translation>
    </message>
    <message>
        <source>Choose one.</source>
        <translation>Kies er een.</translation>
    </message>
    <message>
        <source>Choose the connected number.</source>
        <translation>Kies het verbonden nummer.</translation>
    </message>
    <message>
        <source>Choose the file again.</source>
        <translation>Kies het bestand opnieuw.</translation>
    </message>
    <message>
        <source>Choose the language it is written in and the category it belongs to.</source>
        <translation>Kies de taal waarin de tekst is geschreven en de categorie waar die bij hoort.</translation>
    </message>
    <message>
        <source>Choose the number that is connected now.</source>
        <translation>Kies het nummer dat nu verbonden is.</translation>
    </message>
    <message>
        <source>Choose what to compare it with above.</source>
        <translation>Kies hierboven waarmee je wilt vergelijken.</translation>
    </message>
    <message>
        <source>Choose which column holds the phone number.</source>
        <translation>Kies welke kolom het telefoonnummer bevat.</translation>
    </message>
    <message>
        <source>Choose which column is the phone number.</source>
        <translation>Kies in welke kolom het telefoonnummer staat.</translation>
    </message>
    <message>
        <source>Choose whom the event “{event}” is about.</source>
        <translation>Kies over wie de gebeurtenis “{event}” gaat.</translation>
    </message>
    <message>
        <source>Chose “Yes, keep me posted”</source>
        <translation>Koos “Ja, hou me op de hoogte”</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>Filters wissen</translation>
    </message>
    <message>
        <source>Clear: {name}</source>
        <translation>Wissen: {name}</translation>
    </message>
    <message>
        <source>Click to rename</source>
        <translation>Klik om de naam te wijzigen</translation>
    </message>
    <message>
        <source>Clicked a button</source>
        <translation>Op een knop geklikt</translation>
    </message>
    <message>
        <source>Clicked?</source>
        <translation>Geklikt?</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>Klok</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sluiten</translation>
    </message>
    <message>
        <source>Close or remove the quotation mark in the file and import it again.</source>
        <translation>Sluit of verwijder het aanhalingsteken in het bestand en importeer het opnieuw.</translation>
    </message>
    <message>
        <source>Close or remove the quotation mark in the file.</source>
        <translation>Sluit of verwijder het aanhalingsteken in het bestand.</translation>
    </message>
    <message>
        <source>Close that program and try again.</source>
        <translation>Sluit dat programma en probeer het opnieuw.</translation>
    </message>
    <message>
        <source>Close the history</source>
        <translation>Geschiedenis sluiten</translation>
    </message>
    <message>
        <source>Close the list</source>
        <translation>Lijst sluiten</translation>
    </message>
    <message>
        <source>Close the other one, or go on here without changing anything.</source>
        <translation>Sluit het andere, of ga hier verder zonder iets te wijzigen.</translation>
    </message>
    <message>
        <source>Close the search</source>
        <translation>Zoeken sluiten</translation>
    </message>
    <message>
        <source>Close the window and search again.</source>
        <translation>Sluit het venster en zoek opnieuw.</translation>
    </message>
    <message>
        <source>Close to new contacts</source>
        <translation>Sluiten voor nieuwe contacten</translation>
    </message>
    <message>
        <source>Close “{name}” to new contacts?</source>
        <translation>“{name}” sluiten voor nieuwe contacten?</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Gesloten</translation>
    </message>
    <message>
        <source>Closed to new contacts; whoever is inside ({inside}) goes on to the end.</source>
        <translation>Gesloten voor nieuwe contacten; wie in de journey is ({inside}), gaat door tot het einde.</translation>
    </message>
    <message>
        <source>Closed. Nobody new comes in.</source>
        <translation>Gesloten. Er komt niemand meer binnen.</translation>
    </message>
    <message>
        <source>Collapse or open frame</source>
        <translation>Kader in- of uitklappen</translation>
    </message>
    <message>
        <source>Collapse this frame</source>
        <translation>Dit kader inklappen</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Kleur</translation>
    </message>
    <message>
        <source>Colour</source>
        <comment>what changed</comment>
        <translation>Kleur</translation>
    </message>
    <message>
        <source>Column {n}</source>
        <translation>Kolom {n}</translation>
    </message>
    <message>
        <source>Columns apart by</source>
        <translation>Scheidingsteken</translation>
    </message>
    <message>
        <source>Come in by: {step}</source>
        <translation>Binnenkomst via: {step}</translation>
    </message>
    <message>
        <source>Comes from</source>
        <translation>Komt van</translation>
    </message>
    <message>
        <source>Commands and their keys</source>
        <translation>Opdrachten en hun toetsen</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergelijken</translation>
    </message>
    <message>
        <source>Compare a field with a value.</source>
        <translation>Vergelijk een veld met een waarde.</translation>
    </message>
    <message>
        <source>Compare fields with values, and join with “and”, “or” and “not”.</source>
        <translation>Vergelijk velden met waarden en verbind ze met “and”, “or” en “not”.</translation>
    </message>
    <message>
        <source>Compare w&amp;ith live</source>
        <translation>Ver&amp;gelijken met live</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>Vergelijken met</translation>
    </message>
    <message>
        <source>Compare with nothing</source>
        <translation>Nergens mee vergelijken</translation>
    </message>
    <message>
        <source>Compare with “{name}”</source>
        <translation>Vergelijken met “{name}”</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>Vergelijking</translation>
    </message>
    <message>
        <source>Comparisons that are joined in another way</source>
        <translation>Vergelijkingen die op een andere manier samengaan</translation>
    </message>
    <message>
        <source>Complete the number.</source>
        <translation>Maak het nummer compleet.</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>Voorwaarde</translation>
    </message>
    <message>
        <source>Connect &amp;to…</source>
        <translation>Verbinden me&amp;t…</translation>
    </message>
    <message>
        <source>Connect WhatsApp</source>
        <translation>WhatsApp verbinden</translation>
    </message>
    <message>
        <source>Connect a number…</source>
        <translation>Nummer verbinden…</translation>
    </message>
    <message>
        <source>Connect an account to see its templates.</source>
        <translation>Verbind een account om de sjablonen te zien.</translation>
    </message>
    <message>
        <source>Connect it to a step before it, or remove it. A step you want to keep for later can be disabled.</source>
        <translation>Verbind de stap met een stap ervoor of verwijder hem. Een stap die je voor later wilt bewaren, kun je uitschakelen.</translation>
    </message>
    <message>
        <source>Connect its output “closed” to a template, or shorten the waits before it.</source>
        <translation>Verbind de uitgang “gesloten” met een sjabloon of verkort de wachttijden ervoor.</translation>
    </message>
    <message>
        <source>Connect my account…</source>
        <translation>Mijn account verbinden…</translation>
    </message>
    <message>
        <source>Connect one on the Home page.</source>
        <translation>Verbind er een op de pagina Start.</translation>
    </message>
    <message>
        <source>Connect the next step, or an End to say that this is meant.</source>
        <translation>Verbind de volgende stap, of een Einde om te zeggen dat dit de bedoeling is.</translation>
    </message>
    <message>
        <source>Connect {output} to</source>
        <translation>{output} verbinden met</translation>
    </message>
    <message>
        <source>Connect “{what}” to “{to}”</source>
        <translation>“{what}” met “{to}” verbinden</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Verbonden</translation>
    </message>
    <message>
        <source>Connected to {name}, {number}.</source>
        <translation>Verbonden met {name}, {number}.</translation>
    </message>
    <message>
        <source>Connected to {name}.</source>
        <translation>Verbonden met {name}.</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Verbinding</translation>
    </message>
    <message>
        <source>Connection settings…</source>
        <translation>Verbindingsinstellingen…</translation>
    </message>
    <message>
        <source>Connect…</source>
        <translation>Verbinden…</translation>
    </message>
    <message>
        <source>Consent</source>
        <translation>Toestemming</translation>
    </message>
    <message>
        <source>Consent is compared like this: consent(&quot;marketing&quot;) == &quot;yes&quot;.</source>
        <translation>Toestemming vergelijk je zo: consent(&quot;marketing&quot;) == &quot;yes&quot;.</translation>
    </message>
    <message>
        <source>Consider a better text first.</source>
        <translation>Overweeg eerst een betere tekst.</translation>
    </message>
    <message>
        <source>Consider a template with a “Stop” button, or a line such as “Reply STOP to unsubscribe”.</source>
        <translation>Overweeg een sjabloon met een knop “Stop” of een regel zoals “Antwoord STOP om je af te melden”.</translation>
    </message>
    <message>
        <source>Consider splitting it: a jump leads from one journey to another.</source>
        <translation>Overweeg om de journey te splitsen: een sprong leidt van de ene journey naar de andere.</translation>
    </message>
    <message>
        <source>Contact was deleted first</source>
        <translation>Contact was al verwijderd</translation>
    </message>
    <message>
        <source>Contact {phone}</source>
        <translation>Contact {phone}</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>Contacten</translation>
    </message>
    <message>
        <source>Contacts by rule</source>
        <translation>Contacten volgens een regel</translation>
    </message>
    <message>
        <source>Contacts can react to messages only.</source>
        <translation>Contacten kunnen alleen op berichten reageren.</translation>
    </message>
    <message>
        <source>Contacts come in again.</source>
        <translation>Er komen weer contacten binnen.</translation>
    </message>
    <message>
        <source>Contacts come in and go on.</source>
        <translation>Contacten komen binnen en gaan verder.</translation>
    </message>
    <message>
        <source>Contacts enter the journey there.</source>
        <translation>Contacten komen daar de journey binnen.</translation>
    </message>
    <message>
        <source>Contacts found</source>
        <translation>Gevonden contacten</translation>
    </message>
    <message>
        <source>Contacts go round until the journey&apos;s longest stay is over.</source>
        <translation>Contacten gaan rond tot de maximale tijd in de journey voorbij is.</translation>
    </message>
    <message>
        <source>Contacts go straight on.</source>
        <translation>Contacten gaan meteen verder.</translation>
    </message>
    <message>
        <source>Contacts have no field “{field}”.</source>
        <translation>Contacten hebben geen veld “{field}”.</translation>
    </message>
    <message>
        <source>Contacts leave the journey before this wait is over.</source>
        <translation>Contacten verlaten de journey voordat deze wachttijd voorbij is.</translation>
    </message>
    <message>
        <source>Contacts may be inside, and messages on their way.</source>
        <translation>Er kunnen contacten in zitten en berichten onderweg zijn.</translation>
    </message>
    <message>
        <source>Contacts need a step that lets them in.</source>
        <translation>Contacten hebben een stap nodig die ze binnenlaat.</translation>
    </message>
    <message>
        <source>Contacts pass straight through it.</source>
        <translation>Contacten gaan er rechtstreeks doorheen.</translation>
    </message>
    <message>
        <source>Contacts to write to</source>
        <translation>Contacten om aan te schrijven</translation>
    </message>
    <message>
        <source>Contacts would go round for ever.</source>
        <translation>Contacten zouden eindeloos blijven rondgaan.</translation>
    </message>
    <message>
        <source>Contacts would go round here without end: {steps}.</source>
        <translation>Contacten zouden hier eindeloos blijven rondgaan: {steps}.</translation>
    </message>
    <message>
        <source>Contacts would never get out.</source>
        <translation>Contacten zouden er nooit uit komen.</translation>
    </message>
    <message>
        <source>Contacts:</source>
        <translation>Contacten:</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Gekopieerd</translation>
    </message>
    <message>
        <source>Copy an example for curl</source>
        <translation>Voorbeeld voor curl kopiëren</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Details kopiëren</translation>
    </message>
    <message>
        <source>Copy it from your Meta app&apos;s basic settings into the connection.</source>
        <translation>Kopieer het uit de basisinstellingen van je Meta-app naar de verbinding.</translation>
    </message>
    <message>
        <source>Copy steps in a journey first, or the whole text of a journey file.</source>
        <translation>Kopieer eerst stappen in een journey, of de hele tekst van een journeybestand.</translation>
    </message>
    <message>
        <source>Copy steps in a journey first.</source>
        <translation>Kopieer eerst stappen in een journey.</translation>
    </message>
    <message>
        <source>Copy the whole token from Meta again and paste it.</source>
        <translation>Kopieer het hele token opnieuw bij Meta en plak het.</translation>
    </message>
    <message>
        <source>Copy {what}</source>
        <translation>Kopieer {what}</translation>
    </message>
    <message>
        <source>Correct it, or have the program that wrote it do so.</source>
        <translation>Verbeter de fout of laat het programma dat de JSON schreef dat doen.</translation>
    </message>
    <message>
        <source>Correct the address of the Graph API in the connection.</source>
        <translation>Verbeter het adres van de Graph API in de verbinding.</translation>
    </message>
    <message>
        <source>Correct the address.</source>
        <translation>Verbeter het adres.</translation>
    </message>
    <message>
        <source>Correct the contact&apos;s fields that go into the message.</source>
        <translation>Verbeter de velden van het contact die in het bericht komen.</translation>
    </message>
    <message>
        <source>Correct the country code.</source>
        <translation>Verbeter de landcode.</translation>
    </message>
    <message>
        <source>Correct the flow in WhatsApp Manager, then resume.</source>
        <translation>Verbeter de flow in WhatsApp Manager en hervat daarna het verzenden.</translation>
    </message>
    <message>
        <source>Correct the flow in WhatsApp Manager.</source>
        <translation>Verbeter de flow in WhatsApp Manager.</translation>
    </message>
    <message>
        <source>Correct the footer.</source>
        <translation>Verbeter de voettekst.</translation>
    </message>
    <message>
        <source>Correct the header.</source>
        <translation>Verbeter de koptekst.</translation>
    </message>
    <message>
        <source>Correct the text and hand it in again.</source>
        <translation>Verbeter de tekst en dien het sjabloon opnieuw in.</translation>
    </message>
    <message>
        <source>Correct the text.</source>
        <translation>Verbeter de tekst.</translation>
    </message>
    <message>
        <source>Correct the value or leave it empty.</source>
        <translation>Verbeter de waarde of laat die leeg.</translation>
    </message>
    <message>
        <source>Correct the value: numbers as 12.50, dates as 2026-12-24, yes or no.</source>
        <translation>Verbeter de waarde: getallen als 12,50, datums als 2026-12-24, ja of nee.</translation>
    </message>
    <message>
        <source>Could not be compared, for nobody answered.</source>
        <translation>Kon niet worden vergeleken, want er kwam geen antwoord.</translation>
    </message>
    <message>
        <source>Could not be done</source>
        <translation>Kon niet worden uitgevoerd</translation>
    </message>
    <message>
        <source>Count again</source>
        <translation>Opnieuw tellen</translation>
    </message>
    <message numerus="yes">
        <source>Count {n} as sent</source>
        <extracomment>One: Count {n} as sent</extracomment>
        <translation>
            <numerusform>{n} als verzonden tellen</numerusform>
            <numerusform>{n} als verzonden tellen</numerusform>
        </translation>
    </message>
    <message>
        <source>Counted from the moment the contact left.</source>
        <translation>Geteld vanaf het moment dat het contact de journey verliet.</translation>
    </message>
    <message>
        <source>Counting</source>
        <translation>Tellen</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>Tellen…</translation>
    </message>
    <message>
        <source>Counting… {done} of {total}</source>
        <translation>Tellen… {done} van {total}</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Land</translation>
    </message>
    <message>
        <source>Country left out</source>
        <translation>Land uitgesloten</translation>
    </message>
    <message>
        <source>Counts until</source>
        <translation>Telt mee tot</translation>
    </message>
    <message>
        <source>Create one in Meta Business Suite and accept its terms.</source>
        <translation>Maak er een in Meta Business Suite en accepteer de voorwaarden.</translation>
    </message>
    <message>
        <source>Ctrl+Arrow keys</source>
        <translation>Ctrl+pijltoetsen</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Enter</translation>
    </message>
    <message>
        <source>Ctrl+F</source>
        <translation>Ctrl+F</translation>
    </message>
    <message>
        <source>Ctrl+Wheel · pinch</source>
        <translation>Ctrl+scrollwiel · knijpen</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>K&amp;nippen</translation>
    </message>
    <message numerus="yes">
        <source>Cut {n} items</source>
        <extracomment>One: Cut {n} item</extracomment>
        <translation>
            <numerusform>{n} onderdeel knippen</numerusform>
            <numerusform>{n} onderdelen knippen</numerusform>
        </translation>
    </message>
    <message>
        <source>D&amp;ocument (PDF)…</source>
        <translation>&amp;Document (PDF)…</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Donker</translation>
    </message>
    <message>
        <source>Dark phone</source>
        <translation>Donkere telefoon</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Date of the contact</source>
        <translation>Datum van het contact</translation>
    </message>
    <message>
        <source>Dates cannot be compared like this.</source>
        <translation>Datums zijn zo niet te vergelijken.</translation>
    </message>
    <message>
        <source>Day of the week and time</source>
        <translation>Dag van de week en tijd</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>Dagen</translation>
    </message>
    <message>
        <source>Days and hours</source>
        <translation>Dagen en uren</translation>
    </message>
    <message>
        <source>De&amp;lete</source>
        <translation>&amp;Verwijderen</translation>
    </message>
    <message>
        <source>Decide about them on the page Sending.</source>
        <translation>Beslis erover op de pagina Verzenden.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Verwijderen</translation>
    </message>
    <message>
        <source>Delete a frame</source>
        <translation>Een kader verwijderen</translation>
    </message>
    <message>
        <source>Delete a note</source>
        <translation>Een notitie verwijderen</translation>
    </message>
    <message>
        <source>Delete and &amp;join</source>
        <translation>Verwijderen en ver&amp;binden</translation>
    </message>
    <message>
        <source>Delete draft</source>
        <translation>Concept verwijderen</translation>
    </message>
    <message>
        <source>Delete templates you no longer use.</source>
        <translation>Verwijder sjablonen die je niet meer gebruikt.</translation>
    </message>
    <message>
        <source>Delete templates you no longer use. A verified business may have more.</source>
        <translation>Verwijder sjablonen die je niet meer gebruikt. Een geverifieerd bedrijf mag er meer hebben.</translation>
    </message>
    <message>
        <source>Delete the connection, or lead it from another output.</source>
        <translation>Verwijder de verbinding of laat die bij een andere uitgang beginnen.</translation>
    </message>
    <message>
        <source>Delete {n} contacts</source>
        <translation>{n} contacten verwijderen</translation>
    </message>
    <message>
        <source>Delete {n} contacts?</source>
        <translation>{n} contacten verwijderen?</translation>
    </message>
    <message numerus="yes">
        <source>Delete {n} steps</source>
        <extracomment>One: Delete {n} step</extracomment>
        <translation>
            <numerusform>{n} stap verwijderen</numerusform>
            <numerusform>{n} stappen verwijderen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete {n} steps and join up</source>
        <extracomment>One: Delete {n} step and join up</extracomment>
        <translation>
            <numerusform>{n} stap verwijderen en weer aansluiten</numerusform>
            <numerusform>{n} stappen verwijderen en weer aansluiten</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete “{what}”</source>
        <translation>“{what}” verwijderen</translation>
    </message>
    <message>
        <source>Delete “{what}” and join up</source>
        <translation>“{what}” verwijderen en weer aansluiten</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>Verwijderd</translation>
    </message>
    <message>
        <source>Deleted “{name}”</source>
        <translation>“{name}” verwijderd</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Verwijderen…</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>Afgeleverd</translation>
    </message>
    <message>
        <source>Delivered or read</source>
        <translation>Afgeleverd of gelezen</translation>
    </message>
    <message>
        <source>Delivered or read ({n})</source>
        <translation>Afgeleverd of gelezen ({n})</translation>
    </message>
    <message>
        <source>Delivered?</source>
        <translation>Afgeleverd?</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschrijving</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Did these people agree to marketing?</source>
        <translation>Hebben deze mensen toestemming gegeven voor marketing?</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>Verschillen</translation>
    </message>
    <message>
        <source>Digits are missing.</source>
        <translation>Er ontbreken cijfers.</translation>
    </message>
    <message>
        <source>Digits only, for example 102290129340398.</source>
        <translation>Alleen cijfers, bijvoorbeeld 102290129340398.</translation>
    </message>
    <message>
        <source>Digits only.</source>
        <translation>Alleen cijfers.</translation>
    </message>
    <message>
        <source>Disa&amp;ble</source>
        <translation>Uitschake&amp;len</translation>
    </message>
    <message>
        <source>Disabled by Meta</source>
        <translation>Uitgeschakeld door Meta</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Laten gaan</translation>
    </message>
    <message>
        <source>Disconnect it first, or put a new step into this arrow.</source>
        <translation>Maak die eerst los of zet een nieuwe stap in deze pijl.</translation>
    </message>
    <message>
        <source>Disconnect “{what}” from “{to}”</source>
        <translation>“{what}” losmaken van “{to}”</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>Schijf</translation>
    </message>
    <message>
        <source>Distribute</source>
        <translation>Verdelen</translation>
    </message>
    <message>
        <source>Distribute &amp;across</source>
        <translation>&amp;Horizontaal verdelen</translation>
    </message>
    <message>
        <source>Distribute &amp;down</source>
        <translation>&amp;Verticaal verdelen</translation>
    </message>
    <message numerus="yes">
        <source>Distribute {n} items</source>
        <extracomment>One: Distribute {n} item</extracomment>
        <translation>
            <numerusform>{n} onderdeel verdelen</numerusform>
            <numerusform>{n} onderdelen verdelen</numerusform>
        </translation>
    </message>
    <message>
        <source>Do</source>
        <translation>Wat doen</translation>
    </message>
    <message>
        <source>Do not enter again</source>
        <translation>Niet opnieuw binnenlaten</translation>
    </message>
    <message>
        <source>Do not send it again today; try again after some days, at most once or twice.</source>
        <translation>Verzend het vandaag niet opnieuw; probeer het na een paar dagen nog eens, hooguit één of twee keer.</translation>
    </message>
    <message>
        <source>Do not send it again. If the person writes to you, you may answer.</source>
        <translation>Verzend het niet opnieuw. Als de persoon je schrijft, mag je antwoorden.</translation>
    </message>
    <message>
        <source>Do not send them marketing any more, until they allow it again.</source>
        <translation>Stuur deze persoon geen marketing meer, totdat die het weer toestaat.</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Document</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Klaar</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Concept</translation>
    </message>
    <message>
        <source>Draft · saved {time}</source>
        <translation>Concept · opgeslagen {time}</translation>
    </message>
    <message>
        <source>Draft · saving…</source>
        <translation>Concept · opslaan…</translation>
    </message>
    <message>
        <source>Drag a step from Entry here, or press Insert and type.</source>
        <translation>Sleep een stap uit Ingang hierheen, of druk op Insert en typ.</translation>
    </message>
    <message>
        <source>Drag on empty canvas · Ctrl+Click</source>
        <translation>Slepen op leeg canvas · Ctrl+klik</translation>
    </message>
    <message>
        <source>Drag one of its ends to lead it elsewhere.</source>
        <translation>Sleep een van de uiteinden om de verbinding te verleggen.</translation>
    </message>
    <message>
        <source>Drag to put in another order</source>
        <translation>Sleep om de volgorde te wijzigen</translation>
    </message>
    <message>
        <source>Draw again</source>
        <translation>Opnieuw loten</translation>
    </message>
    <message>
        <source>Drawing</source>
        <translation>Tekening</translation>
    </message>
    <message>
        <source>Drop a CSV or Excel file here, or choose one.</source>
        <translation>Sleep een CSV- of Excel-bestand hierheen of kies er een.</translation>
    </message>
    <message>
        <source>Drop it on the connection</source>
        <translation>Laat de stap los op de verbinding</translation>
    </message>
    <message numerus="yes">
        <source>Drop {n} items</source>
        <extracomment>One: Drop {n} item</extracomment>
        <translation>
            <numerusform>{n} onderdeel neerzetten</numerusform>
            <numerusform>{n} onderdelen neerzetten</numerusform>
        </translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Dupliceren</translation>
    </message>
    <message>
        <source>Duplicate it to change it.</source>
        <translation>Dupliceer de campagne om die te wijzigen.</translation>
    </message>
    <message numerus="yes">
        <source>Duplicate {n} items</source>
        <extracomment>One: Duplicate {n} item</extracomment>
        <translation>
            <numerusform>{n} onderdeel dupliceren</numerusform>
            <numerusform>{n} onderdelen dupliceren</numerusform>
        </translation>
    </message>
    <message>
        <source>Each event is an object with “event”, “phone” and “fields”; a file holds a list of them.</source>
        <translation>Elke gebeurtenis is een object met “event”, “phone” en “fields”; een bestand bevat een lijst daarvan.</translation>
    </message>
    <message>
        <source>Each field and its new value. An empty value empties the field.</source>
        <translation>Elk veld met zijn nieuwe waarde. Een lege waarde maakt het veld leeg.</translation>
    </message>
    <message>
        <source>Each has a path of its own. The first to happen wins.</source>
        <translation>Elke gebeurtenis heeft een eigen pad. De eerste die gebeurt, wint.</translation>
    </message>
    <message>
        <source>Each has a path of its own. The first to happen wins; of several at once, the upper one.</source>
        <translation>Elke uitkomst heeft een eigen pad. De eerste die gebeurt, wint; bij meer tegelijk de bovenste.</translation>
    </message>
    <message>
        <source>Each part is tried in turn. Only a connection that passes is kept.</source>
        <translation>Elk onderdeel wordt om de beurt geprobeerd. Alleen een verbinding die slaagt, wordt bewaard.</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bewerken</translation>
    </message>
    <message>
        <source>Edit contact</source>
        <translation>Contact bewerken</translation>
    </message>
    <message>
        <source>Edit the draft</source>
        <translation>Concept bewerken</translation>
    </message>
    <message>
        <source>Empty</source>
        <translation>Leeg</translation>
    </message>
    <message>
        <source>Empty is the message right before this step.</source>
        <translation>Leeg is het bericht vlak voor deze stap.</translation>
    </message>
    <message>
        <source>Empty is the number of the workspace.</source>
        <translation>Leeg is het nummer van de werkruimte.</translation>
    </message>
    <message>
        <source>Empty note</source>
        <translation>Lege notitie</translation>
    </message>
    <message>
        <source>Ena&amp;ble</source>
        <translation>Inschake&amp;len</translation>
    </message>
    <message>
        <source>Enable it, or add another entry.</source>
        <translation>Schakel de ingang in of voeg een andere toe.</translation>
    </message>
    <message>
        <source>Enable it, or remove it, if that is not meant.</source>
        <translation>Schakel de stap in of verwijder hem als dat niet de bedoeling is.</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Einde</translation>
    </message>
    <message numerus="yes">
        <source>End it for the {n} contacts inside?</source>
        <extracomment>One: End it for the {n} contact inside?</extracomment>
        <translation>
            <numerusform>De journey beëindigen voor {n} contact dat erin zit?</numerusform>
            <numerusform>De journey beëindigen voor {n} contacten die erin zitten?</numerusform>
        </translation>
    </message>
    <message>
        <source>Ends</source>
        <translation>Eindigt</translation>
    </message>
    <message>
        <source>Ends the journey</source>
        <translation>Beëindigt de journey</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Enter when a contact</source>
        <translation>Binnenkomen als een contact</translation>
    </message>
    <message>
        <source>Entered</source>
        <translation>Binnengekomen</translation>
    </message>
    <message>
        <source>Enters at</source>
        <translation>Komt binnen op</translation>
    </message>
    <message>
        <source>Enters by</source>
        <translation>Komt binnen via</translation>
    </message>
    <message>
        <source>Enters the journey.</source>
        <translation>Komt de journey binnen.</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>Ingang</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fout</translation>
    </message>
    <message>
        <source>Error: {what}</source>
        <translation>Fout: {what}</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Gebeurtenis</translation>
    </message>
    <message>
        <source>Event reminder</source>
        <translation>Herinnering aan een evenement</translation>
    </message>
    <message>
        <source>Event within</source>
        <translation>Gebeurtenis binnen</translation>
    </message>
    <message>
        <source>Event {n}</source>
        <translation>Gebeurtenis {n}</translation>
    </message>
    <message>
        <source>Event: {event}</source>
        <translation>Gebeurtenis: {event}</translation>
    </message>
    <message>
        <source>Event: {name}</source>
        <translation>Gebeurtenis: {name}</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Gebeurtenissen</translation>
    </message>
    <message>
        <source>Events from other programs</source>
        <translation>Gebeurtenissen van andere programma’s</translation>
    </message>
    <message>
        <source>Events that follow each other sooner use the audience that was found before.</source>
        <translation>Gebeurtenissen die elkaar sneller opvolgen, gebruiken de doelgroep die al was gevonden.</translation>
    </message>
    <message>
        <source>Every</source>
        <translation>Elke</translation>
    </message>
    <message>
        <source>Every field has its own name.</source>
        <translation>Elk veld heeft een eigen naam.</translation>
    </message>
    <message>
        <source>Every list has its own name.</source>
        <translation>Elke lijst heeft een eigen naam.</translation>
    </message>
    <message>
        <source>Every other column is a value that the event carries.</source>
        <translation>Elke andere kolom is een waarde die met de gebeurtenis meegaat.</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>Iedereen</translation>
    </message>
    <message>
        <source>Everybody ({n})</source>
        <translation>Iedereen ({n})</translation>
    </message>
    <message>
        <source>Everybody in an audience enters, once or again and again.</source>
        <translation>Iedereen in een doelgroep komt binnen, één keer of steeds opnieuw.</translation>
    </message>
    <message>
        <source>Everybody inside</source>
        <translation>Iedereen in de journey</translation>
    </message>
    <message>
        <source>Everybody stays where they are. When you resume, whoever was due meanwhile goes on then; messages that are late by then follow the journey&apos;s rule for late messages.</source>
        <translation>Iedereen blijft op zijn plek. Wie intussen aan de beurt was, gaat verder als je hervat; voor berichten die dan te laat zijn, geldt de regel van de journey voor te late berichten.</translation>
    </message>
    <message>
        <source>Everything after it would end up in one cell.</source>
        <translation>Alles erna zou in één cel terechtkomen.</translation>
    </message>
    <message>
        <source>Everything else hangs on it.</source>
        <translation>Al het andere hangt ervan af.</translation>
    </message>
    <message>
        <source>Everything is kept in {folder}.</source>
        <translation>Alles wordt bewaard in {folder}.</translation>
    </message>
    <message>
        <source>Everything is paused. {reason}</source>
        <translation>Alles is gepauzeerd. {reason}</translation>
    </message>
    <message>
        <source>Everything up to the next quotation mark is one cell.</source>
        <translation>Alles tot het volgende aanhalingsteken is één cel.</translation>
    </message>
    <message>
        <source>Example</source>
        <translation>Voorbeeld</translation>
    </message>
    <message>
        <source>Example: {sample}</source>
        <translation>Voorbeeld: {sample}</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>Voorbeelden</translation>
    </message>
    <message>
        <source>Experiment</source>
        <translation>Experiment</translation>
    </message>
    <message>
        <source>Explanation</source>
        <translation>Uitleg</translation>
    </message>
    <message>
        <source>Export CSV…</source>
        <translation>CSV exporteren…</translation>
    </message>
    <message>
        <source>Export journey</source>
        <translation>Journey exporteren</translation>
    </message>
    <message>
        <source>Export people</source>
        <translation>Mensen exporteren</translation>
    </message>
    <message>
        <source>Export report</source>
        <translation>Rapport exporteren</translation>
    </message>
    <message>
        <source>Export the journey</source>
        <translation>Journey exporteren</translation>
    </message>
    <message>
        <source>Export the journey again, or mend the file in a text editor; nothing was changed here.</source>
        <translation>Exporteer de journey opnieuw of herstel het bestand in een teksteditor; hier is niets gewijzigd.</translation>
    </message>
    <message>
        <source>Export the list again with the column set to text, and do not save it from the spreadsheet in between.</source>
        <translation>Exporteer de lijst opnieuw met de kolom ingesteld op tekst en sla het bestand tussendoor niet op in het spreadsheetprogramma.</translation>
    </message>
    <message>
        <source>Export the log</source>
        <translation>Log exporteren</translation>
    </message>
    <message>
        <source>Export the log…</source>
        <translation>Log exporteren…</translation>
    </message>
    <message>
        <source>Exported as “{name}”</source>
        <translation>Geëxporteerd als “{name}”</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exporteren…</translation>
    </message>
    <message>
        <source>Expression</source>
        <translation>Expressie</translation>
    </message>
    <message>
        <source>Expressions could not use it.</source>
        <translation>Expressies zouden hem niet kunnen gebruiken.</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Mislukt</translation>
    </message>
    <message>
        <source>Failed steps</source>
        <translation>Mislukte stappen</translation>
    </message>
    <message>
        <source>Failed?</source>
        <translation>Mislukt?</translation>
    </message>
    <message>
        <source>Feedback</source>
        <translation>Feedback</translation>
    </message>
    <message>
        <source>Fetched from Meta {when}</source>
        <translation>Opgehaald bij Meta {when}</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Veld</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>Velden</translation>
    </message>
    <message>
        <source>Fields start with contact, event or journey.</source>
        <translation>Velden beginnen met contact, event of journey.</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Bestand</translation>
    </message>
    <message>
        <source>Files of the program</source>
        <translation>Bestanden van het programma</translation>
    </message>
    <message>
        <source>Fill in a number, or leave the row out.</source>
        <translation>Vul een nummer in of laat de rij weg.</translation>
    </message>
    <message>
        <source>Fill in a value.</source>
        <translation>Vul een waarde in.</translation>
    </message>
    <message>
        <source>Fill in the examples the template was made with</source>
        <translation>Vul de voorbeelden in waarmee het sjabloon is gemaakt</translation>
    </message>
    <message>
        <source>Fill in what is obvious</source>
        <translation>Vanzelfsprekende invullen</translation>
    </message>
    <message>
        <source>Fill it in, or remove the part.</source>
        <translation>Vul het in of verwijder het onderdeel.</translation>
    </message>
    <message>
        <source>Fill it in.</source>
        <translation>Vul het in.</translation>
    </message>
    <message>
        <source>Find &amp;next</source>
        <translation>Vol&amp;gende zoeken</translation>
    </message>
    <message>
        <source>Find a command or &amp;anything…</source>
        <translation>Een opdracht of iets &amp;anders zoeken…</translation>
    </message>
    <message>
        <source>Find a command or a key</source>
        <translation>Zoek een opdracht of toets</translation>
    </message>
    <message>
        <source>Find a command or anything</source>
        <translation>Een opdracht of iets anders zoeken</translation>
    </message>
    <message>
        <source>Find a contact</source>
        <translation>Zoek een contact</translation>
    </message>
    <message>
        <source>Find a kind of step</source>
        <translation>Zoek een soort stap</translation>
    </message>
    <message>
        <source>Find a name or number</source>
        <translation>Zoek een naam of nummer</translation>
    </message>
    <message>
        <source>Find a step</source>
        <translation>Zoek een stap</translation>
    </message>
    <message>
        <source>Find a step to add</source>
        <translation>Zoek een stap om toe te voegen</translation>
    </message>
    <message>
        <source>Find a template</source>
        <translation>Zoek een sjabloon</translation>
    </message>
    <message>
        <source>Find by name or number</source>
        <translation>Zoek op naam of nummer</translation>
    </message>
    <message>
        <source>Find in names and texts</source>
        <translation>Zoek in namen en teksten</translation>
    </message>
    <message>
        <source>Find on a page with a list</source>
        <translation>Zoeken op een pagina met een lijst</translation>
    </message>
    <message>
        <source>Find pre&amp;vious</source>
        <translation>Vo&amp;rige zoeken</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Afgerond</translation>
    </message>
    <message>
        <source>Finished: nobody is inside any more.</source>
        <translation>Afgerond: er is niemand meer in de journey.</translation>
    </message>
    <message>
        <source>Fire an event</source>
        <translation>Gebeurtenis afgeven</translation>
    </message>
    <message>
        <source>Fire an event…</source>
        <translation>Gebeurtenis afgeven…</translation>
    </message>
    <message>
        <source>Fire event</source>
        <translation>Gebeurtenis afgeven</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>Eerste dag</translation>
    </message>
    <message>
        <source>First name</source>
        <translation>Voornaam</translation>
    </message>
    <message>
        <source>First say who enters: add a step from Entry. {about}</source>
        <translation>Geef eerst aan wie binnenkomt: voeg een stap uit Ingang toe. {about}</translation>
    </message>
    <message>
        <source>First time</source>
        <translation>Eerste keer</translation>
    </message>
    <message>
        <source>Fix</source>
        <translation>Oplossen</translation>
    </message>
    <message>
        <source>Fix: {problem}</source>
        <translation>Oplossen: {problem}</translation>
    </message>
    <message>
        <source>Flow</source>
        <translation>Verloop</translation>
    </message>
    <message>
        <source>Fold the frame</source>
        <translation>Kader inklappen</translation>
    </message>
    <message>
        <source>Follow one contact</source>
        <translation>Eén contact volgen</translation>
    </message>
    <message>
        <source>Follow one contact through the journey; nothing is sent</source>
        <translation>Volg één contact door de journey; er wordt niets verzonden</translation>
    </message>
    <message>
        <source>Follow the steps in WhatsApp Manager for the number.</source>
        <translation>Volg de stappen voor het nummer in WhatsApp Manager.</translation>
    </message>
    <message>
        <source>For dates and times of the journey, and for contacts whose own zone is not known.</source>
        <translation>Voor datums en tijden van de journey, en voor contacten van wie de eigen zone niet bekend is.</translation>
    </message>
    <message>
        <source>For some time</source>
        <translation>Een bepaalde tijd</translation>
    </message>
    <message>
        <source>For those rows the default country was used.</source>
        <translation>Voor die rijen is het standaardland gebruikt.</translation>
    </message>
    <message>
        <source>For whom “{step}” failed</source>
        <translation>Voor wie “{step}” mislukte</translation>
    </message>
    <message>
        <source>For you</source>
        <translation>Voor jou</translation>
    </message>
    <message>
        <source>Forget the connection</source>
        <translation>Verbinding vergeten</translation>
    </message>
    <message>
        <source>Forget this connection?</source>
        <translation>Deze verbinding vergeten?</translation>
    </message>
    <message>
        <source>Forget…</source>
        <translation>Vergeten…</translation>
    </message>
    <message>
        <source>Fr</source>
        <translation>Vr</translation>
    </message>
    <message>
        <source>Frame</source>
        <translation>Kader</translation>
    </message>
    <message>
        <source>Frame “{title}”</source>
        <translation>Kader “{title}”</translation>
    </message>
    <message>
        <source>Frame: {title}</source>
        <translation>Kader: {title}</translation>
    </message>
    <message>
        <source>Free message</source>
        <translation>Vrij bericht</translation>
    </message>
    <message>
        <source>Free some space and try again.</source>
        <translation>Maak wat ruimte vrij en probeer het opnieuw.</translation>
    </message>
    <message>
        <source>Free text is allowed for 24 hours after a contact wrote, and nobody who comes here did so in that time.</source>
        <translation>Vrije tekst mag tot 24 uur nadat een contact heeft geschreven, en niemand die hier komt heeft dat in die tijd gedaan.</translation>
    </message>
    <message>
        <source>Free text is allowed for 24 hours after a contact wrote, and one of the ways here can take longer.</source>
        <translation>Vrije tekst mag tot 24 uur nadat een contact heeft geschreven, en een van de wegen hierheen kan langer duren.</translation>
    </message>
    <message>
        <source>Free text is not allowed then.</source>
        <translation>Vrije tekst is dan niet toegestaan.</translation>
    </message>
    <message>
        <source>Free text is possible for 24 hours after someone writes; new numbers may reach few people a day.</source>
        <translation>Vrije tekst kan tot 24 uur nadat iemand heeft geschreven; nieuwe nummers mogen maar weinig mensen per dag bereiken.</translation>
    </message>
    <message>
        <source>Friday</source>
        <translation>Vrijdag</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Van</translation>
    </message>
    <message>
        <source>From number</source>
        <translation>Vanaf nummer</translation>
    </message>
    <message>
        <source>From planned to read</source>
        <translation>Van gepland tot gelezen</translation>
    </message>
    <message>
        <source>From {source} to {target}</source>
        <translation>Van {source} naar {target}</translation>
    </message>
    <message>
        <source>From {source}, {output}, to {target}</source>
        <translation>Van {source}, {output}, naar {target}</translation>
    </message>
    <message>
        <source>From “{older}” to “{newer}”</source>
        <translation>Van “{older}” naar “{newer}”</translation>
    </message>
    <message>
        <source>From “{what}”, {output}, to “{to}”</source>
        <translation>Van “{what}”, {output}, naar “{to}”</translation>
    </message>
    <message>
        <source>Funnel</source>
        <translation>Trechter</translation>
    </message>
    <message>
        <source>Gets it and leaves it unread</source>
        <translation>Krijgt het en laat het ongelezen</translation>
    </message>
    <message>
        <source>Give a fallback text, or fill the field for this contact.</source>
        <translation>Geef een reservetekst op, of vul het veld voor dit contact in.</translation>
    </message>
    <message>
        <source>Give a phone number with its country, or a name that only one contact has.</source>
        <translation>Geef een telefoonnummer met landcode, of een naam die maar één contact heeft.</translation>
    </message>
    <message>
        <source>Give an address that starts with https://, or upload the file.</source>
        <translation>Geef een adres op dat begint met https://, of upload het bestand.</translation>
    </message>
    <message>
        <source>Give at least two paths a weight.</source>
        <translation>Geef minstens twee paden een gewicht.</translation>
    </message>
    <message>
        <source>Give each bracket its other half.</source>
        <translation>Geef elk haakje zijn wederhelft.</translation>
    </message>
    <message>
        <source>Give it a name of at most {most} characters, such as order_placed.</source>
        <translation>Geef de gebeurtenis een naam van maximaal {most} tekens, zoals order_placed.</translation>
    </message>
    <message>
        <source>Give it a name.</source>
        <translation>Geef de lijst een naam.</translation>
    </message>
    <message>
        <source>Give it a share, or remove the path.</source>
        <translation>Geef het pad een percentage of verwijder het.</translation>
    </message>
    <message>
        <source>Give it one.</source>
        <translation>Geef de campagne een naam.</translation>
    </message>
    <message>
        <source>Give the id of an entry that is not disabled, or leave it out.</source>
        <translation>Geef de id van een ingang die niet is uitgeschakeld, of laat dit weg.</translation>
    </message>
    <message>
        <source>Give the phone number of the one you mean.</source>
        <translation>Geef het telefoonnummer van het contact dat je bedoelt.</translation>
    </message>
    <message>
        <source>Give up after</source>
        <translation>Opgeven na</translation>
    </message>
    <message>
        <source>Gives {shares}</source>
        <translation>Geeft {shares}</translation>
    </message>
    <message>
        <source>Go along the flow</source>
        <translation>Door de journey lopen</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Doorgaan</translation>
    </message>
    <message>
        <source>Go on in another journey, and jump to it.</source>
        <translation>Ga verder in een andere journey en spring daarnaartoe.</translation>
    </message>
    <message>
        <source>Go to campaigns</source>
        <translation>Naar campagnes</translation>
    </message>
    <message>
        <source>Go to contacts</source>
        <translation>Naar contacten</translation>
    </message>
    <message>
        <source>Go to the &amp;entry</source>
        <translation>&amp;Naar de ingang</translation>
    </message>
    <message>
        <source>Go to {what}</source>
        <translation>Naar {what}</translation>
    </message>
    <message>
        <source>Goal</source>
        <translation>Doel</translation>
    </message>
    <message>
        <source>Goal event</source>
        <translation>Doelgebeurtenis</translation>
    </message>
    <message>
        <source>Goal reached</source>
        <translation>Doel bereikt</translation>
    </message>
    <message>
        <source>Goal reached: {reached} of {entered} ({share} %)</source>
        <translation>Doel bereikt: {reached} van {entered} ({share}%)</translation>
    </message>
    <message>
        <source>Goal: reached by {reached} of {entered}</source>
        <translation>Doel: bereikt door {reached} van {entered}</translation>
    </message>
    <message>
        <source>Goes on at {step}, which has its own line</source>
        <translation>Gaat verder bij {step}, die een eigen regel heeft</translation>
    </message>
    <message>
        <source>Goes on by {when} at the latest.</source>
        <translation>Gaat uiterlijk {when} verder.</translation>
    </message>
    <message>
        <source>Goes on for</source>
        <translation>Duurt</translation>
    </message>
    <message>
        <source>Goes on there</source>
        <translation>Gaat daar verder</translation>
    </message>
    <message>
        <source>Goes to those with</source>
        <translation>Voor wie voldoet aan</translation>
    </message>
    <message>
        <source>Good.</source>
        <translation>In orde.</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>Groen</translation>
    </message>
    <message>
        <source>Greets whoever said yes, and looks after those who write back.</source>
        <translation>Begroet wie ja zei, en zorgt voor wie terugschrijft.</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>Grijs</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>Raster</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Groep</translation>
    </message>
    <message>
        <source>Hand it in as marketing, or take the advertising out.</source>
        <translation>Dien het in als marketing, of haal de reclame eruit.</translation>
    </message>
    <message>
        <source>Hand it in as marketing.</source>
        <translation>Dien het in als marketing.</translation>
    </message>
    <message>
        <source>Has parts that cannot be filled here: {parts}</source>
        <translation>Heeft onderdelen die hier niet te vullen zijn: {parts}</translation>
    </message>
    <message>
        <source>Header</source>
        <translation>Koptekst</translation>
    </message>
    <message>
        <source>Header {n}</source>
        <translation>Header {n}</translation>
    </message>
    <message>
        <source>Header: document</source>
        <translation>Kop: document</translation>
    </message>
    <message>
        <source>Header: file name</source>
        <translation>Kop: bestandsnaam</translation>
    </message>
    <message>
        <source>Header: location</source>
        <translation>Kop: locatie</translation>
    </message>
    <message>
        <source>Header: picture</source>
        <translation>Kop: afbeelding</translation>
    </message>
    <message>
        <source>Header: video</source>
        <translation>Kop: video</translation>
    </message>
    <message>
        <source>Headers</source>
        <translation>Headers</translation>
    </message>
    <message>
        <source>Heat</source>
        <translation>Heatmap</translation>
    </message>
    <message>
        <source>Heat: what failed</source>
        <translation>Heatmap: wat mislukte</translation>
    </message>
    <message>
        <source>Heat: who waits</source>
        <translation>Heatmap: wie wacht</translation>
    </message>
    <message>
        <source>Heat: who went on</source>
        <translation>Heatmap: wie verderging</translation>
    </message>
    <message>
        <source>Held by Meta</source>
        <translation>Vastgehouden door Meta</translation>
    </message>
    <message>
        <source>Held by quiet hours</source>
        <translation>Vastgehouden door stille uren</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Verbergen</translation>
    </message>
    <message>
        <source>Hide text</source>
        <translation>Tekst verbergen</translation>
    </message>
    <message>
        <source>Hide the palette</source>
        <translation>Palet verbergen</translation>
    </message>
    <message>
        <source>Hide {what}</source>
        <translation>{what} verbergen</translation>
    </message>
    <message>
        <source>High</source>
        <translation>Hoog</translation>
    </message>
    <message>
        <source>High quality</source>
        <translation>Hoge kwaliteit</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Geschiedenis</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>Vasthouden</translation>
    </message>
    <message>
        <source>Hold out</source>
        <translation>Controlegroep</translation>
    </message>
    <message>
        <source>Holds contacts for a while, until a date, or until it is a good time.</source>
        <translation>Houdt contacten een tijdje vast, tot een datum, of tot het een goed moment is.</translation>
    </message>
    <message>
        <source>Holds contacts until something happens. What happens first decides the path.</source>
        <translation>Houdt contacten vast tot er iets gebeurt. Wat het eerst gebeurt, bepaalt het pad.</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>How it ended</source>
        <translation>Hoe het eindigde</translation>
    </message>
    <message>
        <source>How it runs</source>
        <translation>Hoe het loopt</translation>
    </message>
    <message>
        <source>How long</source>
        <translation>Hoelang</translation>
    </message>
    <message>
        <source>How long after</source>
        <translation>Hoelang erna</translation>
    </message>
    <message>
        <source>How long after leaving the journey the event still counts.</source>
        <translation>Hoelang de gebeurtenis na het verlaten van de journey nog meetelt.</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>Hoeveel</translation>
    </message>
    <message>
        <source>How many came by in all, not at one moment</source>
        <translation>Hoeveel er in totaal langskwamen, niet op één moment</translation>
    </message>
    <message>
        <source>How often</source>
        <translation>Hoe vaak</translation>
    </message>
    <message>
        <source>How often somebody came in, and of these how often the goal was reached; all versions</source>
        <translation>Hoe vaak iemand binnenkwam, en hoe vaak daarvan het doel werd bereikt; alle versies</translation>
    </message>
    <message>
        <source>How to get receipts</source>
        <translation>Zo krijg je ontvangstbevestigingen</translation>
    </message>
    <message>
        <source>How to import</source>
        <translation>Manier van importeren</translation>
    </message>
    <message>
        <source>I follow Meta&apos;s messaging policies</source>
        <translation>Ik volg het berichtenbeleid van Meta</translation>
    </message>
    <message>
        <source>I know the 24-hour window and the messaging limits</source>
        <translation>Ik ken het 24-uursvenster en de berichtenlimieten</translation>
    </message>
    <message>
        <source>I know the content rules</source>
        <translation>Ik ken de regels voor de inhoud</translation>
    </message>
    <message>
        <source>I&amp;mport journeys…</source>
        <translation>Journeys i&amp;mporteren…</translation>
    </message>
    <message>
        <source>If it did arrive the first time, they get it twice. Nobody can tell beforehand.</source>
        <translation>Als het de eerste keer wel is aangekomen, krijgen ze het twee keer. Dat is vooraf niet te zien.</translation>
    </message>
    <message>
        <source>If the contact is in it already</source>
        <translation>Als het contact er al in zit</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importeren</translation>
    </message>
    <message>
        <source>Import a file…</source>
        <translation>Bestand importeren…</translation>
    </message>
    <message>
        <source>Import contacts</source>
        <translation>Contacten importeren</translation>
    </message>
    <message>
        <source>Import journeys</source>
        <translation>Journeys importeren</translation>
    </message>
    <message>
        <source>Import one on the Contacts page.</source>
        <translation>Importeer er een op de pagina Contacten.</translation>
    </message>
    <message>
        <source>Import over this journey</source>
        <translation>Over deze journey heen importeren</translation>
    </message>
    <message>
        <source>Importing…</source>
        <translation>Importeren…</translation>
    </message>
    <message>
        <source>Imports run one after the other.</source>
        <translation>Imports lopen een voor een.</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importeren…</translation>
    </message>
    <message>
        <source>In Meta&apos;s Business settings, give the system user full control of the WhatsApp account, then try again.</source>
        <translation>Geef de systeemgebruiker in de bedrijfsinstellingen van Meta volledig beheer over het WhatsApp-account en probeer het opnieuw.</translation>
    </message>
    <message>
        <source>In Meta&apos;s Business settings, open the system user and make a new token with these permissions.</source>
        <translation>Open de systeemgebruiker in de bedrijfsinstellingen van Meta en maak een nieuw token met deze machtigingen.</translation>
    </message>
    <message>
        <source>In doubt</source>
        <translation>Onzeker</translation>
    </message>
    <message>
        <source>In full</source>
        <translation>Voluit</translation>
    </message>
    <message>
        <source>In review</source>
        <translation>In behandeling</translation>
    </message>
    <message>
        <source>In safe mode the window opens as new, nothing is sent and no journey moves. You can look at your data, make a backup and run the check-up, and leave safe mode at any time.</source>
        <translation>In de veilige modus opent het venster als nieuw, wordt er niets verzonden en staan alle journeys stil. Je kunt je gegevens bekijken, een back-up maken en de controle uitvoeren, en de veilige modus op elk moment verlaten.</translation>
    </message>
    <message>
        <source>In the journey file “{id}” names a step that is not there: “{step}”.</source>
        <translation>In het journeybestand noemt “{id}” een stap die er niet is: “{step}”.</translation>
    </message>
    <message>
        <source>In {zone}, the journey&apos;s time zone</source>
        <translation>In {zone}, de tijdzone van de journey</translation>
    </message>
    <message>
        <source>Incoming message</source>
        <translation>Binnenkomend bericht</translation>
    </message>
    <message>
        <source>Insert a field of the contact</source>
        <translation>Veld van het contact invoegen</translation>
    </message>
    <message>
        <source>Insert a field of the contact: {place}</source>
        <translation>Veld van het contact invoegen: {place}</translation>
    </message>
    <message>
        <source>Inside</source>
        <translation>Erin</translation>
    </message>
    <message>
        <source>Inside (at most {n})</source>
        <translation>Erin (hoogstens {n})</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>Eigenschappen</translation>
    </message>
    <message>
        <source>Install the newer version first.</source>
        <translation>Installeer eerst de nieuwere versie.</translation>
    </message>
    <message>
        <source>Install the newer version to change it.</source>
        <translation>Installeer de nieuwere versie om de journey te wijzigen.</translation>
    </message>
    <message>
        <source>Install the newer version to import it again.</source>
        <translation>Installeer de nieuwere versie om het bestand opnieuw te importeren.</translation>
    </message>
    <message>
        <source>Install the newer version to paste them.</source>
        <translation>Installeer de nieuwere versie om ze te plakken.</translation>
    </message>
    <message>
        <source>Install the newer version; nothing was changed.</source>
        <translation>Installeer de nieuwere versie; er is niets gewijzigd.</translation>
    </message>
    <message>
        <source>Interrupted.</source>
        <translation>Onderbroken.</translation>
    </message>
    <message>
        <source>Is at “{step}” now.</source>
        <translation>Is nu bij “{step}”.</translation>
    </message>
    <message>
        <source>Is no longer on the list “{list}”.</source>
        <translation>Staat niet meer op de lijst “{list}”.</translation>
    </message>
    <message>
        <source>Is not printed</source>
        <translation>Wordt niet afgedrukt</translation>
    </message>
    <message>
        <source>Is now on the list “{list}”.</source>
        <translation>Staat nu op de lijst “{list}”.</translation>
    </message>
    <message>
        <source>Is printed</source>
        <translation>Wordt afgedrukt</translation>
    </message>
    <message>
        <source>Is true</source>
        <translation>Is waar</translation>
    </message>
    <message>
        <source>Issues</source>
        <translation>Problemen</translation>
    </message>
    <message>
        <source>Issues ({n})</source>
        <translation>Problemen ({n})</translation>
    </message>
    <message>
        <source>It can be looked at, but not sent from here: it has {parts}.</source>
        <translation>Je kunt het bekijken, maar niet van hieruit verzenden: het heeft {parts}.</translation>
    </message>
    <message>
        <source>It can be sent.</source>
        <translation>Het kan worden verzonden.</translation>
    </message>
    <message>
        <source>It cannot be delivered</source>
        <translation>Kan niet worden afgeleverd</translation>
    </message>
    <message>
        <source>It cannot be sent until Meta allows it again.</source>
        <translation>Het kan niet worden verzonden tot Meta het weer toestaat.</translation>
    </message>
    <message>
        <source>It counts the marketing of all businesses, and delivers none to US numbers.</source>
        <translation>Meta telt de marketing van alle bedrijven mee en levert niets af op Amerikaanse nummers.</translation>
    </message>
    <message>
        <source>It does not begin with https://.</source>
        <translation>Het begint niet met https://.</translation>
    </message>
    <message>
        <source>It expired, was withdrawn, or does not belong to this account.</source>
        <translation>Het is verlopen, ingetrokken of hoort niet bij dit account.</translation>
    </message>
    <message>
        <source>It found a breach of its policies.</source>
        <translation>Het beleid van Meta is overtreden.</translation>
    </message>
    <message>
        <source>It goes on.</source>
        <translation>De journey gaat verder.</translation>
    </message>
    <message>
        <source>It has more digits than its country uses, or is two numbers.</source>
        <translation>Het heeft meer cijfers dan in het land gebruikelijk is, of het zijn twee nummers.</translation>
    </message>
    <message>
        <source>It has no entry.</source>
        <translation>De journey heeft geen ingang.</translation>
    </message>
    <message>
        <source>It has {length} characters and {most} fit.</source>
        <translation>Het zijn {length} tekens en er passen er {most}.</translation>
    </message>
    <message>
        <source>It holds a document, a picture or another kind of data.</source>
        <translation>Het is een document, een afbeelding of een ander soort gegevens.</translation>
    </message>
    <message>
        <source>It holds bytes that mean nothing in that encoding.</source>
        <translation>Er staan bytes in die in die codering niets betekenen.</translation>
    </message>
    <message>
        <source>It holds letters, an extension, or no digits.</source>
        <translation>Er staan letters, een toestelnummer of geen cijfers in.</translation>
    </message>
    <message>
        <source>It is about &amp;nobody in particular: a business event</source>
        <translation>Het gaat over &amp;niemand in het bijzonder: een bedrijfsgebeurtenis</translation>
    </message>
    <message>
        <source>It is about &amp;one contact</source>
        <translation>Het gaat over één &amp;contact</translation>
    </message>
    <message>
        <source>It is easier to keep as several that jump to each other.</source>
        <translation>Dat werkt makkelijker als meerdere journeys die naar elkaar springen.</translation>
    </message>
    <message>
        <source>It is empty, or has spaces or line breaks in it.</source>
        <translation>Het is leeg, of er staan spaties of regeleinden in.</translation>
    </message>
    <message>
        <source>It is heard by {journeys}.</source>
        <translation>Dit komt aan bij {journeys}.</translation>
    </message>
    <message>
        <source>It is in review, or was changed as often as Meta allows.</source>
        <translation>Het wordt beoordeeld, of is al zo vaak gewijzigd als Meta toestaat.</translation>
    </message>
    <message>
        <source>It is kept as it is now, as a version that never changes, and begins to let contacts in.</source>
        <translation>De journey wordt bewaard zoals die nu is, als een versie die nooit verandert, en begint contacten binnen te laten.</translation>
    </message>
    <message>
        <source>It is kept in the system&apos;s keyring, or given at each start.</source>
        <translation>Het staat in de sleutelhanger van het systeem of wordt bij elke start opgegeven.</translation>
    </message>
    <message>
        <source>It is lost.</source>
        <translation>Die is verloren gegaan.</translation>
    </message>
    <message>
        <source>It is neither paused nor closed.</source>
        <translation>Deze is niet gepauzeerd en niet gesloten.</translation>
    </message>
    <message>
        <source>It is no field of the event that comes before, or nothing of that name does.</source>
        <translation>Het is geen veld van de gebeurtenis die eraan voorafgaat, of er gaat geen gebeurtenis met die naam aan vooraf.</translation>
    </message>
    <message>
        <source>It is not clear what “{name}” is.</source>
        <translation>Het is niet duidelijk wat “{name}” is.</translation>
    </message>
    <message>
        <source>It is quiet hours; the message waits until {until}.</source>
        <translation>Het zijn stille uren; het bericht wacht tot {until}.</translation>
    </message>
    <message>
        <source>It is refused</source>
        <translation>Wordt geweigerd</translation>
    </message>
    <message>
        <source>It is the only entry of this journey.</source>
        <translation>Het is de enige ingang van deze journey.</translation>
    </message>
    <message>
        <source>It is too late to undo: the first message has left.</source>
        <translation>Het is te laat om dit ongedaan te maken: het eerste bericht is de deur uit.</translation>
    </message>
    <message>
        <source>It is what a contact is known by.</source>
        <translation>Daaraan is een contact te herkennen.</translation>
    </message>
    <message>
        <source>It is within the hours to wait for, so it goes straight on.</source>
        <translation>Het is binnen de uren om op te wachten, dus het contact gaat meteen verder.</translation>
    </message>
    <message>
        <source>It is wrong, or what it named was deleted.</source>
        <translation>De id is onjuist, of wat erbij hoorde is verwijderd.</translation>
    </message>
    <message>
        <source>It is {at}, and no path is for that day, so it takes the other path.</source>
        <translation>Het is {at} en voor die dag is er geen pad, dus het contact neemt het overige pad.</translation>
    </message>
    <message>
        <source>It is {at}, and no path is for that time, so it takes the other path.</source>
        <translation>Het is {at} en voor die tijd is er geen pad, dus het contact neemt het overige pad.</translation>
    </message>
    <message>
        <source>It leads on by</source>
        <translation>Zo gaat het verder</translation>
    </message>
    <message>
        <source>It leads on by:</source>
        <translation>Contacten gaan verder via:</translation>
    </message>
    <message>
        <source>It lets in one contact at a time.</source>
        <translation>De gebeurtenis laat één contact tegelijk binnen.</translation>
    </message>
    <message>
        <source>It made many calls in a short time.</source>
        <translation>Er zijn in korte tijd veel aanroepen gedaan.</translation>
    </message>
    <message>
        <source>It may ask {most} things, {deepest} groups deep.</source>
        <translation>De regel mag naar {most} dingen vragen, {deepest} groepen diep.</translation>
    </message>
    <message>
        <source>It may have no line breaks, no formatting and no emoji.</source>
        <translation>Er mogen geen regeleinden, geen opmaak en geen emoji in staan.</translation>
    </message>
    <message>
        <source>It may have no places and no line breaks.</source>
        <translation>Er mogen geen invulplekken en geen regeleinden in staan.</translation>
    </message>
    <message>
        <source>It may hold what this version does not know, so it is only shown here.</source>
        <translation>Er kan iets in staan wat deze versie niet kent, dus je kunt de journey hier alleen bekijken.</translation>
    </message>
    <message>
        <source>It may not use WhatsApp, have an old version, or not have accepted the terms. Meta does not say which.</source>
        <translation>Misschien gebruikt het geen WhatsApp, of een oude versie, of zijn de voorwaarden niet geaccepteerd. Meta zegt niet welke van deze het is.</translation>
    </message>
    <message>
        <source>It needs both WhatsApp permissions. A whole cURL command from Meta&apos;s dashboard fills every field.</source>
        <translation>Het heeft beide WhatsApp-machtigingen nodig. Een hele cURL-opdracht uit Meta’s dashboard vult elk veld in.</translation>
    </message>
    <message>
        <source>It protects against sending to the wrong audience.</source>
        <translation>Dat beschermt tegen verzenden naar de verkeerde doelgroep.</translation>
    </message>
    <message>
        <source>It settles when its status arrives, or you decide.</source>
        <translation>Dat wordt duidelijk als de status binnenkomt, of als jij het beslist.</translation>
    </message>
    <message>
        <source>It starts at {time} UTC; keep “whatsapp-studio run” or the window open.</source>
        <translation>Het begint op {time} UTC; laat “whatsapp-studio run” of het venster open.</translation>
    </message>
    <message>
        <source>It still belongs to a kind of service that has ended.</source>
        <translation>Het hoort nog bij een soort dienst die niet meer bestaat.</translation>
    </message>
    <message>
        <source>It takes a few minutes.</source>
        <translation>Het duurt een paar minuten.</translation>
    </message>
    <message>
        <source>It takes about a minute.</source>
        <translation>Het duurt ongeveer een minuut.</translation>
    </message>
    <message>
        <source>It takes up to ten minutes after a change.</source>
        <translation>Na een wijziging duurt dat tot tien minuten.</translation>
    </message>
    <message>
        <source>It took {span}.</source>
        <translation>Het duurde {span}.</translation>
    </message>
    <message>
        <source>It usually answers within a day. Refresh the templates to see.</source>
        <translation>Meta antwoordt meestal binnen een dag. Vernieuw de sjablonen om het te zien.</translation>
    </message>
    <message>
        <source>It waits, for its journey is paused.</source>
        <translation>De verzending wacht, want de journey is gepauzeerd.</translation>
    </message>
    <message>
        <source>It was being sent when the backup was made.</source>
        <translation>De verzending liep toen de back-up werd gemaakt.</translation>
    </message>
    <message>
        <source>Jo&amp;urney settings…</source>
        <translation>Journe&amp;y-instellingen…</translation>
    </message>
    <message>
        <source>Meta counts “{template}” as marketing.</source>
        <translation>Meta rekent “{template}” tot marketing.</translation>
    </message>
    <message>
        <source>Open “{name}”</source>
        <translation>“{name}” openen</translation>
    </message>
    <message>
        <source>Other messages within 24 hours</source>
        <translation>Andere berichten binnen 24 uur</translation>
    </message>
    <message>
        <source>Parts of the audience</source>
        <translation>Delen van de doelgroep</translation>
    </message>
    <message>
        <source>People gave “{template}” a low quality rating.</source>
        <translation>Mensen gaven “{template}” een lage kwaliteitsbeoordeling.</translation>
    </message>
    <message>
        <source>People who never said yes or no to marketing.</source>
        <translation>Mensen die nooit ja of nee hebben gezegd tegen marketing.</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Periode</translation>
    </message>
    <message>
        <source>Person erased</source>
        <translation>Persoon gewist</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Poort</translation>
    </message>
    <message>
        <source>Practice</source>
        <translation>Oefenen</translation>
    </message>
    <message>
        <source>Practice is off: everybody can be reached.</source>
        <translation>Oefenen staat uit: iedereen is bereikbaar.</translation>
    </message>
    <message>
        <source>Practice is on.</source>
        <translation>Oefenen staat aan.</translation>
    </message>
    <message>
        <source>Practice switched off</source>
        <translation>Oefenen uitgezet</translation>
    </message>
    <message>
        <source>Practice switched on</source>
        <translation>Oefenen aangezet</translation>
    </message>
    <message>
        <source>Practice: nobody can be reached</source>
        <translation>Oefenen: niemand is bereikbaar</translation>
    </message>
    <message numerus="yes">
        <source>Practice: only {n} people can be reached</source>
        <extracomment>One: Practice: only {n} person can be reached</extracomment>
        <translation>
            <numerusform>Oefenen: maar {n} persoon is bereikbaar</numerusform>
            <numerusform>Oefenen: maar {n} mensen zijn bereikbaar</numerusform>
        </translation>
    </message>
    <message>
        <source>Pressed a button</source>
        <translation>Op een knop getikt</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Voorrang</translation>
    </message>
    <message>
        <source>Public holidays</source>
        <translation>Feestdagen</translation>
    </message>
    <message>
        <source>Public holidays of {country}</source>
        <translation>Feestdagen van {country}</translation>
    </message>
    <message>
        <source>Put into a group</source>
        <translation>In een groep zetten</translation>
    </message>
    <message>
        <source>Quiet hours deleted</source>
        <translation>Stille uren verwijderd</translation>
    </message>
    <message>
        <source>Quiet hours of a week</source>
        <translation>Stille uren van een week</translation>
    </message>
    <message>
        <source>Quiet hours saved</source>
        <translation>Stille uren opgeslagen</translation>
    </message>
    <message>
        <source>Quiet hours {n}</source>
        <translation>Stille uren {n}</translation>
    </message>
    <message>
        <source>Quiet, by each person’s own clock</source>
        <translation>Stil, op ieders eigen klok</translation>
    </message>
    <message>
        <source>Reached by</source>
        <translation>Bereikt door</translation>
    </message>
    <message>
        <source>Read people from FILE: CSV, Excel, OpenDocument or vCard.</source>
        <translation>Lees mensen uit FILE: CSV, Excel, OpenDocument of vCard.</translation>
    </message>
    <message>
        <source>Remove fr&amp;ame</source>
        <translation>Kader ve&amp;rwijderen</translation>
    </message>
    <message>
        <source>Select what c&amp;omes after</source>
        <translation>Alles &amp;hierna selecteren</translation>
    </message>
    <message>
        <source>Test wit&amp;h real messages</source>
        <translation>Testen met e&amp;chte berichten</translation>
    </message>
    <message>
        <source>The business event “{event}” came; it takes the audience that was found {minutes} min ago.</source>
        <translation>De bedrijfsgebeurtenis “{event}” kwam; die neemt de doelgroep die {minutes} min geleden is gevonden.</translation>
    </message>
    <message>
        <source>The time zone “{zone}” is not known.</source>
        <translation>De tijdzone “{zone}” is niet bekend.</translation>
    </message>
    <message>
        <source>There is already a campaign “{name}”.</source>
        <translation>Er is al een campagne “{name}”.</translation>
    </message>
    <message>
        <source>There is no campaign “{name}”.</source>
        <translation>Er is geen campagne “{name}”.</translation>
    </message>
    <message>
        <source>It was deleted or moved to another account.</source>
        <translation>Het is verwijderd of naar een ander account verplaatst.</translation>
    </message>
    <message>
        <source>It was deleted, or the copy here is old.</source>
        <translation>Het is verwijderd, of de kopie hier is verouderd.</translation>
    </message>
    <message>
        <source>It was deleted, renamed or is not approved.</source>
        <translation>Het is verwijderd, hernoemd of niet goedgekeurd.</translation>
    </message>
    <message>
        <source>It was deleted.</source>
        <translation>Die is verwijderd.</translation>
    </message>
    <message>
        <source>It was ended for everybody who was inside.</source>
        <translation>De journey is beëindigd voor iedereen die erin zat.</translation>
    </message>
    <message>
        <source>It was moved, renamed or deleted.</source>
        <translation>Het bestand is verplaatst, hernoemd of verwijderd.</translation>
    </message>
    <message>
        <source>It was never published, so nobody can be inside.</source>
        <translation>Deze is nooit gepubliceerd, dus er kan niemand in zitten.</translation>
    </message>
    <message>
        <source>It was not used for a year.</source>
        <translation>Het is een jaar niet gebruikt.</translation>
    </message>
    <message>
        <source>It was paused for low quality too often.</source>
        <translation>Het is te vaak gepauzeerd vanwege lage kwaliteit.</translation>
    </message>
    <message>
        <source>It was restarted, or lost its power, before the program could end.</source>
        <translation>Hij is opnieuw gestart of viel uit voordat het programma kon afsluiten.</translation>
    </message>
    <message>
        <source>It was simulated as it was: a rule that cannot be read is true for nobody, and a message that cannot be sent fails.</source>
        <translation>Er is gesimuleerd met de journey zoals die was: een regel die niet te lezen is, geldt voor niemand, en een bericht dat niet verzonden kan worden, mislukt.</translation>
    </message>
    <message>
        <source>It was written to the log; your data is as it was before.</source>
        <translation>De fout staat in het logboek; je gegevens zijn zoals ze waren.</translation>
    </message>
    <message>
        <source>Its address did not answer as it should.</source>
        <translation>Het adres ervan antwoordde niet zoals het hoort.</translation>
    </message>
    <message>
        <source>Its address did not answer, or it is too large.</source>
        <translation>Het adres ervan antwoordde niet, of het bestand is te groot.</translation>
    </message>
    <message>
        <source>Its audience changed: {joined} joined and {left} left; {entered} let in, {refused} not.</source>
        <translation>De doelgroep is veranderd: {joined} erbij en {left} eruit; {entered} binnengelaten, {refused} niet.</translation>
    </message>
    <message>
        <source>Its audience was looked at for the first time: {found} are in it already.</source>
        <translation>De doelgroep is voor het eerst bekeken: er zitten er al {found} in.</translation>
    </message>
    <message>
        <source>Its audience was not read {count} times, for the journey lets nobody in.</source>
        <translation>De doelgroep is {count} keer niet ingelezen, want de journey laat niemand binnen.</translation>
    </message>
    <message>
        <source>Its audience was read, and nobody was found.</source>
        <translation>De doelgroep is ingelezen en er is niemand gevonden.</translation>
    </message>
    <message>
        <source>Its audience was read: {found} found, {entered} let in, {refused} not.</source>
        <translation>De doelgroep is ingelezen: {found} gevonden, {entered} binnengelaten, {refused} niet.</translation>
    </message>
    <message>
        <source>Its audience was to be read {count} times more while this program was closed.</source>
        <translation>De doelgroep had nog {count} keer ingelezen moeten worden terwijl dit programma dicht was.</translation>
    </message>
    <message>
        <source>Its buttons are: {buttons}.</source>
        <translation>De knoppen zijn: {buttons}.</translation>
    </message>
    <message>
        <source>Its certificate is not signed by anyone this computer trusts.</source>
        <translation>Het certificaat is niet ondertekend door een partij die deze computer vertrouwt.</translation>
    </message>
    <message>
        <source>Its columns are: {columns}.</source>
        <translation>De kolommen zijn: {columns}.</translation>
    </message>
    <message>
        <source>Its contents cannot be read without it.</source>
        <translation>Zonder wachtwoord is de inhoud niet te lezen.</translation>
    </message>
    <message>
        <source>Its digits do not fit the numbering plan of the country, so no phone can have it.</source>
        <translation>De cijfers passen niet in het nummerplan van het land, dus geen telefoon kan dit nummer hebben.</translation>
    </message>
    <message>
        <source>Its end lies in the past, so nobody could enter.</source>
        <translation>Het einde ligt in het verleden, dus niemand zou kunnen binnenkomen.</translation>
    </message>
    <message>
        <source>Its folder or disk is read-only.</source>
        <translation>De map of schijf is alleen-lezen.</translation>
    </message>
    <message>
        <source>Its id stands in WhatsApp Manager under Settings, and in Meta&apos;s dashboard under API setup.</source>
        <translation>De id staat in WhatsApp Manager onder Instellingen, en in Meta’s dashboard onder API Setup.</translation>
    </message>
    <message>
        <source>Its last day is before its first time.</source>
        <translation>De laatste dag ligt vóór de eerste keer.</translation>
    </message>
    <message>
        <source>Its last day lies in the past.</source>
        <translation>De laatste dag ligt in het verleden.</translation>
    </message>
    <message>
        <source>Its name is blocked for some weeks.</source>
        <translation>De naam is een paar weken geblokkeerd.</translation>
    </message>
    <message>
        <source>Its places are next to each other or misspelled, or it has too many empty lines.</source>
        <translation>De invulplekken staan naast elkaar of zijn verkeerd geschreven, of er zijn te veel lege regels.</translation>
    </message>
    <message>
        <source>Its share is 0.</source>
        <translation>Het percentage is 0.</translation>
    </message>
    <message>
        <source>Its sheets are: {sheets}.</source>
        <translation>De bladen zijn: {sheets}.</translation>
    </message>
    <message>
        <source>Its status is: {status}.</source>
        <translation>De status is: {status}.</translation>
    </message>
    <message>
        <source>Its type, size or encoding is not one that WhatsApp shows, or its address leads elsewhere.</source>
        <translation>WhatsApp kan dit type, deze grootte of deze codering niet tonen, of het adres leidt ergens anders heen.</translation>
    </message>
    <message>
        <source>Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec</source>
        <translation>jan feb mrt apr mei jun jul aug sep okt nov dec</translation>
    </message>
    <message>
        <source>Join them with “and” or “or”.</source>
        <translation>Voeg ze samen met “and” of “or”.</translation>
    </message>
    <message>
        <source>Joins it</source>
        <translation>Erbij komt</translation>
    </message>
    <message>
        <source>Joins or leaves</source>
        <translation>Erbij of eruit</translation>
    </message>
    <message>
        <source>Joins or leaves it, each with a path of its own</source>
        <translation>Erbij komt of eruit gaat, elk met een eigen pad</translation>
    </message>
    <message>
        <source>Joins or leaves the audience</source>
        <translation>Komt in of gaat uit de doelgroep</translation>
    </message>
    <message>
        <source>Joins or leaves {list}</source>
        <translation>Komt op of gaat van lijst {list}</translation>
    </message>
    <message>
        <source>Joins the audience</source>
        <translation>Komt in de doelgroep</translation>
    </message>
    <message>
        <source>Joins {list}</source>
        <translation>Komt op lijst {list}</translation>
    </message>
    <message>
        <source>Journey</source>
        <translation>Journey</translation>
    </message>
    <message>
        <source>Journey canvas</source>
        <translation>Journeycanvas</translation>
    </message>
    <message>
        <source>Journey: code of the last failed message</source>
        <translation>Journey: code van het laatst mislukte bericht</translation>
    </message>
    <message>
        <source>Journey: day the contact came in</source>
        <translation>Journey: dag van binnenkomst</translation>
    </message>
    <message>
        <source>Journey: its name</source>
        <translation>Journey: de naam</translation>
    </message>
    <message>
        <source>Journeys</source>
        <translation>Journeys</translation>
    </message>
    <message>
        <source>Journeys ({kinds})</source>
        <translation>Journeys ({kinds})</translation>
    </message>
    <message>
        <source>Journeys and contacts ({kinds})</source>
        <translation>Journeys en contacten ({kinds})</translation>
    </message>
    <message>
        <source>Journeys move while this program is open: its window, or “whatsapp-studio run”. What was due while it was closed happens when it starts, in order.</source>
        <translation>Journeys lopen door zolang dit programma open is: het venster of “whatsapp-studio run”. Wat aan de beurt was toen het dicht was, gebeurt bij het starten, op volgorde.</translation>
    </message>
    <message>
        <source>Jump to a journey</source>
        <translation>Naar een journey springen</translation>
    </message>
    <message>
        <source>Jump to the contact whose message becomes the longest</source>
        <translation>Naar het contact met het langste bericht</translation>
    </message>
    <message>
        <source>Jump to the person whose message becomes the longest</source>
        <translation>Naar de persoon met het langste bericht</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Behouden</translation>
    </message>
    <message>
        <source>Keep one complete number in the cell.</source>
        <translation>Houd één volledig nummer in de cel.</translation>
    </message>
    <message>
        <source>Keep one number in the cell, with digits only.</source>
        <translation>Houd één nummer in de cel, met alleen cijfers.</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>Snel&amp;toetsen</translation>
    </message>
    <message>
        <source>&amp;All audiences</source>
        <translation>&amp;Alle doelgroepen</translation>
    </message>
    <message>
        <source>&amp;Answer</source>
        <translation>&amp;Antwoord</translation>
    </message>
    <message>
        <source>&amp;At most</source>
        <translation>&amp;Hoogstens</translation>
    </message>
    <message>
        <source>&amp;At most (0 for none)</source>
        <translation>&amp;Hoogstens (0 voor niets)</translation>
    </message>
    <message>
        <source>&amp;Banned words</source>
        <translation>Verboden &amp;woorden</translation>
    </message>
    <message>
        <source>&amp;Compare languages</source>
        <translation>&amp;Talen vergelijken</translation>
    </message>
    <message>
        <source>&amp;Country of the number</source>
        <translation>&amp;Land van het nummer</translation>
    </message>
    <message>
        <source>&amp;Duplicate as new…</source>
        <translation>&amp;Dupliceren als nieuw…</translation>
    </message>
    <message>
        <source>&amp;Edit…</source>
        <translation>&amp;Bewerken…</translation>
    </message>
    <message>
        <source>&amp;Helpers for expressions</source>
        <translation>&amp;Hulpfuncties voor expressies</translation>
    </message>
    <message>
        <source>&amp;How many</source>
        <translation>&amp;Hoeveel</translation>
    </message>
    <message>
        <source>&amp;Language of the words</source>
        <translation>&amp;Taal van de woorden</translation>
    </message>
    <message>
        <source>&amp;New template…</source>
        <translation>&amp;Nieuw sjabloon…</translation>
    </message>
    <message>
        <source>&amp;Numbers</source>
        <translation>&amp;Nummers</translation>
    </message>
    <message>
        <source>&amp;Only until</source>
        <translation>Al&amp;leen tot en met</translation>
    </message>
    <message>
        <source>&amp;Purpose</source>
        <translation>&amp;Doel</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>&amp;Reden</translation>
    </message>
    <message>
        <source>&amp;Replace everywhere…</source>
        <translation>Overal &amp;vervangen…</translation>
    </message>
    <message>
        <source>&amp;Save the segment</source>
        <translation>Segment op&amp;slaan</translation>
    </message>
    <message>
        <source>&amp;Submit…</source>
        <translation>&amp;Indienen…</translation>
    </message>
    <message>
        <source>&amp;Try a message</source>
        <translation>&amp;Probeer een bericht</translation>
    </message>
    <message>
        <source>&amp;Use in a campaign</source>
        <translation>In een &amp;campagne gebruiken</translation>
    </message>
    <message>
        <source>&amp;Within</source>
        <translation>&amp;Binnen</translation>
    </message>
    <message>
        <source>&amp;Words</source>
        <translation>&amp;Woorden</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>(leeg)</translation>
    </message>
    <message>
        <source>(hidden)</source>
        <translation>(verborgen)</translation>
    </message>
    <message>
        <source>.</source>
        <comment>decimal separator</comment>
        <translation>,</translation>
    </message>
    <message>
        <source>0 takes a free one.</source>
        <translation>Met 0 wordt een vrije poort gekozen.</translation>
    </message>
    <message>
        <source>10 minutes, as usual</source>
        <translation>10 minuten, zoals gewoonlijk</translation>
    </message>
    <message>
        <source>123456; SKU-7</source>
        <translation>123456; SKU-7</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30 dagen</translation>
    </message>
    <message>
        <source>30 days, as usual</source>
        <translation>30 dagen, zoals gewoonlijk</translation>
    </message>
    <message>
        <source>A &amp;message that is due then</source>
        <translation>Een bericht dat &amp;dan moet gaan</translation>
    </message>
    <message>
        <source>A banned word of your brand kit</source>
        <translation>Een verboden woord van je huisstijl</translation>
    </message>
    <message>
        <source>A beginning of numbers is one of whole numbers.</source>
        <translation>Een beginreeks is er een van hele nummers.</translation>
    </message>
    <message>
        <source>A block that has ended keeps nobody from being written to.</source>
        <translation>Een blokkade die voorbij is, houdt niemand tegen.</translation>
    </message>
    <message>
        <source>A button for one product needs a header with that product.</source>
        <translation>Een knop voor één product heeft een kop met dat product nodig.</translation>
    </message>
    <message>
        <source>A button for one-time passwords needs the category authentication.</source>
        <translation>Een knop voor eenmalige wachtwoorden vraagt de categorie verificatie.</translation>
    </message>
    <message>
        <source>A call button may be used for {least} to {most} minutes.</source>
        <translation>Een belknop werkt {least} tot {most} minuten.</translation>
    </message>
    <message>
        <source>A cap limits how often somebody is written to. Caps are in the settings.</source>
        <translation>Een maximum beperkt hoe vaak iemand een bericht krijgt. De maxima staan in de instellingen.</translation>
    </message>
    <message>
        <source>A card cannot have a button of the kind “{kind}”.</source>
        <translation>Een kaart kan geen knop van de soort “{kind}” hebben.</translation>
    </message>
    <message>
        <source>A card&apos;s header is a picture, a video or a product.</source>
        <translation>De kop van een kaart is een afbeelding, een video of een product.</translation>
    </message>
    <message>
        <source>A carousel has no footer.</source>
        <translation>Een carrousel heeft geen voettekst.</translation>
    </message>
    <message>
        <source>A carousel has no header above it.</source>
        <translation>Een carrousel heeft er geen kop boven.</translation>
    </message>
    <message>
        <source>A carousel has {least} to {most} cards; this one has {count}.</source>
        <translation>Een carrousel heeft {least} tot {most} kaarten; deze heeft er {count}.</translation>
    </message>
    <message>
        <source>A carousel is for marketing templates only.</source>
        <translation>Een carrousel is alleen voor marketingsjablonen.</translation>
    </message>
    <message>
        <source>A cell in “{name}” is longer than any field can be.</source>
        <translation>Een cel in “{name}” is langer dan een veld kan zijn.</translation>
    </message>
    <message>
        <source>A chair is free on {{ contact.event_date }}.</source>
        <comment>example</comment>
        <translation>Er is een stoel vrij op {{ contact.event_date }}.</translation>
    </message>
    <message>
        <source>A change was submitted from here</source>
        <translation>Een wijziging is van hieruit ingediend</translation>
    </message>
    <message>
        <source>A code ends after {least} to {most} minutes.</source>
        <translation>Een code verloopt na {least} tot {most} minuten.</translation>
    </message>
    <message>
        <source>A code to sign in with, ready to be copied.</source>
        <translation>Een code om mee in te loggen, klaar om te kopiëren.</translation>
    </message>
    <message>
        <source>A contact cannot be merged with itself.</source>
        <translation>Een contact kan niet met zichzelf worden samengevoegd.</translation>
    </message>
    <message>
        <source>A contact marked for tests.</source>
        <translation>Een contact dat voor tests is aangemerkt.</translation>
    </message>
    <message>
        <source>A date and time without its zone</source>
        <translation>Een datum en tijd zonder tijdzone</translation>
    </message>
    <message>
        <source>A date as a date and time</source>
        <translation>Een datum als datum en tijd</translation>
    </message>
    <message>
        <source>A date by Liquid&apos;s signs, or by a style</source>
        <translation>Een datum volgens de tekens van Liquid, of in een stijl</translation>
    </message>
    <message>
        <source>A date by a style (short, medium, long, full) or a pattern, in the template&apos;s language or another</source>
        <translation>Een datum in een stijl (short, medium, long, full) of een patroon, in de taal van het sjabloon of een andere</translation>
    </message>
    <message>
        <source>A day of the calendar</source>
        <translation>Een kalenderdag</translation>
    </message>
    <message>
        <source>A document of yours, an https address, or the id of an uploaded file</source>
        <translation>Een document van jou, een https-adres, of het id van een geüpload bestand</translation>
    </message>
    <message>
        <source>A file has a row of column names and a sample in each row after it, or is a JSON list of objects.</source>
        <translation>Een bestand heeft een rij kolomnamen en daarna in elke rij een voorbeeld, of is een JSON-lijst van objecten.</translation>
    </message>
    <message>
        <source>A footer has one line.</source>
        <translation>Een voettekst heeft één regel.</translation>
    </message>
    <message>
        <source>A form takes its data as names and values between braces.</source>
        <translation>Een formulier krijgt zijn gegevens als namen en waarden tussen accolades.</translation>
    </message>
    <message>
        <source>A header has one line.</source>
        <translation>Een koptekst heeft één regel.</translation>
    </message>
    <message>
        <source>A header takes no formatting and no asterisk.</source>
        <translation>Een koptekst kan geen opmaak en geen sterretje hebben.</translation>
    </message>
    <message>
        <source>A header with a product needs a button for one product.</source>
        <translation>Een kop met een product heeft een knop voor één product nodig.</translation>
    </message>
    <message>
        <source>A hundred templates were created in the last hour.</source>
        <translation>In het afgelopen uur zijn honderd sjablonen gemaakt.</translation>
    </message>
    <message>
        <source>A limited-time offer has no footer.</source>
        <translation>Een tijdelijke aanbieding heeft geen voettekst.</translation>
    </message>
    <message>
        <source>A limited-time offer is for marketing templates only.</source>
        <translation>Een tijdelijke aanbieding is alleen voor marketingsjablonen.</translation>
    </message>
    <message>
        <source>A link cannot work</source>
        <translation>Een link kan niet werken</translation>
    </message>
    <message>
        <source>A link hides where it leads</source>
        <translation>Een link verbergt waar hij heen gaat</translation>
    </message>
    <message>
        <source>A list of contacts has a column for each field.</source>
        <translation>Een lijst met contacten heeft een kolom voor elk veld.</translation>
    </message>
    <message>
        <source>A list of people who were put on it one by one, or came with a file.</source>
        <translation>Een lijst van mensen die er een voor een op zijn gezet, of met een bestand kwamen.</translation>
    </message>
    <message>
        <source>A list of the parts between a sign</source>
        <translation>Een lijst van de delen rond een teken</translation>
    </message>
    <message>
        <source>A machine without a keyring is as it should be.</source>
        <translation>Een machine zonder sleutelhanger is ook goed.</translation>
    </message>
    <message>
        <source>A marketing message</source>
        <translation>Een marketingbericht</translation>
    </message>
    <message>
        <source>A marketing template goes only to who opted in, whatever is chosen here. Whoever may not be written to leaves by “failed”.</source>
        <translation>Een marketingsjabloon gaat alleen naar wie toestemming gaf, wat hier ook gekozen is. Wie geen bericht mag krijgen, vertrekt bij “mislukt”.</translation>
    </message>
    <message>
        <source>A message must come out the same when it is looked at, sent and sent again.</source>
        <translation>Een bericht moet hetzelfde zijn als je het bekijkt, verzendt en nog eens verzendt.</translation>
    </message>
    <message>
        <source>A message that is due then</source>
        <translation>Een bericht dat dan moet gaan</translation>
    </message>
    <message>
        <source>A message that is due then is not sent.</source>
        <translation>Een bericht dat dan moet gaan, wordt niet verzonden.</translation>
    </message>
    <message>
        <source>A message that is due then waits until they are over.</source>
        <translation>Een bericht dat dan moet gaan, wacht tot ze voorbij zijn.</translation>
    </message>
    <message>
        <source>A message that waits too long is of no use; how long that is depends on what it is for.</source>
        <translation>Een bericht dat te lang wacht, heeft geen nut; hoelang dat is, hangt af van waar het voor is.</translation>
    </message>
    <message>
        <source>A message was not sent: one of higher priority took the last place under “{cap}”.</source>
        <translation>Een bericht is niet verzonden: een met meer voorrang nam de laatste plaats onder “{cap}”.</translation>
    </message>
    <message>
        <source>A month of the calendar</source>
        <translation>Een kalendermaand</translation>
    </message>
    <message>
        <source>A moving picture is for marketing templates only.</source>
        <translation>Een bewegende afbeelding is alleen voor marketingsjablonen.</translation>
    </message>
    <message>
        <source>A name has at most {most} characters, and no quotes, brackets or percent signs.</source>
        <translation>Een naam heeft hooguit {most} tekens, en geen aanhalingstekens, haakjes of procenttekens.</translation>
    </message>
    <message>
        <source>A note holds at most {most} characters.</source>
        <translation>Een notitie heeft hoogstens {most} tekens.</translation>
    </message>
    <message>
        <source>A number that is never above another</source>
        <translation>Een getal dat nooit hoger is dan een ander</translation>
    </message>
    <message>
        <source>A number that is never below another</source>
        <translation>Een getal dat nooit lager is dan een ander</translation>
    </message>
    <message>
        <source>A one-time password cannot have a button of the kind “{kind}”.</source>
        <translation>Een eenmalig wachtwoord kan geen knop van de soort “{kind}” hebben.</translation>
    </message>
    <message>
        <source>A one-time password has no header.</source>
        <translation>Een eenmalig wachtwoord heeft geen koptekst.</translation>
    </message>
    <message>
        <source>A one-time password has no links.</source>
        <translation>Een eenmalig wachtwoord heeft geen links.</translation>
    </message>
    <message>
        <source>A part replaced wherever it is</source>
        <translation>Een deel overal vervangen</translation>
    </message>
    <message>
        <source>A part replaced wherever it is; without a second text it is taken out</source>
        <translation>Een deel overal vervangen; zonder tweede tekst wordt het weggehaald</translation>
    </message>
    <message>
        <source>A part: from a place, so many characters; a minus counts from the end</source>
        <translation>Een deel: vanaf een plek, zoveel tekens; een minteken telt vanaf het eind</translation>
    </message>
    <message>
        <source>A part: from a place, up to but without another; the first place is 0</source>
        <translation>Een deel: vanaf een plek tot net voor een andere; de eerste plek is 0</translation>
    </message>
    <message>
        <source>A period of “{name}” has no days.</source>
        <translation>Een periode van “{name}” heeft geen dagen.</translation>
    </message>
    <message>
        <source>A phone may be off. After this time the message is not delivered any more.</source>
        <translation>Een telefoon kan uit staan. Na deze tijd wordt het bericht niet meer bezorgd.</translation>
    </message>
    <message>
        <source>A phone number got its first zero back.</source>
        <translation>Een telefoonnummer kreeg zijn eerste nul terug.</translation>
    </message>
    <message>
        <source>A phone number got its “+” back.</source>
        <translation>Een telefoonnummer kreeg zijn “+” terug.</translation>
    </message>
    <message>
        <source>A phone number of Mexico or Brazil got its present form.</source>
        <translation>Een telefoonnummer van Mexico of Brazilië kreeg zijn huidige vorm.</translation>
    </message>
    <message>
        <source>A phone number was written as an amount, with decimals.</source>
        <translation>Een telefoonnummer was geschreven als een bedrag, met decimalen.</translation>
    </message>
    <message>
        <source>A picture of yours, an https address, or the id of an uploaded file</source>
        <translation>Een afbeelding van jou, een https-adres, of het id van een geüpload bestand</translation>
    </message>
    <message>
        <source>A pity! We give your chair to somebody else. Shall we tell you about the next evening?</source>
        <comment>example</comment>
        <translation>Jammer! We geven je stoel aan iemand anders. Zullen we je over de volgende avond vertellen?</translation>
    </message>
    <message>
        <source>A recipe keeps a template with all that fills it. Save one from a campaign or a step.</source>
        <translation>Een recept bewaart een sjabloon met alles wat het vult. Sla er een op vanuit een campagne of een stap.</translation>
    </message>
    <message>
        <source>A reply that is one of these words and nothing else counts, in any language.</source>
        <translation>Een antwoord dat een van deze woorden is en niets anders, telt, in elke taal.</translation>
    </message>
    <message>
        <source>A request for permission to call may have no header, footer or buttons.</source>
        <translation>Een verzoek om te mogen bellen kan geen koptekst, voettekst of knoppen hebben.</translation>
    </message>
    <message>
        <source>A sample is a set of made-up values to look at messages with: a long name, an empty field, an order. Type one, or import up to 1,000 from CSV or JSON.</source>
        <translation>Een voorbeeld is een set verzonnen waarden om berichten mee te bekijken: een lange naam, een leeg veld, een bestelling. Typ er een, of importeer er tot 1.000 uit CSV of JSON.</translation>
    </message>
    <message>
        <source>A segment</source>
        <translation>Een segment</translation>
    </message>
    <message>
        <source>A segment is a rule: whoever it holds for at the moment of sending belongs to it. A list is a fixed group of people. Begin with one of these and change it.</source>
        <translation>Een segment is een regel: wie er op het moment van verzenden aan voldoet, hoort erbij. Een lijst is een vaste groep mensen. Begin met een van deze en verander hem.</translation>
    </message>
    <message>
        <source>A service message: it goes to everybody who did not opt out.</source>
        <comment>example</comment>
        <translation>Een servicebericht: het gaat naar iedereen die zich niet heeft afgemeld.</translation>
    </message>
    <message>
        <source>A small file to fill in: one contact on each row, with the columns you need.</source>
        <translation>Een klein bestand om in te vullen: een contact per rij, met de kolommen die je nodig hebt.</translation>
    </message>
    <message>
        <source>A snippet has at most {most} kilobytes.</source>
        <translation>Een snippet heeft hooguit {most} kilobyte.</translation>
    </message>
    <message>
        <source>A snippet is a text with a name, such as your opening hours. Change it in one place, and every draft that uses it follows.</source>
        <translation>Een snippet is een tekst met een naam, zoals je openingstijden. Wijzig die op één plek, en elk concept dat hem gebruikt, volgt.</translation>
    </message>
    <message>
        <source>A spreadsheet keeps fifteen digits of a number; the others are lost.</source>
        <translation>Een spreadsheet bewaart vijftien cijfers van een getal; de andere zijn weg.</translation>
    </message>
    <message>
        <source>A table of numbers, reasons and ends.</source>
        <translation>Een tabel met nummers, redenen en einddatums.</translation>
    </message>
    <message>
        <source>A template has numbers or names, not both.</source>
        <translation>Een sjabloon heeft nummers of namen, niet allebei.</translation>
    </message>
    <message>
        <source>A template keeps its name and its language.</source>
        <translation>Een sjabloon houdt zijn naam en zijn taal.</translation>
    </message>
    <message>
        <source>A template of this name was deleted. Meta keeps the name for 30 days.</source>
        <translation>Een sjabloon met deze naam is verwijderd. Meta houdt de naam 30 dagen vast.</translation>
    </message>
    <message>
        <source>A test goes to {most} people at most; {count} are chosen.</source>
        <translation>Een test gaat naar hooguit {most} mensen; je koos er {count}.</translation>
    </message>
    <message>
        <source>A test message goes to test contacts only.</source>
        <translation>Een testbericht gaat alleen naar testcontacten.</translation>
    </message>
    <message>
        <source>A text as a number</source>
        <translation>Een tekst als getal</translation>
    </message>
    <message>
        <source>A text as a whole number</source>
        <translation>Een tekst als geheel getal</translation>
    </message>
    <message>
        <source>A text instead of a value that is missing or empty</source>
        <translation>Een tekst in plaats van een waarde die ontbreekt of leeg is</translation>
    </message>
    <message>
        <source>A text of yours by its name</source>
        <translation>Een tekst van jou, op naam</translation>
    </message>
    <message>
        <source>A utility message</source>
        <translation>Een servicebericht</translation>
    </message>
    <message>
        <source>A utility template costs less and needs no consent to marketing.</source>
        <translation>Een servicesjabloon kost minder en vraagt geen toestemming voor marketing.</translation>
    </message>
    <message>
        <source>A value that the event carries.</source>
        <translation>Een waarde die de gebeurtenis meebrengt.</translation>
    </message>
    <message>
        <source>A video of yours, an https address, or the id of an uploaded file</source>
        <translation>Een video van jou, een https-adres, of het id van een geüpload bestand</translation>
    </message>
    <message>
        <source>A week before</source>
        <comment>example</comment>
        <translation>Een week ervoor</translation>
    </message>
    <message>
        <source>A week, from Monday</source>
        <translation>Een week, vanaf maandag</translation>
    </message>
    <message>
        <source>A word can mean one thing only.</source>
        <translation>Een woord kan maar één ding betekenen.</translation>
    </message>
    <message>
        <source>A&amp;udiences</source>
        <translation>&amp;Doelgroepen</translation>
    </message>
    <message>
        <source>Abandoned cart</source>
        <comment>example</comment>
        <translation>Verlaten winkelwagen</translation>
    </message>
    <message>
        <source>About WhatsApp Studio</source>
        <translation>Over WhatsApp Studio</translation>
    </message>
    <message>
        <source>About something the person did: an order, an appointment. Cheaper; no selling at all.</source>
        <translation>Over iets wat de persoon deed: een bestelling, een afspraak. Goedkoper; niets verkopen.</translation>
    </message>
    <message>
        <source>Above a limited-time offer only a picture or a video can stand.</source>
        <translation>Boven een tijdelijke aanbieding kan alleen een afbeelding of een video staan.</translation>
    </message>
    <message>
        <source>Access token changed</source>
        <translation>Toegangstoken veranderd</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Toevoegen</translation>
    </message>
    <message>
        <source>Add a button to every card.</source>
        <translation>Voeg aan elke kaart een knop toe.</translation>
    </message>
    <message>
        <source>Add a button with a link.</source>
        <translation>Voeg een knop met een link toe.</translation>
    </message>
    <message>
        <source>Add a card</source>
        <translation>Kaart toevoegen</translation>
    </message>
    <message>
        <source>Add a comparison to see how many belong to it.</source>
        <translation>Voeg een vergelijking toe om te zien hoeveel erbij horen.</translation>
    </message>
    <message>
        <source>Add a fallback</source>
        <translation>Reservetekst toevoegen</translation>
    </message>
    <message>
        <source>Add a field, or import a file that has more columns.</source>
        <translation>Voeg een veld toe, of importeer een bestand met meer kolommen.</translation>
    </message>
    <message>
        <source>Add a language</source>
        <translation>Taal toevoegen</translation>
    </message>
    <message>
        <source>Add a language…</source>
        <translation>Taal toevoegen…</translation>
    </message>
    <message>
        <source>Add a period</source>
        <translation>Periode toevoegen</translation>
    </message>
    <message>
        <source>Add a period, or public holidays.</source>
        <translation>Voeg een periode toe, of feestdagen.</translation>
    </message>
    <message>
        <source>Add a “Stop” button, or a footer such as “Reply STOP to opt out”.</source>
        <translation>Voeg een knop “Stop” toe, of een voettekst zoals “Antwoord STOP om je af te melden”.</translation>
    </message>
    <message>
        <source>Add an app</source>
        <translation>App toevoegen</translation>
    </message>
    <message>
        <source>Add cards or take some out.</source>
        <translation>Voeg kaarten toe of haal er weg.</translation>
    </message>
    <message>
        <source>Add field</source>
        <translation>Veld toevoegen</translation>
    </message>
    <message>
        <source>Add field…</source>
        <translation>Veld toevoegen…</translation>
    </message>
    <message>
        <source>Add how to opt out</source>
        <translation>Voeg toe hoe men zich afmeldt</translation>
    </message>
    <message>
        <source>Add note</source>
        <translation>Notitie toevoegen</translation>
    </message>
    <message>
        <source>Add the app, or let the code be copied.</source>
        <translation>Voeg de app toe, of laat de code kopiëren.</translation>
    </message>
    <message>
        <source>Add the button that copies or fills in the code.</source>
        <translation>Voeg de knop toe die de code kopieert of invult.</translation>
    </message>
    <message>
        <source>Add the button, or choose another header.</source>
        <translation>Voeg de knop toe, of kies een andere kop.</translation>
    </message>
    <message>
        <source>Add the button, or let the offer have no end.</source>
        <translation>Voeg de knop toe, of geef de aanbieding geen einde.</translation>
    </message>
    <message>
        <source>Add the filter that writes words with one capital, or mend the contact&apos;s field.</source>
        <translation>Voeg het filter toe dat woorden met één hoofdletter schrijft, of herstel het veld van het contact.</translation>
    </message>
    <message>
        <source>Add this person</source>
        <translation>Deze persoon toevoegen</translation>
    </message>
    <message>
        <source>Add up to five people to see at once what each of them gets.</source>
        <translation>Voeg tot vijf mensen toe om in één keer te zien wat ieder krijgt.</translation>
    </message>
    <message>
        <source>Added on</source>
        <translation>Toegevoegd op</translation>
    </message>
    <message>
        <source>Address of Meta&apos;s page</source>
        <translation>Adres van Meta&apos;s pagina</translation>
    </message>
    <message>
        <source>Adds a number</source>
        <translation>Telt er een getal bij op</translation>
    </message>
    <message>
        <source>Adobe: {name}</source>
        <translation>Adobe: {name}</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Na</translation>
    </message>
    <message>
        <source>After so long the test is stopped.</source>
        <translation>Na deze tijd stopt de test.</translation>
    </message>
    <message>
        <source>Afterwards</source>
        <translation>Daarna</translation>
    </message>
    <message>
        <source>Agreed to service messages</source>
        <translation>Akkoord met serviceberichten</translation>
    </message>
    <message>
        <source>All audiences</source>
        <translation>Alle doelgroepen</translation>
    </message>
    <message>
        <source>All cards have the same kind of header and the same buttons in the same order.</source>
        <translation>Alle kaarten hebben dezelfde soort kop en dezelfde knoppen in dezelfde volgorde.</translation>
    </message>
    <message>
        <source>All contacts, a list, a segment, or those a rule is true for.</source>
        <translation>Alle contacten, een lijst, een segment, of wie aan een regel voldoet.</translation>
    </message>
    <message>
        <source>All its digits were there, so it could be read.</source>
        <translation>Alle cijfers waren er, dus het kon worden gelezen.</translation>
    </message>
    <message>
        <source>All languages of a template have the same category.</source>
        <translation>Alle talen van een sjabloon hebben dezelfde categorie.</translation>
    </message>
    <message>
        <source>All numbers together</source>
        <translation>Alle getallen bij elkaar</translation>
    </message>
    <message>
        <source>All options</source>
        <translation>Alle opties</translation>
    </message>
    <message>
        <source>All products, in WhatsApp</source>
        <translation>Alle producten, in WhatsApp</translation>
    </message>
    <message>
        <source>All templates</source>
        <translation>Alle sjablonen</translation>
    </message>
    <message>
        <source>Also public &amp;holidays of</source>
        <translation>Ook &amp;feestdagen van</translation>
    </message>
    <message>
        <source>Also show fields that this person has no value for</source>
        <translation>Ook velden tonen waarvoor deze persoon geen waarde heeft</translation>
    </message>
    <message>
        <source>Also write a line a recipient.</source>
        <translation>Ook een regel per ontvanger schrijven.</translation>
    </message>
    <message>
        <source>Always on</source>
        <translation>Altijd aan</translation>
    </message>
    <message>
        <source>An amount with its currency; a language may follow</source>
        <translation>Een bedrag met de munteenheid; er kan een taal achter</translation>
    </message>
    <message>
        <source>An app has to prove that it is the one a code is meant for.</source>
        <translation>Een app moet bewijzen dat de code voor die app bedoeld is.</translation>
    </message>
    <message>
        <source>An empty line is two line breaks.</source>
        <translation>Een lege regel is twee regeleinden.</translation>
    </message>
    <message>
        <source>An empty template about an order or an appointment.</source>
        <translation>Een leeg sjabloon over een bestelling of een afspraak.</translation>
    </message>
    <message>
        <source>An empty template for offers and news.</source>
        <translation>Een leeg sjabloon voor aanbiedingen en nieuws.</translation>
    </message>
    <message>
        <source>An offer that shows how much time is left.</source>
        <translation>Een aanbieding die laat zien hoeveel tijd er nog is.</translation>
    </message>
    <message>
        <source>An offer with a code to copy and a link to the shop.</source>
        <translation>Een aanbieding met een code om te kopiëren en een link naar de winkel.</translation>
    </message>
    <message>
        <source>An offer with an end needs a button that copies its code.</source>
        <translation>Een aanbieding met een einde heeft een knop nodig die de code kopieert.</translation>
    </message>
    <message>
        <source>Another draft is called “{name}” in this language, too.</source>
        <translation>Een ander concept heet in deze taal ook “{name}”.</translation>
    </message>
    <message>
        <source>Another language, for who reads it.</source>
        <translation>Een andere taal, voor wie die leest.</translation>
    </message>
    <message>
        <source>Another message went first</source>
        <translation>Een ander bericht ging voor</translation>
    </message>
    <message>
        <source>Another n&amp;umber that can be reached</source>
        <translation>Nog een n&amp;ummer dat bereikbaar is</translation>
    </message>
    <message>
        <source>Another number that can be reached</source>
        <translation>Nog een nummer dat bereikbaar is</translation>
    </message>
    <message>
        <source>Another program wrote to it, so nothing of it was imported.</source>
        <translation>Een ander programma schreef erin, dus er is niets van geïmporteerd.</translation>
    </message>
    <message>
        <source>Answer to marketing taken back</source>
        <translation>Antwoord op marketing ingetrokken</translation>
    </message>
    <message>
        <source>Answer to service messages taken back</source>
        <translation>Antwoord op serviceberichten ingetrokken</translation>
    </message>
    <message>
        <source>Answer: {text}</source>
        <translation>Antwoord: {text}</translation>
    </message>
    <message>
        <source>Answered “No, thanks” when asked to stay</source>
        <comment>example</comment>
        <translation>Antwoordde “No, thanks” op de vraag om te blijven</translation>
    </message>
    <message>
        <source>Any journey</source>
        <translation>Elke journey</translation>
    </message>
    <message>
        <source>Any so many days</source>
        <translation>Zoveel dagen achtereen</translation>
    </message>
    <message>
        <source>Any so many hours</source>
        <translation>Zoveel uren achtereen</translation>
    </message>
    <message>
        <source>Any time</source>
        <translation>Ooit</translation>
    </message>
    <message>
        <source>Any: every field of this workspace</source>
        <translation>Elk: alle velden van deze werkruimte</translation>
    </message>
    <message>
        <source>App</source>
        <translation>App</translation>
    </message>
    <message>
        <source>App secret changed</source>
        <translation>Appgeheim veranderd</translation>
    </message>
    <message>
        <source>Appointment</source>
        <translation>Afspraak</translation>
    </message>
    <message>
        <source>Are these one person?</source>
        <translation>Zijn dit dezelfde?</translation>
    </message>
    <message>
        <source>As a hexadecimal number</source>
        <translation>Als hexadecimaal getal</translation>
    </message>
    <message>
        <source>As a percentage, with so many decimals</source>
        <translation>Als percentage, met zoveel decimalen</translation>
    </message>
    <message>
        <source>As a text</source>
        <translation>Als tekst</translation>
    </message>
    <message>
        <source>As a whole number, without decimals</source>
        <translation>Als geheel getal, zonder decimalen</translation>
    </message>
    <message>
        <source>As authentication it carries one-time passwords only.</source>
        <translation>Als verificatie bevat het alleen eenmalige wachtwoorden.</translation>
    </message>
    <message>
        <source>As built in</source>
        <translation>Zoals ingebouwd</translation>
    </message>
    <message>
        <source>As if it came by hand, in a file, or by a request.</source>
        <translation>Alsof de gebeurtenis met de hand, in een bestand of met een verzoek kwam.</translation>
    </message>
    <message>
        <source>As it was before it was a part of a link</source>
        <translation>Zoals het was voordat het deel van een link werd</translation>
    </message>
    <message>
        <source>As marketing it has the highest price and goes only to people who agreed to marketing.</source>
        <translation>Als marketing heeft het de hoogste prijs en gaat het alleen naar wie daar toestemming voor gaf.</translation>
    </message>
    <message>
        <source>As numbers are written in the template&apos;s language, or by a pattern</source>
        <translation>Zoals getallen in de taal van het sjabloon worden geschreven, of volgens een patroon</translation>
    </message>
    <message>
        <source>As of {when}, for the last 90 days. What was sent since {day} may still move.</source>
        <translation>Stand van {when}, over de laatste 90 dagen. Wat sinds {day} is verzonden, kan nog veranderen.</translation>
    </message>
    <message>
        <source>As utility it is cheaper. If it reads like an offer, Meta makes it marketing.</source>
        <translation>Als service is het goedkoper. Leest het als een aanbieding, dan maakt Meta er marketing van.</translation>
    </message>
    <message>
        <source>Ask away! One of us reads it and answers you here.</source>
        <comment>example</comment>
        <translation>Vraag maar raak! Een van ons leest het en antwoordt je hier.</translation>
    </message>
    <message>
        <source>Ask for a review</source>
        <comment>example</comment>
        <translation>Om een beoordeling vragen</translation>
    </message>
    <message>
        <source>Ask what is wrong</source>
        <comment>example</comment>
        <translation>Vragen wat er mis is</translation>
    </message>
    <message>
        <source>Ask whoever builds the app for its signature.</source>
        <translation>Vraag wie de app maakt naar de handtekening.</translation>
    </message>
    <message>
        <source>Ask, with a gift</source>
        <comment>example</comment>
        <translation>Vragen, met cadeau</translation>
    </message>
    <message>
        <source>Asked to stop</source>
        <translation>Vroeg om te stoppen</translation>
    </message>
    <message>
        <source>Asks guests a week ahead whether they come and reminds them the day before. Fill the contact field event_date when somebody signs up.</source>
        <comment>example</comment>
        <translation>Vraagt gasten een week van tevoren of ze komen en herinnert ze de dag ervoor. Vul het contactveld event_date als iemand zich aanmeldt.</translation>
    </message>
    <message>
        <source>Asks three days after delivery whether all is well. When it is not, you are told at once.</source>
        <comment>example</comment>
        <translation>Vraagt drie dagen na de levering of alles goed is. Is het dat niet, dan hoor je het meteen.</translation>
    </message>
    <message>
        <source>Asks your server first</source>
        <translation>Vraagt eerst je server</translation>
    </message>
    <message>
        <source>At a decent hour</source>
        <comment>example</comment>
        <translation>Op een nette tijd</translation>
    </message>
    <message>
        <source>At any time</source>
        <translation>Op elk moment</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>Hoogstens</translation>
    </message>
    <message numerus="yes">
        <source>At most {n} marketing messages</source>
        <extracomment>One: At most {n} marketing message</extracomment>
        <translation>
            <numerusform>Hoogstens {n} marketingbericht</numerusform>
            <numerusform>Hoogstens {n} marketingberichten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At most {n} messages</source>
        <extracomment>One: At most {n} message</extracomment>
        <translation>
            <numerusform>Hoogstens {n} bericht</numerusform>
            <numerusform>Hoogstens {n} berichten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At most {n} utility messages</source>
        <extracomment>One: At most {n} utility message</extracomment>
        <translation>
            <numerusform>Hoogstens {n} servicebericht</numerusform>
            <numerusform>Hoogstens {n} serviceberichten</numerusform>
        </translation>
    </message>
    <message>
        <source>At most {products} products in {sections} sections fit there.</source>
        <translation>Daar passen hooguit {products} producten in {sections} secties.</translation>
    </message>
    <message>
        <source>At this moment it is quiet for {n} of {total} contacts.</source>
        <translation>Op dit moment is het stil voor {n} van {total} contacten.</translation>
    </message>
    <message>
        <source>Audiences</source>
        <translation>Doelgroepen</translation>
    </message>
    <message>
        <source>Audit log</source>
        <translation>Logboek van wijzigingen</translation>
    </message>
    <message>
        <source>Back to contacts (Esc)</source>
        <translation>Terug naar de contacten (Esc)</translation>
    </message>
    <message>
        <source>Backup made</source>
        <translation>Back-up gemaakt</translation>
    </message>
    <message>
        <source>Backup restored</source>
        <translation>Back-up teruggezet</translation>
    </message>
    <message>
        <source>Banned word of your brand kit: “{word}”.</source>
        <translation>Verboden woord van je huisstijl: “{word}”.</translation>
    </message>
    <message>
        <source>Banned words</source>
        <translation>Verboden woorden</translation>
    </message>
    <message>
        <source>Basket left</source>
        <comment>example</comment>
        <translation>Winkelwagen verlaten</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Voor</translation>
    </message>
    <message>
        <source>Begin with nothing</source>
        <translation>Met niets beginnen</translation>
    </message>
    <message>
        <source>Begin with this</source>
        <translation>Hiermee beginnen</translation>
    </message>
    <message>
        <source>Begin with this: {name}</source>
        <translation>Hiermee beginnen: {name}</translation>
    </message>
    <message>
        <source>Begin with “+” and the country code, as +3190*.</source>
        <translation>Begin met “+” en de landcode, zoals +3190*.</translation>
    </message>
    <message>
        <source>Being written</source>
        <translation>Wordt geschreven</translation>
    </message>
    <message>
        <source>Belongs to</source>
        <translation>Hoort bij</translation>
    </message>
    <message>
        <source>Bikes: SKU-1, SKU-2; Locks: SKU-3</source>
        <translation>Fietsen: SKU-1, SKU-2; Sloten: SKU-3</translation>
    </message>
    <message>
        <source>Birthday</source>
        <translation>Verjaardag</translation>
    </message>
    <message>
        <source>Birthday today</source>
        <translation>Vandaag jarig</translation>
    </message>
    <message>
        <source>Block list</source>
        <translation>Blokkeerlijst</translation>
    </message>
    <message>
        <source>Block list exported</source>
        <translation>Blokkeerlijst geëxporteerd</translation>
    </message>
    <message>
        <source>Block list imported</source>
        <translation>Blokkeerlijst geïmporteerd</translation>
    </message>
    <message>
        <source>Block numbers</source>
        <translation>Nummers blokkeren</translation>
    </message>
    <message>
        <source>Block numbers…</source>
        <translation>Nummers blokkeren…</translation>
    </message>
    <message>
        <source>Block them</source>
        <translation>Blokkeren</translation>
    </message>
    <message>
        <source>Blocked by hand</source>
        <translation>Met de hand geblokkeerd</translation>
    </message>
    <message>
        <source>Blocks ended by themselves</source>
        <translation>Blokkades die vanzelf voorbij zijn</translation>
    </message>
    <message>
        <source>Bold (Ctrl+B)</source>
        <translation>Vet (Ctrl+B)</translation>
    </message>
    <message>
        <source>Both contacts are in the journey “{journey}” now.</source>
        <translation>Beide contacten zitten nu in de journey “{journey}”.</translation>
    </message>
    <message>
        <source>Both sides are the same.</source>
        <translation>Beide kanten zijn hetzelfde.</translation>
    </message>
    <message>
        <source>Bought</source>
        <comment>example</comment>
        <translation>Gekocht</translation>
    </message>
    <message>
        <source>Bought after all?</source>
        <comment>example</comment>
        <translation>Toch gekocht?</translation>
    </message>
    <message>
        <source>Bought by now?</source>
        <comment>example</comment>
        <translation>Al gekocht?</translation>
    </message>
    <message>
        <source>Brand kit</source>
        <translation>Huisstijl</translation>
    </message>
    <message>
        <source>Bring it back</source>
        <translation>Terughalen</translation>
    </message>
    <message>
        <source>Built program</source>
        <translation>Gebouwd programma</translation>
    </message>
    <message>
        <source>Button</source>
        <translation>Knop</translation>
    </message>
    <message>
        <source>Button {n}: address</source>
        <translation>Knop {n}: adres</translation>
    </message>
    <message>
        <source>Button: {text}. It answers with this text.</source>
        <translation>Knop: {text}. Antwoordt met deze tekst.</translation>
    </message>
    <message>
        <source>Button: {text}. It calls a number.</source>
        <translation>Knop: {text}. Belt een nummer.</translation>
    </message>
    <message>
        <source>Button: {text}. It calls in WhatsApp.</source>
        <translation>Knop: {text}. Belt in WhatsApp.</translation>
    </message>
    <message>
        <source>Button: {text}. It calls {target}.</source>
        <translation>Knop: {text}. Belt {target}.</translation>
    </message>
    <message>
        <source>Button: {text}. It copies a code.</source>
        <translation>Knop: {text}. Kopieert een code.</translation>
    </message>
    <message>
        <source>Button: {text}. It copies {target}.</source>
        <translation>Knop: {text}. Kopieert {target}.</translation>
    </message>
    <message>
        <source>Button: {text}. It opens a form.</source>
        <translation>Knop: {text}. Opent een formulier.</translation>
    </message>
    <message>
        <source>Button: {text}. It opens a list.</source>
        <translation>Knop: {text}. Opent een lijst.</translation>
    </message>
    <message>
        <source>Button: {text}. It opens a page.</source>
        <translation>Knop: {text}. Opent een pagina.</translation>
    </message>
    <message>
        <source>Button: {text}. It opens {target}.</source>
        <translation>Knop: {text}. Opent {target}.</translation>
    </message>
    <message>
        <source>Button: {text}. It shares a phone number.</source>
        <translation>Knop: {text}. Deelt een telefoonnummer.</translation>
    </message>
    <message>
        <source>Button: {text}. This kind is not supported yet.</source>
        <translation>Knop: {text}. Deze soort wordt nog niet ondersteund.</translation>
    </message>
    <message>
        <source>By the calendar of each person, in their own time zone.</source>
        <translation>Op ieders eigen kalender, in de eigen tijdzone.</translation>
    </message>
    <message>
        <source>By the country: {zone}. It is {time} there now.</source>
        <translation>Door het land: {zone}. Het is er nu {time}.</translation>
    </message>
    <message>
        <source>By the number.</source>
        <translation>Door het nummer.</translation>
    </message>
    <message>
        <source>By the number: {zone} ({country}). It is {time} there now.</source>
        <translation>Door het nummer: {zone} ({country}). Het is er nu {time}.</translation>
    </message>
    <message>
        <source>By the number: {zone}. It is {time} there now.</source>
        <translation>Door het nummer: {zone}. Het is er nu {time}.</translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
    <message>
        <source>CSV ({kinds})</source>
        <translation>CSV ({kinds})</translation>
    </message>
    <message>
        <source>CSV files (*.csv)</source>
        <translation>CSV-bestanden (*.csv)</translation>
    </message>
    <message>
        <source>Call me in</source>
        <comment>example</comment>
        <translation>Mij erbij roepen</translation>
    </message>
    <message>
        <source>Campaign deleted</source>
        <translation>Campagne verwijderd</translation>
    </message>
    <message>
        <source>Campaign launched</source>
        <translation>Campagne gestart</translation>
    </message>
    <message>
        <source>Campaign made</source>
        <translation>Campagne gemaakt</translation>
    </message>
    <message>
        <source>Campaign paused</source>
        <translation>Campagne gepauzeerd</translation>
    </message>
    <message>
        <source>Campaign resumed</source>
        <translation>Campagne hervat</translation>
    </message>
    <message>
        <source>Campaign stopped</source>
        <translation>Campagne gestopt</translation>
    </message>
    <message>
        <source>Campaign to {name}</source>
        <translation>Campagne naar {name}</translation>
    </message>
    <message>
        <source>Campaign {name}</source>
        <translation>Campagne {name}</translation>
    </message>
    <message>
        <source>Campaign: {name}</source>
        <translation>Campagne: {name}</translation>
    </message>
    <message>
        <source>Campaigns: create, send, report.</source>
        <translation>Campagnes: maken, verzenden, rapporteren.</translation>
    </message>
    <message>
        <source>Can be sent</source>
        <translation>Kan worden verzonden</translation>
    </message>
    <message>
        <source>Can we count on you?</source>
        <comment>example</comment>
        <translation>Mogen we op je rekenen?</translation>
    </message>
    <message>
        <source>Cannot be sent</source>
        <translation>Kan niet worden verzonden</translation>
    </message>
    <message>
        <source>Cap deleted</source>
        <translation>Maximum verwijderd</translation>
    </message>
    <message>
        <source>Cap reached</source>
        <translation>Maximum bereikt</translation>
    </message>
    <message>
        <source>Cap reset</source>
        <translation>Maximum opnieuw geteld</translation>
    </message>
    <message>
        <source>Cap saved</source>
        <translation>Maximum opgeslagen</translation>
    </message>
    <message>
        <source>Caps</source>
        <translation>Maxima</translation>
    </message>
    <message>
        <source>Caps and limits of countries are not simulated. They count when messages leave.</source>
        <translation>Maxima en landlimieten worden niet gesimuleerd. Ze tellen wanneer berichten vertrekken.</translation>
    </message>
    <message>
        <source>Card {n} ({problems})</source>
        <translation>Kaart {n} ({problems})</translation>
    </message>
    <message>
        <source>Card {n} is not built like the first one.</source>
        <translation>Kaart {n} is niet opgebouwd zoals de eerste.</translation>
    </message>
    <message>
        <source>Card {n} of {all}</source>
        <translation>Kaart {n} van {all}</translation>
    </message>
    <message>
        <source>Card {n}: {part}</source>
        <translation>Kaart {n}: {part}</translation>
    </message>
    <message>
        <source>Cards</source>
        <translation>Kaarten</translation>
    </message>
    <message>
        <source>Carousel of cards</source>
        <translation>Carrousel met kaarten</translation>
    </message>
    <message>
        <source>Catalogue</source>
        <translation>Catalogus</translation>
    </message>
    <message>
        <source>Category: {before} → {after}</source>
        <translation>Categorie: {before} → {after}</translation>
    </message>
    <message>
        <source>Change field</source>
        <translation>Veld wijzigen</translation>
    </message>
    <message>
        <source>Change of a template submitted</source>
        <translation>Wijziging van een sjabloon ingediend</translation>
    </message>
    <message>
        <source>Change of the rule</source>
        <translation>Wijziging van de regel</translation>
    </message>
    <message>
        <source>Change that value first, or keep the kind.</source>
        <translation>Verander eerst die waarde, of houd de soort.</translation>
    </message>
    <message>
        <source>Change the number of a contact where another one is meant.</source>
        <translation>Verander het nummer van een contact waar een ander bedoeld is.</translation>
    </message>
    <message>
        <source>Change the template</source>
        <translation>Sjabloon wijzigen</translation>
    </message>
    <message>
        <source>Change the text, or use that template.</source>
        <translation>Wijzig de tekst, of gebruik dat sjabloon.</translation>
    </message>
    <message>
        <source>Change this note</source>
        <translation>Deze notitie wijzigen</translation>
    </message>
    <message>
        <source>Changed by an import</source>
        <translation>Veranderd door een import</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Wijzigingen</translation>
    </message>
    <message>
        <source>Check a connection part by part and keep it, the token in the keyring.</source>
        <translation>Een verbinding stap voor stap controleren en bewaren, het token in de sleutelhanger.</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Opnieuw controleren</translation>
    </message>
    <message>
        <source>Check connection, keyring, disk, clock and receiver, part by part.</source>
        <translation>Verbinding, sleutelhanger, schijf, klok en webhook-ontvanger een voor een controleren.</translation>
    </message>
    <message>
        <source>Check everybody</source>
        <translation>Iedereen controleren</translation>
    </message>
    <message>
        <source>Check everybody…</source>
        <translation>Iedereen controleren…</translation>
    </message>
    <message>
        <source>Check the address, or choose a file of this computer.</source>
        <translation>Controleer het adres, of kies een bestand van deze computer.</translation>
    </message>
    <message>
        <source>Checking everybody&apos;s message…</source>
        <translation>Ieders bericht wordt gecontroleerd…</translation>
    </message>
    <message>
        <source>Choose a CSV file, a workbook or an address book (vCard) with the contacts.</source>
        <translation>Kies een CSV-bestand, een werkmap of een adresboek (vCard) met de contacten.</translation>
    </message>
    <message>
        <source>Choose a document…</source>
        <translation>Document kiezen…</translation>
    </message>
    <message>
        <source>Choose a file that looks like what you will send.</source>
        <translation>Kies een bestand dat lijkt op wat je gaat verzenden.</translation>
    </message>
    <message>
        <source>Choose a file with fewer samples.</source>
        <translation>Kies een bestand met minder voorbeelden.</translation>
    </message>
    <message>
        <source>Choose a later day, or none.</source>
        <translation>Kies een latere dag, of geen.</translation>
    </message>
    <message>
        <source>Choose a line to see what it changed.</source>
        <translation>Kies een regel om te zien wat er veranderde.</translation>
    </message>
    <message>
        <source>Choose a moving picture…</source>
        <translation>Bewegende afbeelding kiezen…</translation>
    </message>
    <message>
        <source>Choose a picture or a video.</source>
        <translation>Kies een afbeelding of een video.</translation>
    </message>
    <message>
        <source>Choose a picture…</source>
        <translation>Afbeelding kiezen…</translation>
    </message>
    <message>
        <source>Choose a segment</source>
        <translation>Kies een segment</translation>
    </message>
    <message>
        <source>Choose a snippet from the list, or make this one.</source>
        <translation>Kies een snippet uit de lijst, of maak deze.</translation>
    </message>
    <message>
        <source>Choose a template that is in this workspace.</source>
        <translation>Kies een sjabloon uit deze werkruimte.</translation>
    </message>
    <message>
        <source>Choose a time in between, or none.</source>
        <translation>Kies een tijd daartussen, of geen.</translation>
    </message>
    <message>
        <source>Choose a time in between.</source>
        <translation>Kies een tijd daartussen.</translation>
    </message>
    <message>
        <source>Choose a value</source>
        <translation>Kies een waarde</translation>
    </message>
    <message>
        <source>Choose a video, or the category marketing.</source>
        <translation>Kies een video, of de categorie marketing.</translation>
    </message>
    <message>
        <source>Choose a video…</source>
        <translation>Video kiezen…</translation>
    </message>
    <message>
        <source>Choose after how many minutes the code ends, or leave the footer empty.</source>
        <translation>Kies na hoeveel minuten de code verloopt, of laat de voettekst leeg.</translation>
    </message>
    <message>
        <source>Choose an audience.</source>
        <translation>Kies een doelgroep.</translation>
    </message>
    <message>
        <source>Choose another contact.</source>
        <translation>Kies een ander contact.</translation>
    </message>
    <message>
        <source>Choose another country, or none.</source>
        <translation>Kies een ander land, of geen.</translation>
    </message>
    <message>
        <source>Choose another day.</source>
        <translation>Kies een andere dag.</translation>
    </message>
    <message>
        <source>Choose another draft.</source>
        <translation>Kies een ander concept.</translation>
    </message>
    <message>
        <source>Choose another file…</source>
        <translation>Een ander bestand kiezen…</translation>
    </message>
    <message>
        <source>Choose another folder, or make room on the disk.</source>
        <translation>Kies een andere map, of maak ruimte op de schijf.</translation>
    </message>
    <message>
        <source>Choose another name, for example with a number at its end.</source>
        <translation>Kies een andere naam, bijvoorbeeld met een cijfer aan het eind.</translation>
    </message>
    <message>
        <source>Choose another name, or change the one that is there.</source>
        <translation>Kies een andere naam, of wijzig wat er al is.</translation>
    </message>
    <message>
        <source>Choose another one.</source>
        <translation>Kies een andere.</translation>
    </message>
    <message>
        <source>Choose another segment in the rule.</source>
        <translation>Kies een ander segment in de regel.</translation>
    </message>
    <message>
        <source>Choose copying, one tap or no tap.</source>
        <translation>Kies kopiëren, één tik of geen tik.</translation>
    </message>
    <message>
        <source>Choose fewer.</source>
        <translation>Kies er minder.</translation>
    </message>
    <message>
        <source>Choose its category.</source>
        <translation>Kies de categorie.</translation>
    </message>
    <message>
        <source>Choose its language.</source>
        <translation>Kies de taal.</translation>
    </message>
    <message>
        <source>Choose its own category again, or duplicate it as a new template.</source>
        <translation>Kies de eigen categorie weer, of dupliceer het als nieuw sjabloon.</translation>
    </message>
    <message>
        <source>Choose marketing, utility or authentication.</source>
        <translation>Kies marketing, service of verificatie.</translation>
    </message>
    <message>
        <source>Choose navigate or data_exchange.</source>
        <translation>Kies navigate of data_exchange.</translation>
    </message>
    <message>
        <source>Choose one from the list, or leave it empty.</source>
        <translation>Kies er een uit de lijst, of laat het leeg.</translation>
    </message>
    <message>
        <source>Choose one hour to {most} days.</source>
        <translation>Kies een uur tot {most} dagen.</translation>
    </message>
    <message>
        <source>Choose one of the languages in the list.</source>
        <translation>Kies een van de talen in de lijst.</translation>
    </message>
    <message>
        <source>Choose one of these, or no header.</source>
        <translation>Kies een hiervan, of geen koptekst.</translation>
    </message>
    <message>
        <source>Choose one of these.</source>
        <translation>Kies een hiervan.</translation>
    </message>
    <message>
        <source>Choose that category, or another name.</source>
        <translation>Kies die categorie, of een andere naam.</translation>
    </message>
    <message>
        <source>Choose that category, or take the button out.</source>
        <translation>Kies die categorie, of haal de knop weg.</translation>
    </message>
    <message>
        <source>Choose the category authentication.</source>
        <translation>Kies de categorie verificatie.</translation>
    </message>
    <message>
        <source>Choose the category marketing, or take the cards out.</source>
        <translation>Kies de categorie marketing, of haal de kaarten weg.</translation>
    </message>
    <message>
        <source>Choose the category marketing, or take the offer out.</source>
        <translation>Kies de categorie marketing, of haal de aanbieding weg.</translation>
    </message>
    <message>
        <source>Choose the category utility if it advertises nothing.</source>
        <translation>Kies de categorie service als het niets aanprijst.</translation>
    </message>
    <message>
        <source>Choose the file again; it is then uploaded anew.</source>
        <translation>Kies het bestand nog eens; dan wordt het opnieuw geüpload.</translation>
    </message>
    <message>
        <source>Choose the file itself: it is then uploaded in time.</source>
        <translation>Kies het bestand zelf: dan wordt het op tijd geüpload.</translation>
    </message>
    <message>
        <source>Choose the form that it opens.</source>
        <translation>Kies het formulier dat de knop opent.</translation>
    </message>
    <message>
        <source>Choose the header with a product, or take the button out.</source>
        <translation>Kies de kop met een product, of haal de knop weg.</translation>
    </message>
    <message>
        <source>Choose the language without a country to be sure.</source>
        <translation>Kies voor de zekerheid de taal zonder land.</translation>
    </message>
    <message>
        <source>Chose “Stop offers” in the welcome journey</source>
        <comment>example</comment>
        <translation>Koos “Stop offers” in de welkomstjourney</translation>
    </message>
    <message>
        <source>Chose “Stop offers” under a basket reminder</source>
        <comment>example</comment>
        <translation>Koos “Stop offers” onder een herinnering</translation>
    </message>
    <message>
        <source>Click the icon to open the window again, or to quit.</source>
        <translation>Klik op het pictogram om het venster weer te openen of om te stoppen.</translation>
    </message>
    <message>
        <source>Close the comparison</source>
        <translation>Vergelijking sluiten</translation>
    </message>
    <message>
        <source>Close without saving?</source>
        <translation>Sluiten zonder op te slaan?</translation>
    </message>
    <message>
        <source>Closing the &amp;window while something is under way</source>
        <translation>Het venster sl&amp;uiten terwijl er iets loopt</translation>
    </message>
    <message>
        <source>Code (Ctrl+Shift+M)</source>
        <translation>Code (Ctrl+Shift+M)</translation>
    </message>
    <message>
        <source>Code as a sample</source>
        <translation>Code als voorbeeld</translation>
    </message>
    <message>
        <source>Code: {code}</source>
        <translation>Code: {code}</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Kolommen</translation>
    </message>
    <message>
        <source>Coming?</source>
        <comment>example</comment>
        <translation>Kom je?</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>Bedrijf</translation>
    </message>
    <message>
        <source>Compare the two ways after a month; one in ten gets nothing, to see what would have happened anyway.</source>
        <comment>example</comment>
        <translation>Vergelijk de twee wegen na een maand; één op de tien krijgt niets, om te zien wat er anders ook was gebeurd.</translation>
    </message>
    <message>
        <source>Compare…</source>
        <translation>Vergelijken…</translation>
    </message>
    <message>
        <source>Complained</source>
        <translation>Klaagde</translation>
    </message>
    <message>
        <source>Complete: {names}.</source>
        <translation>Compleet: {names}.</translation>
    </message>
    <message>
        <source>Conditions</source>
        <translation>Voorwaarden</translation>
    </message>
    <message>
        <source>Connection changed</source>
        <translation>Verbinding veranderd</translation>
    </message>
    <message>
        <source>Consent and blocking</source>
        <translation>Toestemming en blokkeren</translation>
    </message>
    <message>
        <source>Consent given</source>
        <translation>Toestemming gegeven</translation>
    </message>
    <message>
        <source>Consent no longer known</source>
        <translation>Toestemming niet meer bekend</translation>
    </message>
    <message>
        <source>Consent recorded</source>
        <translation>Toestemming vastgelegd</translation>
    </message>
    <message>
        <source>Consent to service messages</source>
        <translation>Toestemming voor serviceberichten</translation>
    </message>
    <message>
        <source>Consent withdrawn</source>
        <translation>Toestemming ingetrokken</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Contact</translation>
    </message>
    <message>
        <source>Contact added</source>
        <translation>Contact toegevoegd</translation>
    </message>
    <message>
        <source>Contact changed</source>
        <translation>Contact gewijzigd</translation>
    </message>
    <message>
        <source>Contact deleted</source>
        <translation>Contact verwijderd</translation>
    </message>
    <message>
        <source>Contact details</source>
        <translation>Contactgegevens</translation>
    </message>
    <message>
        <source>Contact {id}</source>
        <translation>Contact {id}</translation>
    </message>
    <message>
        <source>Contacts deleted</source>
        <translation>Contacten verwijderd</translation>
    </message>
    <message>
        <source>Contacts exported</source>
        <translation>Contacten geëxporteerd</translation>
    </message>
    <message>
        <source>Contacts it added are removed, and those it changed are as they were before. Whoever was written to since then stays. Whoever opted out since then stays blocked.</source>
        <translation>Contacten die erbij kwamen worden verwijderd, en wie veranderde is weer zoals eerst. Wie sindsdien een bericht kreeg, blijft. Wie zich sindsdien afmeldde, blijft geblokkeerd.</translation>
    </message>
    <message>
        <source>Contacts merged</source>
        <translation>Contacten samengevoegd</translation>
    </message>
    <message>
        <source>Contacts put on a list</source>
        <translation>Contacten op een lijst gezet</translation>
    </message>
    <message>
        <source>Contacts taken off a list</source>
        <translation>Contacten van een lijst gehaald</translation>
    </message>
    <message>
        <source>Contacts to complete before a personal message.</source>
        <translation>Contacten om aan te vullen voor een persoonlijk bericht.</translation>
    </message>
    <message>
        <source>Copy code</source>
        <translation>Code kopiëren</translation>
    </message>
    <message>
        <source>Copy it from the app&apos;s page in the store.</source>
        <translation>Kopieer die van de pagina van de app in de store.</translation>
    </message>
    <message>
        <source>Copy the example</source>
        <translation>Voorbeeld kopiëren</translation>
    </message>
    <message>
        <source>Correct the date, or leave it empty for no end.</source>
        <translation>Verbeter de datum, of laat hem leeg voor geen einde.</translation>
    </message>
    <message>
        <source>Correct the formulas in the spreadsheet.</source>
        <translation>Verbeter de formules in de spreadsheet.</translation>
    </message>
    <message>
        <source>Could not be looked at: this system has no list of fonts.</source>
        <translation>Kon niet worden bekeken: dit systeem heeft geen lijst met lettertypen.</translation>
    </message>
    <message>
        <source>Count anew</source>
        <translation>Opnieuw tellen</translation>
    </message>
    <message>
        <source>Count “{name}” anew?</source>
        <translation>“{name}” opnieuw tellen?</translation>
    </message>
    <message>
        <source>Count “{name}” anew…</source>
        <translation>“{name}” opnieuw tellen…</translation>
    </message>
    <message>
        <source>Counted at {time}</source>
        <translation>Geteld om {time}</translation>
    </message>
    <message>
        <source>Counted back from the moment of each message.</source>
        <translation>Teruggeteld vanaf het moment van elk bericht.</translation>
    </message>
    <message>
        <source>Counted for</source>
        <translation>Telt voor</translation>
    </message>
    <message>
        <source>Countries</source>
        <translation>Landen</translation>
    </message>
    <message>
        <source>Country of numbers without +, such as NL.</source>
        <translation>Land van nummers zonder +, zoals NL.</translation>
    </message>
    <message>
        <source>Curly brackets are opened or closed without their other half.</source>
        <translation>Accolades zijn geopend of gesloten zonder hun andere helft.</translation>
    </message>
    <message>
        <source>Cut to so many characters, with three dots at the end</source>
        <translation>Afgekapt op zoveel tekens, met drie puntjes aan het eind</translation>
    </message>
    <message>
        <source>Cut to so many words, with three dots at the end</source>
        <translation>Afgekapt op zoveel woorden, met drie puntjes aan het eind</translation>
    </message>
    <message>
        <source>Data for the form</source>
        <translation>Gegevens voor het formulier</translation>
    </message>
    <message>
        <source>Data for the form, as JSON</source>
        <translation>Gegevens voor het formulier, als JSON</translation>
    </message>
    <message>
        <source>Data of a person exported</source>
        <translation>Gegevens van een persoon geëxporteerd</translation>
    </message>
    <message>
        <source>Date and time</source>
        <translation>Datum en tijd</translation>
    </message>
    <message>
        <source>Dates</source>
        <translation>Datums</translation>
    </message>
    <message>
        <source>De&amp;lete at Meta…</source>
        <translation>Bij &amp;Meta verwijderen…</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>Standaard</translation>
    </message>
    <message>
        <source>Default country</source>
        <translation>Standaardland</translation>
    </message>
    <message>
        <source>Default quiet hours chosen</source>
        <translation>Standaard stille uren gekozen</translation>
    </message>
    <message>
        <source>Default: none</source>
        <translation>Standaard: geen</translation>
    </message>
    <message>
        <source>Default: {name}</source>
        <translation>Standaard: {name}</translation>
    </message>
    <message>
        <source>Dele&amp;te…</source>
        <translation>Ver&amp;wijderen…</translation>
    </message>
    <message>
        <source>Delete or change the contacts by hand.</source>
        <translation>Verwijder of wijzig de contacten met de hand.</translation>
    </message>
    <message>
        <source>Delete some, or bring in a smaller file.</source>
        <translation>Verwijder er een paar, of neem een kleiner bestand.</translation>
    </message>
    <message>
        <source>Delete template</source>
        <translation>Sjabloon verwijderen</translation>
    </message>
    <message>
        <source>Delete the cap “{name}”?</source>
        <translation>Het maximum “{name}” verwijderen?</translation>
    </message>
    <message>
        <source>Delete the field</source>
        <translation>Veld verwijderen</translation>
    </message>
    <message>
        <source>Delete the field “{name}”?</source>
        <translation>Het veld “{name}” verwijderen?</translation>
    </message>
    <message>
        <source>Delete the limit of {country}</source>
        <translation>De limiet van {country} verwijderen</translation>
    </message>
    <message>
        <source>Delete the list “{name}”?</source>
        <translation>De lijst “{name}” verwijderen?</translation>
    </message>
    <message>
        <source>Delete the quiet hours “{name}”?</source>
        <translation>De stille uren “{name}” verwijderen?</translation>
    </message>
    <message>
        <source>Delete the recipe</source>
        <translation>Recept verwijderen</translation>
    </message>
    <message>
        <source>Delete the segment “{name}”?</source>
        <translation>Het segment “{name}” verwijderen?</translation>
    </message>
    <message>
        <source>Delete the snippet “{name}”?</source>
        <translation>Snippet “{name}” verwijderen?</translation>
    </message>
    <message>
        <source>Delete this contact</source>
        <translation>Dit contact verwijderen</translation>
    </message>
    <message>
        <source>Delete this note</source>
        <translation>Deze notitie verwijderen</translation>
    </message>
    <message numerus="yes">
        <source>Delete {n} samples?</source>
        <extracomment>One: Delete {n} sample?</extracomment>
        <translation>
            <numerusform>{n} voorbeeld verwijderen?</numerusform>
            <numerusform>{n} voorbeelden verwijderen?</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete “{name}”</source>
        <translation>“{name}” verwijderen</translation>
    </message>
    <message>
        <source>Delete “{name}”?</source>
        <translation>“{name}” verwijderen?</translation>
    </message>
    <message>
        <source>Deleted from here</source>
        <translation>Van hieruit verwijderd</translation>
    </message>
    <message>
        <source>Deleting…</source>
        <translation>Wordt verwijderd…</translation>
    </message>
    <message>
        <source>Delivery time</source>
        <translation>Bezorgtijd</translation>
    </message>
    <message>
        <source>Design and send WhatsApp campaigns through Meta&apos;s Cloud API. Without a command the window opens.

Files in the place of a command are opened in it: journeys, or a table of contacts.</source>
        <translation>WhatsApp-campagnes ontwerpen en verzenden via de Cloud API van Meta. Zonder opdracht opent het venster.

Bestanden op de plaats van een opdracht worden daarin geopend: journeys, of een tabel met contacten.</translation>
    </message>
    <message>
        <source>Details and licences…</source>
        <translation>Details en licenties…</translation>
    </message>
    <message>
        <source>Did they tell?</source>
        <comment>example</comment>
        <translation>Is het verteld?</translation>
    </message>
    <message>
        <source>Dis&amp;card this draft…</source>
        <translation>Dit concept weg&amp;gooien…</translation>
    </message>
    <message>
        <source>Discard the draft “{name}” ({language})?</source>
        <translation>Het concept “{name}” ({language}) weggooien?</translation>
    </message>
    <message>
        <source>Disconnected</source>
        <translation>Verbinding verbroken</translation>
    </message>
    <message>
        <source>Divide it into smaller ones.</source>
        <translation>Verdeel het in kleinere.</translation>
    </message>
    <message>
        <source>Divides by a number; two whole numbers give a whole one</source>
        <translation>Deelt door een getal; twee hele getallen geven een heel getal</translation>
    </message>
    <message>
        <source>Do this from now on, without asking</source>
        <translation>Dit voortaan doen, zonder te vragen</translation>
    </message>
    <message>
        <source>Document: {name}</source>
        <translation>Document: {name}</translation>
    </message>
    <message>
        <source>Does not come</source>
        <comment>example</comment>
        <translation>Komt niet</translation>
    </message>
    <message>
        <source>Double-click opens the contact.</source>
        <translation>Dubbelklikken opent het contact.</translation>
    </message>
    <message>
        <source>Drag to another place (Alt+Up, Alt+Down)</source>
        <translation>Sleep naar een andere plek (Alt+Omhoog, Alt+Omlaag)</translation>
    </message>
    <message>
        <source>Due in quiet hours</source>
        <translation>Moest gaan in stille uren</translation>
    </message>
    <message>
        <source>Due in quiet hours that skip messages</source>
        <translation>Moest gaan in stille uren die berichten overslaan</translation>
    </message>
    <message>
        <source>Duplicate as new</source>
        <translation>Dupliceren als nieuw</translation>
    </message>
    <message>
        <source>Duplicate as new…</source>
        <translation>Dupliceren als nieuw…</translation>
    </message>
    <message>
        <source>Duplicate it as a new template.</source>
        <translation>Dupliceer het als nieuw sjabloon.</translation>
    </message>
    <message>
        <source>Dutch speakers who agreed</source>
        <translation>Nederlandstaligen met toestemming</translation>
    </message>
    <message>
        <source>Each card has its own.</source>
        <translation>Elke kaart heeft een eigen.</translation>
    </message>
    <message>
        <source>Each language counts. A verified business has room for more.</source>
        <translation>Elke taal telt mee. Een geverifieerd bedrijf heeft ruimte voor meer.</translation>
    </message>
    <message>
        <source>Edit cap</source>
        <translation>Maximum bewerken</translation>
    </message>
    <message>
        <source>Edit limit of a country</source>
        <translation>Limiet van een land bewerken</translation>
    </message>
    <message>
        <source>Edit quiet hours</source>
        <translation>Stille uren bewerken</translation>
    </message>
    <message>
        <source>Edit the limit of {country}</source>
        <translation>De limiet van {country} bewerken</translation>
    </message>
    <message>
        <source>Edit the rule</source>
        <translation>Regel bewerken</translation>
    </message>
    <message>
        <source>Edit “{name}”</source>
        <translation>“{name}” bewerken</translation>
    </message>
    <message>
        <source>Email</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>Emoji in messages are shown as boxes here. Install a font with emoji, such as Noto Color Emoji.</source>
        <translation>Emoji in berichten zijn hier als blokjes te zien. Installeer een lettertype met emoji, zoals Noto Color Emoji.</translation>
    </message>
    <message>
        <source>End that program, or choose another port in the settings.</source>
        <translation>Sluit dat programma af, of kies een andere poort in de instellingen.</translation>
    </message>
    <message>
        <source>End the journey NAME at once for everybody inside. This cannot be taken back.</source>
        <translation>De journey NAME meteen beëindigen voor iedereen die erin zit. Dit kan niet ongedaan worden gemaakt.</translation>
    </message>
    <message>
        <source>End when nothing is left to send.</source>
        <translation>Stoppen als er niets meer te verzenden is.</translation>
    </message>
    <message>
        <source>Ends at a time still to be filled in</source>
        <translation>Eindigt op een tijd die nog moet worden ingevuld</translation>
    </message>
    <message>
        <source>Ends by itself then, by this computer&apos;s clock.</source>
        <translation>Eindigt dan vanzelf, op de klok van deze computer.</translation>
    </message>
    <message>
        <source>Ends in {clock}</source>
        <translation>Eindigt over {clock}</translation>
    </message>
    <message numerus="yes">
        <source>Ends in {n} days</source>
        <extracomment>One: Ends in 1 day</extracomment>
        <translation>
            <numerusform>Eindigt over {n} dag</numerusform>
            <numerusform>Eindigt over {n} dagen</numerusform>
        </translation>
    </message>
    <message>
        <source>Ends on {moment}</source>
        <translation>Eindigt op {moment}</translation>
    </message>
    <message>
        <source>Entered a journey</source>
        <translation>Kwam in een journey</translation>
    </message>
    <message>
        <source>Erase this person</source>
        <translation>Deze persoon wissen</translation>
    </message>
    <message>
        <source>Erase this person and everything held about them?</source>
        <translation>Deze persoon wissen, met alles wat erover bewaard is?</translation>
    </message>
    <message>
        <source>Erase this person…</source>
        <translation>Deze persoon wissen…</translation>
    </message>
    <message>
        <source>Erase {name} everywhere?</source>
        <translation>{name} overal wissen?</translation>
    </message>
    <message>
        <source>Erased from this workspace</source>
        <translation>Gewist uit deze werkruimte</translation>
    </message>
    <message>
        <source>Event reminder</source>
        <comment>example</comment>
        <translation>Herinnering aan een evenement</translation>
    </message>
    <message>
        <source>Every Monday asks who bought nothing for half a year whether they still want to hear from us. Half of them get a gift with it.</source>
        <comment>example</comment>
        <translation>Vraagt elke maandag wie een half jaar niets kocht of die nog van ons wil horen. De helft krijgt er een cadeau bij.</translation>
    </message>
    <message>
        <source>Every answer in the timeline</source>
        <translation>Elk antwoord in de tijdlijn</translation>
    </message>
    <message>
        <source>Every card has the same kind of header and the same kinds of buttons.</source>
        <translation>Elke kaart heeft dezelfde soort kop en dezelfde soorten knoppen.</translation>
    </message>
    <message>
        <source>Every day</source>
        <translation>Elke dag</translation>
    </message>
    <message>
        <source>Every message is worked out as it would be sent. Nothing leaves.</source>
        <translation>Elk bericht wordt gemaakt zoals het zou worden verzonden. Er gaat niets uit.</translation>
    </message>
    <message>
        <source>Every name may be used once in a part.</source>
        <translation>Elke naam mag één keer in een deel staan.</translation>
    </message>
    <message>
        <source>Every new text is reviewed, so Meta limits how many there are in an hour, a day and a month.</source>
        <translation>Elke nieuwe tekst wordt beoordeeld, dus beperkt Meta hoeveel er in een uur, een dag en een maand komen.</translation>
    </message>
    <message>
        <source>Every run ended as it should.</source>
        <translation>Het programma is elke keer goed afgesloten.</translation>
    </message>
    <message>
        <source>Every thing once</source>
        <translation>Elk ding één keer</translation>
    </message>
    <message>
        <source>Every word keeps only its first capital.</source>
        <translation>Elk woord houdt alleen zijn eerste hoofdletter.</translation>
    </message>
    <message>
        <source>Every word with a capital</source>
        <translation>Elk woord met een hoofdletter</translation>
    </message>
    <message>
        <source>Everybody can be reached again, and messages that wait for them leave at once.</source>
        <translation>Iedereen is weer bereikbaar, en berichten die op hen wachten vertrekken meteen.</translation>
    </message>
    <message>
        <source>Everybody else gets it in {language}.</source>
        <translation>Alle anderen krijgen het in {language}.</translation>
    </message>
    <message>
        <source>Everybody for whom a rule holds when the campaign is sent.</source>
        <translation>Iedereen die aan een regel voldoet wanneer de campagne wordt verzonden.</translation>
    </message>
    <message>
        <source>Everybody for whom: {rule}.</source>
        <translation>Iedereen voor wie geldt: {rule}.</translation>
    </message>
    <message>
        <source>Everybody gets it in {language}.</source>
        <translation>Iedereen krijgt het in {language}.</translation>
    </message>
    <message>
        <source>Everybody in the file agreed, and where.</source>
        <translation>Iedereen in het bestand heeft toestemming gegeven, en waar.</translation>
    </message>
    <message>
        <source>Everybody in this file may get marketing, except who opted out.</source>
        <translation>Iedereen in dit bestand mag marketing krijgen, behalve wie zich afmeldde.</translation>
    </message>
    <message>
        <source>Everybody is on the list “{name}”.</source>
        <translation>Iedereen staat op de lijst “{name}”.</translation>
    </message>
    <message>
        <source>Everybody who may get an offer.</source>
        <translation>Iedereen die een aanbieding mag krijgen.</translation>
    </message>
    <message>
        <source>Everybody who says yes comes in here, by a form, a file or by hand.</source>
        <comment>example</comment>
        <translation>Iedereen die ja zegt komt hier binnen: via een formulier, een bestand of met de hand.</translation>
    </message>
    <message>
        <source>Everybody&apos;s message is fine</source>
        <translation>Ieders bericht is in orde</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>Everything held about one person</source>
        <translation>Alles wat over een persoon bewaard is</translation>
    </message>
    <message>
        <source>Everything held on this person</source>
        <translation>Alles wat over deze persoon bewaard is</translation>
    </message>
    <message>
        <source>Everything held on this person is in “{name}”.</source>
        <translation>Alles wat over deze persoon bewaard is, staat in “{name}”.</translation>
    </message>
    <message>
        <source>Everything held on this person…</source>
        <translation>Alles wat over deze persoon bewaard is…</translation>
    </message>
    <message>
        <source>Everything was written to {file}.</source>
        <translation>Alles is naar {file} geschreven.</translation>
    </message>
    <message>
        <source>Everything works.</source>
        <translation>Alles werkt.</translation>
    </message>
    <message>
        <source>Export as CSV</source>
        <translation>Exporteren als CSV</translation>
    </message>
    <message>
        <source>Export as CSV…</source>
        <translation>Exporteren als CSV…</translation>
    </message>
    <message>
        <source>Export contacts</source>
        <translation>Contacten exporteren</translation>
    </message>
    <message>
        <source>Export the address book again if contacts are missing.</source>
        <translation>Exporteer het adresboek opnieuw als er contacten ontbreken.</translation>
    </message>
    <message>
        <source>Export the audit log</source>
        <translation>Logboek van wijzigingen exporteren</translation>
    </message>
    <message>
        <source>Export the list again, as CSV if you can.</source>
        <translation>Exporteer de lijst opnieuw, als het kan als CSV.</translation>
    </message>
    <message>
        <source>Export the suppression list</source>
        <translation>Blokkeerlijst exporteren</translation>
    </message>
    <message>
        <source>Fallback</source>
        <translation>Reservetekst</translation>
    </message>
    <message>
        <source>Fallback, for example “there”</source>
        <translation>Reservetekst, bijvoorbeeld “daar”</translation>
    </message>
    <message>
        <source>Favourite</source>
        <translation>Favoriet</translation>
    </message>
    <message>
        <source>Favourites</source>
        <translation>Favorieten</translation>
    </message>
    <message>
        <source>Feedback</source>
        <comment>example</comment>
        <translation>Feedback</translation>
    </message>
    <message>
        <source>Fetch every template of the account.</source>
        <translation>Alle sjablonen van het account ophalen.</translation>
    </message>
    <message>
        <source>Field added</source>
        <translation>Veld toegevoegd</translation>
    </message>
    <message>
        <source>Field changed</source>
        <translation>Veld gewijzigd</translation>
    </message>
    <message>
        <source>Field deleted</source>
        <translation>Veld verwijderd</translation>
    </message>
    <message>
        <source>Fields are written with their whole name here, so there is nothing to shorten.</source>
        <translation>Velden worden hier met hun hele naam geschreven, dus er valt niets in te korten.</translation>
    </message>
    <message>
        <source>Fields…</source>
        <translation>Velden…</translation>
    </message>
    <message>
        <source>File imported</source>
        <translation>Bestand geïmporteerd</translation>
    </message>
    <message>
        <source>Files ({endings})</source>
        <translation>Bestanden ({endings})</translation>
    </message>
    <message>
        <source>Fill in a name.</source>
        <translation>Vul een naam in.</translation>
    </message>
    <message>
        <source>Fill in a number from 1 to 10,000.</source>
        <translation>Vul een getal in van 1 tot en met 10.000.</translation>
    </message>
    <message>
        <source>Fill in a number.</source>
        <translation>Vul een getal in.</translation>
    </message>
    <message>
        <source>Fill the samples in</source>
        <translation>Vul de voorbeelden in</translation>
    </message>
    <message>
        <source>Fill them on the step Personal values.</source>
        <translation>Vul ze in bij de stap Persoonlijke waarden.</translation>
    </message>
    <message>
        <source>Filled in</source>
        <translation>Ingevuld</translation>
    </message>
    <message>
        <source>Filled otherwise than before: {places}.</source>
        <translation>Anders ingevuld dan eerst: {places}.</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Zoeken</translation>
    </message>
    <message>
        <source>Find a field or helper</source>
        <translation>Veld of hulpfunctie zoeken</translation>
    </message>
    <message>
        <source>Find a helper, by our name, Adobe&apos;s, or what it does</source>
        <translation>Zoek een hulpfunctie op onze naam, die van Adobe, of wat hij doet</translation>
    </message>
    <message>
        <source>Find a language</source>
        <translation>Taal zoeken</translation>
    </message>
    <message>
        <source>Find a library</source>
        <translation>Een bibliotheek zoeken</translation>
    </message>
    <message>
        <source>Find a person</source>
        <translation>Persoon zoeken</translation>
    </message>
    <message>
        <source>Find a recipe</source>
        <translation>Recept zoeken</translation>
    </message>
    <message>
        <source>Find a sample</source>
        <translation>Voorbeeld zoeken</translation>
    </message>
    <message>
        <source>Find a snippet</source>
        <translation>Snippet zoeken</translation>
    </message>
    <message>
        <source>Find an audience</source>
        <translation>Zoek een doelgroep</translation>
    </message>
    <message>
        <source>Find and replace</source>
        <translation>Zoeken en vervangen</translation>
    </message>
    <message>
        <source>Find in names</source>
        <translation>Zoeken in namen</translation>
    </message>
    <message>
        <source>Find the next one</source>
        <translation>Volgende zoeken</translation>
    </message>
    <message>
        <source>Find the one before</source>
        <translation>Vorige zoeken</translation>
    </message>
    <message>
        <source>First name is missing</source>
        <translation>Voornaam ontbreekt</translation>
    </message>
    <message>
        <source>First product</source>
        <translation>Eerste product</translation>
    </message>
    <message>
        <source>First rows</source>
        <translation>Eerste rijen</translation>
    </message>
    <message>
        <source>First screen</source>
        <translation>Eerste scherm</translation>
    </message>
    <message>
        <source>First seen on the account</source>
        <translation>Voor het eerst gezien op het account</translation>
    </message>
    <message>
        <source>First tip</source>
        <comment>example</comment>
        <translation>Eerste tip</translation>
    </message>
    <message>
        <source>Fit the sele&amp;ction</source>
        <translation>S&amp;electie passend maken</translation>
    </message>
    <message>
        <source>Follow on&amp;e contact</source>
        <translation>Eén cont&amp;act volgen</translation>
    </message>
    <message>
        <source>Footer</source>
        <translation>Voettekst</translation>
    </message>
    <message>
        <source>For example: evenings and Sundays</source>
        <translation>Bijvoorbeeld: avonden en zondagen</translation>
    </message>
    <message>
        <source>For the &amp;template</source>
        <translation>Voor het &amp;sjabloon</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Formulier</translation>
    </message>
    <message>
        <source>Form on the website</source>
        <translation>Formulier op de website</translation>
    </message>
    <message>
        <source>Free some space: sending stops when the disk is full.</source>
        <translation>Maak ruimte vrij: het verzenden stopt als de schijf vol is.</translation>
    </message>
    <message>
        <source>Free the chair</source>
        <comment>example</comment>
        <translation>De stoel vrijgeven</translation>
    </message>
    <message>
        <source>Freeze into a list</source>
        <translation>Vastleggen als lijst</translation>
    </message>
    <message>
        <source>Freeze into a list…</source>
        <translation>Vastleggen als lijst…</translation>
    </message>
    <message>
        <source>From a journey</source>
        <translation>Van een journey</translation>
    </message>
    <message>
        <source>From journeys</source>
        <translation>Van journeys</translation>
    </message>
    <message>
        <source>From this day or moment on, by this computer&apos;s clock.</source>
        <translation>Vanaf deze dag of dit moment, op de klok van deze computer.</translation>
    </message>
    <message>
        <source>General</source>
        <translation>Algemeen</translation>
    </message>
    <message>
        <source>Gets marketing, from {when}: until then it is quiet.</source>
        <translation>Krijgt marketing, vanaf {when}: tot dan is het stil.</translation>
    </message>
    <message>
        <source>Gets marketing.</source>
        <translation>Krijgt marketing.</translation>
    </message>
    <message>
        <source>Gets no marketing now</source>
        <translation>Krijgt nu geen marketing</translation>
    </message>
    <message>
        <source>Gets no marketing: nobody said yes yet.</source>
        <translation>Krijgt geen marketing: er is nog geen ja gezegd.</translation>
    </message>
    <message>
        <source>Gets no marketing: the answer was no.</source>
        <translation>Krijgt geen marketing: het antwoord was nee.</translation>
    </message>
    <message>
        <source>Gets nothing: the number is on the suppression list.</source>
        <translation>Krijgt niets: het nummer staat op de blokkeerlijst.</translation>
    </message>
    <message>
        <source>Gets nothing: there is no number.</source>
        <translation>Krijgt niets: er is geen nummer.</translation>
    </message>
    <message>
        <source>Gift or not?</source>
        <comment>example</comment>
        <translation>Cadeau of niet?</translation>
    </message>
    <message>
        <source>Give each its own text.</source>
        <translation>Geef elk een eigen tekst.</translation>
    </message>
    <message>
        <source>Give every card a text, or none.</source>
        <translation>Geef elke kaart een tekst, of geen enkele.</translation>
    </message>
    <message>
        <source>Give it a name first.</source>
        <translation>Geef het eerst een naam.</translation>
    </message>
    <message>
        <source>Give it a name such as spring_offer.</source>
        <translation>Geef het een naam zoals spring_offer.</translation>
    </message>
    <message>
        <source>Give it its name back, or duplicate it as a new template.</source>
        <translation>Geef het zijn naam terug, of dupliceer het als nieuw sjabloon.</translation>
    </message>
    <message>
        <source>Give numbers, or a file of them.</source>
        <translation>Geef nummers, of een bestand ermee.</translation>
    </message>
    <message>
        <source>Give one of them another name.</source>
        <translation>Geef een van de twee een andere naam.</translation>
    </message>
    <message>
        <source>Give the second one another name.</source>
        <translation>Geef de tweede een andere naam.</translation>
    </message>
    <message>
        <source>Give the tip</source>
        <comment>example</comment>
        <translation>De tip geven</translation>
    </message>
    <message>
        <source>Give this one another name.</source>
        <translation>Geef deze een andere naam.</translation>
    </message>
    <message>
        <source>Go on editing</source>
        <translation>Verder bewerken</translation>
    </message>
    <message>
        <source>Go on writing</source>
        <translation>Verder schrijven</translation>
    </message>
    <message>
        <source>Gone</source>
        <translation>Weg</translation>
    </message>
    <message>
        <source>Gone from the account</source>
        <translation>Weg van het account</translation>
    </message>
    <message>
        <source>Good or not?</source>
        <comment>example</comment>
        <translation>Goed of niet?</translation>
    </message>
    <message>
        <source>Good to have you back, {{ contact.first_name | default: &quot;friend&quot; }}! You hear from us once a month at most.</source>
        <comment>example</comment>
        <translation>Fijn dat je er weer bent, {{ contact.first_name | default: &quot;fietser&quot; }}! Je hoort hooguit één keer per maand van ons.</translation>
    </message>
    <message>
        <source>Good to hear! Would you tell others? A review takes one minute: https://fietsgoed.example/review</source>
        <comment>example</comment>
        <translation>Fijn om te horen! Vertel je het ook aan anderen? Een beoordeling kost één minuut: https://fietsgoed.example/review</translation>
    </message>
    <message>
        <source>Greets whoever said yes to marketing messages and offers a first tip. Whoever says stop is left alone.</source>
        <comment>example</comment>
        <translation>Begroet wie ja zei tegen marketingberichten en biedt een eerste tip aan. Wie stop zegt, wordt met rust gelaten.</translation>
    </message>
    <message>
        <source>Hand the draft NAME in to Meta, and wait for the answer.

Without a connection to Meta it stays in the queue. JSON: {&quot;submitted&quot;: [{&quot;name&quot;, &quot;language&quot;, &quot;status&quot;}], &quot;waiting&quot;:
[{&quot;name&quot;, &quot;language&quot;, &quot;state&quot;, &quot;problem&quot;, &quot;not_before&quot;}]}; exit 3 with {&quot;problems&quot;} where a rule stands against it,
1 where Meta refused it or it waits.</source>
        <translation>Dient het concept NAME in bij Meta en wacht op het antwoord.

Zonder verbinding met Meta blijft het in de wachtrij. JSON: {&quot;submitted&quot;: [{&quot;name&quot;, &quot;language&quot;, &quot;status&quot;}], &quot;waiting&quot;:
[{&quot;name&quot;, &quot;language&quot;, &quot;state&quot;, &quot;problem&quot;, &quot;not_before&quot;}]}; exitcode 3 met {&quot;problems&quot;} als een regel het tegenhoudt,
1 als Meta het weigerde of als het wacht.</translation>
    </message>
    <message>
        <source>Handed in. Meta reviews it; the answer is shown here.</source>
        <translation>Ingediend. Meta beoordeelt het; het antwoord verschijnt hier.</translation>
    </message>
    <message>
        <source>Happy</source>
        <comment>example</comment>
        <translation>Tevreden</translation>
    </message>
    <message>
        <source>Have the system set its clock by the internet.</source>
        <translation>Laat het systeem de klok via internet gelijkzetten.</translation>
    </message>
    <message>
        <source>Header of every card</source>
        <translation>Kop van elke kaart</translation>
    </message>
    <message>
        <source>Header: moving picture</source>
        <translation>Kop: bewegende afbeelding</translation>
    </message>
    <message>
        <source>Header: product</source>
        <translation>Kop: product</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>Gezondheid</translation>
    </message>
    <message>
        <source>Help words</source>
        <translation>Hulpwoorden</translation>
    </message>
    <message>
        <source>Helpers for expressions</source>
        <translation>Hulpfuncties voor expressies</translation>
    </message>
    <message>
        <source>Helpers: {group}</source>
        <translation>Hulpfuncties: {group}</translation>
    </message>
    <message>
        <source>Helpers…</source>
        <translation>Hulpfuncties…</translation>
    </message>
    <message>
        <source>Here it is, {{ contact.first_name | default: &quot;friend&quot; }}: a drop of oil on the chain every month, and it lasts twice as long. Do you have a question about your bike? Just ask it here.</source>
        <comment>example</comment>
        <translation>Hier is hij, {{ contact.first_name | default: &quot;fietser&quot; }}: elke maand een druppel olie op de ketting, en hij gaat twee keer zo lang mee. Heb je een vraag over je fiets? Stel hem gewoon hier.</translation>
    </message>
    <message>
        <source>Hide the list of problems</source>
        <translation>Lijst met problemen verbergen</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>Uren</translation>
    </message>
    <message>
        <source>How a link begins</source>
        <translation>Hoe een link begint</translation>
    </message>
    <message>
        <source>How it begins</source>
        <translation>Hoe het begint</translation>
    </message>
    <message>
        <source>How letters are written, such as cp1252; else a guess.</source>
        <translation>Hoe letters geschreven zijn, zoals cp1252; anders een gok.</translation>
    </message>
    <message>
        <source>How long Meta tries to deliver</source>
        <translation>Hoelang Meta probeert te bezorgen</translation>
    </message>
    <message>
        <source>How long it goes on.</source>
        <translation>Hoe lang het doorgaat.</translation>
    </message>
    <message>
        <source>How long it works</source>
        <translation>Hoelang het werkt</translation>
    </message>
    <message>
        <source>How many characters, or how many things in a list</source>
        <translation>Hoeveel tekens, of hoeveel dingen in een lijst</translation>
    </message>
    <message>
        <source>How many days until another date; until today without one</source>
        <translation>Hoeveel dagen tot een andere datum; zonder datum tot vandaag</translation>
    </message>
    <message>
        <source>How many different things</source>
        <translation>Hoeveel verschillende dingen</translation>
    </message>
    <message>
        <source>How many lines at most.</source>
        <translation>Hoeveel regels hoogstens.</translation>
    </message>
    <message>
        <source>How many take part; made up where lacking.</source>
        <translation>Hoeveel contacten meedoen; verzonnen waar ze ontbreken.</translation>
    </message>
    <message>
        <source>How many things that are missing</source>
        <translation>Hoeveel dingen ontbreken</translation>
    </message>
    <message>
        <source>How many things that are there</source>
        <translation>Hoeveel dingen er zijn</translation>
    </message>
    <message>
        <source>How many things, with those that are missing</source>
        <translation>Hoeveel dingen, met wat ontbreekt erbij</translation>
    </message>
    <message>
        <source>How many years since a date, today or on another date</source>
        <translation>Hoeveel jaar sinds een datum, vandaag of op een andere datum</translation>
    </message>
    <message>
        <source>How much faster people answer than in life.</source>
        <translation>Hoeveel sneller mensen antwoorden dan in het echt.</translation>
    </message>
    <message>
        <source>How often somebody with a number of a country is written to, or not at all.</source>
        <translation>Hoe vaak iemand met een nummer van een land een bericht krijgt, of helemaal niet.</translation>
    </message>
    <message>
        <source>How the code gets into the app</source>
        <translation>Hoe de code in de app komt</translation>
    </message>
    <message>
        <source>How the journey NAME (or its id) runs: its state, its numbers step by step, and what is wrong.</source>
        <translation>Hoe de journey NAME (of de id ervan) loopt: de status, de aantallen per stap, en wat er mis is.</translation>
    </message>
    <message>
        <source>I accept Meta&apos;s terms for codes that fill themselves in</source>
        <translation>Ik ga akkoord met Meta&apos;s voorwaarden voor codes die zichzelf invullen</translation>
    </message>
    <message>
        <source>I understand that this cannot be undone</source>
        <translation>Ik begrijp dat dit niet ongedaan kan worden gemaakt</translation>
    </message>
    <message>
        <source>Icons cannot be drawn.</source>
        <translation>Pictogrammen kunnen niet worden getekend.</translation>
    </message>
    <message>
        <source>Import another file…</source>
        <translation>Nog een bestand importeren…</translation>
    </message>
    <message>
        <source>Import from a file…</source>
        <translation>Importeren uit een bestand…</translation>
    </message>
    <message>
        <source>Import into the suppression list</source>
        <translation>In de blokkeerlijst importeren</translation>
    </message>
    <message>
        <source>Import it again.</source>
        <translation>Importeer het opnieuw.</translation>
    </message>
    <message>
        <source>Import samples</source>
        <translation>Voorbeelden importeren</translation>
    </message>
    <message>
        <source>Import undone</source>
        <translation>Import ongedaan gemaakt</translation>
    </message>
    <message>
        <source>Imported {when}: {added} added, {updated} updated.</source>
        <translation>Geïmporteerd {when}: {added} toegevoegd, {updated} bijgewerkt.</translation>
    </message>
    <message>
        <source>Imports</source>
        <translation>Importen</translation>
    </message>
    <message>
        <source>In Adobe</source>
        <translation>In Adobe</translation>
    </message>
    <message numerus="yes">
        <source>In all {n} languages</source>
        <extracomment>One: In all {n} language</extracomment>
        <translation>
            <numerusform>In {n} taal</numerusform>
            <numerusform>In alle {n} talen</numerusform>
        </translation>
    </message>
    <message>
        <source>In capitals</source>
        <translation>In hoofdletters</translation>
    </message>
    <message>
        <source>In good hands</source>
        <comment>example</comment>
        <translation>In goede handen</translation>
    </message>
    <message>
        <source>In no journey.</source>
        <translation>In geen journey.</translation>
    </message>
    <message>
        <source>In no segment.</source>
        <translation>In geen segment.</translation>
    </message>
    <message>
        <source>In small letters</source>
        <translation>In kleine letters</translation>
    </message>
    <message>
        <source>In so many &amp;days</source>
        <translation>In zoveel &amp;dagen</translation>
    </message>
    <message>
        <source>In the background</source>
        <translation>Op de achtergrond</translation>
    </message>
    <message>
        <source>In the basket: {{ event.product }}. The 24-hour window is open now.</source>
        <comment>example</comment>
        <translation>In de wagen: {{ event.product }}. Het 24-uursvenster is nu open.</translation>
    </message>
    <message>
        <source>In the contact</source>
        <translation>In het contact</translation>
    </message>
    <message>
        <source>In the last</source>
        <translation>In de laatste</translation>
    </message>
    <message>
        <source>In the order of the alphabet, or of size</source>
        <translation>Op alfabet, of op grootte</translation>
    </message>
    <message>
        <source>In words</source>
        <translation>In woorden</translation>
    </message>
    <message>
        <source>Insert</source>
        <translation>Invoegen</translation>
    </message>
    <message>
        <source>Insert variable</source>
        <translation>Invulveld invoegen</translation>
    </message>
    <message>
        <source>Insert with fallback</source>
        <translation>Invoegen met reservetekst</translation>
    </message>
    <message>
        <source>Insert with fallback…</source>
        <translation>Invoegen met reservetekst…</translation>
    </message>
    <message>
        <source>Invite the question</source>
        <comment>example</comment>
        <translation>Om de vraag vragen</translation>
    </message>
    <message>
        <source>Is all well?</source>
        <comment>example</comment>
        <translation>Is alles goed?</translation>
    </message>
    <message>
        <source>Is in a journey</source>
        <translation>Zit in een journey</translation>
    </message>
    <message>
        <source>Is not sent</source>
        <translation>Wordt niet verzonden</translation>
    </message>
    <message>
        <source>It can be edited again from {when} on.</source>
        <translation>Vanaf {when} kan het weer worden bewerkt.</translation>
    </message>
    <message>
        <source>It can be read.</source>
        <translation>Het is leesbaar.</translation>
    </message>
    <message>
        <source>It can be sent now.</source>
        <translation>Het kan nu worden verzonden.</translation>
    </message>
    <message>
        <source>It changes only where every value fits.</source>
        <translation>Dat verandert alleen waar elke waarde past.</translation>
    </message>
    <message>
        <source>It fills itself in, in an Android app</source>
        <translation>Vult zichzelf in, in een Android-app</translation>
    </message>
    <message>
        <source>It goes on by itself once the template is approved again.</source>
        <translation>Gaat vanzelf verder zodra het sjabloon weer is goedgekeurd.</translation>
    </message>
    <message>
        <source>It has two parts or more with dots between, such as com.example.shop, and {most} characters at most.</source>
        <translation>Het heeft twee of meer delen met punten ertussen, zoals com.example.shop, en hooguit {most} tekens.</translation>
    </message>
    <message>
        <source>It holds more than 100,000 characters.</source>
        <translation>Hij heeft meer dan 100.000 tekens.</translation>
    </message>
    <message>
        <source>It is for all templates of this account, and Meta does not let it be switched off again.</source>
        <translation>Het geldt voor alle sjablonen van dit account, en bij Meta kan het niet meer uit.</translation>
    </message>
    <message>
        <source>It is found by its name.</source>
        <translation>Het wordt gevonden op naam.</translation>
    </message>
    <message>
        <source>It is in English and Dutch, and yours to change from the first moment.</source>
        <translation>Het is in het Engels en het Nederlands, en je kunt er meteen alles aan wijzigen.</translation>
    </message>
    <message>
        <source>It is in the queue, and handed in as soon as Meta can be reached.</source>
        <translation>Het staat in de wachtrij en wordt ingediend zodra Meta bereikbaar is.</translation>
    </message>
    <message>
        <source>It is not said where they agreed.</source>
        <translation>Er staat niet bij waar ze toestemming gaven.</translation>
    </message>
    <message>
        <source>It is on its way to Meta. What came of it is known in a moment.</source>
        <translation>Het is onderweg naar Meta. Wat ervan komt, is zo bekend.</translation>
    </message>
    <message>
        <source>It is one sign, or “tab”.</source>
        <translation>Het is één teken, of “tab”.</translation>
    </message>
    <message>
        <source>It is quiet hours, in which messages are skipped, so it is not sent.</source>
        <translation>Het zijn stille uren die berichten overslaan, dus het wordt niet verzonden.</translation>
    </message>
    <message>
        <source>It is sent at once, for the person has just written. Leave it empty to answer nothing.</source>
        <translation>Het wordt meteen verzonden, want de persoon schreef net. Laat het leeg om niets te antwoorden.</translation>
    </message>
    <message>
        <source>It is shown here with its people.</source>
        <translation>Het staat hier met zijn mensen.</translation>
    </message>
    <message>
        <source>It is used by {names}. They get what Meta approves.</source>
        <translation>Het wordt gebruikt door {names}. Die krijgen wat Meta goedkeurt.</translation>
    </message>
    <message>
        <source>It is {time} there now.</source>
        <translation>Het is er nu {time}.</translation>
    </message>
    <message>
        <source>It keeps them as they are; Meta may know them.</source>
        <translation>Het houdt ze zoals ze zijn; Meta kent ze misschien.</translation>
    </message>
    <message>
        <source>It leaves out messages with four buttons or more, or with quick replies beside other buttons.</source>
        <translation>Berichten met vier knoppen of meer, of met snelle antwoorden naast andere knoppen, toont het niet.</translation>
    </message>
    <message>
        <source>It needs from 1 to 14 digits before the star.</source>
        <translation>Er zijn 1 tot 14 cijfers nodig voor het sterretje.</translation>
    </message>
    <message>
        <source>It needs one that is approved, and whose places can be filled from those of this one.</source>
        <translation>Er is er een nodig die is goedgekeurd en waarvan de plekken uit die van dit sjabloon te vullen zijn.</translation>
    </message>
    <message>
        <source>It no longer leaves anybody out.</source>
        <translation>Het houdt niemand meer tegen.</translation>
    </message>
    <message>
        <source>It offers none to accounts in the European Union, the United Kingdom and Japan.</source>
        <translation>Accounts in de Europese Unie, het Verenigd Koninkrijk en Japan krijgen ze niet.</translation>
    </message>
    <message>
        <source>It runs out at a time that each message says</source>
        <translation>Loopt af op een tijd die elk bericht zegt</translation>
    </message>
    <message>
        <source>It stays in the queue and is handed in as soon as there is room.</source>
        <translation>Het blijft in de wachtrij en wordt ingediend zodra er ruimte is.</translation>
    </message>
    <message>
        <source>It takes {types}.</source>
        <translation>Hier kan: {types}.</translation>
    </message>
    <message>
        <source>It waits to be handed in, as soon as Meta can be reached. Changing it takes it back.</source>
        <translation>Het wacht om te worden ingediend, zodra Meta bereikbaar is. Wie het wijzigt, neemt het terug.</translation>
    </message>
    <message>
        <source>It was deleted in the meantime.</source>
        <translation>Het is ondertussen verwijderd.</translation>
    </message>
    <message>
        <source>It was deleted meanwhile.</source>
        <translation>Het is ondertussen verwijderd.</translation>
    </message>
    <message>
        <source>It was deleted or erased.</source>
        <translation>Het is verwijderd of gewist.</translation>
    </message>
    <message>
        <source>It was written with its country code but without “+”.</source>
        <translation>Het was geschreven met de landcode maar zonder “+”.</translation>
    </message>
    <message>
        <source>It would never be quiet.</source>
        <translation>Het zou nooit stil zijn.</translation>
    </message>
    <message>
        <source>It would never end: {way}.</source>
        <translation>Het zou nooit eindigen: {way}.</translation>
    </message>
    <message>
        <source>Italic (Ctrl+I)</source>
        <translation>Cursief (Ctrl+I)</translation>
    </message>
    <message>
        <source>Its columns</source>
        <translation>De kolommen</translation>
    </message>
    <message>
        <source>Its only button copies or fills in the code.</source>
        <translation>De enige knop kopieert of vult de code in.</translation>
    </message>
    <message>
        <source>Its spelling is not that of a web address.</source>
        <translation>Dit is niet gespeld als een webadres.</translation>
    </message>
    <message>
        <source>Its template became marketing.</source>
        <translation>Het sjabloon is marketing geworden.</translation>
    </message>
    <message>
        <source>Its template is not approved at the moment.</source>
        <translation>Het sjabloon is nu niet goedgekeurd.</translation>
    </message>
    <message>
        <source>Its template is not on the account any more.</source>
        <translation>Het sjabloon staat niet meer op het account.</translation>
    </message>
    <message>
        <source>Its template “{name}” is not on this account any more.</source>
        <translation>Het sjabloon “{name}” staat niet meer op dit account.</translation>
    </message>
    <message>
        <source>Its text changed at Meta</source>
        <translation>De tekst is bij Meta gewijzigd</translation>
    </message>
    <message>
        <source>Its versions are kept for what is live.</source>
        <translation>De versies blijven bewaard voor wat live is.</translation>
    </message>
    <message>
        <source>JPEG or PNG, up to 5 MB</source>
        <translation>JPEG of PNG, tot 5 MB</translation>
    </message>
    <message>
        <source>Journey brought back</source>
        <translation>Journey teruggehaald</translation>
    </message>
    <message>
        <source>Journey changed while it runs</source>
        <translation>Journey gewijzigd terwijl hij loopt</translation>
    </message>
    <message>
        <source>Journey closed to new people</source>
        <translation>Journey gesloten voor nieuwe mensen</translation>
    </message>
    <message>
        <source>Journey deleted</source>
        <translation>Journey verwijderd</translation>
    </message>
    <message>
        <source>Journey opened to new people</source>
        <translation>Journey opengesteld voor nieuwe mensen</translation>
    </message>
    <message>
        <source>Journey paused</source>
        <translation>Journey gepauzeerd</translation>
    </message>
    <message>
        <source>Journey published</source>
        <translation>Journey gepubliceerd</translation>
    </message>
    <message>
        <source>Journey resumed</source>
        <translation>Journey hervat</translation>
    </message>
    <message>
        <source>Journey started</source>
        <translation>Journey gestart</translation>
    </message>
    <message>
        <source>Journey stopped</source>
        <translation>Journey gestopt</translation>
    </message>
    <message>
        <source>Journey {name}</source>
        <translation>Journey {name}</translation>
    </message>
    <message>
        <source>Journey: {name}</source>
        <translation>Journey: {name}</translation>
    </message>
    <message>
        <source>Journeys: check, publish, watch, pause, stop. A journey is named by a FILE, its id or its name.</source>
        <translation>Journeys: controleren, publiceren, volgen, pauzeren, stoppen. Een journey noem je met een FILE, de id of de naam.</translation>
    </message>
    <message>
        <source>Just ask</source>
        <comment>example</comment>
        <translation>Alleen vragen</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Houden</translation>
    </message>
    <message>
        <source>Keep FILE, a template as Meta&apos;s API takes it in JSON, as a draft.

JSON: {&quot;draft&quot;: {&quot;name&quot;, &quot;language&quot;, &quot;state&quot;, &quot;problem&quot;}, &quot;problems&quot;: [{&quot;code&quot;, &quot;where&quot;, &quot;text&quot;, &quot;severity&quot;}]}.</source>
        <translation>Bewaart FILE, een sjabloon in JSON zoals de API van Meta het aanneemt, als concept.

JSON: `{&quot;draft&quot;: {&quot;name&quot;, &quot;language&quot;, &quot;state&quot;, &quot;problem&quot;}, &quot;problems&quot;: [{&quot;code&quot;, &quot;where&quot;, &quot;text&quot;, &quot;severity&quot;}]}`.</translation>
    </message>
    <message>
        <source>Keep going in the background</source>
        <translation>Doorgaan op de achtergrond</translation>
    </message>
    <message>
        <source>Keep going, minimise</source>
        <translation>Doorgaan, minimaliseren</translation>
    </message>
    <message>
        <source>Keep its id, its name or its text, one of them.</source>
        <translation>Houd het id, de naam of de tekst: een van de drie.</translation>
    </message>
    <message>
        <source>Keep one of them.</source>
        <translation>Houd er één.</translation>
    </message>
    <message>
        <source>Keep the answer as</source>
        <translation>Antwoord bewaren als</translation>
    </message>
    <message>
        <source>Keep the chair</source>
        <comment>example</comment>
        <translation>De stoel vasthouden</translation>
    </message>
    <message>
        <source>Keep the contact as it is</source>
        <translation>Contact laten zoals het is</translation>
    </message>
    <message>
        <source>Keep the last one.</source>
        <translation>Houd de laatste.</translation>
    </message>
    <message>
        <source>Keep the old one</source>
        <translation>Oude behouden</translation>
    </message>
    <message>
        <source>Keep the other one</source>
        <translation>De andere houden</translation>
    </message>
    <message>
        <source>Keep the program open, or raise the rate.</source>
        <translation>Houd het programma open of verhoog het tempo.</translation>
    </message>
    <message>
        <source>Keep them</source>
        <translation>Behouden</translation>
    </message>
    <message>
        <source>Keep this simulation</source>
        <translation>Deze simulatie bewaren</translation>
    </message>
    <message>
        <source>Keep this version</source>
        <translation>Deze versie bewaren</translation>
    </message>
    <message>
        <source>Keep…</source>
        <translation>Bewaren…</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>Bewaard</translation>
    </message>
    <message>
        <source>Kept ({n})</source>
        <translation>Bewaard ({n})</translation>
    </message>
    <message>
        <source>Kept again</source>
        <translation>Weer bewaard</translation>
    </message>
    <message>
        <source>Kept as “{name}”</source>
        <translation>Bewaard als “{name}”</translation>
    </message>
    <message>
        <source>Kept in</source>
        <translation>Bewaard in</translation>
    </message>
    <message>
        <source>Kept simulations</source>
        <translation>Bewaarde simulaties</translation>
    </message>
    <message>
        <source>Kept with the contact, so that you can show later where the answer came from.</source>
        <translation>Wordt bij het contact bewaard, zodat je later kunt laten zien waar het antwoord vandaan kwam.</translation>
    </message>
    <message>
        <source>Kept with your templates, and uploaded when you submit.</source>
        <translation>Wordt bij je sjablonen bewaard en geüpload als je indient.</translation>
    </message>
    <message>
        <source>Kept “{name}” as a draft.</source>
        <translation>“{name}” is bewaard als concept.</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Sneltoetsen</translation>
    </message>
    <message>
        <source>Keyring</source>
        <translation>Sleutelhanger</translation>
    </message>
    <message>
        <source>Keywords</source>
        <translation>Trefwoorden</translation>
    </message>
    <message>
        <source>Keywords changed</source>
        <translation>Trefwoorden veranderd</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Soort</translation>
    </message>
    <message>
        <source>Kind of header</source>
        <translation>Soort kop</translation>
    </message>
    <message>
        <source>Kind of message</source>
        <translation>Soort bericht</translation>
    </message>
    <message>
        <source>Kind of step</source>
        <translation>Soort stap</translation>
    </message>
    <message>
        <source>Kind of “{column}”</source>
        <translation>Soort van “{column}”</translation>
    </message>
    <message>
        <source>Kinds of steps</source>
        <translation>Soorten stappen</translation>
    </message>
    <message>
        <source>Known only when the message is due, and checked with an example: {places}.</source>
        <translation>Pas bekend als het bericht aan de beurt is, en gecontroleerd met een voorbeeld: {places}.</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Naam</translation>
    </message>
    <message>
        <source>Lan&amp;guage</source>
        <translation>&amp;Taal</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Taal</translation>
    </message>
    <message>
        <source>Language of templates</source>
        <translation>Taal van sjablonen</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>Talen</translation>
    </message>
    <message>
        <source>Large text on the phone</source>
        <translation>Grote tekst op de telefoon</translation>
    </message>
    <message>
        <source>Last 12 months</source>
        <translation>Laatste 12 maanden</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>Laatste 30 dagen</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>Laatste 7 dagen</translation>
    </message>
    <message>
        <source>Last campaign</source>
        <translation>Laatste campagne</translation>
    </message>
    <message>
        <source>Last checked</source>
        <translation>Laatst gecontroleerd</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Laatste dag</translation>
    </message>
    <message>
        <source>Last name</source>
        <translation>Achternaam</translation>
    </message>
    <message>
        <source>Last news</source>
        <translation>Laatste update</translation>
    </message>
    <message>
        <source>Last unexpected end</source>
        <translation>Laatste onverwachte einde</translation>
    </message>
    <message>
        <source>Late ({n})</source>
        <translation>Te laat ({n})</translation>
    </message>
    <message>
        <source>Late messages</source>
        <translation>Te late berichten</translation>
    </message>
    <message>
        <source>Later steps can then use journey.order. Empty: the answer is not kept.</source>
        <translation>Latere stappen kunnen dan journey.order gebruiken. Leeg: het antwoord wordt niet bewaard.</translation>
    </message>
    <message>
        <source>Later than this the message is skipped.</source>
        <translation>Is een bericht nog later dan dit, dan wordt het overgeslagen.</translation>
    </message>
    <message>
        <source>Latitude, longitude; name; address</source>
        <translation>Breedtegraad, lengtegraad; naam; adres</translation>
    </message>
    <message>
        <source>Launch undone</source>
        <translation>Start ongedaan gemaakt</translation>
    </message>
    <message>
        <source>Launch was undone</source>
        <translation>Start is ongedaan gemaakt</translation>
    </message>
    <message>
        <source>Launched {when}</source>
        <translation>Gestart {when}</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>Indeling</translation>
    </message>
    <message>
        <source>Lead to a step after it.</source>
        <translation>Leid naar een stap erna.</translation>
    </message>
    <message>
        <source>Lead “{what}” to “{to}”</source>
        <translation>“{what}” naar “{to}” leiden</translation>
    </message>
    <message>
        <source>Leads nowhere yet</source>
        <translation>Leidt nog nergens naartoe</translation>
    </message>
    <message numerus="yes">
        <source>Learned from earlier messages for {n} templates.</source>
        <extracomment>One: Learned from earlier messages for {n} template.</extracomment>
        <translation>
            <numerusform>Geleerd van eerdere berichten voor {n} sjabloon.</numerusform>
            <numerusform>Geleerd van eerdere berichten voor {n} sjablonen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Learned from earlier messages: {names}. All else is assumed.</source>
        <translation>Geleerd van eerdere berichten: {names}. De rest is een aanname.</translation>
    </message>
    <message>
        <source>Leave a window or a search</source>
        <translation>Een venster of zoekopdracht verlaten</translation>
    </message>
    <message>
        <source>Leave at the latest after</source>
        <translation>Uiterlijk verlaten na</translation>
    </message>
    <message>
        <source>Leave contacts of that country out of the campaign.</source>
        <translation>Laat contacten uit dat land buiten de campagne.</translation>
    </message>
    <message>
        <source>Leave early when</source>
        <translation>Eerder verlaten als</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Zo laten</translation>
    </message>
    <message>
        <source>Leave it off</source>
        <translation>Uit laten</translation>
    </message>
    <message>
        <source>Leave it on</source>
        <translation>Aan laten</translation>
    </message>
    <message>
        <source>Leave it open</source>
        <translation>Open laten</translation>
    </message>
    <message>
        <source>Leave it out unless your account uses that API.</source>
        <translation>Laat dit weg, tenzij je account die API gebruikt.</translation>
    </message>
    <message>
        <source>Leave one of them out, or give it a field of its own.</source>
        <translation>Laat een van de twee weg of geef die een eigen veld.</translation>
    </message>
    <message>
        <source>Leave one of them.</source>
        <translation>Laat er een staan.</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>Overslaan</translation>
    </message>
    <message>
        <source>Leave out whoever is on</source>
        <translation>Laat weg wie op deze staat</translation>
    </message>
    <message>
        <source>Leave out whoever is on: {lists}</source>
        <translation>Laat weg wie op deze staat: {lists}</translation>
    </message>
    <message>
        <source>Leave safe mode</source>
        <translation>Veilige modus verlaten</translation>
    </message>
    <message>
        <source>Leave some hours open.</source>
        <translation>Laat een paar uren open.</translation>
    </message>
    <message>
        <source>Leave the person out</source>
        <translation>De persoon overslaan</translation>
    </message>
    <message>
        <source>Leave the row out.</source>
        <translation>Laat de rij weg.</translation>
    </message>
    <message>
        <source>Leave the text empty, or choose another category.</source>
        <translation>Laat de tekst leeg, of kies een andere categorie.</translation>
    </message>
    <message>
        <source>Leave them in doubt</source>
        <translation>Onzeker laten</translation>
    </message>
    <message>
        <source>Leave these people out</source>
        <translation>Deze mensen overslaan</translation>
    </message>
    <message>
        <source>Leave without saving</source>
        <translation>Weggaan zonder opslaan</translation>
    </message>
    <message>
        <source>Leave without saving?</source>
        <translation>Weggaan zonder op te slaan?</translation>
    </message>
    <message>
        <source>Leave, and they are lost. Stay, and the program keeps trying.</source>
        <translation>Ga je weg, dan zijn ze kwijt. Blijf je, dan blijft het programma het proberen.</translation>
    </message>
    <message>
        <source>Leaves it</source>
        <translation>Eruit gaat</translation>
    </message>
    <message>
        <source>Leaves the audience</source>
        <translation>Gaat uit de doelgroep</translation>
    </message>
    <message>
        <source>Leaves {list}</source>
        <translation>Gaat van lijst {list}</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Verlaten</translation>
    </message>
    <message>
        <source>Left a journey</source>
        <translation>Verliet een journey</translation>
    </message>
    <message>
        <source>Left by {output}</source>
        <translation>Verder via {output}</translation>
    </message>
    <message>
        <source>Left on {when}. {how}</source>
        <translation>Vertrokken op {when}. {how}</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Overgeslagen</translation>
    </message>
    <message>
        <source>Left out before sending</source>
        <translation>Vooraf overgeslagen</translation>
    </message>
    <message>
        <source>Left out: {reason}.</source>
        <translation>Overgeslagen: {reason}.</translation>
    </message>
    <message>
        <source>Left side</source>
        <translation>Linkerkant</translation>
    </message>
    <message>
        <source>Left the journey</source>
        <translation>Verliet de journey</translation>
    </message>
    <message>
        <source>Let EVENT have happened, so that contacts enter and move on in the journeys that wait for it.</source>
        <translation>EVENT laten plaatsvinden, zodat contacten binnenkomen en verdergaan in de journeys die erop wachten.</translation>
    </message>
    <message>
        <source>Let Meta count what becomes of each template?</source>
        <translation>Mag Meta tellen wat er van elk sjabloon wordt?</translation>
    </message>
    <message>
        <source>Let an audience go through FILE, doing what contacts are assumed to do. Nothing is sent.

Without --contacts those take part whom the journey lets in; a workspace without contacts gets 1000 made-up ones.</source>
        <translation>Een doelgroep door FILE laten gaan, die doet wat van contacten wordt verwacht. Er wordt niets verzonden.

Zonder --contacts doen de contacten mee die de journey binnenlaat; een werkruimte zonder contacten krijgt er 1000 verzonnen.</translation>
    </message>
    <message>
        <source>Let it run</source>
        <translation>Laten lopen</translation>
    </message>
    <message>
        <source>Let nobody in the journey NAME go on, and no message of it leave, until it is resumed.</source>
        <translation>Niemand in de journey NAME laten verdergaan en geen bericht ervan laten vertrekken, tot hij wordt hervat.</translation>
    </message>
    <message>
        <source>Let nobody new into the journey NAME; whoever is inside goes on to the end.</source>
        <translation>Niemand meer in de journey NAME toelaten; wie erin zit, gaat door tot het einde.</translation>
    </message>
    <message>
        <source>Let test contacts go through FILE: messages are really sent to them, and no wait lasts longer than 10 seconds.</source>
        <translation>Testcontacten door FILE laten gaan: berichten worden echt naar hen verzonden, en geen wachttijd duurt langer dan 10 seconden.</translation>
    </message>
    <message>
        <source>Let the journey NAME go on after a pause, or let contacts into it again after it was closed.</source>
        <translation>De journey NAME na een pauze hervatten, of er weer contacten in toelaten nadat hij was gesloten.</translation>
    </message>
    <message>
        <source>Let the whole audience go through the journey; nothing is sent</source>
        <translation>Laat de hele doelgroep door de journey gaan; er wordt niets verzonden</translation>
    </message>
    <message>
        <source>Let them use it</source>
        <comment>example</comment>
        <translation>Even laten gebruiken</translation>
    </message>
    <message>
        <source>Let your web shop send this event with the name of the product.</source>
        <comment>example</comment>
        <translation>Laat je webwinkel deze gebeurtenis sturen, met de naam van het product.</translation>
    </message>
    <message>
        <source>Lets a large audience in little by little. 0 is no limit.</source>
        <translation>Laat een grote doelgroep beetje bij beetje binnen. 0 is geen limiet.</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>Tekenset</translation>
    </message>
    <message>
        <source>Letters and emoji</source>
        <translation>Letters en emoji</translation>
    </message>
    <message>
        <source>Libraries</source>
        <translation>Bibliotheken</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Licentie</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>Licenties</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Licht</translation>
    </message>
    <message>
        <source>Light phone</source>
        <translation>Lichte telefoon</translation>
    </message>
    <message>
        <source>Limit of a country deleted</source>
        <translation>Limiet van een land verwijderd</translation>
    </message>
    <message>
        <source>Limit of a country saved</source>
        <translation>Limiet van een land opgeslagen</translation>
    </message>
    <message>
        <source>Limit of the country reached</source>
        <translation>Limiet van het land bereikt</translation>
    </message>
    <message>
        <source>Limited-time offer</source>
        <translation>Tijdelijke aanbieding</translation>
    </message>
    <message>
        <source>Limited-time offer: {text}</source>
        <translation>Tijdelijke aanbieding: {text}</translation>
    </message>
    <message>
        <source>Line breaks and tabs become single spaces.</source>
        <translation>Regeleinden en tabs worden één spatie.</translation>
    </message>
    <message>
        <source>Line or entry {place}: {why}</source>
        <translation>Regel of onderdeel {place}: {why}</translation>
    </message>
    <message>
        <source>Line {line}, column {column}: </source>
        <translation>Regel {line}, kolom {column}: </translation>
    </message>
    <message>
        <source>Line {line}, column {column}: {what}</source>
        <translation>Regel {line}, kolom {column}: {what}</translation>
    </message>
    <message>
        <source>Line {line}: {why}</source>
        <translation>Regel {line}: {why}</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Link</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Lijst</translation>
    </message>
    <message>
        <source>List deleted</source>
        <translation>Lijst verwijderd</translation>
    </message>
    <message>
        <source>List made</source>
        <translation>Lijst gemaakt</translation>
    </message>
    <message>
        <source>List or segment</source>
        <translation>Lijst of segment</translation>
    </message>
    <message>
        <source>List renamed</source>
        <translation>Lijst hernoemd</translation>
    </message>
    <message>
        <source>List the journeys of the workspace, the last saved first.</source>
        <translation>De journeys van de werkruimte tonen, de laatst opgeslagen eerst.</translation>
    </message>
    <message>
        <source>List the stored templates.</source>
        <translation>De bewaarde sjablonen tonen.</translation>
    </message>
    <message>
        <source>List the templates that are written here.

JSON: {&quot;drafts&quot;: [{&quot;name&quot;, &quot;language&quot;, &quot;state&quot;, &quot;problem&quot;, &quot;not_before&quot;}]}; the state is draft, queued, submitting
or refused.</source>
        <translation>Toont de sjablonen die hier worden geschreven.

JSON: `{&quot;drafts&quot;: [{&quot;name&quot;, &quot;language&quot;, &quot;state&quot;, &quot;problem&quot;, &quot;not_before&quot;}]}`; de status is “draft” (concept), “queued”,
“submitting” of “refused”.</translation>
    </message>
    <message>
        <source>List: {list}</source>
        <translation>Lijst: {list}</translation>
    </message>
    <message>
        <source>Listen on this computer</source>
        <translation>Op deze computer luisteren</translation>
    </message>
    <message>
        <source>Listening</source>
        <translation>Luistert</translation>
    </message>
    <message>
        <source>Lists</source>
        <translation>Lijsten</translation>
    </message>
    <message>
        <source>Lists and segments</source>
        <translation>Lijsten en segmenten</translation>
    </message>
    <message>
        <source>Live account at Meta</source>
        <translation>Live account bij Meta</translation>
    </message>
    <message>
        <source>Local address</source>
        <translation>Lokaal adres</translation>
    </message>
    <message>
        <source>Location</source>
        <translation>Locatie</translation>
    </message>
    <message>
        <source>Location: {name}</source>
        <translation>Locatie: {name}</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Logboek</translation>
    </message>
    <message>
        <source>Longest time inside</source>
        <translation>Langste tijd in de journey</translation>
    </message>
    <message>
        <source>Longest value</source>
        <translation>Langste waarde</translation>
    </message>
    <message>
        <source>Longest: {span}. Typical: {typical}.</source>
        <translation>Langste: {span}. Gebruikelijk: {typical}.</translation>
    </message>
    <message>
        <source>Look at an example in the help.</source>
        <translation>Bekijk een voorbeeld in de Help.</translation>
    </message>
    <message>
        <source>Look at it again and choose it anew.</source>
        <translation>Bekijk het opnieuw en kies het nog een keer.</translation>
    </message>
    <message>
        <source>Look at the account&apos;s notices in WhatsApp Manager, and use the right category.</source>
        <translation>Bekijk de meldingen van het account in WhatsApp Manager en gebruik de juiste categorie.</translation>
    </message>
    <message>
        <source>Look at the audience: at its list, its rule and its filters.</source>
        <translation>Bekijk de doelgroep: de lijst, de regel en de filters.</translation>
    </message>
    <message>
        <source>Look at the group in WhatsApp.</source>
        <translation>Bekijk de groep in WhatsApp.</translation>
    </message>
    <message>
        <source>Look at the reasons before you send.</source>
        <translation>Bekijk de redenen voordat je verzendt.</translation>
    </message>
    <message>
        <source>Look at the reasons, or choose another audience.</source>
        <translation>Bekijk de redenen of kies een andere doelgroep.</translation>
    </message>
    <message>
        <source>Look at the report before you resume it.</source>
        <translation>Bekijk het rapport voordat je hervat.</translation>
    </message>
    <message>
        <source>Look at the template in WhatsApp Manager.</source>
        <translation>Bekijk het sjabloon in WhatsApp Manager.</translation>
    </message>
    <message>
        <source>Look at this</source>
        <translation>Let hierop</translation>
    </message>
    <message>
        <source>Look at what they fill in: places may have come or gone.</source>
        <translation>Kijk wat ze invullen: er kunnen invulplekken bij of weg zijn.</translation>
    </message>
    <message>
        <source>Look for a slip just before.</source>
        <translation>Zoek een foutje vlak ervoor.</translation>
    </message>
    <message>
        <source>Look in its list of versions.</source>
        <translation>Kijk in de lijst met versies.</translation>
    </message>
    <message>
        <source>Look in the list of journeys.</source>
        <translation>Kijk in de lijst met journeys.</translation>
    </message>
    <message>
        <source>Look the audience up again after</source>
        <translation>Doelgroep opnieuw opzoeken na</translation>
    </message>
    <message>
        <source>Look the code up in Meta&apos;s documentation, or report it with its details.</source>
        <translation>Zoek de code op in de documentatie van Meta, of meld het met de details.</translation>
    </message>
    <message>
        <source>Look whether the address of this step is right and the system is up.</source>
        <translation>Controleer of het adres van deze stap klopt en het systeem werkt.</translation>
    </message>
    <message>
        <source>Look whether the right file was saved.</source>
        <translation>Kijk of het juiste bestand is opgeslagen.</translation>
    </message>
    <message>
        <source>Looked at before every step. Whoever one of them is true for leaves at once.</source>
        <translation>Wordt vóór elke stap bekeken. Klopt er een voor een contact, dan verlaat het de journey meteen.</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Zoeken…</translation>
    </message>
    <message>
        <source>Look…</source>
        <translation>Bekijken…</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>Laag</translation>
    </message>
    <message>
        <source>Low quality</source>
        <translation>Lage kwaliteit</translation>
    </message>
    <message>
        <source>Low: Meta may lower what you can send</source>
        <translation>Laag: Meta kan verlagen wat je mag verzenden</translation>
    </message>
    <message>
        <source>MP4, up to 16 MB</source>
        <translation>MP4, tot 16 MB</translation>
    </message>
    <message>
        <source>MP4, up to 3.5 MB to move by itself</source>
        <translation>MP4, tot 3,5 MB om vanzelf te bewegen</translation>
    </message>
    <message>
        <source>Made at</source>
        <translation>Gemaakt op</translation>
    </message>
    <message>
        <source>Made-up contacts</source>
        <translation>Verzonnen contacten</translation>
    </message>
    <message>
        <source>Make FILE the journey of its id, publish it and let contacts in, unless the checks find an error.</source>
        <translation>FILE de journey van die id maken, publiceren en contacten toelaten, tenzij de controles een fout vinden.</translation>
    </message>
    <message>
        <source>Make a backup to another disk, then have the disk checked.</source>
        <translation>Maak een back-up op een andere schijf en laat de schijf daarna controleren.</translation>
    </message>
    <message>
        <source>Make a copy of it to change something.</source>
        <translation>Maak een kopie om iets te wijzigen.</translation>
    </message>
    <message>
        <source>Make a draft, and say how many it would reach.</source>
        <translation>Een concept maken, en zeggen hoeveel contacten het zou bereiken.</translation>
    </message>
    <message>
        <source>Make a list instead</source>
        <translation>Maak liever een lijst</translation>
    </message>
    <message>
        <source>Make a new template with other words.</source>
        <translation>Maak een nieuw sjabloon met andere woorden.</translation>
    </message>
    <message>
        <source>Make a new token</source>
        <translation>Nieuw token maken</translation>
    </message>
    <message>
        <source>Make a new token?</source>
        <translation>Nieuw token maken?</translation>
    </message>
    <message>
        <source>Make a sample</source>
        <translation>Maak een voorbeeld</translation>
    </message>
    <message>
        <source>Make a system user in Business settings, give it the account, and copy its token.</source>
        <translation>Maak een systeemgebruiker in de bedrijfsinstellingen, geef die het account en kopieer het token.</translation>
    </message>
    <message>
        <source>Make a system user in Meta&apos;s Business settings, assign the WhatsApp account to it, copy its token.</source>
        <translation>Maak een systeemgebruiker in de bedrijfsinstellingen van Meta, wijs het WhatsApp-account eraan toe en kopieer het token.</translation>
    </message>
    <message>
        <source>Make default</source>
        <translation>Standaard maken</translation>
    </message>
    <message>
        <source>Make it</source>
        <translation>Maken</translation>
    </message>
    <message>
        <source>Make it a favourite</source>
        <translation>Tot favoriet maken</translation>
    </message>
    <message>
        <source>Make it a little smaller to be sure.</source>
        <translation>Maak het voor de zekerheid iets kleiner.</translation>
    </message>
    <message>
        <source>Make it again, or choose another one.</source>
        <translation>Maak het opnieuw, of kies een ander.</translation>
    </message>
    <message>
        <source>Make it again.</source>
        <translation>Maak het opnieuw.</translation>
    </message>
    <message>
        <source>Make it fit a link</source>
        <translation>Passend maken voor een link</translation>
    </message>
    <message>
        <source>Make it shorter to be sure.</source>
        <translation>Maak het voor de zekerheid korter.</translation>
    </message>
    <message>
        <source>Make it shorter.</source>
        <translation>Maak het korter.</translation>
    </message>
    <message>
        <source>Make it smaller and choose it again.</source>
        <translation>Maak het kleiner en kies het opnieuw.</translation>
    </message>
    <message>
        <source>Make it smaller if it should move by itself.</source>
        <translation>Maak het kleiner als het vanzelf moet bewegen.</translation>
    </message>
    <message>
        <source>Make it smaller unless it moves.</source>
        <translation>Maak het kleiner, tenzij het beweegt.</translation>
    </message>
    <message>
        <source>Make room on the disk or check the folder, and import again; nothing was changed.</source>
        <translation>Maak ruimte op de schijf of controleer de map en importeer opnieuw; er is niets gewijzigd.</translation>
    </message>
    <message>
        <source>Make sure that it is still the same person before you write again.</source>
        <translation>Controleer of het nog dezelfde persoon is voordat je weer schrijft.</translation>
    </message>
    <message>
        <source>Make test contacts</source>
        <translation>Testcontact maken</translation>
    </message>
    <message>
        <source>Make the first snippet…</source>
        <translation>Eerste snippet maken…</translation>
    </message>
    <message>
        <source>Make the list</source>
        <translation>Lijst maken</translation>
    </message>
    <message>
        <source>Make the rule again, or install the newer version.</source>
        <translation>Maak de regel opnieuw of installeer de nieuwere versie.</translation>
    </message>
    <message>
        <source>Make the rule again.</source>
        <translation>Maak de regel opnieuw.</translation>
    </message>
    <message>
        <source>Make them alike.</source>
        <translation>Maak ze gelijk.</translation>
    </message>
    <message>
        <source>Make them all numbers, or all names.</source>
        <translation>Maak het allemaal nummers, of allemaal namen.</translation>
    </message>
    <message>
        <source>Map of the journey</source>
        <translation>Overzichtskaart van de journey</translation>
    </message>
    <message>
        <source>Marketing</source>
        <translation>Marketing</translation>
    </message>
    <message>
        <source>Marketing and utility together</source>
        <translation>Marketing en service samen</translation>
    </message>
    <message>
        <source>Marketing consent</source>
        <translation>Toestemming voor marketing</translation>
    </message>
    <message>
        <source>Marketing needs consent and has its own price.</source>
        <translation>Voor marketing is toestemming nodig en geldt een eigen prijs.</translation>
    </message>
    <message>
        <source>Marketing needs consent, from a test contact too.</source>
        <translation>Marketing vraagt toestemming, ook van een testcontact.</translation>
    </message>
    <message>
        <source>Marketing needs people&apos;s consent and has another price.</source>
        <translation>Marketing vraagt toestemming en heeft een andere prijs.</translation>
    </message>
    <message>
        <source>Marketing without it gets a warning. Leave it empty if you do not sign.</source>
        <translation>Marketing zonder ondertekening krijgt een waarschuwing. Laat leeg als je niet ondertekent.</translation>
    </message>
    <message>
        <source>Marketing: {answer}</source>
        <translation>Marketing: {answer}</translation>
    </message>
    <message>
        <source>May we call you?</source>
        <translation>Mogen we je bellen?</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>Gemiddeld</translation>
    </message>
    <message>
        <source>Medium quality</source>
        <translation>Gemiddelde kwaliteit</translation>
    </message>
    <message>
        <source>Medium: people block or report your messages more than usual</source>
        <translation>Gemiddeld: mensen blokkeren of rapporteren je berichten vaker dan normaal</translation>
    </message>
    <message>
        <source>Mend what is listed and try again.</source>
        <translation>Los op wat in de lijst staat en probeer het opnieuw.</translation>
    </message>
    <message>
        <source>Menu of what is selected</source>
        <translation>Menu van wat geselecteerd is</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Samenvoegen</translation>
    </message>
    <message>
        <source>Merge contacts</source>
        <translation>Contacten samenvoegen</translation>
    </message>
    <message>
        <source>Merge these two…</source>
        <translation>Deze twee samenvoegen…</translation>
    </message>
    <message>
        <source>Merge undone</source>
        <translation>Samenvoegen ongedaan gemaakt</translation>
    </message>
    <message>
        <source>Merge with another contact…</source>
        <translation>Met een ander contact samenvoegen…</translation>
    </message>
    <message>
        <source>Merge {name} with whom?</source>
        <translation>Met wie {name} samenvoegen?</translation>
    </message>
    <message>
        <source>Merged with another contact</source>
        <translation>Samengevoegd met een ander contact</translation>
    </message>
    <message>
        <source>Merges</source>
        <translation>Samengevoegd</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Bericht</translation>
    </message>
    <message>
        <source>Message accepted by Meta</source>
        <translation>Bericht aangenomen door Meta</translation>
    </message>
    <message>
        <source>Message delivered</source>
        <translation>Bericht afgeleverd</translation>
    </message>
    <message>
        <source>Message failed</source>
        <translation>Bericht mislukt</translation>
    </message>
    <message>
        <source>Message for {name}</source>
        <translation>Bericht voor {name}</translation>
    </message>
    <message>
        <source>Message not sent</source>
        <translation>Bericht niet verzonden</translation>
    </message>
    <message>
        <source>Message queued</source>
        <translation>Bericht in de wachtrij</translation>
    </message>
    <message>
        <source>Message read</source>
        <translation>Bericht gelezen</translation>
    </message>
    <message>
        <source>Message sent</source>
        <translation>Bericht verzonden</translation>
    </message>
    <message>
        <source>Message was delivered</source>
        <translation>Bericht is afgeleverd</translation>
    </message>
    <message>
        <source>Message was read</source>
        <translation>Bericht is gelezen</translation>
    </message>
    <message>
        <source>Message was sent</source>
        <translation>Bericht is verzonden</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Berichten</translation>
    </message>
    <message>
        <source>Messages a day</source>
        <translation>Berichten per dag</translation>
    </message>
    <message>
        <source>Messages are being sent</source>
        <translation>Berichten worden verzonden</translation>
    </message>
    <message>
        <source>Messages are being sent.</source>
        <translation>Er worden berichten verzonden.</translation>
    </message>
    <message>
        <source>Messages are late when this computer was off or asleep as they became due.</source>
        <translation>Berichten zijn te laat als deze computer uitstond of sliep toen ze aan de beurt waren.</translation>
    </message>
    <message>
        <source>Messages in doubt</source>
        <translation>Onzekere berichten</translation>
    </message>
    <message>
        <source>Messages in doubt settled</source>
        <translation>Onzekere berichten afgehandeld</translation>
    </message>
    <message>
        <source>Messages leave for these contacts and nobody else. No wait is longer than 10 seconds.</source>
        <translation>Er gaan alleen berichten naar deze contacten en naar niemand anders. Geen wachttijd duurt langer dan 10 seconden.</translation>
    </message>
    <message>
        <source>Messages leave from the number this workspace is connected to.</source>
        <translation>Berichten worden verzonden vanaf het nummer waarmee deze werkruimte is verbonden.</translation>
    </message>
    <message>
        <source>Messages may have left since, and this copy does not know of them.</source>
        <translation>Sindsdien kunnen er berichten zijn verzonden, en deze kopie weet daar niet van.</translation>
    </message>
    <message>
        <source>Messages need a WhatsApp Business account at Meta, or the sandbox.</source>
        <translation>Voor berichten is een WhatsApp Business-account bij Meta nodig, of de sandbox.</translation>
    </message>
    <message>
        <source>Messages per second</source>
        <translation>Berichten per seconde</translation>
    </message>
    <message>
        <source>Messages per second.</source>
        <translation>Berichten per seconde.</translation>
    </message>
    <message>
        <source>Messages side by side</source>
        <translation>Berichten naast elkaar</translation>
    </message>
    <message>
        <source>Messages that are due then wait until the quiet hours are over, by the contact&apos;s clock.</source>
        <translation>Berichten die dan aan de beurt zijn, wachten tot de stille uren voorbij zijn, volgens de klok van het contact.</translation>
    </message>
    <message>
        <source>Messages that have not left are not sent. This cannot be taken back.</source>
        <translation>Berichten die nog niet uit zijn, worden niet verzonden. Dit kun je niet terugdraaien.</translation>
    </message>
    <message>
        <source>Messages use it as {expression}.</source>
        <translation>Berichten gebruiken het als {expression}.</translation>
    </message>
    <message>
        <source>Messages with a keyword</source>
        <translation>Berichten met een trefwoord</translation>
    </message>
    <message>
        <source>Messages, replies and changes show here.</source>
        <translation>Berichten, antwoorden en wijzigingen staan hier.</translation>
    </message>
    <message>
        <source>Messages, replies, notes, lists and journeys of both are kept. A no to messages stays a no.</source>
        <translation>Berichten, antwoorden, notities, lijsten en journeys van beide blijven. Een nee tegen berichten blijft een nee.</translation>
    </message>
    <message>
        <source>Messaging limit</source>
        <translation>Berichtenlimiet</translation>
    </message>
    <message>
        <source>Meta allows it from its test numbers only.</source>
        <translation>Meta staat het alleen toe vanaf de testnummers van Meta.</translation>
    </message>
    <message>
        <source>Meta allows it ten times in three days.</source>
        <translation>Meta staat dit tien keer in drie dagen toe.</translation>
    </message>
    <message>
        <source>Meta approved this template.</source>
        <translation>Meta heeft dit sjabloon goedgekeurd.</translation>
    </message>
    <message>
        <source>Meta approved “{template}”.</source>
        <translation>Meta heeft “{template}” goedgekeurd.</translation>
    </message>
    <message>
        <source>Meta approves where a link leads. Only its end may differ from person to person.</source>
        <translation>Meta keurt goed waar een link heen gaat. Alleen het einde mag per persoon verschillen.</translation>
    </message>
    <message>
        <source>Meta archived this template.</source>
        <translation>Meta heeft dit sjabloon gearchiveerd.</translation>
    </message>
    <message>
        <source>Meta asked to send more slowly.</source>
        <translation>Meta vroeg om langzamer te verzenden.</translation>
    </message>
    <message>
        <source>Meta asked us to slow down; the rate rises again by itself.</source>
        <translation>Meta vroeg om langzamer te gaan; het tempo loopt vanzelf weer op.</translation>
    </message>
    <message>
        <source>Meta asks for a proof with the access token.</source>
        <translation>Meta vraagt een bewijs bij het toegangstoken.</translation>
    </message>
    <message>
        <source>Meta blocked this account for a time.</source>
        <translation>Meta heeft dit account tijdelijk geblokkeerd.</translation>
    </message>
    <message>
        <source>Meta business account</source>
        <translation>Bedrijfsaccount bij Meta</translation>
    </message>
    <message>
        <source>Meta can be reached</source>
        <translation>Meta is bereikbaar</translation>
    </message>
    <message>
        <source>Meta cannot add or move this number now.</source>
        <translation>Meta kan dit nummer nu niet toevoegen of verplaatsen.</translation>
    </message>
    <message>
        <source>Meta cannot be reached.</source>
        <translation>Meta is niet bereikbaar.</translation>
    </message>
    <message>
        <source>Meta cannot find this account or number with this token.</source>
        <translation>Meta kan dit account of nummer niet vinden met dit token.</translation>
    </message>
    <message>
        <source>Meta cannot try to deliver for {seconds} seconds.</source>
        <translation>Meta kan niet {seconds} seconden proberen te bezorgen.</translation>
    </message>
    <message>
        <source>Meta code</source>
        <translation>Meta-code</translation>
    </message>
    <message>
        <source>Meta code {code}</source>
        <translation>Meta-code {code}</translation>
    </message>
    <message>
        <source>Meta could not charge for calls.</source>
        <translation>Meta kon gesprekken niet in rekening brengen.</translation>
    </message>
    <message>
        <source>Meta could not charge for messages.</source>
        <translation>Meta kon de berichten niet in rekening brengen.</translation>
    </message>
    <message>
        <source>Meta could not download a file.</source>
        <translation>Meta kon een bestand niet downloaden.</translation>
    </message>
    <message>
        <source>Meta could not fetch the picture, video or document.</source>
        <translation>Meta kon de afbeelding, de video of het document niet ophalen.</translation>
    </message>
    <message>
        <source>Meta could not hand over a status in time.</source>
        <translation>Meta kon een status niet op tijd doorgeven.</translation>
    </message>
    <message>
        <source>Meta could not handle the request just now.</source>
        <translation>Meta kon het verzoek nu niet verwerken.</translation>
    </message>
    <message>
        <source>Meta cuts nothing off: a part that does not fit the bubble on a phone is refused as a whole.</source>
        <translation>Meta kapt niets af: een deel dat niet in de ballon op een telefoon past, wordt helemaal geweigerd.</translation>
    </message>
    <message>
        <source>Meta deletes an uploaded file after 30 days.</source>
        <translation>Meta verwijdert een geüpload bestand na 30 dagen.</translation>
    </message>
    <message>
        <source>Meta deletes it at once, and nothing brings it back. Its name stays blocked for 30 days.</source>
        <translation>Meta verwijdert het meteen en niets haalt het terug. De naam blijft 30 dagen geblokkeerd.</translation>
    </message>
    <message>
        <source>Meta denied access.</source>
        <translation>Meta heeft de toegang geweigerd.</translation>
    </message>
    <message>
        <source>Meta did not answer in time.</source>
        <translation>Meta antwoordde niet op tijd.</translation>
    </message>
    <message>
        <source>Meta did not deliver this, to limit the marketing this person gets.</source>
        <translation>Meta heeft dit niet afgeleverd, om de marketing die deze persoon krijgt te beperken.</translation>
    </message>
    <message>
        <source>Meta did not send a verification code.</source>
        <translation>Meta heeft geen verificatiecode gestuurd.</translation>
    </message>
    <message numerus="yes">
        <source>Meta did not take {n} languages.</source>
        <extracomment>One: Meta did not take {n} language.</extracomment>
        <translation>
            <numerusform>Meta nam {n} taal niet aan.</numerusform>
            <numerusform>Meta nam {n} talen niet aan.</numerusform>
        </translation>
    </message>
    <message>
        <source>Meta did not understand a filter.</source>
        <translation>Meta begreep een filter niet.</translation>
    </message>
    <message>
        <source>Meta did not understand the request.</source>
        <translation>Meta begreep het verzoek niet.</translation>
    </message>
    <message>
        <source>Meta disabled its template for good.</source>
        <translation>Meta heeft het sjabloon voorgoed uitgeschakeld.</translation>
    </message>
    <message>
        <source>Meta disabled this template for good.</source>
        <translation>Meta heeft dit sjabloon voorgoed uitgeschakeld.</translation>
    </message>
    <message>
        <source>Meta disabled “{template}” for good.</source>
        <translation>Meta heeft “{template}” voorgoed uitgeschakeld.</translation>
    </message>
    <message>
        <source>Meta does not allow this app to send.</source>
        <translation>Meta staat deze app niet toe om te verzenden.</translation>
    </message>
    <message>
        <source>Meta does not count what becomes of each template for this account.</source>
        <translation>Meta telt voor dit account niet wat er van elk sjabloon wordt.</translation>
    </message>
    <message>
        <source>Meta does not know one of the ids.</source>
        <translation>Meta kent een van de id’s niet.</translation>
    </message>
    <message>
        <source>Meta does not know the action “{action}” of a form.</source>
        <translation>Meta kent de actie “{action}” van een formulier niet.</translation>
    </message>
    <message>
        <source>Meta does not know this kind of message.</source>
        <translation>Meta kent dit soort bericht niet.</translation>
    </message>
    <message>
        <source>Meta does not know this phone number any more.</source>
        <translation>Meta kent dit telefoonnummer niet meer.</translation>
    </message>
    <message>
        <source>Meta does not know this template in this language.</source>
        <translation>Meta kent dit sjabloon niet in deze taal.</translation>
    </message>
    <message>
        <source>Meta does not know “{kind}” as a way to hand over a code.</source>
        <translation>Meta kent “{kind}” niet als manier om een code te geven.</translation>
    </message>
    <message>
        <source>Meta does not let this account write to that country.</source>
        <translation>Met dit account mag je van Meta niet naar dat land schrijven.</translation>
    </message>
    <message>
        <source>Meta does not offer figures of templates to this account.</source>
        <translation>Meta geeft dit account geen cijfers over sjablonen.</translation>
    </message>
    <message>
        <source>Meta does not say how it counts a megabyte.</source>
        <translation>Meta zegt niet hoe het een megabyte telt.</translation>
    </message>
    <message>
        <source>Meta does not take a file of the type {mime} here.</source>
        <translation>Meta neemt hier geen bestand van het type {mime} aan.</translation>
    </message>
    <message>
        <source>Meta does not take {variable} as a variable.</source>
        <translation>Meta neemt {variable} niet aan als invulveld.</translation>
    </message>
    <message>
        <source>Meta fills only the end of a link.</source>
        <translation>Meta vult alleen het einde van een link in.</translation>
    </message>
    <message>
        <source>Meta finds the variables of a text by their exact spelling, and refuses others at once since October 2025.</source>
        <translation>Meta herkent invulvelden aan hun exacte spelling, en weigert andere sinds oktober 2025 meteen.</translation>
    </message>
    <message>
        <source>Meta found content that its policy does not allow.</source>
        <translation>Meta vond inhoud die volgens het beleid niet is toegestaan.</translation>
    </message>
    <message>
        <source>Meta gave no reason that this program knows.</source>
        <translation>Meta gaf geen reden die dit programma kent.</translation>
    </message>
    <message>
        <source>Meta gave this template a state that is new to this program.</source>
        <translation>Meta heeft dit sjabloon een status gegeven die dit programma nog niet kent.</translation>
    </message>
    <message>
        <source>Meta gives each number an id of its own. It stands beside the number under API setup; it is not the phone number itself.</source>
        <translation>Meta geeft elk nummer een eigen id. Die staat naast het nummer onder API Setup; het is niet het telefoonnummer zelf.</translation>
    </message>
    <message>
        <source>Meta has no figures of this template.</source>
        <translation>Meta heeft geen cijfers van dit sjabloon.</translation>
    </message>
    <message>
        <source>Meta has no templates in the language “{language}”.</source>
        <translation>Meta heeft geen sjablonen in de taal “{language}”.</translation>
    </message>
    <message>
        <source>Meta has not approved “{template}” yet.</source>
        <translation>Meta heeft “{template}” nog niet goedgekeurd.</translation>
    </message>
    <message>
        <source>Meta has to know a form before a button can open it.</source>
        <translation>Meta moet een formulier kennen voordat een knop het kan openen.</translation>
    </message>
    <message>
        <source>Meta is looking at this template once more.</source>
        <translation>Meta bekijkt dit sjabloon nog een keer.</translation>
    </message>
    <message>
        <source>Meta is reviewing this template.</source>
        <translation>Meta beoordeelt dit sjabloon.</translation>
    </message>
    <message>
        <source>Meta is still preparing this template.</source>
        <translation>Meta is dit sjabloon nog aan het voorbereiden.</translation>
    </message>
    <message>
        <source>Meta is working on this account.</source>
        <translation>Meta werkt aan dit account.</translation>
    </message>
    <message>
        <source>Meta is working on this number.</source>
        <translation>Meta werkt aan dit nummer.</translation>
    </message>
    <message>
        <source>Meta judges a template as a customer would see it, so everything that is filled in needs an example.</source>
        <translation>Meta beoordeelt een sjabloon zoals een klant het ziet, dus alles wat wordt ingevuld heeft een voorbeeld nodig.</translation>
    </message>
    <message>
        <source>Meta keeps an uploaded file for 30 days.</source>
        <translation>Meta bewaart een geüpload bestand 30 dagen.</translation>
    </message>
    <message>
        <source>Meta keeps its name for 30 days.</source>
        <translation>Meta houdt de naam 30 dagen vast.</translation>
    </message>
    <message>
        <source>Meta keeps one template for each text, so that what it learns of people&apos;s reactions stays in one place.</source>
        <translation>Meta houdt één sjabloon per tekst aan, zodat wat het van reacties leert op één plek blijft.</translation>
    </message>
    <message>
        <source>Meta keeps the category of a template it approved.</source>
        <translation>Meta houdt de categorie van een goedgekeurd sjabloon vast.</translation>
    </message>
    <message>
        <source>Meta left this person out of marketing messages for a test.</source>
        <translation>Meta heeft deze persoon voor een test buiten marketingberichten gehouden.</translation>
    </message>
    <message>
        <source>Meta lets few messages an hour use it for now.</source>
        <translation>Meta laat voorlopig maar weinig berichten per uur toe die het gebruiken.</translation>
    </message>
    <message>
        <source>Meta limited this account because templates had the wrong category.</source>
        <translation>Meta heeft dit account beperkt omdat sjablonen de verkeerde categorie hadden.</translation>
    </message>
    <message>
        <source>Meta limits how many templates an account has until it knows the business.</source>
        <translation>Meta beperkt hoeveel sjablonen een account heeft tot het het bedrijf kent.</translation>
    </message>
    <message>
        <source>Meta locked this account.</source>
        <translation>Meta heeft dit account vergrendeld.</translation>
    </message>
    <message>
        <source>Meta looks at a sample before it approves a template with media.</source>
        <translation>Meta bekijkt een voorbeeld voordat het een sjabloon met media goedkeurt.</translation>
    </message>
    <message>
        <source>Meta looks at a template again after every change.</source>
        <translation>Meta bekijkt een sjabloon na elke wijziging opnieuw.</translation>
    </message>
    <message>
        <source>Meta looks at it before it approves. Each message can have its own.</source>
        <translation>Meta bekijkt het voordat het goedkeurt. Elk bericht kan een eigen bestand hebben.</translation>
    </message>
    <message>
        <source>Meta lost its place in a long list.</source>
        <translation>Meta raakte de plek kwijt in een lange lijst.</translation>
    </message>
    <message>
        <source>Meta made “{template}” marketing.</source>
        <translation>Meta heeft van “{template}” marketing gemaakt.</translation>
    </message>
    <message>
        <source>Meta may know them.</source>
        <translation>Meta kent ze misschien.</translation>
    </message>
    <message>
        <source>Meta may make it a marketing template: it then costs more and needs people&apos;s consent to marketing.</source>
        <translation>Meta kan er een marketingsjabloon van maken: dan kost het meer en is toestemming voor marketing nodig.</translation>
    </message>
    <message>
        <source>Meta may not fetch a file from there.</source>
        <translation>Meta haalt een bestand daar misschien niet op.</translation>
    </message>
    <message>
        <source>Meta may pause it while you send.</source>
        <translation>Meta kan het pauzeren terwijl je verzendt.</translation>
    </message>
    <message>
        <source>Meta may refuse it, and people trust it less.</source>
        <translation>Meta kan het weigeren, en mensen vertrouwen het minder.</translation>
    </message>
    <message>
        <source>Meta may refuse the rest for today; consider several days.</source>
        <translation>Meta kan de rest voor vandaag weigeren; overweeg om over meer dagen te verzenden.</translation>
    </message>
    <message>
        <source>Meta misses a part of the message.</source>
        <translation>Meta mist een deel van het bericht.</translation>
    </message>
    <message>
        <source>Meta no longer accepts this access token.</source>
        <translation>Meta accepteert dit toegangstoken niet meer.</translation>
    </message>
    <message>
        <source>Meta only said that it took these messages. Whether they were delivered or read comes as a receipt, and no receipt has reached this program yet.</source>
        <translation>Meta heeft alleen laten weten dat het deze berichten heeft aangenomen. Of ze zijn afgeleverd of gelezen, volgt uit een ontvangstbevestiging, en die heeft dit programma nog niet bereikt.</translation>
    </message>
    <message>
        <source>Meta opens the whole address before it approves the template.</source>
        <translation>Meta opent het hele adres voordat het het sjabloon goedkeurt.</translation>
    </message>
    <message>
        <source>Meta paused its template because people blocked or reported it.</source>
        <translation>Meta heeft het sjabloon gepauzeerd omdat mensen het blokkeerden of meldden.</translation>
    </message>
    <message>
        <source>Meta paused this template because of feedback from people.</source>
        <translation>Meta heeft dit sjabloon gepauzeerd vanwege feedback van mensen.</translation>
    </message>
    <message>
        <source>Meta paused this template because people blocked or reported it.</source>
        <translation>Meta heeft dit sjabloon gepauzeerd omdat mensen het blokkeerden of rapporteerden.</translation>
    </message>
    <message>
        <source>Meta paused “{template}” because of feedback.</source>
        <translation>Meta heeft “{template}” gepauzeerd vanwege feedback.</translation>
    </message>
    <message>
        <source>Meta paused “{template}”.</source>
        <translation>Meta heeft “{template}” gepauzeerd.</translation>
    </message>
    <message>
        <source>Meta reads the text with its samples before it approves it.</source>
        <translation>Meta leest de tekst met de voorbeelden voordat het goedkeurt.</translation>
    </message>
    <message>
        <source>Meta reads the text with its samples. Nobody gets them.</source>
        <translation>Meta leest de tekst met de voorbeelden. Niemand krijgt die.</translation>
    </message>
    <message>
        <source>Meta refused a call.</source>
        <translation>Meta heeft een gesprek geweigerd.</translation>
    </message>
    <message>
        <source>Meta refused a value for this contact.</source>
        <translation>Meta heeft een waarde voor dit contact geweigerd.</translation>
    </message>
    <message>
        <source>Meta refused a value in the message.</source>
        <translation>Meta heeft een waarde in het bericht geweigerd.</translation>
    </message>
    <message>
        <source>Meta refused a value of the template.</source>
        <translation>Meta heeft een waarde van het sjabloon geweigerd.</translation>
    </message>
    <message>
        <source>Meta refused access to this number.</source>
        <translation>Meta weigert toegang tot dit nummer.</translation>
    </message>
    <message>
        <source>Meta refused permission.</source>
        <translation>Meta heeft de machtiging geweigerd.</translation>
    </message>
    <message>
        <source>Meta refused the change to a form.</source>
        <translation>Meta heeft de wijziging van een formulier geweigerd.</translation>
    </message>
    <message>
        <source>Meta refused the message without saying why.</source>
        <translation>Meta heeft het bericht geweigerd zonder te zeggen waarom.</translation>
    </message>
    <message>
        <source>Meta refused the phone number.</source>
        <translation>Meta heeft het telefoonnummer geweigerd.</translation>
    </message>
    <message>
        <source>Meta refused the picture, video or document.</source>
        <translation>Meta heeft de afbeelding, de video of het document geweigerd.</translation>
    </message>
    <message>
        <source>Meta refused the user name.</source>
        <translation>Meta heeft de gebruikersnaam geweigerd.</translation>
    </message>
    <message>
        <source>Meta refused this for a group.</source>
        <translation>Meta heeft dit voor een groep geweigerd.</translation>
    </message>
    <message>
        <source>Meta refused this for a reason that is new to this program.</source>
        <translation>Meta heeft dit geweigerd om een reden die dit programma nog niet kent.</translation>
    </message>
    <message>
        <source>Meta refuses a message whose values have line breaks, tabs or long gaps: they could change its layout.</source>
        <translation>Meta weigert een bericht waarvan de waarden regeleinden, tabs of lange gaten hebben: die kunnen de opmaak veranderen.</translation>
    </message>
    <message>
        <source>Meta refuses a message with an empty place.</source>
        <translation>Meta weigert een bericht met een lege invulplek.</translation>
    </message>
    <message>
        <source>Meta refuses a message with an empty value.</source>
        <translation>Meta weigert een bericht met een lege waarde.</translation>
    </message>
    <message>
        <source>Meta refuses a template that says what another one says.</source>
        <translation>Meta weigert een sjabloon dat hetzelfde zegt als een ander.</translation>
    </message>
    <message>
        <source>Meta refuses it since October 2025: the text around a variable has to say what the message is about, whatever is filled in.</source>
        <translation>Meta weigert het sinds oktober 2025: de tekst rond een invulveld moet zeggen waar het bericht over gaat, wat er ook wordt ingevuld.</translation>
    </message>
    <message>
        <source>Meta refuses line breaks inside a value.</source>
        <translation>Meta weigert regeleinden in een waarde.</translation>
    </message>
    <message>
        <source>Meta refuses long gaps inside a value.</source>
        <translation>Meta weigert lange reeksen spaties in een waarde.</translation>
    </message>
    <message>
        <source>Meta refuses tabs inside a value.</source>
        <translation>Meta weigert tabs in een waarde.</translation>
    </message>
    <message>
        <source>Meta refuses texts that are mostly variables; it does not say where it draws the line.</source>
        <translation>Meta weigert teksten die vooral uit invulvelden bestaan; het zegt niet waar de grens ligt.</translation>
    </message>
    <message>
        <source>Meta rejected this template.</source>
        <translation>Meta heeft dit sjabloon afgewezen.</translation>
    </message>
    <message>
        <source>Meta rejected “{template}”.</source>
        <translation>Meta heeft “{template}” afgewezen.</translation>
    </message>
    <message>
        <source>Meta says the category should be {category}</source>
        <translation>Meta zegt dat de categorie {category} moet zijn</translation>
    </message>
    <message>
        <source>Meta says this number cannot send (status {status}).</source>
        <translation>Meta meldt dat dit nummer niet kan verzenden (status {status}).</translation>
    </message>
    <message>
        <source>Meta sees a problem with the payment method.</source>
        <translation>Meta ziet een probleem met de betaalmethode.</translation>
    </message>
    <message>
        <source>Meta sends approved templates only.</source>
        <translation>Meta verzendt alleen goedgekeurde sjablonen.</translation>
    </message>
    <message>
        <source>Meta slowed down calls about this account.</source>
        <translation>Meta heeft aanroepen over dit account vertraagd.</translation>
    </message>
    <message>
        <source>Meta slowed these calls down.</source>
        <translation>Meta heeft deze aanroepen vertraagd.</translation>
    </message>
    <message>
        <source>Meta slowed this app down.</source>
        <translation>Meta heeft deze app vertraagd.</translation>
    </message>
    <message>
        <source>Meta slowed this user down.</source>
        <translation>Meta heeft deze gebruiker vertraagd.</translation>
    </message>
    <message>
        <source>Meta stopped this number because people blocked or reported its messages.</source>
        <translation>Meta heeft dit nummer stilgelegd omdat mensen de berichten blokkeerden of rapporteerden.</translation>
    </message>
    <message>
        <source>Meta takes changes of templates that are approved, rejected or paused.</source>
        <translation>Meta neemt wijzigingen aan van sjablonen die goedgekeurd, afgewezen of gepauzeerd zijn.</translation>
    </message>
    <message>
        <source>Meta takes no more than that.</source>
        <translation>Meer neemt Meta niet aan.</translation>
    </message>
    <message>
        <source>Meta takes one change of an approved template in 24 hours.</source>
        <translation>Meta laat een goedgekeurd sjabloon één keer per 24 uur wijzigen.</translation>
    </message>
    <message>
        <source>Meta takes only the first of the two.</source>
        <translation>Meta neemt alleen de eerste van de twee.</translation>
    </message>
    <message>
        <source>Meta takes such codes in authentication templates only.</source>
        <translation>Meta neemt zulke codes alleen aan in verificatiesjablonen.</translation>
    </message>
    <message>
        <source>Meta takes ten changes of an approved template in 30 days.</source>
        <translation>Meta laat een goedgekeurd sjabloon tien keer per 30 dagen wijzigen.</translation>
    </message>
    <message>
        <source>Meta tells what was delivered, read and answered by calling an address on the internet. A tunnel of yours can pass those calls on to this computer. Without it the Studio shows what Meta accepted, and calls nothing delivered.</source>
        <translation>Meta meldt wat is afgeleverd, gelezen en beantwoord door een adres op internet aan te roepen. Een eigen tunnel kan die aanroepen doorgeven aan deze computer. Zonder tunnel toont de Studio wat Meta heeft aangenomen en noemt hij niets afgeleverd.</translation>
    </message>
    <message>
        <source>Meta thinks the text could deceive people.</source>
        <translation>Meta denkt dat de tekst mensen kan misleiden.</translation>
    </message>
    <message>
        <source>Meta took the message. That is not yet delivery.</source>
        <translation>Meta heeft het bericht aangenomen. Dat is nog geen aflevering.</translation>
    </message>
    <message>
        <source>Meta translates these words for each language.</source>
        <translation>Meta vertaalt deze woorden voor elke taal.</translation>
    </message>
    <message>
        <source>Meta usually answers within minutes, at most within a day. A name can be used again only 30 days after its template was deleted.</source>
        <translation>Meta antwoordt meestal binnen minuten, hooguit binnen een dag. Een naam kan pas 30 dagen na het verwijderen van het sjabloon weer worden gebruikt.</translation>
    </message>
    <message>
        <source>Meta warned about it</source>
        <translation>Meta waarschuwde ervoor</translation>
    </message>
    <message>
        <source>Meta warns about “{template}”.</source>
        <translation>Meta waarschuwt voor “{template}”.</translation>
    </message>
    <message>
        <source>Meta will make “{template}” marketing.</source>
        <translation>Meta gaat van “{template}” marketing maken.</translation>
    </message>
    <message>
        <source>Meta writes the footer of a one-time password itself.</source>
        <translation>Meta schrijft de voettekst van een eenmalig wachtwoord zelf.</translation>
    </message>
    <message>
        <source>Meta writes the text of a one-time password itself.</source>
        <translation>Meta schrijft de tekst van een eenmalig wachtwoord zelf.</translation>
    </message>
    <message>
        <source>Meta writes the words, in every language. A header, links and pictures are not allowed here.</source>
        <translation>Meta schrijft de woorden, in elke taal. Een koptekst, links en afbeeldingen mogen hier niet.</translation>
    </message>
    <message>
        <source>Meta&apos;s answer could not be read.</source>
        <translation>Het antwoord van Meta kon niet worden gelezen.</translation>
    </message>
    <message>
        <source>Meta&apos;s examples have one or two on each card, and it may refuse one without.</source>
        <translation>Meta&apos;s voorbeelden hebben er een of twee per kaart; zonder kan Meta het weigeren.</translation>
    </message>
    <message>
        <source>Meta&apos;s examples have one, and it may refuse an offer without.</source>
        <translation>Meta&apos;s voorbeelden hebben er een; zonder kan Meta een aanbieding weigeren.</translation>
    </message>
    <message>
        <source>Meta&apos;s free test number may write only to numbers confirmed before.</source>
        <translation>Het gratis testnummer van Meta mag alleen schrijven naar nummers die vooraf zijn bevestigd.</translation>
    </message>
    <message>
        <source>Meta&apos;s own list does not name {language}.</source>
        <translation>Meta&apos;s eigen lijst noemt {language} niet.</translation>
    </message>
    <message>
        <source>Meta&apos;s own words around a code.</source>
        <translation>Meta&apos;s eigen woorden rond een code.</translation>
    </message>
    <message>
        <source>Meta&apos;s page allows 1,024, but marketing and utility templates were refused for less.</source>
        <translation>Meta&apos;s pagina staat 1.024 toe, maar marketing- en servicesjablonen zijn voor minder geweigerd.</translation>
    </message>
    <message>
        <source>Meta&apos;s page does not say so, but such templates were refused.</source>
        <translation>Meta&apos;s pagina zegt het niet, maar zulke sjablonen zijn geweigerd.</translation>
    </message>
    <message>
        <source>Meta&apos;s page names letters and underscores only, though it was seen to take digits.</source>
        <translation>Meta&apos;s pagina noemt alleen letters en lage streepjes, maar cijfers zijn ook wel aangenomen.</translation>
    </message>
    <message>
        <source>Meta&apos;s page:</source>
        <translation>Meta&apos;s pagina:</translation>
    </message>
    <message>
        <source>Meta&apos;s pages do not say it for sure, but other programs saw templates refused for it.</source>
        <translation>Meta&apos;s pagina&apos;s zeggen het niet zeker, maar andere programma&apos;s zagen sjablonen hierom geweigerd.</translation>
    </message>
    <message>
        <source>Meta&apos;s server is not available for a moment.</source>
        <translation>De server van Meta is even niet beschikbaar.</translation>
    </message>
    <message>
        <source>Meta&apos;s service is down or too busy for a moment.</source>
        <translation>De dienst van Meta is even niet bereikbaar of te druk.</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Methode</translation>
    </message>
    <message>
        <source>Mexico dropped a 1 in 2019, and Brazil put a 9 before its mobile numbers.</source>
        <translation>Mexico liet in 2019 een 1 weg, en Brazilië zette een 9 voor zijn mobiele nummers.</translation>
    </message>
    <message>
        <source>Minutes until the code expires</source>
        <translation>Minuten tot de code verloopt</translation>
    </message>
    <message>
        <source>Mo</source>
        <translation>Ma</translation>
    </message>
    <message>
        <source>Moment of the simulation</source>
        <translation>Moment van de simulatie</translation>
    </message>
    <message>
        <source>Mon Tue Wed Thu Fri Sat Sun</source>
        <translation>ma di wo do vr za zo</translation>
    </message>
    <message>
        <source>Monday</source>
        <translation>Maandag</translation>
    </message>
    <message>
        <source>Monday to Friday</source>
        <translation>Maandag tot en met vrijdag</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Meer</translation>
    </message>
    <message>
        <source>More than {most} are hard to oversee.</source>
        <translation>Meer dan {most} is lastig te overzien.</translation>
    </message>
    <message>
        <source>More than {most} samples cannot be kept.</source>
        <translation>Meer dan {most} voorbeelden kunnen niet worden bewaard.</translation>
    </message>
    <message>
        <source>More that can be done with this journey</source>
        <translation>Meer acties voor deze journey</translation>
    </message>
    <message>
        <source>More to do with this template</source>
        <translation>Meer met dit sjabloon</translation>
    </message>
    <message>
        <source>More, or other, earlier messages were learned from.</source>
        <translation>Er is geleerd van meer of andere eerdere berichten.</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Omlaag</translation>
    </message>
    <message>
        <source>Move it to the top.</source>
        <translation>Zet het bovenaan.</translation>
    </message>
    <message>
        <source>Move it up, change it, or remove it.</source>
        <translation>Verplaats het omhoog, wijzig het of verwijder het.</translation>
    </message>
    <message>
        <source>Move it up, or remove it.</source>
        <translation>Verplaats de uitkomst omhoog of verwijder die.</translation>
    </message>
    <message>
        <source>Move or copy</source>
        <translation>Verplaatsen of kopiëren</translation>
    </message>
    <message>
        <source>Move or copy {what}</source>
        <translation>{what} verplaatsen of kopiëren</translation>
    </message>
    <message>
        <source>Move or remove</source>
        <translation>Verplaatsen of verwijderen</translation>
    </message>
    <message>
        <source>Move or remove {what}</source>
        <translation>{what} verplaatsen of verwijderen</translation>
    </message>
    <message>
        <source>Move over the canvas</source>
        <translation>Over het canvas bewegen</translation>
    </message>
    <message>
        <source>Move the card to the back</source>
        <translation>Kaart naar achteren</translation>
    </message>
    <message>
        <source>Move the card to the front</source>
        <translation>Kaart naar voren</translation>
    </message>
    <message>
        <source>Move them together.</source>
        <translation>Zet ze bij elkaar.</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Omhoog</translation>
    </message>
    <message>
        <source>Move without the grid</source>
        <translation>Verplaatsen zonder raster</translation>
    </message>
    <message numerus="yes">
        <source>Move {n} items</source>
        <extracomment>One: Move {n} item</extracomment>
        <translation>
            <numerusform>{n} onderdeel verplaatsen</numerusform>
            <numerusform>{n} onderdelen verplaatsen</numerusform>
        </translation>
    </message>
    <message>
        <source>Move “{button}” down</source>
        <translation>“{button}” omlaag</translation>
    </message>
    <message>
        <source>Move “{button}” up</source>
        <translation>“{button}” omhoog</translation>
    </message>
    <message>
        <source>Moving picture</source>
        <translation>Bewegende afbeelding</translation>
    </message>
    <message>
        <source>Moving picture: {name}</source>
        <translation>Bewegende afbeelding: {name}</translation>
    </message>
    <message>
        <source>Multiplies by a number</source>
        <translation>Vermenigvuldigt met een getal</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Naam</translation>
    </message>
    <message>
        <source>Name (may stay empty)</source>
        <translation>Naam (mag leeg blijven)</translation>
    </message>
    <message>
        <source>Name and category</source>
        <translation>Naam en categorie</translation>
    </message>
    <message>
        <source>Name and language together are how a message says which template it uses, so they are unique.</source>
        <translation>Met naam en taal samen zegt een bericht welk sjabloon het gebruikt; daarom zijn ze uniek.</translation>
    </message>
    <message>
        <source>Name its event, or remove it.</source>
        <translation>Noem de gebeurtenis of verwijder de reden.</translation>
    </message>
    <message>
        <source>Name of the app {n}</source>
        <translation>Naam van de app {n}</translation>
    </message>
    <message>
        <source>Name of the audience</source>
        <translation>Naam van de doelgroep</translation>
    </message>
    <message>
        <source>Name of the campaign</source>
        <translation>Naam van de campagne</translation>
    </message>
    <message>
        <source>Name of the journey</source>
        <translation>Naam van de journey</translation>
    </message>
    <message>
        <source>Name of the list</source>
        <translation>Naam van de lijst</translation>
    </message>
    <message>
        <source>Name of the offer</source>
        <translation>Naam van de aanbieding</translation>
    </message>
    <message>
        <source>Name of the path</source>
        <translation>Naam van het pad</translation>
    </message>
    <message>
        <source>Name of the recipe</source>
        <translation>Naam van het recept</translation>
    </message>
    <message>
        <source>Name of the sample</source>
        <translation>Naam van het voorbeeld</translation>
    </message>
    <message>
        <source>Name of the snippet:</source>
        <translation>Naam van de snippet:</translation>
    </message>
    <message>
        <source>Name of the step</source>
        <translation>Naam van de stap</translation>
    </message>
    <message>
        <source>Name of the value</source>
        <translation>Naam van de waarde</translation>
    </message>
    <message>
        <source>Name of the way out</source>
        <translation>Naam van het vertrek</translation>
    </message>
    <message>
        <source>Name of {what}</source>
        <translation>Naam van {what}</translation>
    </message>
    <message>
        <source>Name one, such as contact.country.</source>
        <translation>Noem er een, zoals contact.country.</translation>
    </message>
    <message>
        <source>Name or number of one person</source>
        <translation>Naam of nummer van één persoon</translation>
    </message>
    <message>
        <source>Name people see</source>
        <translation>Zichtbare naam</translation>
    </message>
    <message>
        <source>Name their column in the first row of the table to bring them in.</source>
        <translation>Noem hun kolom in de eerste rij van de tabel om ze mee te nemen.</translation>
    </message>
    <message>
        <source>Name your business, avoid promises of prizes, and use links to your own site.</source>
        <translation>Noem je bedrijf, beloof geen prijzen en gebruik links naar je eigen site.</translation>
    </message>
    <message>
        <source>Name, kind, template, text or note</source>
        <translation>Naam, soort, sjabloon, tekst of notitie</translation>
    </message>
    <message>
        <source>Name, number and fields</source>
        <translation>Naam, nummer en velden</translation>
    </message>
    <message>
        <source>Ne&amp;xt pane</source>
        <translation>Volgend &amp;deel</translation>
    </message>
    <message>
        <source>Needed to receive statuses and replies.</source>
        <translation>Nodig om statussen en antwoorden te ontvangen.</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>Vraagt aandacht</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netwerk</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nooit</translation>
    </message>
    <message>
        <source>Never more than Meta allows the number: 80 for most, 1,000 for some. A steady rate is kinder.</source>
        <translation>Nooit meer dan Meta voor het nummer toestaat: 80 voor de meeste, 1.000 voor sommige. Een rustig tempo is beter.</translation>
    </message>
    <message>
        <source>Never published</source>
        <translation>Nooit gepubliceerd</translation>
    </message>
    <message>
        <source>Never synced</source>
        <translation>Nooit gesynchroniseerd</translation>
    </message>
    <message>
        <source>Never write to these numbers; one that ends with * is the beginning of many, such as +3190*.</source>
        <translation>Schrijf nooit naar deze nummers; een dat eindigt op * is het begin van vele, zoals +3190*.</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Nieuw</translation>
    </message>
    <message>
        <source>New &amp;journey…</source>
        <translation>Nieuwe &amp;journey…</translation>
    </message>
    <message>
        <source>New &amp;list…</source>
        <translation>Nieuwe &amp;lijst…</translation>
    </message>
    <message>
        <source>New &amp;segment</source>
        <translation>Nieuw &amp;segment</translation>
    </message>
    <message>
        <source>New campaign</source>
        <translation>Nieuwe campagne</translation>
    </message>
    <message>
        <source>New campaign for these people</source>
        <translation>Nieuwe campagne voor deze mensen</translation>
    </message>
    <message>
        <source>New campaign {n}</source>
        <translation>Nieuwe campagne {n}</translation>
    </message>
    <message>
        <source>New cap</source>
        <translation>Nieuw maximum</translation>
    </message>
    <message>
        <source>New cap…</source>
        <translation>Nieuw maximum…</translation>
    </message>
    <message>
        <source>New conversations</source>
        <translation>Nieuwe gesprekken</translation>
    </message>
    <message>
        <source>New field</source>
        <translation>Nieuw veld</translation>
    </message>
    <message>
        <source>New field “{column}”</source>
        <translation>Nieuw veld “{column}”</translation>
    </message>
    <message>
        <source>New field…</source>
        <translation>Nieuw veld…</translation>
    </message>
    <message>
        <source>New journey</source>
        <translation>Nieuwe journey</translation>
    </message>
    <message>
        <source>New limit of a country</source>
        <translation>Nieuwe limiet van een land</translation>
    </message>
    <message>
        <source>New limit…</source>
        <translation>Nieuwe limiet…</translation>
    </message>
    <message>
        <source>New list</source>
        <translation>Nieuwe lijst</translation>
    </message>
    <message>
        <source>New list…</source>
        <translation>Nieuwe lijst…</translation>
    </message>
    <message>
        <source>New quiet hours</source>
        <translation>Nieuwe stille uren</translation>
    </message>
    <message>
        <source>New quiet hours…</source>
        <translation>Nieuwe stille uren…</translation>
    </message>
    <message>
        <source>New sample</source>
        <translation>Nieuw voorbeeld</translation>
    </message>
    <message>
        <source>New segment</source>
        <translation>Nieuw segment</translation>
    </message>
    <message>
        <source>New snippet</source>
        <translation>Nieuwe snippet</translation>
    </message>
    <message>
        <source>New snippet…</source>
        <translation>Nieuwe snippet…</translation>
    </message>
    <message>
        <source>New template</source>
        <translation>Nieuw sjabloon</translation>
    </message>
    <message>
        <source>New token…</source>
        <translation>Nieuw token…</translation>
    </message>
    <message>
        <source>New value</source>
        <translation>Nieuwe waarde</translation>
    </message>
    <message>
        <source>News received.</source>
        <translation>Nieuws ontvangen.</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Volgende</translation>
    </message>
    <message>
        <source>Next &amp;part of the window</source>
        <translation>Volgend &amp;deel van het venster</translation>
    </message>
    <message>
        <source>Next contact</source>
        <translation>Volgend contact</translation>
    </message>
    <message>
        <source>Next offer</source>
        <translation>Volgende aanbieding</translation>
    </message>
    <message>
        <source>Next person</source>
        <translation>Volgende persoon</translation>
    </message>
    <message>
        <source>Next step of a campaign</source>
        <translation>Volgende stap van een campagne</translation>
    </message>
    <message>
        <source>Next: {step}</source>
        <translation>Volgende: {step}</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nee</translation>
    </message>
    <message>
        <source>No End is marked as the goal, so no goal is ever counted.</source>
        <translation>Geen enkel Einde is gemarkeerd als het doel, dus er wordt nooit een doel geteld.</translation>
    </message>
    <message>
        <source>No account is connected.</source>
        <translation>Er is geen account verbonden.</translation>
    </message>
    <message>
        <source>No account is connected. The sandbox on the home page needs none.</source>
        <translation>Er is geen account verbonden. Voor de sandbox op de startpagina is er geen nodig.</translation>
    </message>
    <message>
        <source>No address yet</source>
        <translation>Nog geen adres</translation>
    </message>
    <message>
        <source>No answer</source>
        <comment>example</comment>
        <translation>Geen antwoord</translation>
    </message>
    <message>
        <source>No answer came in time</source>
        <translation>Er kwam niet op tijd antwoord</translation>
    </message>
    <message>
        <source>No answers yet</source>
        <translation>Nog geen antwoorden</translation>
    </message>
    <message>
        <source>No audience chosen</source>
        <translation>Geen doelgroep gekozen</translation>
    </message>
    <message>
        <source>No audience has this in its name.</source>
        <translation>Geen doelgroep heeft dit in zijn naam.</translation>
    </message>
    <message>
        <source>No buttons</source>
        <translation>Geen knoppen</translation>
    </message>
    <message>
        <source>No campaign in this state.</source>
        <translation>Geen campagne met deze status.</translation>
    </message>
    <message>
        <source>No campaign, journey or segment uses it.</source>
        <translation>Geen campagne, journey of segment gebruikt het.</translation>
    </message>
    <message>
        <source>No campaigns yet.</source>
        <translation>Nog geen campagnes.</translation>
    </message>
    <message>
        <source>No character set has this name.</source>
        <translation>Geen tekenset heeft deze naam.</translation>
    </message>
    <message>
        <source>No column holds the phone number.</source>
        <translation>Geen enkele kolom bevat het telefoonnummer.</translation>
    </message>
    <message>
        <source>No consent for marketing messages</source>
        <translation>Geen toestemming voor marketingberichten</translation>
    </message>
    <message>
        <source>No contact has such a field yet</source>
        <translation>Nog geen contact heeft zo’n veld</translation>
    </message>
    <message>
        <source>No contact has the phone number “{value}”.</source>
        <translation>Geen contact heeft het telefoonnummer “{value}”.</translation>
    </message>
    <message>
        <source>No contact is marked for tests. Edit one, yourself perhaps, and tick “Test contact”.</source>
        <translation>Er is geen contact gemarkeerd voor tests. Bewerk er een, jezelf bijvoorbeeld, en vink “Testcontact” aan.</translation>
    </message>
    <message>
        <source>No contacts yet</source>
        <translation>Nog geen contacten</translation>
    </message>
    <message>
        <source>No country has the digits after “+” or “00”.</source>
        <translation>Geen land heeft de cijfers na “+” of “00”.</translation>
    </message>
    <message>
        <source>No daily limit</source>
        <translation>Geen daglimiet</translation>
    </message>
    <message>
        <source>No date chosen</source>
        <translation>Geen datum gekozen</translation>
    </message>
    <message>
        <source>No difference</source>
        <translation>Geen verschil</translation>
    </message>
    <message numerus="yes">
        <source>No errors, {n} warnings</source>
        <extracomment>One: No errors, {n} warning</extracomment>
        <translation>
            <numerusform>Geen fouten, {n} waarschuwing</numerusform>
            <numerusform>Geen fouten, {n} waarschuwingen</numerusform>
        </translation>
    </message>
    <message>
        <source>No event came in time.</source>
        <translation>Er kwam geen gebeurtenis op tijd.</translation>
    </message>
    <message>
        <source>No event named yet</source>
        <translation>Nog geen gebeurtenis genoemd</translation>
    </message>
    <message>
        <source>No event with fields comes before this step.</source>
        <translation>Voor deze stap komt geen gebeurtenis met velden.</translation>
    </message>
    <message>
        <source>No field chosen</source>
        <translation>Geen veld gekozen</translation>
    </message>
    <message>
        <source>No fields yet.</source>
        <translation>Nog geen velden.</translation>
    </message>
    <message>
        <source>No file chosen</source>
        <translation>Geen bestand gekozen</translation>
    </message>
    <message>
        <source>No file chosen yet</source>
        <translation>Nog geen bestand gekozen</translation>
    </message>
    <message>
        <source>No goal</source>
        <translation>Geen doel</translation>
    </message>
    <message>
        <source>No header</source>
        <translation>Geen koptekst</translation>
    </message>
    <message>
        <source>No heat</source>
        <translation>Geen heatmap</translation>
    </message>
    <message>
        <source>No holidays</source>
        <translation>Geen feestdagen</translation>
    </message>
    <message>
        <source>No journey chosen</source>
        <translation>Geen journey gekozen</translation>
    </message>
    <message>
        <source>No journey is made like that.</source>
        <translation>Zo wordt geen enkele journey gemaakt.</translation>
    </message>
    <message>
        <source>No journey that runs waits for it.</source>
        <translation>Geen lopende journey wacht hierop.</translation>
    </message>
    <message>
        <source>No journeys yet.</source>
        <translation>Nog geen journeys.</translation>
    </message>
    <message>
        <source>No keyword yet</source>
        <translation>Nog geen trefwoord</translation>
    </message>
    <message>
        <source>No line of the audit log fits what you look for.</source>
        <translation>Geen regel van het logboek past bij wat je zoekt.</translation>
    </message>
    <message>
        <source>No list chosen</source>
        <translation>Geen lijst gekozen</translation>
    </message>
    <message>
        <source>No lists yet</source>
        <translation>Nog geen lijsten</translation>
    </message>
    <message>
        <source>No longer a favourite</source>
        <translation>Geen favoriet meer</translation>
    </message>
    <message>
        <source>No longer test contacts</source>
        <translation>Geen testcontact meer</translation>
    </message>
    <message>
        <source>No marketing at all</source>
        <translation>Helemaal geen marketing</translation>
    </message>
    <message>
        <source>No marketing. Meta has delivered none to numbers of the United States since 1 April 2025, so none is sent. Numbers of Canada and the Caribbean also begin with +1 and are not meant.</source>
        <translation>Geen marketing. Meta levert sinds 1 april 2025 niets af bij nummers van de Verenigde Staten, dus er wordt niets verzonden. Nummers van Canada en het Caribisch gebied beginnen ook met +1 en zijn niet bedoeld.</translation>
    </message>
    <message>
        <source>No message could ever leave.</source>
        <translation>Er zou nooit een bericht kunnen vertrekken.</translation>
    </message>
    <message>
        <source>No message is sent on the way to it.</source>
        <translation>Op de weg ernaartoe wordt geen bericht verzonden.</translation>
    </message>
    <message>
        <source>No message was sent to react to; it waits until {until}.</source>
        <translation>Er is geen bericht verzonden om op te reageren; het contact wacht tot {until}.</translation>
    </message>
    <message>
        <source>No message: a value is missing or cannot be worked out ({label}).</source>
        <translation>Geen bericht: een waarde ontbreekt of kan niet worden berekend ({label}).</translation>
    </message>
    <message>
        <source>No message: marketing is not delivered to numbers in the United States.</source>
        <translation>Geen bericht: marketing wordt niet afgeleverd op nummers in de Verenigde Staten.</translation>
    </message>
    <message>
        <source>No message: no template is chosen.</source>
        <translation>Geen bericht: er is geen sjabloon gekozen.</translation>
    </message>
    <message>
        <source>No message: the contact did not opt in.</source>
        <translation>Geen bericht: het contact heeft geen toestemming gegeven.</translation>
    </message>
    <message>
        <source>No message: the contact last wrote more than 24 hours ago.</source>
        <translation>Geen bericht: het contact schreef meer dan 24 uur geleden voor het laatst.</translation>
    </message>
    <message>
        <source>No message: the contact never wrote, so free text is not allowed.</source>
        <translation>Geen bericht: het contact heeft nooit geschreven, dus vrije tekst is niet toegestaan.</translation>
    </message>
    <message>
        <source>No message: the contact opted out.</source>
        <translation>Geen bericht: het contact heeft zich afgemeld.</translation>
    </message>
    <message>
        <source>No message: the template is not on the account in this language.</source>
        <translation>Geen bericht: het sjabloon staat niet in deze taal op het account.</translation>
    </message>
    <message>
        <source>No message: the template may not be sent now.</source>
        <translation>Geen bericht: het sjabloon mag nu niet worden verzonden.</translation>
    </message>
    <message>
        <source>No messages at all</source>
        <translation>Helemaal geen berichten</translation>
    </message>
    <message>
        <source>No more was said about order {{ event.order_number }}. Better call.</source>
        <comment>example</comment>
        <translation>Over bestelling {{ event.order_number }} is verder niets gezegd. Bel liever even.</translation>
    </message>
    <message>
        <source>No name</source>
        <translation>Geen naam</translation>
    </message>
    <message>
        <source>No notes yet.</source>
        <translation>Nog geen notities.</translation>
    </message>
    <message>
        <source>No number</source>
        <translation>Geen nummer</translation>
    </message>
    <message>
        <source>No number is chosen to send from.</source>
        <translation>Er is geen nummer gekozen om vanaf te verzenden.</translation>
    </message>
    <message>
        <source>No number is connected yet. You can go on with the other steps and connect later.</source>
        <translation>Er is nog geen nummer verbonden. Je kunt verdergaan met de andere stappen en later verbinden.</translation>
    </message>
    <message>
        <source>No number on the list fits.</source>
        <translation>Geen nummer op de lijst past.</translation>
    </message>
    <message>
        <source>No outcome yet</source>
        <translation>Nog geen uitkomst</translation>
    </message>
    <message>
        <source>No output of this step is free.</source>
        <translation>Geen enkele uitgang van deze stap is vrij.</translation>
    </message>
    <message>
        <source>No path has a share, so nobody can go on.</source>
        <translation>Geen enkel pad heeft een percentage, dus niemand kan verder.</translation>
    </message>
    <message>
        <source>No path of “{what}” has a weight.</source>
        <translation>Geen enkel pad van “{what}” heeft een gewicht.</translation>
    </message>
    <message>
        <source>No path yet</source>
        <translation>Nog geen pad</translation>
    </message>
    <message>
        <source>No phone number</source>
        <translation>Geen telefoonnummer</translation>
    </message>
    <message>
        <source>No problems</source>
        <translation>Geen problemen</translation>
    </message>
    <message>
        <source>No problems.</source>
        <translation>Geen problemen.</translation>
    </message>
    <message>
        <source>No program could open it. It is here: {path}</source>
        <translation>Geen programma kon het openen. Het staat hier: {path}</translation>
    </message>
    <message>
        <source>No receipts reached this program yet, so nothing is known of delivery.</source>
        <translation>Dit programma heeft nog geen ontvangstbevestigingen gekregen, dus over de aflevering is niets bekend.</translation>
    </message>
    <message>
        <source>No receiver is set up, so replies do not arrive here.</source>
        <translation>Er is geen webhook-ontvanger ingesteld, dus antwoorden komen hier niet aan.</translation>
    </message>
    <message>
        <source>No receiver is set up: everybody takes the output for no reaction in time.</source>
        <translation>Er is geen webhook-ontvanger ingesteld: iedereen neemt de uitgang voor geen reactie op tijd.</translation>
    </message>
    <message>
        <source>No recipes yet.</source>
        <translation>Nog geen recepten.</translation>
    </message>
    <message>
        <source>No results yet.</source>
        <translation>Nog geen resultaten.</translation>
    </message>
    <message>
        <source>No rule is true, so it takes the other path.</source>
        <translation>Er klopt geen regel, dus het contact neemt het overige pad.</translation>
    </message>
    <message>
        <source>No rule yet</source>
        <translation>Nog geen regel</translation>
    </message>
    <message>
        <source>No samples yet</source>
        <translation>Nog geen voorbeelden</translation>
    </message>
    <message>
        <source>No snippets yet</source>
        <translation>Nog geen snippets</translation>
    </message>
    <message>
        <source>No step of this loop makes them wait, so they would get message after message at once.</source>
        <translation>Geen enkele stap van deze lus laat ze wachten, dus ze zouden meteen bericht na bericht krijgen.</translation>
    </message>
    <message>
        <source>No such reaction in time.</source>
        <translation>Zo’n reactie kwam niet op tijd.</translation>
    </message>
    <message>
        <source>No template can take its place.</source>
        <translation>Geen enkel sjabloon kan het vervangen.</translation>
    </message>
    <message>
        <source>No template chosen</source>
        <translation>Geen sjabloon gekozen</translation>
    </message>
    <message>
        <source>No template is chosen.</source>
        <translation>Er is geen sjabloon gekozen.</translation>
    </message>
    <message>
        <source>No templates are here yet. Connect a number and fetch them from Meta, or make one.</source>
        <translation>Hier zijn nog geen sjablonen. Verbind een nummer en haal ze op bij Meta, of maak er een.</translation>
    </message>
    <message>
        <source>No templates are here yet. Fetch them on the page Templates.</source>
        <translation>Hier zijn nog geen sjablonen. Haal ze op via de pagina Sjablonen.</translation>
    </message>
    <message>
        <source>No templates on this account.</source>
        <translation>Geen sjablonen op dit account.</translation>
    </message>
    <message>
        <source>No text yet</source>
        <translation>Nog geen tekst</translation>
    </message>
    <message>
        <source>No time chosen</source>
        <translation>Geen tijd gekozen</translation>
    </message>
    <message>
        <source>No title yet</source>
        <translation>Nog geen titel</translation>
    </message>
    <message>
        <source>No utility messages at all</source>
        <translation>Helemaal geen serviceberichten</translation>
    </message>
    <message>
        <source>No way leads from that message to it.</source>
        <translation>Van dat bericht leidt er geen weg naartoe.</translation>
    </message>
    <message>
        <source>No way leads to it from an entry.</source>
        <translation>Vanaf een ingang leidt er geen weg naartoe.</translation>
    </message>
    <message>
        <source>Nobody accepted Meta&apos;s terms for codes without a tap.</source>
        <translation>Niemand ging akkoord met Meta&apos;s voorwaarden voor codes zonder tik.</translation>
    </message>
    <message>
        <source>Nobody but test contacts and the numbers here is written to. Messages for others wait.</source>
        <translation>Alleen testcontacten en de nummers hier krijgen berichten. Berichten aan anderen wachten.</translation>
    </message>
    <message>
        <source>Nobody came to this step</source>
        <translation>Niemand kwam bij deze stap</translation>
    </message>
    <message>
        <source>Nobody came to this step yet</source>
        <translation>Er kwam nog niemand bij deze stap</translation>
    </message>
    <message>
        <source>Nobody can be in a journey twice.</source>
        <translation>Niemand kan twee keer in een journey zitten.</translation>
    </message>
    <message>
        <source>Nobody can enter this journey.</source>
        <translation>Niemand kan deze journey binnenkomen.</translation>
    </message>
    <message>
        <source>Nobody can have agreed in the future.</source>
        <translation>Niemand kan in de toekomst toestemming hebben gegeven.</translation>
    </message>
    <message>
        <source>Nobody can tell them apart, nor can a journey that waits for one.</source>
        <translation>Niemand houdt ze uit elkaar, ook een journey niet die op een ervan wacht.</translation>
    </message>
    <message>
        <source>Nobody can tell who takes it.</source>
        <translation>Zo is niet te zeggen wie dit pad neemt.</translation>
    </message>
    <message>
        <source>Nobody can tell whom it means.</source>
        <translation>Zo is niet te zeggen wie ermee bedoeld wordt.</translation>
    </message>
    <message>
        <source>Nobody could take any of them.</source>
        <translation>Niemand zou een van de paden kunnen nemen.</translation>
    </message>
    <message>
        <source>Nobody enters after its end.</source>
        <translation>Na het einde komt er niemand meer binnen.</translation>
    </message>
    <message>
        <source>Nobody enters after. Whoever is inside then goes on to the end.</source>
        <translation>Daarna komt niemand binnen. Wie dan in de journey is, gaat door tot het einde.</translation>
    </message>
    <message>
        <source>Nobody enters before its start.</source>
        <translation>Vóór de start komt er niemand binnen.</translation>
    </message>
    <message>
        <source>Nobody enters before. Empty is as soon as it is published.</source>
        <translation>Daarvoor komt niemand binnen. Leeg is zodra de journey is gepubliceerd.</translation>
    </message>
    <message>
        <source>Nobody ever comes to “{what}”.</source>
        <translation>Niemand komt ooit bij “{what}”.</translation>
    </message>
    <message>
        <source>Nobody ever gets past “{what}”.</source>
        <translation>Niemand komt ooit voorbij “{what}”.</translation>
    </message>
    <message>
        <source>Nobody ever takes it.</source>
        <translation>Niemand neemt het ooit.</translation>
    </message>
    <message>
        <source>Nobody ever takes the lower of the two paths.</source>
        <translation>Niemand neemt ooit het onderste van de twee paden.</translation>
    </message>
    <message>
        <source>Nobody ever takes the path “{path}” of “{what}”.</source>
        <translation>Niemand neemt ooit het pad “{path}” van “{what}”.</translation>
    </message>
    <message>
        <source>Nobody found</source>
        <translation>Niemand gevonden</translation>
    </message>
    <message>
        <source>Nobody goes on and no message leaves until it is resumed.</source>
        <translation>Niemand gaat verder en er gaat geen bericht uit tot de journey wordt hervat.</translation>
    </message>
    <message>
        <source>Nobody goes on, and no message leaves but what WhatsApp has already. A pause has no time limit.</source>
        <translation>Niemand gaat verder en er gaat geen bericht meer uit, behalve wat WhatsApp al heeft. Een pauze heeft geen tijdslimiet.</translation>
    </message>
    <message>
        <source>Nobody has come in yet.</source>
        <translation>Er is nog niemand binnengekomen.</translation>
    </message>
    <message>
        <source>Nobody hears it: {journeys} waits for it by hand.</source>
        <translation>Niemand hoort het: het wordt alleen met de hand verwacht, door {journeys}.</translation>
    </message>
    <message>
        <source>Nobody hears it: {journeys} waits for it from a file.</source>
        <translation>Niemand hoort het: het wordt alleen uit een bestand verwacht, door {journeys}.</translation>
    </message>
    <message>
        <source>Nobody hears it: {journeys} waits for it from a request.</source>
        <translation>Niemand hoort het: het wordt alleen uit een verzoek verwacht, door {journeys}.</translation>
    </message>
    <message>
        <source>Nobody hears it: {journeys} waits for it of no contact in particular.</source>
        <translation>Dit komt nergens aan: het wordt zonder bepaald contact verwacht, door {journeys}.</translation>
    </message>
    <message>
        <source>Nobody hears it: {journeys} waits for it of one contact.</source>
        <translation>Dit komt nergens aan: het wordt voor één contact verwacht, door {journeys}.</translation>
    </message>
    <message>
        <source>Nobody hears of it again</source>
        <translation>Niemand hoort er nog van</translation>
    </message>
    <message>
        <source>Nobody in this audience matches “{text}”.</source>
        <translation>Niemand in deze doelgroep past bij “{text}”.</translation>
    </message>
    <message>
        <source>Nobody in this file gets marketing because of this import.</source>
        <translation>Niemand in dit bestand krijgt marketing door deze import.</translation>
    </message>
    <message>
        <source>Nobody is a test contact yet.</source>
        <translation>Nog niemand is testcontact.</translation>
    </message>
    <message>
        <source>Nobody is a test contact yet. Tick “Test contact” for somebody in Contacts.</source>
        <translation>Niemand is al testcontact. Vink “Testcontact” aan bij iemand in Contacten.</translation>
    </message>
    <message>
        <source>Nobody is blocked</source>
        <translation>Niemand is geblokkeerd</translation>
    </message>
    <message>
        <source>Nobody is chosen for the test.</source>
        <translation>Er is niemand gekozen voor de test.</translation>
    </message>
    <message>
        <source>Nobody is chosen.</source>
        <translation>Er is niemand gekozen.</translation>
    </message>
    <message>
        <source>Nobody is in the audience, or everybody is left out. There is nothing to check.</source>
        <translation>Er zit niemand in de doelgroep, of iedereen wordt overgeslagen. Er is niets te controleren.</translation>
    </message>
    <message>
        <source>Nobody is in the same journey twice at a time.</source>
        <translation>Niemand is twee keer tegelijk in dezelfde journey.</translation>
    </message>
    <message>
        <source>Nobody is inside any more, and nobody comes in.</source>
        <translation>Er is niemand meer in de journey en er komt niemand binnen.</translation>
    </message>
    <message>
        <source>Nobody is taken out before the end.</source>
        <translation>Niemand gaat er voor het einde uit.</translation>
    </message>
    <message>
        <source>Nobody is written to in their quiet hours, by their own clock. A campaign or a journey can choose other ones, or none.</source>
        <translation>Niemand krijgt een bericht in zijn stille uren, op de eigen klok. Een campagne of journey kan andere kiezen, of geen.</translation>
    </message>
    <message>
        <source>Nobody matches yet. Change a value, or take a comparison out.</source>
        <translation>Nog niemand past. Verander een waarde, of haal een vergelijking weg.</translation>
    </message>
    <message>
        <source>Nobody new comes in.</source>
        <translation>Er komt niemand meer binnen.</translation>
    </message>
    <message>
        <source>Nobody new comes in; whoever is inside goes on to the end.</source>
        <translation>Er komt niemand meer bij; wie in de journey is, gaat door tot het einde.</translation>
    </message>
    <message>
        <source>Nobody of these {total} contacts may get this message.</source>
        <translation>Van deze {total} contacten mag niemand dit bericht krijgen.</translation>
    </message>
    <message>
        <source>Nobody real: of a hundred, {yes} said yes to marketing and {no} said no.</source>
        <translation>Niemand echt: van de honderd zeiden er {yes} ja tegen marketing en {no} nee.</translation>
    </message>
    <message>
        <source>Nobody was found when this audience was read.</source>
        <translation>Er is niemand gevonden toen deze doelgroep werd ingelezen.</translation>
    </message>
    <message>
        <source>Nobody was found who goes there.</source>
        <translation>Er is niemand gevonden die daar komt.</translation>
    </message>
    <message>
        <source>Nobody was found.</source>
        <translation>Niemand gevonden.</translation>
    </message>
    <message>
        <source>Nobody was left out.</source>
        <translation>Niemand is overgeslagen.</translation>
    </message>
    <message>
        <source>Nobody went on by this output</source>
        <translation>Niemand ging via deze uitgang verder</translation>
    </message>
    <message>
        <source>Nobody went on from {step} by: {output}.</source>
        <translation>Niemand ging vanaf {step} verder via: {output}.</translation>
    </message>
    <message>
        <source>Nobody would enter this journey.</source>
        <translation>Niemand zou deze journey binnenkomen.</translation>
    </message>
    <message>
        <source>Nobody would get this message</source>
        <translation>Niemand zou dit bericht krijgen</translation>
    </message>
    <message>
        <source>Nobody yet: add a comparison.</source>
        <translation>Nog niemand: voeg een vergelijking toe.</translation>
    </message>
    <message>
        <source>Nobody: the journey has no entry that is switched on.</source>
        <translation>Niemand: de journey heeft geen ingang die is ingeschakeld.</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Geen</translation>
    </message>
    <message>
        <source>None of these</source>
        <translation>Geen van deze</translation>
    </message>
    <message>
        <source>None yet. A campaign sends one template to many people.</source>
        <translation>Nog geen. Een campagne verzendt één sjabloon naar veel mensen.</translation>
    </message>
    <message>
        <source>None yet. A journey sends several messages, each when its time has come.</source>
        <translation>Nog geen. Een journey verzendt meerdere berichten, elk op zijn moment.</translation>
    </message>
    <message>
        <source>None: write at any hour</source>
        <translation>Geen: schrijf op elk uur</translation>
    </message>
    <message>
        <source>Not a test contact</source>
        <translation>Geen testcontact</translation>
    </message>
    <message>
        <source>Not asked</source>
        <translation>Niet gevraagd</translation>
    </message>
    <message>
        <source>Not asked yet</source>
        <translation>Nog niet gevraagd</translation>
    </message>
    <message>
        <source>Not at night</source>
        <comment>example</comment>
        <translation>Niet &apos;s nachts</translation>
    </message>
    <message>
        <source>Not checked</source>
        <translation>Niet gecontroleerd</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>Niet verbonden</translation>
    </message>
    <message>
        <source>Not counted.</source>
        <translation>Niet geteld.</translation>
    </message>
    <message>
        <source>Not every place of the template is filled.</source>
        <translation>Niet elke invulplek van het sjabloon is ingevuld.</translation>
    </message>
    <message>
        <source>Not filled in</source>
        <translation>Niet ingevuld</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Onbekend</translation>
    </message>
    <message>
        <source>Not known whether the message left</source>
        <translation>Niet bekend of het bericht vertrok</translation>
    </message>
    <message>
        <source>Not let in: journeys that jump to each other would send the contact round and round.</source>
        <translation>Niet binnengelaten: journeys die naar elkaar springen, zouden het contact eindeloos laten rondgaan.</translation>
    </message>
    <message>
        <source>Not let in: only test contacts can enter a test.</source>
        <translation>Niet binnengelaten: alleen testcontacten kunnen een test binnenkomen.</translation>
    </message>
    <message>
        <source>Not let in: the contact is inside already.</source>
        <translation>Niet binnengelaten: het contact is al in de journey.</translation>
    </message>
    <message>
        <source>Not let in: the contact left only a short time ago.</source>
        <translation>Niet binnengelaten: het contact heeft de journey nog maar kort geleden verlaten.</translation>
    </message>
    <message>
        <source>Not let in: the contact was deleted.</source>
        <translation>Niet binnengelaten: het contact is verwijderd.</translation>
    </message>
    <message>
        <source>Not let in: the contact was in this journey before, and nobody enters it twice.</source>
        <translation>Niet binnengelaten: het contact was al eerder in deze journey, en niemand komt er twee keer binnen.</translation>
    </message>
    <message>
        <source>Not let in: the journey has ended.</source>
        <translation>Niet binnengelaten: de journey is geëindigd.</translation>
    </message>
    <message>
        <source>Not let in: the journey has not started yet.</source>
        <translation>Niet binnengelaten: de journey is nog niet gestart.</translation>
    </message>
    <message>
        <source>Not let in: the journey is closed to new contacts.</source>
        <translation>Niet binnengelaten: de journey is gesloten voor nieuwe contacten.</translation>
    </message>
    <message>
        <source>Not let in: the journey is paused and discards whoever comes.</source>
        <translation>Niet binnengelaten: de journey is gepauzeerd en laat wie komt weer gaan.</translation>
    </message>
    <message>
        <source>Not listening</source>
        <translation>Luistert niet</translation>
    </message>
    <message>
        <source>Not listening yet</source>
        <translation>Luistert nog niet</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Niet nu</translation>
    </message>
    <message>
        <source>Not now</source>
        <comment>example</comment>
        <translation>Nu niet</translation>
    </message>
    <message>
        <source>Not rated yet</source>
        <translation>Nog niet beoordeeld</translation>
    </message>
    <message>
        <source>Not reachable</source>
        <translation>Niet bereikbaar</translation>
    </message>
    <message>
        <source>Not recorded</source>
        <translation>Niet vastgelegd</translation>
    </message>
    <message>
        <source>Not right</source>
        <translation>Niet goed</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>Niet opgeslagen</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>Niet verzonden</translation>
    </message>
    <message>
        <source>Not started</source>
        <translation>Niet begonnen</translation>
    </message>
    <message>
        <source>Not tried, because an earlier part failed.</source>
        <translation>Niet geprobeerd, omdat een eerder onderdeel mislukte.</translation>
    </message>
    <message>
        <source>Not used</source>
        <translation>Niet gebruikt</translation>
    </message>
    <message>
        <source>Not valid</source>
        <translation>Niet geldig</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>Nog niet</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notitie</translation>
    </message>
    <message>
        <source>Note added</source>
        <translation>Notitie toegevoegd</translation>
    </message>
    <message>
        <source>Note changed</source>
        <translation>Notitie gewijzigd</translation>
    </message>
    <message>
        <source>Note deleted</source>
        <translation>Notitie verwijderd</translation>
    </message>
    <message>
        <source>Note of the step</source>
        <translation>Notitie bij de stap</translation>
    </message>
    <message>
        <source>Note “{text}”</source>
        <translation>Notitie “{text}”</translation>
    </message>
    <message>
        <source>Note: {text}</source>
        <translation>Notitie: {text}</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notities</translation>
    </message>
    <message>
        <source>Notes ({n})</source>
        <translation>Notities ({n})</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Niets</translation>
    </message>
    <message>
        <source>Nothing brings it back.</source>
        <translation>Dit is niet terug te halen.</translation>
    </message>
    <message>
        <source>Nothing can lead to “{what}”.</source>
        <translation>Niets kan naar “{what}” leiden.</translation>
    </message>
    <message>
        <source>Nothing changes; the person is answered.</source>
        <translation>Er verandert niets; de persoon krijgt antwoord.</translation>
    </message>
    <message>
        <source>Nothing could be changed.</source>
        <translation>Er kon niets worden gewijzigd.</translation>
    </message>
    <message>
        <source>Nothing else has the workspace open.</source>
        <translation>Niets anders heeft de werkruimte open.</translation>
    </message>
    <message>
        <source>Nothing else was written down about it.</source>
        <translation>Verder is er niets over opgeschreven.</translation>
    </message>
    <message>
        <source>Nothing failed.</source>
        <translation>Er is niets mislukt.</translation>
    </message>
    <message>
        <source>Nothing fills: {places}.</source>
        <translation>Niets vult: {places}.</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Niets gevonden</translation>
    </message>
    <message>
        <source>Nothing found for “{text}”.</source>
        <translation>Niets gevonden voor “{text}”.</translation>
    </message>
    <message>
        <source>Nothing found.</source>
        <translation>Niets gevonden.</translation>
    </message>
    <message>
        <source>Nothing found. Change the search or the filters.</source>
        <translation>Niets gevonden. Wijzig de zoekopdracht of de filters.</translation>
    </message>
    <message>
        <source>Nothing found. Try another word.</source>
        <translation>Niets gevonden. Probeer een ander woord.</translation>
    </message>
    <message>
        <source>Nothing has been done yet</source>
        <translation>Er is nog niets gedaan</translation>
    </message>
    <message>
        <source>Nothing here says how to hear no more.</source>
        <translation>Hier staat niet hoe men zich afmeldt.</translation>
    </message>
    <message>
        <source>Nothing here yet.</source>
        <translation>Hier is nog niets.</translation>
    </message>
    <message>
        <source>Nothing holds it back.</source>
        <translation>Niets houdt het tegen.</translation>
    </message>
    <message>
        <source>Nothing is being sent</source>
        <translation>Er wordt niets verzonden</translation>
    </message>
    <message>
        <source>Nothing is connected here, so the contact left the journey.</source>
        <translation>Hier is niets verbonden, dus het contact heeft de journey verlaten.</translation>
    </message>
    <message>
        <source>Nothing is connected here: whoever goes this way leaves the journey.</source>
        <translation>Hier is niets verbonden: wie deze kant op gaat, verlaat de journey.</translation>
    </message>
    <message>
        <source>Nothing is connected there.</source>
        <translation>Daar is niets mee verbonden.</translation>
    </message>
    <message>
        <source>Nothing is connected to it.</source>
        <translation>Er is niets mee verbonden.</translation>
    </message>
    <message>
        <source>Nothing is kept yet. Run a simulation, then choose “Keep”.</source>
        <translation>Er is nog niets bewaard. Voer een simulatie uit en kies “Bewaren”.</translation>
    </message>
    <message>
        <source>Nothing is left to send.</source>
        <translation>Er is niets meer te verzenden.</translation>
    </message>
    <message>
        <source>Nothing is on its way.</source>
        <translation>Er is niets onderweg.</translation>
    </message>
    <message>
        <source>Nothing is selected: these settings are for the whole journey.</source>
        <translation>Er is niets geselecteerd: deze instellingen gelden voor de hele journey.</translation>
    </message>
    <message>
        <source>Nothing is sent</source>
        <translation>Er wordt niets verzonden</translation>
    </message>
    <message>
        <source>Nothing is sent at this moment: sending is off.</source>
        <translation>Er wordt nu niets verzonden: verzenden staat uit.</translation>
    </message>
    <message>
        <source>Nothing is sent twice; what was on its way is listed as in doubt.</source>
        <translation>Er wordt niets dubbel verzonden; wat onderweg was, staat in de lijst als onzeker.</translation>
    </message>
    <message>
        <source>Nothing is sent; the rest of the parts.</source>
        <translation>Er wordt niets verzonden; wel de overige onderdelen.</translation>
    </message>
    <message>
        <source>Nothing is simulated yet</source>
        <translation>Er is nog niets gesimuleerd</translation>
    </message>
    <message>
        <source>Nothing is the day itself.</source>
        <translation>0 is de dag zelf.</translation>
    </message>
    <message>
        <source>Nothing is wrong with this journey.</source>
        <translation>Er is niets mis met deze journey.</translation>
    </message>
    <message>
        <source>Nothing is wrong with this step.</source>
        <translation>Er is niets mis met deze stap.</translation>
    </message>
    <message>
        <source>Nothing is wrong. The journey can be published.</source>
        <translation>Er is niets mis. De journey kan worden gepubliceerd.</translation>
    </message>
    <message>
        <source>Nothing is wrong: it can be submitted.</source>
        <translation>Er is niets mis: het kan worden ingediend.</translation>
    </message>
    <message>
        <source>Nothing listens now. See “Statuses and replies” above.</source>
        <translation>Er luistert nu niets. Zie “Statussen en antwoorden” hierboven.</translation>
    </message>
    <message>
        <source>Nothing needs to be done.</source>
        <translation>Er hoeft niets te gebeuren.</translation>
    </message>
    <message>
        <source>Nothing of this file was taken.</source>
        <translation>Niets uit dit bestand is overgenomen.</translation>
    </message>
    <message>
        <source>Nothing opened yet</source>
        <translation>Nog niets geopend</translation>
    </message>
    <message>
        <source>Nothing says how to hear no more</source>
        <translation>Er staat niet hoe men zich afmeldt</translation>
    </message>
    <message>
        <source>Nothing selected</source>
        <translation>Niets geselecteerd</translation>
    </message>
    <message>
        <source>Nothing to choose</source>
        <translation>Niets te kiezen</translation>
    </message>
    <message>
        <source>Nothing to do.</source>
        <translation>Je hoeft niets te doen.</translation>
    </message>
    <message>
        <source>Nothing to do: the program waits and tries again by itself.</source>
        <translation>Je hoeft niets te doen: het programma wacht en probeert het zelf opnieuw.</translation>
    </message>
    <message>
        <source>Nothing to send</source>
        <translation>Niets te verzenden</translation>
    </message>
    <message>
        <source>Nothing to show yet</source>
        <translation>Nog niets te tonen</translation>
    </message>
    <message>
        <source>Nothing uses it yet.</source>
        <translation>Nog niets gebruikt het.</translation>
    </message>
    <message>
        <source>Nothing uses it.</source>
        <translation>Niets gebruikt het.</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Er is niets gewijzigd.</translation>
    </message>
    <message>
        <source>Nothing was found.</source>
        <translation>Er is niets gevonden.</translation>
    </message>
    <message>
        <source>Nothing was stored. Go back and mend it, or try again.</source>
        <translation>Er is niets opgeslagen. Ga terug en verbeter het, of probeer het opnieuw.</translation>
    </message>
    <message>
        <source>Nothing was taken.</source>
        <translation>Er is niets overgenomen.</translation>
    </message>
    <message>
        <source>Nothing would be quiet.</source>
        <translation>Er zou niets stil zijn.</translation>
    </message>
    <message>
        <source>Nothing: it is the same already.</source>
        <translation>Niets: het is al zo.</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Meldingen</translation>
    </message>
    <message>
        <source>Notify me</source>
        <translation>Melding aan mij</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Nu</translation>
    </message>
    <message>
        <source>Nudge what is selected</source>
        <translation>Selectie een klein stukje verschuiven</translation>
    </message>
    <message numerus="yes">
        <source>Nudge {n} items</source>
        <extracomment>One: Nudge {n} item</extracomment>
        <translation>
            <numerusform>{n} onderdeel een stukje verschuiven</numerusform>
            <numerusform>{n} onderdelen een stukje verschuiven</numerusform>
        </translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>Number</source>
        <comment>kind of value</comment>
        <translation>Getal</translation>
    </message>
    <message>
        <source>Number as read</source>
        <translation>Nummer zoals gelezen</translation>
    </message>
    <message>
        <source>Number at Meta</source>
        <translation>Nummer bij Meta</translation>
    </message>
    <message>
        <source>Number of people</source>
        <translation>Aantal mensen</translation>
    </message>
    <message>
        <source>Number of the form at Meta</source>
        <translation>Nummer van het formulier bij Meta</translation>
    </message>
    <message>
        <source>Number them again.</source>
        <translation>Nummer ze opnieuw.</translation>
    </message>
    <message>
        <source>Number, first come first served</source>
        <translation>Aantal, op volgorde van binnenkomst</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>Getallen</translation>
    </message>
    <message>
        <source>Numbers appear here a few seconds after the first send.</source>
        <translation>Cijfers verschijnen hier enkele seconden na de eerste verzending.</translation>
    </message>
    <message>
        <source>Numbers begin at 1; names have small letters and underscores; no spaces inside.</source>
        <translation>Nummers beginnen bij 1; namen hebben kleine letters en lage streepjes; geen spaties erin.</translation>
    </message>
    <message>
        <source>Numbers blocked</source>
        <translation>Nummers geblokkeerd</translation>
    </message>
    <message>
        <source>Numbers for practice changed</source>
        <translation>Nummers om te oefenen veranderd</translation>
    </message>
    <message>
        <source>Numbers no longer blocked</source>
        <translation>Nummers niet meer geblokkeerd</translation>
    </message>
    <message>
        <source>Numbers run from 1 without a gap in each part.</source>
        <translation>Nummers lopen in elk deel vanaf 1 zonder gat.</translation>
    </message>
    <message>
        <source>Numbers that begin with {prefix}</source>
        <translation>Nummers die beginnen met {prefix}</translation>
    </message>
    <message>
        <source>Numbers without “+” can be of any country.</source>
        <translation>Nummers zonder “+” kunnen uit elk land komen.</translation>
    </message>
    <message>
        <source>Numbers:</source>
        <translation>Nummers:</translation>
    </message>
    <message>
        <source>Object</source>
        <translation>Onderwerp</translation>
    </message>
    <message>
        <source>Of &amp;purpose</source>
        <translation>Met welk &amp;doel</translation>
    </message>
    <message>
        <source>Of its own</source>
        <translation>Eigen stille uren</translation>
    </message>
    <message>
        <source>Of replies: stop</source>
        <translation>Van de antwoorden: stop</translation>
    </message>
    <message>
        <source>Of the messages that WhatsApp takes</source>
        <translation>Van de berichten die WhatsApp aanneemt</translation>
    </message>
    <message>
        <source>Of the messages that are delivered</source>
        <translation>Van de berichten die worden afgeleverd</translation>
    </message>
    <message>
        <source>Of the messages that are sent</source>
        <translation>Van de berichten die worden verzonden</translation>
    </message>
    <message>
        <source>Of the replies, so many ask not to be written to again</source>
        <translation>Van de antwoorden: hoeveel vragen om niet meer aangeschreven te worden</translation>
    </message>
    <message>
        <source>Of the requests to another system</source>
        <translation>Van de verzoeken aan een ander systeem</translation>
    </message>
    <message>
        <source>Of the workspace: {zone}. It is {time} there now.</source>
        <translation>Van de werkruimte: {zone}. Het is er nu {time}.</translation>
    </message>
    <message>
        <source>Of those who read</source>
        <translation>Van wie leest</translation>
    </message>
    <message>
        <source>Of those who read a message with buttons</source>
        <translation>Van wie een bericht met knoppen leest</translation>
    </message>
    <message>
        <source>Of those who wait for an event</source>
        <translation>Van wie op een gebeurtenis wacht</translation>
    </message>
    <message>
        <source>Of {count} messages of this step nobody knows whether they left.</source>
        <translation>Bij {count} van de berichten van deze stap is onbekend of het verzenden is gelukt.</translation>
    </message>
    <message>
        <source>Offer a tip</source>
        <comment>example</comment>
        <translation>Een tip aanbieden</translation>
    </message>
    <message>
        <source>Offer: end date and time</source>
        <translation>Aanbieding: einddatum en -tijd</translation>
    </message>
    <message>
        <source>Offers, news, anything that sells. The highest price; only to people who agreed to marketing.</source>
        <translation>Aanbiedingen, nieuws, alles wat verkoopt. De hoogste prijs; alleen voor wie daar toestemming voor gaf.</translation>
    </message>
    <message>
        <source>Offers, news, invitations. Goes only to people whose consent for marketing is recorded; anyone who opted out is left out. Needs a marketing template.</source>
        <translation>Aanbiedingen, nieuws, uitnodigingen. Gaat alleen naar mensen van wie de toestemming voor marketing is vastgelegd; wie is afgemeld, wordt overgeslagen. Vraagt om een marketingsjabloon.</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Offline</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Op</translation>
    </message>
    <message>
        <source>On</source>
        <comment>switch</comment>
        <translation>Aan</translation>
    </message>
    <message>
        <source>On every page</source>
        <translation>Op elke pagina</translation>
    </message>
    <message>
        <source>On no list.</source>
        <translation>Op geen lijst.</translation>
    </message>
    <message>
        <source>On the account it is in: {languages}.</source>
        <translation>Op het account is het er in: {languages}.</translation>
    </message>
    <message>
        <source>On the block list</source>
        <translation>Op de blokkeerlijst</translation>
    </message>
    <message>
        <source>On the canvas</source>
        <translation>Op het canvas</translation>
    </message>
    <message>
        <source>On the next day where it is earlier than the start.</source>
        <translation>Op de volgende dag als dit eerder is dan het begin.</translation>
    </message>
    <message>
        <source>On {step}</source>
        <translation>Bij {step}</translation>
    </message>
    <message>
        <source>Once for each thing in a list</source>
        <translation>Eén keer voor elk ding in een lijst</translation>
    </message>
    <message>
        <source>Once, at a date and time</source>
        <translation>Eén keer, op een datum en tijd</translation>
    </message>
    <message>
        <source>Once, when the journey starts</source>
        <translation>Eén keer, als de journey begint</translation>
    </message>
    <message>
        <source>One a line. The whole message has to be one; case, accents and full stops make no difference.</source>
        <translation>Een per regel. Het hele bericht moet er een zijn; hoofdletters, accenten en punten maken niet uit.</translation>
    </message>
    <message>
        <source>One a line. With a * at the end, such as +3190*, everybody whose number begins so.</source>
        <translation>Een per regel. Met een * aan het eind, zoals +3190*, iedereen wiens nummer zo begint.</translation>
    </message>
    <message>
        <source>One contact enters each time something happens.</source>
        <translation>Eén contact komt binnen, elke keer dat er iets gebeurt.</translation>
    </message>
    <message>
        <source>One language at a time, so that everybody reads their own.</source>
        <translation>Eén taal tegelijk, zodat iedereen zijn eigen taal leest.</translation>
    </message>
    <message>
        <source>One of the entries that lead here does not carry it.</source>
        <translation>Een van de ingangen die hierheen leiden, geeft het niet mee.</translation>
    </message>
    <message>
        <source>One of the segments in its rule leads back to it.</source>
        <translation>Een van de segmenten in de regel leidt ernaar terug.</translation>
    </message>
    <message>
        <source>One of the two steps is not there any more.</source>
        <translation>Een van de twee stappen is er niet meer.</translation>
    </message>
    <message>
        <source>One of the ways to it sends none.</source>
        <translation>Op een van de wegen ernaartoe wordt er geen verzonden.</translation>
    </message>
    <message>
        <source>One of them as a word of the message is enough. Capitals and accents do not matter.</source>
        <translation>Eén ervan als woord in het bericht is genoeg. Hoofdletters en accenten maken niet uit.</translation>
    </message>
    <message>
        <source>One of this person&apos;s devices could not get the message.</source>
        <translation>Een van de apparaten van deze persoon kon het bericht niet ontvangen.</translation>
    </message>
    <message>
        <source>One of: {choices}.</source>
        <translation>Een van: {choices}.</translation>
    </message>
    <message>
        <source>One product</source>
        <translation>Eén product</translation>
    </message>
    <message>
        <source>One run, begun on {day}, did not end as it should.</source>
        <translation>Eén keer, begonnen op {day}, is het programma niet goed afgesloten.</translation>
    </message>
    <message>
        <source>One space instead of line breaks and of spaces in a row, none around it</source>
        <translation>Eén spatie in plaats van regeleinden en spaties op een rij, en geen eromheen</translation>
    </message>
    <message>
        <source>One step back</source>
        <translation>Stap terug</translation>
    </message>
    <message>
        <source>One step on</source>
        <translation>Stap verder</translation>
    </message>
    <message>
        <source>One tap and no tap need the Android app that reads it.</source>
        <translation>Eén tik en geen tik hebben de Android-app nodig die de code leest.</translation>
    </message>
    <message>
        <source>One tap fills it in, in an Android app</source>
        <translation>Eén tik vult het in, in een Android-app</translation>
    </message>
    <message>
        <source>One text for each value</source>
        <translation>Eén tekst voor elke waarde</translation>
    </message>
    <message>
        <source>One to three, at most 20 characters each.</source>
        <translation>Eén tot drie, elk hooguit 20 tekens.</translation>
    </message>
    <message>
        <source>One word or phrase a line; a * at the end stands for any ending. A message with one gets a warning.</source>
        <translation>Eén woord of zin per regel; een * aan het eind staat voor elk einde. Een bericht ermee krijgt een waarschuwing.</translation>
    </message>
    <message>
        <source>One-time codes and nothing else. Blocked numbers are still left out. Needs an authentication template.</source>
        <translation>Eenmalige codes en niets anders. Geblokkeerde nummers worden wel overgeslagen. Vraagt om een verificatiesjabloon.</translation>
    </message>
    <message>
        <source>One-time password</source>
        <translation>Eenmalig wachtwoord</translation>
    </message>
    <message>
        <source>One-time passwords. Meta writes the words; no pictures, no links.</source>
        <translation>Eenmalige wachtwoorden. Meta schrijft de woorden; geen afbeeldingen, geen links.</translation>
    </message>
    <message>
        <source>Only a journey that runs, or is closed with contacts inside, can be paused.</source>
        <translation>Alleen een journey die loopt, of die gesloten is met nog contacten erin, kan worden gepauzeerd.</translation>
    </message>
    <message>
        <source>Only a number of them is allowed each hour.</source>
        <translation>Per uur is maar een beperkt aantal toegestaan.</translation>
    </message>
    <message>
        <source>Only an approved template can be sent.</source>
        <translation>Alleen een goedgekeurd sjabloon kan worden verzonden.</translation>
    </message>
    <message>
        <source>Only approved templates may open a conversation.</source>
        <translation>Alleen goedgekeurde sjablonen mogen een gesprek openen.</translation>
    </message>
    <message>
        <source>Only entries with these digits, or this reason.</source>
        <translation>Alleen regels met deze cijfers, of deze reden.</translation>
    </message>
    <message>
        <source>Only files that end in .csv or .json are.</source>
        <translation>Alleen bestanden die eindigen op .csv of .json worden gelezen.</translation>
    </message>
    <message>
        <source>Only for whoever works on this journey. Contacts never see it.</source>
        <translation>Alleen voor wie aan deze journey werkt. Contacten zien dit nooit.</translation>
    </message>
    <message>
        <source>Only in {language}</source>
        <translation>Alleen in {language}</translation>
    </message>
    <message>
        <source>Only lines with this text.</source>
        <translation>Alleen regels met deze tekst.</translation>
    </message>
    <message>
        <source>Only marketing messages can be sent this way.</source>
        <translation>Alleen marketingberichten kunnen zo worden verzonden.</translation>
    </message>
    <message>
        <source>Only marketing templates can be sent this way.</source>
        <translation>Alleen marketingsjablonen kunnen zo worden verzonden.</translation>
    </message>
    <message>
        <source>Only names, notes or places differ: nobody is treated differently.</source>
        <translation>Alleen namen, notities of plekken verschillen: voor niemand verandert er iets.</translation>
    </message>
    <message>
        <source>Only one may change it, so that nobody is messaged twice.</source>
        <translation>Maar één programma mag er iets in wijzigen, zodat niemand twee keer een bericht krijgt.</translation>
    </message>
    <message>
        <source>Only practice: not among those people</source>
        <translation>Alleen oefenen: niet een van die mensen</translation>
    </message>
    <message>
        <source>Only say what would happen.</source>
        <translation>Alleen zeggen wat er zou gebeuren.</translation>
    </message>
    <message>
        <source>Only the end of a link can be filled in a button.</source>
        <translation>In een knop kan alleen het einde van een link worden ingevuld.</translation>
    </message>
    <message>
        <source>Only the first one is used: keep the row you want and remove the others.</source>
        <translation>Alleen de eerste wordt gebruikt: houd de rij die je wilt en verwijder de andere.</translation>
    </message>
    <message>
        <source>Only the first row of a number is used.</source>
        <translation>Van een nummer wordt alleen de eerste rij gebruikt.</translation>
    </message>
    <message>
        <source>Only the last import can be undone, and only once.</source>
        <translation>Alleen de laatste import kan ongedaan worden gemaakt, en maar één keer.</translation>
    </message>
    <message>
        <source>Only the last value stays.</source>
        <translation>Alleen de laatste waarde blijft over.</translation>
    </message>
    <message>
        <source>Only this language.</source>
        <translation>Alleen deze taal.</translation>
    </message>
    <message>
        <source>Only this language; without it every language of the draft.</source>
        <translation>Alleen deze taal; anders elke taal van het concept.</translation>
    </message>
    <message>
        <source>Only until</source>
        <translation>Alleen tot en met</translation>
    </message>
    <message>
        <source>Only what differs</source>
        <translation>Alleen wat verschilt</translation>
    </message>
    <message>
        <source>Only what was done to this kind.</source>
        <translation>Alleen wat met deze soort gedaan is.</translation>
    </message>
    <message>
        <source>Only where something is not true</source>
        <translation>Alleen waar iets niet waar is</translation>
    </message>
    <message>
        <source>Only where something is true; else another text</source>
        <translation>Alleen waar iets waar is; anders een andere tekst</translation>
    </message>
    <message>
        <source>Only who is new since the last time</source>
        <translation>Alleen wie er nieuw bij is sinds de vorige keer</translation>
    </message>
    <message>
        <source>Only {n} of {all} messages arrived in time.</source>
        <translation>Maar {n} van {all} berichten kwamen op tijd aan.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Openen</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>Re&amp;cent geopend</translation>
    </message>
    <message>
        <source>Open Contacts</source>
        <translation>Contacten openen</translation>
    </message>
    <message>
        <source>Open Meta&apos;s Business Support Home to see the reason and what you can do.</source>
        <translation>Open Business Support Home van Meta om de reden te zien en wat je kunt doen.</translation>
    </message>
    <message>
        <source>Open WhatsApp Studio</source>
        <translation>WhatsApp Studio openen</translation>
    </message>
    <message>
        <source>Open connection</source>
        <translation>Verbinding openen</translation>
    </message>
    <message>
        <source>Open contacts</source>
        <translation>Contacten openen</translation>
    </message>
    <message>
        <source>Open elsewhere</source>
        <translation>Elders open</translation>
    </message>
    <message>
        <source>Open events folder</source>
        <translation>Gebeurtenissenmap openen</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Map openen</translation>
    </message>
    <message>
        <source>Open in Contacts</source>
        <translation>Openen in Contacten</translation>
    </message>
    <message>
        <source>Open it in a spreadsheet program and save it again, or export CSV.</source>
        <translation>Open het in een spreadsheetprogramma en sla het opnieuw op, of exporteer als CSV.</translation>
    </message>
    <message>
        <source>Open it in a spreadsheet program and save it as CSV or XLSX.</source>
        <translation>Open het in een spreadsheetprogramma en sla het op als CSV of XLSX.</translation>
    </message>
    <message>
        <source>Open it to see why, and duplicate it as a new template.</source>
        <translation>Open het om te zien waarom, en dupliceer het als nieuw sjabloon.</translation>
    </message>
    <message>
        <source>Open templates</source>
        <translation>Sjablonen openen</translation>
    </message>
    <message>
        <source>Open that draft, or choose another name or language.</source>
        <translation>Open dat concept, of kies een andere naam of taal.</translation>
    </message>
    <message>
        <source>Open the address in a browser without signing in. If that fails, use another address.</source>
        <translation>Open het adres in een browser zonder in te loggen. Lukt dat niet, gebruik dan een ander adres.</translation>
    </message>
    <message>
        <source>Open the file in a spreadsheet program, save it, and import it again.</source>
        <translation>Open het bestand in een spreadsheetprogramma, sla het op en importeer het opnieuw.</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Map openen</translation>
    </message>
    <message>
        <source>Open the journey again.</source>
        <translation>Open de journey opnieuw.</translation>
    </message>
    <message>
        <source>Open the journey “{name}”</source>
        <translation>Journey “{name}” openen</translation>
    </message>
    <message>
        <source>Open the number in WhatsApp Manager, register it, and test again.</source>
        <translation>Open het nummer in WhatsApp Manager, registreer het en test opnieuw.</translation>
    </message>
    <message>
        <source>Open the other contact, or give this one another number.</source>
        <translation>Open het andere contact of geef dit contact een ander nummer.</translation>
    </message>
    <message>
        <source>Open the template “{name}”</source>
        <translation>Sjabloon “{name}” openen</translation>
    </message>
    <message>
        <source>Open the window without the engine, and as new.</source>
        <translation>Het venster openen zonder te verzenden, en als nieuw.</translation>
    </message>
    <message>
        <source>Open the window, with journeys or a table of contacts from FILES.</source>
        <translation>Het venster openen, met journeys of een tabel met contacten uit FILES.</translation>
    </message>
    <message>
        <source>Open what is selected</source>
        <translation>Openen wat geselecteerd is</translation>
    </message>
    <message>
        <source>Open with sample data, connected to the built-in sandbox.</source>
        <translation>Openen met voorbeeldgegevens, verbonden met de ingebouwde sandbox.</translation>
    </message>
    <message>
        <source>Opened to new contacts again.</source>
        <translation>Weer open voor nieuwe contacten.</translation>
    </message>
    <message>
        <source>Opens at a screen</source>
        <translation>Opent bij een scherm</translation>
    </message>
    <message>
        <source>Opt in</source>
        <translation>Toestemming vastleggen</translation>
    </message>
    <message>
        <source>Opt out</source>
        <translation>Afmelden</translation>
    </message>
    <message>
        <source>Opt out {n}</source>
        <translation>{n} afmelden</translation>
    </message>
    <message numerus="yes">
        <source>Opt out {n} contacts?</source>
        <extracomment>One: Opt out {n} contact?</extracomment>
        <translation>
            <numerusform>{n} contact afmelden?</numerusform>
            <numerusform>{n} contacten afmelden?</numerusform>
        </translation>
    </message>
    <message>
        <source>Opted in to marketing.</source>
        <translation>Heeft toestemming gegeven voor marketing.</translation>
    </message>
    <message>
        <source>Opted out</source>
        <translation>Afgemeld</translation>
    </message>
    <message>
        <source>Opted out of marketing.</source>
        <translation>Heeft zich afgemeld voor marketing.</translation>
    </message>
    <message>
        <source>Opts in to marketing</source>
        <translation>Geeft toestemming voor marketing</translation>
    </message>
    <message>
        <source>Opts out of marketing</source>
        <translation>Meldt zich af voor marketing</translation>
    </message>
    <message>
        <source>Or paste an address: https://…</source>
        <translation>Of plak een adres: https://…</translation>
    </message>
    <message>
        <source>Order delivered</source>
        <comment>example</comment>
        <translation>Bestelling geleverd</translation>
    </message>
    <message>
        <source>Order details</source>
        <translation>Bestelgegevens</translation>
    </message>
    <message>
        <source>Order update</source>
        <translation>Bestelupdate</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Overig</translation>
    </message>
    <message>
        <source>Others take part.</source>
        <translation>Er doen anderen mee.</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Uitkomst</translation>
    </message>
    <message>
        <source>Outcome of the simulation</source>
        <translation>Uitkomst van de simulatie</translation>
    </message>
    <message>
        <source>Outcome {n}</source>
        <translation>Uitkomst {n}</translation>
    </message>
    <message>
        <source>Outcome {other} already takes all of its kind.</source>
        <translation>Uitkomst {other} neemt alles van dit soort al.</translation>
    </message>
    <message>
        <source>Outcomes</source>
        <translation>Uitkomsten</translation>
    </message>
    <message>
        <source>Output {label}. Leads to {step}</source>
        <translation>Uitgang {label}. Leidt naar {step}</translation>
    </message>
    <message>
        <source>Output {label}. {where}</source>
        <translation>Uitgang {label}. {where}</translation>
    </message>
    <message>
        <source>Over the template limit</source>
        <translation>Boven de sjabloonlimiet</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Overzicht</translation>
    </message>
    <message>
        <source>PDF, up to 100 MB</source>
        <translation>PDF, tot 100 MB</translation>
    </message>
    <message>
        <source>Page {n} of {count} · row {row}, column {column}</source>
        <translation>Pagina {n} van {count} · rij {row}, kolom {column}</translation>
    </message>
    <message>
        <source>Part contacts by</source>
        <translation>Contacten verdelen op</translation>
    </message>
    <message>
        <source>Part of it may be missing.</source>
        <translation>Er kan een deel ontbreken.</translation>
    </message>
    <message>
        <source>Parts contacts by what they do with a message: receive, read, click or reply.</source>
        <translation>Verdeelt contacten op wat ze met een bericht doen: ontvangen, lezen, klikken of antwoorden.</translation>
    </message>
    <message>
        <source>Parts contacts: by what is known of them, by time, by date, by share or by number.</source>
        <translation>Verdeelt contacten: op wat je van ze weet, op tijd, op datum, op percentage of op aantal.</translation>
    </message>
    <message>
        <source>Parts of the inspector</source>
        <translation>Onderdelen van eigenschappen</translation>
    </message>
    <message>
        <source>Paste the token; sending goes on where it stopped.</source>
        <translation>Plak het token; het verzenden gaat verder waar het stopte.</translation>
    </message>
    <message numerus="yes">
        <source>Paste {n} items</source>
        <extracomment>One: Paste {n} item</extracomment>
        <translation>
            <numerusform>{n} onderdeel plakken</numerusform>
            <numerusform>{n} onderdelen plakken</numerusform>
        </translation>
    </message>
    <message>
        <source>Path {n}</source>
        <translation>Pad {n}</translation>
    </message>
    <message>
        <source>Paths</source>
        <translation>Paden</translation>
    </message>
    <message>
        <source>Paths are tried from the top, and those up to “{other}” take everybody it could be for.</source>
        <translation>Paden worden van boven af geprobeerd, en die tot en met “{other}” nemen iedereen voor wie dit pad bedoeld kan zijn.</translation>
    </message>
    <message>
        <source>Paths are tried from the top, so nobody ever takes it.</source>
        <translation>Paden worden van boven af geprobeerd, dus niemand neemt dit pad ooit.</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pauzeren</translation>
    </message>
    <message>
        <source>Pause all</source>
        <translation>Alles pauzeren</translation>
    </message>
    <message>
        <source>Pause all sending</source>
        <translation>Alle verzending pauzeren</translation>
    </message>
    <message>
        <source>Pause or stop the campaign instead.</source>
        <translation>Pauzeer of stop in plaats daarvan de campagne.</translation>
    </message>
    <message>
        <source>Pause the journey</source>
        <translation>Journey pauzeren</translation>
    </message>
    <message>
        <source>Pause “{name}”?</source>
        <translation>“{name}” pauzeren?</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Gepauzeerd</translation>
    </message>
    <message>
        <source>Paused by Meta</source>
        <translation>Gepauzeerd door Meta</translation>
    </message>
    <message>
        <source>Paused. Nothing moves until you resume it.</source>
        <translation>Gepauzeerd. Er beweegt niets tot je hervat.</translation>
    </message>
    <message>
        <source>Paused: {why}</source>
        <translation>Gepauzeerd: {why}</translation>
    </message>
    <message>
        <source>Paused; whoever is inside ({inside}) is held there.</source>
        <translation>Gepauzeerd; wie in de journey is ({inside}), wordt daar vastgehouden.</translation>
    </message>
    <message>
        <source>Paused; {discarded} left at once, and whoever becomes due meanwhile leaves too.</source>
        <translation>Gepauzeerd; meteen vertrokken: {discarded}. Wie intussen aan de beurt komt, vertrekt ook.</translation>
    </message>
    <message>
        <source>Pause…</source>
        <translation>Pauzeren…</translation>
    </message>
    <message>
        <source>Payload</source>
        <translation>Payload</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Mensen</translation>
    </message>
    <message>
        <source>People and outcomes</source>
        <translation>Mensen en uitkomsten</translation>
    </message>
    <message>
        <source>People behind it</source>
        <translation>Mensen erachter</translation>
    </message>
    <message>
        <source>People can switch read receipts off, so more may have read it.</source>
        <translation>Mensen kunnen leesbevestigingen uitzetten, dus misschien hebben meer mensen het gelezen.</translation>
    </message>
    <message>
        <source>People must have agreed to hear from you, and can stop at any time.</source>
        <translation>Mensen moeten ermee hebben ingestemd dat ze van je horen, en kunnen op elk moment stoppen.</translation>
    </message>
    <message>
        <source>People on a computer do not see such an offer, only those with a phone.</source>
        <translation>Zo&apos;n aanbieding is niet te zien op een computer, alleen op een telefoon.</translation>
    </message>
    <message>
        <source>People read the message as it is: it is worth a second look.</source>
        <translation>Mensen lezen het bericht zoals het is: kijk er nog eens naar.</translation>
    </message>
    <message>
        <source>People see this name above your message.</source>
        <translation>Mensen zien deze naam boven je bericht.</translation>
    </message>
    <message>
        <source>People trust messages with codes, so Meta writes their words itself and allows no links, files or emojis in them.</source>
        <translation>Mensen vertrouwen berichten met codes, dus schrijft Meta de woorden zelf en staat er geen links, bestanden of emoji&apos;s in toe.</translation>
    </message>
    <message>
        <source>People who feel disturbed block a number. Blocks lower its quality, and Meta then pauses its templates.</source>
        <translation>Wie zich gestoord voelt, blokkeert een nummer. Dat verlaagt de kwaliteit, en dan pauzeert Meta de sjablonen.</translation>
    </message>
    <message>
        <source>People who find no way to stop block the number, which lowers its quality.</source>
        <translation>Mensen die geen manier vinden om te stoppen, blokkeren het nummer, en dat verlaagt de kwaliteit.</translation>
    </message>
    <message>
        <source>Per cent</source>
        <translation>Procent</translation>
    </message>
    <message>
        <source>Percentage split</source>
        <translation>Splitsing in percentages</translation>
    </message>
    <message>
        <source>Period {n}</source>
        <translation>Periode {n}</translation>
    </message>
    <message>
        <source>Permissions</source>
        <translation>Machtigingen</translation>
    </message>
    <message>
        <source>Personal values</source>
        <translation>Persoonlijk</translation>
    </message>
    <message>
        <source>Personalise: {place}</source>
        <translation>Personaliseren: {place}</translation>
    </message>
    <message>
        <source>Personalise… ({keys})</source>
        <translation>Personaliseren… ({keys})</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefoon</translation>
    </message>
    <message>
        <source>Phone number</source>
        <translation>Telefoonnummer</translation>
    </message>
    <message>
        <source>Phone number i&amp;d</source>
        <translation>Telefoonnummer-i&amp;d</translation>
    </message>
    <message>
        <source>Phone number not valid</source>
        <translation>Telefoonnummer niet geldig</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Afbeelding</translation>
    </message>
    <message>
        <source>Picture or file</source>
        <translation>Afbeelding of bestand</translation>
    </message>
    <message>
        <source>Picture, video, document or audio</source>
        <translation>Afbeelding, video, document of audio</translation>
    </message>
    <message>
        <source>Picture: {name}</source>
        <translation>Afbeelding: {name}</translation>
    </message>
    <message>
        <source>Pink</source>
        <translation>Roze</translation>
    </message>
    <message>
        <source>Places need words around them, may not touch each other, and need an example.</source>
        <translation>Om invulplekken heen moeten woorden staan, ze mogen elkaar niet raken en hebben een voorbeeld nodig.</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>Gepland</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Afspelen</translation>
    </message>
    <message>
        <source>Play the whole road without a window: sandbox, contacts, campaign, report, screenshots.</source>
        <translation>De hele weg doorlopen zonder venster: sandbox, contacten, campagne, rapport, schermafbeeldingen.</translation>
    </message>
    <message>
        <source>Port {port} is free.</source>
        <translation>Poort {port} is vrij.</translation>
    </message>
    <message>
        <source>Port {port} is in use by another program.</source>
        <translation>Poort {port} wordt gebruikt door een ander programma.</translation>
    </message>
    <message>
        <source>Port {port} is used by another program.</source>
        <translation>Poort {port} is in gebruik bij een ander programma.</translation>
    </message>
    <message>
        <source>Preparing…</source>
        <translation>Voorbereiden…</translation>
    </message>
    <message>
        <source>Preparing… {share}</source>
        <translation>Voorbereiden… {share}</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Voorbeeld</translation>
    </message>
    <message>
        <source>Preview of the file</source>
        <translation>Voorbeeld van het bestand</translation>
    </message>
    <message>
        <source>Preview on a phone</source>
        <translation>Voorbeeld op een telefoon</translation>
    </message>
    <message>
        <source>Previous contact</source>
        <translation>Vorig contact</translation>
    </message>
    <message>
        <source>Previous person</source>
        <translation>Vorige persoon</translation>
    </message>
    <message>
        <source>Print one JSON object on standard output.</source>
        <translation>Eén JSON-object naar de standaarduitvoer schrijven.</translation>
    </message>
    <message>
        <source>Print the journey</source>
        <translation>Journey afdrukken</translation>
    </message>
    <message>
        <source>Prob&amp;lems…</source>
        <translation>&amp;Problemen…</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Problemen</translation>
    </message>
    <message>
        <source>Problems of the journey</source>
        <translation>Problemen van de journey</translation>
    </message>
    <message>
        <source>Problems of the journey then</source>
        <translation>Problemen van de journey toen</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Product</translation>
    </message>
    <message>
        <source>Product: {name}</source>
        <translation>Product: {name}</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>Producten</translation>
    </message>
    <message>
        <source>Products side by side, each with a picture and a link.</source>
        <translation>Producten naast elkaar, elk met een afbeelding en een link.</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programma</translation>
    </message>
    <message>
        <source>Programs that send the old one are refused from then on, until they send the new one.</source>
        <translation>Programma’s die het oude token sturen, worden vanaf dan geweigerd tot ze het nieuwe sturen.</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Voortgang</translation>
    </message>
    <message>
        <source>Proves that statuses and replies come from Meta.</source>
        <translation>Bewijst dat statussen en antwoorden van Meta komen.</translation>
    </message>
    <message>
        <source>Publish</source>
        <translation>Publiceren</translation>
    </message>
    <message>
        <source>Publish as version {n}</source>
        <translation>Publiceren als versie {n}</translation>
    </message>
    <message>
        <source>Publish it as a new version.</source>
        <translation>Publiceer het als nieuwe versie.</translation>
    </message>
    <message>
        <source>Publish it first.</source>
        <translation>Publiceer de journey eerst.</translation>
    </message>
    <message>
        <source>Publish it to let contacts in again.</source>
        <translation>Publiceer de journey om weer contacten binnen te laten.</translation>
    </message>
    <message>
        <source>Publish it to start it again.</source>
        <translation>Publiceer de journey om die weer te starten.</translation>
    </message>
    <message>
        <source>Publish “{name}”?</source>
        <translation>“{name}” publiceren?</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>Gepubliceerd</translation>
    </message>
    <message>
        <source>Published as version {n}. It will never change.</source>
        <translation>Gepubliceerd als versie {n}. Die verandert nooit meer.</translation>
    </message>
    <message>
        <source>Published · saved {time}</source>
        <translation>Gepubliceerd · opgeslagen {time}</translation>
    </message>
    <message>
        <source>Published “{name}” as version {version}.</source>
        <translation>“{name}” is gepubliceerd als versie {version}.</translation>
    </message>
    <message>
        <source>Published, draft differs</source>
        <translation>Gepubliceerd, concept wijkt af</translation>
    </message>
    <message>
        <source>Published, version {n}</source>
        <translation>Gepubliceerd, versie {n}</translation>
    </message>
    <message>
        <source>Publish…</source>
        <translation>Publiceren…</translation>
    </message>
    <message>
        <source>Purple</source>
        <translation>Paars</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>Doel</translation>
    </message>
    <message>
        <source>Put a backup in the place of the workspace; the former database is set aside.</source>
        <translation>Een back-up op de plaats van de werkruimte zetten; de vorige database wordt apart gezet.</translation>
    </message>
    <message>
        <source>Put a message on every way, or say which message is meant.</source>
        <translation>Zet op elke weg een bericht of geef aan welk bericht bedoeld is.</translation>
    </message>
    <message>
        <source>Put a quote at the end of the text.</source>
        <translation>Zet een aanhalingsteken aan het eind van de tekst.</translation>
    </message>
    <message>
        <source>Put a step into a connection</source>
        <translation>Stap in een verbinding plaatsen</translation>
    </message>
    <message>
        <source>Put a wait in between, and lead that back to it.</source>
        <translation>Zet er een wachttijd tussen en leid die ernaar terug.</translation>
    </message>
    <message>
        <source>Put a wait into the loop, or lead one of its outputs elsewhere.</source>
        <translation>Zet een wachttijd in de lus of leid een van de uitgangen ergens anders heen.</translation>
    </message>
    <message>
        <source>Put a word between them, or make one of them.</source>
        <translation>Zet er een woord tussen, of maak er één van.</translation>
    </message>
    <message>
        <source>Put a word or a full stop beside it.</source>
        <translation>Zet er een woord of een punt naast.</translation>
    </message>
    <message>
        <source>Put all away</source>
        <translation>Alles opruimen</translation>
    </message>
    <message>
        <source>Put another template in its place, or wait: its messages go on by themselves once it is approved.</source>
        <translation>Zet er een ander sjabloon voor in de plaats, of wacht: na goedkeuring gaan de berichten vanzelf verder.</translation>
    </message>
    <message>
        <source>Put another template in its place.</source>
        <translation>Zet er een ander sjabloon voor in de plaats.</translation>
    </message>
    <message>
        <source>Put away</source>
        <translation>Opruimen</translation>
    </message>
    <message>
        <source>Put away: {notice}</source>
        <translation>Opruimen: {notice}</translation>
    </message>
    <message>
        <source>Put everybody in the file on this list.</source>
        <translation>Iedereen in het bestand op deze lijst zetten.</translation>
    </message>
    <message>
        <source>Put it after a message.</source>
        <translation>Zet de stap na een bericht.</translation>
    </message>
    <message>
        <source>Put it into the footer or at the end of the text.</source>
        <translation>Zet het in de voettekst of aan het eind van de tekst.</translation>
    </message>
    <message>
        <source>Put it last.</source>
        <translation>Zet het achteraan.</translation>
    </message>
    <message>
        <source>Put its words into the body.</source>
        <translation>Zet de woorden in de hoofdtekst.</translation>
    </message>
    <message>
        <source>Put on one line</source>
        <translation>Zet het op één regel</translation>
    </message>
    <message>
        <source>Put quotes around that value.</source>
        <translation>Zet aanhalingstekens om die waarde.</translation>
    </message>
    <message>
        <source>Put the chosen field in, with a text for when it is empty</source>
        <translation>Gekozen veld invoegen, met een tekst voor als het leeg is</translation>
    </message>
    <message>
        <source>Put the others into the body.</source>
        <translation>Zet de andere in de hoofdtekst.</translation>
    </message>
    <message>
        <source>Put them on a &amp;list (optional)</source>
        <translation>Op een li&amp;jst zetten (optioneel)</translation>
    </message>
    <message>
        <source>Put this text back</source>
        <translation>Deze tekst terugzetten</translation>
    </message>
    <message>
        <source>Put words before the first and after the last place.</source>
        <translation>Zet woorden vóór de eerste en na de laatste invulplek.</translation>
    </message>
    <message>
        <source>Put “{what}” into an arrow</source>
        <translation>“{what}” in een pijl zetten</translation>
    </message>
    <message>
        <source>Puts the contact on a list, or takes it off.</source>
        <translation>Zet het contact op een lijst, of haalt het eraf.</translation>
    </message>
    <message>
        <source>Python</source>
        <translation>Python</translation>
    </message>
    <message>
        <source>Qt</source>
        <translation>Qt</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>Kwaliteit</translation>
    </message>
    <message>
        <source>Quality not rated yet</source>
        <translation>Kwaliteit nog niet beoordeeld</translation>
    </message>
    <message>
        <source>Quality: {before} → {after}</source>
        <translation>Kwaliteit: {before} → {after}</translation>
    </message>
    <message>
        <source>Question or stop?</source>
        <comment>example</comment>
        <translation>Vraag of stop?</translation>
    </message>
    <message>
        <source>Queue: {done} of {total}</source>
        <translation>Wachtrij: {done} van {total}</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>In de wachtrij</translation>
    </message>
    <message>
        <source>Quick reply</source>
        <translation>Snel antwoord</translation>
    </message>
    <message>
        <source>Quiet for half a year</source>
        <comment>example</comment>
        <translation>Een half jaar stil</translation>
    </message>
    <message>
        <source>Quiet from</source>
        <translation>Stil vanaf</translation>
    </message>
    <message>
        <source>Quiet hours</source>
        <translation>Stille uren</translation>
    </message>
    <message>
        <source>Quiet until</source>
        <translation>Stil tot</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Stoppen</translation>
    </message>
    <message>
        <source>Quit, go on next time</source>
        <translation>Afsluiten, later verdergaan</translation>
    </message>
    <message>
        <source>Quote: {text}</source>
        <translation>Citaat: {text}</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>Rate of the last minute</source>
        <translation>Tempo van de laatste minuut</translation>
    </message>
    <message>
        <source>Re&amp;name</source>
        <translation>Naam &amp;wijzigen</translation>
    </message>
    <message>
        <source>Re-engage</source>
        <translation>Opnieuw activeren</translation>
    </message>
    <message>
        <source>Re-engage</source>
        <comment>example</comment>
        <translation>Terugwinnen</translation>
    </message>
    <message>
        <source>Reachable for marketing</source>
        <translation>Bereikbaar voor marketing</translation>
    </message>
    <message>
        <source>Reaching an end that is marked as the goal</source>
        <translation>Een einde bereiken dat als doel is gemarkeerd</translation>
    </message>
    <message>
        <source>Reaction</source>
        <translation>Reactie</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Gelezen</translation>
    </message>
    <message>
        <source>Read (at least)</source>
        <translation>Gelezen (minstens)</translation>
    </message>
    <message>
        <source>Read Meta&apos;s commerce policy, then tick.</source>
        <translation>Lees het handelsbeleid van Meta en vink dit daarna aan.</translation>
    </message>
    <message>
        <source>Read audience</source>
        <translation>Doelgroep inlezen</translation>
    </message>
    <message>
        <source>Read how limits grow with quality, then tick.</source>
        <translation>Lees hoe limieten meegroeien met de kwaliteit en vink dit daarna aan.</translation>
    </message>
    <message>
        <source>Read more</source>
        <translation>Meer lezen</translation>
    </message>
    <message>
        <source>Read now</source>
        <translation>Nu gelezen</translation>
    </message>
    <message>
        <source>Read the WhatsApp Business messaging policy, then tick.</source>
        <translation>Lees het berichtenbeleid van WhatsApp Business en vink dit daarna aan.</translation>
    </message>
    <message>
        <source>Read the access token from standard input.</source>
        <translation>Het toegangstoken van de standaardinvoer lezen.</translation>
    </message>
    <message>
        <source>Read the app secret from the next line of standard input.</source>
        <translation>Het appgeheim van de volgende regel van de standaardinvoer lezen.</translation>
    </message>
    <message>
        <source>Read the templates from Meta again (F5)</source>
        <translation>Sjablonen opnieuw ophalen bij Meta (F5)</translation>
    </message>
    <message>
        <source>Read the terms and accept them.</source>
        <translation>Lees de voorwaarden en ga akkoord.</translation>
    </message>
    <message>
        <source>Read them from Meta once; after that they are here without a network too.</source>
        <translation>Haal ze één keer op bij Meta; daarna zijn ze hier ook zonder netwerk.</translation>
    </message>
    <message>
        <source>Read within</source>
        <translation>Gelezen binnen</translation>
    </message>
    <message>
        <source>Read, at least</source>
        <translation>Gelezen, ten minste</translation>
    </message>
    <message>
        <source>Read-only</source>
        <translation>Alleen-lezen</translation>
    </message>
    <message>
        <source>Read?</source>
        <translation>Gelezen?</translation>
    </message>
    <message>
        <source>Reading contacts…</source>
        <translation>Contacten lezen…</translation>
    </message>
    <message>
        <source>Reading the templates from Meta…</source>
        <translation>Sjablonen ophalen bij Meta…</translation>
    </message>
    <message>
        <source>Reading who takes part…</source>
        <translation>Lezen wie meedoet…</translation>
    </message>
    <message>
        <source>Reading {file}…</source>
        <translation>{file} lezen…</translation>
    </message>
    <message numerus="yes">
        <source>Reading: {n} contacts</source>
        <extracomment>One: Reading: {n} contact</extracomment>
        <translation>
            <numerusform>Lezen: {n} contact</numerusform>
            <numerusform>Lezen: {n} contacten</numerusform>
        </translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Lezen…</translation>
    </message>
    <message>
        <source>Reads it</source>
        <translation>Leest het</translation>
    </message>
    <message>
        <source>Ready to be published</source>
        <translation>Klaar om te publiceren</translation>
    </message>
    <message numerus="yes">
        <source>Ready to be published, with {n} warnings</source>
        <extracomment>One: Ready to be published, with {n} warning</extracomment>
        <translation>
            <numerusform>Klaar om te publiceren, met {n} waarschuwing</numerusform>
            <numerusform>Klaar om te publiceren, met {n} waarschuwingen</numerusform>
        </translation>
    </message>
    <message>
        <source>Real messages, to test contacts only. They count in no campaign and in no report.</source>
        <translation>Echte berichten, alleen naar testcontacten. Ze tellen in geen campagne en in geen rapport mee.</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Reden</translation>
    </message>
    <message>
        <source>Receiving at {url}. Ctrl+C ends it.</source>
        <translation>Ontvangt op {url}. Ctrl+C beëindigt dit.</translation>
    </message>
    <message>
        <source>Recent campaigns</source>
        <translation>Recente campagnes</translation>
    </message>
    <message>
        <source>Recent journeys</source>
        <translation>Recente journeys</translation>
    </message>
    <message>
        <source>Recipe deleted</source>
        <translation>Recept verwijderd</translation>
    </message>
    <message>
        <source>Recipe: {name}</source>
        <translation>Recept: {name}</translation>
    </message>
    <message>
        <source>Recipes</source>
        <translation>Recepten</translation>
    </message>
    <message>
        <source>Recipients</source>
        <translation>Ontvangers</translation>
    </message>
    <message>
        <source>Record consent for marketing</source>
        <translation>Toestemming voor marketing vastleggen</translation>
    </message>
    <message>
        <source>Record the consent</source>
        <translation>Toestemming vastleggen</translation>
    </message>
    <message>
        <source>Record their consent…</source>
        <translation>Hun toestemming vastleggen…</translation>
    </message>
    <message>
        <source>Recurring audience</source>
        <translation>Terugkerende doelgroep</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Opnieuw</translation>
    </message>
    <message>
        <source>Refresh the templates and choose another.</source>
        <translation>Vernieuw de sjablonen en kies een ander.</translation>
    </message>
    <message>
        <source>Register it again in WhatsApp Manager, then resume.</source>
        <translation>Registreer het opnieuw in WhatsApp Manager en hervat daarna het verzenden.</translation>
    </message>
    <message>
        <source>Register it in WhatsApp Manager, then resume.</source>
        <translation>Registreer het in WhatsApp Manager en hervat daarna het verzenden.</translation>
    </message>
    <message>
        <source>Register the number for the Cloud API.</source>
        <translation>Registreer het nummer voor de Cloud API.</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Afgewezen</translation>
    </message>
    <message>
        <source>Remark at “{what}”</source>
        <translation>Opmerking bij “{what}”</translation>
    </message>
    <message>
        <source>Remark: {text}</source>
        <translation>Opmerking: {text}</translation>
    </message>
    <message>
        <source>Remembers a longer text under a name of your own</source>
        <translation>Onthoudt een langere tekst onder een eigen naam</translation>
    </message>
    <message>
        <source>Remembers a value under a name of your own</source>
        <translation>Onthoudt een waarde onder een eigen naam</translation>
    </message>
    <message>
        <source>Remind of the basket</source>
        <comment>example</comment>
        <translation>Aan de wagen herinneren</translation>
    </message>
    <message>
        <source>Reminded</source>
        <comment>example</comment>
        <translation>Herinnerd</translation>
    </message>
    <message>
        <source>Reminder</source>
        <comment>example</comment>
        <translation>Herinnering</translation>
    </message>
    <message>
        <source>Reminds guests a week and a day ahead, and takes their answer.</source>
        <translation>Herinnert gasten een week en een dag van tevoren, en neemt hun antwoord aan.</translation>
    </message>
    <message>
        <source>Reminds of an appointment; it can be confirmed or moved.</source>
        <translation>Herinnert aan een afspraak; die kan worden bevestigd of verzet.</translation>
    </message>
    <message>
        <source>Reminds once of what was left behind; stops when it is bought.</source>
        <translation>Herinnert één keer aan wat is achtergelaten; stopt zodra het is gekocht.</translation>
    </message>
    <message>
        <source>Reminds once of what was left in the basket. Your shop sends cart_left and order_placed.</source>
        <comment>example</comment>
        <translation>Herinnert één keer aan wat in de winkelwagen bleef. Je winkel stuurt cart_left en order_placed.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Verwijderen</translation>
    </message>
    <message>
        <source>Remove a&amp;rrow</source>
        <translation>Pi&amp;jl verwijderen</translation>
    </message>
    <message>
        <source>Remove from list</source>
        <translation>Van lijst halen</translation>
    </message>
    <message>
        <source>Remove from the list</source>
        <translation>Van de lijst halen</translation>
    </message>
    <message>
        <source>Remove from this list</source>
        <translation>Van deze lijst halen</translation>
    </message>
    <message>
        <source>Remove from {list}</source>
        <translation>Haal van lijst {list}</translation>
    </message>
    <message>
        <source>Remove it and add it again.</source>
        <translation>Verwijder het en voeg het opnieuw toe.</translation>
    </message>
    <message>
        <source>Remove one of the two, or move it to a journey of its own.</source>
        <translation>Verwijder een van de twee of verplaats die naar een eigen journey.</translation>
    </message>
    <message>
        <source>Remove one of them.</source>
        <translation>Verwijder er een.</translation>
    </message>
    <message>
        <source>Remove some.</source>
        <translation>Verwijder er een paar.</translation>
    </message>
    <message>
        <source>Remove the columns you do not need, or choose what the columns are apart by.</source>
        <translation>Haal de kolommen weg die je niet nodig hebt, of kies waarmee de kolommen gescheiden zijn.</translation>
    </message>
    <message>
        <source>Remove the file: {place}</source>
        <translation>Bestand weghalen: {place}</translation>
    </message>
    <message>
        <source>Remove the filter {filter}</source>
        <translation>Filter {filter} verwijderen</translation>
    </message>
    <message>
        <source>Remove this comparison</source>
        <translation>Deze vergelijking verwijderen</translation>
    </message>
    <message>
        <source>Remove this group</source>
        <translation>Deze groep verwijderen</translation>
    </message>
    <message>
        <source>Remove this period</source>
        <translation>Deze periode verwijderen</translation>
    </message>
    <message>
        <source>Remove this value</source>
        <translation>Deze waarde verwijderen</translation>
    </message>
    <message>
        <source>Remove {number}</source>
        <translation>{number} verwijderen</translation>
    </message>
    <message numerus="yes">
        <source>Remove {n} arrows</source>
        <extracomment>One: Remove {n} arrow</extracomment>
        <translation>
            <numerusform>{n} pijl verwijderen</numerusform>
            <numerusform>{n} pijlen verwijderen</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove {word}</source>
        <translation>{word} verwijderen</translation>
    </message>
    <message>
        <source>Remove “delivered”, or ask for it in a reaction of its own.</source>
        <translation>Verwijder “afgeleverd” of vraag ernaar in een eigen reactie.</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>Verwijderd</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Naam wijzigen</translation>
    </message>
    <message>
        <source>Rename a step to “{name}”</source>
        <translation>Naam van een stap wijzigen in “{name}”</translation>
    </message>
    <message>
        <source>Rename recipe</source>
        <translation>Recept hernoemen</translation>
    </message>
    <message>
        <source>Rename the journey to “{name}”</source>
        <translation>Naam van de journey wijzigen in “{name}”</translation>
    </message>
    <message>
        <source>Rename the recipe</source>
        <translation>Recept hernoemen</translation>
    </message>
    <message>
        <source>Rename the snippet</source>
        <translation>Snippet hernoemen</translation>
    </message>
    <message>
        <source>Renamed</source>
        <translation>Naam gewijzigd</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Hernoemen…</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Vervangen</translation>
    </message>
    <message>
        <source>Replace all</source>
        <translation>Alles vervangen</translation>
    </message>
    <message>
        <source>Replace it</source>
        <translation>Vervangen</translation>
    </message>
    <message>
        <source>Replace template</source>
        <translation>Sjabloon vervangen</translation>
    </message>
    <message>
        <source>Replace with</source>
        <translation>Vervangen door</translation>
    </message>
    <message numerus="yes">
        <source>Replaced in {n} places.</source>
        <extracomment>One: Replaced in {n} place.</extracomment>
        <translation>
            <numerusform>Op {n} plek vervangen.</numerusform>
            <numerusform>Op {n} plekken vervangen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Replace…</source>
        <translation>Vervangen…</translation>
    </message>
    <message>
        <source>Replied</source>
        <translation>Geantwoord</translation>
    </message>
    <message>
        <source>Replied to a message</source>
        <translation>Antwoordde op een bericht</translation>
    </message>
    <message>
        <source>Replied?</source>
        <translation>Geantwoord?</translation>
    </message>
    <message>
        <source>Replies</source>
        <translation>Antwoorden</translation>
    </message>
    <message>
        <source>Replies “{text}”</source>
        <translation>Antwoordt “{text}”</translation>
    </message>
    <message>
        <source>Replies…</source>
        <translation>Antwoordt…</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Antwoordt</translation>
    </message>
    <message>
        <source>Reply buttons</source>
        <translation>Antwoordknoppen</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Rapport</translation>
    </message>
    <message>
        <source>Report and pictures are in {folder}.</source>
        <translation>Rapport en afbeeldingen staan in {folder}.</translation>
    </message>
    <message>
        <source>Report this with its details: it is a fault of this program, not of yours.</source>
        <translation>Meld dit met de details: het is een fout van dit programma, niet van jou.</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>Rapporten</translation>
    </message>
    <message>
        <source>Reports name it where somebody is left out by it.</source>
        <translation>Rapporten noemen het waar iemand erdoor wordt overgeslagen.</translation>
    </message>
    <message>
        <source>Requests answered</source>
        <translation>Beantwoorde verzoeken</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Herstellen</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Terugzetten</translation>
    </message>
    <message>
        <source>Restore your last backup; the damaged file is kept.</source>
        <translation>Zet je laatste back-up terug; het beschadigde bestand wordt bewaard.</translation>
    </message>
    <message>
        <source>Restored.</source>
        <translation>Teruggezet.</translation>
    </message>
    <message>
        <source>Restored. The former database is {path}.</source>
        <translation>Teruggezet. De vorige database is {path}.</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Resultaat</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Hervatten</translation>
    </message>
    <message>
        <source>Resume all</source>
        <translation>Alles hervatten</translation>
    </message>
    <message>
        <source>Resume all sending</source>
        <translation>Alle verzending hervatten</translation>
    </message>
    <message>
        <source>Resume it for those who agreed, or put another template in its place.</source>
        <translation>Hervat voor wie toestemming gaf, of zet er een ander sjabloon voor in de plaats.</translation>
    </message>
    <message>
        <source>Resume it: then only people who agreed to marketing get it.</source>
        <translation>Hervat het: dan krijgt alleen wie toestemming gaf voor marketing het.</translation>
    </message>
    <message>
        <source>Resume the journey when you are ready.</source>
        <translation>Hervat de journey als je zover bent.</translation>
    </message>
    <message>
        <source>Resume when you are ready.</source>
        <translation>Hervat als je zover bent.</translation>
    </message>
    <message>
        <source>Resume, and report the fault with the log if it comes back.</source>
        <translation>Hervat het verzenden, en meld de fout met het logboek als die terugkomt.</translation>
    </message>
    <message>
        <source>Resumed.</source>
        <translation>Hervat.</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Controle</translation>
    </message>
    <message>
        <source>Right side</source>
        <translation>Rechterkant</translation>
    </message>
    <message>
        <source>Right to within {n} seconds.</source>
        <translation>Klopt tot op {n} seconden.</translation>
    </message>
    <message>
        <source>Rounded down to a whole number</source>
        <translation>Naar beneden afgerond op een geheel getal</translation>
    </message>
    <message>
        <source>Rounded down, to so many decimals</source>
        <translation>Naar beneden afgerond, op zoveel decimalen</translation>
    </message>
    <message>
        <source>Rounded up to a whole number</source>
        <translation>Naar boven afgerond op een geheel getal</translation>
    </message>
    <message>
        <source>Rounded up, to so many decimals</source>
        <translation>Naar boven afgerond, op zoveel decimalen</translation>
    </message>
    <message>
        <source>Rounded, to so many decimals</source>
        <translation>Afgerond, op zoveel decimalen</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Rij</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Rijen</translation>
    </message>
    <message>
        <source>Rows of the file</source>
        <translation>Rijen van het bestand</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>Rule for writing</source>
        <translation>Regel voor het schrijven</translation>
    </message>
    <message>
        <source>Rules about them</source>
        <translation>Regels over het contact</translation>
    </message>
    <message>
        <source>Rules for writing</source>
        <translation>Regels voor het schrijven</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Uitvoeren</translation>
    </message>
    <message>
        <source>Run a simulation, and see how many contacts would take which way, how many messages would leave on which day, and where nobody would go. Nothing is sent.</source>
        <translation>Voer een simulatie uit en zie hoeveel contacten welke kant op zouden gaan, hoeveel berichten op welke dag zouden uitgaan en waar niemand zou komen. Er wordt niets verzonden.</translation>
    </message>
    <message>
        <source>Run again</source>
        <translation>Opnieuw uitvoeren</translation>
    </message>
    <message>
        <source>Run it again, or choose another one.</source>
        <translation>Voer die opnieuw uit, of kies een andere.</translation>
    </message>
    <message>
        <source>Run the look-alike of the Cloud API. The first line printed is JSON with its address and secrets.</source>
        <translation>De nagebootste Cloud API starten. De eerste regel is JSON met het adres en de geheimen.</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Loopt</translation>
    </message>
    <message>
        <source>Running. Webhooks: {url}</source>
        <translation>Loopt. Webhooks: {url}</translation>
    </message>
    <message>
        <source>Runs as</source>
        <translation>Draait als</translation>
    </message>
    <message>
        <source>S&amp;nippets…</source>
        <translation>Sni&amp;ppets…</translation>
    </message>
    <message>
        <source>SQLite is too old: install the program again.</source>
        <translation>SQLite is te oud: installeer het programma opnieuw.</translation>
    </message>
    <message>
        <source>Sa</source>
        <translation>Za</translation>
    </message>
    <message>
        <source>Safe mode: nothing is sent, no journey moves, and the window forgets how it was arranged.</source>
        <translation>Veilige modus: er wordt niets verzonden, journeys staan stil, en het venster vergeet hoe het was ingericht.</translation>
    </message>
    <message>
        <source>Said goodbye</source>
        <comment>example</comment>
        <translation>Afscheid genomen</translation>
    </message>
    <message>
        <source>Said no to marketing</source>
        <translation>Zei nee tegen marketing</translation>
    </message>
    <message>
        <source>Said no to service messages</source>
        <translation>Zei nee tegen serviceberichten</translation>
    </message>
    <message>
        <source>Said yes</source>
        <comment>example</comment>
        <translation>Heeft ja gezegd</translation>
    </message>
    <message>
        <source>Sale with a code</source>
        <translation>Uitverkoop met een code</translation>
    </message>
    <message>
        <source>Same distance across</source>
        <translation>Horizontaal verdelen</translation>
    </message>
    <message>
        <source>Same distance down</source>
        <translation>Verticaal verdelen</translation>
    </message>
    <message>
        <source>Same number twice</source>
        <translation>Twee keer hetzelfde nummer</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>Voorbeeld</translation>
    </message>
    <message>
        <source>Sample data added</source>
        <translation>Voorbeeldgegevens toegevoegd</translation>
    </message>
    <message>
        <source>Sample data removed</source>
        <translation>Voorbeeldgegevens verwijderd</translation>
    </message>
    <message>
        <source>Sample file</source>
        <translation>Voorbeeldbestand</translation>
    </message>
    <message>
        <source>Sample file…</source>
        <translation>Voorbeeldbestand…</translation>
    </message>
    <message>
        <source>Sample for {variable}</source>
        <translation>Voorbeeld voor {variable}</translation>
    </message>
    <message>
        <source>Sample of the card</source>
        <translation>Voorbeeld van de kaart</translation>
    </message>
    <message>
        <source>Sample of the header</source>
        <translation>Voorbeeld van de kop</translation>
    </message>
    <message>
        <source>Sample values</source>
        <translation>Voorbeeldwaarden</translation>
    </message>
    <message>
        <source>Sample {n}</source>
        <translation>Voorbeeld {n}</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>Voorbeelden</translation>
    </message>
    <message>
        <source>Samples (*.csv *.json *.txt)</source>
        <translation>Voorbeelden (*.csv *.json *.txt)</translation>
    </message>
    <message>
        <source>Samples…</source>
        <translation>Voorbeelden…</translation>
    </message>
    <message>
        <source>Sandbox</source>
        <translation>Sandbox</translation>
    </message>
    <message>
        <source>Sandbox: nothing is really sent</source>
        <translation>Sandbox: er wordt niets echt verzonden</translation>
    </message>
    <message>
        <source>Sandbox: nothing is really sent · WhatsApp Studio</source>
        <translation>Sandbox: er wordt niets echt verzonden · WhatsApp Studio</translation>
    </message>
    <message>
        <source>Sandbox: nothing reaches a real phone</source>
        <translation>Sandbox: niets bereikt een echte telefoon</translation>
    </message>
    <message>
        <source>Saturday</source>
        <translation>Zaterdag</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Opslaan</translation>
    </message>
    <message>
        <source>Save a copy without a password in your spreadsheet program.</source>
        <translation>Sla in je spreadsheetprogramma een kopie zonder wachtwoord op.</translation>
    </message>
    <message>
        <source>Save a sample file</source>
        <translation>Een voorbeeldbestand opslaan</translation>
    </message>
    <message>
        <source>Save as recipe</source>
        <translation>Opslaan als recept</translation>
    </message>
    <message>
        <source>Save as recipe…</source>
        <translation>Opslaan als recept…</translation>
    </message>
    <message>
        <source>Save as snippet</source>
        <translation>Opslaan als snippet</translation>
    </message>
    <message>
        <source>Save as snippet…</source>
        <translation>Opslaan als snippet…</translation>
    </message>
    <message>
        <source>Save contact</source>
        <translation>Contact opslaan</translation>
    </message>
    <message>
        <source>Save everything held…</source>
        <translation>Alles wat bewaard is opslaan…</translation>
    </message>
    <message>
        <source>Save field</source>
        <translation>Veld opslaan</translation>
    </message>
    <message>
        <source>Save it as CSV or JSON in UTF-8 and try again.</source>
        <translation>Sla het op als CSV of JSON in UTF-8 en probeer het opnieuw.</translation>
    </message>
    <message>
        <source>Save it as one of them.</source>
        <translation>Sla het op als een van de twee.</translation>
    </message>
    <message>
        <source>Save note</source>
        <translation>Notitie opslaan</translation>
    </message>
    <message>
        <source>Save report</source>
        <translation>Rapport opslaan</translation>
    </message>
    <message>
        <source>Save sample</source>
        <translation>Voorbeeld opslaan</translation>
    </message>
    <message>
        <source>Save skipped rows</source>
        <translation>Overgeslagen rijen opslaan</translation>
    </message>
    <message>
        <source>Save skipped rows…</source>
        <translation>Overgeslagen rijen opslaan…</translation>
    </message>
    <message>
        <source>Save the file as one of these.</source>
        <translation>Sla het bestand op als een van deze.</translation>
    </message>
    <message>
        <source>Save version</source>
        <translation>Versie opslaan</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Opgeslagen</translation>
    </message>
    <message>
        <source>Saved as the recipe “{name}”.</source>
        <translation>Opgeslagen als het recept “{name}”.</translation>
    </message>
    <message>
        <source>Saved by itself</source>
        <translation>Automatisch bewaard</translation>
    </message>
    <message>
        <source>Saved samples</source>
        <translation>Opgeslagen voorbeelden</translation>
    </message>
    <message>
        <source>Saved {time}</source>
        <translation>Opgeslagen {time}</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Opslaan…</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Opslaan…</translation>
    </message>
    <message>
        <source>Say after how many minutes the code expires:</source>
        <translation>Zeg na hoeveel minuten de code verloopt:</translation>
    </message>
    <message>
        <source>Say goodbye</source>
        <comment>example</comment>
        <translation>Afscheid nemen</translation>
    </message>
    <message>
        <source>Say that the code is not to be shared</source>
        <translation>Zeg dat de code niet mag worden gedeeld</translation>
    </message>
    <message>
        <source>Say what fills these places, or choose another template.</source>
        <translation>Zeg wat deze plekken vult, of kies een ander sjabloon.</translation>
    </message>
    <message>
        <source>Say what goes into each place of the template. The preview shows it for real people.</source>
        <translation>Geef aan wat er op elke invulplek van het sjabloon komt. Het voorbeeld toont het voor echte mensen.</translation>
    </message>
    <message>
        <source>Say what the checks say of FILE, with the templates, lists and fields of the workspace.</source>
        <translation>Zeggen wat de controles van FILE vinden, met de sjablonen, lijsten en velden van de werkruimte.</translation>
    </message>
    <message>
        <source>Say where and when they agreed. Without it they are brought in, but get no marketing. Whoever opted out stays opted out.</source>
        <translation>Geef aan waar en wanneer ze toestemming gaven. Anders komen ze er wel in, maar krijgen ze geen marketing. Wie is afgemeld, blijft afgemeld.</translation>
    </message>
    <message>
        <source>Say where it was, such as the form or the shop.</source>
        <translation>Zeg waar het was, zoals het formulier of de winkel.</translation>
    </message>
    <message>
        <source>Says hello to somebody who just signed up.</source>
        <translation>Begroet wie zich net heeft aangemeld.</translation>
    </message>
    <message>
        <source>Says that an order is on its way.</source>
        <translation>Zegt dat een bestelling onderweg is.</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>Planning</translation>
    </message>
    <message numerus="yes">
        <source>Schedule for {n} people</source>
        <extracomment>One: Schedule for {n} person</extracomment>
        <translation>
            <numerusform>Plannen voor {n} persoon</numerusform>
            <numerusform>Plannen voor {n} mensen</numerusform>
        </translation>
    </message>
    <message>
        <source>Scheduled</source>
        <translation>Gepland</translation>
    </message>
    <message>
        <source>Search for a number</source>
        <translation>Een nummer zoeken</translation>
    </message>
    <message>
        <source>Search journeys</source>
        <translation>Zoek journeys</translation>
    </message>
    <message>
        <source>Search the audit log</source>
        <translation>In het logboek zoeken</translation>
    </message>
    <message>
        <source>Sections of the settings</source>
        <translation>Onderdelen van de instellingen</translation>
    </message>
    <message>
        <source>See all options</source>
        <translation>Alle opties bekijken</translation>
    </message>
    <message>
        <source>See it on the canvas</source>
        <translation>Op het canvas bekijken</translation>
    </message>
    <message>
        <source>See the choices</source>
        <translation>Bekijk de keuzes</translation>
    </message>
    <message>
        <source>See which places have to be filled</source>
        <translation>Zie welke invulplekken gevuld moeten worden</translation>
    </message>
    <message>
        <source>See you tomorrow</source>
        <comment>example</comment>
        <translation>Tot morgen</translation>
    </message>
    <message>
        <source>See your number&apos;s limits</source>
        <translation>Limieten van je nummer bekijken</translation>
    </message>
    <message>
        <source>Segment</source>
        <translation>Segment</translation>
    </message>
    <message>
        <source>Segment changed</source>
        <translation>Segment gewijzigd</translation>
    </message>
    <message>
        <source>Segment deleted</source>
        <translation>Segment verwijderd</translation>
    </message>
    <message>
        <source>Segment made</source>
        <translation>Segment gemaakt</translation>
    </message>
    <message>
        <source>Segment renamed</source>
        <translation>Segment hernoemd</translation>
    </message>
    <message>
        <source>Segment: {name}</source>
        <translation>Segment: {name}</translation>
    </message>
    <message>
        <source>Segments</source>
        <translation>Segmenten</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>&amp;Alles selecteren</translation>
    </message>
    <message>
        <source>Select a step that sends a message: here you see it as each contact gets it.</source>
        <translation>Selecteer een stap die een bericht verzendt: hier zie je het zoals elk contact het krijgt.</translation>
    </message>
    <message>
        <source>Select a step to write a note on it.</source>
        <translation>Selecteer een stap om er een notitie bij te schrijven.</translation>
    </message>
    <message>
        <source>Select all found</source>
        <translation>Alle gevonden selecteren</translation>
    </message>
    <message>
        <source>Select several</source>
        <translation>Meerdere selecteren</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Verzenden</translation>
    </message>
    <message>
        <source>Send &amp;a test…</source>
        <translation>Test ver&amp;zenden…</translation>
    </message>
    <message>
        <source>Send a campaign to the end, or go on with one that was interrupted.</source>
        <translation>Een campagne tot het einde verzenden, of verdergaan met een die werd onderbroken.</translation>
    </message>
    <message>
        <source>Send a document</source>
        <translation>Document verzenden</translation>
    </message>
    <message>
        <source>Send a picture</source>
        <translation>Afbeelding verzenden</translation>
    </message>
    <message>
        <source>Send a template instead, or put the step after a reply.</source>
        <translation>Verzend in plaats daarvan een sjabloon of zet de stap na een antwoord.</translation>
    </message>
    <message>
        <source>Send a test</source>
        <translation>Test verzenden</translation>
    </message>
    <message>
        <source>Send a test…</source>
        <translation>Test verzenden…</translation>
    </message>
    <message>
        <source>Send a video</source>
        <translation>Video verzenden</translation>
    </message>
    <message>
        <source>Send again?</source>
        <translation>Opnieuw verzenden?</translation>
    </message>
    <message>
        <source>Send all</source>
        <translation>Alle verzenden</translation>
    </message>
    <message>
        <source>Send all…</source>
        <translation>Alle verzenden…</translation>
    </message>
    <message>
        <source>Send an approved template instead.</source>
        <translation>Verzend in plaats daarvan een goedgekeurd sjabloon.</translation>
    </message>
    <message>
        <source>Send an approved template.</source>
        <translation>Verzend een goedgekeurd sjabloon.</translation>
    </message>
    <message>
        <source>Send at most {most} characters.</source>
        <translation>Stuur maximaal {most} tekens.</translation>
    </message>
    <message>
        <source>Send at most {most} with each event.</source>
        <translation>Stuur maximaal {most} waarden mee met elke gebeurtenis.</translation>
    </message>
    <message>
        <source>Send audio</source>
        <translation>Audio verzenden</translation>
    </message>
    <message>
        <source>Send each person the language they read</source>
        <translation>Stuur ieder de taal die hij leest</translation>
    </message>
    <message>
        <source>Send it again to go on where it stopped.</source>
        <translation>Verzend de campagne opnieuw om verder te gaan waar die stopte.</translation>
    </message>
    <message>
        <source>Send it if it is not too late</source>
        <translation>Alsnog verzenden, tot een grens</translation>
    </message>
    <message>
        <source>Send it to fewer people, or put another template in its place.</source>
        <translation>Verzend het naar minder mensen, of zet er een ander sjabloon voor in de plaats.</translation>
    </message>
    <message>
        <source>Send it to who opted in, or ask for consent in a condition before it.</source>
        <translation>Verzend het naar wie toestemming heeft gegeven, of vraag ervoor naar toestemming in een voorwaarde.</translation>
    </message>
    <message>
        <source>Send only to these: while practice is on, nobody but test contacts and the numbers below can be reached, by whatever way. Messages for others wait until it is off.</source>
        <translation>Alleen naar deze mensen verzenden: zolang oefenen aanstaat, zijn alleen testcontacten en de nummers hieronder bereikbaar, langs welke weg ook. Berichten aan anderen wachten tot het uit is.</translation>
    </message>
    <message>
        <source>Send template</source>
        <translation>Sjabloon verzenden</translation>
    </message>
    <message>
        <source>Send text</source>
        <translation>Tekst verzenden</translation>
    </message>
    <message numerus="yes">
        <source>Send the message again to {n} people?</source>
        <extracomment>One: Send the message again to {n} person?</extracomment>
        <translation>
            <numerusform>Het bericht opnieuw verzenden naar {n} persoon?</numerusform>
            <numerusform>Het bericht opnieuw verzenden naar {n} mensen?</numerusform>
        </translation>
    </message>
    <message>
        <source>Send to</source>
        <translation>Verzenden naar</translation>
    </message>
    <message numerus="yes">
        <source>Send to {n} people</source>
        <extracomment>One: Send to {n} person</extracomment>
        <translation>
            <numerusform>Verzenden naar {n} persoon</numerusform>
            <numerusform>Verzenden naar {n} mensen</numerusform>
        </translation>
    </message>
    <message>
        <source>Send without asking.</source>
        <translation>Verzenden zonder te vragen.</translation>
    </message>
    <message numerus="yes">
        <source>Send {n} again</source>
        <extracomment>One: Send {n} again</extracomment>
        <translation>
            <numerusform>{n} opnieuw verzenden</numerusform>
            <numerusform>{n} opnieuw verzenden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Send {n} again…</source>
        <extracomment>One: Send {n} again…</extracomment>
        <translation>
            <numerusform>{n} opnieuw verzenden…</numerusform>
            <numerusform>{n} opnieuw verzenden…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Send {n} late messages?</source>
        <extracomment>One: Send {n} late message?</extracomment>
        <translation>
            <numerusform>{n} te laat bericht verzenden?</numerusform>
            <numerusform>{n} te late berichten verzenden?</numerusform>
        </translation>
    </message>
    <message>
        <source>Send {template}</source>
        <translation>Verzend {template}</translation>
    </message>
    <message>
        <source>Sender</source>
        <translation>Afzender</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>Verzenden</translation>
    </message>
    <message>
        <source>Sending</source>
        <comment>state</comment>
        <translation>Wordt verzonden</translation>
    </message>
    <message>
        <source>Sending and reading templates need both WhatsApp permissions.</source>
        <translation>Voor het verzenden en voor het lezen van sjablonen zijn beide WhatsApp-machtigingen nodig.</translation>
    </message>
    <message>
        <source>Sending is paused</source>
        <translation>Het verzenden is gepauzeerd</translation>
    </message>
    <message>
        <source>Sending is paused and nothing is lost. Paste a new token under Connection.</source>
        <translation>Het verzenden is gepauzeerd en er gaat niets verloren. Plak een nieuw token onder Verbinding.</translation>
    </message>
    <message>
        <source>Sending is paused: {why} Contacts wait at their messages meanwhile.</source>
        <translation>Verzenden is gepauzeerd: {why} Contacten wachten zolang bij hun berichten.</translation>
    </message>
    <message>
        <source>Sending more now makes it worse.</source>
        <translation>Nu meer verzenden maakt het erger.</translation>
    </message>
    <message>
        <source>Sending paused: several answers in a row could not be understood.</source>
        <translation>Het verzenden is gepauzeerd: meerdere antwoorden achter elkaar waren niet te begrijpen.</translation>
    </message>
    <message>
        <source>Sending progress</source>
        <translation>Voortgang van verzenden</translation>
    </message>
    <message>
        <source>Sending starts after a few seconds to undo.</source>
        <translation>Verzenden begint na een paar seconden, zodat je het ongedaan kunt maken.</translation>
    </message>
    <message>
        <source>Sending stopped because of a fault in the program.</source>
        <translation>Het verzenden is gestopt door een fout in het programma.</translation>
    </message>
    <message>
        <source>Sending takes more than two hours at this rate.</source>
        <translation>In dit tempo duurt het verzenden meer dan twee uur.</translation>
    </message>
    <message>
        <source>Sending to {n} people at {rate}/s…</source>
        <translation>Verzenden naar {n} mensen met {rate}/s…</translation>
    </message>
    <message>
        <source>Sends a request to another system, and can keep the answer for later steps.</source>
        <translation>Stuurt een verzoek naar een ander systeem en kan het antwoord bewaren voor latere stappen.</translation>
    </message>
    <message>
        <source>Sends an approved template. It may be sent at any time.</source>
        <translation>Verzendt een goedgekeurd sjabloon. Dat mag altijd.</translation>
    </message>
    <message>
        <source>Sends what you like to contacts who wrote to you in the last 24 hours.</source>
        <translation>Verzendt wat je wilt naar contacten die jou in de laatste 24 uur hebben geschreven.</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Verzonden</translation>
    </message>
    <message>
        <source>Sent along in the header “Authorization: Bearer …”.</source>
        <translation>Wordt meegestuurd in de header “Authorization: Bearer …”.</translation>
    </message>
    <message>
        <source>Service messages</source>
        <translation>Serviceberichten</translation>
    </message>
    <message>
        <source>Service messages: {answer}</source>
        <translation>Serviceberichten: {answer}</translation>
    </message>
    <message>
        <source>Set a date…</source>
        <translation>Datum instellen…</translation>
    </message>
    <message>
        <source>Set by you. Nobody knows yet what they will do.</source>
        <translation>Door jou ingesteld. Niemand weet nog wat ze zullen doen.</translation>
    </message>
    <message>
        <source>Set it anew.</source>
        <translation>Stel het opnieuw in.</translation>
    </message>
    <message>
        <source>Set its rule, or remove it.</source>
        <translation>Stel de regel in of verwijder de reden.</translation>
    </message>
    <message>
        <source>Set its rule, or remove the path.</source>
        <translation>Stel de regel in of verwijder het pad.</translation>
    </message>
    <message>
        <source>Set the goal in the settings to reaching an end.</source>
        <translation>Stel het doel in de instellingen in op het bereiken van een einde.</translation>
    </message>
    <message>
        <source>Set the purpose to marketing, or choose another template.</source>
        <translation>Zet het doel van de campagne op marketing of kies een ander sjabloon.</translation>
    </message>
    <message>
        <source>Set the rule.</source>
        <translation>Stel de regel in.</translation>
    </message>
    <message>
        <source>Set up</source>
        <translation>Instellen</translation>
    </message>
    <message>
        <source>Set up the receiver in the settings.</source>
        <translation>Stel de webhook-ontvanger in bij de instellingen.</translation>
    </message>
    <message>
        <source>Set up the webhook receiver in the settings if you need it.</source>
        <translation>Stel de webhook-ontvanger in bij de instellingen als je die nodig hebt.</translation>
    </message>
    <message>
        <source>Set up: {what}</source>
        <translation>Instellen: {what}</translation>
    </message>
    <message>
        <source>Set {field}</source>
        <translation>Zet {field}</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>Instelling</translation>
    </message>
    <message>
        <source>Setting changed</source>
        <translation>Instelling veranderd</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Instellingen</translation>
    </message>
    <message>
        <source>Several products</source>
        <translation>Meerdere producten</translation>
    </message>
    <message>
        <source>Several texts</source>
        <translation>Meer teksten</translation>
    </message>
    <message>
        <source>Several values</source>
        <translation>Meer waarden</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Aandeel</translation>
    </message>
    <message>
        <source>Share evenly</source>
        <translation>Gelijk verdelen</translation>
    </message>
    <message>
        <source>Share, at random</source>
        <translation>Percentage, willekeurig</translation>
    </message>
    <message>
        <source>Shares</source>
        <translation>Verdeling</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>Blad</translation>
    </message>
    <message>
        <source>Shift+F10</source>
        <translation>Shift+F10</translation>
    </message>
    <message>
        <source>Shorten</source>
        <translation>Inkorten</translation>
    </message>
    <message>
        <source>Shorten it, or make two notes of it.</source>
        <translation>Maak hem korter, of maak er twee notities van.</translation>
    </message>
    <message>
        <source>Shorten it.</source>
        <translation>Maak het korter.</translation>
    </message>
    <message>
        <source>Shorten or remove that cell, and import the file again.</source>
        <translation>Maak die cel korter of haal hem weg, en importeer het bestand opnieuw.</translation>
    </message>
    <message>
        <source>Shorten the contact&apos;s fields that go into it.</source>
        <translation>Maak de velden van het contact die erin komen korter.</translation>
    </message>
    <message>
        <source>Shorten the gap in the contact&apos;s field.</source>
        <translation>Haal spaties weg uit het veld van het contact.</translation>
    </message>
    <message>
        <source>Shorten the gap.</source>
        <translation>Maak het gat kleiner.</translation>
    </message>
    <message>
        <source>Shorten the title.</source>
        <translation>Maak de titel korter.</translation>
    </message>
    <message>
        <source>Shorten the value, or cut it with the truncate filter.</source>
        <translation>Maak de waarde korter, of kap die af met het filter truncate.</translation>
    </message>
    <message>
        <source>Shorten the wait, or let contacts stay longer in the journey&apos;s settings.</source>
        <translation>Verkort de wachttijd, of laat contacten langer blijven in de instellingen van de journey.</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Tonen</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alle tonen</translation>
    </message>
    <message>
        <source>Show all reasons again</source>
        <translation>Alle redenen weer tonen</translation>
    </message>
    <message>
        <source>Show all reasons again; now only: {reason}</source>
        <translation>Alle redenen weer tonen; nu alleen: {reason}</translation>
    </message>
    <message>
        <source>Show as text</source>
        <translation>Als tekst tonen</translation>
    </message>
    <message>
        <source>Show chart</source>
        <translation>Grafiek tonen</translation>
    </message>
    <message>
        <source>Show empty</source>
        <translation>Leeg tonen</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>Alles tonen</translation>
    </message>
    <message>
        <source>Show in exports and on paper</source>
        <translation>Tonen in export en op papier</translation>
    </message>
    <message>
        <source>Show in the timeline</source>
        <translation>In de tijdlijn tonen</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>Tonen</translation>
    </message>
    <message>
        <source>Show more</source>
        <translation>Meer tonen</translation>
    </message>
    <message>
        <source>Show names as pills</source>
        <translation>Namen als labels tonen</translation>
    </message>
    <message>
        <source>Show only some, by {facet}</source>
        <translation>Alleen een deel tonen, op {facet}</translation>
    </message>
    <message>
        <source>Show people</source>
        <translation>Mensen tonen</translation>
    </message>
    <message>
        <source>Show places for developers too</source>
        <translation>Ook plekken voor ontwikkelaars tonen</translation>
    </message>
    <message>
        <source>Show table</source>
        <translation>Tabel tonen</translation>
    </message>
    <message>
        <source>Show the contacts</source>
        <translation>Contacten tonen</translation>
    </message>
    <message>
        <source>Show the list of problems</source>
        <translation>Lijst met problemen tonen</translation>
    </message>
    <message>
        <source>Show the palette</source>
        <translation>Palet tonen</translation>
    </message>
    <message>
        <source>Show the steps of this frame</source>
        <translation>Stappen van dit kader tonen</translation>
    </message>
    <message>
        <source>Show this contact</source>
        <translation>Dit contact tonen</translation>
    </message>
    <message>
        <source>Show this step</source>
        <translation>Deze stap tonen</translation>
    </message>
    <message>
        <source>Show which</source>
        <translation>Tonen welke</translation>
    </message>
    <message>
        <source>Show who is inside this version</source>
        <translation>Toon wie in deze versie zit</translation>
    </message>
    <message>
        <source>Show who was held out to compare with</source>
        <translation>Toon wie in de controlegroep zit</translation>
    </message>
    <message numerus="yes">
        <source>Show {n} more</source>
        <extracomment>One: Show {n} more</extracomment>
        <translation>
            <numerusform>Nog {n} tonen</numerusform>
            <numerusform>Nog {n} tonen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show {n} people: {words}</source>
        <extracomment>One: Show {n} person: {words}</extracomment>
        <translation>
            <numerusform>Toon {n} persoon: {words}</numerusform>
            <numerusform>Toon {n} mensen: {words}</numerusform>
        </translation>
    </message>
    <message>
        <source>Show {what}</source>
        <translation>{what} tonen</translation>
    </message>
    <message>
        <source>Show: {what}</source>
        <translation>Tonen: {what}</translation>
    </message>
    <message>
        <source>Shows you a notice on this computer.</source>
        <translation>Toont jou een melding op deze computer.</translation>
    </message>
    <message>
        <source>Si&amp;gnature</source>
        <translation>Onder&amp;tekening</translation>
    </message>
    <message>
        <source>Si&amp;mulate…</source>
        <translation>Simul&amp;eren…</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>Naast elkaar</translation>
    </message>
    <message>
        <source>Sign in to the network, then try again.</source>
        <translation>Log in op het netwerk en probeer het opnieuw.</translation>
    </message>
    <message>
        <source>Sign it off again, then register it.</source>
        <translation>Meld het nogmaals af en registreer het daarna.</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>Ondertekening</translation>
    </message>
    <message>
        <source>Signature of the app {n}</source>
        <translation>Handtekening van de app {n}</translation>
    </message>
    <message>
        <source>Signed up</source>
        <comment>example</comment>
        <translation>Aangemeld</translation>
    </message>
    <message>
        <source>Signs in a row look like spam</source>
        <translation>Tekens op een rij lijken op spam</translation>
    </message>
    <message>
        <source>Signs in a row look like spam: “{marks}”.</source>
        <translation>Tekens op een rij lijken op spam: “{marks}”.</translation>
    </message>
    <message>
        <source>Simulate</source>
        <translation>Simuleren</translation>
    </message>
    <message>
        <source>Simulated {time}. It is kept for ever, with the journey as it was.</source>
        <translation>Gesimuleerd {time}. Dit blijft altijd bewaard, met de journey zoals die was.</translation>
    </message>
    <message>
        <source>Simulated: {entered} entered, {messages} messages.</source>
        <translation>Gesimuleerd: binnengekomen {entered}, berichten {messages}.</translation>
    </message>
    <message>
        <source>Simulation of “{name}”</source>
        <translation>Simulatie van “{name}”</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Sinds</translation>
    </message>
    <message>
        <source>Since {when}</source>
        <translation>Sinds {when}</translation>
    </message>
    <message>
        <source>Single &amp;letters are commands</source>
        <translation>Losse le&amp;tters zijn opdrachten</translation>
    </message>
    <message>
        <source>Size in bytes</source>
        <translation>Grootte in bytes</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Overslaan</translation>
    </message>
    <message>
        <source>Skip all</source>
        <translation>Alle overslaan</translation>
    </message>
    <message>
        <source>Skip all…</source>
        <translation>Alle overslaan…</translation>
    </message>
    <message>
        <source>Skip it</source>
        <translation>Overslaan</translation>
    </message>
    <message numerus="yes">
        <source>Skip {n} late messages?</source>
        <extracomment>One: Skip {n} late message?</extracomment>
        <translation>
            <numerusform>{n} te laat bericht overslaan?</numerusform>
            <numerusform>{n} te late berichten overslaan?</numerusform>
        </translation>
    </message>
    <message>
        <source>Skipped rows: {twice} with a number that was there already, {faulty} with a problem</source>
        <translation>Overgeslagen rijen: {twice} met een nummer dat er al was, {faulty} met een probleem</translation>
    </message>
    <message>
        <source>Small letters, digits and underscores. Only you and Meta see it.</source>
        <translation>Kleine letters, cijfers en lage streepjes. Alleen jij en Meta zien het.</translation>
    </message>
    <message>
        <source>Snippet deleted</source>
        <translation>Snippet verwijderd</translation>
    </message>
    <message>
        <source>Snippet: {name}</source>
        <translation>Snippet: {name}</translation>
    </message>
    <message>
        <source>Snippets</source>
        <translation>Snippets</translation>
    </message>
    <message>
        <source>Snippets…</source>
        <translation>Snippets…</translation>
    </message>
    <message>
        <source>So many contacts go on; all that come later take the other path.</source>
        <translation>Zoveel contacten gaan verder; wie later komt, neemt het overige pad.</translation>
    </message>
    <message>
        <source>So many days later; earlier with a minus</source>
        <translation>Zoveel dagen later; eerder met een minteken</translation>
    </message>
    <message>
        <source>So many emojis look like spam</source>
        <translation>Zoveel emoji&apos;s lijken op spam</translation>
    </message>
    <message>
        <source>So nobody would ever enter.</source>
        <translation>Zo zou er nooit iemand binnenkomen.</translation>
    </message>
    <message>
        <source>So often at most is one person written to, over all campaigns and journeys. Who has had that many is left out, and the report names the cap.</source>
        <translation>Zo vaak krijgt iemand hoogstens een bericht, over alle campagnes en journeys samen. Wie er zoveel heeft gehad, wordt overgeslagen, en het rapport noemt het maximum.</translation>
    </message>
    <message>
        <source>So that nobody is kept waiting for ever.</source>
        <translation>Zodat niemand eindeloos blijft wachten.</translation>
    </message>
    <message>
        <source>Some cards are cut off.</source>
        <translation>Sommige kaarten zijn afgebroken.</translation>
    </message>
    <message>
        <source>Some cards have several numbers.</source>
        <translation>Sommige kaarten hebben meer nummers.</translation>
    </message>
    <message>
        <source>Some cells hold an error of the spreadsheet, such as #N/A.</source>
        <translation>Sommige cellen bevatten een fout van de spreadsheet, zoals #N/B.</translation>
    </message>
    <message>
        <source>Some consent cells could not be read as yes or no.</source>
        <translation>Sommige cellen met toestemming zijn niet als ja of nee te lezen.</translation>
    </message>
    <message>
        <source>Some consent dates could not be read.</source>
        <translation>Sommige datums van toestemming zijn niet te lezen.</translation>
    </message>
    <message>
        <source>Some contacts come to “{what}” without having got a message.</source>
        <translation>Sommige contacten komen bij “{what}” zonder dat ze een bericht hebben gekregen.</translation>
    </message>
    <message>
        <source>Some countries were not recognised.</source>
        <translation>Sommige landen zijn niet herkend.</translation>
    </message>
    <message>
        <source>Some formulas have no result yet.</source>
        <translation>Sommige formules hebben nog geen uitkomst.</translation>
    </message>
    <message>
        <source>Some goods and messages are not allowed on WhatsApp, whoever asks for them.</source>
        <translation>Sommige goederen en berichten zijn op WhatsApp niet toegestaan, wie er ook om vraagt.</translation>
    </message>
    <message>
        <source>Some languages were not recognised.</source>
        <translation>Sommige talen zijn niet herkend.</translation>
    </message>
    <message>
        <source>Some of them</source>
        <translation>Een deel ervan</translation>
    </message>
    <message>
        <source>Some programs use it, so Meta may take it.</source>
        <translation>Sommige programma&apos;s gebruiken het, dus misschien neemt Meta het aan.</translation>
    </message>
    <message>
        <source>Some rows have cells beside the table.</source>
        <translation>Sommige rijen hebben cellen naast de tabel.</translation>
    </message>
    <message>
        <source>Some systems give a page the name of a spreadsheet.</source>
        <translation>Sommige systemen geven een pagina de naam van een spreadsheet.</translation>
    </message>
    <message>
        <source>Some time after having left</source>
        <translation>Een tijd nadat het contact de journey heeft verlaten</translation>
    </message>
    <message>
        <source>Some time zones were not recognised.</source>
        <translation>Sommige tijdzones zijn niet herkend.</translation>
    </message>
    <message>
        <source>Somebody ended it, or the system did, for example because there was no memory left.</source>
        <translation>Iemand heeft het beëindigd, of het systeem, bijvoorbeeld omdat het geheugen vol was.</translation>
    </message>
    <message>
        <source>Somebody made up</source>
        <translation>Iemand die verzonnen is</translation>
    </message>
    <message>
        <source>Something between this computer and Meta answered, so nobody can tell whether the message passed it.</source>
        <translation>Iets tussen deze computer en Meta antwoordde, dus het is niet te zeggen of het bericht erdoor kwam.</translation>
    </message>
    <message>
        <source>Something between this computer and Meta may have answered instead.</source>
        <translation>Misschien antwoordde iets tussen deze computer en Meta.</translation>
    </message>
    <message>
        <source>Something does not work: see the lines marked with ✗.</source>
        <translation>Er werkt iets niet: zie de regels met ✗.</translation>
    </message>
    <message>
        <source>Something happens in the business, such as a price drop, and a whole audience enters.</source>
        <translation>Er gebeurt iets in het bedrijf, zoals een prijsverlaging, en een hele doelgroep komt binnen.</translation>
    </message>
    <message>
        <source>Something is due at {when}.</source>
        <translation>Op {when} moet er iets gebeuren.</translation>
    </message>
    <message>
        <source>Something only a newer version knows</source>
        <translation>Iets wat alleen een nieuwere versie kent</translation>
    </message>
    <message>
        <source>Something unexpected happened while it was leaving</source>
        <translation>Er gebeurde iets onverwachts tijdens het verzenden</translation>
    </message>
    <message>
        <source>Something went wrong at Meta.</source>
        <translation>Er ging iets mis bij Meta.</translation>
    </message>
    <message>
        <source>Something went wrong in the program.</source>
        <translation>Er ging iets mis in het programma.</translation>
    </message>
    <message>
        <source>Something went wrong in the program; it goes on.</source>
        <translation>Er ging iets mis in het programma; het gaat wel verder.</translation>
    </message>
    <message>
        <source>Something went wrong.</source>
        <translation>Er ging iets mis.</translation>
    </message>
    <message>
        <source>Sorted by {column}</source>
        <translation>Gesorteerd op {column}</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Bron</translation>
    </message>
    <message>
        <source>Source code</source>
        <translation>Broncode</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Spatie</translation>
    </message>
    <message>
        <source>Spaces and other signs are written as a link needs them.</source>
        <translation>Spaties en andere tekens zoals een link ze nodig heeft.</translation>
    </message>
    <message>
        <source>Spaces in a row become one.</source>
        <translation>Spaties op een rij worden er één.</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Snelheid</translation>
    </message>
    <message>
        <source>Spelled as a part of a link</source>
        <translation>Gespeld als deel van een link</translation>
    </message>
    <message>
        <source>Spelled in Base64</source>
        <translation>Gespeld in Base64</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>Splitsing</translation>
    </message>
    <message>
        <source>Split it into several journeys.</source>
        <translation>Splits de journey in meerdere journeys.</translation>
    </message>
    <message>
        <source>Split it into smaller ones.</source>
        <translation>Splits het in kleinere bestanden.</translation>
    </message>
    <message>
        <source>Split it up, or use a list.</source>
        <translation>Splits de regel op of gebruik een lijst.</translation>
    </message>
    <message>
        <source>Split them into several files or requests.</source>
        <translation>Verdeel ze over meerdere bestanden of verzoeken.</translation>
    </message>
    <message>
        <source>Spreadsheets drop it; with it, the digits are a number of the country.</source>
        <translation>Spreadsheets laten hem weg; met een nul zijn de cijfers een nummer van het land.</translation>
    </message>
    <message>
        <source>Spring offer</source>
        <translation>Voorjaarsaanbieding</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Fase</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Begin</translation>
    </message>
    <message>
        <source>Start again for those still inside</source>
        <translation>Opnieuw beginnen voor wie nog in de journey is</translation>
    </message>
    <message>
        <source>Start again from its entry</source>
        <translation>Opnieuw beginnen bij de ingang</translation>
    </message>
    <message>
        <source>Start as usual</source>
        <translation>Gewoon starten</translation>
    </message>
    <message>
        <source>Start from an example</source>
        <translation>Begin met een voorbeeld</translation>
    </message>
    <message>
        <source>Start from an example and change it to fit.</source>
        <translation>Begin met een voorbeeld en pas het aan.</translation>
    </message>
    <message>
        <source>Start from an output itself, or free one first.</source>
        <translation>Begin bij een uitgang zelf of maak er eerst een vrij.</translation>
    </message>
    <message>
        <source>Start from nothing</source>
        <translation>Leeg beginnen</translation>
    </message>
    <message>
        <source>Start from one of its outputs.</source>
        <translation>Begin bij een van de uitgangen.</translation>
    </message>
    <message>
        <source>Start here</source>
        <translation>Begin hier</translation>
    </message>
    <message>
        <source>Start in safe mode</source>
        <translation>In veilige modus starten</translation>
    </message>
    <message>
        <source>Start it with --safe-mode, and send the report that is shown then to whoever helps you.</source>
        <translation>Start het met --safe-mode, en stuur het rapport dat dan verschijnt naar wie je helpt.</translation>
    </message>
    <message>
        <source>Start over</source>
        <translation>Opnieuw beginnen</translation>
    </message>
    <message>
        <source>Start the test</source>
        <translation>Test starten</translation>
    </message>
    <message numerus="yes">
        <source>Start with {n} contacts</source>
        <extracomment>One: Start with {n} contact</extracomment>
        <translation>
            <numerusform>Starten met {n} contact</numerusform>
            <numerusform>Starten met {n} contacten</numerusform>
        </translation>
    </message>
    <message>
        <source>Start words</source>
        <translation>Startwoorden</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Gestart</translation>
    </message>
    <message>
        <source>Starting the sandbox…</source>
        <translation>Sandbox starten…</translation>
    </message>
    <message>
        <source>Starts</source>
        <translation>Begint</translation>
    </message>
    <message numerus="yes">
        <source>Starts in {n} seconds. Nothing has left yet.</source>
        <extracomment>One: Starts in {n} second. Nothing has left yet.</extracomment>
        <translation>
            <numerusform>Begint over {n} seconde. Er is nog niets verzonden.</numerusform>
            <numerusform>Begint over {n} seconden. Er is nog niets verzonden.</numerusform>
        </translation>
    </message>
    <message>
        <source>Starts in {span}.</source>
        <translation>Begint over {span}.</translation>
    </message>
    <message>
        <source>Starts in {span}; here that is {when}.</source>
        <translation>Begint over {span}; hier is dat {when}.</translation>
    </message>
    <message>
        <source>Starts {when}.</source>
        <translation>Begint {when}.</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Status of templates</source>
        <translation>Status van sjablonen</translation>
    </message>
    <message>
        <source>Statuses and replies</source>
        <translation>Statussen en antwoorden</translation>
    </message>
    <message>
        <source>Statuses and replies cannot be received.</source>
        <translation>Statussen en antwoorden kunnen niet worden ontvangen.</translation>
    </message>
    <message>
        <source>Statuses cannot reach this program.</source>
        <translation>Statussen kunnen dit programma niet bereiken.</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Blijven</translation>
    </message>
    <message>
        <source>Stay or go?</source>
        <comment>example</comment>
        <translation>Blijven of gaan?</translation>
    </message>
    <message>
        <source>Stays</source>
        <comment>example</comment>
        <translation>Blijft</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Stap</translation>
    </message>
    <message>
        <source>Step	entered	waiting	went on	failed	ended here</source>
        <translation>Stap	binnengekomen	wacht	verdergegaan	mislukt	hier geëindigd</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Stappen</translation>
    </message>
    <message>
        <source>Steps of the journey</source>
        <translation>Stappen van de journey</translation>
    </message>
    <message>
        <source>Steps that can be undone</source>
        <translation>Stappen die je ongedaan kunt maken</translation>
    </message>
    <message>
        <source>Steps to add</source>
        <translation>Stappen om toe te voegen</translation>
    </message>
    <message>
        <source>Steps with their numbers</source>
        <translation>Stappen met hun cijfers</translation>
    </message>
    <message>
        <source>Steps, arrows or rules differ, and whoever is inside would stand elsewhere.</source>
        <translation>Stappen, pijlen of regels verschillen, en wie in de journey is, zou op een andere plek staan.</translation>
    </message>
    <message>
        <source>Steps, arrows or rules differ, so it cannot be applied to those inside.</source>
        <translation>Stappen, pijlen of regels verschillen, dus toepassen op wie erin zit kan niet.</translation>
    </message>
    <message>
        <source>Still inside</source>
        <translation>Nog in de journey</translation>
    </message>
    <message>
        <source>Still there at the end</source>
        <translation>Er nog aan het einde</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>Stop campaign</source>
        <translation>Campagne stoppen</translation>
    </message>
    <message>
        <source>Stop counting</source>
        <translation>Stoppen met tellen</translation>
    </message>
    <message>
        <source>Stop for good?</source>
        <translation>Definitief stoppen?</translation>
    </message>
    <message>
        <source>Stop it first.</source>
        <translation>Stop de journey eerst.</translation>
    </message>
    <message numerus="yes">
        <source>Stop it for {n} contacts</source>
        <extracomment>One: Stop it for {n} contact</extracomment>
        <translation>
            <numerusform>Stoppen voor {n} contact</numerusform>
            <numerusform>Stoppen voor {n} contacten</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop it, and send a copy of it with another template.</source>
        <translation>Stop de campagne en verzend een kopie met een ander sjabloon.</translation>
    </message>
    <message>
        <source>Stop the test</source>
        <translation>Test stoppen</translation>
    </message>
    <message>
        <source>Stop words</source>
        <translation>Stopwoorden</translation>
    </message>
    <message>
        <source>Stop “{name}” for good?</source>
        <translation>“{name}” definitief stoppen?</translation>
    </message>
    <message>
        <source>Stop “{name}”?</source>
        <translation>“{name}” stoppen?</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Gestopt</translation>
    </message>
    <message numerus="yes">
        <source>Stopped for {n} contacts.</source>
        <extracomment>One: Stopped for {n} contact.</extracomment>
        <translation>
            <numerusform>Gestopt voor {n} contact.</numerusform>
            <numerusform>Gestopt voor {n} contacten.</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopped it in WhatsApp</source>
        <translation>Stopte het in WhatsApp</translation>
    </message>
    <message>
        <source>Stopped; it was ended for {inside} who were inside, and {messages} messages were not sent.</source>
        <translation>Gestopt; beëindigd voor wie in de journey was ({inside}). Niet verzonden berichten: {messages}.</translation>
    </message>
    <message>
        <source>Stop…</source>
        <translation>Stoppen…</translation>
    </message>
    <message>
        <source>Strikethrough (Ctrl+Shift+X)</source>
        <translation>Doorhalen (Ctrl+Shift+X)</translation>
    </message>
    <message>
        <source>Su</source>
        <translation>Zo</translation>
    </message>
    <message>
        <source>Submit</source>
        <translation>Indienen</translation>
    </message>
    <message>
        <source>Submit to Meta</source>
        <translation>Indienen bij Meta</translation>
    </message>
    <message numerus="yes">
        <source>Submit {n} languages</source>
        <extracomment>One: Submit {n} language</extracomment>
        <translation>
            <numerusform>{n} taal indienen</numerusform>
            <numerusform>{n} talen indienen</numerusform>
        </translation>
    </message>
    <message>
        <source>Submit “{name}” for review?</source>
        <translation>“{name}” ter beoordeling indienen?</translation>
    </message>
    <message>
        <source>Submitted from here</source>
        <translation>Van hieruit ingediend</translation>
    </message>
    <message>
        <source>Submitting</source>
        <translation>Wordt ingediend</translation>
    </message>
    <message>
        <source>Submit…</source>
        <translation>Indienen…</translation>
    </message>
    <message>
        <source>Such as 2026-11-22 14:05, in your own time.</source>
        <translation>Zoals 2026-11-22 14:05, in je eigen tijd.</translation>
    </message>
    <message>
        <source>Such as 2026-11-22.</source>
        <translation>Zoals 2026-11-22.</translation>
    </message>
    <message>
        <source>Such as a birthday or an appointment.</source>
        <translation>Zoals een verjaardag of een afspraak.</translation>
    </message>
    <message>
        <source>Such as nl or en_US.</source>
        <translation>Zoals nl of en_US.</translation>
    </message>
    <message>
        <source>Such as: newsletter form on the website</source>
        <translation>Zoals: nieuwsbriefformulier op de website</translation>
    </message>
    <message>
        <source>Such as: yes, send me offers on WhatsApp</source>
        <translation>Zoals: ja, stuur me aanbiedingen via WhatsApp</translation>
    </message>
    <message>
        <source>Such as: {name}</source>
        <translation>Zoals: {name}</translation>
    </message>
    <message>
        <source>Sunday</source>
        <translation>Zondag</translation>
    </message>
    <message>
        <source>Suppression list</source>
        <translation>Blokkeerlijst</translation>
    </message>
    <message>
        <source>Switch it off</source>
        <translation>Uitzetten</translation>
    </message>
    <message>
        <source>Switch it off…</source>
        <translation>Uitzetten…</translation>
    </message>
    <message>
        <source>Switch it on</source>
        <translation>Aanzetten</translation>
    </message>
    <message>
        <source>Switch it on. Meta then counts for ever: it cannot be switched off again.</source>
        <translation>Zet het aan. Meta telt dan voorgoed: het kan niet meer uit.</translation>
    </message>
    <message>
        <source>Switch off</source>
        <translation>Uitschakelen</translation>
    </message>
    <message numerus="yes">
        <source>Switch off {n} steps</source>
        <extracomment>One: Switch off {n} step</extracomment>
        <translation>
            <numerusform>{n} stap uitschakelen</numerusform>
            <numerusform>{n} stappen uitschakelen</numerusform>
        </translation>
    </message>
    <message>
        <source>Switch off “Require app secret” in the app&apos;s advanced settings, or check the token.</source>
        <translation>Zet “Require app secret” (appgeheim vereisen) uit in de geavanceerde instellingen van de app, of controleer het token.</translation>
    </message>
    <message>
        <source>Switch off “{what}”</source>
        <translation>“{what}” uitschakelen</translation>
    </message>
    <message>
        <source>Switch on</source>
        <translation>Inschakelen</translation>
    </message>
    <message>
        <source>Switch on counting…</source>
        <translation>Tellen aanzetten…</translation>
    </message>
    <message numerus="yes">
        <source>Switch on {n} steps</source>
        <extracomment>One: Switch on {n} step</extracomment>
        <translation>
            <numerusform>{n} stap inschakelen</numerusform>
            <numerusform>{n} stappen inschakelen</numerusform>
        </translation>
    </message>
    <message>
        <source>Switch on “{what}”</source>
        <translation>“{what}” inschakelen</translation>
    </message>
    <message>
        <source>Switch practice off?</source>
        <translation>Oefenen uitzetten?</translation>
    </message>
    <message>
        <source>Switch practice off…</source>
        <translation>Oefenen uitzetten…</translation>
    </message>
    <message>
        <source>Switch practice on?</source>
        <translation>Oefenen aanzetten?</translation>
    </message>
    <message>
        <source>Switch practice on…</source>
        <translation>Oefenen aanzetten…</translation>
    </message>
    <message>
        <source>Switch that setting off in WhatsApp Manager, then resume.</source>
        <translation>Zet die instelling uit in WhatsApp Manager en hervat daarna het verzenden.</translation>
    </message>
    <message>
        <source>Switch the step off</source>
        <translation>Stap uitschakelen</translation>
    </message>
    <message>
        <source>Switch the step on again</source>
        <translation>Stap weer inschakelen</translation>
    </message>
    <message>
        <source>Switch them on in WhatsApp Manager.</source>
        <translation>Zet ze aan in WhatsApp Manager.</translation>
    </message>
    <message>
        <source>Switched &amp;on</source>
        <translation>&amp;Aangezet</translation>
    </message>
    <message>
        <source>Switched off</source>
        <translation>Uitgeschakeld</translation>
    </message>
    <message>
        <source>Switched off: contacts pass straight through.</source>
        <translation>Uitgeschakeld: contacten gaan meteen door.</translation>
    </message>
    <message>
        <source>Switched on</source>
        <translation>Ingeschakeld</translation>
    </message>
    <message>
        <source>Sync</source>
        <translation>Synchroniseren</translation>
    </message>
    <message>
        <source>Sync &amp;templates</source>
        <translation>&amp;Sjablonen synchroniseren</translation>
    </message>
    <message>
        <source>Sync the templates, or choose another one.</source>
        <translation>Synchroniseer de sjablonen of kies een ander sjabloon.</translation>
    </message>
    <message>
        <source>Synced just now</source>
        <translation>Zojuist gesynchroniseerd</translation>
    </message>
    <message>
        <source>Synced {day}</source>
        <translation>Gesynchroniseerd {day}</translation>
    </message>
    <message>
        <source>Synced {time} ago</source>
        <translation>{time} geleden gesynchroniseerd</translation>
    </message>
    <message>
        <source>System</source>
        <translation>Systeem</translation>
    </message>
    <message>
        <source>T&amp;oken</source>
        <translation>To&amp;ken</translation>
    </message>
    <message>
        <source>Table starts in row</source>
        <translation>Tabel begint in rij</translation>
    </message>
    <message>
        <source>Tables (*.csv *.tsv *.txt *.xlsx *.ods)</source>
        <translation>Tabellen (*.csv *.tsv *.txt *.xlsx *.ods)</translation>
    </message>
    <message>
        <source>Tables ({kinds})</source>
        <translation>Tabellen ({kinds})</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Tags</translation>
    </message>
    <message>
        <source>Take CONTACT out of the workspace for good: a number, or a name nobody shares. This cannot be taken back.</source>
        <translation>Haal CONTACT voorgoed uit de werkruimte: een nummer, of een naam die niemand deelt. Dit kan niet worden teruggenomen.</translation>
    </message>
    <message>
        <source>Take a step&apos;s name away</source>
        <translation>Naam van een stap weghalen</translation>
    </message>
    <message>
        <source>Take entries off the suppression list, each as it stands there.</source>
        <translation>Haal regels van de blokkeerlijst, elk zoals hij daar staat.</translation>
    </message>
    <message>
        <source>Take in statuses and replies, and nothing else, until interrupted.</source>
        <translation>Statussen en antwoorden ontvangen, en niets anders, tot het wordt onderbroken.</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>Terugnemen</translation>
    </message>
    <message>
        <source>Take it out of the archive in WhatsApp Manager to use it again.</source>
        <translation>Haal het in WhatsApp Manager uit het archief om het weer te gebruiken.</translation>
    </message>
    <message>
        <source>Take it out there first.</source>
        <translation>Haal die daar eerst weg.</translation>
    </message>
    <message>
        <source>Take it out.</source>
        <translation>Haal het weg.</translation>
    </message>
    <message>
        <source>Take off</source>
        <translation>Eraf halen</translation>
    </message>
    <message>
        <source>Take off the list…</source>
        <translation>Van de lijst halen…</translation>
    </message>
    <message>
        <source>Take one of them out of the journey first.</source>
        <translation>Haal eerst een van de twee uit de journey.</translation>
    </message>
    <message>
        <source>Take out what could threaten, insult or deceive.</source>
        <translation>Haal weg wat kan bedreigen, beledigen of misleiden.</translation>
    </message>
    <message>
        <source>Take some of them out.</source>
        <translation>Haal er een paar weg.</translation>
    </message>
    <message>
        <source>Take some out to be sure.</source>
        <translation>Haal er voor de zekerheid een paar weg.</translation>
    </message>
    <message>
        <source>Take some out.</source>
        <translation>Haal er een paar weg.</translation>
    </message>
    <message>
        <source>Take that segment out of the rule.</source>
        <translation>Haal dat segment uit de regel.</translation>
    </message>
    <message>
        <source>Take the app {n} out</source>
        <translation>App {n} weghalen</translation>
    </message>
    <message>
        <source>Take the button out</source>
        <translation>Knop weghalen</translation>
    </message>
    <message>
        <source>Take the button out.</source>
        <translation>Haal de knop weg.</translation>
    </message>
    <message>
        <source>Take the card out</source>
        <translation>Kaart weghalen</translation>
    </message>
    <message>
        <source>Take the extra empty lines out.</source>
        <translation>Haal de extra lege regels weg.</translation>
    </message>
    <message>
        <source>Take the footer out.</source>
        <translation>Haal de voettekst weg.</translation>
    </message>
    <message>
        <source>Take the group apart</source>
        <translation>Groep uit elkaar halen</translation>
    </message>
    <message>
        <source>Take the header out.</source>
        <translation>Haal de koptekst weg.</translation>
    </message>
    <message>
        <source>Take the last import back: what it added is removed, what it changed is as before.</source>
        <translation>Neem de laatste import terug: wat erbij kwam gaat weg, wat veranderde is als voorheen.</translation>
    </message>
    <message>
        <source>Take the line break out of the contact&apos;s field.</source>
        <translation>Haal het regeleinde uit het veld van het contact.</translation>
    </message>
    <message>
        <source>Take the line break out.</source>
        <translation>Haal het regeleinde weg.</translation>
    </message>
    <message>
        <source>Take the link out.</source>
        <translation>Haal de link weg.</translation>
    </message>
    <message>
        <source>Take the path “failed”</source>
        <translation>Het pad “mislukt” volgen</translation>
    </message>
    <message>
        <source>Take the signs out.</source>
        <translation>Haal de tekens weg.</translation>
    </message>
    <message>
        <source>Take the snippet that leads back to it out.</source>
        <translation>Haal de snippet weg die ernaar terugleidt.</translation>
    </message>
    <message>
        <source>Take the space out of the contact&apos;s field.</source>
        <translation>Haal de spatie uit het veld van het contact.</translation>
    </message>
    <message>
        <source>Take the space out, or add the url_encode filter.</source>
        <translation>Haal de spatie weg, of voeg het filter url_encode toe.</translation>
    </message>
    <message>
        <source>Take the spaces out</source>
        <translation>Spaties weghalen</translation>
    </message>
    <message>
        <source>Take the tab out of the contact&apos;s field.</source>
        <translation>Haal de tab uit het veld van het contact.</translation>
    </message>
    <message>
        <source>Take the tab out.</source>
        <translation>Haal de tab weg.</translation>
    </message>
    <message>
        <source>Take the word out there first.</source>
        <translation>Haal het woord daar eerst weg.</translation>
    </message>
    <message>
        <source>Take them out to be sure.</source>
        <translation>Haal ze voor de zekerheid weg.</translation>
    </message>
    <message>
        <source>Take these words out, or choose the category marketing.</source>
        <translation>Haal deze woorden weg, of kies de categorie marketing.</translation>
    </message>
    <message>
        <source>Take this person away</source>
        <translation>Deze persoon weghalen</translation>
    </message>
    <message>
        <source>Take what advertises out of it, or put another template in its place.</source>
        <translation>Haal weg wat aanprijst, of zet er een ander sjabloon voor in de plaats.</translation>
    </message>
    <message numerus="yes">
        <source>Take {n} entries off the list?</source>
        <extracomment>One: Take {n} entry off the list?</extracomment>
        <translation>
            <numerusform>{n} regel van de lijst halen?</numerusform>
            <numerusform>{n} regels van de lijst halen?</numerusform>
        </translation>
    </message>
    <message>
        <source>Take “{button}” out</source>
        <translation>“{button}” weghalen</translation>
    </message>
    <message>
        <source>Takes</source>
        <translation>Duurt</translation>
    </message>
    <message>
        <source>Takes a number away</source>
        <translation>Trekt er een getal van af</translation>
    </message>
    <message>
        <source>Takes the path “{path}”, for it is {at}.</source>
        <translation>Neemt het pad “{path}”, want het is {at}.</translation>
    </message>
    <message>
        <source>Takes the path “{path}”, for its rule is true: {rule}.</source>
        <translation>Neemt het pad “{path}”, want de regel ervan klopt: {rule}.</translation>
    </message>
    <message>
        <source>Taking pictures of the pages…</source>
        <translation>Afbeeldingen van de pagina’s maken…</translation>
    </message>
    <message>
        <source>Tap a button</source>
        <translation>Tikt op een knop</translation>
    </message>
    <message>
        <source>Tapped a button</source>
        <translation>Tikte op een knop</translation>
    </message>
    <message>
        <source>Taps “{button}”</source>
        <translation>Tikt op “{button}”</translation>
    </message>
    <message>
        <source>Te&amp;mplates</source>
        <translation>&amp;Sjablonen</translation>
    </message>
    <message>
        <source>Tell me to call</source>
        <comment>example</comment>
        <translation>Mij laten bellen</translation>
    </message>
    <message>
        <source>Tell me what</source>
        <comment>example</comment>
        <translation>Mij zeggen wat</translation>
    </message>
    <message>
        <source>Tell me when a campaign is done, sending stops or a journey needs me</source>
        <translation>Mij waarschuwen als een campagne klaar is, het verzenden stopt of een journey mij nodig heeft</translation>
    </message>
    <message>
        <source>Tell what CONTACT (a number, or a name nobody shares) answered, the newest first, or write an answer down.</source>
        <translation>Vertel wat CONTACT (een nummer, of een naam die niemand deelt) antwoordde, het nieuwste eerst, of schrijf een antwoord op.</translation>
    </message>
    <message>
        <source>Tell what was done in the workspace, the newest first.</source>
        <translation>Vertel wat er in de werkruimte gedaan is, het nieuwste eerst.</translation>
    </message>
    <message>
        <source>Tell who is never written to.</source>
        <translation>Vertel wie nooit een bericht krijgt.</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>Sjabloon</translation>
    </message>
    <message>
        <source>Template deleted</source>
        <translation>Sjabloon verwijderd</translation>
    </message>
    <message>
        <source>Template figures are not available for this account yet.</source>
        <translation>Sjablooncijfers zijn nog niet beschikbaar voor dit account.</translation>
    </message>
    <message>
        <source>Template figures are not switched on.</source>
        <translation>Sjablooncijfers zijn niet ingeschakeld.</translation>
    </message>
    <message>
        <source>Template figures cannot be switched off again.</source>
        <translation>Sjablooncijfers kunnen niet meer worden uitgezet.</translation>
    </message>
    <message>
        <source>Template submitted</source>
        <translation>Sjabloon ingediend</translation>
    </message>
    <message>
        <source>Template {name}</source>
        <translation>Sjabloon {name}</translation>
    </message>
    <message>
        <source>Template, {languages}</source>
        <translation>Sjabloon, {languages}</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>Sjablonen</translation>
    </message>
    <message>
        <source>Templates can be read</source>
        <translation>Sjablonen zijn te lezen</translation>
    </message>
    <message>
        <source>Templates that are not known here were stood in for: {names}.</source>
        <translation>Voor sjablonen die hier onbekend zijn, is een vervanger gebruikt: {names}.</translation>
    </message>
    <message>
        <source>Templates that can take its place</source>
        <translation>Sjablonen die het kunnen vervangen</translation>
    </message>
    <message>
        <source>Templates:</source>
        <translation>Sjablonen:</translation>
    </message>
    <message>
        <source>Temporary tokens last one day.</source>
        <translation>Tijdelijke tokens zijn één dag geldig.</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Testen</translation>
    </message>
    <message>
        <source>Test contact</source>
        <translation>Testcontact</translation>
    </message>
    <message>
        <source>Test contact: may get test messages</source>
        <translation>Testcontact: mag testberichten krijgen</translation>
    </message>
    <message>
        <source>Test contacts</source>
        <translation>Testcontacten</translation>
    </message>
    <message>
        <source>Test contacts: {names}.</source>
        <translation>Testcontacten: {names}.</translation>
    </message>
    <message>
        <source>Test message</source>
        <translation>Testbericht</translation>
    </message>
    <message>
        <source>Test sent</source>
        <translation>Test verzonden</translation>
    </message>
    <message>
        <source>Test with real messages</source>
        <translation>Testen met echte berichten</translation>
    </message>
    <message>
        <source>Test with real messages…</source>
        <translation>Testen met echte berichten…</translation>
    </message>
    <message>
        <source>Tested</source>
        <translation>Getest</translation>
    </message>
    <message>
        <source>Tests send real messages.</source>
        <translation>Tests verzenden echte berichten.</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Tekst</translation>
    </message>
    <message>
        <source>Text below it (may stay empty)</source>
        <translation>Tekst eronder (mag leeg blijven)</translation>
    </message>
    <message>
        <source>Text files (*.txt)</source>
        <translation>Tekstbestanden (*.txt)</translation>
    </message>
    <message>
        <source>Text for those without “{field}”:</source>
        <translation>Tekst voor wie geen “{field}” heeft:</translation>
    </message>
    <message>
        <source>Text of the button (empty: any)</source>
        <translation>Tekst van de knop (leeg: elke knop)</translation>
    </message>
    <message>
        <source>Text of the card</source>
        <translation>Tekst van de kaart</translation>
    </message>
    <message>
        <source>Text of the header</source>
        <translation>Koptekst</translation>
    </message>
    <message>
        <source>Text of the message</source>
        <translation>Tekst van het bericht</translation>
    </message>
    <message>
        <source>Text of the note</source>
        <translation>Tekst van de notitie</translation>
    </message>
    <message>
        <source>Text of the snippet</source>
        <translation>Tekst van de snippet</translation>
    </message>
    <message>
        <source>Text with a list to choose from</source>
        <translation>Tekst met een lijst om uit te kiezen</translation>
    </message>
    <message>
        <source>Text with reply buttons</source>
        <translation>Tekst met antwoordknoppen</translation>
    </message>
    <message>
        <source>Text, or a field of the contact</source>
        <translation>Tekst, of een veld van het contact</translation>
    </message>
    <message>
        <source>Texts one after another; of lists, one list</source>
        <translation>Teksten achter elkaar; van lijsten één lijst</translation>
    </message>
    <message>
        <source>Th</source>
        <translation>Do</translation>
    </message>
    <message>
        <source>Thank them</source>
        <comment>example</comment>
        <translation>Bedanken</translation>
    </message>
    <message>
        <source>That day has not come yet.</source>
        <translation>Die dag is er nog niet.</translation>
    </message>
    <message>
        <source>That happens only when a contact is deleted, and then nobody is left to enter.</source>
        <translation>Dat gebeurt alleen als een contact wordt verwijderd, en dan is er niemand meer om binnen te komen.</translation>
    </message>
    <message>
        <source>That is fine. You get no more offers from us. All the best!</source>
        <comment>example</comment>
        <translation>Dat is prima. Je krijgt geen aanbiedingen meer van ons. Het beste!</translation>
    </message>
    <message>
        <source>That moment is over.</source>
        <translation>Dat moment is voorbij.</translation>
    </message>
    <message>
        <source>That step was removed.</source>
        <translation>Die stap is verwijderd.</translation>
    </message>
    <message>
        <source>The &amp;whole</source>
        <translation>Het &amp;geheel</translation>
    </message>
    <message>
        <source>The JSON has a mistake on line {line}.</source>
        <translation>De JSON heeft een fout op regel {line}.</translation>
    </message>
    <message>
        <source>The JSON is not what is expected.</source>
        <translation>De JSON is niet wat er verwacht wordt.</translation>
    </message>
    <message>
        <source>The MD5 hash, for links that ask for it</source>
        <translation>De MD5-hash, voor links die daarom vragen</translation>
    </message>
    <message>
        <source>The PIN was entered too quickly.</source>
        <translation>De pincode is te snel achter elkaar ingevoerd.</translation>
    </message>
    <message>
        <source>The PIN was guessed too often.</source>
        <translation>De pincode is te vaak verkeerd ingevoerd.</translation>
    </message>
    <message>
        <source>The Studio sends with it; it stays in your keyring.</source>
        <translation>De Studio verzendt ermee; het blijft in je sleutelhanger.</translation>
    </message>
    <message>
        <source>The access token ended because a password was changed.</source>
        <translation>Het toegangstoken is beëindigd omdat een wachtwoord is gewijzigd.</translation>
    </message>
    <message>
        <source>The access token has expired.</source>
        <translation>Het toegangstoken is verlopen.</translation>
    </message>
    <message>
        <source>The access token has expired. Sending waits and nothing is lost. Paste a new token.</source>
        <translation>Het toegangstoken is verlopen. Verzenden wacht en er gaat niets verloren. Plak een nieuw token.</translation>
    </message>
    <message>
        <source>The access token is not known.</source>
        <translation>Het toegangstoken is niet bekend.</translation>
    </message>
    <message>
        <source>The access token may not do this.</source>
        <translation>Dit mag niet met dit toegangstoken.</translation>
    </message>
    <message>
        <source>The access token was withdrawn.</source>
        <translation>Het toegangstoken is ingetrokken.</translation>
    </message>
    <message>
        <source>The access token works until {time}. Paste a new one before then, or sending pauses.</source>
        <translation>Het toegangstoken werkt tot {time}. Plak voor die tijd een nieuw, anders wordt verzenden gepauzeerd.</translation>
    </message>
    <message>
        <source>The account has more templates than it may have.</source>
        <translation>Het account heeft meer sjablonen dan is toegestaan.</translation>
    </message>
    <message>
        <source>The account has {count} templates; it may have no more than {most}.</source>
        <translation>Het account heeft {count} sjablonen; het mag er niet meer dan {most} hebben.</translation>
    </message>
    <message>
        <source>The account is not set up for it at Meta.</source>
        <translation>Het account is er bij Meta niet voor ingesteld.</translation>
    </message>
    <message>
        <source>The address begins with http:// instead of https://.</source>
        <translation>Het adres begint met http:// in plaats van https://.</translation>
    </message>
    <message>
        <source>The address of “{what}” is no web address.</source>
        <translation>Het adres van “{what}” is geen webadres.</translation>
    </message>
    <message>
        <source>The answer could not be read</source>
        <translation>Het antwoord was niet te lezen</translation>
    </message>
    <message>
        <source>The answer was not one of Meta&apos;s (status {status}).</source>
        <translation>Het antwoord kwam niet van Meta (status {status}).</translation>
    </message>
    <message>
        <source>The answer was written down.</source>
        <translation>Het antwoord is opgeschreven.</translation>
    </message>
    <message>
        <source>The answers are &quot;yes&quot;, &quot;no&quot; and &quot;unknown&quot;.</source>
        <translation>De antwoorden zijn &quot;yes&quot;, &quot;no&quot; en &quot;unknown&quot;.</translation>
    </message>
    <message>
        <source>The app is set to require an app secret proof, or the token is missing.</source>
        <translation>De app is zo ingesteld dat een bewijs met het appgeheim nodig is, of het token ontbreekt.</translation>
    </message>
    <message>
        <source>The app secret is not known.</source>
        <translation>Het appgeheim is niet bekend.</translation>
    </message>
    <message>
        <source>The audience is being counted.</source>
        <translation>De doelgroep wordt geteld.</translation>
    </message>
    <message>
        <source>The audience is empty.</source>
        <translation>De doelgroep is leeg.</translation>
    </message>
    <message>
        <source>The audience you chose has no contacts.</source>
        <translation>De doelgroep die je koos, heeft geen contacten.</translation>
    </message>
    <message>
        <source>The block list at Meta could not be changed.</source>
        <translation>De blokkeerlijst bij Meta kon niet worden gewijzigd.</translation>
    </message>
    <message>
        <source>The block list at Meta is full.</source>
        <translation>De blokkeerlijst bij Meta is vol.</translation>
    </message>
    <message>
        <source>The brackets do not match.</source>
        <translation>De haakjes kloppen niet.</translation>
    </message>
    <message>
        <source>The built-in sandbox plays Meta&apos;s part on this computer: made-up people receive, read and answer. Everything works before you have an account, and nothing really leaves.</source>
        <translation>De ingebouwde sandbox speelt op deze computer de rol van Meta: verzonnen mensen ontvangen, lezen en antwoorden. Alles werkt al voordat je een account hebt, en er wordt niets echt verzonden.</translation>
    </message>
    <message>
        <source>The business event “{event}” came; its audience is looked up.</source>
        <translation>De bedrijfsgebeurtenis “{event}” kwam binnen; de doelgroep wordt opgezocht.</translation>
    </message>
    <message>
        <source>The button for the code is missing.</source>
        <translation>De knop voor de code ontbreekt.</translation>
    </message>
    <message>
        <source>The button has no web address.</source>
        <translation>De knop heeft geen webadres.</translation>
    </message>
    <message>
        <source>The button names its form in more than one way.</source>
        <translation>De knop noemt zijn formulier op meer dan één manier.</translation>
    </message>
    <message>
        <source>The button opens no form.</source>
        <translation>De knop opent geen formulier.</translation>
    </message>
    <message>
        <source>The button with the code is not the first.</source>
        <translation>De knop met de code is niet de eerste.</translation>
    </message>
    <message>
        <source>The campaign has no name.</source>
        <translation>De campagne heeft geen naam.</translation>
    </message>
    <message>
        <source>The campaign is not finished.</source>
        <translation>De campagne is niet klaar.</translation>
    </message>
    <message>
        <source>The card has no button.</source>
        <translation>De kaart heeft geen knop.</translation>
    </message>
    <message>
        <source>The card has no header.</source>
        <translation>De kaart heeft geen kop.</translation>
    </message>
    <message>
        <source>The card has {count} buttons; {most} are allowed.</source>
        <translation>De kaart heeft {count} knoppen; {most} mag.</translation>
    </message>
    <message>
        <source>The category decides the price and the consent that is needed. Meta reads the words, and moves a template to marketing when they advertise.</source>
        <translation>De categorie bepaalt de prijs en welke toestemming nodig is. Meta leest de woorden, en maakt van een sjabloon marketing als ze iets aanprijzen.</translation>
    </message>
    <message>
        <source>The category of an approved template stays as it is.</source>
        <translation>De categorie van een goedgekeurd sjabloon blijft zoals die is.</translation>
    </message>
    <message>
        <source>The cell with the number is empty.</source>
        <translation>De cel met het nummer is leeg.</translation>
    </message>
    <message>
        <source>The check could not be made.</source>
        <translation>De controle kon niet worden gedaan.</translation>
    </message>
    <message>
        <source>The check was stopped.</source>
        <translation>De controle is gestopt.</translation>
    </message>
    <message>
        <source>The chosen number is no longer the connected one.</source>
        <translation>Het gekozen nummer is niet meer het verbonden nummer.</translation>
    </message>
    <message>
        <source>The clock {given} cannot be read.</source>
        <translation>De klok {given} kan niet worden gelezen.</translation>
    </message>
    <message>
        <source>The code has no sample.</source>
        <translation>De code heeft geen voorbeeld.</translation>
    </message>
    <message>
        <source>The code has other signs than letters and digits.</source>
        <translation>De code heeft andere tekens dan letters en cijfers.</translation>
    </message>
    <message>
        <source>The code is sent without its spaces.</source>
        <translation>De code wordt zonder de spaties verzonden.</translation>
    </message>
    <message>
        <source>The code, without spaces</source>
        <translation>De code, zonder spaties</translation>
    </message>
    <message>
        <source>The column was opened as numbers, which keeps only the first digits of a long one.</source>
        <translation>De kolom is als getallen geopend; van een lang getal blijven dan alleen de eerste cijfers over.</translation>
    </message>
    <message>
        <source>The computer stopped while WhatsApp Studio was running.</source>
        <translation>De computer stopte terwijl WhatsApp Studio openstond.</translation>
    </message>
    <message>
        <source>The connection broke</source>
        <translation>De verbinding viel weg</translation>
    </message>
    <message>
        <source>The connection broke at the wrong moment, and Meta gives no way to ask afterwards. They are never sent again by themselves. If a receipt arrives, they settle; otherwise you decide.</source>
        <translation>De verbinding viel weg op het verkeerde moment, en Meta biedt geen manier om het achteraf te vragen. Ze worden nooit vanzelf opnieuw verzonden. Komt er een ontvangstbevestiging, dan is het duidelijk; anders beslis jij.</translation>
    </message>
    <message>
        <source>The connection broke at the wrong moment. The Sending page asks you to decide.</source>
        <translation>De verbinding viel weg op het verkeerde moment. Op de pagina Verzenden beslis jij.</translation>
    </message>
    <message>
        <source>The connection broke or is very slow.</source>
        <translation>De verbinding viel weg of is erg traag.</translation>
    </message>
    <message>
        <source>The connection broke while they were sent, so they are not sent again by themselves.</source>
        <translation>De verbinding viel weg tijdens het verzenden, dus ze worden niet vanzelf opnieuw verzonden.</translation>
    </message>
    <message>
        <source>The connection from “{what}” to “{to}” leaves from an output that is gone.</source>
        <translation>De verbinding van “{what}” naar “{to}” begint bij een uitgang die er niet meer is.</translation>
    </message>
    <message>
        <source>The connection to Meta cannot be trusted.</source>
        <translation>De verbinding met Meta is niet te vertrouwen.</translation>
    </message>
    <message>
        <source>The contact</source>
        <translation>Het contact</translation>
    </message>
    <message>
        <source>The contact also enters another journey and goes on here.</source>
        <translation>Het contact komt ook een andere journey binnen en gaat hier verder.</translation>
    </message>
    <message>
        <source>The contact did not enter the other journey. {why}</source>
        <translation>Het contact is niet binnengekomen in de andere journey. {why}</translation>
    </message>
    <message>
        <source>The contact is still inside; the way is too long to show all of it.</source>
        <translation>Het contact is nog in de journey; de weg is te lang om helemaal te laten zien.</translation>
    </message>
    <message>
        <source>The contact left early: {name}.</source>
        <translation>Het contact heeft de journey eerder verlaten: {name}.</translation>
    </message>
    <message>
        <source>The contact reached an end.</source>
        <translation>Het contact heeft een einde bereikt.</translation>
    </message>
    <message>
        <source>The contact reached the goal.</source>
        <translation>Het contact heeft het doel bereikt.</translation>
    </message>
    <message>
        <source>The contact read the message.</source>
        <translation>Het contact heeft het bericht gelezen.</translation>
    </message>
    <message>
        <source>The contact replied: “{said}” fits.</source>
        <translation>Het contact antwoordde: “{said}” past.</translation>
    </message>
    <message>
        <source>The contact started again from the beginning.</source>
        <translation>Het contact is opnieuw bij het begin gestart.</translation>
    </message>
    <message>
        <source>The contact tapped “{said}”.</source>
        <translation>Het contact tikte op “{said}”.</translation>
    </message>
    <message>
        <source>The contact was changed since, or the number of the other one is in use again.</source>
        <translation>Het contact is sindsdien gewijzigd, of het nummer van het andere is weer in gebruik.</translation>
    </message>
    <message>
        <source>The contact was deleted in the meantime.</source>
        <translation>Het contact is intussen verwijderd.</translation>
    </message>
    <message>
        <source>The contact was deleted.</source>
        <translation>Het contact is verwijderd.</translation>
    </message>
    <message>
        <source>The contact would go round for ever.</source>
        <translation>Het contact zou eindeloos blijven rondgaan.</translation>
    </message>
    <message>
        <source>The contact&apos;s</source>
        <translation>Die van het contact</translation>
    </message>
    <message>
        <source>The contact&apos;s own time zone, or the journey&apos;s where that is not known.</source>
        <translation>De eigen tijdzone van het contact, of die van de journey als die niet bekend is.</translation>
    </message>
    <message>
        <source>The contacts stay. Reports keep their numbers.</source>
        <translation>De contacten blijven. Rapporten houden hun aantallen.</translation>
    </message>
    <message>
        <source>The date alone of a date and time</source>
        <translation>Alleen de datum van een datum en tijd</translation>
    </message>
    <message>
        <source>The date of the import was used for them.</source>
        <translation>Daarvoor is de datum van de import gebruikt.</translation>
    </message>
    <message>
        <source>The day before</source>
        <comment>example</comment>
        <translation>De dag ervoor</translation>
    </message>
    <message>
        <source>The day of the month as a number</source>
        <translation>De dag van de maand als getal</translation>
    </message>
    <message>
        <source>The day of the week as a number; Sunday is 1</source>
        <translation>De dag van de week als getal; zondag is 1</translation>
    </message>
    <message>
        <source>The day of the year as a number</source>
        <translation>De dag van het jaar als getal</translation>
    </message>
    <message>
        <source>The days at “{field}” are no whole number.</source>
        <translation>De dagen bij “{field}” zijn geen geheel getal.</translation>
    </message>
    <message>
        <source>The disk is full.</source>
        <translation>De schijf is vol.</translation>
    </message>
    <message>
        <source>The disk reported an error.</source>
        <translation>De schijf meldde een fout.</translation>
    </message>
    <message>
        <source>The display name of your number is not approved yet.</source>
        <translation>De weergavenaam van je nummer is nog niet goedgekeurd.</translation>
    </message>
    <message>
        <source>The draft</source>
        <translation>Het concept</translation>
    </message>
    <message>
        <source>The draft differs from what is published.</source>
        <translation>Het concept wijkt af van wat is gepubliceerd.</translation>
    </message>
    <message>
        <source>The draft is not what was simulated here any more.</source>
        <translation>Het concept is niet meer wat hier is gesimuleerd.</translation>
    </message>
    <message>
        <source>The draft is now as it was: {version}.</source>
        <translation>Het concept is weer zoals het was: {version}.</translation>
    </message>
    <message>
        <source>The draft of “{name}” cannot be applied to the version that runs.</source>
        <translation>Het concept van “{name}” kan niet worden toegepast op de versie die loopt.</translation>
    </message>
    <message>
        <source>The end of a block is a day, as 2026-11-22 or 22-11-2026.</source>
        <translation>Het einde van een blokkade is een dag, zoals 2026-11-22 of 22-11-2026.</translation>
    </message>
    <message>
        <source>The engine in the foreground: schedules, journeys, sender, webhook receiver.

To watch a journey of weeks in minutes, give this and the sandbox a faster clock:
WHATSAPP_STUDIO_CLOCK=2026-12-07T09:00+01:00@1000@1765094400 is a moment, a speed, and when (in seconds since 1970)
that moment was shown.</source>
        <translation>Alles op de voorgrond: planningen, journeys, verzending, webhook-ontvanger.

Om een journey van weken in minuten te zien, geef je dit en de sandbox een snellere klok:
WHATSAPP_STUDIO_CLOCK=2026-12-07T09:00+01:00@1000@1765094400 is een moment, een snelheid, en wanneer (in seconden
sinds 1970) dat moment werd getoond.</translation>
    </message>
    <message>
        <source>The entry they come in by; without it the first.</source>
        <translation>De ingang waardoor ze binnenkomen; anders de eerste.</translation>
    </message>
    <message>
        <source>The event carries too many values.</source>
        <translation>De gebeurtenis heeft te veel waarden.</translation>
    </message>
    <message>
        <source>The event “{event}” came after another had been first, so it was ignored.</source>
        <translation>De gebeurtenis “{event}” kwam nadat een andere al de eerste was, en is dus genegeerd.</translation>
    </message>
    <message>
        <source>The event “{event}” came.</source>
        <translation>De gebeurtenis “{event}” kwam.</translation>
    </message>
    <message>
        <source>The example was copied, with the token in it.</source>
        <translation>Het voorbeeld is gekopieerd, met het token erin.</translation>
    </message>
    <message>
        <source>The expression does not fit the value of the field.</source>
        <translation>De expressie past niet bij de waarde van het veld.</translation>
    </message>
    <message>
        <source>The field has no name.</source>
        <translation>Het veld heeft geen naam.</translation>
    </message>
    <message>
        <source>The field of the contact is empty.</source>
        <translation>Het veld van het contact is leeg.</translation>
    </message>
    <message>
        <source>The field “{field}” holds no dates.</source>
        <translation>Het veld “{field}” bevat geen datums.</translation>
    </message>
    <message>
        <source>The field “{field}” is used in {places}.</source>
        <translation>Het veld “{field}” wordt gebruikt in {places}.</translation>
    </message>
    <message>
        <source>The file cannot be read as text.</source>
        <translation>Het bestand is niet te lezen als tekst.</translation>
    </message>
    <message>
        <source>The file has no column “{column}”.</source>
        <translation>Het bestand heeft geen kolom “{column}”.</translation>
    </message>
    <message>
        <source>The file has {size}, just within Meta&apos;s limit of {most}.</source>
        <translation>Het bestand is {size}, net binnen Meta&apos;s limiet van {most}.</translation>
    </message>
    <message>
        <source>The file has {size}; Meta takes {most} at most.</source>
        <translation>Het bestand is {size}; Meta neemt hooguit {most}.</translation>
    </message>
    <message>
        <source>The file is damaged, or only its name says it is one.</source>
        <translation>Het bestand is beschadigd, of alleen de naam zegt dat het een werkmap is.</translation>
    </message>
    <message>
        <source>The file is damaged, or was made to fill up computers.</source>
        <translation>Het bestand is beschadigd, of gemaakt om computers vol te laten lopen.</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>Het bestand is leeg.</translation>
    </message>
    <message>
        <source>The file is gone</source>
        <translation>Het bestand is weg</translation>
    </message>
    <message>
        <source>The file is larger than {most} MB.</source>
        <translation>Het bestand is groter dan {most} MB.</translation>
    </message>
    <message>
        <source>The file is larger than {most} megabytes.</source>
        <translation>Het bestand is groter dan {most} megabyte.</translation>
    </message>
    <message>
        <source>The file is not on this computer</source>
        <translation>Het bestand staat niet op deze computer</translation>
    </message>
    <message>
        <source>The file is not written in {encoding}.</source>
        <translation>Het bestand is niet in {encoding} geschreven.</translation>
    </message>
    <message>
        <source>The file is too large to be a journey.</source>
        <translation>Het bestand is te groot voor een journey.</translation>
    </message>
    <message>
        <source>The file keeps traces until the program is started again.</source>
        <translation>Het bestand houdt sporen tot het programma opnieuw start.</translation>
    </message>
    <message>
        <source>The file of refused rows could not be written.</source>
        <translation>Het bestand met geweigerde rijen kan niet worden geschreven.</translation>
    </message>
    <message>
        <source>The file {name} is not read.</source>
        <translation>Het bestand {name} wordt niet gelezen.</translation>
    </message>
    <message>
        <source>The file “{name}” is not in the workspace any more.</source>
        <translation>Het bestand “{name}” staat niet meer in de werkruimte.</translation>
    </message>
    <message>
        <source>The file “{path}” cannot be read.</source>
        <translation>Het bestand “{path}” kan niet worden gelezen.</translation>
    </message>
    <message>
        <source>The filled text is too long for this contact.</source>
        <translation>De ingevulde tekst is te lang voor dit contact.</translation>
    </message>
    <message>
        <source>The first letter as a capital, the others small</source>
        <translation>De eerste letter als hoofdletter, de rest klein</translation>
    </message>
    <message>
        <source>The first line does not name the columns “event” and “phone”.</source>
        <translation>De kolommen “event” en “phone” staan niet in de eerste regel.</translation>
    </message>
    <message>
        <source>The first mobile number of each was used.</source>
        <translation>Van elk is het eerste mobiele nummer gebruikt.</translation>
    </message>
    <message>
        <source>The first pause lasts 3 hours, the second 6.</source>
        <translation>De eerste pauze duurt 3 uur, de tweede 6.</translation>
    </message>
    <message>
        <source>The first rule that is true gives the language. Everybody else gets the template above.</source>
        <translation>De eerste regel die klopt, bepaalt de taal. Alle anderen krijgen het sjabloon hierboven.</translation>
    </message>
    <message>
        <source>The first so many things</source>
        <translation>De eerste zoveel dingen</translation>
    </message>
    <message>
        <source>The first thing</source>
        <translation>Het eerste ding</translation>
    </message>
    <message>
        <source>The first {shown} of {n} people.</source>
        <translation>De eerste {shown} van {n} mensen.</translation>
    </message>
    <message>
        <source>The first {shown} of {n} people. Double-click opens the contact.</source>
        <translation>De eerste {shown} van {n} mensen. Dubbelklikken opent het contact.</translation>
    </message>
    <message>
        <source>The footer has the variable {variable}; it may have none.</source>
        <translation>De voettekst heeft het invulveld {variable}; dat mag niet.</translation>
    </message>
    <message>
        <source>The footer of the template is not right.</source>
        <translation>De voettekst van het sjabloon klopt niet.</translation>
    </message>
    <message>
        <source>The form behind this template&apos;s button is blocked.</source>
        <translation>Het formulier achter de knop van dit sjabloon is geblokkeerd.</translation>
    </message>
    <message>
        <source>The form behind this template&apos;s button is held back.</source>
        <translation>Het formulier achter de knop van dit sjabloon is beperkt.</translation>
    </message>
    <message>
        <source>The goal was reached: the event “{event}” came.</source>
        <translation>Het doel is bereikt: de gebeurtenis “{event}” kwam binnen.</translation>
    </message>
    <message>
        <source>The header has no sample file.</source>
        <translation>De kop heeft geen voorbeeldbestand.</translation>
    </message>
    <message>
        <source>The header has {count} variables; it may have one.</source>
        <translation>De koptekst heeft {count} invulvelden; één mag.</translation>
    </message>
    <message>
        <source>The header of the template is not right.</source>
        <translation>De koptekst van het sjabloon klopt niet.</translation>
    </message>
    <message>
        <source>The header&apos;s sample is neither a file nor a web address.</source>
        <translation>Het voorbeeld van de kop is geen bestand en geen webadres.</translation>
    </message>
    <message>
        <source>The journey</source>
        <translation>De journey</translation>
    </message>
    <message>
        <source>The journey ended, so nobody enters any more; whoever is inside goes on.</source>
        <translation>De journey is geëindigd, dus er komt niemand meer binnen; wie in de journey is, gaat verder.</translation>
    </message>
    <message>
        <source>The journey ends after “{what}”.</source>
        <translation>De journey eindigt na “{what}”.</translation>
    </message>
    <message>
        <source>The journey ends before it starts.</source>
        <translation>De journey eindigt voordat die start.</translation>
    </message>
    <message>
        <source>The journey ends for who leaves “{what}” by: {outputs}.</source>
        <translation>De journey eindigt voor wie “{what}” verlaat via: {outputs}.</translation>
    </message>
    <message>
        <source>The journey ends here for whoever comes by.</source>
        <translation>De journey eindigt hier voor wie langskomt.</translation>
    </message>
    <message>
        <source>The journey ends here, and its goal is reached.</source>
        <translation>De journey eindigt hier en het doel is bereikt.</translation>
    </message>
    <message>
        <source>The journey ends here.</source>
        <translation>De journey eindigt hier.</translation>
    </message>
    <message>
        <source>The journey file does not say what kind of step “{id}” is.</source>
        <translation>In het journeybestand staat niet wat voor stap “{id}” is.</translation>
    </message>
    <message>
        <source>The journey file has an arrow from an output that “{what}” does not have: {port}.</source>
        <translation>In het journeybestand staat een pijl van een uitgang die “{what}” niet heeft: {port}.</translation>
    </message>
    <message>
        <source>The journey file holds a number that cannot be used: {value}.</source>
        <translation>In het journeybestand staat een getal dat niet bruikbaar is: {value}.</translation>
    </message>
    <message>
        <source>The journey file holds an arrow that starts nowhere: “{id}”.</source>
        <translation>In het journeybestand staat een pijl die nergens begint: “{id}”.</translation>
    </message>
    <message>
        <source>The journey file holds an id that cannot be used: “{id}”.</source>
        <translation>In het journeybestand staat een id die niet bruikbaar is: “{id}”.</translation>
    </message>
    <message>
        <source>The journey file holds something it cannot hold at {what}.</source>
        <translation>In het journeybestand staat iets wat daar niet past, bij {what}.</translation>
    </message>
    <message>
        <source>The journey file holds something it cannot hold in “{field}” of {what}.</source>
        <translation>In het journeybestand staat iets wat daar niet past, in “{field}” van {what}.</translation>
    </message>
    <message>
        <source>The journey file holds values inside values without end.</source>
        <translation>In het journeybestand zitten eindeloos waarden in waarden.</translation>
    </message>
    <message>
        <source>The journey file is damaged at line {line}, column {column}.</source>
        <translation>Het journeybestand is beschadigd op regel {line}, kolom {column}.</translation>
    </message>
    <message>
        <source>The journey file uses the name “{id}” twice.</source>
        <translation>Het journeybestand gebruikt de naam “{id}” twee keer.</translation>
    </message>
    <message>
        <source>The journey has ended already.</source>
        <translation>De journey is al geëindigd.</translation>
    </message>
    <message>
        <source>The journey has no entry to begin at.</source>
        <translation>De journey heeft geen ingang om bij te beginnen.</translation>
    </message>
    <message>
        <source>The journey is closed to new contacts: publishing opens it again.</source>
        <translation>De journey is gesloten voor nieuwe contacten: na publiceren is die weer open.</translation>
    </message>
    <message>
        <source>The journey is paused, so nothing happens until it is resumed.</source>
        <translation>De journey is gepauzeerd, dus er gebeurt niets tot je hervat.</translation>
    </message>
    <message>
        <source>The journey is paused: the new version lets contacts in when you resume it.</source>
        <translation>De journey is gepauzeerd: de nieuwe versie laat contacten binnen zodra je hervat.</translation>
    </message>
    <message>
        <source>The journey that “{what}” jumps to no longer exists.</source>
        <translation>De journey waar “{what}” naartoe springt, bestaat niet meer.</translation>
    </message>
    <message>
        <source>The journey was changed in between.</source>
        <translation>De journey is tussendoor gewijzigd.</translation>
    </message>
    <message>
        <source>The journey was changed since. Undo goes back step by step.</source>
        <translation>De journey is sindsdien gewijzigd. Met Ongedaan maken ga je stap voor stap terug.</translation>
    </message>
    <message>
        <source>The journey was paused, and everyone inside was let go.</source>
        <translation>De journey is gepauzeerd en iedereen erin is losgelaten.</translation>
    </message>
    <message>
        <source>The journey was stopped.</source>
        <translation>De journey is gestopt.</translation>
    </message>
    <message>
        <source>The journey went on without it</source>
        <translation>De journey ging zonder dit bericht verder</translation>
    </message>
    <message>
        <source>The journey “{name}” cannot be paused now.</source>
        <translation>De journey “{name}” kan nu niet worden gepauzeerd.</translation>
    </message>
    <message>
        <source>The journey “{name}” cannot go on.</source>
        <translation>De journey “{name}” kan niet verdergaan.</translation>
    </message>
    <message>
        <source>The journey “{name}” does not run.</source>
        <translation>De journey “{name}” loopt niet.</translation>
    </message>
    <message>
        <source>The journey “{name}” is here already, and a newer version of WhatsApp Studio made this file.</source>
        <translation>De journey “{name}” is er al, en dit bestand is met een nieuwere versie van WhatsApp Studio gemaakt.</translation>
    </message>
    <message>
        <source>The journey “{name}” is over already.</source>
        <translation>De journey “{name}” is al voorbij.</translation>
    </message>
    <message>
        <source>The journey “{name}” lets nobody in already.</source>
        <translation>De journey “{name}” laat al niemand meer binnen.</translation>
    </message>
    <message>
        <source>The journey “{name}” runs, so it is not deleted.</source>
        <translation>De journey “{name}” loopt en wordt daarom niet verwijderd.</translation>
    </message>
    <message>
        <source>The journey&apos;s</source>
        <translation>Die van de journey</translation>
    </message>
    <message>
        <source>The journey&apos;s own audience</source>
        <translation>De eigen doelgroep van de journey</translation>
    </message>
    <message>
        <source>The journey&apos;s settings have another goal, or none.</source>
        <translation>In de instellingen van de journey staat een ander doel of geen doel.</translation>
    </message>
    <message>
        <source>The keyring gave back something else than what was kept in it.</source>
        <translation>De sleutelhanger gaf iets anders terug dan erin was bewaard.</translation>
    </message>
    <message>
        <source>The keyring still has what was removed from it.</source>
        <translation>De sleutelhanger heeft nog wat eruit was verwijderd.</translation>
    </message>
    <message>
        <source>The kind of a field changes only where every value fits.</source>
        <translation>De soort van een veld verandert alleen waar elke waarde past.</translation>
    </message>
    <message>
        <source>The language of this run.</source>
        <translation>De taal voor deze keer.</translation>
    </message>
    <message>
        <source>The largest number</source>
        <translation>Het grootste getal</translation>
    </message>
    <message>
        <source>The last changes could not be saved.</source>
        <translation>De laatste wijzigingen konden niet worden opgeslagen.</translation>
    </message>
    <message>
        <source>The last digits of “{value}” became zeros in a spreadsheet.</source>
        <translation>De laatste cijfers van “{value}” werden nullen in een spreadsheet.</translation>
    </message>
    <message>
        <source>The last part of the link</source>
        <translation>Het laatste deel van de link</translation>
    </message>
    <message>
        <source>The last runs, begun until {day}, did not end as they should.</source>
        <translation>De laatste keren, begonnen tot {day}, is het programma niet goed afgesloten.</translation>
    </message>
    <message>
        <source>The last so many things</source>
        <translation>De laatste zoveel dingen</translation>
    </message>
    <message>
        <source>The last step could not be written and was taken back; nothing is lost.</source>
        <translation>De laatste stap kon niet worden opgeslagen en is teruggedraaid; er is niets verloren.</translation>
    </message>
    <message>
        <source>The last step was taken back.</source>
        <translation>De laatste stap is teruggedraaid.</translation>
    </message>
    <message>
        <source>The last thing</source>
        <translation>Het laatste ding</translation>
    </message>
    <message>
        <source>The last thing first</source>
        <translation>Het laatste ding eerst</translation>
    </message>
    <message>
        <source>The latest that an event comes</source>
        <translation>Het laatste moment waarop een gebeurtenis komt</translation>
    </message>
    <message>
        <source>The latest that somebody reads or replies</source>
        <translation>Het laatste moment waarop iemand leest of antwoordt</translation>
    </message>
    <message>
        <source>The limit ends by itself after some days.</source>
        <translation>De beperking vervalt vanzelf na een paar dagen.</translation>
    </message>
    <message>
        <source>The link of {link} hides where it leads.</source>
        <translation>De link van {link} verbergt waar hij heen gaat.</translation>
    </message>
    <message>
        <source>The link “{link}” cannot work.</source>
        <translation>De link “{link}” kan niet werken.</translation>
    </message>
    <message>
        <source>The list has no name.</source>
        <translation>De lijst heeft geen naam.</translation>
    </message>
    <message>
        <source>The list no longer exists.</source>
        <translation>De lijst bestaat niet meer.</translation>
    </message>
    <message>
        <source>The list of its audience does not exist any more.</source>
        <translation>De lijst van de doelgroep bestaat niet meer.</translation>
    </message>
    <message>
        <source>The list of steps shows the same journey as a tree.</source>
        <translation>De lijst met stappen toont dezelfde journey als boom.</translation>
    </message>
    <message>
        <source>The list was deleted in the meantime.</source>
        <translation>De lijst is intussen verwijderd.</translation>
    </message>
    <message>
        <source>The list “{name}” is used.</source>
        <translation>De lijst “{name}” wordt gebruikt.</translation>
    </message>
    <message>
        <source>The longest a contact can be in this journey</source>
        <translation>Hoelang een contact maximaal in deze journey kan zijn</translation>
    </message>
    <message>
        <source>The longest stay of the journey was over, so the contact left it.</source>
        <translation>De maximale tijd in de journey was voorbij, dus het contact heeft die verlaten.</translation>
    </message>
    <message>
        <source>The mean of numbers</source>
        <translation>Het gemiddelde van getallen</translation>
    </message>
    <message>
        <source>The message appears here while you write.</source>
        <translation>Het bericht verschijnt hier terwijl je schrijft.</translation>
    </message>
    <message>
        <source>The message could not be delivered.</source>
        <translation>Het bericht kon niet worden afgeleverd.</translation>
    </message>
    <message>
        <source>The message has no button “{button}” that “{what}” waits for.</source>
        <translation>Het bericht heeft de knop “{button}” niet waar “{what}” op wacht.</translation>
    </message>
    <message>
        <source>The message has {count} emojis; more than {most} look like spam.</source>
        <translation>Het bericht heeft {count} emoji&apos;s; meer dan {most} lijkt op spam.</translation>
    </message>
    <message>
        <source>The message is late: it was for {planned}. It waits until you say whether it still goes.</source>
        <translation>Het bericht is te laat: het was gepland voor {planned}. Het wacht tot je zegt of het nog wordt verzonden.</translation>
    </message>
    <message>
        <source>The message is sent.</source>
        <translation>Het bericht wordt verzonden.</translation>
    </message>
    <message>
        <source>The message is too late, so it is not sent.</source>
        <translation>Het bericht is te laat en wordt niet meer verzonden.</translation>
    </message>
    <message>
        <source>The message right before</source>
        <translation>Het bericht direct ervoor</translation>
    </message>
    <message>
        <source>The message that “{what}” is about is gone.</source>
        <translation>Het bericht waar “{what}” over gaat, is er niet meer.</translation>
    </message>
    <message>
        <source>The message was delivered.</source>
        <translation>Het bericht is afgeleverd.</translation>
    </message>
    <message>
        <source>The moment to wait for is over ({until}), so it goes straight on.</source>
        <translation>Het moment om op te wachten is voorbij ({until}), dus het contact gaat meteen verder.</translation>
    </message>
    <message>
        <source>The month as a number</source>
        <translation>De maand als getal</translation>
    </message>
    <message>
        <source>The moving picture has {size}; above {most} WhatsApp shows it as a video.</source>
        <translation>De bewegende afbeelding is {size}; boven {most} toont WhatsApp die als video.</translation>
    </message>
    <message>
        <source>The name by which the event is sent in.</source>
        <translation>De naam waaronder de gebeurtenis binnenkomt.</translation>
    </message>
    <message>
        <source>The name has letters that Meta does not take.</source>
        <translation>De naam heeft letters die Meta niet aanneemt.</translation>
    </message>
    <message>
        <source>The name of the new template</source>
        <translation>De naam van het nieuwe sjabloon</translation>
    </message>
    <message>
        <source>The name of the new template: small letters, digits and _</source>
        <translation>De naam van het nieuwe sjabloon: kleine letters, cijfers en _</translation>
    </message>
    <message>
        <source>The name “{name}” cannot be used yet.</source>
        <translation>De naam “{name}” kan nog niet worden gebruikt.</translation>
    </message>
    <message>
        <source>The names in a map</source>
        <translation>De namen in een map</translation>
    </message>
    <message>
        <source>The next one (F3)</source>
        <translation>Volgende (F3)</translation>
    </message>
    <message>
        <source>The note is empty.</source>
        <translation>De notitie is leeg.</translation>
    </message>
    <message>
        <source>The note is too long.</source>
        <translation>De notitie is te lang.</translation>
    </message>
    <message>
        <source>The note was deleted.</source>
        <translation>De notitie is verwijderd.</translation>
    </message>
    <message>
        <source>The number can never be added or written to again. Backups made before still hold this person.</source>
        <translation>Het nummer kan nooit meer worden toegevoegd of een bericht krijgen. Eerdere back-ups bevatten deze persoon nog.</translation>
    </message>
    <message>
        <source>The number has to be verified again.</source>
        <translation>Het nummer moet opnieuw worden geverifieerd.</translation>
    </message>
    <message>
        <source>The number is registered</source>
        <translation>Het nummer is geregistreerd</translation>
    </message>
    <message>
        <source>The number of a character in Unicode</source>
        <translation>Het nummer van een teken in Unicode</translation>
    </message>
    <message>
        <source>The number of recipients was not typed.</source>
        <translation>Het aantal ontvangers is niet ingetypt.</translation>
    </message>
    <message>
        <source>The number of the catalogue, a semicolon, and the number of the product in it</source>
        <translation>Het nummer van de catalogus, een puntkomma, en het nummer van het product daarin</translation>
    </message>
    <message>
        <source>The number of the product in your catalogue</source>
        <translation>Het nummer van het product in je catalogus</translation>
    </message>
    <message>
        <source>The number of values does not fit the template.</source>
        <translation>Het aantal waarden past niet bij het sjabloon.</translation>
    </message>
    <message>
        <source>The number was deleted a moment ago.</source>
        <translation>Het nummer is zojuist verwijderd.</translation>
    </message>
    <message>
        <source>The number was not signed off fully.</source>
        <translation>Het nummer is niet volledig afgemeld.</translation>
    </message>
    <message>
        <source>The number was registered too often.</source>
        <translation>Het nummer is te vaak geregistreerd.</translation>
    </message>
    <message>
        <source>The number {value} is on an earlier row too.</source>
        <translation>Het nummer {value} staat ook op een eerdere rij.</translation>
    </message>
    <message>
        <source>The numbers of a campaign.</source>
        <translation>De cijfers van een campagne.</translation>
    </message>
    <message>
        <source>The offer has no link.</source>
        <translation>De aanbieding heeft geen link.</translation>
    </message>
    <message>
        <source>The one before (Shift+F3)</source>
        <translation>Vorige (Shift+F3)</translation>
    </message>
    <message>
        <source>The one that is there would be lost.</source>
        <translation>Wat er nu staat, gaat verloren.</translation>
    </message>
    <message>
        <source>The other system answered.</source>
        <translation>Het andere systeem antwoordde.</translation>
    </message>
    <message>
        <source>The other system did not answer in time.</source>
        <translation>Het andere systeem antwoordde niet op tijd.</translation>
    </message>
    <message>
        <source>The other system refused the request.</source>
        <translation>Het andere systeem weigerde het verzoek.</translation>
    </message>
    <message>
        <source>The page {page} stays empty.</source>
        <translation>De pagina {page} blijft leeg.</translation>
    </message>
    <message>
        <source>The path it belonged to was removed, so nobody takes it.</source>
        <translation>Het pad waar de verbinding bij hoorde, is verwijderd, dus niemand neemt die weg.</translation>
    </message>
    <message>
        <source>The path of a link</source>
        <translation>Het pad van een link</translation>
    </message>
    <message>
        <source>The path “{path}” of “{what}” has no rule.</source>
        <translation>Het pad “{path}” van “{what}” heeft geen regel.</translation>
    </message>
    <message>
        <source>The path “{path}” of “{what}” has the same rule as “{other}”.</source>
        <translation>Het pad “{path}” van “{what}” heeft dezelfde regel als “{other}”.</translation>
    </message>
    <message>
        <source>The path “{path}” of “{what}” is for days that are over.</source>
        <translation>Het pad “{path}” van “{what}” is voor dagen die voorbij zijn.</translation>
    </message>
    <message>
        <source>The people of the workspace.</source>
        <translation>De contacten van de werkruimte.</translation>
    </message>
    <message>
        <source>The people on a list</source>
        <translation>De mensen op een lijst</translation>
    </message>
    <message>
        <source>The person allows or refuses calls here</source>
        <translation>Hier staat de persoon bellen toe of niet</translation>
    </message>
    <message>
        <source>The person copies the code</source>
        <translation>De persoon kopieert de code</translation>
    </message>
    <message>
        <source>The person gets marketing again.</source>
        <translation>De persoon krijgt weer marketing.</translation>
    </message>
    <message>
        <source>The person gets no marketing any more. What waits for them is not sent.</source>
        <translation>De persoon krijgt geen marketing meer. Wat op hem wacht, wordt niet verzonden.</translation>
    </message>
    <message>
        <source>The person sent a kind of message that cannot be shown.</source>
        <translation>De persoon stuurde een soort bericht dat niet getoond kan worden.</translation>
    </message>
    <message>
        <source>The person was erased.</source>
        <translation>De persoon is gewist.</translation>
    </message>
    <message>
        <source>The person was erased. Backups made before still hold them.</source>
        <translation>De persoon is gewist. Eerdere back-ups bevatten hem nog.</translation>
    </message>
    <message>
        <source>The phone number “{value}” has no country.</source>
        <translation>Het telefoonnummer “{value}” heeft geen land.</translation>
    </message>
    <message>
        <source>The phone number “{value}” is too long.</source>
        <translation>Het telefoonnummer “{value}” is te lang.</translation>
    </message>
    <message>
        <source>The phone number “{value}” is too short.</source>
        <translation>Het telefoonnummer “{value}” is te kort.</translation>
    </message>
    <message>
        <source>The phone number “{value}” lost its digits in a spreadsheet.</source>
        <translation>Het telefoonnummer “{value}” is cijfers kwijtgeraakt in een spreadsheet.</translation>
    </message>
    <message>
        <source>The phone number “{value}” starts with a country code that does not exist.</source>
        <translation>Het telefoonnummer “{value}” begint met een landcode die niet bestaat.</translation>
    </message>
    <message>
        <source>The phone of this contact cannot show this kind of message.</source>
        <translation>De telefoon van dit contact kan dit soort bericht niet tonen.</translation>
    </message>
    <message>
        <source>The places appear when the template is in this workspace.</source>
        <translation>De invulplekken verschijnen als het sjabloon in deze werkruimte staat.</translation>
    </message>
    <message>
        <source>The places or the formatting are not right.</source>
        <translation>De invulplekken of de opmaak kloppen niet.</translation>
    </message>
    <message>
        <source>The port is taken by another program</source>
        <translation>De poort is in gebruik door een ander programma</translation>
    </message>
    <message>
        <source>The program ended while it was leaving</source>
        <translation>Het programma stopte tijdens het verzenden</translation>
    </message>
    <message>
        <source>The program ended while messages were leaving.</source>
        <translation>Het programma is beëindigd terwijl er berichten werden verzonden.</translation>
    </message>
    <message numerus="yes">
        <source>The program ended while {n} messages were leaving. They are listed below; the rest goes on.</source>
        <extracomment>One: The program ended while {n} message was leaving. It is listed below; the rest goes on.</extracomment>
        <translation>
            <numerusform>Het programma stopte terwijl {n} bericht werd verzonden. Het staat hieronder; de rest gaat door.</numerusform>
            <numerusform>Het programma stopte terwijl {n} berichten werden verzonden. Ze staan hieronder; de rest gaat door.</numerusform>
        </translation>
    </message>
    <message>
        <source>The program goes on. If something you just did had no effect, try it again.</source>
        <translation>Het programma gaat verder. Had iets wat je net deed geen effect, probeer het dan opnieuw.</translation>
    </message>
    <message>
        <source>The program has no better explanation for this ({code}).</source>
        <translation>Het programma heeft hier geen betere uitleg voor ({code}).</translation>
    </message>
    <message>
        <source>The program keeps what a journey was like before you work on it, and every published version.</source>
        <translation>Het programma bewaart hoe een journey was voordat je eraan werkt, en elke gepubliceerde versie.</translation>
    </message>
    <message>
        <source>The program made a mistake.</source>
        <translation>Het programma heeft een fout gemaakt.</translation>
    </message>
    <message>
        <source>The program that has this workspace open shows it.</source>
        <translation>Het programma dat deze werkruimte open heeft, toont het.</translation>
    </message>
    <message>
        <source>The program that made the file did not calculate them, so their cells are empty.</source>
        <translation>Het programma dat het bestand maakte, rekende ze niet uit, dus hun cellen zijn leeg.</translation>
    </message>
    <message>
        <source>The program&apos;s engine is not running, so nobody moves now.</source>
        <translation>De motor van het programma loopt niet, dus nu beweegt niemand.</translation>
    </message>
    <message>
        <source>The proxy of this network asks to sign in (status {status}).</source>
        <translation>De proxy van dit netwerk vraagt om in te loggen (status {status}).</translation>
    </message>
    <message>
        <source>The proxy of this network refused the connection.</source>
        <translation>De proxy van dit netwerk weigerde de verbinding.</translation>
    </message>
    <message>
        <source>The public holidays of “{country}” are not known.</source>
        <translation>De feestdagen van “{country}” zijn niet bekend.</translation>
    </message>
    <message>
        <source>The quick replies do not stand together.</source>
        <translation>De snelle antwoorden staan niet bij elkaar.</translation>
    </message>
    <message>
        <source>The quiet hours last all day.</source>
        <translation>De stille uren duren de hele dag.</translation>
    </message>
    <message>
        <source>The reason to leave early “{what}” has no event.</source>
        <translation>De reden “{what}” om eerder te vertrekken heeft geen gebeurtenis.</translation>
    </message>
    <message>
        <source>The reason to leave early “{what}” has no rule.</source>
        <translation>De reden “{what}” om eerder te vertrekken heeft geen regel.</translation>
    </message>
    <message>
        <source>The recipe has no name.</source>
        <translation>Het recept heeft geen naam.</translation>
    </message>
    <message>
        <source>The remark is gone</source>
        <translation>De opmerking is weg</translation>
    </message>
    <message>
        <source>The repetition of “{what}” ends before it begins.</source>
        <translation>De herhaling van “{what}” eindigt voordat ze begint.</translation>
    </message>
    <message>
        <source>The repetition of “{what}” is over.</source>
        <translation>De herhaling van “{what}” is voorbij.</translation>
    </message>
    <message>
        <source>The report could not be saved: {why}</source>
        <translation>Het rapport kon niet worden opgeslagen: {why}</translation>
    </message>
    <message>
        <source>The reports of this program count what was sent from here.</source>
        <translation>De rapporten van dit programma tellen wat van hieruit is verzonden.</translation>
    </message>
    <message>
        <source>The rest is assumed.</source>
        <translation>De rest is een aanname.</translation>
    </message>
    <message>
        <source>The rest is set by you.</source>
        <translation>De rest heb je zelf ingesteld.</translation>
    </message>
    <message>
        <source>The row has {cells} cells where the file has {columns} columns.</source>
        <translation>De rij heeft {cells} cellen, terwijl het bestand {columns} kolommen heeft.</translation>
    </message>
    <message>
        <source>The rows with a problem are in {file}.</source>
        <translation>De rijen met een probleem staan in {file}.</translation>
    </message>
    <message>
        <source>The rule cannot be read from here on.</source>
        <translation>De regel is vanaf hier niet te lezen.</translation>
    </message>
    <message>
        <source>The rule compares in a way this version does not know: “{op}”.</source>
        <translation>De regel vergelijkt op een manier die deze versie niet kent: “{op}”.</translation>
    </message>
    <message>
        <source>The rule does not say what “{field}” is held against.</source>
        <translation>De regel zegt niet waarmee “{field}” wordt vergeleken.</translation>
    </message>
    <message>
        <source>The rule does not say which campaign.</source>
        <translation>De regel zegt niet welke campagne.</translation>
    </message>
    <message>
        <source>The rule does not say which field.</source>
        <translation>De regel zegt niet welk veld.</translation>
    </message>
    <message>
        <source>The rule does not say which journey.</source>
        <translation>De regel zegt niet welke journey.</translation>
    </message>
    <message>
        <source>The rule does not say which list.</source>
        <translation>De regel zegt niet welke lijst.</translation>
    </message>
    <message>
        <source>The rule does not say which segment.</source>
        <translation>De regel zegt niet welk segment.</translation>
    </message>
    <message>
        <source>The rule does not say which template.</source>
        <translation>De regel zegt niet welk sjabloon.</translation>
    </message>
    <message>
        <source>The rule is too large.</source>
        <translation>De regel is te groot.</translation>
    </message>
    <message>
        <source>The rule of its audience cannot be read.</source>
        <translation>De regel van de doelgroep is niet te lezen.</translation>
    </message>
    <message>
        <source>The rule that decides: {rule}.</source>
        <translation>De regel die beslist: {rule}.</translation>
    </message>
    <message>
        <source>The rules for your line of business, or for numbers across these borders, do not allow it.</source>
        <translation>De regels voor jouw branche, of voor nummers over deze grenzen heen, staan het niet toe.</translation>
    </message>
    <message>
        <source>The same moment in UTC</source>
        <translation>Hetzelfde moment in UTC</translation>
    </message>
    <message>
        <source>The same number gives the same simulation</source>
        <translation>Hetzelfde nummer geeft dezelfde simulatie</translation>
    </message>
    <message>
        <source>The same number gives the same simulation.</source>
        <translation>Hetzelfde getal geeft dezelfde simulatie.</translation>
    </message>
    <message>
        <source>The sample at {url} cannot be fetched.</source>
        <translation>Het voorbeeld op {url} kan niet worden opgehaald.</translation>
    </message>
    <message>
        <source>The sample file could not be written.</source>
        <translation>Het voorbeeldbestand kon niet worden geschreven.</translation>
    </message>
    <message>
        <source>The sample file was saved.</source>
        <translation>Het voorbeeldbestand is opgeslagen.</translation>
    </message>
    <message>
        <source>The sample has no name.</source>
        <translation>Het voorbeeld heeft geen naam.</translation>
    </message>
    <message>
        <source>The sample of {variable} has a line break.</source>
        <translation>Het voorbeeld van {variable} heeft een regeleinde.</translation>
    </message>
    <message>
        <source>The sample of {variable} has a tab.</source>
        <translation>Het voorbeeld van {variable} heeft een tab.</translation>
    </message>
    <message>
        <source>The sample of {variable} has more than four spaces in a row.</source>
        <translation>Het voorbeeld van {variable} heeft meer dan vier spaties op een rij.</translation>
    </message>
    <message>
        <source>The sandbox counted differently: {counted}</source>
        <translation>De sandbox telde iets anders: {counted}</translation>
    </message>
    <message>
        <source>The sandbox counted the same: {n} messages, each recipient once.</source>
        <translation>De sandbox telde hetzelfde: {n} berichten, elke ontvanger één keer.</translation>
    </message>
    <message>
        <source>The sandbox did not start.</source>
        <translation>De sandbox is niet gestart.</translation>
    </message>
    <message>
        <source>The sandbox gave no templates.</source>
        <translation>De sandbox gaf geen sjablonen.</translation>
    </message>
    <message>
        <source>The sandbox has ended by itself.</source>
        <translation>De sandbox is vanzelf gestopt.</translation>
    </message>
    <message>
        <source>The segment has no name.</source>
        <translation>Het segment heeft geen naam.</translation>
    </message>
    <message>
        <source>The segment no longer exists.</source>
        <translation>Het segment bestaat niet meer.</translation>
    </message>
    <message>
        <source>The segment “{name}” is used.</source>
        <translation>Het segment “{name}” wordt gebruikt.</translation>
    </message>
    <message>
        <source>The segment “{name}” would ask for itself.</source>
        <translation>Het segment “{name}” zou naar zichzelf vragen.</translation>
    </message>
    <message>
        <source>The settings say that the goal is reached at an End.</source>
        <translation>Volgens de instellingen wordt het doel bereikt bij een Einde.</translation>
    </message>
    <message>
        <source>The shares of “{what}” make {sum} %.</source>
        <translation>De percentages van “{what}” zijn samen {sum}%.</translation>
    </message>
    <message>
        <source>The sheet of a workbook; else the first that holds anything.</source>
        <translation>Het blad van een werkmap; anders het eerste waar iets op staat.</translation>
    </message>
    <message>
        <source>The signature of the app has {length} characters; it has {most} letters, digits and + / =.</source>
        <translation>De handtekening van de app heeft {length} tekens; ze heeft {most} letters, cijfers en + / =.</translation>
    </message>
    <message>
        <source>The signature of your brand kit is missing</source>
        <translation>De ondertekening van je huisstijl ontbreekt</translation>
    </message>
    <message>
        <source>The signature of your brand kit is missing: “{signature}”.</source>
        <translation>De ondertekening van je huisstijl ontbreekt: “{signature}”.</translation>
    </message>
    <message>
        <source>The site of a link</source>
        <translation>De site van een link</translation>
    </message>
    <message>
        <source>The smallest number</source>
        <translation>Het kleinste getal</translation>
    </message>
    <message>
        <source>The snippet has no name.</source>
        <translation>De snippet heeft geen naam.</translation>
    </message>
    <message>
        <source>The snippet is empty.</source>
        <translation>De snippet is leeg.</translation>
    </message>
    <message>
        <source>The snippet is too large: {size} kilobytes.</source>
        <translation>De snippet is te groot: {size} kilobyte.</translation>
    </message>
    <message>
        <source>The snippet “{name}” is in use.</source>
        <translation>De snippet “{name}” is in gebruik.</translation>
    </message>
    <message>
        <source>The snippet “{name}” would hold itself.</source>
        <translation>De snippet “{name}” zou zichzelf bevatten.</translation>
    </message>
    <message>
        <source>The start lies in the past.</source>
        <translation>De start ligt in het verleden.</translation>
    </message>
    <message>
        <source>The start time is not complete.</source>
        <translation>Het starttijdstip is niet volledig.</translation>
    </message>
    <message>
        <source>The sticker has {size}; above {most} it has to be an animated one.</source>
        <translation>De sticker is {size}; boven {most} moet het een bewegende zijn.</translation>
    </message>
    <message>
        <source>The system brings emoji.</source>
        <translation>Het systeem heeft emoji.</translation>
    </message>
    <message>
        <source>The system keyring answers.</source>
        <translation>De sleutelhanger van het systeem antwoordt.</translation>
    </message>
    <message>
        <source>The system says: {details}</source>
        <translation>Het systeem meldt: {details}</translation>
    </message>
    <message>
        <source>The system says: {details} ({folder}).</source>
        <translation>Het systeem meldt: {details} ({folder}).</translation>
    </message>
    <message>
        <source>The system&apos;s keyring is locked.</source>
        <translation>De sleutelhanger van het systeem is vergrendeld.</translation>
    </message>
    <message>
        <source>The template has no category.</source>
        <translation>Het sjabloon heeft geen categorie.</translation>
    </message>
    <message>
        <source>The template has no language.</source>
        <translation>Het sjabloon heeft geen taal.</translation>
    </message>
    <message>
        <source>The template has no name.</source>
        <translation>Het sjabloon heeft geen naam.</translation>
    </message>
    <message>
        <source>The template has too many places for so short a text.</source>
        <translation>Het sjabloon heeft te veel invulplekken voor zo’n korte tekst.</translation>
    </message>
    <message>
        <source>The template is not in this workspace: fetch the templates to see it.</source>
        <translation>Het sjabloon staat niet in deze werkruimte: haal de sjablonen op om het te zien.</translation>
    </message>
    <message>
        <source>The template was probably changed. Refresh the templates and fill its places again.</source>
        <translation>Het sjabloon is waarschijnlijk gewijzigd. Vernieuw de sjablonen en vul de invulplekken opnieuw in.</translation>
    </message>
    <message>
        <source>The template “{name}” is being deleted.</source>
        <translation>Het sjabloon “{name}” wordt verwijderd.</translation>
    </message>
    <message>
        <source>The template “{template}” ({language}) is not on the account.</source>
        <translation>Het sjabloon “{template}” ({language}) staat niet op het account.</translation>
    </message>
    <message>
        <source>The template “{template}” is not there in {language}.</source>
        <translation>Het sjabloon “{template}” is er niet in {language}.</translation>
    </message>
    <message>
        <source>The template “{template}” may not be sent now: its status is {status}.</source>
        <translation>Het sjabloon “{template}” mag nu niet worden verzonden: de status is {status}.</translation>
    </message>
    <message>
        <source>The templates of the account, and those that are written here.</source>
        <translation>De sjablonen van het account, en die hier worden geschreven.</translation>
    </message>
    <message>
        <source>The terms of WhatsApp payments are not accepted.</source>
        <translation>De voorwaarden van WhatsApp-betalingen zijn niet geaccepteerd.</translation>
    </message>
    <message numerus="yes">
        <source>The test of {n} contacts is over.</source>
        <extracomment>One: The test of {n} contact is over.</extracomment>
        <translation>
            <numerusform>De test van {n} contact is voorbij.</numerusform>
            <numerusform>De test van {n} contacten is voorbij.</numerusform>
        </translation>
    </message>
    <message>
        <source>The test was stopped: it was not over in time.</source>
        <translation>De test is gestopt: die was niet op tijd voorbij.</translation>
    </message>
    <message>
        <source>The text advertises, which its category does not allow.</source>
        <translation>De tekst maakt reclame, en dat mag niet in deze categorie.</translation>
    </message>
    <message>
        <source>The text does not fit its category or its language.</source>
        <translation>De tekst past niet bij de categorie of de taal.</translation>
    </message>
    <message>
        <source>The text does not fit the category.</source>
        <translation>De tekst past niet bij de categorie.</translation>
    </message>
    <message>
        <source>The text has {count} emojis; more than {most} are often refused.</source>
        <translation>De tekst heeft {count} emoji&apos;s; meer dan {most} wordt vaak geweigerd.</translation>
    </message>
    <message>
        <source>The text has {length} characters; more than {most} are often refused.</source>
        <translation>De tekst heeft {length} tekens; meer dan {most} wordt vaak geweigerd.</translation>
    </message>
    <message>
        <source>The text is short for its variables: it has {words} words, variables included.</source>
        <translation>De tekst is kort voor zijn invulvelden: {words} woorden, invulvelden meegeteld.</translation>
    </message>
    <message>
        <source>The text of the template is not right.</source>
        <translation>De tekst van het sjabloon klopt niet.</translation>
    </message>
    <message>
        <source>The text of this template breaks Meta&apos;s content policy.</source>
        <translation>De tekst van dit sjabloon is in strijd met het inhoudsbeleid van Meta.</translation>
    </message>
    <message>
        <source>The text of “{template}” was changed at Meta.</source>
        <translation>De tekst van “{template}” is bij Meta gewijzigd.</translation>
    </message>
    <message>
        <source>The text they agreed to.</source>
        <translation>De tekst waarmee ze akkoord gingen.</translation>
    </message>
    <message>
        <source>The things of a list as one text</source>
        <translation>De dingen van een lijst als één tekst</translation>
    </message>
    <message>
        <source>The time to count over is too short or too long.</source>
        <translation>De tijd om over te tellen is te kort of te lang.</translation>
    </message>
    <message>
        <source>The token has both permissions</source>
        <translation>Het token heeft beide machtigingen</translation>
    </message>
    <message>
        <source>The token is asked for at each start and never written down.</source>
        <translation>Het token wordt bij elke start gevraagd en nooit opgeschreven.</translation>
    </message>
    <message>
        <source>The token is missing or wrong. Send the header “Authorization: Bearer …” with the token that the settings show.</source>
        <translation>Het token ontbreekt of is onjuist. Stuur de header “Authorization: Bearer …” mee met het token dat in de instellingen staat.</translation>
    </message>
    <message>
        <source>The token is valid</source>
        <translation>Het token is geldig</translation>
    </message>
    <message>
        <source>The token lacks a permission: {scopes}.</source>
        <translation>Het token mist een machtiging: {scopes}.</translation>
    </message>
    <message>
        <source>The token leaves the keyring and the copy of the templates is removed. Contacts, campaigns and reports stay. You can connect again at any time.</source>
        <translation>Het token gaat uit de sleutelhanger en de kopie van de sjablonen wordt verwijderd. Contacten, campagnes en rapporten blijven. Je kunt altijd weer verbinden.</translation>
    </message>
    <message>
        <source>The two-step PIN is wrong.</source>
        <translation>De pincode voor verificatie in twee stappen is onjuist.</translation>
    </message>
    <message>
        <source>The value “{field}” of the event cannot be used.</source>
        <translation>De waarde “{field}” van de gebeurtenis is niet bruikbaar.</translation>
    </message>
    <message>
        <source>The value “{field}” of the event is too long.</source>
        <translation>De waarde “{field}” van de gebeurtenis is te lang.</translation>
    </message>
    <message>
        <source>The variable is not at the end of the web address.</source>
        <translation>Het invulveld staat niet aan het einde van het webadres.</translation>
    </message>
    <message>
        <source>The verification code was not accepted.</source>
        <translation>De verificatiecode is niet geaccepteerd.</translation>
    </message>
    <message>
        <source>The wait is over.</source>
        <translation>Het wachten is voorbij.</translation>
    </message>
    <message>
        <source>The way of the contact</source>
        <translation>De weg van het contact</translation>
    </message>
    <message>
        <source>The way would end there.</source>
        <translation>De weg zou daar eindigen.</translation>
    </message>
    <message>
        <source>The web address has no sample.</source>
        <translation>Het webadres heeft geen voorbeeld.</translation>
    </message>
    <message>
        <source>The web address has {count} variables; it may have one.</source>
        <translation>Het webadres heeft {count} invulvelden; één mag.</translation>
    </message>
    <message>
        <source>The web address of a picture, video, document or sound.</source>
        <translation>Het webadres van een afbeelding, video, document of geluid.</translation>
    </message>
    <message>
        <source>The webhook receiver of {path} runs already.</source>
        <translation>De webhook-ontvanger van {path} is al actief.</translation>
    </message>
    <message>
        <source>The webhook receiver.</source>
        <translation>De webhook-ontvanger.</translation>
    </message>
    <message>
        <source>The week of the year (ISO 8601)</source>
        <translation>De week van het jaar (ISO 8601)</translation>
    </message>
    <message>
        <source>The weights are relative: 1 and 3 send a quarter and three quarters.</source>
        <translation>De gewichten zijn relatief: 1 en 3 geven een kwart en driekwart.</translation>
    </message>
    <message>
        <source>The whole</source>
        <translation>Het geheel</translation>
    </message>
    <message>
        <source>The whole address as a sample</source>
        <translation>Het hele adres als voorbeeld</translation>
    </message>
    <message>
        <source>The window did not come to an end in time.</source>
        <translation>Het venster sloot niet op tijd.</translation>
    </message>
    <message>
        <source>The window ended the program (exit code {code}): {details}</source>
        <translation>Het venster beëindigde het programma (exitcode {code}): {details}</translation>
    </message>
    <message>
        <source>The window says the same in every language: its translations are missing.</source>
        <translation>Het venster zegt in elke taal hetzelfde: de vertalingen ontbreken.</translation>
    </message>
    <message>
        <source>The window was opened and nobody painted it.</source>
        <translation>Het venster werd geopend en niet getekend.</translation>
    </message>
    <message>
        <source>The words the&amp;y agreed to (optional)</source>
        <translation>De woorden waarmee ze a&amp;kkoord gingen (hoeft niet)</translation>
    </message>
    <message>
        <source>The workbook has no sheet “{sheet}”.</source>
        <translation>De werkmap heeft geen blad “{sheet}”.</translation>
    </message>
    <message>
        <source>The workspace cannot be written to.</source>
        <translation>Er kan niet naar de werkruimte worden geschreven.</translation>
    </message>
    <message>
        <source>The workspace folder.</source>
        <translation>De map van de werkruimte.</translation>
    </message>
    <message>
        <source>The workspace is open in a window or a command, as it may be.</source>
        <translation>De werkruimte is open in een venster of een opdracht, en dat mag.</translation>
    </message>
    <message>
        <source>The workspace was busy for too long.</source>
        <translation>De werkruimte was te lang bezet.</translation>
    </message>
    <message>
        <source>The workspace {path} is open in another program.</source>
        <translation>De werkruimte {path} is open in een ander programma.</translation>
    </message>
    <message>
        <source>The workspace&apos;s file could not be opened.</source>
        <translation>Het bestand van de werkruimte kon niet worden geopend.</translation>
    </message>
    <message>
        <source>The workspace&apos;s file is damaged.</source>
        <translation>Het bestand van de werkruimte is beschadigd.</translation>
    </message>
    <message>
        <source>The workspace&apos;s number</source>
        <translation>Het nummer van de werkruimte</translation>
    </message>
    <message>
        <source>The year</source>
        <translation>Het jaar</translation>
    </message>
    <message>
        <source>The {part} of a part of “{field}” is too long.</source>
        <translation>Bij een onderdeel van “{field}” is iets te lang: {part}.</translation>
    </message>
    <message>
        <source>The “hello_world” template cannot be sent from your own number.</source>
        <translation>Het sjabloon “hello_world” kan niet vanaf je eigen nummer worden verzonden.</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Thema</translation>
    </message>
    <message>
        <source>Then</source>
        <translation>Dan</translation>
    </message>
    <message>
        <source>There are no lists yet</source>
        <translation>Er zijn nog geen lijsten</translation>
    </message>
    <message>
        <source>There are no segments yet</source>
        <translation>Er zijn nog geen segmenten</translation>
    </message>
    <message>
        <source>There are none.</source>
        <translation>Er zijn er geen.</translation>
    </message>
    <message>
        <source>There are none: nobody counts how often somebody is written to.</source>
        <translation>Er zijn er geen: niemand telt hoe vaak iemand een bericht krijgt.</translation>
    </message>
    <message>
        <source>There are none: people are written to day and night.</source>
        <translation>Er zijn er geen: mensen krijgen dag en nacht berichten.</translation>
    </message>
    <message>
        <source>There are quiet hours called “{name}” already.</source>
        <translation>Er zijn al stille uren met de naam “{name}”.</translation>
    </message>
    <message>
        <source>There are {count} apps; {most} are allowed.</source>
        <translation>Er zijn {count} apps; {most} mag.</translation>
    </message>
    <message>
        <source>There are {count} buttons of the kind “{kind}”; {most} is the most.</source>
        <translation>Er zijn {count} knoppen van de soort “{kind}”; hooguit {most} mag.</translation>
    </message>
    <message>
        <source>There are {count} buttons; {most} are allowed.</source>
        <translation>Er zijn {count} knoppen; {most} mag.</translation>
    </message>
    <message>
        <source>There are {count} line breaks in a row; {most} is the most.</source>
        <translation>Er zijn {count} regeleinden op een rij; hooguit {most} mag.</translation>
    </message>
    <message>
        <source>There is a cap called “{name}” already.</source>
        <translation>Er is al een maximum met de naam “{name}”.</translation>
    </message>
    <message>
        <source>There is a draft “{name}” in this language already.</source>
        <translation>Er is al een concept “{name}” in deze taal.</translation>
    </message>
    <message>
        <source>There is a field “{label}” already.</source>
        <translation>Er is al een veld “{label}”.</translation>
    </message>
    <message>
        <source>There is a field “{name}” already.</source>
        <translation>Er is al een veld “{name}”.</translation>
    </message>
    <message>
        <source>There is a font with emoji.</source>
        <translation>Er is een lettertype met emoji.</translation>
    </message>
    <message>
        <source>There is a list “{name}” already.</source>
        <translation>Er is al een lijst “{name}”.</translation>
    </message>
    <message>
        <source>There is a recipe called “{name}” already.</source>
        <translation>Er is al een recept met de naam “{name}”.</translation>
    </message>
    <message>
        <source>There is a sample “{name}” already.</source>
        <translation>Er is al een voorbeeld “{name}”.</translation>
    </message>
    <message>
        <source>There is a segment “{name}” already.</source>
        <translation>Er is al een segment “{name}”.</translation>
    </message>
    <message>
        <source>There is a snippet “{name}” already.</source>
        <translation>Er is al een snippet “{name}”.</translation>
    </message>
    <message>
        <source>There is already a template “{name}” in this language.</source>
        <translation>Er is al een sjabloon “{name}” in deze taal.</translation>
    </message>
    <message>
        <source>There is no answer yet.</source>
        <translation>Er is nog geen antwoord.</translation>
    </message>
    <message>
        <source>There is no app that takes the code.</source>
        <translation>Er is geen app die de code aanneemt.</translation>
    </message>
    <message>
        <source>There is no connection to the internet, or a firewall blocks it.</source>
        <translation>Er is geen internetverbinding, of een firewall blokkeert die.</translation>
    </message>
    <message>
        <source>There is no contact {who}.</source>
        <translation>Er is geen contact {who}.</translation>
    </message>
    <message>
        <source>There is no date to wait for, so it goes straight on.</source>
        <translation>Er is geen datum om op te wachten, dus het contact gaat meteen verder.</translation>
    </message>
    <message>
        <source>There is no event in this file.</source>
        <translation>Er staat geen gebeurtenis in dit bestand.</translation>
    </message>
    <message>
        <source>There is no example called {name}.</source>
        <translation>Er is geen voorbeeld met de naam {name}.</translation>
    </message>
    <message>
        <source>There is no field here.</source>
        <translation>Hier staat geen veld.</translation>
    </message>
    <message>
        <source>There is no function “{name}”.</source>
        <translation>Er is geen functie “{name}”.</translation>
    </message>
    <message>
        <source>There is no import to undo.</source>
        <translation>Er is geen import om ongedaan te maken.</translation>
    </message>
    <message>
        <source>There is no journey {name}.</source>
        <translation>Er is geen journey {name}.</translation>
    </message>
    <message>
        <source>There is no list or segment “{list}”.</source>
        <translation>Er is geen lijst of segment “{list}”.</translation>
    </message>
    <message>
        <source>There is no list yet.</source>
        <translation>Er is nog geen lijst.</translation>
    </message>
    <message>
        <source>There is no list “{list}”.</source>
        <translation>Er is geen lijst “{list}”.</translation>
    </message>
    <message>
        <source>There is no message to check yet.</source>
        <translation>Er is nog geen bericht om te controleren.</translation>
    </message>
    <message>
        <source>There is no other journey yet</source>
        <translation>Er is nog geen andere journey</translation>
    </message>
    <message>
        <source>There is no phone number.</source>
        <translation>Er is geen telefoonnummer.</translation>
    </message>
    <message>
        <source>There is no rule yet.</source>
        <translation>Er is nog geen regel.</translation>
    </message>
    <message>
        <source>There is no segment “{segment}”.</source>
        <translation>Er is geen segment “{segment}”.</translation>
    </message>
    <message>
        <source>There is no value here.</source>
        <translation>Hier staat geen waarde.</translation>
    </message>
    <message>
        <source>There is no way out of this loop: {steps}.</source>
        <translation>Er is geen weg uit deze lus: {steps}.</translation>
    </message>
    <message>
        <source>There is no workspace in {path}.</source>
        <translation>Er is geen werkruimte in {path}.</translation>
    </message>
    <message>
        <source>There is nobody in it to import.</source>
        <translation>Er staat niemand in om te importeren.</translation>
    </message>
    <message>
        <source>There is nothing in this journey yet.</source>
        <translation>Er staat nog niets in deze journey.</translation>
    </message>
    <message>
        <source>There is nothing to send right now.</source>
        <translation>Er is nu niets te verzenden.</translation>
    </message>
    <message>
        <source>There was no token on standard input.</source>
        <translation>Er was geen token op de standaardinvoer.</translation>
    </message>
    <message>
        <source>These are more than {most} events.</source>
        <translation>Dit zijn meer dan {most} gebeurtenissen.</translation>
    </message>
    <message>
        <source>These are the &amp;default</source>
        <translation>Dit is de stan&amp;daard</translation>
    </message>
    <message>
        <source>These are the first {n} of {total}.</source>
        <translation>Dit zijn de eerste {n} van {total}.</translation>
    </message>
    <message>
        <source>These ask for it by its name: {users}.</source>
        <translation>Deze vragen ernaar op naam: {users}.</translation>
    </message>
    <message>
        <source>These fields stay because something uses them: {fields}.</source>
        <translation>Deze velden blijven, want iets gebruikt ze: {fields}.</translation>
    </message>
    <message>
        <source>These languages cannot be read: {names}. Install the program again.</source>
        <translation>Deze talen kunnen niet worden gelezen: {names}. Installeer het programma opnieuw.</translation>
    </message>
    <message>
        <source>These messages became due while this computer was off or asleep. The journey says to ask you. Whoever waits here goes on as soon as you decide.</source>
        <translation>Deze berichten waren aan de beurt terwijl deze computer uit stond of sliep. De journey vraagt wat je wilt. Wie hier wacht, gaat verder zodra je beslist.</translation>
    </message>
    <message>
        <source>These numbers are never written to, not even with a code to sign in.</source>
        <translation>Deze nummers krijgen nooit een bericht, zelfs geen code om in te loggen.</translation>
    </message>
    <message>
        <source>These people never got a message; the reasons are below.</source>
        <translation>Deze mensen hebben nooit een bericht gekregen; de redenen staan hieronder.</translation>
    </message>
    <message>
        <source>These quiet hours have no name.</source>
        <translation>Deze stille uren hebben geen naam.</translation>
    </message>
    <message>
        <source>These steps were copied in a newer version of WhatsApp Studio.</source>
        <translation>Deze stappen zijn gekopieerd in een nieuwere versie van WhatsApp Studio.</translation>
    </message>
    <message>
        <source>These templates are not known here, so others stood in for them: {names}.</source>
        <translation>Deze sjablonen zijn hier niet bekend en zijn daarom door andere vervangen: {names}.</translation>
    </message>
    <message>
        <source>These use it: {users}.</source>
        <translation>Gebruikt door: {users}.</translation>
    </message>
    <message>
        <source>These wrote, or will write, to some of the same people within 24 hours before or after this campaign.</source>
        <translation>Deze schreven, of schrijven, naar een deel van dezelfde mensen binnen 24 uur voor of na deze campagne.</translation>
    </message>
    <message>
        <source>They agreed</source>
        <translation>Ze gaven toestemming</translation>
    </message>
    <message>
        <source>They agreed to marketing</source>
        <translation>Toestemming voor marketing</translation>
    </message>
    <message>
        <source>They agreed to marketing…</source>
        <translation>Toestemming voor marketing…</translation>
    </message>
    <message>
        <source>They agreed…</source>
        <translation>Ze gaven toestemming…</translation>
    </message>
    <message>
        <source>They answered</source>
        <comment>example</comment>
        <translation>Er kwam antwoord</translation>
    </message>
    <message>
        <source>They are never sent. Everybody goes on to the next step.</source>
        <translation>Ze worden nooit verzonden. Iedereen gaat door naar de volgende stap.</translation>
    </message>
    <message>
        <source>They are two contacts again.</source>
        <translation>Het zijn weer twee contacten.</translation>
    </message>
    <message>
        <source>They begin at different times.</source>
        <translation>Ze beginnen op verschillende tijden.</translation>
    </message>
    <message>
        <source>They can be written to again. Who had asked to stop gets marketing only after a new consent.</source>
        <translation>Ze kunnen weer berichten krijgen. Wie had gevraagd om te stoppen, krijgt pas marketing na een nieuwe toestemming.</translation>
    </message>
    <message>
        <source>They come before all other buttons, or after them.</source>
        <translation>Ze komen voor alle andere knoppen, of erna.</translation>
    </message>
    <message>
        <source>They come some hours after messages were sent, and reach back 90 days.</source>
        <translation>Ze komen enkele uren na het verzenden, en gaan 90 dagen terug.</translation>
    </message>
    <message>
        <source>They count as not answered: those contacts get no marketing because of them.</source>
        <translation>Ze tellen als niet beantwoord: op grond daarvan krijgen die contacten geen marketing.</translation>
    </message>
    <message>
        <source>They end at the time they begin, so nothing could be sent.</source>
        <translation>Ze eindigen op het tijdstip waarop ze beginnen, dus er zou niets verzonden kunnen worden.</translation>
    </message>
    <message>
        <source>They get no messages any more until they agree again.</source>
        <translation>Ze krijgen geen berichten meer tot ze opnieuw toestemming geven.</translation>
    </message>
    <message>
        <source>They had opted out already.</source>
        <translation>Ze waren al afgemeld.</translation>
    </message>
    <message>
        <source>They leave now, at the pace of your number, and in nobody&apos;s quiet hours.</source>
        <translation>Ze worden nu verzonden, in het tempo van je nummer en niet in iemands stille uren.</translation>
    </message>
    <message>
        <source>They leave once the template is allowed again; for another reason, mend it and pause and resume the journey. Whoever waits too long goes on by “timed out”.</source>
        <translation>Ze gaan uit zodra het sjabloon weer is toegestaan; is er een andere reden, los die dan op en pauzeer en hervat de journey. Wie te lang wacht, gaat verder via “niet op tijd”.</translation>
    </message>
    <message>
        <source>They leave only while the program runs. When you quit, sending waits and goes on at the next start; nobody gets a message twice.</source>
        <translation>Ze worden alleen verzonden zolang het programma loopt. Als je afsluit, wacht de verzending en gaat die bij de volgende start verder; niemand krijgt een bericht twee keer.</translation>
    </message>
    <message>
        <source>They said no</source>
        <translation>Ze zeiden nee</translation>
    </message>
    <message>
        <source>They stay where they are and finish that version as it is.</source>
        <translation>Wie erin zit, blijft waar die is en maakt die versie af zoals die is.</translation>
    </message>
    <message>
        <source>They were left empty; the contacts were read.</source>
        <translation>Ze zijn leeg gelaten; de contacten zijn gelezen.</translation>
    </message>
    <message>
        <source>They would no longer work without it.</source>
        <translation>Ze zouden er niet meer zonder kunnen.</translation>
    </message>
    <message>
        <source>They wrote a moment ago, so this needs no template.</source>
        <comment>example</comment>
        <translation>Er is net geschreven, dus hiervoor is geen sjabloon nodig.</translation>
    </message>
    <message>
        <source>They wrote what is wrong. Answer within the 24-hour window.</source>
        <comment>example</comment>
        <translation>Er staat wat er mis is. Antwoord binnen het 24-uursvenster.</translation>
    </message>
    <message>
        <source>This account does not take marketing templates through the Cloud API.</source>
        <translation>Dit account accepteert geen marketingsjablonen via de Cloud API.</translation>
    </message>
    <message>
        <source>This account has as many templates as it may have.</source>
        <translation>Dit account heeft het maximale aantal sjablonen.</translation>
    </message>
    <message>
        <source>This account may not send without a template.</source>
        <translation>Dit account mag niet zonder sjabloon verzenden.</translation>
    </message>
    <message>
        <source>This campaign was launched already.</source>
        <translation>Deze campagne is al gestart.</translation>
    </message>
    <message>
        <source>This cannot be sent yet.</source>
        <translation>Dit kan nog niet worden verzonden.</translation>
    </message>
    <message>
        <source>This cannot be undone. Opt-outs are remembered, and reports keep their numbers.</source>
        <translation>Dit kun je niet ongedaan maken. Afmeldingen blijven bewaard en rapporten houden hun cijfers.</translation>
    </message>
    <message>
        <source>This cap has no name.</source>
        <translation>Dit maximum heeft geen naam.</translation>
    </message>
    <message>
        <source>This card has no text, others have one.</source>
        <translation>Deze kaart heeft geen tekst, andere wel.</translation>
    </message>
    <message>
        <source>This category allows {least} to {most} seconds.</source>
        <translation>Bij deze categorie mag {least} tot {most} seconden.</translation>
    </message>
    <message>
        <source>This category is not available to your account.</source>
        <translation>Deze categorie is niet beschikbaar voor je account.</translation>
    </message>
    <message>
        <source>This contact</source>
        <translation>Dit contact</translation>
    </message>
    <message>
        <source>This contact is skipped; the others go on.</source>
        <translation>Dit contact wordt overgeslagen; de andere gaan door.</translation>
    </message>
    <message>
        <source>This contact last wrote more than 24 hours ago.</source>
        <translation>Dit contact schreef meer dan 24 uur geleden voor het laatst.</translation>
    </message>
    <message>
        <source>This contact never was in a journey.</source>
        <translation>Dit contact is nooit in een journey geweest.</translation>
    </message>
    <message>
        <source>This contact no longer exists.</source>
        <translation>Dit contact bestaat niet meer.</translation>
    </message>
    <message>
        <source>This draft is not there any more.</source>
        <translation>Dit concept is er niet meer.</translation>
    </message>
    <message>
        <source>This field holds dates, as 2026-11-22 or 22-11-2026.</source>
        <translation>In dit veld staan datums, zoals 2026-11-22 of 22-11-2026.</translation>
    </message>
    <message>
        <source>This field holds moments, as 2026-11-22 14:05 or 22-11-2026 14:05.</source>
        <translation>Dit veld bevat momenten, zoals 2026-11-22 14:05 of 22-11-2026 14:05.</translation>
    </message>
    <message>
        <source>This field holds numbers.</source>
        <translation>In dit veld staan getallen.</translation>
    </message>
    <message>
        <source>This field holds yes or no.</source>
        <translation>In dit veld staat ja of nee.</translation>
    </message>
    <message>
        <source>This field no longer exists.</source>
        <translation>Dit veld bestaat niet meer.</translation>
    </message>
    <message>
        <source>This file cannot be imported.</source>
        <translation>Dit bestand kan niet worden geïmporteerd.</translation>
    </message>
    <message>
        <source>This is a rule of your own brand kit, not of Meta&apos;s.</source>
        <translation>Dit is een regel van je eigen huisstijl, niet van Meta.</translation>
    </message>
    <message>
        <source>This is a test, so that lasts a few seconds only.</source>
        <translation>Dit is een test, dus dat duurt maar een paar seconden.</translation>
    </message>
    <message>
        <source>This is counted once every comparison is complete.</source>
        <translation>Dit wordt geteld zodra elke vergelijking af is.</translation>
    </message>
    <message>
        <source>This is more than one rule.</source>
        <translation>Dit is meer dan één regel.</translation>
    </message>
    <message>
        <source>This is no keyword: nothing happens by itself.</source>
        <translation>Dit is geen trefwoord: er gebeurt vanzelf niets.</translation>
    </message>
    <message>
        <source>This is no rule that can be read.</source>
        <translation>Dit is geen leesbare regel.</translation>
    </message>
    <message>
        <source>This is not a journey file.</source>
        <translation>Dit is geen journeybestand.</translation>
    </message>
    <message>
        <source>This is not a phone number.</source>
        <translation>Dit is geen telefoonnummer.</translation>
    </message>
    <message>
        <source>This is not an access token.</source>
        <translation>Dit is geen toegangstoken.</translation>
    </message>
    <message>
        <source>This is not the name of an event.</source>
        <translation>Dit is niet de naam van een gebeurtenis.</translation>
    </message>
    <message>
        <source>This is taken out of the workspace for good. Counts in reports stay.</source>
        <translation>Dit gaat voorgoed uit de werkruimte. Aantallen in rapporten blijven.</translation>
    </message>
    <message>
        <source>This is the first of {n} who match.</source>
        <translation>Dit is de eerste van {n} gevonden mensen.</translation>
    </message>
    <message>
        <source>This is the goal</source>
        <translation>Dit is het doel</translation>
    </message>
    <message>
        <source>This is too large. Send at most 5 MB at a time.</source>
        <translation>Dit is te groot. Stuur hooguit 5 MB tegelijk.</translation>
    </message>
    <message>
        <source>This is what Meta allows for your number.</source>
        <translation>Dit is wat Meta voor je nummer toestaat.</translation>
    </message>
    <message>
        <source>This is what is published</source>
        <translation>Dit is wat is gepubliceerd</translation>
    </message>
    <message>
        <source>This is what runs already; nothing was changed since.</source>
        <translation>Dit loopt al; sindsdien is er niets gewijzigd.</translation>
    </message>
    <message>
        <source>This is your own number.</source>
        <translation>Dit is je eigen nummer.</translation>
    </message>
    <message>
        <source>This journey can only be looked at here.</source>
        <translation>Deze journey kun je hier alleen bekijken.</translation>
    </message>
    <message>
        <source>This journey can only be looked at.</source>
        <translation>Deze journey kun je alleen bekijken.</translation>
    </message>
    <message>
        <source>This journey has no version {version}.</source>
        <translation>Deze journey heeft geen versie {version}.</translation>
    </message>
    <message>
        <source>This journey has {count} steps.</source>
        <translation>Deze journey heeft {count} stappen.</translation>
    </message>
    <message>
        <source>This journey has {count} steps; at most {most} can be opened.</source>
        <translation>Deze journey heeft {count} stappen; er kunnen er maximaal {most} worden geopend.</translation>
    </message>
    <message numerus="yes">
        <source>This journey has {n} steps.</source>
        <extracomment>One: This journey has {n} step.</extracomment>
        <translation>
            <numerusform>Deze journey heeft {n} stap.</numerusform>
            <numerusform>Deze journey heeft {n} stappen.</numerusform>
        </translation>
    </message>
    <message>
        <source>This journey is open in another window. Here you can only look at it.</source>
        <translation>Deze journey is in een ander venster open. Hier kun je alleen kijken.</translation>
    </message>
    <message>
        <source>This list no longer exists.</source>
        <translation>Deze lijst bestaat niet meer.</translation>
    </message>
    <message>
        <source>This machine has no keyring that can be trusted with the token.</source>
        <translation>Deze computer heeft geen sleutelhanger waaraan het token is toe te vertrouwen.</translation>
    </message>
    <message>
        <source>This machine has no keyring that could keep the token, so it is asked for at each start. It stays in memory until the program ends. Without it you can keep editing; sending waits.</source>
        <translation>Deze computer heeft geen sleutelhanger die het token kan bewaren, dus wordt er bij elke start om gevraagd. Het blijft in het geheugen tot het programma stopt. Zonder token kun je verder werken; verzenden wacht.</translation>
    </message>
    <message>
        <source>This machine has no keyring to keep it, so it is another one after each start.</source>
        <translation>Deze computer heeft geen sleutelhanger om het te bewaren, dus is het na elke start een ander.</translation>
    </message>
    <message>
        <source>This machine has no keyring: set WHATSAPP_STUDIO_TOKEN for each run. The token was not stored.</source>
        <translation>Deze computer heeft geen sleutelhanger: stel WHATSAPP_STUDIO_TOKEN in voor elke keer dat je het programma start. Het token is niet opgeslagen.</translation>
    </message>
    <message>
        <source>This machine&apos;s clock is {n} seconds off.</source>
        <translation>De klok van deze computer wijkt {n} seconden af.</translation>
    </message>
    <message>
        <source>This merge can no longer be taken back.</source>
        <translation>Dit samenvoegen kan niet meer worden teruggenomen.</translation>
    </message>
    <message>
        <source>This message cannot be sent without a template.</source>
        <translation>Dit bericht kan niet zonder sjabloon worden verzonden.</translation>
    </message>
    <message>
        <source>This note no longer exists.</source>
        <translation>Deze notitie bestaat niet meer.</translation>
    </message>
    <message>
        <source>This number is not on the list of allowed recipients.</source>
        <translation>Dit nummer staat niet op de lijst met toegestane ontvangers.</translation>
    </message>
    <message>
        <source>This number may write to {limit} new people in 24 hours, and the audience has {count}.</source>
        <translation>Dit nummer mag in 24 uur naar {limit} nieuwe mensen schrijven, en de doelgroep telt er {count}.</translation>
    </message>
    <message>
        <source>This offer has ended</source>
        <translation>Deze aanbieding is afgelopen</translation>
    </message>
    <message>
        <source>This one becomes part of it</source>
        <translation>Dit wordt er deel van</translation>
    </message>
    <message>
        <source>This one is kept</source>
        <translation>Dit blijft</translation>
    </message>
    <message>
        <source>This part of the journey&apos;s history is not in the workspace.</source>
        <translation>Dit deel van de geschiedenis van de journey staat niet in de werkruimte.</translation>
    </message>
    <message>
        <source>This person changed phone or number since you last checked.</source>
        <translation>Deze persoon heeft een andere telefoon of een ander nummer sinds je laatste controle.</translation>
    </message>
    <message>
        <source>This person stopped marketing messages from you in WhatsApp.</source>
        <translation>Deze persoon heeft marketingberichten van jou in WhatsApp stopgezet.</translation>
    </message>
    <message>
        <source>This person was erased and is not added again.</source>
        <translation>Deze persoon is gewist en wordt niet weer toegevoegd.</translation>
    </message>
    <message>
        <source>This person&apos;s number is not known, and a code cannot be sent without it.</source>
        <translation>Het nummer van deze persoon is niet bekend, en zonder nummer kan geen code worden verzonden.</translation>
    </message>
    <message>
        <source>This program does not know buttons of the kind “{kind}”.</source>
        <translation>Dit programma kent geen knoppen van de soort “{kind}”.</translation>
    </message>
    <message>
        <source>This program does not know headers of the kind “{kind}”.</source>
        <translation>Dit programma kent geen koppen van de soort “{kind}”.</translation>
    </message>
    <message>
        <source>This program does not know parts of the kind “{kind}”.</source>
        <translation>Dit programma kent geen delen van de soort “{kind}”.</translation>
    </message>
    <message>
        <source>This program does not know the step “{kind}”.</source>
        <translation>Dit programma kent de stap “{kind}” niet.</translation>
    </message>
    <message>
        <source>This program sends by the Cloud API. Meta has this for its Marketing Messages API only.</source>
        <translation>Dit programma verzendt via de Cloud API. Meta heeft dit alleen voor zijn Marketing Messages API.</translation>
    </message>
    <message>
        <source>This program sends through the Cloud API, which leaves it out.</source>
        <translation>Dit programma verzendt via de Cloud API, en die laat het weg.</translation>
    </message>
    <message>
        <source>This program uses Qt and Qt for Python under the LGPL, version 3. They are separate files that you may replace by versions of your own; the text under Licences says where they are and how.</source>
        <translation>Dit programma gebruikt Qt en Qt for Python onder de LGPL, versie 3. Het zijn losse bestanden die je door eigen versies mag vervangen; de tekst onder Licenties zegt waar ze staan en hoe dat gaat.</translation>
    </message>
    <message numerus="yes">
        <source>This reaches {n} people. Type that number to confirm:</source>
        <extracomment>One: This reaches {n} person. Type that number to confirm:</extracomment>
        <translation>
            <numerusform>Dit bereikt {n} persoon. Typ dat aantal om te bevestigen:</numerusform>
            <numerusform>Dit bereikt {n} mensen. Typ dat aantal om te bevestigen:</numerusform>
        </translation>
    </message>
    <message>
        <source>This reads like a code to log in: {words}.</source>
        <translation>Dit leest als een inlogcode: {words}.</translation>
    </message>
    <message>
        <source>This reads like marketing: {words}.</source>
        <translation>Dit leest als marketing: {words}.</translation>
    </message>
    <message>
        <source>This reads like news about an order: {words}.</source>
        <translation>Dit leest als nieuws over een bestelling: {words}.</translation>
    </message>
    <message>
        <source>This recipe is not there any more.</source>
        <translation>Dit recept is er niet meer.</translation>
    </message>
    <message>
        <source>This rule cannot be read. Edit it to make it anew.</source>
        <translation>Deze regel kan niet worden gelezen. Bewerk hem om hem opnieuw te maken.</translation>
    </message>
    <message>
        <source>This sample was deleted meanwhile.</source>
        <translation>Dit voorbeeld is intussen verwijderd.</translation>
    </message>
    <message>
        <source>This segment is gone.</source>
        <translation>Dit segment is weg.</translation>
    </message>
    <message>
        <source>This segment was not saved when the window closed. Go on where you were.</source>
        <translation>Dit segment was niet opgeslagen toen het venster sloot. Ga verder waar je was.</translation>
    </message>
    <message>
        <source>This sends to {n} people. Type that number to go on</source>
        <translation>Dit gaat naar {n} mensen. Typ dat getal om door te gaan</translation>
    </message>
    <message>
        <source>This share takes none of the paths, to compare with.</source>
        <translation>Dit deel neemt geen van de paden, om mee te vergelijken.</translation>
    </message>
    <message>
        <source>This simulation is not kept any more.</source>
        <translation>Deze simulatie wordt niet meer bewaard.</translation>
    </message>
    <message>
        <source>This snippet was deleted meanwhile.</source>
        <translation>Deze snippet is intussen verwijderd.</translation>
    </message>
    <message>
        <source>This stays on your computer; nothing is sent. It holds no access tokens, phone numbers or messages. If you want it mended, send it to whoever helps you with this program.</source>
        <translation>Dit blijft op je computer; er wordt niets verzonden. Er staan geen toegangstokens, telefoonnummers of berichten in. Wil je dat het wordt opgelost, stuur het dan naar wie je met dit programma helpt.</translation>
    </message>
    <message>
        <source>This step is disabled, so the contact passes straight through.</source>
        <translation>Deze stap is uitgeschakeld, dus het contact gaat er direct doorheen.</translation>
    </message>
    <message>
        <source>This system has no keyring that can be trusted: you will be asked for both at each start, and nothing is written down.</source>
        <translation>Dit systeem heeft geen betrouwbare sleutelhanger: bij elke start wordt om beide gevraagd en er wordt niets vastgelegd.</translation>
    </message>
    <message>
        <source>This template cannot be changed now.</source>
        <translation>Dit sjabloon kan nu niet worden gewijzigd.</translation>
    </message>
    <message>
        <source>This template cannot be made.</source>
        <translation>Dit sjabloon kan niet worden gemaakt.</translation>
    </message>
    <message>
        <source>This template cannot be used this way.</source>
        <translation>Dit sjabloon kan niet zo worden gebruikt.</translation>
    </message>
    <message>
        <source>This template has a price limit and cannot be sent this way.</source>
        <translation>Dit sjabloon heeft een prijslimiet en kan zo niet worden verzonden.</translation>
    </message>
    <message>
        <source>This template has no places: everybody gets the same text.</source>
        <translation>Dit sjabloon heeft geen invulplekken: iedereen krijgt dezelfde tekst.</translation>
    </message>
    <message>
        <source>This template is being deleted.</source>
        <translation>Dit sjabloon wordt op dit moment verwijderd.</translation>
    </message>
    <message>
        <source>This template was deleted.</source>
        <translation>Dit sjabloon is verwijderd.</translation>
    </message>
    <message>
        <source>This time the program was started in one language; the choice counts from the next start.</source>
        <translation>Deze keer is het programma in een bepaalde taal gestart; de keuze geldt vanaf de volgende start.</translation>
    </message>
    <message>
        <source>This version does not know everything in it.</source>
        <translation>Deze versie kent niet alles wat erin staat.</translation>
    </message>
    <message>
        <source>This version lets contacts in.</source>
        <translation>Deze versie laat contacten binnen.</translation>
    </message>
    <message>
        <source>This was asked for already.</source>
        <translation>Dit is al gevraagd.</translation>
    </message>
    <message>
        <source>This works only with Meta&apos;s Marketing Messages API.</source>
        <translation>Dit werkt alleen met Meta&apos;s Marketing Messages API.</translation>
    </message>
    <message>
        <source>This workspace has no templates yet: whether those of the journey are there is not checked.</source>
        <translation>Deze werkruimte heeft nog geen sjablonen: of die van de journey bestaan, is niet gecontroleerd.</translation>
    </message>
    <message>
        <source>This would be more.</source>
        <translation>Dit zouden er meer zijn.</translation>
    </message>
    <message>
        <source>Those cells were left empty; the contacts were read.</source>
        <translation>Die cellen zijn leeg gelaten; de contacten zijn wel ingelezen.</translation>
    </message>
    <message>
        <source>Those cells were left out; the contacts were read.</source>
        <translation>Die cellen zijn weggelaten; de contacten zijn gelezen.</translation>
    </message>
    <message>
        <source>Those of the workspace</source>
        <translation>Die van de werkruimte</translation>
    </message>
    <message>
        <source>Those who were in the audience the time before do not enter again.</source>
        <translation>Wie de vorige keer al in de doelgroep zat, komt niet opnieuw binnen.</translation>
    </message>
    <message>
        <source>Throughput</source>
        <translation>Verzendtempo</translation>
    </message>
    <message>
        <source>Thursday</source>
        <translation>Donderdag</translation>
    </message>
    <message>
        <source>Tick a day of the week, or remove the period.</source>
        <translation>Kies een dag van de week, of verwijder de periode.</translation>
    </message>
    <message>
        <source>Tick all</source>
        <translation>Alles aanvinken</translation>
    </message>
    <message>
        <source>Tick none</source>
        <translation>Niets aanvinken</translation>
    </message>
    <message>
        <source>Tick samples in the list to see the message with each of them.</source>
        <translation>Vink voorbeelden in de lijst aan om het bericht met elk te zien.</translation>
    </message>
    <message>
        <source>Tick what you accept</source>
        <translation>Vink aan wat je accepteert</translation>
    </message>
    <message>
        <source>Tick “Test contact” for somebody on the page Contacts, for example for yourself.</source>
        <translation>Vink “Testcontact” aan bij iemand op de pagina Contacten, bijvoorbeeld bij jezelf.</translation>
    </message>
    <message>
        <source>Tick “Test contact” for somebody, for example for yourself.</source>
        <translation>Vink “Testcontact” aan bij iemand, bijvoorbeeld bij jezelf.</translation>
    </message>
    <message>
        <source>Tick “Test contact” for that person on the page Contacts.</source>
        <translation>Vink “Testcontact” aan bij die persoon op de pagina Contacten.</translation>
    </message>
    <message>
        <source>Tick “Test contact” where you edit the contact, or choose another one.</source>
        <translation>Vink “Testcontact” aan waar je het contact bewerkt, of kies een ander contact.</translation>
    </message>
    <message>
        <source>Tick “This is the goal” at an End, or choose another goal.</source>
        <translation>Vink “Dit is het doel” aan bij een Einde of kies een ander doel.</translation>
    </message>
    <message>
        <source>Tid&amp;y up</source>
        <translation>&amp;Netjes maken</translation>
    </message>
    <message>
        <source>Tidy up</source>
        <translation>Netjes maken</translation>
    </message>
    <message numerus="yes">
        <source>Tidy up {n} items</source>
        <extracomment>One: Tidy up {n} item</extracomment>
        <translation>
            <numerusform>{n} onderdeel netjes maken</numerusform>
            <numerusform>{n} onderdelen netjes maken</numerusform>
        </translation>
    </message>
    <message>
        <source>Tied to a step: it moves with it.</source>
        <translation>Hoort bij een stap en beweegt mee.</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Tijd</translation>
    </message>
    <message>
        <source>Time (UTC)</source>
        <translation>Tijd (UTC)</translation>
    </message>
    <message>
        <source>Time left to undo</source>
        <translation>Resterende tijd om ongedaan te maken</translation>
    </message>
    <message>
        <source>Time of the week</source>
        <translation>Moment van de week</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Tijdzone</translation>
    </message>
    <message>
        <source>Time zones have names such as Europe/Amsterdam.</source>
        <translation>Tijdzones hebben namen zoals Europe/Amsterdam.</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Tijdlijn</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Title of the frame</source>
        <translation>Titel van het kader</translation>
    </message>
    <message>
        <source>Title: product, product; another title: product</source>
        <translation>Titel: product, product; andere titel: product</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Tot</translation>
    </message>
    <message>
        <source>To what</source>
        <translation>Waarvoor</translation>
    </message>
    <message>
        <source>To which message</source>
        <translation>Op welk bericht</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Vandaag</translation>
    </message>
    <message>
        <source>Together 100 %. A contact takes the same path each time.</source>
        <translation>Samen 100%. Een contact neemt elke keer hetzelfde pad.</translation>
    </message>
    <message>
        <source>Together they have to make 100 %.</source>
        <translation>Samen moeten ze 100% zijn.</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Token of the form</source>
        <translation>Token van het formulier</translation>
    </message>
    <message>
        <source>Too bad</source>
        <comment>example</comment>
        <translation>Jammer</translation>
    </message>
    <message>
        <source>Too late after</source>
        <translation>Niet meer verzenden na</translation>
    </message>
    <message>
        <source>Too late, by its journey&apos;s rule</source>
        <translation>Te laat volgens de regel van de journey</translation>
    </message>
    <message>
        <source>Too many messages went to this person in a short time.</source>
        <translation>Er gingen in korte tijd te veel berichten naar deze persoon.</translation>
    </message>
    <message>
        <source>Too many were made in a short time.</source>
        <translation>Het waren er te veel in korte tijd.</translation>
    </message>
    <message>
        <source>Total {n} % of 100 %</source>
        <translation>Totaal {n}% van 100%</translation>
    </message>
    <message>
        <source>Translation</source>
        <translation>Vertaling</translation>
    </message>
    <message>
        <source>Translation {n}</source>
        <translation>Vertaling {n}</translation>
    </message>
    <message>
        <source>Translation: {language}</source>
        <translation>Vertaling: {language}</translation>
    </message>
    <message>
        <source>Tried from the top. Both days are included.</source>
        <translation>Van boven naar beneden geprobeerd. Beide dagen tellen mee.</translation>
    </message>
    <message>
        <source>Tried from the top. The first rule that is true gives the path. A simulation looks once, as it starts, which segments people are in and what they did; live that is looked up at each step.</source>
        <translation>Van boven af geprobeerd. De eerste regel die klopt, geeft het pad. Een simulatie kijkt één keer, aan het begin, in welke segmenten mensen zitten en wat ze deden; live wordt dat bij elke stap opgezocht.</translation>
    </message>
    <message>
        <source>Whoever sends one gets marketing again.</source>
        <translation>Wie er een stuurt, krijgt weer marketing.</translation>
    </message>
    <message>
        <source>Whoever sends one gets no marketing any more.</source>
        <translation>Wie er een stuurt, krijgt geen marketing meer.</translation>
    </message>
    <message>
        <source>Whoever sends one is only answered.</source>
        <translation>Wie er een stuurt, krijgt alleen antwoord.</translation>
    </message>
    <message>
        <source>Tried from the top. Up to the next day where the end is before the start.</source>
        <translation>Van boven naar beneden geprobeerd. Ligt het einde vóór het begin, dan loopt de tijd door tot de volgende dag.</translation>
    </message>
    <message>
        <source>Tries several ways on contacts at random, so that you can compare them.</source>
        <translation>Probeert willekeurig verschillende manieren uit op contacten, zodat je ze kunt vergelijken.</translation>
    </message>
    <message>
        <source>Trim the spaces</source>
        <translation>Spaties eromheen weghalen</translation>
    </message>
    <message>
        <source>True for true, yes, on and 1; else false</source>
        <translation>Waar voor true, yes, on en 1; anders niet waar</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Opnieuw proberen</translation>
    </message>
    <message>
        <source>Try again in a minute. On a company network, ask whether a proxy is in the way.</source>
        <translation>Probeer het over een minuut opnieuw. Vraag op een bedrijfsnetwerk of er een proxy tussen zit.</translation>
    </message>
    <message>
        <source>Try again in a moment.</source>
        <translation>Probeer het zo meteen opnieuw.</translation>
    </message>
    <message>
        <source>Try again later.</source>
        <translation>Probeer het later opnieuw.</translation>
    </message>
    <message>
        <source>Try again tomorrow.</source>
        <translation>Probeer het morgen opnieuw.</translation>
    </message>
    <message>
        <source>Try again. If it happens again, report it with the details.</source>
        <translation>Probeer het opnieuw. Gebeurt het weer, meld het dan met de details.</translation>
    </message>
    <message>
        <source>Try again: the list is read anew.</source>
        <translation>Probeer het opnieuw: de lijst wordt dan opnieuw gelezen.</translation>
    </message>
    <message>
        <source>Try again; what it said is in {log}.</source>
        <translation>Probeer het opnieuw; wat de sandbox meldde, staat in {log}.</translation>
    </message>
    <message>
        <source>Try every part of the program for real, on made-up data in a folder that is removed again.</source>
        <translation>Elk onderdeel van het programma echt proberen, met verzonnen gegevens in een map die daarna wordt verwijderd.</translation>
    </message>
    <message>
        <source>Try it in the sandbox</source>
        <translation>Probeer in de sandbox</translation>
    </message>
    <message>
        <source>Try it with</source>
        <translation>Proberen met</translation>
    </message>
    <message>
        <source>Try other words.</source>
        <translation>Probeer andere woorden.</translation>
    </message>
    <message>
        <source>Tu</source>
        <translation>Di</translation>
    </message>
    <message>
        <source>Tuesday</source>
        <translation>Dinsdag</translation>
    </message>
    <message>
        <source>Turned away by a cap</source>
        <translation>Tegengehouden door een maximum</translation>
    </message>
    <message>
        <source>Turned away by the cap</source>
        <translation>Tegengehouden door het maximum</translation>
    </message>
    <message>
        <source>Twice</source>
        <translation>Twee keer</translation>
    </message>
    <message>
        <source>Two buttons are called “{text}”.</source>
        <translation>Twee knoppen heten “{text}”.</translation>
    </message>
    <message>
        <source>Two columns go to the same field.</source>
        <translation>Twee kolommen gaan naar hetzelfde veld.</translation>
    </message>
    <message>
        <source>Two contacts are one now.</source>
        <translation>Twee contacten zijn nu één.</translation>
    </message>
    <message>
        <source>Two fields are compared.</source>
        <translation>Er worden twee velden vergeleken.</translation>
    </message>
    <message>
        <source>Two letters, such as NL.</source>
        <translation>Twee letters, zoals NL.</translation>
    </message>
    <message>
        <source>Two with one name could not be told apart.</source>
        <translation>Twee met dezelfde naam waren niet uit elkaar te houden.</translation>
    </message>
    <message>
        <source>Type a message, for example: STOP.</source>
        <translation>Typ een bericht, bijvoorbeeld: STOP.</translation>
    </message>
    <message>
        <source>Type a name for it.</source>
        <translation>Typ er een naam voor.</translation>
    </message>
    <message>
        <source>Type a name or a number, or press a line in a list of people.</source>
        <translation>Typ een naam of nummer, of klik op een regel in een lijst met mensen.</translation>
    </message>
    <message>
        <source>Type a number such as 7.</source>
        <translation>Typ een getal zoals 7.</translation>
    </message>
    <message>
        <source>Type a number.</source>
        <translation>Typ een getal.</translation>
    </message>
    <message>
        <source>Type a time longer than 0.</source>
        <translation>Typ een tijd die langer is dan 0.</translation>
    </message>
    <message>
        <source>Type a time of 0 or longer.</source>
        <translation>Typ een tijd van 0 of langer.</translation>
    </message>
    <message>
        <source>Type one such as 09:00.</source>
        <translation>Typ een tijd zoals 09:00.</translation>
    </message>
    <message>
        <source>Type one, without a comma.</source>
        <translation>Typ een getal zonder komma.</translation>
    </message>
    <message>
        <source>Type one.</source>
        <translation>Typ een naam.</translation>
    </message>
    <message>
        <source>Type text, or put in a field from the list</source>
        <translation>Typ tekst, of voeg een veld uit de lijst in</translation>
    </message>
    <message>
        <source>Type what it stands for.</source>
        <translation>Typ waar het voor staat.</translation>
    </message>
    <message>
        <source>Type what you want to find it by.</source>
        <translation>Typ hoe je dit wilt terugvinden.</translation>
    </message>
    <message>
        <source>Type {count} to go on.</source>
        <translation>Typ {count} om verder te gaan.</translation>
    </message>
    <message>
        <source>Type {n} to confirm.</source>
        <translation>Typ {n} om te bevestigen.</translation>
    </message>
    <message>
        <source>Typical time inside</source>
        <translation>Gebruikelijke tijd in de journey</translation>
    </message>
    <message>
        <source>US number: Meta delivers no marketing there</source>
        <translation>Amerikaans nummer: Meta levert daar geen marketing af</translation>
    </message>
    <message>
        <source>Unblock</source>
        <translation>Deblokkeren</translation>
    </message>
    <message>
        <source>Unblock numbers you no longer need there.</source>
        <translation>Deblokkeer nummers die daar niet meer op hoeven te staan.</translation>
    </message>
    <message>
        <source>Unblock the number in WhatsApp Manager to write to it again.</source>
        <translation>Deblokkeer het nummer in WhatsApp Manager om er weer naar te kunnen schrijven.</translation>
    </message>
    <message>
        <source>Understood</source>
        <translation>Begrepen</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Ongedaan maken</translation>
    </message>
    <message>
        <source>Undo last import</source>
        <translation>Laatste import ongedaan maken</translation>
    </message>
    <message>
        <source>Undo last import…</source>
        <translation>Laatste import ongedaan maken…</translation>
    </message>
    <message>
        <source>Undo the last merge</source>
        <translation>Laatste samenvoeging ongedaan maken</translation>
    </message>
    <message>
        <source>Undo the repair</source>
        <translation>Reparatie ongedaan maken</translation>
    </message>
    <message>
        <source>Undo this import</source>
        <translation>Deze import ongedaan maken</translation>
    </message>
    <message>
        <source>Undo this import…</source>
        <translation>Deze import ongedaan maken…</translation>
    </message>
    <message>
        <source>Undoing the import…</source>
        <translation>Import ongedaan maken…</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Eenheid</translation>
    </message>
    <message>
        <source>Unit of time</source>
        <translation>Tijdseenheid</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Onbekend</translation>
    </message>
    <message>
        <source>Unknown step</source>
        <translation>Onbekende stap</translation>
    </message>
    <message>
        <source>Unlimited</source>
        <translation>Onbeperkt</translation>
    </message>
    <message>
        <source>Unlock it and try again.</source>
        <translation>Ontgrendel die en probeer het opnieuw.</translation>
    </message>
    <message>
        <source>Unnamed campaign</source>
        <translation>Campagne zonder naam</translation>
    </message>
    <message>
        <source>Unnamed journey</source>
        <translation>Journey zonder naam</translation>
    </message>
    <message>
        <source>Unnamed template</source>
        <translation>Sjabloon zonder naam</translation>
    </message>
    <message>
        <source>Unschedule</source>
        <translation>Planning annuleren</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Tot</translation>
    </message>
    <message>
        <source>Until (may stay open)</source>
        <translation>Tot en met (mag open blijven)</translation>
    </message>
    <message>
        <source>Until Meta has answered nothing can be changed about it.</source>
        <translation>Tot Meta antwoordt, kan er niets aan worden gewijzigd.</translation>
    </message>
    <message>
        <source>Until a date and time</source>
        <translation>Tot een datum en tijd</translation>
    </message>
    <message>
        <source>Until a date of the contact</source>
        <translation>Tot een datum van het contact</translation>
    </message>
    <message>
        <source>Until the next opening hours</source>
        <translation>Tot de volgende openingstijden</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>Naamloos</translation>
    </message>
    <message>
        <source>Up to 1,000 messages a second</source>
        <translation>Tot 1.000 berichten per seconde</translation>
    </message>
    <message>
        <source>Up to 80 messages a second</source>
        <translation>Tot 80 berichten per seconde</translation>
    </message>
    <message numerus="yes">
        <source>Up to date: {n} language versions read, {approved} approved.</source>
        <extracomment>One: Up to date: {n} language version read, {approved} approved.</extracomment>
        <translation>
            <numerusform>Bijgewerkt: {n} taalversie gelezen, {approved} goedgekeurd.</numerusform>
            <numerusform>Bijgewerkt: {n} taalversies gelezen, {approved} goedgekeurd.</numerusform>
        </translation>
    </message>
    <message>
        <source>Update contact</source>
        <translation>Contact bijwerken</translation>
    </message>
    <message>
        <source>Update the contact</source>
        <translation>Contact bijwerken</translation>
    </message>
    <message>
        <source>Update the program, or remove the step.</source>
        <translation>Werk het programma bij of verwijder de stap.</translation>
    </message>
    <message numerus="yes">
        <source>Update {n} fields</source>
        <extracomment>One: Update {n} field</extracomment>
        <translation>
            <numerusform>Werk {n} veld bij</numerusform>
            <numerusform>Werk {n} velden bij</numerusform>
        </translation>
    </message>
    <message>
        <source>Use</source>
        <translation>Gebruiken</translation>
    </message>
    <message>
        <source>Use a link to your own site.</source>
        <translation>Gebruik een link naar je eigen site.</translation>
    </message>
    <message>
        <source>Use a recipe…</source>
        <translation>Recept gebruiken…</translation>
    </message>
    <message>
        <source>Use an address that begins with https://.</source>
        <translation>Gebruik een adres dat begint met https://.</translation>
    </message>
    <message>
        <source>Use another template instead of “{name}”</source>
        <translation>Een ander sjabloon gebruiken in plaats van “{name}”</translation>
    </message>
    <message>
        <source>Use another word.</source>
        <translation>Gebruik een ander woord.</translation>
    </message>
    <message>
        <source>Use codes such as NL.</source>
        <translation>Gebruik codes zoals NL.</translation>
    </message>
    <message>
        <source>Use codes such as nl or en_US.</source>
        <translation>Gebruik codes zoals nl of en_US.</translation>
    </message>
    <message>
        <source>Use dates such as 2026-11-22.</source>
        <translation>Gebruik datums zoals 2026-11-22.</translation>
    </message>
    <message>
        <source>Use fewer buttons, or one kind, if your customers read on a computer.</source>
        <translation>Gebruik minder knoppen, of één soort, als je klanten op een computer lezen.</translation>
    </message>
    <message>
        <source>Use https:// if the other system can.</source>
        <translation>Gebruik https:// als het andere systeem dat kan.</translation>
    </message>
    <message>
        <source>Use in a campaign</source>
        <translation>In een campagne gebruiken</translation>
    </message>
    <message>
        <source>Use letters A to Z and digits only.</source>
        <translation>Gebruik alleen de letters A tot Z en cijfers.</translation>
    </message>
    <message>
        <source>Use letters, digits and dashes, and keep its value on one line.</source>
        <translation>Gebruik letters, cijfers en streepjes, en houd de waarde op één regel.</translation>
    </message>
    <message>
        <source>Use letters, digits and underscores, such as order_total.</source>
        <translation>Gebruik letters, cijfers en onderstrepingstekens, zoals order_total.</translation>
    </message>
    <message>
        <source>Use made-up contacts</source>
        <translation>Verzonnen contacten gebruiken</translation>
    </message>
    <message>
        <source>Use names such as Europe/Amsterdam.</source>
        <translation>Gebruik namen zoals Europe/Amsterdam.</translation>
    </message>
    <message>
        <source>Use one of the known filters, for example default, upcase or capitalize.</source>
        <translation>Gebruik een van de bekende filters, bijvoorbeeld default, upcase of capitalize.</translation>
    </message>
    <message>
        <source>Use one such as in_list, is_empty or starts_with.</source>
        <translation>Gebruik er een zoals in_list, is_empty of starts_with.</translation>
    </message>
    <message>
        <source>Use one that starts with https://, or an expression.</source>
        <translation>Gebruik een adres dat begint met https://, of een expressie.</translation>
    </message>
    <message>
        <source>Use quick replies, links and phone numbers.</source>
        <translation>Gebruik snelle antwoorden, links en telefoonnummers.</translation>
    </message>
    <message>
        <source>Use small letters a to z, digits and underscores only.</source>
        <translation>Gebruik alleen kleine letters a tot z, cijfers en lage streepjes.</translation>
    </message>
    <message>
        <source>Use small letters and underscores only.</source>
        <translation>Gebruik alleen kleine letters en lage streepjes.</translation>
    </message>
    <message>
        <source>Use that one, or end it first.</source>
        <translation>Gebruik die, of beëindig die eerst.</translation>
    </message>
    <message>
        <source>Use the id of the one you mean; “journey list” shows it.</source>
        <translation>Gebruik de id van de journey die je bedoelt; “journey list” laat die zien.</translation>
    </message>
    <message>
        <source>Use the informal form.</source>
        <translation>Gebruik de informele vorm.</translation>
    </message>
    <message>
        <source>Use the polite form.</source>
        <translation>Gebruik de beleefde vorm.</translation>
    </message>
    <message>
        <source>Use this token</source>
        <translation>Dit token gebruiken</translation>
    </message>
    <message>
        <source>Use what earlier messages show</source>
        <translation>Gebruiken wat eerdere berichten laten zien</translation>
    </message>
    <message>
        <source>Use yes and no.</source>
        <translation>Gebruik ja en nee.</translation>
    </message>
    <message>
        <source>Use “&lt;” for before, “&gt;” for after, or “==”.</source>
        <translation>Gebruik “&lt;” voor eerder, “&gt;” voor later, of “==”.</translation>
    </message>
    <message>
        <source>Used</source>
        <translation>Gebruikt</translation>
    </message>
    <message>
        <source>Used by</source>
        <translation>Gebruikt door</translation>
    </message>
    <message>
        <source>Used by {uses}.</source>
        <translation>Gebruikt door {uses}.</translation>
    </message>
    <message>
        <source>Used by {uses}. If its quality stays low, Meta disables it.</source>
        <translation>Gebruikt door {uses}. Blijft de kwaliteit laag, dan schakelt Meta het uit.</translation>
    </message>
    <message>
        <source>Used by {uses}. People block or report it; Meta may pause it.</source>
        <translation>Gebruikt door {uses}. Mensen blokkeren of melden het; Meta kan het pauzeren.</translation>
    </message>
    <message>
        <source>Used by {uses}. Their messages wait.</source>
        <translation>Gebruikt door {uses}. Die berichten wachten.</translation>
    </message>
    <message>
        <source>Used by {uses}. Then it may go only to who agreed, and costs what marketing costs.</source>
        <translation>Gebruikt door {uses}. Dan mag het alleen naar wie toestemming gaf, en kost het wat marketing kost.</translation>
    </message>
    <message>
        <source>Used by {uses}. What may reach people without consent waits, and it costs what marketing costs.</source>
        <translation>Gebruikt door {uses}. Wat mensen zonder toestemming kan bereiken, wacht, en het kost wat marketing kost.</translation>
    </message>
    <message>
        <source>Used in</source>
        <translation>Gebruikt in</translation>
    </message>
    <message>
        <source>Used when empty</source>
        <translation>Gebruikt als het leeg is</translation>
    </message>
    <message>
        <source>Used when empty: {place}</source>
        <translation>Gebruikt als het leeg is: {place}</translation>
    </message>
    <message>
        <source>Utility</source>
        <translation>Service</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Waarde</translation>
    </message>
    <message>
        <source>Value {n}</source>
        <translation>Waarde {n}</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>Waarden</translation>
    </message>
    <message>
        <source>Values it offers</source>
        <translation>Waarden die het aanbiedt</translation>
    </message>
    <message>
        <source>Values may have no line breaks, no tabs and no long gaps.</source>
        <translation>In waarden mogen geen regeleinden, geen tabs en geen lange reeksen spaties staan.</translation>
    </message>
    <message>
        <source>Values of the sample</source>
        <translation>Waarden van het voorbeeld</translation>
    </message>
    <message>
        <source>Values the event carries. Later steps can use them as event.name.</source>
        <translation>Waarden die met de gebeurtenis meekomen. Latere stappen kunnen ze gebruiken als event.naam.</translation>
    </message>
    <message>
        <source>Variables</source>
        <translation>Invulvelden</translation>
    </message>
    <message>
        <source>Variables are names</source>
        <translation>Invulvelden zijn namen</translation>
    </message>
    <message>
        <source>Variables are numbers</source>
        <translation>Invulvelden zijn nummers</translation>
    </message>
    <message>
        <source>Verify it, then register it.</source>
        <translation>Verifieer het en registreer het daarna.</translation>
    </message>
    <message>
        <source>Verify token</source>
        <translation>Verificatietoken</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Versie</translation>
    </message>
    <message>
        <source>Version {n} · {inside}</source>
        <translation>Versie {n} · {inside}</translation>
    </message>
    <message>
        <source>Version {n}, {at}</source>
        <translation>Versie {n}, {at}</translation>
    </message>
    <message>
        <source>Version {n}: {inside} inside</source>
        <translation>Versie {n}: {inside} in de journey</translation>
    </message>
    <message>
        <source>Version {publication} was published and lets contacts in.</source>
        <translation>Versie {publication} is gepubliceerd en laat contacten binnen.</translation>
    </message>
    <message>
        <source>Version {publication} was published and lets contacts in; whoever is inside ({inside}) finishes an earlier one.</source>
        <translation>Versie {publication} is gepubliceerd en laat contacten binnen; wie in de journey is ({inside}), maakt een eerdere versie af.</translation>
    </message>
    <message>
        <source>Version {version}</source>
        <translation>Versie {version}</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Versies</translation>
    </message>
    <message>
        <source>Versions of the journey</source>
        <translation>Versies van de journey</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>Video</translation>
    </message>
    <message>
        <source>Video: {name}</source>
        <translation>Video: {name}</translation>
    </message>
    <message>
        <source>W&amp;hen</source>
        <translation>W&amp;anneer</translation>
    </message>
    <message>
        <source>Wait</source>
        <translation>Wachten</translation>
    </message>
    <message>
        <source>Wait a few minutes and try again. Sending is not affected.</source>
        <translation>Wacht een paar minuten en probeer het opnieuw. Het verzenden gaat gewoon door.</translation>
    </message>
    <message>
        <source>Wait a moment and try again.</source>
        <translation>Wacht even en probeer het opnieuw.</translation>
    </message>
    <message>
        <source>Wait a moment, then try again.</source>
        <translation>Wacht even en probeer het dan opnieuw.</translation>
    </message>
    <message>
        <source>Wait an hour, or correct the flow in WhatsApp Manager.</source>
        <translation>Wacht een uur, of verbeter de flow in WhatsApp Manager.</translation>
    </message>
    <message>
        <source>Wait at least a day. Look at the quality of the number, and write only to people who expect it.</source>
        <translation>Wacht minstens een dag. Bekijk de kwaliteit van het nummer en schrijf alleen mensen die het verwachten.</translation>
    </message>
    <message>
        <source>Wait at most</source>
        <translation>Hooguit wachten</translation>
    </message>
    <message>
        <source>Wait five minutes, then register it.</source>
        <translation>Wacht vijf minuten en registreer het daarna.</translation>
    </message>
    <message>
        <source>Wait for Meta&apos;s answer, or duplicate it as a new template.</source>
        <translation>Wacht op Meta&apos;s antwoord, of dupliceer het als nieuw sjabloon.</translation>
    </message>
    <message>
        <source>Wait for a contact&apos;s date</source>
        <translation>Wachten op een datum van een contact</translation>
    </message>
    <message>
        <source>Wait for an answer</source>
        <translation>Wachten op antwoord</translation>
    </message>
    <message>
        <source>Wait for an event</source>
        <translation>Wachten op een gebeurtenis</translation>
    </message>
    <message>
        <source>Wait for its answer.</source>
        <translation>Wacht op het antwoord van Meta.</translation>
    </message>
    <message>
        <source>Wait for opening hours</source>
        <translation>Wachten op openingstijden</translation>
    </message>
    <message>
        <source>Wait for the review, or choose another template.</source>
        <translation>Wacht op de beoordeling, of kies een ander sjabloon.</translation>
    </message>
    <message>
        <source>Wait for {days}</source>
        <translation>Wacht op {days}</translation>
    </message>
    <message>
        <source>Wait for {event}</source>
        <translation>Wacht op {event}</translation>
    </message>
    <message numerus="yes">
        <source>Wait for {n} events</source>
        <extracomment>One: Wait for {n} event</extracomment>
        <translation>
            <numerusform>Wacht op {n} gebeurtenis</numerusform>
            <numerusform>Wacht op {n} gebeurtenissen</numerusform>
        </translation>
    </message>
    <message>
        <source>Wait three days.</source>
        <translation>Wacht drie dagen.</translation>
    </message>
    <message>
        <source>Wait until Meta has looked at it, or choose another template.</source>
        <translation>Wacht tot Meta ernaar heeft gekeken of kies een ander sjabloon.</translation>
    </message>
    <message>
        <source>Wait until a date</source>
        <translation>Wachten tot een datum</translation>
    </message>
    <message>
        <source>Wait until it is approved again, or choose another template.</source>
        <translation>Wacht tot het weer is goedgekeurd, of kies een ander sjabloon.</translation>
    </message>
    <message>
        <source>Wait until it is done.</source>
        <translation>Wacht tot die klaar is.</translation>
    </message>
    <message>
        <source>Wait until then, or duplicate it as a new template.</source>
        <translation>Wacht tot dan, of dupliceer het als nieuw sjabloon.</translation>
    </message>
    <message>
        <source>Wait until {date}</source>
        <translation>Wacht tot {date}</translation>
    </message>
    <message>
        <source>Wait until {field}</source>
        <translation>Wacht tot {field}</translation>
    </message>
    <message>
        <source>Wait {span}</source>
        <translation>Wacht {span}</translation>
    </message>
    <message>
        <source>Wait, then try the right PIN.</source>
        <translation>Wacht en probeer daarna de juiste pincode.</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wacht nog</translation>
    </message>
    <message>
        <source>Waits for a reaction, until {until} at most.</source>
        <translation>Wacht op een reactie, uiterlijk tot {until}.</translation>
    </message>
    <message>
        <source>Waits for an event, until {until} at most.</source>
        <translation>Wacht op een gebeurtenis, uiterlijk tot {until}.</translation>
    </message>
    <message>
        <source>Waits for its own date: {until}.</source>
        <translation>Wacht op de eigen datum: {until}.</translation>
    </message>
    <message>
        <source>Waits for its time</source>
        <translation>Wacht op het starttijdstip</translation>
    </message>
    <message>
        <source>Waits for the opening hours: {until}.</source>
        <translation>Wacht op de openingstijden: {until}.</translation>
    </message>
    <message>
        <source>Waits to be let in, until {until}.</source>
        <translation>Wacht om binnengelaten te worden, tot {until}.</translation>
    </message>
    <message>
        <source>Waits until the date: {until}.</source>
        <translation>Wacht tot de datum: {until}.</translation>
    </message>
    <message>
        <source>Waits until they are over</source>
        <translation>Wacht tot ze voorbij zijn</translation>
    </message>
    <message>
        <source>Waits until {until}.</source>
        <translation>Wacht tot {until}.</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Waarschuwing</translation>
    </message>
    <message>
        <source>Warning: {what}</source>
        <translation>Waarschuwing: {what}</translation>
    </message>
    <message>
        <source>Way out {n}</source>
        <translation>Vertrek {n}</translation>
    </message>
    <message>
        <source>We</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>We are sorry to hear that. What is wrong? Write it here, a photo helps.</source>
        <comment>example</comment>
        <translation>Wat vervelend om te horen. Wat is er mis? Schrijf het hier, een foto helpt.</translation>
    </message>
    <message numerus="yes">
        <source>We cannot tell whether {n} messages of “{name}” were sent</source>
        <extracomment>One: We cannot tell whether {n} message of “{name}” was sent</extracomment>
        <translation>
            <numerusform>We weten niet of {n} bericht van “{name}” is verzonden</numerusform>
            <numerusform>We weten niet of {n} berichten van “{name}” zijn verzonden</numerusform>
        </translation>
    </message>
    <message>
        <source>Web address of the file</source>
        <translation>Webadres van het bestand</translation>
    </message>
    <message>
        <source>Webhook receiver</source>
        <translation>Webhook-ontvanger</translation>
    </message>
    <message>
        <source>Wednesday</source>
        <translation>Woensdag</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Gewicht</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>Welkom</translation>
    </message>
    <message>
        <source>Welcome</source>
        <comment>example</comment>
        <translation>Welkom</translation>
    </message>
    <message>
        <source>Welcomed</source>
        <comment>example</comment>
        <translation>Verwelkomd</translation>
    </message>
    <message>
        <source>Went on</source>
        <translation>Ging verder</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Wat</translation>
    </message>
    <message>
        <source>What Meta counted</source>
        <translation>Wat Meta telde</translation>
    </message>
    <message>
        <source>What a group of a regular expression finds; simple ones only</source>
        <translation>Wat een groep van een reguliere expressie vindt; alleen eenvoudige</translation>
    </message>
    <message>
        <source>What a map has under a name</source>
        <translation>Wat een map onder een naam heeft</translation>
    </message>
    <message>
        <source>What a new field holds, such as date.</source>
        <translation>Wat een nieuw veld bevat, zoals date.</translation>
    </message>
    <message>
        <source>What advertises is marketing, even inside an order update.</source>
        <translation>Wat reclame maakt, is marketing, ook in een bericht over een bestelling.</translation>
    </message>
    <message>
        <source>What became of the templates, or of NAME, as last heard.

JSON: {&quot;templates&quot;: [{&quot;name&quot;, &quot;language&quot;, &quot;status&quot;, &quot;category&quot;, &quot;quality&quot;, &quot;since&quot;, &quot;reason&quot;, &quot;history&quot;: [{&quot;at&quot;,
&quot;kind&quot;, &quot;before&quot;, &quot;after&quot;, &quot;reason&quot;, &quot;details&quot;, &quot;source&quot;}]}]}; the history only with NAME.</source>
        <translation>Wat er van de sjablonen is geworden, of van NAME, zoals het laatst is gehoord.

JSON: `{&quot;templates&quot;: [{&quot;name&quot;, &quot;language&quot;, &quot;status&quot;, &quot;category&quot;, &quot;quality&quot;, &quot;since&quot;, &quot;reason&quot;, &quot;history&quot;: [{&quot;at&quot;,
&quot;kind&quot;, &quot;before&quot;, &quot;after&quot;, &quot;reason&quot;, &quot;details&quot;, &quot;source&quot;}]}]}`; de geschiedenis alleen met NAME.</translation>
    </message>
    <message>
        <source>What can be chosen</source>
        <translation>Wat er te kiezen is</translation>
    </message>
    <message>
        <source>What can be put in</source>
        <translation>Wat je kunt invoegen</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>Wat er veranderde</translation>
    </message>
    <message>
        <source>What changes</source>
        <translation>Wat er verandert</translation>
    </message>
    <message>
        <source>What columns are apart by, such as ; or tab; else a guess.</source>
        <translation>Waarmee kolommen gescheiden zijn, zoals ; of tab; anders een gok.</translation>
    </message>
    <message>
        <source>What comes back</source>
        <translation>Wat er terugkomt</translation>
    </message>
    <message>
        <source>What comes back to you when the button is tapped</source>
        <translation>Wat je terugkrijgt als iemand op de knop tikt</translation>
    </message>
    <message>
        <source>What comes back to you with the answers to the form</source>
        <translation>Wat je terugkrijgt met de antwoorden op het formulier</translation>
    </message>
    <message>
        <source>What comes then, a newer version of the program knows.</source>
        <translation>Wat er daarna komt, weet alleen een nieuwere versie van het programma.</translation>
    </message>
    <message>
        <source>What comes with it</source>
        <translation>Wat er meekomt</translation>
    </message>
    <message>
        <source>What contacts do</source>
        <translation>Wat contacten doen</translation>
    </message>
    <message>
        <source>What differs from what runs</source>
        <translation>Wat verschilt van wat loopt</translation>
    </message>
    <message>
        <source>What does not fit is cut off, with three dots at the end.</source>
        <translation>Wat niet past, valt weg, met drie puntjes aan het eind.</translation>
    </message>
    <message>
        <source>What does the other system do at “{what}”?</source>
        <translation>Wat doet het andere systeem bij “{what}”?</translation>
    </message>
    <message>
        <source>What does {name} do with “{what}”?</source>
        <translation>Wat doet {name} met “{what}”?</translation>
    </message>
    <message>
        <source>What each of them gets</source>
        <translation>Wat ieder krijgt</translation>
    </message>
    <message>
        <source>What each place of the template is filled with, and what to do where that is empty.</source>
        <translation>Waarmee elke invulplek van het sjabloon wordt gevuld, en wat er gebeurt als dat leeg is.</translation>
    </message>
    <message>
        <source>What fills a place, as body.1=&apos;{{ contact.first_name }}&apos;.</source>
        <translation>Wat een invulplek vult, zoals body.1=&apos;{{ contact.first_name }}&apos;.</translation>
    </message>
    <message>
        <source>What fills the places has to be mended first.</source>
        <translation>Wat de plekken vult, moet eerst worden hersteld.</translation>
    </message>
    <message>
        <source>What fits here</source>
        <translation>Wat hier past</translation>
    </message>
    <message>
        <source>What goes by them goes by the default ones from now on.</source>
        <translation>Wat zich eraan houdt, houdt zich voortaan aan de standaard.</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Wat er gebeurde</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>Wat er gebeurt</translation>
    </message>
    <message>
        <source>What happens while {name} waits at “{what}”?</source>
        <translation>Wat gebeurt er terwijl {name} bij “{what}” wacht?</translation>
    </message>
    <message>
        <source>What is after the @ of an e-mail address</source>
        <translation>Wat achter de @ van een e-mailadres staat</translation>
    </message>
    <message>
        <source>What is in a map</source>
        <translation>Wat er in een map zit</translation>
    </message>
    <message>
        <source>What is it for?</source>
        <translation>Waar is het voor?</translation>
    </message>
    <message>
        <source>What is kept</source>
        <translation>Wat er blijft</translation>
    </message>
    <message>
        <source>What is known of contacts beside name and number. Messages and segments can use it.</source>
        <translation>Wat er van contacten bekend is naast naam en nummer. Berichten en segmenten kunnen het gebruiken.</translation>
    </message>
    <message>
        <source>What is left after dividing</source>
        <translation>Wat overblijft na delen</translation>
    </message>
    <message>
        <source>What is live goes on as it is. Publish or launch it anew to change it.</source>
        <translation>Wat live is, gaat door zoals het is. Publiceer of start het opnieuw om het te wijzigen.</translation>
    </message>
    <message>
        <source>What is live stops sending it: people get nothing instead.</source>
        <translation>Wat live is, verzendt het niet meer: mensen krijgen dan niets.</translation>
    </message>
    <message>
        <source>What is sent, published, changed and deleted is written down here. Lines are never changed or removed.</source>
        <translation>Wat er verzonden, gepubliceerd, gewijzigd en verwijderd wordt, staat hier opgeschreven. Regels worden nooit veranderd of verwijderd.</translation>
    </message>
    <message>
        <source>What is wrong, and where</source>
        <translation>Wat er mis is, en waar</translation>
    </message>
    <message>
        <source>What it brought</source>
        <translation>Wat het opleverde</translation>
    </message>
    <message>
        <source>What it costs is not worked out: this version has no price list.</source>
        <translation>De kosten zijn niet berekend: deze versie heeft geen prijslijst.</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>Wat het doet</translation>
    </message>
    <message>
        <source>What it holds</source>
        <translation>Wat het bevat</translation>
    </message>
    <message>
        <source>What it says for this person</source>
        <translation>Wat er voor deze persoon staat</translation>
    </message>
    <message>
        <source>What people were sent until now no longer counts: everybody can get as many again.</source>
        <translation>Wat mensen tot nu toe kregen telt niet meer: iedereen kan er weer zoveel krijgen.</translation>
    </message>
    <message>
        <source>What people would see is not what you looked at.</source>
        <translation>Wat mensen te zien krijgen, is niet wat jij hebt bekeken.</translation>
    </message>
    <message>
        <source>What proves it, such as the number of a form.</source>
        <translation>Wat het bewijst, zoals het nummer van een formulier.</translation>
    </message>
    <message>
        <source>What runs never changes by itself: change the draft and publish it</source>
        <translation>Wat loopt, verandert nooit vanzelf: wijzig het concept en publiceer het</translation>
    </message>
    <message>
        <source>What should it start from?</source>
        <translation>Waarmee wil je beginnen?</translation>
    </message>
    <message>
        <source>What the file holds here cannot be shown. An edit replaces it.</source>
        <translation>Wat hier in het bestand staat, is niet te tonen. Een wijziging vervangt het.</translation>
    </message>
    <message>
        <source>What the journey wants of contacts. Reports count who did it.</source>
        <translation>Wat de journey bij contacten wil bereiken. Rapporten tellen wie het deed.</translation>
    </message>
    <message>
        <source>What the step does</source>
        <translation>Wat de stap doet</translation>
    </message>
    <message>
        <source>What there is of them was read.</source>
        <translation>Wat er van hen is, is gelezen.</translation>
    </message>
    <message>
        <source>What they write</source>
        <translation>Wat ze schrijven</translation>
    </message>
    <message>
        <source>What this journey is for. Contacts never see it.</source>
        <translation>Waarvoor deze journey is. Contacten zien dit nooit.</translation>
    </message>
    <message>
        <source>What this person gets</source>
        <translation>Wat deze persoon krijgt</translation>
    </message>
    <message>
        <source>What this step does (Shift+F1)</source>
        <translation>Wat deze stap doet (Shift+F1)</translation>
    </message>
    <message>
        <source>What to call it</source>
        <translation>Hoe het moet heten</translation>
    </message>
    <message>
        <source>What was asked</source>
        <translation>Wat er is gevraagd</translation>
    </message>
    <message>
        <source>What was copied holds no steps.</source>
        <translation>In wat is gekopieerd, zitten geen stappen.</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>Wat er gedaan is</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Wat gevonden is</translation>
    </message>
    <message>
        <source>What was made with it stays as it is.</source>
        <translation>Wat ermee is gemaakt, blijft zoals het is.</translation>
    </message>
    <message>
        <source>What was on its way is listed as in doubt.</source>
        <translation>Wat onderweg was, staat als onzeker in de lijst.</translation>
    </message>
    <message>
        <source>What will use it</source>
        <translation>Wat het gaat gebruiken</translation>
    </message>
    <message>
        <source>What you call these people</source>
        <translation>Hoe je deze mensen noemt</translation>
    </message>
    <message>
        <source>What you changed in this segment is lost.</source>
        <translation>Wat je in dit segment veranderde, gaat verloren.</translation>
    </message>
    <message>
        <source>What you typed in a snippet was not saved yet.</source>
        <translation>Wat je in een snippet typte, is nog niet opgeslagen.</translation>
    </message>
    <message>
        <source>What {n} contacts have in it is lost. This cannot be undone.</source>
        <translation>Wat {n} contacten erin hebben, gaat verloren. Dit kan niet ongedaan worden gemaakt.</translation>
    </message>
    <message>
        <source>What “{column}” becomes</source>
        <translation>Wat “{column}” wordt</translation>
    </message>
    <message>
        <source>What “{what}” is about is no message.</source>
        <translation>Waar “{what}” over gaat, is geen bericht.</translation>
    </message>
    <message>
        <source>WhatsApp Business account</source>
        <translation>WhatsApp Business-account</translation>
    </message>
    <message>
        <source>WhatsApp Business account with a verified name and number</source>
        <translation>WhatsApp Business-account met een geverifieerde naam en een geverifieerd nummer</translation>
    </message>
    <message>
        <source>WhatsApp Studio</source>
        <translation>WhatsApp Studio</translation>
    </message>
    <message>
        <source>WhatsApp Studio did not end as it should, twice in a row.</source>
        <translation>WhatsApp Studio is twee keer achter elkaar niet goed afgesloten.</translation>
    </message>
    <message>
        <source>WhatsApp Studio ended by itself last time.</source>
        <translation>WhatsApp Studio stopte de vorige keer vanzelf.</translation>
    </message>
    <message>
        <source>WhatsApp Studio goes on here</source>
        <translation>WhatsApp Studio gaat hier verder</translation>
    </message>
    <message>
        <source>WhatsApp Studio has to run at that time. If it does not, sending starts when it opens again.</source>
        <translation>WhatsApp Studio moet op dat moment lopen. Zo niet, dan begint verzenden zodra het weer opent.</translation>
    </message>
    <message>
        <source>WhatsApp Studio was ended from outside last time.</source>
        <translation>WhatsApp Studio werd de vorige keer van buitenaf beëindigd.</translation>
    </message>
    <message>
        <source>WhatsApp Studio {version}, on Qt {qt} (LGPL 3). Icons by Lucide (ISC). WhatsApp is a trademark of Meta; this program is not made by Meta.</source>
        <translation>WhatsApp Studio {version}, op Qt {qt} (LGPL 3). Pictogrammen van Lucide (ISC). WhatsApp is een handelsmerk van Meta; dit programma is niet door Meta gemaakt.</translation>
    </message>
    <message>
        <source>WhatsApp call</source>
        <translation>WhatsApp-gesprek</translation>
    </message>
    <message>
        <source>WhatsApp could not deliver to this number.</source>
        <translation>WhatsApp kon niet afleveren op dit nummer.</translation>
    </message>
    <message>
        <source>WhatsApp did not say in time whether it took the message.</source>
        <translation>WhatsApp liet niet op tijd weten of het bericht is aangenomen.</translation>
    </message>
    <message>
        <source>WhatsApp draws an offer with its clock and its code in one fixed way, which leaves no room for more.</source>
        <translation>WhatsApp tekent een aanbieding met klok en code op één vaste manier, en dat laat geen ruimte voor meer.</translation>
    </message>
    <message>
        <source>WhatsApp draws buttons in a fixed way on every phone, so their number, order and words have limits.</source>
        <translation>WhatsApp tekent knoppen op elke telefoon op een vaste manier, dus aantal, volgorde en woorden hebben grenzen.</translation>
    </message>
    <message>
        <source>WhatsApp is a trademark of Meta. This program is not made by Meta.</source>
        <translation>WhatsApp is een merk van Meta. Dit programma is niet door Meta gemaakt.</translation>
    </message>
    <message>
        <source>WhatsApp is not available for a moment.</source>
        <translation>WhatsApp is even niet beschikbaar.</translation>
    </message>
    <message>
        <source>WhatsApp knows languages by codes such as nl or en_US.</source>
        <translation>WhatsApp kent talen als codes, zoals nl of en_US.</translation>
    </message>
    <message>
        <source>WhatsApp on a computer does not show this message.</source>
        <translation>WhatsApp op een computer toont dit bericht niet.</translation>
    </message>
    <message>
        <source>WhatsApp refused the message.</source>
        <translation>WhatsApp heeft het bericht geweigerd.</translation>
    </message>
    <message>
        <source>WhatsApp shows headers, footers and buttons in a look of its own, which leaves no room for formatting.</source>
        <translation>WhatsApp toont kopteksten, voetteksten en knoppen op een eigen manier, zonder ruimte voor opmaak.</translation>
    </message>
    <message>
        <source>WhatsApp shows it bold by itself.</source>
        <translation>WhatsApp toont het vanzelf vet.</translation>
    </message>
    <message>
        <source>WhatsApp shows the cards of a carousel side by side in one size, so they have to be built alike.</source>
        <translation>WhatsApp toont de kaarten van een carrousel naast elkaar in één maat, dus moeten ze gelijk zijn opgebouwd.</translation>
    </message>
    <message>
        <source>WhatsApp shows these types of files on every phone without another program, up to this size.</source>
        <translation>WhatsApp toont deze bestandstypen op elke telefoon zonder ander programma, tot deze grootte.</translation>
    </message>
    <message>
        <source>WhatsApp shows two of them and “See all options”.</source>
        <translation>WhatsApp toont er twee, en “Alle opties bekijken”.</translation>
    </message>
    <message>
        <source>WhatsApp takes it</source>
        <translation>WhatsApp neemt het aan</translation>
    </message>
    <message>
        <source>WhatsApp took the message.</source>
        <translation>WhatsApp heeft het bericht aangenomen.</translation>
    </message>
    <message>
        <source>WhatsApp writes “{text}” on it, in the person&apos;s language.</source>
        <translation>WhatsApp zet er “{text}” op, in de taal van de persoon.</translation>
    </message>
    <message>
        <source>Wheel · Space and drag · middle button · two fingers</source>
        <translation>Scrollwiel · spatie en slepen · middelste knop · twee vingers</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wanneer</translation>
    </message>
    <message>
        <source>When WhatsApp could not take the message for a reason that may pass.</source>
        <translation>Als WhatsApp het bericht niet kon aannemen om een reden die voorbij kan gaan.</translation>
    </message>
    <message>
        <source>When a message is late</source>
        <translation>Als een bericht te laat is</translation>
    </message>
    <message>
        <source>When it begins, in UTC; without it, now.</source>
        <translation>Wanneer het begint, in UTC; anders nu.</translation>
    </message>
    <message>
        <source>When it happens, a contact would enter by both.</source>
        <translation>Als het gebeurt, zou een contact via allebei binnenkomen.</translation>
    </message>
    <message>
        <source>When it was given, by this computer&apos;s clock; else now.</source>
        <translation>Wanneer het gegeven is, op de klok van deze computer; anders nu.</translation>
    </message>
    <message>
        <source>When still empty</source>
        <translation>Als het nog leeg is</translation>
    </message>
    <message>
        <source>When still empty: {place}</source>
        <translation>Als het nog leeg is: {place}</translation>
    </message>
    <message>
        <source>When the offer ends, such as 2026-12-01T18:00</source>
        <translation>Wanneer de aanbieding eindigt, zoals 2026-12-01T18:00</translation>
    </message>
    <message>
        <source>When the window closes</source>
        <translation>Als het venster sluit</translation>
    </message>
    <message>
        <source>When they agreed</source>
        <translation>Wanneer toestemming is gegeven</translation>
    </message>
    <message>
        <source>Where CONTACT is in every journey, and why: a phone number, or a name that only one contact has.</source>
        <translation>Waar CONTACT in elke journey is, en waarom: een telefoonnummer, of een naam die maar één contact heeft.</translation>
    </message>
    <message>
        <source>Where a cap leaves room for one of two messages to a contact, the one of higher priority is sent.</source>
        <translation>Waar een maximum ruimte laat voor één van twee berichten aan een contact, wordt dat met de meeste voorrang verzonden.</translation>
    </message>
    <message>
        <source>Where a part is first; -1 where it is not</source>
        <translation>Waar een deel het eerst staat; -1 als het er niet is</translation>
    </message>
    <message>
        <source>Where a part is last; -1 where it is not</source>
        <translation>Waar een deel het laatst staat; -1 als het er niet is</translation>
    </message>
    <message>
        <source>Where a text holds another, or a list a thing</source>
        <translation>Waar een tekst een andere bevat, of een lijst een ding</translation>
    </message>
    <message>
        <source>Where both are equal</source>
        <translation>Waar beide gelijk zijn</translation>
    </message>
    <message>
        <source>Where both are true</source>
        <translation>Waar beide waar zijn</translation>
    </message>
    <message>
        <source>Where did {name} say yes? For example: asked at the counter.</source>
        <translation>Waar zei {name} ja? Bijvoorbeeld: gevraagd aan de balie.</translation>
    </message>
    <message>
        <source>Where in journeys</source>
        <translation>Waar in journeys</translation>
    </message>
    <message>
        <source>Where in journeys?</source>
        <translation>Waar in journeys?</translation>
    </message>
    <message>
        <source>Where is …?</source>
        <translation>Waar is …?</translation>
    </message>
    <message>
        <source>Where is …? A name or number</source>
        <translation>Waar is …? Een naam of nummer</translation>
    </message>
    <message>
        <source>Where it is as much or less</source>
        <translation>Waar het evenveel of minder is</translation>
    </message>
    <message>
        <source>Where it is as much or more</source>
        <translation>Waar het evenveel of meer is</translation>
    </message>
    <message>
        <source>Where it is less</source>
        <translation>Waar het minder is</translation>
    </message>
    <message>
        <source>Where it is more</source>
        <translation>Waar het meer is</translation>
    </message>
    <message>
        <source>Where it is not true</source>
        <translation>Waar het niet waar is</translation>
    </message>
    <message>
        <source>Where it is used</source>
        <translation>Waar het wordt gebruikt</translation>
    </message>
    <message>
        <source>Where it is, is said with each message.</source>
        <translation>Waar het is, staat bij elk bericht.</translation>
    </message>
    <message>
        <source>Where it was given; a yes needs it.</source>
        <translation>Waar het gegeven is; een ja heeft dat nodig.</translation>
    </message>
    <message>
        <source>Where it was not true</source>
        <translation>Waar het niet waar was</translation>
    </message>
    <message>
        <source>Where nobody went</source>
        <translation>Waar niemand kwam</translation>
    </message>
    <message>
        <source>Where one of them is true</source>
        <translation>Waar een van beide waar is</translation>
    </message>
    <message>
        <source>Where statuses and replies are posted.</source>
        <translation>Waar statussen en antwoorden naartoe worden gestuurd.</translation>
    </message>
    <message>
        <source>Where they agreed</source>
        <translation>Waar toestemming is gegeven</translation>
    </message>
    <message>
        <source>Where they come in</source>
        <translation>Waar ze binnenkomen</translation>
    </message>
    <message>
        <source>Where they differ</source>
        <translation>Waar ze verschillen</translation>
    </message>
    <message>
        <source>Whether a text does not hold another</source>
        <translation>Of een tekst een andere niet bevat</translation>
    </message>
    <message>
        <source>Whether a thing is in the list</source>
        <translation>Of een ding in de lijst staat</translation>
    </message>
    <message>
        <source>Whether all of it fits a regular expression; simple ones only</source>
        <translation>Of het geheel past bij een reguliere expressie; alleen eenvoudige</translation>
    </message>
    <message>
        <source>Whether both texts are the same</source>
        <translation>Of beide teksten hetzelfde zijn</translation>
    </message>
    <message>
        <source>Whether both texts are the same but for capitals</source>
        <translation>Of beide teksten op hoofdletters na hetzelfde zijn</translation>
    </message>
    <message>
        <source>Whether every thing is in another list</source>
        <translation>Of elk ding in een andere lijst staat</translation>
    </message>
    <message>
        <source>Whether every thing of another list is in it</source>
        <translation>Of elk ding van een andere lijst erin staat</translation>
    </message>
    <message>
        <source>Whether it begins otherwise</source>
        <translation>Of het anders begint</translation>
    </message>
    <message>
        <source>Whether it begins so</source>
        <translation>Of het zo begint</translation>
    </message>
    <message>
        <source>Whether it ends otherwise</source>
        <translation>Of het anders eindigt</translation>
    </message>
    <message>
        <source>Whether it ends so</source>
        <translation>Of het zo eindigt</translation>
    </message>
    <message>
        <source>Whether it fits a pattern: % is any text, _ is any character</source>
        <translation>Of het past bij een patroon: % is elke tekst, _ is elk teken</translation>
    </message>
    <message>
        <source>Whether it is missing</source>
        <translation>Of het ontbreekt</translation>
    </message>
    <message>
        <source>Whether it is missing or empty</source>
        <translation>Of het ontbreekt of leeg is</translation>
    </message>
    <message>
        <source>Whether it is none of these</source>
        <translation>Of het geen van deze is</translation>
    </message>
    <message>
        <source>Whether it is one of these</source>
        <translation>Of het een van deze is</translation>
    </message>
    <message>
        <source>Whether it is there, be it empty</source>
        <translation>Of het er is, ook als het leeg is</translation>
    </message>
    <message>
        <source>Whether there is something</source>
        <translation>Of er iets is</translation>
    </message>
    <message>
        <source>Whether two lists have a thing in common</source>
        <translation>Of twee lijsten een ding gemeen hebben</translation>
    </message>
    <message>
        <source>Whether two texts differ</source>
        <translation>Of twee teksten verschillen</translation>
    </message>
    <message>
        <source>Whether two texts differ in more than capitals</source>
        <translation>Of twee teksten in meer dan hoofdletters verschillen</translation>
    </message>
    <message>
        <source>Which column is the number?</source>
        <translation>Welke kolom is het nummer?</translation>
    </message>
    <message>
        <source>Which journey</source>
        <translation>Welke journey</translation>
    </message>
    <message>
        <source>Which list</source>
        <translation>Welke lijst</translation>
    </message>
    <message>
        <source>Which messages</source>
        <translation>Welke berichten</translation>
    </message>
    <message>
        <source>Who asks to stop comes here by themselves. You can also block numbers, or bring in a list of another program.</source>
        <translation>Wie vraagt om te stoppen, komt hier vanzelf. Je kunt ook nummers blokkeren, of een lijst van een ander programma binnenhalen.</translation>
    </message>
    <message>
        <source>Who belongs to it</source>
        <translation>Wie erbij hoort</translation>
    </message>
    <message>
        <source>Who came to “{step}”</source>
        <translation>Wie bij “{step}” kwam</translation>
    </message>
    <message>
        <source>Who enters</source>
        <translation>Wie er binnenkomt</translation>
    </message>
    <message>
        <source>Who enters this journey?</source>
        <translation>Wie komt deze journey binnen?</translation>
    </message>
    <message>
        <source>Who gets this message? People who may not be written to are left out.</source>
        <translation>Wie krijgt dit bericht? Mensen die je niet mag aanschrijven, worden overgeslagen.</translation>
    </message>
    <message>
        <source>Who has a birthday today, for a friendly wish.</source>
        <translation>Wie vandaag jarig is, voor een vriendelijke groet.</translation>
    </message>
    <message>
        <source>Who hears it</source>
        <translation>Wie het bereikt</translation>
    </message>
    <message>
        <source>Who is at “{step}” now</source>
        <translation>Wie nu bij “{step}” is</translation>
    </message>
    <message>
        <source>Who left the journey at “{step}”</source>
        <translation>Wie de journey verliet bij “{step}”</translation>
    </message>
    <message>
        <source>Who opted in to marketing</source>
        <translation>Wie toestemming gaf voor marketing</translation>
    </message>
    <message>
        <source>Who said yes in “{column}” may get marketing.</source>
        <translation>Wie ja zei in “{column}” mag marketing krijgen.</translation>
    </message>
    <message>
        <source>Who takes part</source>
        <translation>Wie meedoet</translation>
    </message>
    <message>
        <source>Who was inside stays known: you get the list, and can export it.</source>
        <translation>Wie erin zat, blijft bekend: je krijgt de lijst en kunt die exporteren.</translation>
    </message>
    <message>
        <source>Who was inside when it was stopped</source>
        <translation>Wie erin zat toen de journey stopte</translation>
    </message>
    <message>
        <source>Who went on from “{step}”</source>
        <translation>Wie verderging na “{step}”</translation>
    </message>
    <message>
        <source>Who went on from “{step}” by “{output}”</source>
        <translation>Wie na “{step}” verderging via “{output}”</translation>
    </message>
    <message>
        <source>Whoever asked to be erased is remembered by a mark alone, which tells the number when it comes again.</source>
        <translation>Van wie vroeg om gewist te worden, blijft alleen een merkteken, dat het nummer herkent als het terugkomt.</translation>
    </message>
    <message>
        <source>Whoever becomes due meanwhile leaves the journey for good.</source>
        <translation>Wie intussen aan de beurt is, verlaat de journey voorgoed.</translation>
    </message>
    <message>
        <source>Whoever comes by inside these hours goes straight on.</source>
        <translation>Wie binnen deze uren langskomt, gaat meteen verder.</translation>
    </message>
    <message>
        <source>Whoever comes by later goes straight on.</source>
        <translation>Wie later langskomt, gaat meteen verder.</translation>
    </message>
    <message>
        <source>Whoever could not be sent to by then leaves by “timed out”.</source>
        <translation>Wie dan nog geen bericht kon krijgen, gaat verder via “niet op tijd”.</translation>
    </message>
    <message>
        <source>Whoever ends here counts as reached by the journey.</source>
        <translation>Bij wie hier eindigt, telt de journey het doel als bereikt.</translation>
    </message>
    <message>
        <source>Whoever gets a date in the field event_date enters here.</source>
        <comment>example</comment>
        <translation>Wie een datum krijgt in het veld event_date, komt hier binnen.</translation>
    </message>
    <message>
        <source>Whoever has nothing in the field gets this text instead.</source>
        <translation>Wie niets in het veld heeft, krijgt deze tekst.</translation>
    </message>
    <message>
        <source>Whoever is still in the journey leaves it and enters at the start.</source>
        <translation>Wie nog in de journey is, verlaat die en komt bij het begin weer binnen.</translation>
    </message>
    <message>
        <source>Whoever waited went on by “timed out”.</source>
        <translation>Wie wachtte, ging verder via “niet op tijd”.</translation>
    </message>
    <message>
        <source>Whoever waits for a message that has not left, or becomes due while the journey is paused, leaves it for good, without the rest of its messages. Everybody else stays where they are.</source>
        <translation>Wie wacht op een bericht dat nog niet is verzonden, of tijdens de pauze aan de beurt komt, verlaat de journey voorgoed, zonder de rest van de berichten. Alle anderen blijven op hun plek.</translation>
    </message>
    <message>
        <source>Whole name</source>
        <translation>Volledige naam</translation>
    </message>
    <message>
        <source>Whom do you want to reach?</source>
        <translation>Wie wil je bereiken?</translation>
    </message>
    <message>
        <source>Whom it is about; none for a business event.</source>
        <translation>Over wie het gaat; niemand bij een bedrijfsgebeurtenis.</translation>
    </message>
    <message>
        <source>Whose time</source>
        <translation>Wiens tijd</translation>
    </message>
    <message>
        <source>Whose way</source>
        <translation>Wiens weg</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Waarom</translation>
    </message>
    <message>
        <source>Why it failed:</source>
        <translation>Waarom het mislukte:</translation>
    </message>
    <message>
        <source>Why it is in doubt</source>
        <translation>Waarom het onzeker is</translation>
    </message>
    <message>
        <source>Why it is skipped</source>
        <translation>Waarom die wordt overgeslagen</translation>
    </message>
    <message>
        <source>Why some failed</source>
        <translation>Waarom er mislukten</translation>
    </message>
    <message>
        <source>Why this step is here, what to watch for…</source>
        <translation>Waarom deze stap hier staat, waar je op let…</translation>
    </message>
    <message>
        <source>Why, or who asked for it.</source>
        <translation>Waarom, of wie erom vroeg.</translation>
    </message>
    <message>
        <source>Why, or why not, this person?</source>
        <translation>Waarom deze persoon wel of niet?</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>Waarom?</translation>
    </message>
    <message>
        <source>Why? {problem}</source>
        <translation>Waarom? {problem}</translation>
    </message>
    <message>
        <source>Will add {n}</source>
        <translation>Toevoegen: {n}</translation>
    </message>
    <message>
        <source>Will get the message</source>
        <translation>Krijgt het bericht</translation>
    </message>
    <message>
        <source>Will skip {n}</source>
        <translation>Overslaan: {n}</translation>
    </message>
    <message>
        <source>Will update {n}</source>
        <translation>Bijwerken: {n}</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Venster</translation>
    </message>
    <message>
        <source>With + and country code; without, the country below is used.</source>
        <translation>Met + en landcode; zonder + geldt het land hieronder.</translation>
    </message>
    <message>
        <source>With a comma between them.</source>
        <translation>Met een komma ertussen.</translation>
    </message>
    <message>
        <source>With a gift</source>
        <comment>example</comment>
        <translation>Met een cadeau</translation>
    </message>
    <message>
        <source>With a text after it</source>
        <translation>Met een tekst erachter</translation>
    </message>
    <message>
        <source>With a text before it</source>
        <translation>Met een tekst ervoor</translation>
    </message>
    <message>
        <source>With all contacts, joining is being added to the workspace.</source>
        <translation>Bij alle contacten betekent erbij komen: toegevoegd worden aan de werkruimte.</translation>
    </message>
    <message>
        <source>With another day of the month</source>
        <translation>Met een andere dag van de maand</translation>
    </message>
    <message>
        <source>With another hour</source>
        <translation>Met een ander uur</translation>
    </message>
    <message>
        <source>With buttons or a list at most 1,024 characters.</source>
        <translation>Met knoppen of een lijst hooguit 1.024 tekens.</translation>
    </message>
    <message>
        <source>With more than one section Meta wants a title for each.</source>
        <translation>Bij meer dan één sectie wil Meta voor elk een titel.</translation>
    </message>
    <message>
        <source>With one of these words (none: any)</source>
        <translation>Met een van deze woorden (geen: elk antwoord)</translation>
    </message>
    <message>
        <source>With selection</source>
        <translation>Met selectie</translation>
    </message>
    <message>
        <source>With so many digits that count</source>
        <translation>Met zoveel significante cijfers</translation>
    </message>
    <message>
        <source>With {n} selected</source>
        <translation>Met {n} geselecteerd</translation>
    </message>
    <message>
        <source>With “{field}”: {choices}.</source>
        <translation>Bij “{field}”: {choices}.</translation>
    </message>
    <message>
        <source>Without a name</source>
        <translation>Zonder naam</translation>
    </message>
    <message>
        <source>Without a part, wherever it is</source>
        <translation>Zonder een deel, overal</translation>
    </message>
    <message>
        <source>Without a source nobody can show later that they did.</source>
        <translation>Zonder bron kan later niemand laten zien dat ze het deden.</translation>
    </message>
    <message>
        <source>Without asking.</source>
        <translation>Zonder te vragen.</translation>
    </message>
    <message>
        <source>Without it the origin of a webhook cannot be proved, so all are refused.</source>
        <translation>Zonder appgeheim is de herkomst van een webhook niet te bewijzen, dus worden ze allemaal geweigerd.</translation>
    </message>
    <message>
        <source>Without its minus</source>
        <translation>Zonder minteken</translation>
    </message>
    <message>
        <source>Without spaces after it</source>
        <translation>Zonder spaties erachter</translation>
    </message>
    <message>
        <source>Without spaces around it</source>
        <translation>Zonder spaties eromheen</translation>
    </message>
    <message>
        <source>Without spaces before it</source>
        <translation>Zonder spaties ervoor</translation>
    </message>
    <message>
        <source>Without the engine, and as new.</source>
        <translation>Zonder te verzenden, en als nieuw.</translation>
    </message>
    <message>
        <source>Without the signs of a web page between &lt; and &gt;</source>
        <translation>Zonder de tekens van een webpagina tussen &lt; en &gt;</translation>
    </message>
    <message>
        <source>Without the window, for a machine that has none of its libraries.</source>
        <translation>Zonder het venster, voor een machine die de bibliotheken daarvoor niet heeft.</translation>
    </message>
    <message>
        <source>Without “+” it is a number of the country and, with “+”, one of another country.</source>
        <translation>Zonder “+” is het een nummer van het land en, met “+”, een van een ander land.</translation>
    </message>
    <message>
        <source>Wonderful, your chair is kept. We remind you the day before.</source>
        <comment>example</comment>
        <translation>Geweldig, je stoel staat klaar. We herinneren je de dag ervoor.</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Woorden</translation>
    </message>
    <message>
        <source>Words in capitals look like shouting</source>
        <translation>Woorden in hoofdletters lijken op schreeuwen</translation>
    </message>
    <message>
        <source>Words in capitals look like shouting: {words}.</source>
        <translation>Woorden in hoofdletters lijken op schreeuwen: {words}.</translation>
    </message>
    <message>
        <source>Words on the button</source>
        <translation>Woorden op de knop</translation>
    </message>
    <message>
        <source>Words on the button that fills it in</source>
        <translation>Woorden op de knop die het invult</translation>
    </message>
    <message>
        <source>Words that only the left side has are struck out, words that only the right side has are underlined.</source>
        <translation>Woorden die alleen links staan zijn doorgehaald, woorden die alleen rechts staan onderstreept.</translation>
    </message>
    <message>
        <source>Words to find the journey by.</source>
        <translation>Woorden om de journey mee te vinden.</translation>
    </message>
    <message>
        <source>Words written as one, with a capital where each but the first begins</source>
        <translation>Woorden aan elkaar, met een hoofdletter waar elk behalve het eerste begint</translation>
    </message>
    <message>
        <source>Work out everybody&apos;s message, and see what is wrong in any of them</source>
        <translation>Ieders bericht maken, en zien wat er in een ervan mis is</translation>
    </message>
    <message>
        <source>Works by others</source>
        <translation>Werk van anderen</translation>
    </message>
    <message>
        <source>Workspace</source>
        <translation>Werkruimte</translation>
    </message>
    <message>
        <source>Would be sent</source>
        <translation>Zou worden verzonden</translation>
    </message>
    <message>
        <source>Write WHATSAPP_STUDIO_CLOCK as a moment, @ and a speed: 2026-12-07T09:00+01:00@1000</source>
        <translation>Schrijf WHATSAPP_STUDIO_CLOCK als een moment, @ en een snelheid: 2026-12-07T09:00+01:00@1000</translation>
    </message>
    <message>
        <source>Write a code such as SPRING25.</source>
        <translation>Schrijf een code zoals SPRING25.</translation>
    </message>
    <message>
        <source>Write a note. Esc leaves it as it was.</source>
        <translation>Schrijf een notitie. Met Esc blijft alles zoals het was.</translation>
    </message>
    <message>
        <source>Write a note…</source>
        <translation>Schrijf een notitie…</translation>
    </message>
    <message>
        <source>Write a text in quotes, a number, True or False.</source>
        <translation>Schrijf een tekst tussen aanhalingstekens, een getal, True of False.</translation>
    </message>
    <message>
        <source>Write a time as 21:00.</source>
        <translation>Schrijf een tijd als 21:00.</translation>
    </message>
    <message>
        <source>Write a title and the ids of its products, for example Bikes: SKU-1, SKU-2; Locks: SKU-3.</source>
        <translation>Schrijf een titel en de id&apos;s van de producten, bijvoorbeeld Fietsen: SKU-1, SKU-2; Sloten: SKU-3.</translation>
    </message>
    <message>
        <source>Write a variable like {{{{1}}}} or {{{{first_name}}}}.</source>
        <translation>Schrijf een invulveld als {{{{1}}}} of {{{{first_name}}}}.</translation>
    </message>
    <message>
        <source>Write all of them to a file.</source>
        <translation>Schrijf ze allemaal naar een bestand.</translation>
    </message>
    <message>
        <source>Write contact.{name}, or put a text in quotes.</source>
        <translation>Schrijf contact.{name} of zet een tekst tussen aanhalingstekens.</translation>
    </message>
    <message>
        <source>Write down the consent</source>
        <translation>Toestemming vastleggen</translation>
    </message>
    <message>
        <source>Write everything held about CONTACT to FILE, a zip with a page to read and the same as JSON.</source>
        <translation>Schrijf alles wat over CONTACT bewaard is naar FILE, een zip met een pagina om te lezen en hetzelfde als JSON.</translation>
    </message>
    <message>
        <source>Write it as marketing=SOURCE.</source>
        <translation>Schrijf het als marketing=BRON.</translation>
    </message>
    <message>
        <source>Write it in one line.</source>
        <translation>Schrijf het op één regel.</translation>
    </message>
    <message>
        <source>Write it like 2026-12-31T18:00+01:00.</source>
        <translation>Schrijf die als 2026-12-31T18:00+01:00.</translation>
    </message>
    <message>
        <source>Write it like {{&quot;city&quot;: &quot;Utrecht&quot;}}.</source>
        <translation>Schrijf het als {{&quot;city&quot;: &quot;Utrecht&quot;}}.</translation>
    </message>
    <message>
        <source>Write it like {{{{ contact.first_name }}}} and close every bracket.</source>
        <translation>Schrijf die als {{{{ contact.first_name }}}} en sluit elk haakje.</translation>
    </message>
    <message>
        <source>Write it like {{{{1}}}} or {{{{first_name}}}}.</source>
        <translation>Schrijf het als {{{{1}}}} of {{{{first_name}}}}.</translation>
    </message>
    <message>
        <source>Write it with https:// in front and no spaces.</source>
        <translation>Schrijf het met https:// ervoor en zonder spaties.</translation>
    </message>
    <message>
        <source>Write it with https:// in front, and no spaces inside.</source>
        <translation>Schrijf het met https:// ervoor en zonder spaties erin.</translation>
    </message>
    <message>
        <source>Write it with https:// in front.</source>
        <translation>Schrijf het met https:// ervoor.</translation>
    </message>
    <message>
        <source>Write it with its country, such as +31 20 123 4567.</source>
        <translation>Schrijf het met het land, zoals +31 20 123 4567.</translation>
    </message>
    <message>
        <source>Write it with “+” and the country code, or with its first zero.</source>
        <translation>Schrijf het met “+” en de landcode, of met de eerste nul.</translation>
    </message>
    <message>
        <source>Write latitude, longitude; name; address, for example 52.37, 4.89; Shop; Main Street 1.</source>
        <translation>Schrijf breedtegraad, lengtegraad; naam; adres, bijvoorbeeld 52.37, 4.89; Winkel; Hoofdstraat 1.</translation>
    </message>
    <message>
        <source>Write more words, or use fewer places.</source>
        <translation>Schrijf meer woorden, of gebruik minder invulplekken.</translation>
    </message>
    <message>
        <source>Write one here; Meta usually answers within a day.</source>
        <translation>Schrijf er hier een; Meta antwoordt meestal binnen een dag.</translation>
    </message>
    <message>
        <source>Write one in WhatsApp Manager, then sync the templates here.</source>
        <translation>Schrijf er een in WhatsApp Manager en synchroniseer daarna hier de sjablonen.</translation>
    </message>
    <message>
        <source>Write one, such as: contact.country == &quot;NL&quot;.</source>
        <translation>Schrijf er een, zoals: contact.country == &quot;NL&quot;.</translation>
    </message>
    <message>
        <source>Write something first.</source>
        <translation>Schrijf eerst iets.</translation>
    </message>
    <message>
        <source>Write something: here you see it as each contact gets it.</source>
        <translation>Schrijf iets: hier zie je het zoals elk contact het krijgt.</translation>
    </message>
    <message>
        <source>Write the digits that the numbers begin with, as +3190*.</source>
        <translation>Schrijf de cijfers waarmee de nummers beginnen, zoals +3190*.</translation>
    </message>
    <message>
        <source>Write the id as the catalogue has it, without commas and semicolons.</source>
        <translation>Schrijf het id zoals de catalogus het heeft, zonder komma&apos;s en puntkomma&apos;s.</translation>
    </message>
    <message>
        <source>Write the id of the catalogue and the id of the product, for example 1234; SKU-7.</source>
        <translation>Schrijf het id van de catalogus en het id van het product, bijvoorbeeld 1234; SKU-7.</translation>
    </message>
    <message>
        <source>Write the log here, too.</source>
        <translation>Het logboek ook hier schrijven.</translation>
    </message>
    <message>
        <source>Write the number as a word to be sure.</source>
        <translation>Schrijf het getal voor de zekerheid als woord.</translation>
    </message>
    <message>
        <source>Write the rule as an expression</source>
        <translation>De regel als expressie schrijven</translation>
    </message>
    <message>
        <source>Write the title before the products, for example Bikes: SKU-1, SKU-2.</source>
        <translation>Schrijf de titel voor de producten, bijvoorbeeld Fietsen: SKU-1, SKU-2.</translation>
    </message>
    <message>
        <source>Write the whole address as one customer gets it.</source>
        <translation>Schrijf het hele adres zoals één klant het krijgt.</translation>
    </message>
    <message>
        <source>Write the whole workspace, without secrets, to FILE.</source>
        <translation>De hele werkruimte, zonder geheimen, naar FILE schrijven.</translation>
    </message>
    <message>
        <source>Write the words themselves, or put it into the body.</source>
        <translation>Schrijf de woorden zelf, of zet het in de hoofdtekst.</translation>
    </message>
    <message>
        <source>Write the words themselves.</source>
        <translation>Schrijf de woorden zelf.</translation>
    </message>
    <message>
        <source>Write them in small letters.</source>
        <translation>Schrijf ze in kleine letters.</translation>
    </message>
    <message>
        <source>Write this answer down; else the answers are told.</source>
        <translation>Schrijf dit antwoord op; anders worden de antwoorden verteld.</translation>
    </message>
    <message>
        <source>Write up to {most} characters.</source>
        <translation>Schrijf hooguit {most} tekens.</translation>
    </message>
    <message>
        <source>Write what it could be, such as a name or a date.</source>
        <translation>Schrijf wat het kan zijn, zoals een naam of een datum.</translation>
    </message>
    <message>
        <source>Write with one capital</source>
        <translation>Met één hoofdletter schrijven</translation>
    </message>
    <message>
        <source>Write {least} words or more, or use fewer variables.</source>
        <translation>Schrijf {least} woorden of meer, of gebruik minder invulvelden.</translation>
    </message>
    <message>
        <source>Write {text} as NAME=VALUE.</source>
        <translation>Schrijf {text} als NAAM=WAARDE.</translation>
    </message>
    <message>
        <source>Write “==” for “is”.</source>
        <translation>Schrijf “==” voor “is”.</translation>
    </message>
    <message>
        <source>Writes down that the contact wants marketing messages, or wants none any more.</source>
        <translation>Legt vast dat het contact marketingberichten wil, of juist niet meer.</translation>
    </message>
    <message>
        <source>Writes values into fields of the contact.</source>
        <translation>Schrijft waarden in velden van het contact.</translation>
    </message>
    <message>
        <source>Writing “{name}”…</source>
        <translation>“{name}” schrijven…</translation>
    </message>
    <message>
        <source>Wrong number</source>
        <translation>Verkeerd nummer</translation>
    </message>
    <message>
        <source>Wrote</source>
        <translation>Schreef</translation>
    </message>
    <message>
        <source>Wrote more than 24 hours ago</source>
        <translation>Schreef meer dan 24 uur geleden</translation>
    </message>
    <message>
        <source>Wrote {file} ({size} bytes).</source>
        <translation>{file} geschreven ({size} bytes).</translation>
    </message>
    <message>
        <source>X for every character but so many first and so many last ones</source>
        <translation>X voor elk teken, behalve zoveel eerste en zoveel laatste</translation>
    </message>
    <message>
        <source>Yellow</source>
        <translation>Geel</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>Yes or no</source>
        <translation>Ja of nee</translation>
    </message>
    <message>
        <source>Yes or stop?</source>
        <comment>example</comment>
        <translation>Ja of stop?</translation>
    </message>
    <message>
        <source>Yes, please</source>
        <translation>Ja, graag</translation>
    </message>
    <message>
        <source>You are offline. Sending waits and goes on by itself.</source>
        <translation>Je bent offline. Verzenden wacht en gaat vanzelf verder.</translation>
    </message>
    <message>
        <source>You are told</source>
        <comment>example</comment>
        <translation>Jij hoort het</translation>
    </message>
    <message>
        <source>You are told: {title}</source>
        <translation>Jij krijgt een melding: {title}</translation>
    </message>
    <message>
        <source>You asked for nobody to be left out there.</source>
        <translation>Je wilde dat daar niemand wordt overgeslagen.</translation>
    </message>
    <message>
        <source>You blocked this person at Meta.</source>
        <translation>Je hebt deze persoon bij Meta geblokkeerd.</translation>
    </message>
    <message>
        <source>You can open it again as long as somebody is inside.</source>
        <translation>Weer openen kan zolang er iemand in zit.</translation>
    </message>
    <message>
        <source>You can set</source>
        <translation>Dit kun je instellen</translation>
    </message>
    <message>
        <source>You can set:</source>
        <translation>Je kunt instellen:</translation>
    </message>
    <message>
        <source>You closed this with other text and did not use it.</source>
        <translation>Je sloot dit met andere tekst en gebruikte die niet.</translation>
    </message>
    <message>
        <source>You decided that it is not sent.</source>
        <translation>Je hebt besloten dat het niet wordt verzonden.</translation>
    </message>
    <message>
        <source>You decided that it still goes.</source>
        <translation>Je hebt besloten dat het nog wordt verzonden.</translation>
    </message>
    <message>
        <source>You paused all sending. Nothing leaves until you resume.</source>
        <translation>Je hebt alle verzending gepauzeerd. Er wordt niets verzonden tot je hervat.</translation>
    </message>
    <message>
        <source>You paused it.</source>
        <translation>Je hebt de verzending gepauzeerd.</translation>
    </message>
    <message>
        <source>You will see what Meta accepted, but not what was delivered.</source>
        <translation>Je ziet wat Meta heeft aangenomen, maar niet wat er is afgeleverd.</translation>
    </message>
    <message>
        <source>Your brand kit allows {most} emojis; there are {count}.</source>
        <translation>Je huisstijl staat {most} emoji&apos;s toe; er zijn er {count}.</translation>
    </message>
    <message>
        <source>Your brand kit speaks to people as to friends; “{word}” does not.</source>
        <translation>Je huisstijl spreekt mensen aan als vrienden; “{word}” niet.</translation>
    </message>
    <message>
        <source>Your brand kit speaks to people formally; “{word}” does not.</source>
        <translation>Je huisstijl spreekt mensen formeel aan; “{word}” niet.</translation>
    </message>
    <message>
        <source>Your contacts, journeys and campaigns are as they were last saved. Nobody gets a message twice: what was about to leave at that moment is listed as unknown on the page Sending.</source>
        <translation>Je contacten, journeys en campagnes zijn zoals ze het laatst zijn opgeslagen. Niemand krijgt een bericht twee keer: wat op dat moment zou vertrekken, staat als onbekend op de pagina Verzenden.</translation>
    </message>
    <message>
        <source>Your last changes are not saved yet.</source>
        <translation>Je laatste wijzigingen zijn nog niet opgeslagen.</translation>
    </message>
    <message>
        <source>Your network or Meta answers slowly.</source>
        <translation>Je netwerk of Meta reageert traag.</translation>
    </message>
    <message>
        <source>Your number is not registered correctly.</source>
        <translation>Je nummer is niet goed geregistreerd.</translation>
    </message>
    <message>
        <source>Your number is not registered for the Cloud API.</source>
        <translation>Je nummer is niet geregistreerd voor de Cloud API.</translation>
    </message>
    <message>
        <source>Your own rate is the limit; you set it on the review page or in Settings.</source>
        <translation>Je eigen tempo is de grens; je stelt het in op de controlepagina of in Instellingen.</translation>
    </message>
    <message>
        <source>Your templates are not here yet.</source>
        <translation>Je sjablonen zijn hier nog niet.</translation>
    </message>
    <message>
        <source>Zip files (*.zip)</source>
        <translation>Zipbestanden (*.zip)</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>Zoom</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>&amp;Uitzoomen</translation>
    </message>
    <message>
        <source>Zoom at the pointer</source>
        <translation>Zoomen bij de aanwijzer</translation>
    </message>
    <message>
        <source>Zoom i&amp;n</source>
        <translation>&amp;Inzoomen</translation>
    </message>
    <message>
        <source>Zoom in per cent</source>
        <translation>Zoom in procenten</translation>
    </message>
    <message>
        <source>[only here: {words}]</source>
        <translation>[alleen hier: {words}]</translation>
    </message>
    <message>
        <source>a bid for how many people it reaches</source>
        <translation>een bod op hoeveel mensen het bereikt</translation>
    </message>
    <message>
        <source>a button for an app</source>
        <translation>een knop voor een app</translation>
    </message>
    <message>
        <source>a button for one product</source>
        <translation>een knop voor één product</translation>
    </message>
    <message>
        <source>a button for several products</source>
        <translation>een knop voor meerdere producten</translation>
    </message>
    <message>
        <source>a button of the kind “{kind}”</source>
        <translation>een knop van de soort “{kind}”</translation>
    </message>
    <message>
        <source>a date, such as 2026-05-31</source>
        <translation>een datum, zoals 2026-05-31</translation>
    </message>
    <message>
        <source>a footer or an offer</source>
        <translation>een voettekst of een aanbieding</translation>
    </message>
    <message>
        <source>a header of the kind “{kind}”</source>
        <translation>een kop van de soort “{kind}”</translation>
    </message>
    <message>
        <source>a journey</source>
        <translation>een journey</translation>
    </message>
    <message>
        <source>a message</source>
        <translation>een bericht</translation>
    </message>
    <message>
        <source>a number, such as 25</source>
        <translation>een getal, zoals 25</translation>
    </message>
    <message>
        <source>a part of the kind “{kind}”</source>
        <translation>een onderdeel van de soort “{kind}”</translation>
    </message>
    <message>
        <source>a rule of the journey</source>
        <translation>een regel van de journey</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>een tekst</translation>
    </message>
    <message>
        <source>ab test a/b split random variant control holdout weighted</source>
        <translation>ab-test a/b splitsing willekeurig variant controlegroep holdout gewogen</translation>
    </message>
    <message numerus="yes">
        <source>about {n} rows</source>
        <extracomment>One: about {n} row</extracomment>
        <translation>
            <numerusform>ongeveer {n} rij</numerusform>
            <numerusform>ongeveer {n} rijen</numerusform>
        </translation>
    </message>
    <message>
        <source>about {span} at {rate} messages a second</source>
        <translation>ongeveer {span}, met {rate} berichten per seconde</translation>
    </message>
    <message>
        <source>about {span} left</source>
        <translation>nog ongeveer {span}</translation>
    </message>
    <message>
        <source>about {time} left</source>
        <translation>nog ongeveer {time}</translation>
    </message>
    <message>
        <source>accepted by Meta in {name}</source>
        <translation>door Meta aangenomen in {name}</translation>
    </message>
    <message>
        <source>after</source>
        <translation>na</translation>
    </message>
    <message>
        <source>agreed</source>
        <translation>akkoord</translation>
    </message>
    <message>
        <source>agreed to service messages</source>
        <translation>gaf toestemming voor serviceberichten</translation>
    </message>
    <message>
        <source>alert message team desktop notification tell</source>
        <translation>melding waarschuwing bericht team desktop notificatie seintje</translation>
    </message>
    <message>
        <source>allowed, nobody said no</source>
        <translation>toegestaan, niemand zei nee</translation>
    </message>
    <message>
        <source>and</source>
        <comment>between two comparisons</comment>
        <translation>en</translation>
    </message>
    <message numerus="yes">
        <source>and {n} more</source>
        <extracomment>One: and {n} more</extracomment>
        <translation>
            <numerusform>en nog {n}</numerusform>
            <numerusform>en nog {n}</numerusform>
        </translation>
    </message>
    <message>
        <source>answered</source>
        <translation>beantwoord</translation>
    </message>
    <message>
        <source>any message</source>
        <translation>elk bericht</translation>
    </message>
    <message>
        <source>anyone not opted out</source>
        <translation>wie niet is afgemeld</translation>
    </message>
    <message>
        <source>as a test</source>
        <translation>als test</translation>
    </message>
    <message>
        <source>as it is now</source>
        <translation>zoals het nu is</translation>
    </message>
    <message>
        <source>at most {span}</source>
        <translation>hooguit {span}</translation>
    </message>
    <message>
        <source>at {time}</source>
        <translation>om {time}</translation>
    </message>
    <message>
        <source>audience</source>
        <translation>doelgroep</translation>
    </message>
    <message>
        <source>audit log</source>
        <translation>logboek van wijzigingen</translation>
    </message>
    <message>
        <source>bar</source>
        <translation>verticale streep</translation>
    </message>
    <message>
        <source>before</source>
        <translation>voor</translation>
    </message>
    <message>
        <source>begins with {digits}</source>
        <translation>begint met {digits}</translation>
    </message>
    <message>
        <source>birthday anniversary appointment renewal before after delay</source>
        <translation>verjaardag jubileum afspraak verlenging ervoor erna vertraging</translation>
    </message>
    <message>
        <source>bought</source>
        <comment>example</comment>
        <translation>gekocht</translation>
    </message>
    <message>
        <source>branch if else rule filter decision split</source>
        <translation>vertakking als anders regel filter keuze splitsing if else</translation>
    </message>
    <message>
        <source>button</source>
        <translation>knop</translation>
    </message>
    <message>
        <source>campaign {name}</source>
        <translation>campagne {name}</translation>
    </message>
    <message>
        <source>checked {time}</source>
        <translation>gecontroleerd {time}</translation>
    </message>
    <message>
        <source>clicked</source>
        <translation>geklikt</translation>
    </message>
    <message>
        <source>clicked “{button}”</source>
        <translation>klikte op “{button}”</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>gesloten</translation>
    </message>
    <message>
        <source>collapsed</source>
        <translation>ingeklapt</translation>
    </message>
    <message>
        <source>comes with the event</source>
        <translation>komt met de gebeurtenis mee</translation>
    </message>
    <message>
        <source>comma</source>
        <translation>komma</translation>
    </message>
    <message>
        <source>consent permission marketing subscribe unsubscribe stop gdpr</source>
        <translation>toestemming opt-in opt-out marketing aanmelden afmelden inschrijven uitschrijven stop avg</translation>
    </message>
    <message>
        <source>consent unsubscribe stop remove marketing</source>
        <translation>toestemming opt-out uitschrijven stop verwijderen marketing</translation>
    </message>
    <message>
        <source>contact&apos;s time</source>
        <translation>tijd van het contact</translation>
    </message>
    <message>
        <source>contacts</source>
        <translation>contacten</translation>
    </message>
    <message>
        <source>contacts list segment group everyone start batch</source>
        <translation>contacten lijst segment groep iedereen start batch</translation>
    </message>
    <message>
        <source>contains</source>
        <translation>bevat</translation>
    </message>
    <message>
        <source>contains them</source>
        <translation>bevat ze</translation>
    </message>
    <message>
        <source>could not be reached with {what}</source>
        <translation>was onbereikbaar met {what}</translation>
    </message>
    <message>
        <source>counting…</source>
        <translation>tellen…</translation>
    </message>
    <message>
        <source>country</source>
        <translation>land</translation>
    </message>
    <message>
        <source>days</source>
        <translation>dagen</translation>
    </message>
    <message>
        <source>delay day moment calendar time</source>
        <translation>vertraging dag moment kalender agenda tijd</translation>
    </message>
    <message>
        <source>delay pause sleep timer hold time</source>
        <translation>vertraging pauze slapen timer vasthouden tijd</translation>
    </message>
    <message>
        <source>delete untag segment group member</source>
        <translation>verwijderen tag segment groep lid</translation>
    </message>
    <message>
        <source>delivered</source>
        <translation>afgeleverd</translation>
    </message>
    <message>
        <source>description</source>
        <translation>beschrijving</translation>
    </message>
    <message>
        <source>did not enter {what}</source>
        <translation>kwam niet in {what}</translation>
    </message>
    <message>
        <source>did not leave {what}</source>
        <translation>verliet {what} niet</translation>
    </message>
    <message>
        <source>did not read {what}</source>
        <translation>las {what} niet</translation>
    </message>
    <message>
        <source>did not receive {what}</source>
        <translation>ontving {what} niet</translation>
    </message>
    <message>
        <source>did not reply to {what}</source>
        <translation>antwoordde niet op {what}</translation>
    </message>
    <message>
        <source>does not contain</source>
        <translation>bevat niet</translation>
    </message>
    <message>
        <source>does not contain them</source>
        <translation>bevat ze niet</translation>
    </message>
    <message>
        <source>does not expire</source>
        <translation>verloopt niet</translation>
    </message>
    <message>
        <source>done</source>
        <comment>part of a campaign</comment>
        <translation>klaar</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>leeg</translation>
    </message>
    <message>
        <source>end success conversion reached exit</source>
        <translation>einde succes conversie bereikt verlaten</translation>
    </message>
    <message>
        <source>ends with</source>
        <translation>eindigt op</translation>
    </message>
    <message>
        <source>entered {what}</source>
        <translation>kwam in {what}</translation>
    </message>
    <message>
        <source>enters</source>
        <translation>komt erbij</translation>
    </message>
    <message>
        <source>event</source>
        <translation>gebeurtenis</translation>
    </message>
    <message>
        <source>event {name}</source>
        <translation>gebeurtenis {name}</translation>
    </message>
    <message>
        <source>event {n}</source>
        <translation>gebeurtenis {n}</translation>
    </message>
    <message>
        <source>every day</source>
        <translation>elke dag</translation>
    </message>
    <message>
        <source>every month</source>
        <translation>elke maand</translation>
    </message>
    <message>
        <source>every week</source>
        <translation>elke week</translation>
    </message>
    <message>
        <source>every week daily schedule repeat</source>
        <translation>elke week dagelijks schema herhalen</translation>
    </message>
    <message numerus="yes">
        <source>every {n} days</source>
        <extracomment>One: every {n} day</extracomment>
        <translation>
            <numerusform>elke {n} dag</numerusform>
            <numerusform>elke {n} dagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>every {n} months</source>
        <extracomment>One: every {n} month</extracomment>
        <translation>
            <numerusform>elke {n} maand</numerusform>
            <numerusform>elke {n} maanden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>every {n} weeks</source>
        <extracomment>One: every {n} week</extracomment>
        <translation>
            <numerusform>elke {n} week</numerusform>
            <numerusform>elke {n} weken</numerusform>
        </translation>
    </message>
    <message>
        <source>everybody</source>
        <translation>iedereen</translation>
    </message>
    <message>
        <source>example</source>
        <translation>voorbeeld</translation>
    </message>
    <message>
        <source>excluded</source>
        <comment>part of a campaign</comment>
        <translation>overgeslagen</translation>
    </message>
    <message>
        <source>exit stop finish goal done</source>
        <translation>verlaten stop klaar eindigen doel</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>mislukt</translation>
    </message>
    <message>
        <source>field</source>
        <translation>veld</translation>
    </message>
    <message>
        <source>field attribute tag property set change profile</source>
        <translation>veld kenmerk attribuut tag eigenschap instellen wijzigen bijwerken profiel</translation>
    </message>
    <message>
        <source>first day</source>
        <translation>eerste dag</translation>
    </message>
    <message>
        <source>first name</source>
        <translation>voornaam</translation>
    </message>
    <message>
        <source>first {n}</source>
        <translation>eerste {n}</translation>
    </message>
    <message>
        <source>for ever</source>
        <translation>voorgoed</translation>
    </message>
    <message>
        <source>from a dropped file</source>
        <translation>uit een bestand in de map</translation>
    </message>
    <message>
        <source>from a request</source>
        <translation>via een verzoek</translation>
    </message>
    <message>
        <source>from {date}</source>
        <translation>vanaf {date}</translation>
    </message>
    <message>
        <source>full name</source>
        <translation>volledige naam</translation>
    </message>
    <message>
        <source>given</source>
        <translation>gegeven</translation>
    </message>
    <message>
        <source>goal</source>
        <translation>doel</translation>
    </message>
    <message>
        <source>good</source>
        <translation>goed</translation>
    </message>
    <message>
        <source>has its day in the next days (birthday)</source>
        <translation>heeft zijn dag in de komende dagen (verjaardag)</translation>
    </message>
    <message>
        <source>has its day today (birthday)</source>
        <translation>valt op vandaag (verjaardag)</translation>
    </message>
    <message>
        <source>hours</source>
        <translation>uur</translation>
    </message>
    <message>
        <source>https://example.com/orders</source>
        <translation>https://example.com/orders</translation>
    </message>
    <message>
        <source>import</source>
        <translation>import</translation>
    </message>
    <message>
        <source>in</source>
        <translation>in</translation>
    </message>
    <message>
        <source>in flight</source>
        <comment>part of a campaign</comment>
        <translation>onderweg</translation>
    </message>
    <message>
        <source>in place</source>
        <translation>in orde</translation>
    </message>
    <message>
        <source>in segment {segment}</source>
        <translation>in segment {segment}</translation>
    </message>
    <message>
        <source>is</source>
        <translation>is</translation>
    </message>
    <message>
        <source>is after</source>
        <translation>is na</translation>
    </message>
    <message>
        <source>is at least</source>
        <translation>is minstens</translation>
    </message>
    <message>
        <source>is at most</source>
        <translation>is hooguit</translation>
    </message>
    <message>
        <source>is before</source>
        <translation>is vóór</translation>
    </message>
    <message>
        <source>is empty</source>
        <translation>is leeg</translation>
    </message>
    <message>
        <source>is filled</source>
        <translation>is ingevuld</translation>
    </message>
    <message>
        <source>is further away than</source>
        <translation>is verder weg dan</translation>
    </message>
    <message>
        <source>is in the next days</source>
        <translation>is in de komende dagen</translation>
    </message>
    <message>
        <source>is in this month</source>
        <translation>is in deze maand</translation>
    </message>
    <message>
        <source>is in {what}</source>
        <translation>zit in {what}</translation>
    </message>
    <message>
        <source>is less than</source>
        <translation>is minder dan</translation>
    </message>
    <message>
        <source>is more than</source>
        <translation>is meer dan</translation>
    </message>
    <message>
        <source>is no</source>
        <translation>is nee</translation>
    </message>
    <message>
        <source>is none of</source>
        <translation>is geen van</translation>
    </message>
    <message>
        <source>is not</source>
        <translation>is niet</translation>
    </message>
    <message>
        <source>is not in {what}</source>
        <translation>zit niet in {what}</translation>
    </message>
    <message>
        <source>is not on</source>
        <translation>staat niet op</translation>
    </message>
    <message>
        <source>is on</source>
        <translation>staat op</translation>
    </message>
    <message>
        <source>is one of</source>
        <translation>is een van</translation>
    </message>
    <message>
        <source>is yes</source>
        <translation>is ja</translation>
    </message>
    <message>
        <source>journey</source>
        <translation>journey</translation>
    </message>
    <message>
        <source>journey {name}</source>
        <translation>journey {name}</translation>
    </message>
    <message>
        <source>journey&apos;s time</source>
        <translation>tijd van de journey</translation>
    </message>
    <message>
        <source>kept as {name}</source>
        <translation>bewaard als {name}</translation>
    </message>
    <message>
        <source>language</source>
        <translation>taal</translation>
    </message>
    <message>
        <source>last day</source>
        <translation>laatste dag</translation>
    </message>
    <message>
        <source>last name</source>
        <translation>achternaam</translation>
    </message>
    <message>
        <source>leads nowhere</source>
        <translation>leidt nergens heen</translation>
    </message>
    <message>
        <source>leads nowhere (was “{before}”)</source>
        <translation>leidt nergens heen (was “{before}”)</translation>
    </message>
    <message>
        <source>leads to {steps}</source>
        <translation>leidt naar {steps}</translation>
    </message>
    <message>
        <source>leads to “{after}” (led nowhere)</source>
        <translation>leidt naar “{after}” (leidde nergens heen)</translation>
    </message>
    <message>
        <source>leads to “{after}” (was “{before}”)</source>
        <translation>leidt naar “{after}” (was “{before}”)</translation>
    </message>
    <message>
        <source>leaves</source>
        <translation>gaat eruit</translation>
    </message>
    <message>
        <source>left {what}</source>
        <translation>verliet {what}</translation>
    </message>
    <message>
        <source>limit most maximum number first condition</source>
        <translation>limiet meeste maximum aantal eerste voorwaarde</translation>
    </message>
    <message>
        <source>listen trigger order purchase until timeout webhook</source>
        <translation>luisteren trigger bestelling aankoop tot timeout webhook</translation>
    </message>
    <message>
        <source>marketing messages</source>
        <translation>marketingberichten</translation>
    </message>
    <message>
        <source>media image photo video document audio voice</source>
        <translation>media afbeelding foto video document audio spraak</translation>
    </message>
    <message>
        <source>message menu options question ask choice</source>
        <translation>bericht menu opties vraag vragen keuze</translation>
    </message>
    <message>
        <source>message quick reply question ask choice</source>
        <translation>bericht snel antwoord vraag vragen keuze</translation>
    </message>
    <message>
        <source>message whatsapp hsm marketing utility write text</source>
        <translation>bericht whatsapp hsm marketing service schrijven tekst</translation>
    </message>
    <message>
        <source>min</source>
        <translation>min</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>minuten</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>ontbreekt</translation>
    </message>
    <message>
        <source>months</source>
        <translation>maanden</translation>
    </message>
    <message>
        <source>name</source>
        <translation>naam</translation>
    </message>
    <message>
        <source>never asked about marketing</source>
        <translation>is nooit om toestemming voor marketing gevraagd</translation>
    </message>
    <message>
        <source>never asked about service messages</source>
        <translation>nooit gevraagd naar serviceberichten</translation>
    </message>
    <message>
        <source>next</source>
        <translation>volgende</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nee</translation>
    </message>
    <message>
        <source>no click in {span}</source>
        <translation>geen klik binnen {span}</translation>
    </message>
    <message>
        <source>no day</source>
        <translation>geen dag</translation>
    </message>
    <message>
        <source>no list</source>
        <translation>geen lijst</translation>
    </message>
    <message>
        <source>no reply in {span}</source>
        <translation>geen antwoord binnen {span}</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>niemand</translation>
    </message>
    <message>
        <source>nobody yet</source>
        <translation>nog niemand</translation>
    </message>
    <message>
        <source>none in {span}</source>
        <translation>geen binnen {span}</translation>
    </message>
    <message>
        <source>none of: {rules}</source>
        <translation>geen van: {rules}</translation>
    </message>
    <message>
        <source>none sent yet</source>
        <translation>nog niets verzonden</translation>
    </message>
    <message>
        <source>not delivered in {span}</source>
        <translation>niet afgeleverd binnen {span}</translation>
    </message>
    <message>
        <source>not if inside already</source>
        <translation>niet als het contact er al in zit</translation>
    </message>
    <message>
        <source>not in segment {segment}</source>
        <translation>niet in segment {segment}</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>onbekend</translation>
    </message>
    <message>
        <source>not on list {list}</source>
        <translation>niet op lijst {list}</translation>
    </message>
    <message>
        <source>not read in {span}</source>
        <translation>niet gelezen binnen {span}</translation>
    </message>
    <message>
        <source>not received here</source>
        <translation>worden hier niet ontvangen</translation>
    </message>
    <message>
        <source>not tried</source>
        <translation>niet geprobeerd</translation>
    </message>
    <message>
        <source>not used</source>
        <translation>niet gebruikt</translation>
    </message>
    <message>
        <source>not: {rule}</source>
        <translation>niet: {rule}</translation>
    </message>
    <message>
        <source>nothing in {span}</source>
        <translation>niets binnen {span}</translation>
    </message>
    <message>
        <source>nothing is connected</source>
        <translation>niets verbonden</translation>
    </message>
    <message>
        <source>of {n}, each language counted</source>
        <translation>van {n}, elke taal telt mee</translation>
    </message>
    <message numerus="yes">
        <source>of {of} contacts belong to it</source>
        <extracomment>One: of {of} contact belongs to it</extracomment>
        <translation>
            <numerusform>van {of} contact hoort erbij</numerusform>
            <numerusform>van {of} contacten horen erbij</numerusform>
        </translation>
    </message>
    <message>
        <source>of {target} messages a second</source>
        <translation>van {target} berichten per seconde</translation>
    </message>
    <message>
        <source>offline, waiting</source>
        <translation>offline, wacht</translation>
    </message>
    <message>
        <source>on list {list}</source>
        <translation>op lijst {list}</translation>
    </message>
    <message>
        <source>once, at the start</source>
        <translation>één keer, bij de start</translation>
    </message>
    <message>
        <source>opted in to marketing</source>
        <translation>heeft toestemming gegeven voor marketing</translation>
    </message>
    <message>
        <source>opted out of marketing</source>
        <translation>heeft zich afgemeld voor marketing</translation>
    </message>
    <message>
        <source>or</source>
        <comment>between two comparisons</comment>
        <translation>of</translation>
    </message>
    <message>
        <source>order</source>
        <translation>order</translation>
    </message>
    <message>
        <source>order_placed</source>
        <translation>order_placed</translation>
    </message>
    <message>
        <source>other</source>
        <translation>overig</translation>
    </message>
    <message>
        <source>other start enter chain connect goto subflow</source>
        <translation>andere start binnenkomen keten verbinden ga naar subflow</translation>
    </message>
    <message>
        <source>path {n}</source>
        <translation>pad {n}</translation>
    </message>
    <message>
        <source>people</source>
        <translation>mensen</translation>
    </message>
    <message numerus="yes">
        <source>people are left out</source>
        <extracomment>One: person is left out</extracomment>
        <translation>
            <numerusform>persoon wordt overgeslagen</numerusform>
            <numerusform>mensen worden overgeslagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>people in this audience</source>
        <extracomment>One: person in this audience</extracomment>
        <translation>
            <numerusform>persoon in deze doelgroep</numerusform>
            <numerusform>mensen in deze doelgroep</numerusform>
        </translation>
    </message>
    <message>
        <source>people in this workspace</source>
        <translation>mensen in deze werkruimte</translation>
    </message>
    <message>
        <source>period season campaign branch condition</source>
        <translation>periode seizoen campagne vertakking voorwaarde</translation>
    </message>
    <message>
        <source>period {n}</source>
        <translation>periode {n}</translation>
    </message>
    <message>
        <source>phone</source>
        <translation>telefoon</translation>
    </message>
    <message>
        <source>planned</source>
        <comment>part of a campaign</comment>
        <translation>gepland</translation>
    </message>
    <message>
        <source>qualification segment list enter exit added removed start</source>
        <translation>kwalificatie segment lijst erbij eruit binnenkomen verlaten toegevoegd verwijderd start</translation>
    </message>
    <message>
        <source>quality high</source>
        <translation>kwaliteit hoog</translation>
    </message>
    <message>
        <source>quality low</source>
        <translation>kwaliteit laag</translation>
    </message>
    <message>
        <source>quality medium</source>
        <translation>kwaliteit gemiddeld</translation>
    </message>
    <message>
        <source>quality not rated yet</source>
        <translation>kwaliteit nog niet beoordeeld</translation>
    </message>
    <message>
        <source>random share branch half condition</source>
        <translation>willekeurig aandeel procent vertakking helft voorwaarde</translation>
    </message>
    <message>
        <source>read</source>
        <translation>gelezen</translation>
    </message>
    <message>
        <source>read {what}</source>
        <translation>las {what}</translation>
    </message>
    <message>
        <source>received {what}</source>
        <translation>ontving {what}</translation>
    </message>
    <message>
        <source>replied</source>
        <translation>geantwoord</translation>
    </message>
    <message>
        <source>replied to {what}</source>
        <translation>antwoordde op {what}</translation>
    </message>
    <message>
        <source>reply answer read delivered clicked button keyword response branch wait</source>
        <translation>antwoord gelezen afgeleverd geklikt knop trefwoord reactie vertakking wachten</translation>
    </message>
    <message>
        <source>reply keyword inbound whatsapp chat</source>
        <translation>antwoord trefwoord inkomend whatsapp chat</translation>
    </message>
    <message>
        <source>report</source>
        <translation>rapport</translation>
    </message>
    <message>
        <source>said no</source>
        <translation>zei nee</translation>
    </message>
    <message>
        <source>sample contacts</source>
        <translation>voorbeeldcontacten</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>seconden</translation>
    </message>
    <message>
        <source>semicolon</source>
        <translation>puntkomma</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>verzonden</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>overgeslagen</translation>
    </message>
    <message>
        <source>something</source>
        <translation>iets</translation>
    </message>
    <message>
        <source>started by hand</source>
        <translation>met de hand gestart</translation>
    </message>
    <message>
        <source>starts again if inside already</source>
        <translation>begint opnieuw als het contact er al in zit</translation>
    </message>
    <message>
        <source>starts with</source>
        <translation>begint met</translation>
    </message>
    <message>
        <source>starts {when}</source>
        <translation>begint {when}</translation>
    </message>
    <message>
        <source>suppression list</source>
        <translation>blokkeerlijst</translation>
    </message>
    <message>
        <source>switched off</source>
        <translation>uitgeschakeld</translation>
    </message>
    <message>
        <source>tab</source>
        <translation>tab</translation>
    </message>
    <message>
        <source>tag segment group audience static member</source>
        <translation>tag segment groep doelgroep vast lid toevoegen</translation>
    </message>
    <message>
        <source>takes no time</source>
        <translation>kost geen tijd</translation>
    </message>
    <message>
        <source>tapped a button of {what}</source>
        <translation>tikte op een knop van {what}</translation>
    </message>
    <message>
        <source>tapped no button of {what}</source>
        <translation>tikte op geen knop van {what}</translation>
    </message>
    <message>
        <source>template {name}</source>
        <translation>sjabloon {name}</translation>
    </message>
    <message>
        <source>test log</source>
        <translation>testlog</translation>
    </message>
    <message>
        <source>text</source>
        <translation>tekst</translation>
    </message>
    <message>
        <source>text session window reply answer chat service write</source>
        <translation>tekst sessie venster antwoord reactie chat service schrijven</translation>
    </message>
    <message>
        <source>the others take another path</source>
        <translation>de rest neemt een ander pad</translation>
    </message>
    <message>
        <source>their own message</source>
        <translation>eigen bericht</translation>
    </message>
    <message>
        <source>time zone</source>
        <translation>tijdzone</translation>
    </message>
    <message>
        <source>time {n} here</source>
        <translation>{n}e keer hier</translation>
    </message>
    <message>
        <source>timed out</source>
        <translation>niet op tijd</translation>
    </message>
    <message>
        <source>times</source>
        <translation>keer</translation>
    </message>
    <message>
        <source>title</source>
        <translation>titel</translation>
    </message>
    <message>
        <source>to nothing</source>
        <translation>op leeg</translation>
    </message>
    <message>
        <source>to {step}</source>
        <translation>naar {step}</translation>
    </message>
    <message>
        <source>to {value}</source>
        <translation>op {value}</translation>
    </message>
    <message>
        <source>today {time}</source>
        <translation>vandaag {time}</translation>
    </message>
    <message>
        <source>tomorrow {time}</source>
        <translation>morgen {time}</translation>
    </message>
    <message>
        <source>total</source>
        <comment>part of a campaign</comment>
        <translation>totaal</translation>
    </message>
    <message>
        <source>trigger stock sale price news audience start</source>
        <translation>trigger voorraad uitverkoop prijs nieuws doelgroep start</translation>
    </message>
    <message>
        <source>trigger webhook api signal start</source>
        <translation>trigger webhook api signaal start</translation>
    </message>
    <message>
        <source>under {n} %</source>
        <translation>minder dan {n}%</translation>
    </message>
    <message>
        <source>until {date}</source>
        <translation>tot {date}</translation>
    </message>
    <message>
        <source>until {date}</source>
        <comment>the last day</comment>
        <translation>t/m {date}</translation>
    </message>
    <message>
        <source>untitled</source>
        <translation>naamloos</translation>
    </message>
    <message>
        <source>up to {span}</source>
        <translation>maximaal {span}</translation>
    </message>
    <message>
        <source>up to {span}, then out</source>
        <translation>maximaal {span}, dan eruit</translation>
    </message>
    <message>
        <source>up to {span}, with a loop</source>
        <translation>maximaal {span}, met een lus</translation>
    </message>
    <message numerus="yes">
        <source>used in {n} places</source>
        <extracomment>One: used in {n} place</extracomment>
        <translation>
            <numerusform>gebruikt op {n} plek</numerusform>
            <numerusform>gebruikt op {n} plekken</numerusform>
        </translation>
    </message>
    <message>
        <source>value</source>
        <translation>waarde</translation>
    </message>
    <message>
        <source>waits: sending is paused</source>
        <translation>wacht: verzending is gepauzeerd</translation>
    </message>
    <message>
        <source>wants no service messages</source>
        <translation>wil geen serviceberichten</translation>
    </message>
    <message>
        <source>was due {when}</source>
        <translation>aan de beurt {when}</translation>
    </message>
    <message>
        <source>was in the last days</source>
        <translation>was in de afgelopen dagen</translation>
    </message>
    <message>
        <source>was longer ago than</source>
        <translation>was langer geleden dan</translation>
    </message>
    <message>
        <source>was never out of reach with {what}</source>
        <translation>was nooit onbereikbaar met {what}</translation>
    </message>
    <message>
        <source>was not sent {what}</source>
        <translation>kreeg {what} niet</translation>
    </message>
    <message>
        <source>was sent {what}</source>
        <translation>kreeg {what}</translation>
    </message>
    <message>
        <source>webhook http api request post get crm zapier custom action</source>
        <translation>webhook http api verzoek post get crm zapier koppeling eigen actie</translation>
    </message>
    <message>
        <source>weekday hours opening branch condition</source>
        <translation>weekdag uren openingstijden vertakking voorwaarde</translation>
    </message>
    <message>
        <source>weeks</source>
        <translation>weken</translation>
    </message>
    <message numerus="yes">
        <source>will get the message</source>
        <extracomment>One: will get the message</extracomment>
        <translation>
            <numerusform>krijgt het bericht</numerusform>
            <numerusform>krijgen het bericht</numerusform>
        </translation>
    </message>
    <message>
        <source>window weekday office hours business quiet delay daytime</source>
        <translation>venster weekdag kantooruren werktijden stille uren vertraging overdag</translation>
    </message>
    <message>
        <source>with consent and not opted out</source>
        <translation>met toestemming en niet afgemeld</translation>
    </message>
    <message>
        <source>withdrawn</source>
        <translation>ingetrokken</translation>
    </message>
    <message>
        <source>within {span}</source>
        <translation>binnen {span}</translation>
    </message>
    <message>
        <source>word</source>
        <translation>woord</translation>
    </message>
    <message>
        <source>works until {time}</source>
        <translation>werkt tot {time}</translation>
    </message>
    <message>
        <source>written as {number}</source>
        <translation>geschreven als {number}</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>yes or no</source>
        <translation>ja of nee</translation>
    </message>
    <message>
        <source>yesterday {time}</source>
        <translation>gisteren {time}</translation>
    </message>
    <message>
        <source>{accepted} accepted by Meta, {failed} failed.</source>
        <translation>{accepted} aangenomen door Meta, {failed} mislukt.</translation>
    </message>
    <message>
        <source>{action} {place}</source>
        <translation>{action} {place}</translation>
    </message>
    <message>
        <source>{added} added, {updated} updated, {skipped} skipped</source>
        <translation>{added} toegevoegd, {updated} bijgewerkt, {skipped} overgeslagen</translation>
    </message>
    <message>
        <source>{before} → {after}</source>
        <translation>{before} → {after}</translation>
    </message>
    <message>
        <source>{campaign}: {outcome}</source>
        <translation>{campaign}: {outcome}</translation>
    </message>
    <message>
        <source>{checked} All can be sent, {warned} with a warning.</source>
        <translation>{checked} Alle kunnen worden verzonden, {warned} met een waarschuwing.</translation>
    </message>
    <message>
        <source>{checked} All can be sent.</source>
        <translation>{checked} Alle kunnen worden verzonden.</translation>
    </message>
    <message>
        <source>{checked} {refused} would not be sent, {warned} with a warning.</source>
        <translation>{checked} {refused} worden niet verzonden, {warned} met een waarschuwing.</translation>
    </message>
    <message>
        <source>{chosen} of {total} chosen</source>
        <translation>{chosen} van {total} gekozen</translation>
    </message>
    <message>
        <source>{command}: {what}</source>
        <translation>{command}: {what}</translation>
    </message>
    <message>
        <source>{count} contacts are found for “{who}”.</source>
        <translation>Er zijn {count} contacten gevonden voor “{who}”.</translation>
    </message>
    <message>
        <source>{count} contacts have nothing for {place}.</source>
        <translation>{count} contacten hebben niets voor {place}.</translation>
    </message>
    <message>
        <source>{count} could not go on because of a mistake of the program; it tries again in an hour.</source>
        <translation>Bij {count} van de contacten ging het door een fout in het programma niet verder; over een uur probeert het programma het opnieuw.</translation>
    </message>
    <message>
        <source>{count} journeys are called “{name}”.</source>
        <translation>{count} journeys heten “{name}”.</translation>
    </message>
    <message>
        <source>{count} late messages were sent after all.</source>
        <translation>Te late berichten die alsnog zijn verzonden: {count}.</translation>
    </message>
    <message>
        <source>{count} late messages were skipped.</source>
        <translation>Te late berichten die zijn overgeslagen: {count}.</translation>
    </message>
    <message>
        <source>{count} messages of this step are held back.</source>
        <translation>Bij deze stap worden berichten vastgehouden: {count}.</translation>
    </message>
    <message>
        <source>{count} requests to another system had no answer in time.</source>
        <translation>Een ander systeem gaf {count} keer niet op tijd antwoord.</translation>
    </message>
    <message>
        <source>{days} {begin}–{end}</source>
        <translation>{days} {begin}–{end}</translation>
    </message>
    <message>
        <source>{days}, all day</source>
        <translation>{days}, de hele dag</translation>
    </message>
    <message>
        <source>{day} {month} {year}</source>
        <translation>{day} {month} {year}</translation>
    </message>
    <message>
        <source>{day} {month} {year} {time}</source>
        <translation>{day} {month} {year} {time}</translation>
    </message>
    <message>
        <source>{deed}: {name}</source>
        <translation>{deed}: {name}</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} van {total}</translation>
    </message>
    <message>
        <source>{done} of {total} in place</source>
        <translation>{done} van {total} in orde</translation>
    </message>
    <message>
        <source>{done} of {total} sent · {delivered} delivered · {read} read</source>
        <translation>{done} van {total} verzonden · {delivered} afgeleverd · {read} gelezen</translation>
    </message>
    <message>
        <source>{done} of {total} · {rate}/s</source>
        <translation>{done} van {total} · {rate}/s</translation>
    </message>
    <message>
        <source>{excluded} of {total} contacts are left out.</source>
        <translation>{excluded} van {total} contacten worden overgeslagen.</translation>
    </message>
    <message>
        <source>{expression} or else “{fallback}”</source>
        <translation>{expression} of anders “{fallback}”</translation>
    </message>
    <message>
        <source>{facet}: {value}</source>
        <translation>{facet}: {value}</translation>
    </message>
    <message>
        <source>{field} changed</source>
        <translation>{field} gewijzigd</translation>
    </message>
    <message>
        <source>{field} contains {value}</source>
        <translation>{field} bevat {value}</translation>
    </message>
    <message>
        <source>{field} does not contain {value}</source>
        <translation>{field} bevat niet {value}</translation>
    </message>
    <message>
        <source>{field} ends with {value}</source>
        <translation>{field} eindigt op {value}</translation>
    </message>
    <message>
        <source>{field} has its day in the next {value} days</source>
        <translation>{field} heeft zijn dag in de komende {value} dagen</translation>
    </message>
    <message>
        <source>{field} has its day today</source>
        <translation>{field} valt op vandaag</translation>
    </message>
    <message>
        <source>{field} is after {value}</source>
        <translation>{field} is na {value}</translation>
    </message>
    <message>
        <source>{field} is at least {value}</source>
        <translation>{field} is minstens {value}</translation>
    </message>
    <message>
        <source>{field} is at most {value}</source>
        <translation>{field} is hooguit {value}</translation>
    </message>
    <message>
        <source>{field} is before {value}</source>
        <translation>{field} is vóór {value}</translation>
    </message>
    <message>
        <source>{field} is empty</source>
        <translation>{field} is leeg</translation>
    </message>
    <message>
        <source>{field} is filled</source>
        <translation>{field} is ingevuld</translation>
    </message>
    <message>
        <source>{field} is in the next {value} days</source>
        <translation>{field} is in de komende {value} dagen</translation>
    </message>
    <message>
        <source>{field} is in this month</source>
        <translation>{field} is in deze maand</translation>
    </message>
    <message>
        <source>{field} is less than {value}</source>
        <translation>{field} is minder dan {value}</translation>
    </message>
    <message>
        <source>{field} is more than {value}</source>
        <translation>{field} is meer dan {value}</translation>
    </message>
    <message>
        <source>{field} is more than {value} days from now</source>
        <translation>{field} is meer dan {value} dagen van nu</translation>
    </message>
    <message>
        <source>{field} is no</source>
        <translation>{field} is nee</translation>
    </message>
    <message>
        <source>{field} is not {values}</source>
        <translation>{field} is niet {values}</translation>
    </message>
    <message>
        <source>{field} is not {value}</source>
        <translation>{field} is niet {value}</translation>
    </message>
    <message>
        <source>{field} is yes</source>
        <translation>{field} is ja</translation>
    </message>
    <message>
        <source>{field} is {values}</source>
        <translation>{field} is {values}</translation>
    </message>
    <message>
        <source>{field} is {value}</source>
        <translation>{field} is {value}</translation>
    </message>
    <message>
        <source>{field} starts with {value}</source>
        <translation>{field} begint met {value}</translation>
    </message>
    <message>
        <source>{field} was in the last {value} days</source>
        <translation>{field} was in de afgelopen {value} dagen</translation>
    </message>
    <message>
        <source>{field} was more than {value} days ago</source>
        <translation>{field} was meer dan {value} dagen geleden</translation>
    </message>
    <message>
        <source>{field}: {after} (was {before})</source>
        <translation>{field}: {after} (was {before})</translation>
    </message>
    <message>
        <source>{field}: {before} → {after}</source>
        <translation>{field}: {before} → {after}</translation>
    </message>
    <message>
        <source>{field}: {value}</source>
        <translation>{field}: {value}</translation>
    </message>
    <message>
        <source>{file} is missing.</source>
        <translation>{file} ontbreekt.</translation>
    </message>
    <message>
        <source>{file} is not as it was shipped.</source>
        <translation>{file} is niet zoals het werd geleverd.</translation>
    </message>
    <message>
        <source>{file}: {removed} contacts removed, {restored} as before.</source>
        <translation>{file}: {removed} contacten verwijderd, {restored} als voorheen.</translation>
    </message>
    <message>
        <source>{group}, group</source>
        <translation>{group}, groep</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation>{hours} u {minutes} min</translation>
    </message>
    <message>
        <source>{inside} version {n}.</source>
        <translation>{inside} versie {n}.</translation>
    </message>
    <message>
        <source>{issues} in this journey.</source>
        <translation>{issues} in deze journey.</translation>
    </message>
    <message>
        <source>{issues} in this step.</source>
        <translation>{issues} in deze stap.</translation>
    </message>
    <message>
        <source>{journey}, test, from {when}</source>
        <translation>{journey}, test, vanaf {when}</translation>
    </message>
    <message>
        <source>{journey}, version {n}</source>
        <translation>{journey}, versie {n}</translation>
    </message>
    <message>
        <source>{journey}, version {n}, from {when}</source>
        <translation>{journey}, versie {n}, vanaf {when}</translation>
    </message>
    <message>
        <source>{kind} in {language}</source>
        <translation>{kind} in het {language}</translation>
    </message>
    <message>
        <source>{kind} “{step}”, step {n} of {total}</source>
        <translation>{kind} “{step}”, stap {n} van {total}</translation>
    </message>
    <message>
        <source>{kind}: not supported yet</source>
        <translation>{kind}: nog niet ondersteund</translation>
    </message>
    <message>
        <source>{label} cannot be worked out</source>
        <translation>{label} kan niet worden uitgerekend</translation>
    </message>
    <message>
        <source>{label} cannot be worked out for this contact.</source>
        <translation>{label} kan voor dit contact niet worden berekend.</translation>
    </message>
    <message>
        <source>{label} does not say which product of which catalogue.</source>
        <translation>{label} zegt niet welk product van welke catalogus.</translation>
    </message>
    <message>
        <source>{label} gets its fallback</source>
        <translation>{label} krijgt de reservetekst</translation>
    </message>
    <message>
        <source>{label} has a line break</source>
        <translation>{label} heeft een regeleinde</translation>
    </message>
    <message>
        <source>{label} has a line break for this contact.</source>
        <translation>{label} bevat voor dit contact een regeleinde.</translation>
    </message>
    <message>
        <source>{label} has a section with a long title.</source>
        <translation>{label} heeft een sectie met een lange titel.</translation>
    </message>
    <message>
        <source>{label} has a section without a title.</source>
        <translation>{label} heeft een sectie zonder titel.</translation>
    </message>
    <message>
        <source>{label} has a space in the code</source>
        <translation>{label} heeft een spatie in de code</translation>
    </message>
    <message>
        <source>{label} has a space in the code.</source>
        <translation>{label} heeft een spatie in de code.</translation>
    </message>
    <message>
        <source>{label} has a space in the ending of the link</source>
        <translation>{label} heeft een spatie in het einde van de link</translation>
    </message>
    <message>
        <source>{label} has a space in the ending of the link.</source>
        <translation>{label} heeft een spatie in het eind van de link.</translation>
    </message>
    <message>
        <source>{label} has a tab</source>
        <translation>{label} heeft een tab</translation>
    </message>
    <message>
        <source>{label} has a tab for this contact.</source>
        <translation>{label} bevat voor dit contact een tab.</translation>
    </message>
    <message>
        <source>{label} has more products or sections than a message can show.</source>
        <translation>{label} heeft meer producten of secties dan een bericht kan tonen.</translation>
    </message>
    <message>
        <source>{label} has more than four spaces in a row</source>
        <translation>{label} heeft meer dan vier spaties op een rij</translation>
    </message>
    <message>
        <source>{label} has more than four spaces in a row for this contact.</source>
        <translation>{label} bevat voor dit contact meer dan vier spaties achter elkaar.</translation>
    </message>
    <message>
        <source>{label} is a file that is no longer here</source>
        <translation>{label} is een bestand dat hier niet meer is</translation>
    </message>
    <message>
        <source>{label} is an address without https</source>
        <translation>{label} is een adres zonder https</translation>
    </message>
    <message>
        <source>{label} is an address without https.</source>
        <translation>{label} is een adres zonder https.</translation>
    </message>
    <message>
        <source>{label} is filled with its fallback: {text}</source>
        <translation>{label} wordt gevuld met de reservetekst: {text}</translation>
    </message>
    <message>
        <source>{label} is in capitals</source>
        <translation>{label} is in hoofdletters</translation>
    </message>
    <message>
        <source>{label} is in capitals: {value}.</source>
        <translation>{label} is in hoofdletters: {value}.</translation>
    </message>
    <message>
        <source>{label} is neither a web address nor an uploaded file</source>
        <translation>{label} is geen webadres en geen geüpload bestand</translation>
    </message>
    <message>
        <source>{label} is neither a web address nor an uploaded file.</source>
        <translation>{label} is geen webadres en geen geüpload bestand.</translation>
    </message>
    <message>
        <source>{label} is not a JSON object that can be read.</source>
        <translation>{label} is geen leesbaar JSON-object.</translation>
    </message>
    <message>
        <source>{label} is not a date and time that can be read</source>
        <translation>{label} is geen leesbare datum en tijd</translation>
    </message>
    <message>
        <source>{label} is not a date and time that can be read.</source>
        <translation>{label} is geen leesbare datum en tijd.</translation>
    </message>
    <message>
        <source>{label} is not a list of products that can be read.</source>
        <translation>{label} is geen leesbare lijst van producten.</translation>
    </message>
    <message>
        <source>{label} is not a location that can be read</source>
        <translation>{label} is geen leesbare locatie</translation>
    </message>
    <message>
        <source>{label} is not a location that can be read.</source>
        <translation>{label} is geen leesbare locatie.</translation>
    </message>
    <message>
        <source>{label} is not filled.</source>
        <translation>{label} is niet ingevuld.</translation>
    </message>
    <message>
        <source>{label} is not the id of a product.</source>
        <translation>{label} is niet het id van een product.</translation>
    </message>
    <message>
        <source>{label} is the number of a file at Meta; nobody knows here when it was uploaded.</source>
        <translation>{label} is het nummer van een bestand bij Meta; hier weet niemand wanneer het is geüpload.</translation>
    </message>
    <message>
        <source>{label} is too long</source>
        <translation>{label} is te lang</translation>
    </message>
    <message>
        <source>{label} is too long for this contact.</source>
        <translation>{label} is te lang voor dit contact.</translation>
    </message>
    <message>
        <source>{label} may be deleted by Meta before it is sent</source>
        <translation>{label} kan voor verzending door Meta worden verwijderd</translation>
    </message>
    <message>
        <source>{label} stays empty</source>
        <translation>{label} blijft leeg</translation>
    </message>
    <message>
        <source>{label} stays empty for this contact.</source>
        <translation>{label} blijft leeg voor dit contact.</translation>
    </message>
    <message>
        <source>{label} will be deleted by Meta before the last message is sent.</source>
        <translation>{label} wordt door Meta verwijderd voordat het laatste bericht is verzonden.</translation>
    </message>
    <message>
        <source>{label}: contacts have no field “{field}”.</source>
        <translation>{label}: contacten hebben geen veld “{field}”.</translation>
    </message>
    <message>
        <source>{label}: not everybody who comes to “{what}” has {field}.</source>
        <translation>{label}: niet iedereen die bij “{what}” komt, heeft {field}.</translation>
    </message>
    <message>
        <source>{label}: the expression cannot be read at line {line}, column {column}.</source>
        <translation>{label}: de expressie is niet leesbaar op regel {line}, kolom {column}.</translation>
    </message>
    <message>
        <source>{label}: there is no filter “{filter}”.</source>
        <translation>{label}: er is geen filter “{filter}”.</translation>
    </message>
    <message>
        <source>{label}: there is no snippet “{name}”.</source>
        <translation>{label}: er is geen snippet “{name}”.</translation>
    </message>
    <message>
        <source>{label}: {value}, {base}</source>
        <translation>{label}: {value}, {base}</translation>
    </message>
    <message>
        <source>{label}: “{field}” is not known here.</source>
        <translation>{label}: “{field}” is hier niet bekend.</translation>
    </message>
    <message numerus="yes">
        <source>{language} + {n} languages</source>
        <extracomment>One: {language} + {n} language</extracomment>
        <translation>
            <numerusform>{language} + {n} taal</numerusform>
            <numerusform>{language} + {n} talen</numerusform>
        </translation>
    </message>
    <message>
        <source>{language} · not in this workspace</source>
        <translation>{language} · niet in deze werkruimte</translation>
    </message>
    <message>
        <source>{language} · {category}</source>
        <translation>{language} · {category}</translation>
    </message>
    <message>
        <source>{language}, as Meta has it</source>
        <translation>{language}, zoals Meta het heeft</translation>
    </message>
    <message>
        <source>{language}: {problems}</source>
        <translation>{language}: {problems}</translation>
    </message>
    <message>
        <source>{language}: {state}</source>
        <translation>{language}: {state}</translation>
    </message>
    <message>
        <source>{meaning} Press to watch it run.</source>
        <translation>{meaning} Klik om te zien hoe het loopt.</translation>
    </message>
    <message>
        <source>{most} contacts have passed already, so it takes the other path.</source>
        <translation>Er zijn al {most} contacten doorgelaten, dus dit contact neemt het overige pad.</translation>
    </message>
    <message numerus="yes">
        <source>{names} and {n} others</source>
        <extracomment>One: {names} and {n} other</extracomment>
        <translation>
            <numerusform>{names} en {n} ander</numerusform>
            <numerusform>{names} en {n} anderen</numerusform>
        </translation>
    </message>
    <message>
        <source>{name} (as a test)</source>
        <translation>{name} (als test)</translation>
    </message>
    <message>
        <source>{name} (deleted)</source>
        <translation>{name} (verwijderd)</translation>
    </message>
    <message>
        <source>{name} (leads back here)</source>
        <translation>{name} (leidt hier weer naartoe)</translation>
    </message>
    <message>
        <source>{name} (no longer there)</source>
        <translation>{name} (is er niet meer)</translation>
    </message>
    <message>
        <source>{name} (no such field here)</source>
        <translation>{name} (zo’n veld is er niet)</translation>
    </message>
    <message>
        <source>{name} (no such list here)</source>
        <translation>{name} (zo’n lijst is er niet)</translation>
    </message>
    <message>
        <source>{name} (no such segment here)</source>
        <translation>{name} (hier is zo geen segment)</translation>
    </message>
    <message>
        <source>{name} (no such translation here)</source>
        <translation>{name} (zo’n vertaling is er niet)</translation>
    </message>
    <message>
        <source>{name} (not known here)</source>
        <translation>{name} (hier onbekend)</translation>
    </message>
    <message>
        <source>{name} (now)</source>
        <translation>{name} (nu)</translation>
    </message>
    <message>
        <source>{name} ({phone}) gets the message.</source>
        <translation>{name} ({phone}) krijgt het bericht.</translation>
    </message>
    <message>
        <source>{name} ({phone}) is left out: {reason}.</source>
        <translation>{name} ({phone}) wordt overgeslagen: {reason}.</translation>
    </message>
    <message>
        <source>{name} ({size})</source>
        <translation>{name} ({size})</translation>
    </message>
    <message>
        <source>{name} cannot be chosen. {reason}.</source>
        <translation>{name} is niet te kiezen. {reason}.</translation>
    </message>
    <message>
        <source>{name} does not work: {error}</source>
        <translation>{name} werkt niet: {error}</translation>
    </message>
    <message>
        <source>{name} is no test contact.</source>
        <translation>{name} is geen testcontact.</translation>
    </message>
    <message>
        <source>{name} is not marked as a test contact, so no test writes to them.</source>
        <translation>{name} is niet gemarkeerd als testcontact, dus tests sturen niets naar dit contact.</translation>
    </message>
    <message>
        <source>{name} {n}</source>
        <translation>{name} {n}</translation>
    </message>
    <message>
        <source>{name} · {at} of {all}</source>
        <translation>{name} · {at} van {all}</translation>
    </message>
    <message>
        <source>{name} · {language}</source>
        <translation>{name} · {language}</translation>
    </message>
    <message>
        <source>{name}, comparison {n}</source>
        <translation>{name}, vergelijking {n}</translation>
    </message>
    <message>
        <source>{name}, copy</source>
        <translation>{name}, kopie</translation>
    </message>
    <message>
        <source>{name}, tags: {tags}</source>
        <translation>{name}, tags: {tags}</translation>
    </message>
    <message>
        <source>{name}, {day}</source>
        <translation>{name}, {day}</translation>
    </message>
    <message>
        <source>{name}, {moment}</source>
        <translation>{name}, {moment}</translation>
    </message>
    <message>
        <source>{name}, {state}</source>
        <translation>{name}, {state}</translation>
    </message>
    <message>
        <source>{name}: add a word</source>
        <translation>{name}: woord toevoegen</translation>
    </message>
    <message>
        <source>{name}: address</source>
        <translation>{name}: adres</translation>
    </message>
    <message>
        <source>{name}: before or after</source>
        <translation>{name}: voor of na</translation>
    </message>
    <message>
        <source>{name}: button</source>
        <translation>{name}: knop</translation>
    </message>
    <message>
        <source>{name}: button that opens it</source>
        <translation>{name}: knop die het opent</translation>
    </message>
    <message>
        <source>{name}: comparison</source>
        <translation>{name}: vergelijking</translation>
    </message>
    <message>
        <source>{name}: days</source>
        <translation>{name}: dagen</translation>
    </message>
    <message>
        <source>{name}: event</source>
        <translation>{name}: gebeurtenis</translation>
    </message>
    <message>
        <source>{name}: every</source>
        <translation>{name}: elke</translation>
    </message>
    <message>
        <source>{name}: explanation</source>
        <translation>{name}: uitleg</translation>
    </message>
    <message>
        <source>{name}: expression</source>
        <translation>{name}: expressie</translation>
    </message>
    <message>
        <source>{name}: field</source>
        <translation>{name}: veld</translation>
    </message>
    <message>
        <source>{name}: first day</source>
        <translation>{name}: eerste dag</translation>
    </message>
    <message>
        <source>{name}: from</source>
        <translation>{name}: van</translation>
    </message>
    <message>
        <source>{name}: how many</source>
        <translation>{name}: hoeveel</translation>
    </message>
    <message>
        <source>{name}: how they are joined</source>
        <translation>{name}: hoe ze samengaan</translation>
    </message>
    <message>
        <source>{name}: kind</source>
        <translation>{name}: soort</translation>
    </message>
    <message>
        <source>{name}: language</source>
        <translation>{name}: taal</translation>
    </message>
    <message>
        <source>{name}: last day</source>
        <translation>{name}: laatste dag</translation>
    </message>
    <message>
        <source>{name}: list</source>
        <translation>{name}: lijst</translation>
    </message>
    <message>
        <source>{name}: new value</source>
        <translation>{name}: nieuwe waarde</translation>
    </message>
    <message>
        <source>{name}: not set. Set a date</source>
        <translation>{name}: niet ingesteld. Stel een datum in</translation>
    </message>
    <message>
        <source>{name}: of what</source>
        <translation>{name}: waarvan</translation>
    </message>
    <message>
        <source>{name}: segment</source>
        <translation>{name}: segment</translation>
    </message>
    <message>
        <source>{name}: text</source>
        <translation>{name}: tekst</translation>
    </message>
    <message>
        <source>{name}: text below it</source>
        <translation>{name}: tekst eronder</translation>
    </message>
    <message>
        <source>{name}: to</source>
        <translation>{name}: tot</translation>
    </message>
    <message>
        <source>{name}: unit</source>
        <translation>{name}: eenheid</translation>
    </message>
    <message>
        <source>{name}: until</source>
        <translation>{name}: tot en met</translation>
    </message>
    <message>
        <source>{name}: value</source>
        <translation>{name}: waarde</translation>
    </message>
    <message>
        <source>{name}: what</source>
        <translation>{name}: wat</translation>
    </message>
    <message>
        <source>{name}: what happens</source>
        <translation>{name}: wat er gebeurt</translation>
    </message>
    <message>
        <source>{name}: when</source>
        <translation>{name}: wanneer</translation>
    </message>
    <message>
        <source>{name}: words</source>
        <translation>{name}: woorden</translation>
    </message>
    <message>
        <source>{name}: {choice}</source>
        <translation>{name}: {choice}</translation>
    </message>
    <message>
        <source>{name}: {n} % sent</source>
        <translation>{name}: {n}% verzonden</translation>
    </message>
    <message>
        <source>{name}: {state}</source>
        <translation>{name}: {state}</translation>
    </message>
    <message>
        <source>{name}: {value}</source>
        <translation>{name}: {value}</translation>
    </message>
    <message>
        <source>{name}: {what}</source>
        <translation>{name}: {what}</translation>
    </message>
    <message>
        <source>{new} from {old}</source>
        <translation>{new} van {old}</translation>
    </message>
    <message>
        <source>{n} %</source>
        <translation>{n}%</translation>
    </message>
    <message>
        <source>{n} % held out</source>
        <translation>{n}% controlegroep</translation>
    </message>
    <message>
        <source>{n} ({share})</source>
        <translation>{n} ({share})</translation>
    </message>
    <message>
        <source>{n} MB</source>
        <translation>{n} MB</translation>
    </message>
    <message>
        <source>{n} MB free.</source>
        <translation>{n} MB vrij.</translation>
    </message>
    <message numerus="yes">
        <source>{n} added</source>
        <extracomment>One: {n} added</extracomment>
        <translation>
            <numerusform>{n} toegevoegd</numerusform>
            <numerusform>{n} toegevoegd</numerusform>
        </translation>
    </message>
    <message>
        <source>{n} an hour</source>
        <translation>{n} per uur</translation>
    </message>
    <message numerus="yes">
        <source>{n} are here now</source>
        <extracomment>One: {n} is here now</extracomment>
        <translation>
            <numerusform>{n} is nu hier</numerusform>
            <numerusform>{n} zijn nu hier</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} are here then</source>
        <extracomment>One: {n} is here then</extracomment>
        <translation>
            <numerusform>{n} is dan hier</numerusform>
            <numerusform>{n} zijn dan hier</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} are made up</source>
        <extracomment>One: {n} is made up</extracomment>
        <translation>
            <numerusform>{n} is verzonnen</numerusform>
            <numerusform>{n} zijn verzonnen</numerusform>
        </translation>
    </message>
    <message>
        <source>{n} at the most</source>
        <translation>hoogstens {n}</translation>
    </message>
    <message>
        <source>{n} at “{step}”</source>
        <translation>{n} bij “{step}”</translation>
    </message>
    <message numerus="yes">
        <source>{n} buttons; there may be {most}.</source>
        <extracomment>One: {n} button; there may be {most}.</extracomment>
        <translation>
            <numerusform>{n} knop; er mogen er {most} zijn.</numerusform>
            <numerusform>{n} knoppen; er mogen er {most} zijn.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} came to this step</source>
        <extracomment>One: {n} came to this step</extracomment>
        <translation>
            <numerusform>{n} kwam bij deze stap</numerusform>
            <numerusform>{n} kwamen bij deze stap</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} campaigns paused</source>
        <extracomment>One: {n} campaign paused</extracomment>
        <translation>
            <numerusform>{n} campagne gepauzeerd</numerusform>
            <numerusform>{n} campagnes gepauzeerd</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} campaigns sending</source>
        <extracomment>One: {n} campaign sending</extracomment>
        <translation>
            <numerusform>{n} campagne wordt verzonden</numerusform>
            <numerusform>{n} campagnes worden verzonden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} changed</source>
        <extracomment>One: {n} changed</extracomment>
        <translation>
            <numerusform>{n} gewijzigd</numerusform>
            <numerusform>{n} gewijzigd</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} contacts</source>
        <extracomment>One: {n} contact</extracomment>
        <translation>
            <numerusform>{n} contact</numerusform>
            <numerusform>{n} contacten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} contacts are as before.</source>
        <extracomment>One: {n} contact is as before.</extracomment>
        <translation>
            <numerusform>{n} contact is weer zoals eerst.</numerusform>
            <numerusform>{n} contacten zijn weer zoals eerst.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} contacts are back.</source>
        <extracomment>One: {n} contact is back.</extracomment>
        <translation>
            <numerusform>{n} contact is terug.</numerusform>
            <numerusform>{n} contacten zijn terug.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} contacts are in “{name}”.</source>
        <extracomment>One: {n} contact is in “{name}”.</extracomment>
        <translation>
            <numerusform>{n} contact zit in “{name}”.</numerusform>
            <numerusform>{n} contacten zitten in “{name}”.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} contacts are inside</source>
        <extracomment>One: {n} contact is inside</extracomment>
        <translation>
            <numerusform>{n} contact zit in</numerusform>
            <numerusform>{n} contacten zitten in</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} contacts are inside and go on to the end.</source>
        <extracomment>One: {n} contact is inside and goes on.</extracomment>
        <translation>
            <numerusform>{n} contact zit erin en gaat door.</numerusform>
            <numerusform>{n} contacten zitten erin en gaan door tot het einde.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} contacts are inside and leave at once, wherever they are.</source>
        <extracomment>One: {n} contact is inside and leaves at once, wherever it is.</extracomment>
        <translation>
            <numerusform>{n} contact zit erin en verlaat de journey meteen, waar het ook is.</numerusform>
            <numerusform>{n} contacten zitten erin en verlaten de journey meteen, waar ze ook zijn.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} contacts are inside journeys that run.</source>
        <extracomment>One: {n} contact is inside a journey that runs.</extracomment>
        <translation>
            <numerusform>{n} contact zit in een journey die loopt.</numerusform>
            <numerusform>{n} contacten zitten in journeys die lopen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} contacts are inside.</source>
        <extracomment>One: {n} contact is inside.</extracomment>
        <translation>
            <numerusform>{n} contact zit erin.</numerusform>
            <numerusform>{n} contacten zitten erin.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} contacts are made up.</source>
        <extracomment>One: {n} contact is made up.</extracomment>
        <translation>
            <numerusform>{n} contact is verzonnen.</numerusform>
            <numerusform>{n} contacten zijn verzonnen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} contacts are no longer test contacts.</source>
        <extracomment>One: {n} contact is no longer a test contact.</extracomment>
        <translation>
            <numerusform>{n} contact is geen testcontact meer.</numerusform>
            <numerusform>{n} contacten zijn geen testcontact meer.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} contacts are on “{name}”.</source>
        <extracomment>One: {n} contact is on “{name}”.</extracomment>
        <translation>
            <numerusform>{n} contact staat op “{name}”.</numerusform>
            <numerusform>{n} contacten staan op “{name}”.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} contacts in it now</source>
        <extracomment>One: {n} contact in it now</extracomment>
        <translation>
            <numerusform>Nu {n} contact erin</numerusform>
            <numerusform>Nu {n} contacten erin</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} contacts inside finish the earlier version as it is; whoever enters from now on goes by this one.</source>
        <extracomment>One: {n} contact inside finishes the earlier version as it is; whoever enters from now on goes by this one.</extracomment>
        <translation>
            <numerusform>{n} contact in de journey maakt de eerdere versie af zoals die is; wie vanaf nu binnenkomt, volgt deze.</numerusform>
            <numerusform>{n} contacten in de journey maken de eerdere versie af zoals die is; wie vanaf nu binnenkomt, volgt deze.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} contacts inside may still come to it</source>
        <extracomment>One: {n} contact inside may still come to it</extracomment>
        <translation>
            <numerusform>{n} contact in de journey kan er nog komen</numerusform>
            <numerusform>{n} contacten in de journey kunnen er nog komen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} contacts may get marketing.</source>
        <extracomment>One: {n} contact may get marketing.</extracomment>
        <translation>
            <numerusform>{n} contact mag marketing krijgen.</numerusform>
            <numerusform>{n} contacten mogen marketing krijgen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} contacts may get test messages.</source>
        <extracomment>One: {n} contact may get test messages.</extracomment>
        <translation>
            <numerusform>{n} contact mag testberichten krijgen.</numerusform>
            <numerusform>{n} contacten mogen testberichten krijgen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} contacts now</source>
        <extracomment>One: {n} contact now</extracomment>
        <translation>
            <numerusform>Nu {n} contact</numerusform>
            <numerusform>Nu {n} contacten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} contacts opted out.</source>
        <extracomment>One: {n} contact opted out.</extracomment>
        <translation>
            <numerusform>{n} contact is afgemeld.</numerusform>
            <numerusform>{n} contacten zijn afgemeld.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} contacts wait in journeys; journeys move only while this program runs.</source>
        <extracomment>One: {n} contact waits in a journey; journeys move only while this program runs.</extracomment>
        <translation>
            <numerusform>{n} contact wacht in een journey; journeys gaan alleen verder zolang dit programma draait.</numerusform>
            <numerusform>{n} contacten wachten in journeys; journeys gaan alleen verder zolang dit programma draait.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} contacts were added to “{name}”.</source>
        <extracomment>One: {n} contact was added to “{name}”.</extracomment>
        <translation>
            <numerusform>{n} contact is toegevoegd aan “{name}”.</numerusform>
            <numerusform>{n} contacten zijn toegevoegd aan “{name}”.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} contacts were deleted.</source>
        <extracomment>One: {n} contact was deleted.</extracomment>
        <translation>
            <numerusform>{n} contact is verwijderd.</numerusform>
            <numerusform>{n} contacten zijn verwijderd.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} contacts were exported.</source>
        <extracomment>One: {n} contact was exported.</extracomment>
        <translation>
            <numerusform>{n} contact is geëxporteerd.</numerusform>
            <numerusform>{n} contacten zijn geëxporteerd.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} contacts were inside.</source>
        <extracomment>One: {n} contact was inside.</extracomment>
        <translation>
            <numerusform>Er zat {n} contact in de journey.</numerusform>
            <numerusform>Er zaten {n} contacten in de journey.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} contacts were removed.</source>
        <extracomment>One: {n} contact was removed.</extracomment>
        <translation>
            <numerusform>{n} contact is verwijderd.</numerusform>
            <numerusform>{n} contacten zijn verwijderd.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} contacts were taken off the list.</source>
        <extracomment>One: {n} contact was taken off the list.</extracomment>
        <translation>
            <numerusform>{n} contact is van de lijst gehaald.</numerusform>
            <numerusform>{n} contacten zijn van de lijst gehaald.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} contacts were written to {file}.</source>
        <extracomment>One: {n} contact was written to {file}.</extracomment>
        <translation>
            <numerusform>{n} contact is naar {file} geschreven.</numerusform>
            <numerusform>{n} contacten zijn naar {file} geschreven.</numerusform>
        </translation>
    </message>
    <message>
        <source>{n} d</source>
        <translation>{n} d</translation>
    </message>
    <message numerus="yes">
        <source>{n} days</source>
        <extracomment>One: {n} day</extracomment>
        <translation>
            <numerusform>{n} dag</numerusform>
            <numerusform>{n} dagen</numerusform>
        </translation>
    </message>
    <message>
        <source>{n} elsewhere</source>
        <translation>{n} elders</translation>
    </message>
    <message numerus="yes">
        <source>{n} emojis</source>
        <extracomment>One: {n} emoji</extracomment>
        <translation>
            <numerusform>{n} emoji</numerusform>
            <numerusform>{n} emoji&apos;s</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} entered</source>
        <extracomment>One: {n} entered</extracomment>
        <translation>
            <numerusform>{n} binnengekomen</numerusform>
            <numerusform>{n} binnengekomen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} entries</source>
        <extracomment>One: {n} entry</extracomment>
        <translation>
            <numerusform>{n} regel</numerusform>
            <numerusform>{n} regels</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} entries are new on the suppression list.</source>
        <extracomment>One: {n} entry is new on the suppression list.</extracomment>
        <translation>
            <numerusform>{n} regel is nieuw op de blokkeerlijst.</numerusform>
            <numerusform>{n} regels zijn nieuw op de blokkeerlijst.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} entries are new.</source>
        <extracomment>One: {n} entry is new.</extracomment>
        <translation>
            <numerusform>{n} regel is nieuw.</numerusform>
            <numerusform>{n} regels zijn nieuw.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} entries were removed.</source>
        <extracomment>One: {n} entry was removed.</extracomment>
        <translation>
            <numerusform>{n} regel is verwijderd.</numerusform>
            <numerusform>{n} regels zijn verwijderd.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} entries were written to {file}.</source>
        <extracomment>One: {n} entry was written to {file}.</extracomment>
        <translation>
            <numerusform>{n} regel is naar {file} geschreven.</numerusform>
            <numerusform>{n} regels zijn naar {file} geschreven.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} errors</source>
        <extracomment>One: {n} error</extracomment>
        <translation>
            <numerusform>{n} fout</numerusform>
            <numerusform>{n} fouten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} errors remain before it can be published</source>
        <extracomment>One: {n} error remains before it can be published</extracomment>
        <translation>
            <numerusform>Nog {n} fout op te lossen voor je kunt publiceren</numerusform>
            <numerusform>Nog {n} fouten op te lossen voor je kunt publiceren</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} errors remain, so nothing can be sent.</source>
        <extracomment>One: {n} error remains, so nothing can be sent.</extracomment>
        <translation>
            <numerusform>Er is nog {n} fout, dus er kan niets worden verzonden.</numerusform>
            <numerusform>Er zijn nog {n} fouten, dus er kan niets worden verzonden.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} errors, {more}</source>
        <extracomment>One: {n} error, {more}</extracomment>
        <translation>
            <numerusform>{n} fout, {more}</numerusform>
            <numerusform>{n} fouten, {more}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} events were taken.</source>
        <extracomment>One: {n} event was taken.</extracomment>
        <translation>
            <numerusform>{n} gebeurtenis is overgenomen.</numerusform>
            <numerusform>{n} gebeurtenissen zijn overgenomen.</numerusform>
        </translation>
    </message>
    <message>
        <source>{n} failed</source>
        <translation>{n} mislukt</translation>
    </message>
    <message numerus="yes">
        <source>{n} failed here</source>
        <extracomment>One: {n} failed here</extracomment>
        <translation>
            <numerusform>{n} mislukte hier</numerusform>
            <numerusform>{n} mislukten hier</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} files are there and can be read.</source>
        <extracomment>One: {n} file is there and can be read.</extracomment>
        <translation>
            <numerusform>{n} bestand is er en kan worden gelezen.</numerusform>
            <numerusform>{n} bestanden zijn er en kunnen worden gelezen.</numerusform>
        </translation>
    </message>
    <message>
        <source>{n} found</source>
        <translation>{n} gevonden</translation>
    </message>
    <message numerus="yes">
        <source>{n} good to know</source>
        <extracomment>One: {n} good to know</extracomment>
        <translation>
            <numerusform>{n} goed om te weten</numerusform>
            <numerusform>{n} goed om te weten</numerusform>
        </translation>
    </message>
    <message>
        <source>{n} h</source>
        <translation>{n} u</translation>
    </message>
    <message numerus="yes">
        <source>{n} helpers</source>
        <extracomment>One: {n} helper</extracomment>
        <translation>
            <numerusform>{n} hulpfunctie</numerusform>
            <numerusform>{n} hulpfuncties</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} hours</source>
        <extracomment>One: {n} hour</extracomment>
        <translation>
            <numerusform>{n} uur</numerusform>
            <numerusform>{n} uur</numerusform>
        </translation>
    </message>
    <message>
        <source>{n} in doubt</source>
        <translation>{n} onzeker</translation>
    </message>
    <message numerus="yes">
        <source>{n} inside</source>
        <extracomment>One: {n} inside</extracomment>
        <translation>
            <numerusform>{n} in de journey</numerusform>
            <numerusform>{n} in de journey</numerusform>
        </translation>
    </message>
    <message>
        <source>{n} is the most</source>
        <translation>Maximaal {n}</translation>
    </message>
    <message numerus="yes">
        <source>{n} items selected</source>
        <extracomment>One: {n} item selected</extracomment>
        <translation>
            <numerusform>{n} onderdeel geselecteerd</numerusform>
            <numerusform>{n} onderdelen geselecteerd</numerusform>
        </translation>
    </message>
    <message>
        <source>{n} journeys drawn, {errors} errors found in them.</source>
        <translation>{n} journeys getekend, {errors} fouten erin gevonden.</translation>
    </message>
    <message numerus="yes">
        <source>{n} journeys were imported.</source>
        <extracomment>One: {n} journey was imported.</extracomment>
        <translation>
            <numerusform>{n} journey is geïmporteerd.</numerusform>
            <numerusform>{n} journeys zijn geïmporteerd.</numerusform>
        </translation>
    </message>
    <message>
        <source>{n} kB</source>
        <translation>{n} kB</translation>
    </message>
    <message numerus="yes">
        <source>{n} late messages are sent.</source>
        <extracomment>One: {n} late message is sent.</extracomment>
        <translation>
            <numerusform>{n} te laat bericht wordt verzonden.</numerusform>
            <numerusform>{n} te late berichten worden verzonden.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} late messages are skipped.</source>
        <extracomment>One: {n} late message is skipped.</extracomment>
        <translation>
            <numerusform>{n} te laat bericht is overgeslagen.</numerusform>
            <numerusform>{n} te late berichten zijn overgeslagen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} late messages wait for you.</source>
        <extracomment>One: {n} late message waits for you.</extracomment>
        <translation>
            <numerusform>{n} te laat bericht wacht op je.</numerusform>
            <numerusform>{n} te late berichten wachten op je.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} late messages wait for your decision.</source>
        <extracomment>One: {n} late message waits for your decision.</extracomment>
        <translation>
            <numerusform>{n} te laat bericht wacht op je beslissing.</numerusform>
            <numerusform>{n} te late berichten wachten op je beslissing.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} left the journey here</source>
        <extracomment>One: {n} left the journey here</extracomment>
        <translation>
            <numerusform>{n} verliet de journey hier</numerusform>
            <numerusform>{n} verlieten de journey hier</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} lines</source>
        <extracomment>One: {n} line</extracomment>
        <translation>
            <numerusform>{n} regel</numerusform>
            <numerusform>{n} regels</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} lines were left out.</source>
        <extracomment>One: {n} line was left out.</extracomment>
        <translation>
            <numerusform>{n} regel is weggelaten.</numerusform>
            <numerusform>{n} regels zijn weggelaten.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} lines were written to {file}.</source>
        <extracomment>One: {n} line was written to {file}.</extracomment>
        <translation>
            <numerusform>{n} regel is naar {file} geschreven.</numerusform>
            <numerusform>{n} regels zijn naar {file} geschreven.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} messages</source>
        <extracomment>One: {n} message</extracomment>
        <translation>
            <numerusform>{n} bericht</numerusform>
            <numerusform>{n} berichten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} messages checked.</source>
        <extracomment>One: {n} message checked.</extracomment>
        <translation>
            <numerusform>{n} bericht gecontroleerd.</numerusform>
            <numerusform>{n} berichten gecontroleerd.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} messages that day</source>
        <extracomment>One: {n} message that day</extracomment>
        <translation>
            <numerusform>{n} bericht die dag</numerusform>
            <numerusform>{n} berichten die dag</numerusform>
        </translation>
    </message>
    <message>
        <source>{n} messages were sent to the sandbox and arrived, each once; the sandbox counted the same.</source>
        <translation>{n} berichten zijn naar de sandbox verzonden en aangekomen, elk één keer; de sandbox telde hetzelfde.</translation>
    </message>
    <message>
        <source>{n} min</source>
        <translation>{n} min</translation>
    </message>
    <message numerus="yes">
        <source>{n} minutes</source>
        <extracomment>One: {n} minute</extracomment>
        <translation>
            <numerusform>{n} minuut</numerusform>
            <numerusform>{n} minuten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} more</source>
        <extracomment>One: {n} more</extracomment>
        <translation>
            <numerusform>nog {n}</numerusform>
            <numerusform>nog {n}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} notes and frames</source>
        <extracomment>One: {n} note or frame</extracomment>
        <translation>
            <numerusform>{n} notitie of kader</numerusform>
            <numerusform>{n} notities en kaders</numerusform>
        </translation>
    </message>
    <message>
        <source>{n} notices wait on the home page.</source>
        <translation>Er staan {n} meldingen op de startpagina.</translation>
    </message>
    <message numerus="yes">
        <source>{n} numbers are blocked now.</source>
        <extracomment>One: {n} number is blocked now.</extracomment>
        <translation>
            <numerusform>{n} nummer is nu geblokkeerd.</numerusform>
            <numerusform>{n} nummers zijn nu geblokkeerd.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} numbers are no longer blocked.</source>
        <extracomment>One: {n} number is no longer blocked.</extracomment>
        <translation>
            <numerusform>{n} nummer is niet meer geblokkeerd.</numerusform>
            <numerusform>{n} nummers zijn niet meer geblokkeerd.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} numbers differ from what is kept to what you look at.</source>
        <extracomment>One: {n} number differs from what is kept to what you look at.</extracomment>
        <translation>
            <numerusform>{n} getal verschilt tussen wat is bewaard en wat je bekijkt.</numerusform>
            <numerusform>{n} getallen verschillen tussen wat is bewaard en wat je bekijkt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} of them get it {when}, after quiet hours</source>
        <extracomment>One: {n} of them gets it {when}, after quiet hours</extracomment>
        <translation>
            <numerusform>{n} van hen krijgt het {when}, na de stille uren</numerusform>
            <numerusform>{n} van hen krijgen het {when}, na de stille uren</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} of these people also get another message within 24 hours</source>
        <extracomment>One: {n} of these people also gets another message within 24 hours</extracomment>
        <translation>
            <numerusform>{n} van deze mensen krijgt binnen 24 uur ook een ander bericht</numerusform>
            <numerusform>{n} van deze mensen krijgen binnen 24 uur ook een ander bericht</numerusform>
        </translation>
    </message>
    <message>
        <source>{n} of {all}</source>
        <translation>{n} van {all}</translation>
    </message>
    <message>
        <source>{n} of {most}</source>
        <translation>{n} van {most}</translation>
    </message>
    <message>
        <source>{n} of {most} characters</source>
        <translation>{n} van {most} tekens</translation>
    </message>
    <message>
        <source>{n} of {most} characters: nearly full</source>
        <translation>{n} van {most} tekens: bijna vol</translation>
    </message>
    <message>
        <source>{n} of {most} characters: {over} too many</source>
        <translation>{n} van {most} tekens: {over} te veel</translation>
    </message>
    <message>
        <source>{n} of {total}</source>
        <translation>{n} van {total}</translation>
    </message>
    <message numerus="yes">
        <source>{n} opted out and stay so.</source>
        <extracomment>One: {n} opted out and stays so.</extracomment>
        <translation>
            <numerusform>{n} is afgemeld en blijft dat.</numerusform>
            <numerusform>{n} zijn afgemeld en blijven dat.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} opted out since and stay blocked.</source>
        <extracomment>One: {n} opted out since and stays blocked.</extracomment>
        <translation>
            <numerusform>{n} meldde zich sindsdien af en blijft geblokkeerd.</numerusform>
            <numerusform>{n} meldden zich sindsdien af en blijven geblokkeerd.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} pages were painted twice, in English and in Dutch, in {seconds} seconds.</source>
        <extracomment>One: {n} page was painted twice, in English and in Dutch, in {seconds} seconds.</extracomment>
        <translation>
            <numerusform>{n} pagina is twee keer getekend, in het Engels en in het Nederlands, in {seconds} seconden.</numerusform>
            <numerusform>{n} pagina’s zijn twee keer getekend, in het Engels en in het Nederlands, in {seconds} seconden.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} paths + other</source>
        <extracomment>One: {n} path + other</extracomment>
        <translation>
            <numerusform>{n} pad + overig</numerusform>
            <numerusform>{n} paden + overig</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} people</source>
        <extracomment>One: {n} person</extracomment>
        <translation>
            <numerusform>{n} persoon</numerusform>
            <numerusform>{n} mensen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} people get nothing and were not checked.</source>
        <extracomment>One: {n} person gets nothing and was not checked.</extracomment>
        <translation>
            <numerusform>{n} persoon krijgt niets en is niet gecontroleerd.</numerusform>
            <numerusform>{n} mensen krijgen niets en zijn niet gecontroleerd.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} people may be here twice: under two spellings of one number.</source>
        <extracomment>One: {n} person may be here twice: under two spellings of one number.</extracomment>
        <translation>
            <numerusform>{n} persoon staat hier misschien twee keer: met twee schrijfwijzen van één nummer.</numerusform>
            <numerusform>{n} mensen staan hier misschien twee keer: met twee schrijfwijzen van één nummer.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} people were written to {file}.</source>
        <extracomment>One: {n} person was written to {file}.</extracomment>
        <translation>
            <numerusform>{n} persoon is opgeslagen in {file}.</numerusform>
            <numerusform>{n} mensen zijn opgeslagen in {file}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} people will not get it. A stopped campaign cannot be resumed; to wait a while, pause it.</source>
        <extracomment>One: {n} person will not get it. A stopped campaign cannot be resumed; to wait a while, pause it.</extracomment>
        <translation>
            <numerusform>{n} persoon krijgt het niet. Een gestopte campagne kun je niet hervatten; pauzeer om even te wachten.</numerusform>
            <numerusform>{n} mensen krijgen het niet. Een gestopte campagne kun je niet hervatten; pauzeer haar als je even wilt wachten.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} people.</source>
        <extracomment>One: {n} person.</extracomment>
        <translation>
            <numerusform>{n} persoon.</numerusform>
            <numerusform>{n} mensen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} people: {what}</source>
        <extracomment>One: {n} person: {what}</extracomment>
        <translation>
            <numerusform>{n} persoon: {what}</numerusform>
            <numerusform>{n} mensen: {what}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} places are filled.</source>
        <extracomment>One: {n} place is filled.</extracomment>
        <translation>
            <numerusform>{n} plek is ingevuld.</numerusform>
            <numerusform>{n} plekken zijn ingevuld.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} products</source>
        <extracomment>One: 1 product</extracomment>
        <translation>
            <numerusform>{n} product</numerusform>
            <numerusform>{n} producten</numerusform>
        </translation>
    </message>
    <message>
        <source>{n} recipients; {excluded} left out.</source>
        <translation>{n} ontvangers; {excluded} overgeslagen.</translation>
    </message>
    <message numerus="yes">
        <source>{n} removed</source>
        <extracomment>One: {n} removed</extracomment>
        <translation>
            <numerusform>{n} verwijderd</numerusform>
            <numerusform>{n} verwijderd</numerusform>
        </translation>
    </message>
    <message>
        <source>{n} replaced</source>
        <translation>{n} vervangen</translation>
    </message>
    <message numerus="yes">
        <source>{n} rows in {time}</source>
        <extracomment>One: {n} row in {time}</extracomment>
        <translation>
            <numerusform>{n} rij in {time}</numerusform>
            <numerusform>{n} rijen in {time}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} rows were saved with their reasons.</source>
        <extracomment>One: {n} row was saved with its reason.</extracomment>
        <translation>
            <numerusform>{n} rij is opgeslagen met de reden.</numerusform>
            <numerusform>{n} rijen zijn opgeslagen met hun redenen.</numerusform>
        </translation>
    </message>
    <message>
        <source>{n} s</source>
        <translation>{n} s</translation>
    </message>
    <message numerus="yes">
        <source>{n} stay because messages went to or came from them since.</source>
        <extracomment>One: {n} stays because a message went to or came from it since.</extracomment>
        <translation>
            <numerusform>{n} blijft, want er gingen of kwamen sindsdien berichten.</numerusform>
            <numerusform>{n} blijven, want er gingen of kwamen sindsdien berichten.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} steps</source>
        <extracomment>One: {n} step</extracomment>
        <translation>
            <numerusform>{n} stap</numerusform>
            <numerusform>{n} stappen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} steps in it (was {before})</source>
        <extracomment>One: {n} step in it (was {before})</extracomment>
        <translation>
            <numerusform>{n} stap erin (was {before})</numerusform>
            <numerusform>{n} stappen erin (was {before})</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} steps inside</source>
        <extracomment>One: {n} step inside</extracomment>
        <translation>
            <numerusform>{n} stap erin</numerusform>
            <numerusform>{n} stappen erin</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} steps selected</source>
        <extracomment>One: {n} step selected</extracomment>
        <translation>
            <numerusform>{n} stap geselecteerd</numerusform>
            <numerusform>{n} stappen geselecteerd</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} still inside</source>
        <extracomment>One: {n} still inside</extracomment>
        <translation>
            <numerusform>{n} nog in de journey</numerusform>
            <numerusform>{n} nog in de journey</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} templates</source>
        <extracomment>One: {n} template</extracomment>
        <translation>
            <numerusform>{n} sjabloon</numerusform>
            <numerusform>{n} sjablonen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} templates.</source>
        <extracomment>One: {n} template.</extracomment>
        <translation>
            <numerusform>{n} sjabloon.</numerusform>
            <numerusform>{n} sjablonen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} things block sending</source>
        <extracomment>One: {n} thing blocks sending</extracomment>
        <translation>
            <numerusform>{n} punt houdt verzenden tegen</numerusform>
            <numerusform>{n} punten houden verzenden tegen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} things block sending.</source>
        <extracomment>One: {n} thing blocks sending.</extracomment>
        <translation>
            <numerusform>{n} punt houdt verzenden tegen.</numerusform>
            <numerusform>{n} punten houden verzenden tegen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} things stand elsewhere</source>
        <extracomment>One: {n} thing stands elsewhere</extracomment>
        <translation>
            <numerusform>{n} onderdeel staat ergens anders</numerusform>
            <numerusform>{n} onderdelen staan ergens anders</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} values</source>
        <extracomment>One: {n} value</extracomment>
        <translation>
            <numerusform>{n} waarde</numerusform>
            <numerusform>{n} waarden</numerusform>
        </translation>
    </message>
    <message>
        <source>{n} waiting</source>
        <translation>{n} in de wachtrij</translation>
    </message>
    <message numerus="yes">
        <source>{n} warnings</source>
        <extracomment>One: {n} warning</extracomment>
        <translation>
            <numerusform>{n} waarschuwing</numerusform>
            <numerusform>{n} waarschuwingen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} warnings stay.</source>
        <extracomment>One: {n} warning stays.</extracomment>
        <translation>
            <numerusform>{n} waarschuwing blijft staan.</numerusform>
            <numerusform>{n} waarschuwingen blijven staan.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} ways lead here</source>
        <extracomment>One: {n} way leads here</extracomment>
        <translation>
            <numerusform>{n} weg leidt hierheen</numerusform>
            <numerusform>{n} wegen leiden hierheen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} weeks</source>
        <extracomment>One: {n} week</extracomment>
        <translation>
            <numerusform>{n} week</numerusform>
            <numerusform>{n} weken</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} went on by “{output}”</source>
        <extracomment>One: {n} went on by “{output}”</extracomment>
        <translation>
            <numerusform>{n} ging verder via “{output}”</numerusform>
            <numerusform>{n} gingen verder via “{output}”</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} were changed since and keep what came later.</source>
        <extracomment>One: {n} was changed since and keeps what came later.</extracomment>
        <translation>
            <numerusform>{n} is sindsdien gewijzigd en houdt wat later kwam.</numerusform>
            <numerusform>{n} zijn sindsdien gewijzigd en houden wat later kwam.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} were on the list already.</source>
        <extracomment>One: {n} was on the list already.</extracomment>
        <translation>
            <numerusform>{n} stond al op de lijst.</numerusform>
            <numerusform>{n} stonden al op de lijst.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} who are there keep what they have</source>
        <extracomment>One: {n} who is there keeps what it has</extracomment>
        <translation>
            <numerusform>voor {n} die er al is, verandert niets</numerusform>
            <numerusform>voor {n} die er al zijn, verandert niets</numerusform>
        </translation>
    </message>
    <message>
        <source>{n} wk</source>
        <translation>{n} wk</translation>
    </message>
    <message>
        <source>{n}M</source>
        <comment>millions</comment>
        <translation>{n}M</translation>
    </message>
    <message>
        <source>{n}k</source>
        <comment>thousands</comment>
        <translation>{n}k</translation>
    </message>
    <message>
        <source>{n}×: {what}</source>
        <translation>{n}×: {what}</translation>
    </message>
    <message>
        <source>{often} on {days}</source>
        <translation>{often} op {days}</translation>
    </message>
    <message>
        <source>{often}, {time}</source>
        <translation>{often}, {time}</translation>
    </message>
    <message>
        <source>{one} and {other}</source>
        <translation>{one} en {other}</translation>
    </message>
    <message>
        <source>{one} or {other}</source>
        <translation>{one} of {other}</translation>
    </message>
    <message>
        <source>{output} can lead to no other step. Insert adds one, Tab takes another output, Esc leaves.</source>
        <translation>{output} kan naar geen andere stap leiden. Insert voegt er een toe, Tab neemt een andere uitgang, Esc stopt.</translation>
    </message>
    <message>
        <source>{output} leads to {step}. Arrow keys choose another step, Tab another output; Enter connects, Insert adds a new step, Delete removes the arrow, Esc leaves.</source>
        <translation>{output} leidt naar {step}. Met de pijltoetsen kies je een andere stap, met Tab een andere uitgang; Enter verbindt, Insert voegt een nieuwe stap toe, Delete verwijdert de pijl, Esc stopt.</translation>
    </message>
    <message>
        <source>{output}: {said}</source>
        <translation>{output}: {said}</translation>
    </message>
    <message>
        <source>{output}: {step}</source>
        <translation>{output}: {step}</translation>
    </message>
    <message>
        <source>{parts} = {total} in total</source>
        <translation>{parts} = {total} in totaal</translation>
    </message>
    <message>
        <source>{part} on card {n}</source>
        <translation>{part} op kaart {n}</translation>
    </message>
    <message>
        <source>{part}: Meta takes no emoji here ({emoji}).</source>
        <translation>{part}: Meta neemt hier geen emoji aan ({emoji}).</translation>
    </message>
    <message>
        <source>{part}: a text is missing.</source>
        <translation>{part}: er ontbreekt een tekst.</translation>
    </message>
    <message>
        <source>{part}: {length} characters; {most} fit.</source>
        <translation>{part}: {length} tekens; er passen er {most}.</translation>
    </message>
    <message>
        <source>{path} could not be read.</source>
        <translation>{path} kon niet worden gelezen.</translation>
    </message>
    <message>
        <source>{path} could not be written.</source>
        <translation>{path} kon niet worden geschreven.</translation>
    </message>
    <message>
        <source>{path} is not a backup of WhatsApp Studio.</source>
        <translation>{path} is geen back-up van WhatsApp Studio.</translation>
    </message>
    <message>
        <source>{path} is sound.</source>
        <translation>{path} is in orde.</translation>
    </message>
    <message>
        <source>{place} (may stay empty)</source>
        <translation>{place} (mag leeg blijven)</translation>
    </message>
    <message>
        <source>{practice}. What is queued for others waits.</source>
        <translation>{practice}. Wat voor anderen in de wachtrij staat, wacht.</translation>
    </message>
    <message>
        <source>{rate} a second</source>
        <translation>{rate} per seconde</translation>
    </message>
    <message>
        <source>{rate} messages a second now</source>
        <translation>Nu {rate} berichten per seconde</translation>
    </message>
    <message>
        <source>{rate} of {target} messages a second</source>
        <translation>{rate} van {target} berichten per seconde</translation>
    </message>
    <message>
        <source>{rate}/s</source>
        <translation>{rate}/s</translation>
    </message>
    <message>
        <source>{reason} ({rule})</source>
        <translation>{reason} ({rule})</translation>
    </message>
    <message>
        <source>{reason}: {n}.</source>
        <translation>{reason}: {n}.</translation>
    </message>
    <message>
        <source>{rows} rows: {added} added, {duplicates} duplicates, {invalid} not usable.</source>
        <translation>{rows} rijen: {added} toegevoegd, {duplicates} dubbel, {invalid} niet bruikbaar.</translation>
    </message>
    <message>
        <source>{rows} rows: {added} added, {updated} updated, {duplicates} duplicates, {invalid} not usable.</source>
        <translation>{rows} rijen: {added} toegevoegd, {updated} bijgewerkt, {duplicates} dubbel, {invalid} niet bruikbaar.</translation>
    </message>
    <message>
        <source>{rule}: {n}</source>
        <translation>{rule}: {n}</translation>
    </message>
    <message>
        <source>{rule}?</source>
        <translation>{rule}?</translation>
    </message>
    <message numerus="yes">
        <source>{said} in the last {n} days</source>
        <extracomment>One: {said} in the last day</extracomment>
        <translation>
            <numerusform>{said} in de laatste dag</numerusform>
            <numerusform>{said} in de laatste {n} dagen</numerusform>
        </translation>
    </message>
    <message>
        <source>{several} and {last}</source>
        <translation>{several} en {last}</translation>
    </message>
    <message>
        <source>{share} of accepted</source>
        <translation>{share} van aangenomen</translation>
    </message>
    <message>
        <source>{share} of delivered</source>
        <translation>{share} van afgeleverd</translation>
    </message>
    <message>
        <source>{share} of everybody</source>
        <translation>{share} van iedereen</translation>
    </message>
    <message>
        <source>{share} of planned</source>
        <translation>{share} van gepland</translation>
    </message>
    <message>
        <source>{shown} of {total}</source>
        <translation>{shown} van {total}</translation>
    </message>
    <message>
        <source>{source}, {when}</source>
        <translation>{source}, {when}</translation>
    </message>
    <message>
        <source>{span} after</source>
        <translation>{span} erna</translation>
    </message>
    <message>
        <source>{span} after {field}</source>
        <translation>{span} na {field}</translation>
    </message>
    <message>
        <source>{span} before</source>
        <translation>{span} ervoor</translation>
    </message>
    <message>
        <source>{span} before {field}</source>
        <translation>{span} vóór {field}</translation>
    </message>
    <message>
        <source>{state} ({n} of {all})</source>
        <translation>{state} ({n} van {all})</translation>
    </message>
    <message>
        <source>{state}: watch it run</source>
        <translation>{state}: kijken hoe het loopt</translation>
    </message>
    <message>
        <source>{steps} · {messages}</source>
        <translation>{steps} · {messages}</translation>
    </message>
    <message>
        <source>{steps} · {moment}</source>
        <translation>{steps} · {moment}</translation>
    </message>
    <message>
        <source>{step} · {outputs}</source>
        <translation>{step} · {outputs}</translation>
    </message>
    <message>
        <source>{step} · {output}</source>
        <translation>{step} · {output}</translation>
    </message>
    <message>
        <source>{step}, step {n} of {total}</source>
        <translation>{step}, stap {n} van {total}</translation>
    </message>
    <message numerus="yes">
        <source>{step}: {n} held out</source>
        <extracomment>One: {step}: {n} held out</extracomment>
        <translation>
            <numerusform>{step}: {n} in controlegroep</numerusform>
            <numerusform>{step}: {n} in controlegroep</numerusform>
        </translation>
    </message>
    <message>
        <source>{step}: {output}</source>
        <translation>{step}: {output}</translation>
    </message>
    <message>
        <source>{step}: {said}</source>
        <translation>{step}: {said}</translation>
    </message>
    <message>
        <source>{step}: {state}</source>
        <translation>{step}: {state}</translation>
    </message>
    <message>
        <source>{taken} of {most} contacts have passed, so it is let through.</source>
        <translation>Doorgelaten: {taken} van {most} contacten, dus dit contact mag door.</translation>
    </message>
    <message>
        <source>{template} ({language})</source>
        <translation>{template} ({language})</translation>
    </message>
    <message>
        <source>{template}, cannot be chosen: {reason}</source>
        <translation>{template}, niet te kiezen: {reason}</translation>
    </message>
    <message>
        <source>{template}. {places}</source>
        <translation>{template}. {places}</translation>
    </message>
    <message>
        <source>{title} is gone</source>
        <translation>{title} is weg</translation>
    </message>
    <message>
        <source>{title} is new</source>
        <translation>{title} is nieuw</translation>
    </message>
    <message>
        <source>{values} or {n} more</source>
        <translation>{values} of {n} andere</translation>
    </message>
    <message>
        <source>{value} (used when empty)</source>
        <translation>{value} (als het leeg is)</translation>
    </message>
    <message>
        <source>{value} does not fit this setting.</source>
        <translation>{value} past niet bij deze instelling.</translation>
    </message>
    <message>
        <source>{variables} stand side by side.</source>
        <translation>{variables} staan naast elkaar.</translation>
    </message>
    <message>
        <source>{variable} has a digit in its name.</source>
        <translation>{variable} heeft een cijfer in de naam.</translation>
    </message>
    <message>
        <source>{variable} has no sample.</source>
        <translation>{variable} heeft geen voorbeeld.</translation>
    </message>
    <message>
        <source>{variable} has one of the signs # $ % in it.</source>
        <translation>{variable} heeft een van de tekens # $ % erin.</translation>
    </message>
    <message>
        <source>{variable} in a button&apos;s text is shown as it stands.</source>
        <translation>{variable} in de tekst van een knop wordt zo getoond.</translation>
    </message>
    <message>
        <source>{variable} is at the very start or end of the text.</source>
        <translation>{variable} staat helemaal aan het begin of eind van de tekst.</translation>
    </message>
    <message>
        <source>{variable} is missing among the variables.</source>
        <translation>{variable} ontbreekt bij de invulvelden.</translation>
    </message>
    <message>
        <source>{variable} is not of the same kind as the other variables.</source>
        <translation>{variable} is van een andere soort dan de andere invulvelden.</translation>
    </message>
    <message>
        <source>{variable} is there twice.</source>
        <translation>{variable} staat er twee keer.</translation>
    </message>
    <message>
        <source>{what} (live, with the text it has)</source>
        <translation>{what} (live, met de tekst die het heeft)</translation>
    </message>
    <message>
        <source>{what} after {span}.</source>
        <translation>{what} na {span}.</translation>
    </message>
    <message>
        <source>{what} in a day</source>
        <translation>{what} op een dag</translation>
    </message>
    <message>
        <source>{what} in a month</source>
        <translation>{what} in een maand</translation>
    </message>
    <message>
        <source>{what} in a week, from Monday</source>
        <translation>{what} in een week, vanaf maandag</translation>
    </message>
    <message numerus="yes">
        <source>{what} in any {n} days</source>
        <extracomment>One: {what} in any 24 hours</extracomment>
        <translation>
            <numerusform>{what} in elke dag</numerusform>
            <numerusform>{what} in elke {n} dagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{what} in any {n} hours</source>
        <extracomment>One: {what} in any hour</extracomment>
        <translation>
            <numerusform>{what} in elk uur</numerusform>
            <numerusform>{what} in elke {n} uur</numerusform>
        </translation>
    </message>
    <message>
        <source>{what} {before} → {after}</source>
        <translation>{what} {before} → {after}</translation>
    </message>
    <message>
        <source>{what} {before} → {after} ({more})</source>
        <translation>{what} {before} → {after} ({more})</translation>
    </message>
    <message>
        <source>{what}.</source>
        <translation>{what}.</translation>
    </message>
    <message>
        <source>{what}: its address</source>
        <translation>{what}: het adres</translation>
    </message>
    <message>
        <source>{what}: {answer}</source>
        <translation>{what}: {answer}</translation>
    </message>
    <message>
        <source>{what}: “{word}”</source>
        <translation>{what}: “{word}”</translation>
    </message>
    <message>
        <source>{when} · {reason}</source>
        <translation>{when} · {reason}</translation>
    </message>
    <message>
        <source>{who} · {time}</source>
        <translation>{who} · {time}</translation>
    </message>
    <message>
        <source>{why}</source>
        <translation>{why}</translation>
    </message>
    <message>
        <source>{why} It can be edited again {when}.</source>
        <translation>{why} Het kan {when} weer worden bewerkt.</translation>
    </message>
    <message>
        <source>{word} +{n}</source>
        <translation>{word} +{n}</translation>
    </message>
    <message>
        <source>{zone}, the workspace&apos;s</source>
        <translation>{zone}, van de werkruimte</translation>
    </message>
    <message>
        <source>{{ contact.first_name }} does not come</source>
        <comment>example</comment>
        <translation>{{ contact.first_name }} komt niet</translation>
    </message>
    <message>
        <source>{{ contact.first_name }} has a question about a basket</source>
        <comment>example</comment>
        <translation>{{ contact.first_name }} heeft een vraag over de winkelwagen</translation>
    </message>
    <message>
        <source>{{ contact.first_name }} is not happy with order {{ event.order_number }}</source>
        <comment>example</comment>
        <translation>{{ contact.first_name }} is niet tevreden over bestelling {{ event.order_number }}</translation>
    </message>
    <message>
        <source>{{ contact.first_name }} says something is wrong</source>
        <comment>example</comment>
        <translation>{{ contact.first_name }} zegt dat er iets mis is</translation>
    </message>
    <message>
        <source>“=” compares nothing.</source>
        <translation>“=” vergelijkt niets.</translation>
    </message>
    <message>
        <source>“{before}” is called “{name}” now.</source>
        <translation>“{before}” heet nu “{name}”.</translation>
    </message>
    <message>
        <source>“{category}” is no category that Meta takes today.</source>
        <translation>“{category}” is geen categorie die Meta nu aanneemt.</translation>
    </message>
    <message>
        <source>“{clock}” is not a time.</source>
        <translation>“{clock}” is geen tijd.</translation>
    </message>
    <message>
        <source>“{column}” says who agreed, but not where: nobody gets marketing yet.</source>
        <translation>“{column}” zegt wie toestemming gaf, maar niet waar: nog krijgt niemand marketing.</translation>
    </message>
    <message>
        <source>“{encoding}” is not an encoding.</source>
        <translation>“{encoding}” is geen codering.</translation>
    </message>
    <message>
        <source>“{event}” happens</source>
        <translation>“{event}” gebeurt</translation>
    </message>
    <message>
        <source>“{event}” was fired at {time}.</source>
        <translation>“{event}” is om {time} afgegeven.</translation>
    </message>
    <message>
        <source>“{event}” was fired for {who} at {time}.</source>
        <translation>“{event}” is om {time} afgegeven voor {who}.</translation>
    </message>
    <message>
        <source>“{event}” was fired.</source>
        <translation>“{event}” is afgegeven.</translation>
    </message>
    <message>
        <source>“{field}” cannot be compared like this.</source>
        <translation>“{field}” is zo niet te vergelijken.</translation>
    </message>
    <message>
        <source>“{field}” does not say which list.</source>
        <translation>“{field}” zegt niet welke lijst.</translation>
    </message>
    <message>
        <source>“{field}” has no day of the week.</source>
        <translation>“{field}” heeft geen dag van de week.</translation>
    </message>
    <message>
        <source>“{field}” has no web address.</source>
        <translation>“{field}” heeft geen webadres.</translation>
    </message>
    <message>
        <source>“{field}” has too many parts.</source>
        <translation>“{field}” heeft te veel onderdelen.</translation>
    </message>
    <message>
        <source>“{field}” has “{text}” twice.</source>
        <translation>“{field}” heeft “{text}” twee keer.</translation>
    </message>
    <message>
        <source>“{field}” holds something that does not fit.</source>
        <translation>“{field}” bevat iets wat niet past.</translation>
    </message>
    <message>
        <source>“{field}” holds something that is no date.</source>
        <translation>“{field}” bevat iets wat geen datum is.</translation>
    </message>
    <message>
        <source>“{field}” holds something that is no time of day.</source>
        <translation>“{field}” bevat iets wat geen tijd van de dag is.</translation>
    </message>
    <message>
        <source>“{field}” is empty.</source>
        <translation>“{field}” is leeg.</translation>
    </message>
    <message>
        <source>“{field}” is held against several values.</source>
        <translation>“{field}” wordt met meerdere waarden vergeleken.</translation>
    </message>
    <message>
        <source>“{field}” is held against something that is no date.</source>
        <translation>“{field}” wordt vergeleken met iets wat geen datum is.</translation>
    </message>
    <message>
        <source>“{field}” is held against something that is no number.</source>
        <translation>“{field}” wordt vergeleken met iets wat geen getal is.</translation>
    </message>
    <message>
        <source>“{field}” is less than nothing.</source>
        <translation>“{field}” is minder dan niets.</translation>
    </message>
    <message>
        <source>“{field}” is no date and time.</source>
        <translation>“{field}” is geen datum met tijd.</translation>
    </message>
    <message>
        <source>“{field}” is no time at all.</source>
        <translation>“{field}” is geen tijdsduur.</translation>
    </message>
    <message>
        <source>“{field}” is no whole number.</source>
        <translation>“{field}” is geen geheel getal.</translation>
    </message>
    <message>
        <source>“{field}” is out of range.</source>
        <translation>“{field}” valt buiten het bereik.</translation>
    </message>
    <message>
        <source>“{field}” is set to something unknown.</source>
        <translation>“{field}” is ingesteld op iets onbekends.</translation>
    </message>
    <message>
        <source>“{field}” is too long.</source>
        <translation>“{field}” is te lang.</translation>
    </message>
    <message>
        <source>“{first}” and “{second}” are both read as {field}.</source>
        <translation>“{first}” en “{second}” worden allebei gelezen als {field}.</translation>
    </message>
    <message>
        <source>“{kind}” is not a kind. Kinds are: {kinds}.</source>
        <translation>“{kind}” is geen soort. Soorten zijn: {kinds}.</translation>
    </message>
    <message>
        <source>“{name}”</source>
        <translation>“{name}”</translation>
    </message>
    <message>
        <source>“{name}” ({language}) has the same body and footer.</source>
        <translation>“{name}” ({language}) heeft dezelfde hoofdtekst en voettekst.</translation>
    </message>
    <message>
        <source>“{name}” ({language}) is approved.</source>
        <translation>“{name}” ({language}) is goedgekeurd.</translation>
    </message>
    <message>
        <source>“{name}” ({language}) is rejected.</source>
        <translation>“{name}” ({language}) is afgewezen.</translation>
    </message>
    <message>
        <source>“{name}” ({language}) was handed in.</source>
        <translation>“{name}” ({language}) is ingediend.</translation>
    </message>
    <message>
        <source>“{name}” ({state})</source>
        <translation>“{name}” ({state})</translation>
    </message>
    <message>
        <source>“{name}” cannot be changed now.</source>
        <translation>“{name}” kan nu niet worden gewijzigd.</translation>
    </message>
    <message>
        <source>“{name}” cannot be opened here. Drop contacts (CSV, Excel, ODS or vCard) or a journey.</source>
        <translation>“{name}” kan hier niet worden geopend. Sleep contacten (CSV, Excel, ODS of vCard) of een journey hierheen.</translation>
    </message>
    <message>
        <source>“{name}” cannot be opened.</source>
        <translation>“{name}” kan niet worden geopend.</translation>
    </message>
    <message>
        <source>“{name}” cannot be read as a workbook.</source>
        <translation>“{name}” is niet te lezen als werkmap.</translation>
    </message>
    <message>
        <source>“{name}” cannot be the name of a field.</source>
        <translation>“{name}” kan geen veldnaam zijn.</translation>
    </message>
    <message>
        <source>“{name}” cannot be the name of a snippet.</source>
        <translation>“{name}” kan niet de naam van een snippet zijn.</translation>
    </message>
    <message>
        <source>“{name}” cannot be used as a name by later steps.</source>
        <translation>“{name}” kan niet als naam worden gebruikt door latere stappen.</translation>
    </message>
    <message>
        <source>“{name}” has a header and no rows.</source>
        <translation>“{name}” heeft wel een kopregel, maar geen rijen.</translation>
    </message>
    <message>
        <source>“{name}” has a number of messages that cannot be.</source>
        <translation>“{name}” heeft een aantal berichten dat niet kan.</translation>
    </message>
    <message>
        <source>“{name}” has another category in its other languages.</source>
        <translation>“{name}” heeft in de andere talen een andere categorie.</translation>
    </message>
    <message>
        <source>“{name}” has been sent</source>
        <translation>“{name}” is verzonden</translation>
    </message>
    <message>
        <source>“{name}” has more than {most} columns.</source>
        <translation>“{name}” heeft meer dan {most} kolommen.</translation>
    </message>
    <message>
        <source>“{name}” has no entry {entry}.</source>
        <translation>“{name}” heeft geen ingang {entry}.</translation>
    </message>
    <message>
        <source>“{name}” has no hours.</source>
        <translation>“{name}” heeft geen uren.</translation>
    </message>
    <message>
        <source>“{name}” has too much or too little between its brackets.</source>
        <translation>“{name}” heeft te veel of te weinig tussen de haakjes.</translation>
    </message>
    <message>
        <source>“{name}” holds no rows.</source>
        <translation>“{name}” heeft geen rijen.</translation>
    </message>
    <message>
        <source>“{name}” holds no samples that can be read.</source>
        <translation>“{name}” bevat geen leesbare voorbeelden.</translation>
    </message>
    <message>
        <source>“{name}” is a list and a segment.</source>
        <translation>“{name}” is een lijst en een segment.</translation>
    </message>
    <message>
        <source>“{name}” is a web page or a data document, not a table.</source>
        <translation>“{name}” is een webpagina of een gegevensdocument, geen tabel.</translation>
    </message>
    <message>
        <source>“{name}” is back.</source>
        <translation>“{name}” is terug.</translation>
    </message>
    <message>
        <source>“{name}” is deleted.</source>
        <translation>“{name}” is verwijderd.</translation>
    </message>
    <message>
        <source>“{name}” is not a table.</source>
        <translation>“{name}” is geen tabel.</translation>
    </message>
    <message>
        <source>“{name}” is not on the account any more.</source>
        <translation>“{name}” staat niet meer op het account.</translation>
    </message>
    <message>
        <source>“{name}” is not the name of an Android app.</source>
        <translation>“{name}” is geen naam van een Android-app.</translation>
    </message>
    <message>
        <source>“{name}” is not there.</source>
        <translation>“{name}” is er niet.</translation>
    </message>
    <message>
        <source>“{name}” is on</source>
        <translation>“{name}” staat aan</translation>
    </message>
    <message>
        <source>“{name}” is on its way to Meta.</source>
        <translation>“{name}” is onderweg naar Meta.</translation>
    </message>
    <message>
        <source>“{name}” is protected with a password.</source>
        <translation>“{name}” is beveiligd met een wachtwoord.</translation>
    </message>
    <message>
        <source>“{name}” is quiet all week.</source>
        <translation>“{name}” is de hele week stil.</translation>
    </message>
    <message>
        <source>“{name}” is there. Put people on it from Contacts, or with an import.</source>
        <translation>“{name}” is er. Zet er mensen op vanuit Contacten, of met een import.</translation>
    </message>
    <message>
        <source>“{name}” is what the changed one would be called.</source>
        <translation>“{name}” is hoe het gewijzigde zou heten.</translation>
    </message>
    <message numerus="yes">
        <source>“{name}” starts in {n} seconds. Nothing has left yet.</source>
        <extracomment>One: “{name}” starts in {n} second. Nothing has left yet.</extracomment>
        <translation>
            <numerusform>“{name}” begint over {n} seconde. Er is nog niets verzonden.</numerusform>
            <numerusform>“{name}” begint over {n} seconden. Er is nog niets verzonden.</numerusform>
        </translation>
    </message>
    <message>
        <source>“{name}” starts {when}.</source>
        <translation>“{name}” begint {when}.</translation>
    </message>
    <message>
        <source>“{name}” unpacks to more than any list of contacts is.</source>
        <translation>“{name}” wordt uitgepakt groter dan welke lijst met contacten ook.</translation>
    </message>
    <message>
        <source>“{name}” was changed in the last 24 hours.</source>
        <translation>“{name}” is in de afgelopen 24 uur gewijzigd.</translation>
    </message>
    <message>
        <source>“{name}” was changed or moved while it was read.</source>
        <translation>“{name}” is veranderd of verplaatst terwijl het werd gelezen.</translation>
    </message>
    <message>
        <source>“{name}” was changed ten times in the last 30 days.</source>
        <translation>“{name}” is in de afgelopen 30 dagen tien keer gewijzigd.</translation>
    </message>
    <message>
        <source>“{name}” was deleted.</source>
        <translation>“{name}” is verwijderd.</translation>
    </message>
    <message>
        <source>“{name}” was exported.</source>
        <translation>“{name}” is geëxporteerd.</translation>
    </message>
    <message>
        <source>“{name}” was imported.</source>
        <translation>“{name}” is geïmporteerd.</translation>
    </message>
    <message>
        <source>“{name}” was made.</source>
        <translation>“{name}” is gemaakt.</translation>
    </message>
    <message>
        <source>“{other}” reads one already, and a journey reads one audience at a time.</source>
        <translation>“{other}” doet dat al, en een journey leest één doelgroep tegelijk in.</translation>
    </message>
    <message>
        <source>“{step}”: {ahead}, {here}.</source>
        <translation>“{step}”: {ahead}, {here}.</translation>
    </message>
    <message>
        <source>“{step}”: {ahead}.</source>
        <translation>“{step}”: {ahead}.</translation>
    </message>
    <message>
        <source>“{template}” belongs to another category than this campaign&apos;s purpose.</source>
        <translation>“{template}” hoort bij een andere categorie dan het doel van deze campagne.</translation>
    </message>
    <message>
        <source>“{template}” cannot take its place.</source>
        <translation>“{template}” kan het niet vervangen.</translation>
    </message>
    <message>
        <source>“{template}” changed at Meta since you chose it.</source>
        <translation>“{template}” is bij Meta gewijzigd nadat je het koos.</translation>
    </message>
    <message>
        <source>“{template}” does not say how to hear no more.</source>
        <translation>“{template}” zegt niet hoe iemand zich kan afmelden.</translation>
    </message>
    <message>
        <source>“{template}” has low quality.</source>
        <translation>“{template}” heeft lage kwaliteit.</translation>
    </message>
    <message>
        <source>“{template}” has parts that cannot be sent from here yet: {parts}.</source>
        <translation>“{template}” heeft onderdelen die hiervandaan nog niet te verzenden zijn: {parts}.</translation>
    </message>
    <message>
        <source>“{template}” is a marketing template, and those need consent.</source>
        <translation>“{template}” is een marketingsjabloon, en daarvoor is toestemming nodig.</translation>
    </message>
    <message>
        <source>“{template}” is not approved at the moment.</source>
        <translation>“{template}” is nu niet goedgekeurd.</translation>
    </message>
    <message>
        <source>“{template}” is not on the account any more.</source>
        <translation>“{template}” staat niet meer op het account.</translation>
    </message>
    <message>
        <source>“{template}”: {share} % read, of {n}.</source>
        <translation>“{template}”: {share}% gelezen, van {n}.</translation>
    </message>
    <message>
        <source>“{text}” cannot be a header.</source>
        <translation>“{text}” kan geen header zijn.</translation>
    </message>
    <message>
        <source>“{text}” cannot be a name in “{field}”.</source>
        <translation>“{text}” kan geen naam zijn in “{field}”.</translation>
    </message>
    <message>
        <source>“{url}” is not a web address.</source>
        <translation>“{url}” is geen webadres.</translation>
    </message>
    <message>
        <source>“{value}” can be two numbers.</source>
        <translation>“{value}” kan twee nummers zijn.</translation>
    </message>
    <message>
        <source>“{value}” does not fit the field “{field}”.</source>
        <translation>“{value}” past niet in het veld “{field}”.</translation>
    </message>
    <message>
        <source>“{value}” does not say of which country the numbers are.</source>
        <translation>“{value}” zegt niet van welk land de nummers zijn.</translation>
    </message>
    <message>
        <source>“{value}” in the column “{column}” is not a date with a time.</source>
        <translation>“{value}” in de kolom “{column}” is geen datum met een tijd.</translation>
    </message>
    <message>
        <source>“{value}” in the column “{column}” is not a date.</source>
        <translation>“{value}” in de kolom “{column}” is geen datum.</translation>
    </message>
    <message>
        <source>“{value}” in the column “{column}” is not a number.</source>
        <translation>“{value}” in de kolom “{column}” is geen getal.</translation>
    </message>
    <message>
        <source>“{value}” in the column “{column}” is not yes or no.</source>
        <translation>“{value}” in de kolom “{column}” is geen ja of nee.</translation>
    </message>
    <message>
        <source>“{value}” in the field “{field}” is not of this kind.</source>
        <translation>“{value}” in het veld “{field}” is niet van deze soort.</translation>
    </message>
    <message>
        <source>“{value}” is no beginning of numbers.</source>
        <translation>“{value}” is geen beginreeks.</translation>
    </message>
    <message>
        <source>“{value}” is not a date.</source>
        <translation>“{value}” is geen datum.</translation>
    </message>
    <message>
        <source>“{value}” is not a language.</source>
        <translation>“{value}” is geen taal.</translation>
    </message>
    <message>
        <source>“{value}” is not a number in use in its country.</source>
        <translation>“{value}” is geen nummer dat in zijn land in gebruik is.</translation>
    </message>
    <message>
        <source>“{value}” is not a phone number.</source>
        <translation>“{value}” is geen telefoonnummer.</translation>
    </message>
    <message>
        <source>“{value}” is not a time zone.</source>
        <translation>“{value}” is geen tijdzone.</translation>
    </message>
    <message>
        <source>“{what}” and “{other}” wait for the same.</source>
        <translation>“{what}” en “{other}” wachten op hetzelfde.</translation>
    </message>
    <message>
        <source>“{what}” begins after the journey has ended.</source>
        <translation>“{what}” begint nadat de journey is geëindigd.</translation>
    </message>
    <message>
        <source>“{what}” begins at a time that is over.</source>
        <translation>“{what}” begint op een tijdstip dat voorbij is.</translation>
    </message>
    <message>
        <source>“{what}” begins before the journey starts.</source>
        <translation>“{what}” begint voordat de journey start.</translation>
    </message>
    <message>
        <source>“{what}” can come too late for some contacts.</source>
        <translation>“{what}” kan voor sommige contacten te laat komen.</translation>
    </message>
    <message>
        <source>“{what}” can never be sent.</source>
        <translation>“{what}” kan nooit worden verzonden.</translation>
    </message>
    <message>
        <source>“{what}” cannot change the phone number.</source>
        <translation>“{what}” kan het telefoonnummer niet wijzigen.</translation>
    </message>
    <message>
        <source>“{what}” cannot hear incoming messages.</source>
        <translation>“{what}” kan geen inkomende berichten ontvangen.</translation>
    </message>
    <message>
        <source>“{what}” cannot lead to itself.</source>
        <translation>“{what}” kan niet naar zichzelf leiden.</translation>
    </message>
    <message>
        <source>“{what}” changes the field “{field}” twice.</source>
        <translation>“{what}” wijzigt het veld “{field}” twee keer.</translation>
    </message>
    <message>
        <source>“{what}” comes before the message it is about.</source>
        <translation>“{what}” komt vóór het bericht waar het over gaat.</translation>
    </message>
    <message>
        <source>“{what}” has a rule that is empty.</source>
        <translation>“{what}” heeft een regel die leeg is.</translation>
    </message>
    <message>
        <source>“{what}” has no free output.</source>
        <translation>“{what}” heeft geen vrije uitgang.</translation>
    </message>
    <message>
        <source>“{what}” has no message to react to.</source>
        <translation>“{what}” heeft geen bericht om op te reageren.</translation>
    </message>
    <message>
        <source>“{what}” has no such output any more.</source>
        <translation>“{what}” heeft die uitgang niet meer.</translation>
    </message>
    <message>
        <source>“{what}” has one path only, so there is nothing to compare.</source>
        <translation>“{what}” heeft maar één pad, dus er is niets te vergelijken.</translation>
    </message>
    <message>
        <source>“{what}” is a second entry that reads an audience.</source>
        <translation>“{what}” is een tweede ingang die een doelgroep inleest.</translation>
    </message>
    <message>
        <source>“{what}” is an end of this arrow already.</source>
        <translation>“{what}” is al een uiteinde van deze pijl.</translation>
    </message>
    <message>
        <source>“{what}” is disabled, so nobody can enter.</source>
        <translation>“{what}” is uitgeschakeld, dus niemand kan binnenkomen.</translation>
    </message>
    <message>
        <source>“{what}” is disabled.</source>
        <translation>“{what}” is uitgeschakeld.</translation>
    </message>
    <message>
        <source>“{what}” is marked as the goal, but nobody counts it.</source>
        <translation>“{what}” is gemarkeerd als het doel, maar het wordt niet geteld.</translation>
    </message>
    <message>
        <source>“{what}” jumps to this journey itself.</source>
        <translation>“{what}” springt naar deze journey zelf.</translation>
    </message>
    <message>
        <source>“{what}” jumps to “{journey}”, which leads back here.</source>
        <translation>“{what}” springt naar “{journey}”, en die leidt weer hierheen.</translation>
    </message>
    <message>
        <source>“{what}” needs it.</source>
        <translation>“{what}” kan niet zonder.</translation>
    </message>
    <message>
        <source>“{what}” sends its data unprotected.</source>
        <translation>“{what}” verzendt de gegevens onbeveiligd.</translation>
    </message>
    <message>
        <source>“{what}” sends marketing to people who never said yes to it.</source>
        <translation>“{what}” verzendt marketing naar mensen die daar nooit ja op hebben gezegd.</translation>
    </message>
    <message>
        <source>“{what}” takes “delivered” before anything else can happen.</source>
        <translation>“{what}” neemt “afgeleverd” voordat er iets anders kan gebeuren.</translation>
    </message>
    <message>
        <source>“{what}” waits for a date.</source>
        <translation>“{what}” wacht op een datum.</translation>
    </message>
    <message>
        <source>“{what}” waits for contacts who leave all contacts.</source>
        <translation>“{what}” wacht op contacten die alle contacten verlaten.</translation>
    </message>
    <message>
        <source>“{what}” waits for the event “{event}” twice.</source>
        <translation>“{what}” wacht twee keer op de gebeurtenis “{event}”.</translation>
    </message>
    <message>
        <source>“{what}” waits until a date that is over.</source>
        <translation>“{what}” wacht tot een datum die voorbij is.</translation>
    </message>
    <message>
        <source>“{what}” will hear nothing.</source>
        <translation>“{what}” krijgt niets te horen.</translation>
    </message>
    <message>
        <source>“{what}” would write it there.</source>
        <translation>“{what}” zou het daar invullen.</translation>
    </message>
    <message>
        <source>“{word}” asks for something else already.</source>
        <translation>“{word}” vraagt al om iets anders.</translation>
    </message>
    <message>
        <source>…</source>
        <translation>…</translation>
    </message>
</context>
</TS>
