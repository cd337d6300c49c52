import type { PageWords } from '../pageWords.ts';

export const norwegian: PageWords = {
  navigation:
    'meny|hjem|forside|forsiden|søk|hopp til innhold|hopp til innholdet|gå til innhold|tilbake|tilbake til *|til toppen|les mer|les videre|les hele *|vis mer|vis alle|se alle|se mer|neste|forrige|neste artikkel|forrige artikkel|du er her|logg inn|registrer deg|lukk|innhold|skriv ut|lytt til saken|lagre artikkel',
  cookies: 'vi bruker|vi benytter|dette nettstedet bruker|denne nettsiden bruker|nettstedet bruker',
  cookieButtons: 'godta|aksepter|avvis|innstillinger|administrer',
  browser:
    'nettleseren din|din nettleser|slå på javascript|aktiver javascript|javascript er slått av',
  hotline: 'i nødstilfeller|ring|nødnummer|hjelpetelefon|krisetelefon',
  share:
    'del|del artikkelen|del saken|del på *|del via *|del denne *|kopier lenke|tips en venn|send på e-post',
  newsletter: 'nyhetsbrev|meld deg på *|få *nyhetsbrev*|abonner *|registrer deg *nyhetsbrev*',
  advertisement:
    'annonse|reklame|sponset innhold|annonsørinnhold|saken fortsetter under annonsen|artikkelen fortsetter under annonsen|saken fortsetter etter annonsen',
  rights: 'alle rettigheter forbeholdt|alle rettigheter reservert',
  legal:
    'personvern|personvernerklæring|vilkår|brukervilkår|kontakt|kontakt oss|tilgjengelighet|tilgjengelighetserklæring|om oss',
  caption: 'foto|bilde|bildetekst|illustrasjon|fotograf',
  comments:
    'kommentarer|kommenter|* kommentarer|skriv en kommentar|vis kommentarer|delta i debatten',
  by: 'av|tekst:',
  roles: 'redaktør|redaksjon|korrespondent|journalist|reporter|skribent|kommentator',
  published:
    'publisert|publisert den|oppdatert|oppdatert den|sist oppdatert|sist endret|dato|den|opprettet',
  related:
    'les også|les mer om *|relatert|relaterte artikler|relaterte saker|relatert innhold|mer om *|mer fra *|mest lest|mest leste|se også|anbefalt|anbefalte artikler|flere saker|flere nyheter',
  greeting:
    'god (?:morgen|kveld|dag|ettermiddag)|mine damer og herrer|(?:kjære|ærede) (?:venner|kolleger|alle sammen|alle|gjester|landsmenn|forsamling)|ærede president|eksellenser|deres majestet',
  announced:
    'sjekkes mot framføring|det talte ord gjelder|(?:tale|innlegg|foredrag) (?:av|ved|til|på) *|(?:statsministerens|utenriksministerens) (?:tale|innlegg|nyttårstale) *',
  thanks: 'takk|tusen takk|mange takk|takk for oppmerksomheten|takk for meg',
};
