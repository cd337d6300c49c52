import type { PageWords } from '../pageWords.ts';

export const swedish: PageWords = {
  navigation:
    'meny|hem|startsida|sök|hoppa till innehåll|hoppa till innehållet|gå till innehåll|till innehållet|hoppa till huvudinnehåll|tillbaka|tillbaka till *|till toppen|läs mer|läs vidare|läs hela *|visa mer|visa alla|se alla|nästa|föregående|nästa artikel|föregående artikel|du är här|logga in|registrera|registrera dig|stäng|innehåll|skriv ut|lyssna|spara artikel',
  cookies:
    'vi använder|den här webbplatsen använder|denna webbplats använder|vår webbplats använder|webbplatsen använder',
  cookieButtons: 'acceptera|godkänn|godkänner|avvisa|neka|inställningar|hantera',
  browser: 'din webbläsare|aktivera javascript|slå på javascript|javascript är avaktiverat',
  hotline: 'i nödsituationer|vid nödläge|ring|hjälplinje|nödnummer|jourlinje',
  share:
    'dela|dela artikeln|dela artikel|dela den här *|dela på *|dela via *|kopiera länk|tipsa|skicka via e-post|twittra',
  newsletter:
    'nyhetsbrev|prenumerera *|anmäl dig *|få *nyhetsbrev*|skriv upp dig *|registrera dig *nyhetsbrev*',
  advertisement:
    'annons|reklam|sponsrat innehåll|sponsrad|artikeln fortsätter efter annonsen|artikeln fortsätter under annonsen',
  rights: 'alla rättigheter förbehållna|med ensamrätt',
  legal:
    'integritetspolicy|personuppgiftspolicy|personuppgifter|användarvillkor|villkor|kontakt|kontakta oss|tillgänglighet|om webbplatsen|om cookies|webbplatskarta',
  caption: 'foto|bild|bildtext|bildkälla|illustration|fotograf',
  comments:
    'kommentarer|kommentera|* kommentarer|skriv en kommentar|lämna en kommentar|visa kommentarer',
  by: 'av|text:',
  roles: 'redaktör|redaktion|korrespondent|reporter|journalist|skribent|krönikör',
  published:
    'publicerad|publicerat|publicerad den|uppdaterad|uppdaterat|senast uppdaterad|senast ändrad|datum|den|skapad',
  related:
    'läs också|läs även|läs mer om *|relaterat|relaterade artiklar|relaterat innehåll|mer om *|mer från *|mest läst|mest lästa|se även|se också|rekommenderas|rekommenderat|fler artiklar|fler nyheter',
  greeting:
    'god (?:morgon|afton|kväll|dag|middag)|hej (?:alla|allihop|på er)|mina damer och herrar|(?:kära|bästa|ärade) (?:vänner|kollegor|landsmän|ledamöter|åhörare|gäster|medborgare)|herr talman|fru talman|excellenser|ers majestät|ers kungliga',
  announced:
    'det talade ordet gäller|(?:tal|anförande|föredrag) (?:av|vid) *|(?:talet|anförandet) i sin helhet *|talet *nedan*',
  thanks: 'tack|tack så mycket|stort tack|tack ska ni ha|tack för er uppmärksamhet|tack för mig',
};
