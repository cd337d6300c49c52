import type { PageWords } from '../pageWords.ts';

export const german: PageWords = {
  navigation:
    'menü|startseite|suche|suchen|zum inhalt|zum inhalt springen|zum hauptinhalt|direkt zum inhalt|zur navigation|zur startseite|zurück|zurück zur *|nach oben|weiterlesen|mehr lesen|mehr erfahren|mehr anzeigen|mehr dazu|alle anzeigen|nächster artikel|vorheriger artikel|sie sind hier|anmelden|einloggen|registrieren|schließen|inhaltsverzeichnis|artikel anhören|artikel drucken|drucken|merken|artikel merken',
  cookies:
    'wir verwenden|wir nutzen|diese website verwendet|diese website nutzt|diese seite verwendet|diese seite nutzt|unsere partner verwenden|unsere website verwendet',
  cookieButtons:
    'akzeptieren|ablehnen|zustimmen|zulassen|einstellungen|richtlinie|hinweis|hinweise',
  browser:
    'ihr browser|dein browser|javascript aktivieren|aktivieren sie javascript|javascript ist deaktiviert|browser aktualisieren',
  hotline: 'notruf|im notfall|hotline|telefonseelsorge|wählen sie|rufen sie|hilfetelefon',
  share:
    'teilen|artikel teilen|seite teilen|beitrag teilen|diesen artikel teilen|jetzt teilen|auf * teilen|per e-mail teilen|weitersagen|link kopieren|per mail versenden',
  newsletter:
    'newsletter|* newsletter abonnieren*|* newsletter bestellen*|newsletter abonnieren*|newsletter bestellen*|zum newsletter*|abonnieren sie *|melden sie sich * newsletter*|jetzt abonnieren*|nichts mehr verpassen*',
  advertisement: 'anzeige|werbung|gesponsert|gesponserter inhalt|advertorial',
  rights: 'alle rechte vorbehalten|urheberrechtlich geschützt',
  legal:
    'impressum|datenschutz|datenschutzerklärung|nutzungsbedingungen|agb|barrierefreiheit|kontakt',
  caption: 'foto|fotos|bild|bildquelle|bildnachweis|bildunterschrift|grafik',
  comments:
    'kommentare|kommentieren|kommentar schreiben|kommentar verfassen|* kommentare|kommentare anzeigen|diskutieren sie mit',
  by: 'von|ein beitrag von|text von',
  roles:
    'redakteur|redakteurin|redaktion|korrespondent|korrespondentin|reporter|reporterin|autor|autorin',
  published:
    'veröffentlicht|veröffentlicht am|erschienen am|aktualisiert|aktualisiert am|zuletzt aktualisiert|zuletzt aktualisiert am|stand|vom|am|datum|erstellt am|geändert am',
  related:
    'mehr zum thema|mehr zum thema *|lesen sie auch|lesen sie mehr|das könnte sie auch interessieren|auch interessant|verwandte artikel|verwandte themen|ähnliche artikel|weitere artikel|weitere meldungen|weitere nachrichten|mehr aus *|meistgelesen|meist gelesen|empfehlungen|siehe auch|zum weiterlesen|themen',
  greeting:
    'guten (?:morgen|tag|abend)|(?:sehr geehrte|verehrte|liebe|meine)[rn]? (?:sehr geehrten |verehrten |lieben )?(?:damen und herren|kolleginnen|kollegen|gäste|freunde|freundinnen|mitbürger|mitbürgerinnen|anwesende)|herr präsident|frau präsidentin|exzellenzen|herzlich willkommen',
  announced:
    'es gilt das gesprochene wort|rede (?:von|des|der) *|ansprache (?:von|des|der) *|(?:die|seine|ihre) rede im wortlaut|im wortlaut|wortlaut der rede|die rede im wortlaut',
  thanks: 'vielen dank|herzlichen dank|ich danke ihnen|danke|danke schön',
};
