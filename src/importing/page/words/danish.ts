import type { PageWords } from '../pageWords.ts';

export const danish: PageWords = {
  navigation:
    'menu|forside|hjem|søg|søgning|gå til indhold|gå til indholdet|spring til indhold|tilbage|tilbage til *|til toppen|læs mere|læs videre|læs hele *|vis mere|vis alle|se alle|se mere|næste|forrige|næste artikel|du er her|log ind|log på|opret bruger|luk|indhold|udskriv|print|lyt til artiklen|gem artikel',
  cookies:
    'vi bruger|vi anvender|denne hjemmeside bruger|hjemmesiden bruger|dette website bruger|dette site bruger',
  cookieButtons: 'accepter|accepterer|tillad|afvis|indstillinger|administrer',
  browser: 'din browser|aktiver javascript|slå javascript til|javascript er slået fra',
  hotline: 'i nødstilfælde|ring|ring til|hotline|livslinien|alarmcentralen',
  share:
    'del|del artiklen|del artikel|del på *|del via *|del denne *|kopier link|send til en ven|send som e-mail',
  newsletter: 'nyhedsbrev|tilmeld dig *|tilmeld *nyhedsbrev*|abonner *|få *nyhedsbrev*|få *mail*',
  advertisement:
    'annonce|reklame|sponsoreret|sponsoreret indhold|artiklen fortsætter efter annoncen|artiklen fortsætter under annoncen',
  rights: 'alle rettigheder forbeholdes',
  legal:
    'privatlivspolitik|persondatapolitik|cookiepolitik|vilkår|brugsvilkår|kontakt|kontakt os|tilgængelighed|tilgængelighedserklæring|om os',
  caption: 'foto|billede|billedtekst|illustration|fotograf',
  comments:
    'kommentarer|kommenter|* kommentarer|skriv en kommentar|vis kommentarer|deltag i debatten',
  by: 'af|tekst:',
  roles: 'redaktør|redaktion|korrespondent|journalist|reporter|skribent|klummeskribent',
  published:
    'publiceret|publiceret den|udgivet|offentliggjort|opdateret|opdateret den|sidst opdateret|dato|den|oprettet',
  related:
    'læs også|læs mere om *|relateret|relaterede artikler|relateret indhold|mere om *|mere fra *|mest læste|mest læst|se også|anbefalet|anbefalede artikler|flere artikler|andre læser også',
  greeting:
    'god (?:morgen|aften|dag|eftermiddag)|godmorgen|goddag|mine damer og herrer|(?:kære|ærede) (?:venner|kolleger|alle|gæster|landsmænd|borgere|medlemmer)|hr. formand|fru formand|excellencer|deres majestæt',
  announced:
    'det talte ord gælder|(?:tale|foredrag) (?:af|ved|til) *|statsministerens (?:tale|nytårstale) *|(?:talen|hele talen) *',
  thanks:
    'tak|mange tak|tusind tak|tak for ordet|tak for opmærksomheden|tak for jeres opmærksomhed',
};
